-- Cases, and what they are made of.

local M = {}
local failed = 0

-- Milliseconds after which whatever is waited for has not come.
local patience = 10000

--- Runs TEST, and says how it went.
function M.case(name, test)
  local ok, fault = xpcall(test, debug.traceback)
  io.stdout:write((ok and 'ok   ' or 'FAIL ') .. name .. '\n')
  if not ok then
    io.stdout:write(fault .. '\n')
    failed = failed + 1
  end
end

function M.equal(expected, found)
  if not vim.deep_equal(expected, found) then
    error('expected ' .. vim.inspect(expected) .. ', found ' .. vim.inspect(found), 2)
  end
end

--- Fails unless TEXT holds PIECE.
function M.holds(piece, text)
  if not text:find(piece, 1, true) then
    error(('no "%s" in:\n%s'):format(piece, text), 2)
  end
end

function M.wait_for(what, condition)
  if not vim.wait(patience, condition, 10) then
    error('in vain waited for ' .. what, 2)
  end
end

--- Ends Neovim with a status that says whether all cases went well.
function M.finish()
  io.stdout:write(failed == 0 and 'all passed\n' or failed .. ' failed\n')
  vim.cmd(failed == 0 and 'quitall!' or 'cquit')
end

return M
