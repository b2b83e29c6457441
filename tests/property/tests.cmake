# Properties tried at random, with a fixed seed here and any by hand.
#
# property_test(NAME LIBRARY ROUNDS FILE...) is of property/NAME.c. What it
# reaches it reaches soon: the sanitizers, which make it slow, and gcov get a
# part of the rounds, and the fuzzers go on where that ends.
function(property_test name library rounds)
    add_executable(${name} property/${name}.c property/soup.c)
    target_link_libraries(${name} PRIVATE ${library})
    if(SANITIZE OR COVERAGE)
        math(EXPR rounds "${rounds} / 10")
    endif()
    add_test(NAME ${name} COMMAND ${name} ${rounds} 1 ${ARGN})
    set_tests_properties(${name} PROPERTIES COST 20)
    add_labels(${name} slow)
endfunction()

# Ten seconds of it; the long run is in README.md.
property_test(blocks_property markdown 150000)
target_sources(blocks_property PRIVATE property/fresh.c)
target_link_libraries(blocks_property PRIVATE platform)
if(NOT SANITIZE)
    add_test(NAME blocks_property/reports
             COMMAND blocks_property 300 1 ${samples} ${real})
    add_labels(blocks_property/reports slow)
endif()
property_test(cmark_property markdown 60000)
target_link_libraries(cmark_property PRIVATE platform PkgConfig::CMARK
                                             ${CMARK_EXTENSIONS})
property_test(fixes_property features 12 ${samples} ${reports})
property_test(completion_property features 2000 ${samples})
property_test(preview_property features 8000)
target_link_libraries(preview_property PRIVATE PkgConfig::CMARK
                                               ${CMARK_EXTENSIONS})
property_test(views_property features 2000)
property_test(session_property session 8000 ${samples} ${reports})
