-- The plugin: its server, its command, its help.

local tests = require('case')
local child = require('child')
local case, equal, holds = tests.case, tests.equal, tests.holds

local has_snippets = vim.snippet ~= nil

local function notes()
  return table.concat(child.lua('return _G.notes'), '\n')
end

local function open(name)
  child.command('edit! ' .. name)
  child.wait_for_server()
end

-- The processes of the servers.
local function servers()
  return child.lua([[
    local found = {}
    for _, process in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
      local line = vim.fn.readfile('/proc/' .. process .. '/cmdline')[1] or ''
      if line:find('incident-ls', 1, true) then
        table.insert(found, process)
      end
    end
    return found
  ]])
end

local function wait_for_diagnostics()
  child.wait_for('diagnostics', '#vim.diagnostic.get(0) > 0')
end

-- The severities of what is missing in a report just begun.
local function severity_of_missing()
  return child.lua([[
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if (one.code or one.user_data.lsp.code) == 'missing-section' then
        return one.severity
      end
    end
  ]])
end

local function wait_for_severity(severity)
  tests.wait_for('the severity', function()
    return severity_of_missing() == vim.diagnostic.severity[severity]
  end)
end

case('a Markdown file gets one server, however often it is asked for', function()
  child.start()
  open('full.md')
  child.command('doautocmd FileType')
  child.command('edit!')
  child.lua("if vim.lsp.enable then vim.lsp.enable('incident-ls') end")
  open('faulty.md')
  wait_for_diagnostics()
  equal(1, child.clients())
  equal(1, #servers())
end)

case('other files and other windows get none', function()
  child.command('edit! note.txt')
  equal(0, child.clients())
  child.command('new')
  child.command('setlocal buftype=nofile filetype=markdown')
  equal(0, child.clients())
end)

case('a buffer without a name is looked after', function()
  child.start()
  child.command('set filetype=markdown')
  child.wait_for_server()
  child.lua("vim.api.nvim_buf_set_lines(0, 0, -1, true, vim.fn.readfile('faulty.md'))")
  wait_for_diagnostics()
end)

case('it is still looked after when it is given one', function()
  child.command('write named.md')
  child.command('normal! 5Gf0x')
  child.wait_for_server()
  wait_for_diagnostics()
  child.command('%delete')
  child.wait_for('no diagnostics', '#vim.diagnostic.get(0) == 0')
  equal(1, child.clients())
end)

case('hovering explains a field', function()
  child.start()
  open('full.md')
  child.lua("vim.fn.search('Relevant policies')")
  child.lua('vim.lsp.buf.hover()')
  child.wait_for('a window', '#vim.api.nvim_list_wins() == 2')
  local text = child.lua([[
    local window = vim.api.nvim_list_wins()[2]
    return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
  ]])
  holds('Relevant policies', text)
end)

case('what a rule wants is offered before its silencing, and shown', function()
  child.start()
  open('faulty.md')
  wait_for_diagnostics()
  child.lua([[
    vim.ui.select = function(items, _, chosen)
      for index, item in ipairs(items) do
        local title = (item.action or item[2]).title
        if title:find('wants') then
          _G.seen = (items[index - 1] and (items[index - 1].action or items[index - 1][2]).title or '') .. title
          chosen(item, index)
          return
        end
      end
    end
    vim.fn.cursor(1, 5)
    vim.lsp.buf.code_action()
  ]])
  child.wait_for('a window', '#vim.api.nvim_list_wins() == 2')
  holds('wants', child.lua('return _G.seen'))
  equal(nil, child.lua('return _G.seen'):find('Ignore'))
  child.command('only')
  open('full.md')
end)

case('renaming a factor renames what refers to it', function()
  child.lua("vim.fn.search('^..Contributing Factor #2', 'cW')")
  child.lua("vim.fn.search('2')")
  child.lua("vim.lsp.buf.rename('3')")
  child.wait_for('the factor', "vim.fn.search('^.*Contributing Factor #3', 'nw') > 0")
  child.wait_for('a reference', "vim.fn.search('Root Cause # 3', 'nw') > 0")
  equal(0, child.lua("return vim.fn.search('Root Cause # 2', 'nw')"))
end)

case('formatting aligns nothing but blanks', function()
  local before = child.text()
  child.lua([[
    if vim.lsp.buf.format then
      vim.lsp.buf.format({ timeout_ms = 5000 })
    else
      vim.lsp.buf.formatting_sync(nil, 5000)
    end
  ]])
  equal(before:gsub('[%s-]', ''), (child.text():gsub('[%s-]', '')))
end)

case('a new report replaces what is empty', function()
  child.start()
  child.command('IncidentReport new full')
  holds('## Full Incident Report', child.text())
  equal(1, #child.lua('return vim.api.nvim_list_wins()'))
  equal('markdown', child.lua('return vim.bo.filetype'))
  equal('- **CA Owner CCADB unique ID:**', child.line():sub(1, 31))
end)

if has_snippets then
  case('what is to be filled in is gone through', function()
    child.type('A000123')
    child.wait_for('the text', "vim.api.nvim_get_current_line():find('A000123$')")
    child.lua('vim.snippet.jump(1)')
    child.type('It happened.')
    child.wait_for('the next place', "vim.api.nvim_get_current_line() == '- **Incident description:** It happened.'")
  end)
else
  case('the first field is to be filled in', function()
    holds('A000000', child.line())
    holds('[How can others find the affected certificates?]', child.text())
    child.type('A000123')
    child.wait_for('the text', "vim.api.nvim_get_current_line():find('A000123$')")
  end)
end

case('another new report leaves alone what is there', function()
  child.type('<Esc>')
  child.wait_for('its end', "vim.fn.mode() == 'n'")
  child.command('vertical IncidentReport new preliminary')
  holds('## Preliminary Incident Report', child.text())
  equal(2, #child.lua('return vim.api.nvim_list_wins()'))
  child.type('<Esc>')
  child.command('IncidentReport new closure')
  holds('### Report Closure Summary', child.text())
  child.type('<Esc>')
  child.command('IncidentReport new other')
  holds('preliminary, full, closure, update, delay-update', notes())
end)

case('the command completes what it takes', function()
  local complete = "return vim.fn.getcompletion('IncidentReport %s', 'cmdline')"
  equal(
    { 'add', 'answered', 'certificates', 'check', 'copy', 'due', 'facts', 'log', 'new', 'next', 'posted', 'preview', 'restart' },
    child.lua(complete:format(''))
  )
  equal({ 'posted', 'preview' }, child.lua(complete:format('p')))
  equal({ 'preliminary', 'full', 'closure', 'update', 'delay-update' }, child.lua(complete:format('new ')))
  equal({ 'full' }, child.lua(complete:format('new f')))
  equal({}, child.lua(complete:format('check f')))
  child.command('IncidentReport else')
  holds('there is no "else"', notes())
end)

-- What is selected, or else the line up to the cursor.
local function at_cursor()
  return child.lua([[
    local line = vim.api.nvim_get_current_line()
    if vim.fn.mode() == 's' then
      local one, other = vim.fn.col('v'), vim.fn.col('.')
      return line:sub(math.min(one, other), math.max(one, other))
    end
    return line:sub(1, vim.fn.col('.') - 1)
  ]])
end

local function wait_for_cursor(text)
  tests.wait_for(text, function()
    return at_cursor() == text
  end)
end

case('what is left to be filled in is gone through, and replaced', function()
  child.start()
  vim.fn.system('incident-ls new preliminary > begun.md')
  open('begun.md')
  child.command('IncidentReport next')
  wait_for_cursor('- **Incident description:** ')
  child.type('[What happened?]<Tab>')
  wait_for_cursor('- **Relevant policies:** ')
  child.type('[Which one?]<Tab>')
  wait_for_cursor('- **Source of incident disclosure:** ')
  child.type('<S-Tab>')
  wait_for_cursor('[Which one?]')
  child.type('<S-Tab>')
  wait_for_cursor('[What happened?]')
  child.type('<Tab>MRSP<Tab>')
  wait_for_cursor('- **Source of incident disclosure:** ')
  equal('- **Relevant policies:** MRSP', child.lua('return vim.fn.getline(7)'))
end)

case('completion replaces all of a placeholder', function()
  child.type('[Who found it?]<Esc>0fWi')
  child.take('Audit')
  equal('- **Source of incident disclosure:** Audit', (child.line():gsub('%[$', '')))
end)

case('a key that has a meaning keeps it, and gets ours for as long as needed', function()
  child.type('<Esc>')
  child.wait_for('the end of typing', "vim.fn.mode() == 'n'")
  child.lua("vim.fn.setline(6, '- **Incident description:** Late.')")
  child.command('IncidentReport next')
  holds('nothing is left', notes())
  equal('', child.lua("return vim.fn.maparg('<S-Tab>', 's', false, true).buffer == 1 and 'ours' or ''"))
  child.start("vim.keymap.set('i', '<Tab>', 'mine')")
  open('begun.md')
  child.command('IncidentReport next')
  equal('mine', child.lua("return vim.fn.maparg('<Tab>', 'i')"))
end)

case('what there may be several of is added, and a report is copied', function()
  child.start()
  open('full.md')
  child.lua("vim.fn.search('### Timeline')")
  child.command('IncidentReport add timeline-entry')
  child.wait_for('the entry', "vim.api.nvim_get_current_line():find('what happened') ~= nil")
  child.type('<Esc>')
  child.command('IncidentReport copy')
  holds('1 error', notes())
  child.command('IncidentReport! copy')
  holds('## Full Incident Report', child.lua([[return vim.fn.getreg(vim.fn.has('clipboard') == 1 and '+' or '"')]]))
end)

case('what was pasted becomes a list of certificates', function()
  child.start()
  open('full.md')
  child.lua("vim.fn.search('### Appendix')")
  child.lua("vim.cmd('normal! j')")
  child.lua("vim.fn.append('.', { ('a1'):rep(32), '' })")
  child.lua("vim.cmd('normal! j')")
  child.command('IncidentReport certificates')
  child.wait_for('the list', "vim.fn.search(',' .. ('a1'):rep(32) .. ',,,,,,,,,', 'n') > 0")
end)

case('a restarted server is another one', function()
  child.start()
  open('faulty.md')
  wait_for_diagnostics()
  local before = servers()
  child.command('IncidentReport restart')
  child.wait_for_server()
  equal(1, #servers())
  equal(false, before[1] == servers()[1])
  wait_for_diagnostics()
end)

case('so is one that was killed', function()
  local before = servers()
  child.lua("vim.loop.kill(..., 'sigkill')", before[1])
  tests.wait_for('its end', function()
    return child.clients() == 0
  end)
  child.command('IncidentReport restart')
  child.wait_for_server()
  equal(false, before[1] == servers()[1])
  child.command('set modified')
  wait_for_diagnostics()
end)

-- The location list, as "line:column type" with the name of the rule.
local function location_list()
  return child.lua([[
    return vim.tbl_map(function(item)
      return ('%d:%d %s %s'):format(item.lnum, item.col, item.type, item.text)
    end, vim.fn.getloclist(0))
  ]])
end

case('a check lists all that is wrong, and goes there', function()
  child.start()
  open('faulty.md')
  child.command('IncidentReport check')
  local list = location_list()
  equal(9, #list)
  equal('1:4 E The Full Incident Report has no section "Related Incidents"; the template requires it.', list[1])
  equal({ 1, 3 }, child.lua('return vim.api.nvim_win_get_cursor(0)'))
  equal(2, #child.lua('return vim.api.nvim_list_wins()'))
end)

case('a check takes nothing for a draft', function()
  vim.fn.writefile({ '{"draft": true}' }, '.incident-ls.json')
  child.start()
  open('faulty.md')
  wait_for_severity('INFO')
  child.command('IncidentReport check')
  vim.fn.delete('.incident-ls.json')
  equal('1:4 E', location_list()[1]:sub(1, 5))
  wait_for_severity('ERROR')
end)

case('a check of a good report says so, and lists nothing', function()
  open('full.md')
  child.command('IncidentReport check')
  equal({}, location_list())
  equal('incident-ls: nothing is wrong', notes())
  equal(1, #child.lua('return vim.api.nvim_list_wins()'))
  equal(false, child.lua('return vim.bo.modified'))
end)

case('a preview is a page that the browser opens', function()
  local bin = vim.fn.fnamemodify(vim.fn.exepath('incident-ls'), ':h')
  vim.fn.writefile({ '#!/bin/sh', ('printf %%s "$1" >"%s/opened"'):format(bin) }, bin .. '/xdg-open')
  vim.fn.setfperm(bin .. '/xdg-open', 'rwxr-xr-x')
  child.start()
  open('full.md')
  child.lua("vim.api.nvim_buf_set_lines(0, 0, 1, true, { '## Not <b>saved</b> yet' })")
  child.command('IncidentReport preview')
  local page
  tests.wait_for('the page', function()
    page = (vim.fn.filereadable(bin .. '/opened') == 1 and vim.fn.readfile(bin .. '/opened') or {})[1]
    return page
  end)
  local text = table.concat(vim.fn.readfile(page), '\n')
  holds('<!DOCTYPE html>', text)
  holds('<h2>Not &lt;b&gt;saved&lt;/b&gt; yet</h2>', text)
  equal('rwx------', vim.fn.getfperm(vim.fn.fnamemodify(page, ':h')))
  equal(true, child.lua('return vim.bo.modified'))
  holds(page, notes())
end)

case('the log can be looked at', function()
  child.command('IncidentReport log')
  holds('lsp.log', child.lua('return vim.api.nvim_buf_get_name(0)'))
end)

case('settings come from a variable', function()
  child.start('vim.g.incident_ls = { draft = true }')
  open('faulty.md')
  wait_for_severity('INFO')
end)

case('settings come from setup()', function()
  child.start()
  child.lua("require('incident-ls').setup({ settings = { draft = true } })")
  open('faulty.md')
  wait_for_severity('INFO')
  child.lua("require('incident-ls').setup({ settings = { draft = false } })")
  child.wait_for_server()
  wait_for_severity('ERROR')
  equal(1, #servers())
end)

local function health()
  child.command('checkhealth incident-ls')
  return child.text()
end

case('checkhealth says how things stand', function()
  local text = health()
  holds('OK', text)
  holds('incident-ls 0', text)
  holds('faulty.md', text)
  holds('draft = false', text)
  holds(has_snippets and 'leads through' or 'none before Neovim 0.10', text)
end)

case('a missing program is said once, and how to get it', function()
  child.start(nil, '/nowhere')
  child.command('edit full.md')
  child.command('edit faulty.md')
  equal('incident-ls is not in PATH, so no report is checked; see :help incident-ls-install', notes())
  child.command('IncidentReport preview')
  holds('incident-ls: incident-ls is not in PATH', notes())
  holds('ERROR', health())
end)

case('the program can be anywhere', function()
  local program = vim.fn.exepath('incident-ls')
  child.start(("require('incident-ls').setup({ cmd = { '%s', '--stdio' } })"):format(program), '/nowhere')
  open('faulty.md')
  wait_for_diagnostics()
  child.command('enew!')
  child.command('IncidentReport new closure')
  holds('### Report Closure Summary', child.text())
end)

case('every tag of the help can be found', function()
  local folder = os.getenv('ROOT') .. '/editors/neovim/doc'
  local copy = vim.fn.tempname()
  vim.fn.mkdir(copy)
  vim.fn.writefile(vim.fn.readfile(folder .. '/incident-ls.txt'), copy .. '/incident-ls.txt')
  vim.cmd('helptags ' .. copy)
  equal(vim.fn.readfile(copy .. '/tags'), vim.fn.readfile(folder .. '/tags'))
  child.start()
  child.command('help incident-ls-install')
  holds('doc/incident-ls.txt', child.lua('return vim.api.nvim_buf_get_name(0)'))
end)

child.stop()
tests.finish()
