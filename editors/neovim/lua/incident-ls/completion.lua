-- Neovim's own completion menu.
--
-- Before 0.11 it writes an item's line ends as NULs into one line, of which servers
-- are told wrongly, and a snippet without its places to fill in. So the menu
-- gets one line of such an item, and once that has been taken, what belongs
-- there takes its place. Other completion plugins see to that themselves.

local client = require('incident-ls.client')
local neovim = require('incident-ls.neovim')
local places = require('incident-ls.places')
local M = {}

local SNIPPET = 2 -- of InsertTextFormat

local offered -- what the menu is to get
local asked -- where completion was asked for: { row, column, line }

-- An item that the menu can't insert as it is.
local function is_special(item)
  return item.insertTextFormat == SNIPPET or item.textEdit.newText:find('\n', 1, true)
end

local function menu_item(item)
  local means = item.documentation or ''
  return {
    word = is_special(item) and (item.filterText or item.label) or item.textEdit.newText,
    abbr = item.label,
    kind = vim.lsp.protocol.CompletionItemKind[item.kind],
    menu = item.detail or '',
    info = type(means) == 'table' and means.value or means,
    icase = 1,
    dup = 1,
    empty = 1,
    user_data = { ['incident-ls'] = item },
  }
end

-- The items at the cursor, and the byte of the line where what they replace
-- begins.
local function ask()
  local buffer = vim.api.nvim_get_current_buf()
  local encoding = client.encoding(buffer)
  local answer = client.ask(buffer, 'textDocument/completion', vim.lsp.util.make_position_params(0, encoding))
  local items = answer and answer.items or {}
  if #items == 0 then
    return {}
  end
  table.sort(items, function(a, b)
    return a.sortText < b.sortText
  end)
  local start = items[1].textEdit.range.start.character
  return items, neovim.byte_at(vim.api.nvim_get_current_line(), start, encoding)
end

--- For 'omnifunc'; where the server has nothing to offer, others may.
function M.omnifunc(find_start, base)
  if find_start == 1 then
    local row, column = unpack(vim.api.nvim_win_get_cursor(0))
    asked = { row = row, column = column, line = vim.api.nvim_get_current_line() }
  end
  if neovim.enables then
    return vim.lsp.omnifunc(find_start, base)
  end
  if find_start == 1 then
    local items, start = ask()
    offered = #items > 0 and vim.tbl_map(menu_item, items) or nil
    return offered and start or vim.lsp.omnifunc(find_start, base)
  end
  return offered or vim.lsp.omnifunc(find_start, base)
end

-- Takes WORD, which the menu has put in front of the cursor, out again. False
-- if it isn't there: then the menu was left without taking anything.
local function take_out(word)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local start = column - #word
  if start < 0 or vim.api.nvim_get_current_line():sub(start + 1, column) ~= word then
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

-- The item that the menu has put in front of the cursor; nil if it is none of
-- ours.
local function taken()
  local data = vim.v.completed_item.user_data
  if type(data) ~= 'table' then
    return
  end
  return data['incident-ls'] or vim.tbl_get(data, 'nvim', 'lsp', 'completion_item')
end

-- Neovim's menu replaces what stands in front of the cursor. The rest of what
-- ITEM replaces, such as that of a placeholder, is taken out here.
local function take_out_rest(item)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  if not asked or asked.row ~= row or not item.textEdit or not item.textEdit.range then
    return
  end
  local last = neovim.byte_at(asked.line, item.textEdit.range['end'].character, client.encoding(vim.api.nvim_get_current_buf()))
  if last > asked.column then
    vim.api.nvim_buf_set_text(0, row - 1, column, row - 1, column + last - asked.column, { '' })
  end
  asked = nil
end

local function finish()
  local item = taken()
  if not item then
    return
  end
  take_out_rest(item)
  if is_special(item) then
    places.begin(vim.api.nvim_get_current_buf())
  end
  local text = item.textEdit.newText
  if not neovim.enables and is_special(item) and take_out(vim.v.completed_item.word) then
    local insert = item.insertTextFormat == SNIPPET and vim.snippet.expand or put
    insert(text)
  end
  if not vim.snippet then -- it leads there
    places.go_into(text)
  end
end

-- Neovim does so itself, but where a symbolic link leads to its own files it
-- takes what they have set for the user's wish.
local function attached(event)
  if vim.lsp.get_client_by_id(event.data.client_id).name == client.name then
    client.complete_by(event.buf)
  end
end

--- Does so from now on; its autocommands are of GROUP.
function M.load(group)
  vim.api.nvim_create_autocmd('CompleteDone', { group = group, callback = finish })
  if neovim.enables then
    vim.api.nvim_create_autocmd('LspAttach', { group = group, callback = attached })
  end
end

return M
