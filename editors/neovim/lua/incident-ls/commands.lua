-- :IncidentReport and what it can do.

local client = require('incident-ls.client')
local life = require('incident-ls.life')
local nameless = require('incident-ls.nameless')
local neovim = require('incident-ls.neovim')
local places = require('incident-ls.places')
local M = {}

local kinds = { 'preliminary', 'full', 'closure', 'update', 'delay-update' }

local function complain(problem)
  vim.notify('incident-ls: ' .. problem, vim.log.levels.ERROR)
end

-- The program's command line with ARGUMENTS instead of what makes it a server.
local function command_line(arguments)
  local command = {}
  for _, word in ipairs(client.command() or { client.name }) do
    if word ~= '--stdio' then
      table.insert(command, word)
    end
  end
  return vim.list_extend(command, arguments)
end

-- What the program prints when it is run with ARGUMENTS on INPUT. Nil after it
-- has complained.
local function run(arguments, input)
  local found, why = client.found()
  local printed, problems
  if not found then
    complain(why)
    return
  end
  local job = vim.fn.jobstart(command_line(arguments), {
    stdout_buffered = true,
    stderr_buffered = true,
    on_stdout = function(_, lines)
      printed = lines
    end,
    on_stderr = function(_, lines)
      problems = lines
    end,
  })
  vim.fn.chansend(job, input)
  vim.fn.chanclose(job, 'stdin')
  if vim.fn.jobwait({ job }, client.patience)[1] ~= 0 then
    vim.fn.jobstop(job)
    complain(table.concat(problems or {}, '\n'))
    return
  end
  return printed
end

-- The first of full-report.md, full-report-2.md ... that there isn't.
local function free_name(kind)
  local number = 1
  local name
  repeat
    name = number == 1 and kind .. '-report.md' or ('%s-report-%d.md'):format(kind, number)
    number = number + 1
  until vim.fn.filereadable(name) == 0 and vim.fn.bufexists(name) == 0
  return name
end

-- A buffer for something new: the current one if nothing is in it. It gets a
-- name, because Neovim can't tell a server two buffers without one apart.
local function open_buffer(kind, modifiers)
  local unused = vim.api.nvim_buf_get_name(0) == '' and vim.bo.buftype == ''
    and not vim.bo.modified and neovim.text(0) == '\n'
  if modifiers ~= '' or not unused then
    vim.cmd(modifiers .. ' new')
  end
  vim.api.nvim_buf_set_name(0, free_name(kind))
  client.written(vim.api.nvim_get_current_buf())
  vim.bo.filetype = 'markdown'
end

-- What the server answers when it executes incident-ls.NAME of this buffer.
local function execute(name, ...)
  return client.ask(vim.api.nvim_get_current_buf(), 'workspace/executeCommand', {
    command = 'incident-ls.' .. name,
    arguments = { ... },
  })
end

-- The server's template; nil if there is no server.
local function template_of(kind)
  for _, template in ipairs(execute('templates') or {}) do
    if template.keyword == kind then
      return template
    end
  end
end

-- Writes LINES, and selects what is to be filled in first, for what is typed to
-- replace it; where nothing stands there, what is typed goes there.
local function write(lines)
  while lines[#lines] == '' do
    table.remove(lines)
  end
  vim.api.nvim_buf_set_lines(0, 0, -1, true, lines)
  vim.fn.cursor(1, 1)
  if vim.fn.search([[:\*\* \+\zs\S]], 'cW') > 0 then
    vim.cmd([[execute "normal! vg_\<C-g>"]])
  else
    vim.fn.search([[:\*\* *$]], 'cW')
    vim.cmd('startinsert!')
  end
end

local function new(kind, modifiers)
  if not vim.tbl_contains(kinds, kind) then
    complain('new takes one of ' .. table.concat(kinds, ', '))
    return
  end
  open_buffer(kind, modifiers)
  places.begin(vim.api.nvim_get_current_buf())
  local template = template_of(kind)
  if template and template.snippet then
    vim.snippet.expand(template.text)
    return
  end
  local lines = template and vim.split(template.text, '\n', { plain = true }) or run({ 'new', kind }, '')
  if lines then
    write(lines)
  end
end

-- Neovim's folder for temporary files is the user's alone, and goes with it.
local pages = {} -- by buffer

local function preview()
  local buffer = vim.api.nvim_get_current_buf()
  local lines = run({ 'preview', '-' }, neovim.text(buffer))
  if not lines then
    return
  end
  pages[buffer] = pages[buffer] or vim.fn.tempname() .. '.html'
  vim.fn.writefile(lines, pages[buffer])
  if neovim.open(pages[buffer]) then
    vim.notify('incident-ls: the page is ' .. pages[buffer])
  else
    vim.notify('incident-ls: no browser opens here; the page is ' .. pages[buffer], vim.log.levels.WARN)
  end
end

-- What is wrong with the report once it isn't a draft, whatever the settings
-- say; what its own words say of it the server has us take out.
local function check()
  local buffer = vim.api.nvim_get_current_buf()
  local document = { uri = vim.uri_from_bufnr(buffer) }
  execute('check', document.uri)
  local answer = client.ask(buffer, 'textDocument/diagnostic', { textDocument = document })
  if not answer then
    complain('no server looks after this buffer; see :checkhealth incident-ls')
    return
  end
  local found = nameless.read(buffer, answer.items, client.encoding(buffer))
  vim.fn.setloclist(0, {}, ' ', { title = 'Incident report', items = vim.diagnostic.toqflist(found) })
  if #found == 0 then
    vim.cmd('lclose')
    vim.notify('incident-ls: nothing is wrong')
  else
    vim.cmd('lopen')
    vim.cmd('wincmd p')
    vim.cmd('lfirst')
  end
end

local function counted(count, noun)
  return ('%d %s%s'):format(count, noun, count == 1 and '' or 's')
end

-- Puts the report at the cursor into the clipboard, or where there is none into
-- the unnamed register, as a comment in Bugzilla is to have it.
local function copy(_, _, anyway)
  local encoding = client.encoding(vim.api.nvim_get_current_buf())
  local place = vim.lsp.util.make_position_params(0, encoding)
  local posting = execute('bugzillaText', place.textDocument.uri, place.position)
  if not posting then
    complain('no server looks after this buffer; see :checkhealth incident-ls')
    return
  elseif posting.errors > 0 and not anyway then
    complain(('not copied: %s; see :IncidentReport check, or add a "!"'):format(counted(posting.errors, 'error')))
    return
  end
  local clipboard = vim.fn.has('clipboard') == 1
  vim.fn.setreg(clipboard and '+' or '"', posting.text)
  local words = ('incident-ls: copied %s%s'):format(
    counted(posting.length, 'character'), clipboard and '' or ' into the unnamed register')
  if posting.above > 0 then
    words = ("%s, with %s that stand above the report's heading"):format(words, counted(posting.above, 'line'))
  end
  if posting.length > posting.limit then
    words = ('%s; Bugzilla takes no more than %d in a comment'):format(words, posting.limit)
  end
  local all_is_well = posting.above == 0 and posting.length <= posting.limit
  vim.notify(words, all_is_well and vim.log.levels.INFO or vim.log.levels.WARN)
end

local additions = { 'action-item', 'contributing-factor', 'related-incident', 'timeline-entry' }

-- Adds one more WHAT, and leaves the cursor in it.
local function add(what)
  local encoding = client.encoding(vim.api.nvim_get_current_buf())
  local place = vim.lsp.util.make_position_params(0, encoding)
  local addition = execute('add', place.textDocument.uri, place.position, what or '', true)
  if not addition then
    complain('nothing was added; add takes one of ' .. table.concat(additions, ', ') .. ', and the section must be there')
    return
  end
  -- What nobody has written in yet makes room first.
  vim.lsp.util.apply_text_edits({ { range = addition.range, newText = '' } }, vim.api.nvim_get_current_buf(), encoding)
  local row = addition.range.start.line
  local line = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
  vim.api.nvim_win_set_cursor(0, { row + 1, #line })
  if addition.snippet then
    vim.cmd('startinsert!')
    vim.snippet.expand(addition.text)
    return
  end
  vim.api.nvim_buf_set_text(0, row, #line, row, #line, vim.split(addition.text, '\n', { plain = true }))
  vim.fn.search([[\w]], 'W')
end

-- Makes a list of what was pasted in the Appendix at the cursor.
local function certificates()
  local buffer = vim.api.nvim_get_current_buf()
  local encoding = client.encoding(buffer)
  local place = vim.lsp.util.make_position_params(0, encoding)
  local actions = client.ask(buffer, 'textDocument/codeAction', {
    textDocument = place.textDocument,
    range = { start = place.position, ['end'] = place.position },
    context = { only = { 'refactor.rewrite.certificates' }, diagnostics = {} },
  })
  if actions and actions[1] then
    vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
  else
    complain('nothing in this Appendix is there to make a list of certificates of')
  end
end

local function log()
  vim.cmd('split ' .. vim.fn.fnameescape(require('vim.lsp.log').get_filename()))
  vim.cmd('normal! G')
end

local subcommands = {
  add = { run = add, arguments = additions },
  answered = { run = life.answered },
  certificates = { run = certificates },
  check = { run = check },
  copy = { run = copy },
  due = { run = life.due },
  facts = { run = life.facts },
  log = { run = log },
  new = { run = new, arguments = kinds },
  posted = { run = life.posted },
  next = { run = function() places.go(1) end },
  preview = { run = preview },
  restart = { run = client.restart },
}

local function names()
  local all = vim.tbl_keys(subcommands)
  table.sort(all)
  return all
end

local function run_subcommand(given)
  local subcommand = subcommands[given.fargs[1]]
  if subcommand then
    subcommand.run(given.fargs[2], given.mods, given.bang)
  else
    complain(('there is no "%s", only %s'):format(given.fargs[1], table.concat(names(), ', ')))
  end
end

-- Subcommands, or what the one in LINE takes, that begin with LEAD.
local function complete(lead, line, position)
  local name = line:sub(1, position):match('I%a*%s+(%a+)%s+%S*$')
  local all = name and (subcommands[name] or {}).arguments or not name and names()
  return vim.tbl_filter(function(word)
    return vim.startswith(word, lead)
  end, all or {})
end

-- Shows what the rule that a code action names wants.
local function explain(command)
  local explanation = execute('explain', command.arguments[1], true)
  if explanation then
    vim.lsp.util.open_floating_preview(vim.split(explanation.text, '\n', { plain = true }), 'markdown', {})
  end
end

--- Makes the command, and what the server's code actions need.
function M.load()
  vim.lsp.commands['incident-ls.explain'] = explain
  vim.api.nvim_create_user_command('IncidentReport', run_subcommand, {
    nargs = '+',
    bang = true,
    complete = complete,
    desc = 'Write, check and preview incident reports',
  })
end

return M
