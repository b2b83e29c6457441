# Real editors. One at a time: an editor waits for seconds at most. They begin
# with the longest tests, for whatever else there is runs beside them.
#
# editor_test(NAME SCRIPT ARGUMENT...): editors/SCRIPT.
function(editor_test name script)
    script_test(editor/${name} editors/${script} ${ARGN})
    set_tests_properties(editor/${name} PROPERTIES TIMEOUT 120 COST 10
                         RESOURCE_LOCK editor)
    add_labels(editor/${name} editors)
endfunction()
# Others than the Neovim of Debian 12.
function(further_editor_test name)
    editor_test(${name} ${ARGN})
    add_labels(editor/${name} more)
endfunction()

set(newer ${PROJECT_SOURCE_DIR}/build/editors/trixie/bin)
set(newest ${PROJECT_SOURCE_DIR}/build/editors/forky/bin)
foreach(script report plugin writing)
    editor_test(neovim-0.7/${script} neovim ${script})
    further_editor_test(neovim-0.10/${script} neovim ${script} ${newer}/nvim)
    further_editor_test(neovim-forky/${script} neovim ${script}
                        ${newest}/nvim)
    set_tests_properties(editor/neovim-forky/${script} PROPERTIES
                         ENVIRONMENT MAY_FAIL=1)
endforeach()
# The one that writes whole reports must pass there, too.
set_tests_properties(editor/neovim-forky/writing PROPERTIES ENVIRONMENT "")
# With a clock that goes as the test says, which sanitizers don't take.
if(NOT SANITIZE)
    editor_test(neovim-0.7/life neovim life)
    further_editor_test(neovim-0.10/life neovim life ${newer}/nvim)
    foreach(version 0.7 0.10)
        set_tests_properties(editor/neovim-${version}/life PROPERTIES
            ENVIRONMENT CLOCK_LIBRARY=$<TARGET_FILE:clock>)
    endforeach()
endif()
further_editor_test(emacs-28 emacs)
further_editor_test(emacs-30 emacs ${newer}/emacs)
further_editor_test(helix helix ${newer}/hx)
further_editor_test(vim vim)
option(TEST_KATE "Test in Kate too, for which 220 MB are to be installed" OFF)
if(TEST_KATE)
    further_editor_test(kate kate)
endif()
