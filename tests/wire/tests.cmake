# The real program at the other end of two pipes: wire_test(NAME SOURCE...) is
# of wire/NAME_test.c and the further SOURCEs.
function(wire_test name)
    add_executable(wire_${name} wire/${name}_test.c wire/wire.c ${ARGN})
    target_link_libraries(wire_${name} PRIVATE protocol base cmocka)
    target_compile_definitions(wire_${name} PRIVATE
        INCIDENT_LS="$<TARGET_FILE:incident-ls>"
        SAMPLES="${CMAKE_CURRENT_SOURCE_DIR}/samples"
        CLIENTS="${PROJECT_SOURCE_DIR}/../shared/editors/initialize"
        META_MODEL="${meta_model}"
        SANDBOX=$<BOOL:${SANDBOX}>
        SANITIZE=$<BOOL:${SANITIZE}>)
    add_dependencies(wire_${name} incident-ls)
    add_test(NAME wire/${name} COMMAND wire_${name})
    set_tests_properties(wire/${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()

set(promises wire/promises.c wire/promises_shown.c wire/ranges.c)
wire_test(life)
wire_test(lists)
wire_test(socket)
wire_test(stream)
wire_test(smuggling)
wire_test(promises ${promises})
wire_test(replay ${promises})
wire_test(model wire/model.c)
add_labels(wire/life world slow)
add_labels(wire/stream world slow)
add_labels(wire/lists world)
add_labels(wire/socket world)
add_labels(wire/smuggling security)
add_labels(wire/model conformance)
