-- The plugin as a whole. Its user may call setup(), but need not.

local client = require('incident-ls.client')
local M = {}

--- OPTIONS may have `cmd` (a list), `settings` (a table), `capabilities` and
--- `on_attach`; whatever else Neovim's clients know is handed on to them.
function M.setup(options)
  client.configure(options or {})
end

--- What plugin/incident-ls.lua does once.
function M.load()
  local group = vim.api.nvim_create_augroup('incident-ls', {})
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = 'markdown',
    callback = function(event)
      client.serve(event.buf)
    end,
  })
  vim.api.nvim_create_autocmd('BufWritePost', {
    group = group,
    callback = function(event)
      client.written(event.buf)
    end,
  })
  require('incident-ls.completion').load(group)
  require('incident-ls.commands').load()
  client.start()
end

return M
