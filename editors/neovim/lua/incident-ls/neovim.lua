-- What the versions of Neovim do in different ways.

local M = {}

--- True if vim.lsp.enable() decides which buffers get a server: 0.11 and later.
M.enables = vim.lsp.enable ~= nil

--- All clients that can be asked.
M.clients = vim.lsp.get_clients or vim.lsp.get_active_clients

--- What CLIENT's function NAME returns: they became methods in 0.11.
function M.call(client, name, ...)
  if M.enables then
    return client[name](client, ...)
  end
  return client[name](...)
end

--- The byte of LINE, from 0, at which the protocol's CHARACTER stands; the
--- line's end if it has become shorter meanwhile.
function M.byte_at(line, character, encoding)
  if M.enables then
    return vim.str_byteindex(line, encoding, character, false)
  elseif encoding == 'utf-8' then
    return math.min(character, #line)
  end
  local inside, byte = pcall(vim.str_byteindex, line, character, encoding == 'utf-16')
  return inside and byte or #line
end

--- Shows PATH in the browser. False if there is nothing to do so with.
function M.open(path)
  if vim.ui.open then -- 0.10
    local _, problem = vim.ui.open(path)
    return not problem
  end
  for _, opener in ipairs({ 'xdg-open', 'wslview', 'open', 'explorer.exe' }) do
    if vim.fn.executable(opener) == 1 then
      return vim.fn.jobstart({ opener, path }, { detach = true }) > 0
    end
  end
  return false
end

--- What is in BUFFER, as Neovim tells servers.
function M.text(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
end

return M
