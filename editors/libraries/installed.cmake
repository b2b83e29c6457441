# The libraries that are installed here.
find_package(PkgConfig REQUIRED)
if(STATIC)
    set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
    pkg_check_modules(LIBUV REQUIRED IMPORTED_TARGET libuv-static)
else()
    pkg_check_modules(LIBUV REQUIRED IMPORTED_TARGET libuv)
endif()
pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET jansson)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark-gfm)
# The extensions use the other library, and are named behind it.
list(REVERSE CMARK_LINK_LIBRARIES)
set_target_properties(PkgConfig::CMARK PROPERTIES
                      INTERFACE_LINK_LIBRARIES "${CMARK_LINK_LIBRARIES}")
find_library(CMARK_EXTENSIONS cmark-gfm-extensions REQUIRED)
