# macOS on x86_64, by Zig.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(zig_target darwin-x64)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
