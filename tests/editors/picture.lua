-- Turns what a terminal shows, with its escape sequences, into an SVG.
--
-- SCREEN names the file with the lines of the screen, SVG the one to write.

local cell = { width = 8.4, height = 19, baseline = 14 }
local margin = 12
local colours = { text = '#24292f', page = '#ffffff' }

-- Changes STYLE as the numbers of one escape sequence say.
local function restyle(style, sequence)
  local parts = vim.split(sequence, ';', { plain = true })
  local at = 1
  while at <= #parts do
    local number = parts[at]
    if number == '' or number == '0' then
      style.bold, style.italic, style.line, style.text, style.page, style.curl = nil
    elseif number == '1' then
      style.bold = true
    elseif number == '3' then
      style.italic = true
    elseif number == '4' or number:match('^4:') then
      style.line = number == '4:3' and 'curl' or 'plain'
    elseif number == '39' then
      style.text = nil
    elseif number == '49' then
      style.page = nil
    elseif number:match('^58:2:') then
      style.curl = '#' .. ('%02x%02x%02x'):format(number:match('(%d+):(%d+):(%d+)$'))
    elseif parts[at + 1] == '2' then
      local colour = '#' .. ('%02x%02x%02x'):format(parts[at + 2], parts[at + 3], parts[at + 4])
      style[number == '38' and 'text' or number == '48' and 'page' or 'curl'] = colour
      at = at + 4
    end
    at = at + 1
  end
end

-- The runs of one style in LINE; STYLE goes on from line to line.
local function runs_of(line, style)
  local runs, column = {}, 0
  while #line > 0 do
    local sequence, rest = line:match('^\27%[([%d;:]*)m(.*)$')
    if sequence then
      restyle(style, sequence)
      line = rest
    else
      local text = line:match('^[^\27]+')
      table.insert(runs, vim.tbl_extend('force', style, { column = column, content = text }))
      column = column + vim.fn.strdisplaywidth(text)
      line = line:sub(#text + 1)
    end
  end
  return runs
end

local function escaped(text)
  return (text:gsub('[&<>]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;' }))
end

-- A wave below WIDTH pixels from X on.
local function curl(x, y, width, colour)
  local path = { ('M%.1f %.1f'):format(x, y) }
  for _ = 1, math.floor(width / 4.2 + 0.5) do
    table.insert(path, #path % 2 == 1 and 'q2.1 -3.4 4.2 0' or 'q2.1 3.4 4.2 0')
  end
  return ('<path d="%s" fill="none" stroke="%s" stroke-width="1.3"/>'):format(
    table.concat(path), colour)
end

local function draw(run, row)
  local x, y = margin + run.column * cell.width, margin + row * cell.height
  local width = vim.fn.strdisplaywidth(run.content) * cell.width
  local drawn = {}
  if run.page and run.page ~= colours.page then
    table.insert(drawn, ('<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>'):format(
      x, y, width, cell.height, run.page))
  end
  if run.content:match('%S') then
    table.insert(drawn, ('<text x="%.1f" y="%d" textLength="%.1f" fill="%s"%s%s>%s</text>'):format(
      x, y + cell.baseline, width, run.text or colours.text,
      run.bold and ' font-weight="bold"' or '', run.italic and ' font-style="italic"' or '',
      escaped(run.content)))
  end
  if run.line == 'curl' then
    table.insert(drawn, curl(x, y + cell.baseline + 3, width, run.curl or run.text or colours.text))
  end
  return table.concat(drawn)
end

local lines = vim.fn.readfile(os.getenv('SCREEN'))
while #lines > 0 and not lines[#lines]:gsub('\27%[[%d;:]*m', ''):match('[^%s~]') do
  table.remove(lines)
end

local style, drawn, columns = {}, {}, 0
for row, line in ipairs(lines) do
  for _, run in ipairs(runs_of(line, style)) do
    table.insert(drawn, draw(run, row - 1))
    columns = math.max(columns, run.column + vim.fn.strdisplaywidth(run.content))
  end
end

local width = columns * cell.width + 2 * margin
local height = #lines * cell.height + 2 * margin
table.insert(drawn, 1, ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" '
  .. 'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" '
  .. 'xml:space="preserve"><style>text { white-space: pre }</style>'):format(width, height))
table.insert(drawn, 2, ('<rect width="100%%" height="100%%" rx="6" fill="%s" stroke="#d0d7de"/>'):format(
  colours.page))
table.insert(drawn, '</svg>')
vim.fn.writefile(vim.tbl_filter(function(line)
  return line ~= ''
end, drawn), os.getenv('SVG'))
