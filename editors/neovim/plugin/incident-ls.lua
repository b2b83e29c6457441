-- Starts incident-ls for Markdown, whatever Neovim has for that: 0.7 and later.
--
-- Settings, if there are any, are set before this is loaded:
--   vim.g.incident_ls = { draft = true, rules = { ['hard-wrap'] = 'off' } }

if vim.lsp.enable then -- 0.11
  vim.lsp.enable('incident-ls')
  return
end

local name = 'incident-ls'
local clients = {} -- by folder; for 0.7, which doesn't look for one itself

local function config(folder)
  return {
    name = name,
    cmd = { name, '--stdio' },
    root_dir = folder,
    init_options = vim.g.incident_ls,
    on_exit = function()
      clients[folder] = nil
    end,
  }
end

local function attach(buffer, folder)
  if vim.lsp.start then -- 0.8
    vim.lsp.start(config(folder), { bufnr = buffer })
    return
  end
  clients[folder] = clients[folder] or vim.lsp.start_client(config(folder))
  if clients[folder] then
    vim.lsp.buf_attach_client(buffer, clients[folder])
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = 'markdown',
  callback = function(event)
    if vim.bo[event.buf].buftype ~= '' then
      return -- a window of hover texts is Markdown too
    end
    if vim.fn.executable(name) == 0 then
      vim.notify_once(name .. ' is not in PATH', vim.log.levels.WARN)
      return
    end
    attach(event.buf, vim.fn.fnamemodify(vim.fn.bufname(event.buf), ':p:h'))
  end,
})
