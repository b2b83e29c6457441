-- Diagnostics and edits of a buffer that has no name yet.
--
-- Neovim gives it a URI that it doesn't find the buffer of again. So what comes
-- for that URI is shown and done from here; all else Neovim sees to. When such a buffer
-- is given a name, Neovim drops what it had set up there to follow the buffer,
-- and doesn't tell the server: that is done here, too.

local neovim = require('incident-ls.neovim')
local M = { uri = 'file://' }

local function place(buffer, position, encoding)
  local line = vim.api.nvim_buf_get_lines(buffer, position.line, position.line + 1, false)[1]
  return position.line, neovim.byte_at(line or '', line and position.character or 0, encoding)
end

--- The diagnostics of the protocol as those of vim.diagnostic.
function M.read(buffer, diagnostics, encoding)
  return vim.tbl_map(function(one)
    local line, column = place(buffer, one.range.start, encoding)
    local end_line, end_column = place(buffer, one.range['end'], encoding)
    return {
      bufnr = buffer,
      lnum = line,
      col = column,
      end_lnum = end_line,
      end_col = end_column,
      severity = one.severity,
      source = one.source,
      code = one.code,
      message = one.message,
      user_data = { lsp = one },
    }
  end, diagnostics)
end

local function follow(client, buffer)
  local document = { uri = vim.uri_from_bufnr(buffer) }
  if client.server_capabilities.diagnosticProvider then
    vim.api.nvim_create_autocmd({ 'TextChanged', 'TextChangedI' }, {
      buffer = buffer,
      callback = function()
        neovim.call(client, 'request', 'textDocument/diagnostic', { textDocument = document }, nil, buffer)
      end,
    })
  end
  vim.api.nvim_create_autocmd('BufWritePost', {
    buffer = buffer,
    callback = function()
      neovim.call(client, 'notify', 'textDocument/didSave', { textDocument = document })
    end,
  })
end

--- Tells the server that BUFFER has a name now.
function M.rename(client, buffer)
  neovim.call(client, 'notify', 'textDocument/didClose', { textDocument = { uri = M.uri } })
  neovim.call(client, 'notify', 'textDocument/didOpen', {
    textDocument = {
      uri = vim.uri_from_bufnr(buffer),
      languageId = 'markdown',
      version = vim.api.nvim_buf_get_changedtick(buffer),
      text = neovim.text(buffer),
    },
  })
  follow(client, buffer)
  vim.api.nvim_exec_autocmds('TextChanged', { buffer = buffer })
end

-- Calls ACT with each buffer without a name that the client looks after, and
-- with the client.
local function each(client_id, act)
  local client = vim.lsp.get_client_by_id(client_id)
  for _, buffer in ipairs(client and vim.api.nvim_list_bufs() or {}) do
    if vim.api.nvim_buf_get_name(buffer) == '' and vim.lsp.buf_is_attached(buffer, client_id) then
      act(buffer, client)
    end
  end
end

local function show(client_id, diagnostics)
  each(client_id, function(buffer, client)
    vim.diagnostic.set(vim.lsp.diagnostic.get_namespace(client_id), buffer,
      M.read(buffer, diagnostics, client.offset_encoding))
  end)
end

-- The edits of a request for the buffer without a name; nil if it isn't meant.
local function edits_of(edit)
  for _, change in ipairs(edit.documentChanges or {}) do
    if change.textDocument and change.textDocument.uri == M.uri then
      return change.edits
    end
  end
  return (edit.changes or {})[M.uri]
end

local function apply_edit(fault, request, context, config)
  local edits = request and edits_of(request.edit)
  if not edits then
    return vim.lsp.handlers['workspace/applyEdit'](fault, request, context, config)
  end
  each(context.client_id, function(buffer, client)
    vim.lsp.util.apply_text_edits(edits, buffer, client.offset_encoding)
  end)
  return { applied = true }
end

-- A handler of METHOD that shows what DIAGNOSTICS finds for a buffer without a
-- name, and leaves the rest to Neovim.
local function handler(method, diagnostics)
  return function(fault, result, context, config)
    local found = result and diagnostics(result, context)
    if found then
      show(context.client_id, found)
    else
      vim.lsp.handlers[method](fault, result, context, config)
    end
  end
end

--- For a client's configuration: edits, and diagnostics that are pushed or
--- asked for.
M.handlers = {
  ['workspace/applyEdit'] = apply_edit,
  ['textDocument/publishDiagnostics'] = handler('textDocument/publishDiagnostics', function(result)
    return result.uri == M.uri and result.diagnostics
  end),
  ['textDocument/diagnostic'] = handler('textDocument/diagnostic', function(result, context)
    return context.params.textDocument.uri == M.uri and result.items
  end),
}

return M
