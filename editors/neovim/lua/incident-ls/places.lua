-- Going from one place that is still to be filled in to the next.
--
-- A snippet leads through its own places, from Neovim 0.10 on. These are those
-- of the report as it stands, as the server tells them: in older versions too, in
-- a report that was opened, and once a snippet has ended.

local client = require('incident-ls.client')
local nameless = require('incident-ls.nameless')
local M = {}

-- The places in BUFFER in the order of the text, as nameless.read() has them; or
-- nil if nobody can tell.
local function find_all(buffer)
  local standing = client.ask(buffer, 'workspace/executeCommand', {
    command = 'incident-ls.progress',
    arguments = { vim.uri_from_bufnr(buffer) },
  })
  return standing and nameless.read(buffer, vim.tbl_map(function(range)
    return { range = range }
  end, standing.blanks), client.encoding(buffer))
end

local function is_empty(place)
  return place.lnum == place.end_lnum and place.col == place.end_col
end

-- Which of PLACES comes next in DIRECTION, 1 or -1; past the last, the first.
local function choose(places, direction)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local chosen
  for _, place in ipairs(places) do
    local lnum = place.lnum + 1
    local after = lnum > row or lnum == row and place.col > column
    local before = lnum < row or lnum == row and place.end_col <= column and not is_empty(place)
    if direction > 0 and after then
      return place
    elseif direction < 0 and before then
      chosen = place
    end
  end
  return chosen or places[direction > 0 and 1 or #places]
end

-- The keys that select PLACE for what is typed to replace it, or leave the
-- cursor where nothing stands yet, a blank after what is in front of it.
local function keys_to(place)
  local to = '<Cmd>call cursor(%d,%d)<CR>'
  if is_empty(place) then
    local line = vim.api.nvim_buf_get_lines(0, place.lnum, place.lnum + 1, true)[1]
    local apart = line:sub(1, place.col):find('[^%s|]$') and '<Space>' or ''
    return to:format(place.lnum + 1, place.col + 1) .. (place.col < #line and 'i' or 'A') .. apart
  end
  local last = place.end_col + (vim.o.selection == 'exclusive' and 1 or 0)
  return to:format(place.lnum + 1, place.col + 1) .. 'v' .. to:format(place.end_lnum + 1, last) .. '<C-g>'
end

local function press(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes('<C-\\><C-n>' .. keys, true, false, true), 'ni', false)
end

--- Goes to the next place in DIRECTION, 1 or -1; from then on <Tab> does so.
function M.go(direction)
  local buffer = vim.api.nvim_get_current_buf()
  local places = find_all(buffer)
  if not places then
    vim.notify('incident-ls: no server looks after this buffer; see :checkhealth incident-ls', vim.log.levels.ERROR)
  elseif #places == 0 then
    M.finish(buffer)
    vim.notify('incident-ls: nothing is left to be filled in')
  else
    M.begin(buffer)
    press(keys_to(choose(places, direction)))
  end
end

--- Goes to the first place in TEXT, which stands in front of the cursor; nowhere
--- if there is none in it.
function M.go_into(text)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local lines = vim.split(text, '\n', { plain = true })
  local first = { row - #lines, #lines == 1 and column - #text or 0 }
  for _, place in ipairs(find_all(vim.api.nvim_get_current_buf()) or {}) do
    local after = place.lnum > first[1] or place.lnum == first[1] and place.col >= first[2]
    local before = place.lnum < row - 1 or place.lnum == row - 1 and place.col < column
    if after and before then
      press(keys_to(place))
      return
    end
  end
end

-- Does nothing follow in the snippet but its end, number 0? In 0.10 it stays
-- active there, and would begin again.
local function is_at_last_place()
  local session = vim.snippet._session
  return session.current_tabstop.index == 0 or session:get_dest_index(1) == 0
end

--- Goes on in DIRECTION: in the snippet that leads, and from its last place to
--- the next of the report.
function M.jump(direction)
  local known, is_last = pcall(is_at_last_place)
  if direction > 0 and known and is_last then
    vim.snippet.stop()
    M.go(1)
  else
    vim.snippet.jump(direction)
  end
end

-- What KEY does while a report is filled in.
local function step(key, direction)
  if vim.snippet and vim.snippet.active({ direction = direction }) then
    return ("<Cmd>lua require('incident-ls.places').jump(%d)<CR>"):format(direction)
  elseif vim.fn.pumvisible() == 1 then
    return key
  end
  return ("<Cmd>lua require('incident-ls.places').go(%d)<CR>"):format(direction)
end

local steps = { ['<Tab>'] = 1, ['<S-Tab>'] = -1 }

-- Has the user, or a plugin of the user, given KEY a meaning of its own? Neovim's
-- own, from 0.11 on, is to go through a snippet.
local function is_taken(key)
  local mapping = vim.fn.maparg(key, 'i', false, true)
  return next(mapping) ~= nil and not vim.startswith(mapping.desc or '', 'vim.snippet.jump')
end

--- From now on <Tab> and <S-Tab> go through what is to be filled in in BUFFER,
--- which is the current one, until nothing is.
function M.begin(buffer)
  for key, direction in pairs(steps) do
    if not is_taken(key) then
      vim.keymap.set({ 'i', 's' }, key, function()
        return step(key, direction)
      end, { buffer = buffer, expr = true, desc = 'vim.snippet.jump, or the next place of the report' })
    end
  end
end

--- <Tab> and <S-Tab> do in BUFFER what they did before.
function M.finish(buffer)
  for key in pairs(steps) do
    local mapping = vim.fn.maparg(key, 'i', false, true)
    if mapping.buffer == 1 and vim.startswith(mapping.desc or '', 'vim.snippet.jump') then
      vim.keymap.del({ 'i', 's' }, key, { buffer = buffer })
    end
  end
end

return M
