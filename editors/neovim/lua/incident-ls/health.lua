-- What :checkhealth incident-ls says.

local client = require('incident-ls.client')
local neovim = require('incident-ls.neovim')
local M = {}

-- One after the other: 0.10, 0.8, 0.7 call the same thing by these names.
local health = vim.health or require('health')
local start = health.start or health.report_start
local ok = health.ok or health.report_ok
local info = health.info or health.report_info
local warn = health.warn or health.report_warn
local fail = health.error or health.report_error

local function check_program()
  local command = client.command()
  local found, why = client.found()
  if not command then
    info('A function of yours starts the server')
  elseif not found then
    fail(why, { 'Install it: :help incident-ls-install', "Or say where it is: require('incident-ls').setup({ cmd = { '/path/to/incident-ls', '--stdio' } })" })
  else
    ok('Program: ' .. vim.fn.exepath(command[1]))
    for _, line in ipairs(vim.fn.systemlist({ command[1], '--version' })) do
      info(line)
    end
  end
end

local function buffer_names(one)
  local names = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.lsp.buf_is_attached(buffer, one.id) then
      local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':~:.')
      table.insert(names, name == '' and 'a buffer without a name' or name)
    end
  end
  return table.concat(names, ', ')
end

local function check_clients()
  for _, one in ipairs(client.clients()) do
    ok(('Server %d looks after %s'):format(one.id, buffer_names(one)))
    info('Its folder: ' .. (one.config.root_dir or 'none'))
  end
  if #client.clients() == 0 then
    warn('No server runs', { 'Open a Markdown file; :set filetype? must say markdown', 'Then see :IncidentReport log' })
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local count = #client.clients(buffer)
    if count > 1 then
      warn(('Buffer %d has %d servers'):format(buffer, count), { 'Start it in one way only: by this plugin, or by yourself' })
    end
  end
end

local function check_snippets()
  if vim.snippet then
    ok('Snippets: a template leads through its fields')
  else
    info('Snippets: none before Neovim 0.10; templates are inserted as plain text')
  end
end

local function check_settings()
  local settings = (client.config().settings or {})[client.name]
  if neovim.enables then
    settings = (vim.lsp.config[client.name].settings or {})[client.name]
  end
  info('Settings of this editor: ' .. (settings and vim.inspect(settings) or 'none'))
  info('Over them goes .incident-ls.json in a report\'s folder, or the nearest above it')
end

function M.check()
  start('incident-ls')
  check_program()
  check_clients()
  check_snippets()
  check_settings()
end

return M
