# The guidelines' next version, as a matter of records alone. The program is
# built for it, which takes long.
script_test(version version/run ${PROJECT_SOURCE_DIR}
            ${CMAKE_CURRENT_BINARY_DIR}/version)
add_labels(version more)
