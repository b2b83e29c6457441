# Tests of single functions, floor by floor.

# A cmocka program: unit_test(NAME LIBRARY...) from unit/NAME.c.
function(unit_test name)
    add_executable(${name} unit/${name}.c)
    target_link_libraries(${name} PRIVATE ${ARGN} cmocka)
    add_test(NAME ${name} COMMAND ${name})
endfunction()
# Further sources of a test, and the folders of their headers:
# test_sources(NAME SOURCE...).
function(test_sources name)
    target_sources(${name} PRIVATE ${ARGN})
    foreach(source ${ARGN})
        get_filename_component(folder ${source} DIRECTORY)
        target_include_directories(${name} PRIVATE ${folder})
    endforeach()
endfunction()

# rules and protocol
unit_test(fold_test rules)
unit_test(rules_test rules)
unit_test(rules_match_test rules)
unit_test(rules_compile_test rules)
target_compile_definitions(rules_compile_test PRIVATE
    RULES_COMPILE="$<TARGET_FILE:rules_compile>"
    RULES="${PROJECT_SOURCE_DIR}/rules")
add_dependencies(rules_compile_test rules_compile)
add_labels(rules_compile_test slow)
unit_test(frame_test protocol)
unit_test(jsonrpc_test protocol)
unit_test(lsp_test protocol)
unit_test(lsp_refuse_test protocol)

# base and platform
unit_test(slice_test base)
unit_test(utf8_test base)
unit_test(path_test platform)
# In a program of its own it is tried even where incident-ls goes without.
if(HAVE_LANDLOCK AND NOT SANITIZE AND NOT CMAKE_CROSSCOMPILING)
    unit_test(sandbox_test)
    target_sources(sandbox_test PRIVATE
        ${PROJECT_SOURCE_DIR}/server/platform/posix/sandbox_linux.c)
    target_include_directories(sandbox_test PRIVATE
                               ${PROJECT_SOURCE_DIR}/server/platform)
    add_labels(sandbox_test security)
endif()

# markdown
unit_test(text_test markdown)
unit_test(glyph_test markdown)
add_labels(glyph_test security)
unit_test(blocks_test markdown)
test_sources(blocks_test property/hostile.c)
set_tests_properties(blocks_test PROPERTIES COST 10)
add_labels(blocks_test slow)

# report
unit_test(csv_test report)
unit_test(date_test report)
unit_test(due_test checks)
unit_test(zone_test report)
unit_test(inline_test report)
unit_test(report_words_test report)
unit_test(reference_test report)
unit_test(spot_test report)

# checks
unit_test(certificate_file_test checks)
unit_test(certificate_many_test checks)
add_labels(certificate_many_test slow)
unit_test(layout_test checks)
unit_test(edits_test checks)
unit_test(table_list_test checks)
unit_test(message_test checks)
add_labels(message_test security)
unit_test(posting_test checks)
unit_test(long_values_test checks)
unit_test(big_report_test checks)
test_sources(big_report_test bench/big_report.c property/soup.c)

unit_test(timeline_limits_test checks)

# features
unit_test(line_diff_test features)
unit_test(preview_test features)
unit_test(limits_test features)
unit_test(template_test features)
unit_test(rename_test features)
unit_test(directive_edits_test features)
unit_test(proof_test features)
unit_test(renumber_test features)
unit_test(completion_test features)
test_sources(completion_test unit/stage.c)
unit_test(completion_place_test features)
test_sources(completion_place_test unit/stage.c)
unit_test(addition_test features)
test_sources(addition_test unit/stage.c)
unit_test(blanks_test features)
unit_test(certificate_maker_test features)
test_sources(certificate_maker_test unit/stage.c)
unit_test(completion_facts_test features)
test_sources(completion_facts_test unit/stage.c)
unit_test(symbol_match_test features)
unit_test(formatting_test features)
test_sources(formatting_test property/soup.c)

# settings and session
unit_test(settings_test settings)
unit_test(uri_test session)
unit_test(work_done_test session)
# Above checks that a test can foresee: they replace the real ones.
function(planted_test name)
    unit_test(${name} session)
    test_sources(${name} unit/planted_checks.c)
endfunction()
# A session of which a test holds both ends.
function(session_test name)
    planted_test(${name})
    test_sources(${name} unit/transcript.c)
endfunction()
planted_test(documents_test)
session_test(session_test)
session_test(diagnostics_test)
session_test(submission_test)
session_test(offers_test)
session_test(views_test)
session_test(due_view_test)
session_test(facts_test)
session_test(navigation_test)
session_test(configuration_test)
session_test(code_action_test)
session_test(command_test)
session_test(pull_test)

# command
unit_test(excerpt_test output)
unit_test(unified_diff_test output)
