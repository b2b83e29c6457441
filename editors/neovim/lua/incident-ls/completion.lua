-- Lets Neovim's own completion menu insert what spans several lines.
--
-- Before 0.11 the menu writes an item's line ends as NULs into one line, and a
-- snippet without its places to fill in. Once such an item has been taken, it
-- is put in anew. Other completion plugins see to that themselves.

local client = require('incident-ls.client')
local neovim = require('incident-ls.neovim')
local M = {}

-- The server's item that is being taken; nil if it is none of Neovim's menu.
local function taken()
  local data = vim.v.completed_item.user_data
  data = type(data) == 'table' and data.nvim
  return data and data.lsp and data.lsp.completion_item
end

-- Takes WORD, which the menu has put in front of the cursor, out again. False
-- if it isn't there: then the menu was left without taking anything.
local function take_out(word)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local before = vim.api.nvim_get_current_line():sub(1, column)
  local start = column - #word
  if start < 0 or before:sub(start + 1) ~= word:gsub('\n', '\0') then
    return false
  end
  vim.api.nvim_buf_set_text(0, row - 1, start, row - 1, column, { '' })
  vim.api.nvim_win_set_cursor(0, { row, start })
  return true
end

local function put(text)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local lines = vim.split(text, '\n', { plain = true })
  vim.api.nvim_buf_set_text(0, row - 1, column, row - 1, column, lines)
  local start = #lines == 1 and column or 0
  vim.api.nvim_win_set_cursor(0, { row + #lines - 1, start + #lines[#lines] })
end

local function finish()
  local item = taken()
  local word = vim.v.completed_item.word
  local snippet = item and item.insertTextFormat == 2
  if not item or #client.clients(vim.api.nvim_get_current_buf()) == 0 then
    return
  elseif (snippet or word:find('\n', 1, true)) and take_out(word) then
    (snippet and vim.snippet.expand or put)(item.textEdit.newText)
  end
end

--- Does so from now on; its autocommand is one of GROUP.
function M.load(group)
  if not neovim.enables then
    vim.api.nvim_create_autocmd('CompleteDone', { group = group, callback = finish })
  end
end

return M
