" Tells ALE how to start incident-ls for Markdown.

call ale#Set('markdown_incident_ls_executable', 'incident-ls')
call ale#Set('markdown_incident_ls_settings', {})

" ALE starts no server without a folder.
function! ale_linters#markdown#incident_ls#Folder(buffer) abort
    return fnamemodify(bufname(a:buffer), ':p:h')
endfunction

" ALE puts an item in the place of the word at the cursor, whatever the item
" says that it replaces, and takes of it what is in front of a parenthesis, on
" one line. So what stands in front of the word already is taken off an item,
" and one that would come out wrong is left out.
function! ale_linters#markdown#incident_ls#Fits(buffer, item) abort
    let l:edit = a:item.textEdit
    let l:word = ale#completion#GetCompletionPosition()
    let l:start = byteidx(getline('.'), l:edit.range.start.character)
    let l:stays = strpart(getline('.'), l:start, l:word - l:start)

    if l:edit.newText =~# '[(\n]' || stridx(l:edit.newText, l:stays) != 0
        return 0
    endif

    let l:edit.newText = strpart(l:edit.newText, len(l:stays))

    return 1
endfunction

call ale#linter#Define('markdown', {
\   'name': 'incident_ls',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'markdown_incident_ls_executable')},
\   'command': '%e --stdio',
\   'project_root': function('ale_linters#markdown#incident_ls#Folder'),
\   'initialization_options': {b -> ale#Var(b, 'markdown_incident_ls_settings')},
\   'completion_filter': function('ale_linters#markdown#incident_ls#Fits'),
\})
