# Reports that carry their findings, and faults made in good ones.
add_executable(annotated_test annotated/annotated_test.c annotated/annotate.c)
target_link_libraries(annotated_test PRIVATE checks cmocka)
script_test(report/every_rule annotated/every_rule)
add_executable(fault_test annotated/fault_test.c annotated/faults.c)
target_link_libraries(fault_test PRIVATE checks cmocka)
add_test(NAME faults COMMAND fault_test ${CMAKE_CURRENT_SOURCE_DIR}/samples)
foreach(report ${reports})
    get_filename_component(name ${report} NAME_WE)
    add_test(NAME report/${name} COMMAND annotated_test ${report})
    add_labels(report/${name} fixtures)
endforeach()

# Something tried on all these reports and faults: each_test(NAME LIBRARY).
function(each_test name library)
    add_executable(${name}_test annotated/${name}_test.c annotated/each.c
                                annotated/annotate.c annotated/faults.c)
    target_link_libraries(${name}_test PRIVATE ${library} cmocka)
    foreach(report ${reports})
        get_filename_component(report_name ${report} NAME_WE)
        add_test(NAME ${name}/${report_name} COMMAND ${name}_test ${report})
    endforeach()
    add_test(NAME ${name}/faults
             COMMAND ${name}_test --faults
                     ${CMAKE_CURRENT_SOURCE_DIR}/samples)
    set_tests_properties(${name}/faults PROPERTIES COST 10)
endfunction()
each_test(fixes features)
each_test(suppression features)
each_test(fix_all features)
