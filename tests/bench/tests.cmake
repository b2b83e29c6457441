# Benchmarks print figures; they are no tests.
function(bench name)
    add_executable(${name} bench/${name}.c bench/stopwatch.c ${ARGN})
    target_include_directories(${name} PRIVATE bench property wire)
    target_link_libraries(${name} PRIVATE markdown rules protocol cmocka
                                          PkgConfig::CMARK
                                          ${CMARK_EXTENSIONS})
    target_compile_definitions(${name} PRIVATE _DEFAULT_SOURCE
                               INCIDENT_LS="$<TARGET_FILE:incident-ls>")
    add_dependencies(${name} incident-ls)
endfunction()
bench(blocks_bench bench/whole_parse.c property/hostile.c property/soup.c)
bench(wire_bench bench/measures.c bench/editor.c bench/spots.c
                 bench/big_report.c bench/whole_parse.c property/soup.c
                 wire/wire.c)
bench(check_bench bench/big_report.c property/soup.c)
bench(proof_bench bench/big_report.c property/soup.c)
target_link_libraries(proof_bench PRIVATE features)

