-- The server's life in this Neovim.
--
-- From 0.11 on vim.lsp.enable() decides which buffers get it, and what the
-- user sets by vim.lsp.config() counts. Before, that is done here.

local nameless = require('incident-ls.nameless')
local neovim = require('incident-ls.neovim')
local M = { name = 'incident-ls' }

local markers = { '.incident-ls.json', '.git' }
local options = {} -- of setup()
local unnamed = {} -- buffers that had no name when they came to be served
local clients = {} -- their numbers, by folder, in 0.7

-- Milliseconds that a server gets to end in, and one to answer in.
M.patience = 3000

-- What Neovim has no client of its own for: its completion menu can't expand
-- snippets before 0.11, but completion.lua does.
local function capabilities()
  if neovim.enables or not vim.snippet then
    return nil
  end
  local able = vim.lsp.protocol.make_client_capabilities()
  able.textDocument.completion.completionItem.snippetSupport = true
  return able
end

-- SETTINGS, those of the server, where a client's configuration has them.
local function set(settings)
  if not settings or not next(settings) then
    return {}
  end
  return { init_options = settings, settings = { [M.name] = settings } }
end

-- DUE_CHANGED: what is due may be something else than it was said to be.
local handlers = vim.tbl_extend('error', nameless.handlers, {
  ['incidentReport/dueChanged'] = function()
    M.due_changed = true
  end,
})

--- All that Neovim is told of the server, but for the folder.
function M.config()
  local config = {
    name = M.name,
    cmd = { M.name, '--stdio' },
    filetypes = { 'markdown' },
    root_markers = markers,
    capabilities = capabilities(),
    handlers = handlers,
  }
  return vim.tbl_extend('force', config, set(vim.g.incident_ls), options)
end

--- The command that starts the server; nil if that is a function's business.
function M.command()
  local config = neovim.enables and vim.lsp.config[M.name] or M.config()
  return type(config.cmd) == 'table' and config.cmd or nil
end

--- False, with a sentence on it, if there is no program to start.
function M.found()
  local command = M.command()
  if not command or vim.fn.executable(command[1]) == 1 then
    return true
  end
  return false, ('%s is not in PATH, so no report is checked; see :help incident-ls-install'):format(command[1])
end

--- The server's clients, in one BUFFER or in all.
function M.clients(buffer)
  return vim.tbl_filter(function(client)
    return client.name == M.name
      and (not buffer or vim.lsp.buf_is_attached(buffer, client.id))
  end, neovim.clients())
end

-- A window of hover texts is Markdown too, but no file.
local function is_served(buffer)
  return vim.api.nvim_buf_is_loaded(buffer)
    and vim.bo[buffer].filetype == 'markdown'
    and vim.bo[buffer].buftype == ''
end

--- The client of BUFFER once it can be asked; nil if there is none in time.
function M.ready(buffer)
  local client
  vim.wait(M.found() and is_served(buffer) and M.patience or 0, function()
    client = M.clients(buffer)[1]
    return client and client.initialized
  end, 10)
  return client
end

--- How the server of BUFFER counts in a line; nil if there is none.
function M.encoding(buffer)
  return (M.ready(buffer) or {}).offset_encoding
end

--- What the server answers to METHOD; nil if it doesn't, or null. It is asked
--- twice, for Neovim 0.12 cancels requests for diagnostics when it makes its own.
function M.ask(buffer, method, params)
  local client = M.ready(buffer)
  local answer = client and (neovim.call(client, 'request_sync', method, params, M.patience / 6, buffer)
    or neovim.call(client, 'request_sync', method, params, M.patience, buffer))
  return answer and answer.result or nil
end

--- What is wrong with METHOD and PARAMS, in the server's words; nil if all went
--- well.
function M.fault(buffer, method, params)
  local client = M.ready(buffer)
  if not client then
    return 'no server looks after this buffer; see :checkhealth incident-ls'
  end
  local answer, why = neovim.call(client, 'request_sync', method, params, M.patience, buffer)
  return why or answer and answer.err and answer.err.message or nil
end

local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':p:h')
  local below
  repeat
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(folder .. '/' .. marker) then
        return folder
      end
    end
    below, folder = folder, vim.fn.fnamemodify(folder, ':h')
  until folder == below
end

-- What 'omnifunc' may be without the user's having asked for it.
local defaults = { [''] = true, ['htmlcomplete#CompleteTags'] = true, ['v:lua.vim.lsp.omnifunc'] = true }

-- Files in no marked folder share one server, as they do in 0.11.
local function is_shared(client, config)
  return client.name == config.name and client.config.root_dir == config.root_dir
end

-- The client for what lies in FOLDER: Neovim finds it, or makes it, from 0.8 on.
local function start(config, folder)
  if vim.lsp.start then
    return vim.lsp.start(config, { reuse_client = is_shared })
  end
  if not clients[folder] then
    local ended = config.on_exit
    config.on_exit = function(...)
      clients[folder] = nil
      if ended then
        ended(...)
      end
    end
    clients[folder] = vim.lsp.start_client(config)
  end
  if clients[folder] then
    vim.lsp.buf_attach_client(0, clients[folder])
  end
end

-- Neovim's key for it, and what it does where a placeholder is selected: what is
-- taken from the menu replaces that.
local omni_key = '<C-x><C-o>'

--- Gives BUFFER our completion, unless its user has asked for another.
function M.complete_by(buffer)
  if defaults[vim.bo[buffer].omnifunc] then
    vim.bo[buffer].omnifunc = "v:lua.require'incident-ls.completion'.omnifunc"
  end
  vim.keymap.set('s', omni_key, '<C-g>c' .. omni_key, { buffer = buffer, desc = 'Complete what is selected' })
end

local function attach(buffer)
  local config = M.config()
  config.root_dir = root_of(buffer)
  vim.api.nvim_buf_call(buffer, function()
    start(config, config.root_dir or '')
  end)
  M.complete_by(buffer)
end

--- Called for each buffer that becomes a Markdown one.
function M.serve(buffer)
  local found, why = M.found()
  if not is_served(buffer) then
    return
  end
  unnamed[buffer] = vim.api.nvim_buf_get_name(buffer) == '' or nil
  if not found then
    vim.notify_once(why, vim.log.levels.WARN)
  elseif not neovim.enables then
    attach(buffer)
  end
end

--- Called when BUFFER may have been given its name, as by writing it.
function M.written(buffer)
  if unnamed[buffer] and vim.api.nvim_buf_get_name(buffer) ~= '' then
    unnamed[buffer] = nil
    for _, client in ipairs(M.clients(buffer)) do
      nameless.rename(client, buffer)
    end
  end
end

--- Serves the Markdown that is open, and what will be.
function M.start()
  if neovim.enables then
    vim.lsp.enable(M.name)
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    M.serve(buffer)
  end
end

local function stop(force)
  for _, client in ipairs(M.clients()) do
    neovim.call(client, 'stop', force)
  end
  return vim.wait(M.patience, function()
    return #M.clients() == 0
  end, 10)
end

--- Ends the server if it runs, and starts it anew.
function M.restart()
  if stop(false) or stop(true) then
    M.start()
  end
end

--- Takes over what setup() was given; a server that runs begins anew with it.
function M.configure(given)
  options = vim.tbl_extend('force', options, given, set(given.settings))
  if neovim.enables then
    vim.lsp.config(M.name, options)
  end
  if #M.clients() > 0 then
    M.restart()
  end
end

return M
