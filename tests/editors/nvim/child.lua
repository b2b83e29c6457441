-- A second Neovim, with the plugin, that is typed into as its user would.

local tests = require('case')
local M = {}

local channel

--- Starts it anew; SETUP is Lua to run before the plugin is loaded, and PATH
--- its $PATH if that isn't ours.
function M.start(setup, path)
  M.stop()
  local command = { os.getenv('NEOVIM'), '--embed', '--headless', '-u', 'NONE', '-i', 'NONE', '-n' }
  channel = vim.fn.jobstart(command, { rpc = true })
  M.lua([[
    _G.notes = {}
    vim.notify = function(text) table.insert(_G.notes, text) end
    vim.env.PATH = ... or vim.env.PATH
    vim.opt.runtimepath:prepend(os.getenv('ROOT') .. '/editors/neovim')
    vim.opt.completeopt = 'menu,menuone'
    vim.cmd('filetype plugin on')
  ]], path)
  M.lua(setup or '')
  M.command('runtime plugin/incident-ls.lua')
end

--- Ends it as its user would, else by force.
function M.stop()
  if channel then
    vim.rpcnotify(channel, 'nvim_command', 'quitall!')
    vim.fn.jobwait({ channel }, 2000)
    vim.fn.jobstop(channel)
    channel = nil
  end
end

--- What CODE, Lua run there with the arguments in "...", returns.
function M.lua(code, ...)
  local result = vim.rpcrequest(channel, 'nvim_exec_lua', code, { ... })
  if result ~= vim.NIL then
    return result
  end
end

function M.command(command)
  M.lua('vim.cmd(...)', command)
end

--- Types KEYS, in Neovim's notation.
function M.type(keys)
  vim.rpcrequest(channel, 'nvim_input', keys)
end

--- Waits until Lua's EXPRESSION is true there.
function M.wait_for(what, expression)
  local ok, fault = pcall(tests.wait_for, what, function()
    return M.lua('return ' .. expression)
  end)
  if not ok then
    error(('%s in mode %s at: %s'):format(fault, M.lua('return vim.fn.mode()'), M.line()), 2)
  end
end

--- The current buffer's text.
function M.text()
  return table.concat(M.lua('return vim.api.nvim_buf_get_lines(0, 0, -1, true)'), '\n')
end

--- The line that the cursor is in.
function M.line()
  return M.lua('return vim.api.nvim_get_current_line()')
end

--- How many of our clients look after the current buffer, once they are up.
function M.clients()
  return M.lua([[
    local clients = require('incident-ls.client').clients(vim.api.nvim_get_current_buf())
    for _, client in ipairs(clients) do
      if not client.initialized then
        return 0
      end
    end
    return #clients
  ]])
end

function M.wait_for_server()
  tests.wait_for('the server', function()
    return M.clients() > 0
  end)
end

--- Opens Neovim's own completion menu and takes the first item whose label
--- begins with START.
function M.take(start)
  local menu, place
  M.type('<C-x><C-o>')
  tests.wait_for('the menu with "' .. start .. '"', function()
    menu = M.lua("return vim.fn.complete_info({ 'items', 'selected' })")
    for index, item in ipairs(menu.items) do
      if vim.startswith(item.abbr, start) then
        place = index
        return true
      end
    end
  end)
  M.type(('<C-n>'):rep(place - 1 - menu.selected) .. '<C-y>')
  M.wait_for('the menu to close', "vim.fn.complete_info({ 'mode' }).mode == ''")
end

return M
