# The compiler that editors/zig has fetched and wrapped, for the target whose
# file includes this.
set(zig ${CMAKE_CURRENT_LIST_DIR}/../../build/zig)
set(CMAKE_C_COMPILER ${zig}/${zig_target})
set(CMAKE_AR ${zig}/ar)
set(CMAKE_RANLIB ${zig}/ranlib)
# CMake asks the compiler in words that Zig doesn't take.
set(CMAKE_SIZEOF_VOID_P 8)
# Nobody debugs these.
set(CMAKE_EXE_LINKER_FLAGS_INIT -s)
