# The real program at the other end of two pipes: wire_test(NAME SOURCE...) is
# of wire/NAME_test.c and the further SOURCEs.
set(wire_program $<TARGET_FILE:incident-ls>)
if(CMAKE_CROSSCOMPILING)
    set(wire_program ${CMAKE_CURRENT_BINARY_DIR}/emulated)
    file(GENERATE OUTPUT ${wire_program}
         CONTENT "#!/bin/sh
exec ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:incident-ls> \"$@\"
"
         FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endif()
# No emulator has the kernel's means to limit a process.
set(wire_limited $<AND:$<BOOL:${SANDBOX}>,$<NOT:$<BOOL:${CMAKE_CROSSCOMPILING}>>>)
function(wire_test name)
    add_executable(wire_${name} wire/${name}_test.c wire/wire.c ${ARGN})
    target_link_libraries(wire_${name} PRIVATE protocol base cmocka)
    target_compile_definitions(wire_${name} PRIVATE
        INCIDENT_LS="${wire_program}"
        SAMPLES="${CMAKE_CURRENT_SOURCE_DIR}/samples"
        CLIENTS="${PROJECT_SOURCE_DIR}/../shared/editors/initialize"
        META_MODEL="${meta_model}"
        SANDBOX=${wire_limited}
        SANITIZE=$<BOOL:${SANITIZE}>)
    add_dependencies(wire_${name} incident-ls)
    add_test(NAME wire/${name} COMMAND wire_${name})
    set_tests_properties(wire/${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

set(promises wire/promises.c wire/promises_shown.c wire/ranges.c)
wire_test(life)
wire_test(due)
wire_test(lists)
wire_test(socket)
wire_test(stream)
wire_test(smuggling)
wire_test(promises ${promises})
wire_test(replay ${promises})
wire_test(model wire/model.c)
add_labels(wire/life world slow)
add_labels(wire/stream world slow)
add_labels(wire/due world)
add_labels(wire/lists world)
add_labels(wire/socket world)
add_labels(wire/smuggling security)
add_labels(wire/model conformance)
