-- Whole reports, written from an empty buffer: what has a fixed form is taken
-- from the completion menu, what is told is typed. None has a finding then.

local tests = require('case')
local child = require('child')
local case, equal = tests.case, tests.equal

local has_snippets = vim.snippet ~= nil

local function day(away)
  return os.date('!%Y-%m-%d', os.time() + away * 24 * 60 * 60)
end

local date = 'YYYY-MM-DD'

-- The beginning of an entry of the timeline: of the template's its form.
local moment = '[%dY]+-[%dM]+-[%dD]+ [%dH]+:[%dM]+'

-- Does the template's snippet lead? Not before 0.10, and not past an item with
-- places of its own. Then <Tab> goes to what is still to be filled in, which
-- what the template proposes and is allowed is not.
local led
local proposed = { ['N/A'] = true, ['Prevent'] = true, ['Root Cause # 1'] = true }

local function is_passed_over(placeholder)
  return not led and proposed[placeholder]
end

-- What is selected; "" if nothing is.
local function selected()
  return child.lua([[
    local one, other = vim.fn.col('v'), vim.fn.col('.')
    return vim.fn.mode() == 's'
      and vim.api.nvim_get_current_line():sub(math.min(one, other), math.max(one, other)) or ''
  ]])
end

-- Waits until the PLACEHOLDER is selected in the line with LABEL.
local function wait_for_place(label, placeholder)
  local ok, fault = pcall(tests.wait_for, placeholder, function()
    return selected():find(placeholder, 1, placeholder ~= moment)
      and child.line():find(label, 1, true)
  end)
  if not ok then
    error(('%s; "%s" is selected in: %s'):format(fault, selected(), child.line()), 2)
  end
end

-- Types TEXT over the PLACEHOLDER in the line with LABEL.
local function type_over(label, placeholder, text)
  wait_for_place(label, placeholder)
  child.type((text:gsub('<', '<lt>')))
  child.wait_for('the answer', ('vim.api.nvim_get_current_line():find(%q, 1, true)'):format(text))
end

-- The same, and goes on.
local function answer(label, placeholder, text)
  type_over(label, placeholder, text)
  child.type('<Tab>')
end

-- Takes the item ITEM there, and types TEXT after it.
local function take(label, placeholder, item, text)
  if is_passed_over(placeholder) then
    return
  end
  wait_for_place(label, placeholder)
  child.take(item)
  child.type((text or '') .. '<Tab>')
end

-- Takes the item ITEM, whose own places have ANSWERS: {placeholder, text}.
local function take_snippet(label, placeholder, item, answers)
  wait_for_place(label, placeholder)
  child.take(item)
  for _, one in ipairs(answers) do
    if has_snippets or one[1] ~= one[2] then
      answer(label, one[1], one[2])
    end
  end
  led = false
end

-- Takes the event EVENT in a new line of the timeline, as of today's TIME.
local function add_event(time, event)
  child.type('<Esc>A<CR>')
  child.take(event)
  led = false
  type_over('- ', moment, day(0) .. ' ' .. time)
  if has_snippets then -- what happened is a place, too
    child.type('<Tab>')
    wait_for_place('- ', event)
  end
end

-- Links to the bug NUMBER; no snippet writes it twice before 0.10.
local function add_link(number)
  local placeholder = '[Related Bug ID](Related Bug URL)'
  if has_snippets then
    take_snippet('|', placeholder, 'Link to a bug', { { 'bug number', number } })
  else
    type_over('|', placeholder, ('[%s](https://bugzilla.mozilla.org/show_bug.cgi?id=%s)'):format(number, number))
    child.type('<Tab>')
  end
end

-- Adds a certificate below this line of the list, whose hashes consist of the
-- digit DIGIT.
local function add_certificate(digit)
  local hash = digit:rep(64)
  child.type(('<Esc>o%s,%s,CN=a.example,CN=CA,%s,%s,%s,a.example,'):format(
    hash:sub(2) .. '0', hash, day(-20), day(70), digit:rep(32)))
  child.take('Yes')
  child.type(',')
  child.take(day(0))
  child.type(',')
  child.take('superseded')
end

local function open()
  child.start()
  child.command('set filetype=markdown')
  child.wait_for_server()
  child.type('i')
end

local function begin(name)
  open()
  child.take(name)
  led = has_snippets
end

-- Takes LABEL in a new line, and answers what it asks for.
local function add_field(label, placeholder, text)
  child.type('<Esc>o')
  child.take(label)
  type_over(label, placeholder, text)
end

-- What the command line says of the report once it is no draft any more.
local function findings()
  child.type('<Esc>')
  child.wait_for('its end', "vim.fn.mode() == 'n'")
  child.command('IncidentReport check')
  child.command('write! written.md')
  return vim.fn.system('incident-ls check written.md 2>&1')
end

case('a preliminary report', function()
  begin('Preliminary Incident Report')
  answer('description', 'What happened?', 'Two certificates hold no locality.')
  take_snippet('policies', 'Policy, version, section', 'NCSSRs', { { '2.0.5', '2.0.5' }, { '[section]', '4.2' } })
  take('disclosure', '[Who noticed it?]', 'Self Reported')
  equal('incident-ls: no findings in 1 file\n', findings())
end)

case('the same, field after field', function()
  open()
  child.type('## Preliminary Incident Report<CR><CR>### Summary<CR>')
  add_field('Incident description', 'What happened?', 'Two certificates hold no locality.')
  add_field('Relevant policies', 'Policy, version, section', 'TLS BRs, version 2.2.6, section 7.1.2.7.4')
  add_field('Source of incident disclosure', '[Who noticed it?]', 'Self Reported')
  equal('incident-ls: no findings in 1 file\n', findings())
end)

case('a closure summary', function()
  begin('Report Closure Summary')
  answer('description', 'What happened?', 'Two certificates held no locality.')
  answer('Cause', '[Why did it happen?]', 'The checklist had no list of what must be there.')
  answer('Remediation', '[What has been done?]', 'The linter runs before issuance.')
  take('Commitment', 'N/A', 'N/A')
  equal('incident-ls: no findings in 1 file\n', findings())
end)

case('a full report', function()
  begin('Full Incident Report')
  answer('unique ID', 'A000000', 'A000123')
  answer('description', 'What happened?', 'Two certificates hold no locality.')
  answer('start date', date, day(-20))
  take('identified date', date, day(0))
  take('end date', date, day(0))
  take_snippet('policies', 'Policy, version, section', 'NCSSRs', { { '2.0.5', '2.0.5' }, { '[section]', '4.2' } })
  take('disclosure', '[Who noticed it?]', 'Self Reported')
  answer('of certificates', '[How many?]', '2')
  answer('valid', '[How many?]', '0')
  take('types', '[Which types of certificates?]', 'OV')
  take('heuristic', '[How can others find the affected certificates?]', 'The Appendix lists all affected certificates.')
  take_snippet('stopped', '[Yes or No, and why?]', 'Yes', { { '[Why?]', 'The profile was in use.' } })
  take('Analysis', 'N/A', 'N/A')
  take('Additional', 'N/A', 'N/A')
  answer('- ', moment, day(-20) .. ' 09:00')
  type_over('UTC', 'TODO: what happened?', 'A profile without the locality goes live. The incident begins.')
  add_event('00:01', 'The CA Owner becomes aware of the incident.')
  add_event('00:01', 'Issuance is stopped.')
  add_event('00:02', 'All affected certificates are revoked.')
  add_event('00:02', 'Issuance resumes.')
  add_event('00:03', 'The incident ends.')
  child.type('<Tab>')
  add_link('1900000')
  answer('|', 'Date Related Bug was opened', day(-300))
  answer('|', 'A description of how the subject Bug is related to the Bug referenced.', 'Another profile lacked the locality.')
  answer('Factor #1', 'title', 'The review asks only what is there')
  answer('Description', '[What contributed, and how?]', 'The checklist has no list of what must be there.')
  answer('Timeline', '[When did it arise, and how did it develop?]', 'It is as old as the first profile.')
  answer('Detection', '[How was it found, and why not earlier?]', 'A linter found it; it ran once a quarter.')
  take('Interaction', '[How did it work together with the other factors?]', 'N/A')
  take('methodology', '[By which method?]', '5-Whys')
  answer('well', '[What kept the impact small?]', 'The profile was used for two days only.')
  answer('go well', '[What made the impact larger?]', 'N/A')
  take('lucky', '[What went well by chance?]', 'N/A')
  take('Additional', 'N/A', 'N/A')
  answer('Prevent', 'Example', 'Run the linter before issuance')
  take('linter', 'Prevent', 'Prevent')
  take('linter', 'Root Cause # 1', 'Root Cause # 1')
  answer('linter', 'Criteria', 'A faulty certificate is refused in a test')
  take('linter', date, day(7))
  take('linter', 'Value', 'Ongoing')
  take('', 'TODO: the certificates, logs and other supporting data', 'Certificate list')
  child.type('<Esc>?^Precertificate<CR>')
  add_certificate('A')
  add_certificate('B')
  equal('incident-ls: no findings in 1 file\n', findings())
end)

child.stop()
tests.finish()
