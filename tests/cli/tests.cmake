# The real program, as called by people, shells and other programs.

# Sessions hold commands and what they print.
file(GLOB sessions CONFIGURE_DEPENDS cli/*.session)
foreach(session ${sessions})
    get_filename_component(name ${session} NAME_WE)
    script_test(command/${name} cli/run ${session})
    add_labels(command/${name} fixtures)
endforeach()
add_labels(command/fix world)
add_labels(command/terminal security)

foreach(shell bash zsh fish)
    script_test(completion/${shell} shells/run ${shell})
    set_tests_properties(completion/${shell} PROPERTIES COST 10)
endforeach()
add_labels(completion/zsh more)
add_labels(completion/fish more)

foreach(hook pre-commit github)
    script_test(hook/${hook} hooks/${hook})
    add_labels(hook/${hook} more)
endforeach()

# Calendars against a parser that others wrote.
script_test(due/calendar cli/calendar
            ${CMAKE_CURRENT_SOURCE_DIR}/samples)
add_labels(due/calendar more)

# Previews against cmark-gfm's own program.
if(NOT real)
    message(STATUS "No ../shared/reports: previews of samples are tried only")
endif()
script_test(preview/cmark_gfm preview/compare
            ${CMAKE_CURRENT_SOURCE_DIR}/preview/hard.md ${samples} ${real})
add_labels(preview/cmark_gfm more)

if(CMAKE_BUILD_TYPE STREQUAL "Release" AND NOT SANITIZE)
    script_test(hardening hardening $<TARGET_FILE:incident-ls>)
    add_labels(hardening security)
endif()
