-- The life of a bug, comment by comment, while the clock goes on: what is due,
-- and what its writer has to say of it.
--
-- The server's clock is the file $CLOCK_FILE; see world/clock.c.

local tests = require('case')
local child = require('child')
local case, equal, holds = tests.case, tests.equal, tests.holds

-- Sets the clock to MOMENT, "2026-03-01 10:00" in UTC.
local function set_clock(moment)
  local year, month, day, hour, minute = moment:match('(%d+)-(%d+)-(%d+) (%d+):(%d+)')
  local days = vim.fn.systemlist({ 'date', '-u', '-d', ('%s-%s-%s'):format(year, month, day), '+%s' })[1]
  local seconds = tonumber(days) + hour * 3600 + minute * 60
  local bytes = ''
  for _ = 1, 8 do
    bytes = bytes .. string.char(seconds % 256)
    seconds = math.floor(seconds / 256)
  end
  local file = assert(io.open(os.getenv('CLOCK_FILE'), 'r+b'))
  file:write(bytes)
  file:close()
end

-- What is due, one a line, the list having been asked for.
local function due()
  child.command('IncidentReport due')
  local lines = child.lua([[
    return vim.tbl_map(function(item)
      return ('%s %s:%d %s'):format(item.type, vim.fn.fnamemodify(vim.fn.bufname(item.bufnr), ':t'), item.lnum,
        item.text:gsub(' %(.*', ''))
    end, vim.fn.getqflist())
  ]])
  if #lines > 0 then
    child.command('wincmd p')
    child.command('cclose')
  end
  return lines
end

local function begin(kind)
  child.command('IncidentReport new ' .. kind)
  child.wait_for_server()
  child.type('<Esc>')
  child.wait_for('normal mode', "vim.fn.mode() == 'n'")
end

-- Answers what is asked for in a new thread, by keys alone.
local function tell(aware, bug, owner)
  child.type(([[<C-\><C-n>:IncidentReport facts<CR>%s<CR>%s<CR>%s<CR>]]):format(aware, bug, owner))
  child.wait_for('the facts', ("vim.fn.search('bug=%s', 'nw') > 0"):format(bug))
end

case('a new thread is told of by keys alone', function()
  set_clock('2026-03-01 10:00')
  child.start()
  vim.fn.mkdir('bug')
  child.command('cd bug')
  child.command('set hidden')
  begin('preliminary')
  tell('2026-03-01 09:00Z', '1234567', 'A000123')
  holds('aware=2026-03-01T09:00Z, bug=1234567', child.text())
  equal({ 'I preliminary-report.md:3 Bug 1234567: First report due in 3 days, 2026-03-04 09:00 UTC' }, due())
end)

case('the preliminary report has been posted', function()
  child.command('IncidentReport posted')
  child.wait_for('the note', "vim.fn.search('posted=2026-03-01T10:00Z', 'nw') > 0")
  equal({
    'I preliminary-report.md:3 Bug 1234567: Update due in 7 days, 2026-03-08 10:00 UTC',
    'I preliminary-report.md:3 Bug 1234567: Full report due in 14 days, 2026-03-15 10:00 UTC',
  }, due())
  child.command('silent write')
end)

case('what was promised is overdue by itself', function()
  set_clock('2026-03-09 10:00')
  equal('E preliminary-report.md:3 Bug 1234567: Update overdue by 1 day, 2026-03-08 10:00 UTC', due()[1])
end)

case('the full report meets both', function()
  begin('full')
  tell('', '1234567', 'A000123')
  holds('- **CA Owner CCADB unique ID:** A000123', child.text())
  child.command('IncidentReport posted')
  child.wait_for('the note', "vim.fn.search('posted=2026-03-09T10:00Z', 'nw') > 0")
  child.command('silent write')
  equal({ 'I full-report.md:3 Bug 1234567: Update due in 7 days, 2026-03-16 10:00 UTC' }, due())
end)

case('a question is answered by an update', function()
  set_clock('2026-03-14 08:00')
  child.lua("vim.fn.setline(3, (vim.fn.getline(3):gsub('%)$', ', question=2026-03-13T08:00Z)')))")
  equal({
    'I full-report.md:3 Bug 1234567: Update due in 2 days, 2026-03-16 10:00 UTC',
    'I full-report.md:3 Bug 1234567: Answer to a question due in 6 days, 2026-03-20 08:00 UTC',
  }, due())
  child.command('IncidentReport answered')
  child.wait_for('the answer', "vim.fn.search('updated=2026-03-14T08:00Z', 'nw') > 0")
  equal(0, child.lua("return vim.fn.search('question=', 'nw')"))
  child.command('silent write')
  begin('update')
  tell('', '1234567', '')
  child.command('IncidentReport posted')
  child.wait_for('the note', "vim.fn.search('posted=2026-03-14T08:00Z', 'nw') > 0")
  child.command('silent write')
  equal('Bug 1234567: Update due in 7 days, 2026-03-21 08:00 UTC', due()[1]:match('Bug.*'))
end)

case('while a revocation is delayed, updates come faster', function()
  set_clock('2026-03-15 12:00')
  begin('delay-update')
  tell('', '1234567', '')
  child.lua("vim.fn.setline(3, (vim.fn.getline(3):gsub('%)$', ', whiteboard=leaf-revocation-delay)')))")
  child.command('IncidentReport posted')
  child.wait_for('the note', "vim.fn.search('posted=2026-03-15T12:00Z', 'nw') > 0")
  child.command('silent write')
  equal('Bug 1234567: Update on the delayed revocation due in 3 days, 2026-03-18 12:00 UTC', due()[1]:match('Bug.*'))
end)

case('nothing is due after the closure', function()
  begin('closure')
  tell('', '1234567', '')
  child.command('IncidentReport posted')
  child.command('silent write')
  equal({}, vim.tbl_filter(function(line)
    return line:find('Update', 1, true) or line:find('report', 1, true)
  end, due()))
end)

case('files that are not open count as they lie there', function()
  vim.fn.delete('bug/closure-report.md')
  child.start()
  child.command('cd bug')
  child.command('edit full-report.md')
  child.wait_for_server()
  equal('Bug 1234567: Update on the delayed revocation due in 3 days, 2026-03-18 12:00 UTC', due()[1]:match('Bug.*'))
  child.command('cfirst')
  equal('delay-update-report.md', child.lua("return vim.fn.expand('%:t')"))
  holds('[incident-ls]:', child.line())
end)

child.stop()
tests.finish()
