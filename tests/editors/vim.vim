" Reports in a real Vim, through ALE.
"
" Started by the script "vim" in a folder with copies of the samples; the
" results go into the file "results".

set encoding=utf-8 nomore noswapfile
let s:results = []
let s:failed = 0

let g:ale_lint_delay = 10
let g:ale_linters = {'markdown': ['incident_ls']}
let g:ale_set_balloons = 0
silent! packadd ale
if !exists('g:loaded_ale')
    call writefile(['SKIPPED: Vim has no ALE'], 'results')
    execute 'cquit' $CI ==# 'true' ? 1 : 77
endif
execute 'set runtimepath^=' . fnameescape($SOURCE . '/editors/vim')
filetype plugin on

function! s:Case(name, Test) abort
    try
        call a:Test()
        call add(s:results, 'ok   ' . a:name)
    catch
        let s:failed += 1
        call add(s:results, 'FAIL ' . a:name . ': ' . v:exception)
        call add(s:results, '     ' . v:throwpoint)
    endtry
endfunction

function! s:Await(what, Condition) abort
    for l:try in range(1000)
        if a:Condition()
            return
        endif
        sleep 10m
    endfor
    throw 'in vain waited for ' . a:what
endfunction

function! s:Equal(expected, found) abort
    if a:expected !=# a:found
        throw 'expected ' . string(a:expected) . ', found ' . string(a:found)
    endif
endfunction

" Line, column, end and rule of each, as ALE has them.
function! s:Found() abort
    return map(copy(ale#engine#GetLoclist(bufnr(''))),
    \   {_, one -> printf('%d:%d-%d %s', one.lnum, one.col, one.end_col,
    \                     one.code)})
endfunction

" The same from the command line; ALE counts columns as the protocol does, in
" units of UTF-16, from 1, and an end as the last one.
function! s:Checked() abort
    let l:text = join(getline(1, '$'), "\n") . "\n"
    let l:answer = json_decode(
    \   system('incident-ls check --format json -', l:text))
    let l:lines = []
    for l:one in l:answer.files[0].findings
        let l:from = l:one.range.start
        let l:to = l:one.range.end
        let l:column = s:Column(l:from, getline(l:from.line))
        call add(l:lines, printf('%d:%d-%d %s', l:from.line, l:column,
        \   s:Column(l:to, getline(l:to.line)) - 1, l:one.rule))
    endfor
    return l:lines
endfunction

function! s:Column(place, line) abort
    let l:before = strpart(a:line, 0, a:place.offset - line2byte(a:place.line)
    \   + 1)
    let l:units = 0
    for l:character in split(l:before, '\zs')
        let l:units += char2nr(l:character) > 0xffff ? 2 : 1
    endfor
    return l:units + 1
endfunction

function! s:Agree() abort
    let l:checked = s:Checked()
    call ale#Queue(0, 'lint_file')
    call s:Await('the diagnostics ' . string(l:checked),
    \   {-> s:Found() == l:checked})
endfunction

function! s:Replace(from, to) abort
    call cursor(1, 1)
    let l:line = search('\V' . a:from)
    call setline(l:line, substitute(getline(l:line), '\V' . a:from, a:to, ''))
endfunction

function! s:Open(file) abort
    %bwipeout!
    execute 'edit' a:file
endfunction

function! s:Faulty() abort
    call s:Open('faulty.md')
    call s:Agree()
    let l:id = filter(copy(ale#engine#GetLoclist(bufnr(''))),
    \   {_, one -> one.code ==# 'ccadb-id'})[0]
    call s:Equal(['E', '000999'], [l:id.type,
    \   getline(l:id.lnum)[l:id.col - 1 : l:id.end_col - 1]])
endfunction

function! s:Flawless() abort
    call s:Open('full.md')
    call s:Agree()
    call s:Equal([], s:Found())
endfunction

function! s:NoReport() abort
    call writefile(['### Summary of the week', '', 'TODO'], 'note.md')
    call s:Open('note.md')
    call s:Agree()
    call s:Equal([], s:Found())
endfunction

function! s:Characters() abort
    call s:Open('faulty.md')
    call s:Replace('000999', 'X 𝄞 é 漢 😀')
    call s:Agree()
    call append(2, ['', '### Timeline', '', 'čtvrtek 😀'])
    call s:Agree()
    6,9delete
    call s:Agree()
endfunction

function! s:Hover() abort
    call s:Open('full.md')
    call s:Agree()
    call cursor(11, 10)
    let g:ale_hover_to_preview = 1
    ALEHover
    call s:Await('the preview', {-> s:Preview() =~# 'Relevant policies'})
    call s:Equal('', matchstr(s:Preview(), '\*\*'))
    pclose
endfunction

function! s:Preview() abort
    return join(map(range(1, winnr('$')),
    \   {_, w -> getwinvar(w, '&previewwindow')
    \       ? join(getbufline(winbufnr(w), 1, '$'), "\n") : ''}), '')
endfunction

" What is offered at the end of LINE, and the line with the first one taken.
" ALE drops an answer unless Vim is in insert mode, in which no script stays
" without a terminal.
function! s:Complete(line) abort
    let s:offered = []
    call setline('.', a:line)
    call cursor('.', len(a:line) + 1)
    call ale#util#Mode()
    function! ale#util#Mode(...) abort
        return 'i'
    endfunction
    set virtualedit=onemore
    call cursor('.', len(a:line) + 1)
    call ale#completion#GetCompletions('ale-callback', {'callback':
    \   {items -> extend(s:offered, items)}})
    call s:Await('a completion of ' . a:line, {-> !empty(s:offered)})
    return strpart(a:line, 0, ale#completion#GetCompletionPosition())
    \   . s:offered[0].word
endfunction

function! s:Completion() abort
    call s:Open('faulty.md')
    call s:Agree()
    call cursor(12, 1)
    call s:Equal('- **Source of incident disclosure:** Third Party Reported',
    \   s:Complete('- **Source of incident disclosure:** Thi'))
    let l:whole = '- **Source of incident disclosure:** [Who noticed it?]'
    call s:Equal(l:whole, s:Complete('- '))
    call s:Equal(l:whole, s:Complete('- **'))
    call s:Equal(l:whole, s:Complete('- **Sou'))
    call s:Equal(l:whole, s:Complete('- **Source of inc'))
endfunction

function! s:Fix() abort
    call s:Open('faulty.md')
    call s:Agree()
    call cursor(12, 40)
    function! ale#util#Input(message, value) abort
        return matchstr(a:message, '\d\+\ze) Replace with "Self Reported"')
    endfunction
    ALECodeAction
    call s:Await('the fix', {-> getline(12) =~# ' Self Reported$'})
    call s:Agree()
endfunction

" ALE starts a server for each folder, with the settings of that time.
function! s:Settings() abort
    let g:ale_markdown_incident_ls_settings = {'rules': {'ccadb-id': 'off'}}
    call mkdir('other')
    call writefile(readfile('faulty.md'), 'other/report.md')
    call s:Open('other/report.md')
    call ale#Queue(0, 'lint_file')
    call s:Await('diagnostics', {-> len(s:Found()) > 1})
    call s:Equal('', matchstr(join(s:Found()), 'ccadb-id'))
endfunction

call s:Case('a faulty report has what the command line finds',
\   function('s:Faulty'))
call s:Case('a flawless one has nothing', function('s:Flawless'))
call s:Case('a file that is no report has nothing', function('s:NoReport'))
call s:Case('characters of any width shift no range',
\   function('s:Characters'))
call s:Case('a field is explained', function('s:Hover'))
call s:Case('what belongs there is completed', function('s:Completion'))
call s:Case('a fix makes a diagnostic go', function('s:Fix'))
call s:Case('settings are heard', function('s:Settings'))

call writefile(s:results, 'results')
if s:failed
    cquit
else
    qall!
endif
