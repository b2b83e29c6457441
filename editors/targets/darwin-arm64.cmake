# macOS on 64-bit Arm, by Zig.
set(CMAKE_SYSTEM_NAME Darwin)
set(CMAKE_SYSTEM_PROCESSOR arm64)
set(zig_target darwin-arm64)
include(${CMAKE_CURRENT_LIST_DIR}/zig.cmake)
