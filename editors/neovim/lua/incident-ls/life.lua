-- The life of a bug: what is due in it, and the facts that no report tells.

local client = require('incident-ls.client')
local nameless = require('incident-ls.nameless')
local M = {}

-- Milliseconds in which the reports of a large folder are read.
local patience = 20000

local function warn(sentence)
  vim.notify('incident-ls: ' .. sentence, vim.log.levels.WARN)
end

-- A buffer that is looked after: the current one before any other.
local function served()
  if client.ready(vim.api.nvim_get_current_buf()) then
    return vim.api.nvim_get_current_buf()
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if client.clients(buffer)[1] then
      return buffer
    end
  end
end

-- What the server answers about the reports below FOLDER, all of them read.
local function ask(buffer, folder)
  local again = true
  while true do
    client.due_changed = false
    local answer = client.ask(buffer, 'incidentReport/due', {
      folders = { vim.uri_from_fname(folder) },
      again = again,
    })
    if not answer or not answer.reading or not vim.wait(patience, function()
      return client.due_changed
    end, 10) then
      return answer
    end
    again = false
  end
end

local function to_item(thread, due, buffer)
  local name = thread.name and thread.name .. ': ' or ''
  local named = due.uri ~= nameless.uri
  return {
    filename = named and vim.uri_to_fname(due.uri) or nil,
    bufnr = not named and buffer or nil,
    lnum = due.line + 1,
    col = 1,
    type = due.overdue and 'E' or 'I',
    text = ('%s%s %s (%s)'):format(name, due.title, due.when, due.why),
  }
end

--- Lists what is due in the reports below the folder that the server looks
--- after, or else the current one; the most urgent first.
function M.due()
  local buffer = served()
  local root = buffer and (client.clients(buffer)[1].config or {}).root_dir
  local answer = buffer and ask(buffer, root or vim.fn.getcwd())
  if not answer then
    warn('no server looks after any buffer; see :checkhealth incident-ls')
    return
  end
  local items = {}
  for _, thread in ipairs(answer.threads) do
    for _, due in ipairs(thread.due) do
      table.insert(items, to_item(thread, due, buffer))
    end
  end
  vim.fn.setqflist({}, ' ', { title = 'Incident reports: what is due', items = items })
  if #items == 0 then
    vim.cmd('cclose')
    vim.notify('incident-ls: nothing is due')
  else
    vim.cmd('botright copen')
  end
end

-- Has the server tell FACTS of the bug of the current buffer.
local function tell(facts)
  local buffer = vim.api.nvim_get_current_buf()
  local encoding = client.encoding(buffer)
  local place = vim.lsp.util.make_position_params(0, encoding)
  local fault = client.fault(buffer, 'workspace/executeCommand', {
    command = 'incident-ls.setFacts',
    arguments = { place.textDocument.uri, place.position, facts },
  })
  if fault then
    warn(fault)
  end
end

local questions = {
  { key = 'aware', prompt = 'Aware since (2026-03-01T10:00Z, UTC): ' },
  { key = 'bug', prompt = 'Number of the bug: ' },
  { key = 'owner', prompt = 'CCADB unique ID of the CA Owner (A000123): ' },
}

-- What vim.fn.input() is to return where Escape is typed. vim.ui.input() does
-- not tell that from an empty answer before 0.10.
local escaped = '\27'

--- Asks for the facts of a new thread, and puts them in. Nothing is told if one
--- of the questions is left by Escape; an empty answer leaves a fact as it is.
function M.facts()
  local facts = {}
  for _, question in ipairs(questions) do
    local answer = vim.fn.input({ prompt = question.prompt, cancelreturn = escaped })
    if answer == escaped then
      return
    end
    facts[question.key] = answer ~= '' and answer:gsub(' ', 'T') or nil
  end
  if next(facts) then
    tell(facts)
  end
end

--- The report at the cursor has just been posted.
function M.posted()
  tell({ posted = 'now', draft = vim.NIL })
end

--- The oldest question has been answered, by a comment.
function M.answered()
  tell({ question = vim.NIL, updated = 'now' })
end

return M
