# Reports that carry what an editor should show of them: features/KIND/*.md.
add_executable(view_test features/view_test.c features/scene.c
                         annotated/annotate.c)
target_include_directories(view_test PRIVATE annotated)
target_link_libraries(view_test PRIVATE features cmocka)
foreach(kind completion folding hints hover lenses links navigation posted
             selection symbols)
    file(GLOB scenes CONFIGURE_DEPENDS features/${kind}/*.md)
    add_test(NAME view/${kind} COMMAND view_test ${kind} ${scenes})
    add_labels(view/${kind} fixtures)
endforeach()

add_executable(hover_test features/hover_test.c)
target_link_libraries(hover_test PRIVATE features cmocka)
add_test(NAME hover_test COMMAND hover_test)
add_labels(hover_test security)
