-- A report in a real Neovim: diagnostics come, follow the edits, and go.
--
-- Started by "neovim" in a folder with copies of the samples.

local tests = require('case')
local case, equal, wait_for = tests.case, tests.equal, tests.wait_for
local root = os.getenv('ROOT')

-- The clients of this buffer; Neovim 0.10 gave the function another name.
local function clients()
  if vim.lsp.get_clients then
    return vim.lsp.get_clients({ bufnr = 0 })
  end
  return vim.tbl_values(vim.lsp.buf_get_clients(0))
end

local function code(diagnostic)
  return diagnostic.code or diagnostic.user_data.lsp.code
end

-- "line:first-last code" of each diagnostic, bytes from 0, in their order.
local function diagnostics()
  local lines = {}
  local all = vim.diagnostic.get(0)
  table.sort(all, function(a, b)
    return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col
  end)
  for _, one in ipairs(all) do
    table.insert(lines, ('%d:%d-%d %s'):format(one.lnum, one.col, one.end_col, code(one)))
  end
  return lines
end

local function text_of(diagnostic)
  local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end

local function find(wanted)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if code(one) == wanted then
      return one
    end
  end
end

-- What the command line says of the buffer, with a fresh look at its text.
local function checked()
  local lines = {}
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
  local answer = vim.fn.system('incident-ls check --format json -', text)
  for _, one in ipairs(vim.fn.json_decode(answer).files[1].findings) do
    local from, to = one.range.start, one.range['end']
    local start = vim.fn.line2byte(from.line) - 1
    table.insert(lines, ('%d:%d-%d %s'):format(from.line - 1, from.offset - start,
      to.offset - vim.fn.line2byte(to.line) + 1, one.rule))
  end
  return lines
end

local function agree()
  local wanted = checked()
  wait_for('the diagnostics of the command line', function()
    return vim.deep_equal(wanted, diagnostics())
  end)
end

-- What the server offers at the start of a diagnostic; of the kind ONLY.
local function offered(diagnostic, only)
  local place = { line = diagnostic.lnum, character = 0 }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = { uri = vim.uri_from_bufnr(0) },
    range = { start = place, ['end'] = { line = place.line + 1, character = 0 } },
    context = { diagnostics = {}, only = { only } },
  }, 10000)
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local function apply(action)
  vim.lsp.util.apply_workspace_edit(action.edit, clients()[1].offset_encoding)
end

local function replace(line, from, to)
  local text = vim.api.nvim_buf_get_lines(0, line - 1, line, true)[1]
  local first, last = text:find(from, 1, true)
  vim.api.nvim_buf_set_text(0, line - 1, first - 1, line - 1, last, { to })
end

vim.opt.runtimepath:prepend(root .. '/editors/neovim')
vim.cmd('filetype on')
vim.cmd('runtime plugin/incident-ls.lua')

case('a flawless report has no diagnostics', function()
  vim.cmd('edit full.md')
  wait_for('the server', function()
    return #clients() == 1
  end)
  replace(5, 'A000999', '')
  wait_for('a diagnostic', function()
    return #vim.diagnostic.get(0) == 1
  end)
  replace(5, '** ', '** A000999')
  wait_for('none', function()
    return #vim.diagnostic.get(0) == 0
  end)
  agree()
end)

case('a faulty one has those of the command line', function()
  vim.cmd('edit! faulty.md')
  wait_for('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  agree()
  local id = find('ccadb-id')
  equal('000999', text_of(id))
  equal('incident-ls', id.source)
  equal(vim.diagnostic.severity.ERROR, id.severity)
end)

case('a correction takes one away', function()
  replace(5, '000999', 'A000999')
  wait_for('the diagnostic to go', function()
    return not find('ccadb-id')
  end)
  agree()
end)

case('characters outside the plane shift no range', function()
  replace(5, 'A000999', 'X 𝄞 é 漢 😀')
  wait_for('a diagnostic', function()
    return find('ccadb-id')
  end)
  equal('X 𝄞 é 漢 😀', text_of(find('ccadb-id')))
  replace(5, 'é 漢 ', '')
  wait_for('another place', function()
    return find('ccadb-id') and text_of(find('ccadb-id')) == 'X 𝄞 😀'
  end)
  agree()
end)

case('what is offered makes a diagnostic go', function()
  for _, action in ipairs(offered(find('disclosure-source'), 'quickfix')) do
    if action.diagnostics[1].code == 'disclosure-source' then
      apply(action)
      break
    end
  end
  wait_for('the diagnostic to go', function()
    return not find('disclosure-source')
  end)
  agree()
end)

case('all that changes no meaning is fixed at once', function()
  local line = vim.api.nvim_buf_line_count(0)
  replace(5, '**CA Owner CCADB unique ID:**', 'CA Owner CCADB unique ID:')
  wait_for('a diagnostic', function()
    return find('field-format')
  end)
  local all = offered(find('field-format'), 'source.fixAll')
  equal(1, #all)
  apply(all[1])
  wait_for('the diagnostic to go', function()
    return not find('field-format')
  end)
  equal(line, vim.api.nvim_buf_line_count(0))
  agree()
end)

case('lines come, go and come back', function()
  vim.bo.undolevels = vim.bo.undolevels -- ends the block to undo
  vim.cmd('silent 3,16delete')
  agree()
  vim.cmd('silent undo')
  agree()
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { '', '### Appendix', '', '### Timeline', '' })
  agree()
end)

case('a file that is no report has none', function()
  vim.fn.writefile({ '### Summary of the week', '', 'TODO' }, 'note.md')
  vim.cmd('edit! note.md')
  agree()
  equal({}, diagnostics())
end)

case('the server ends when it is told to', function()
  local id = clients()[1].id
  vim.lsp.stop_client(id)
  wait_for('its end', function()
    return not vim.lsp.get_client_by_id(id)
  end)
end)

tests.finish()
