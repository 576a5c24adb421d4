# advise_fmt: how the program and the C library link fmt. Debian ships fmt as a shared library and headers only. Neither the static
# program nor the C library can do with that, and its header-only form costs five seconds in every file that includes it, so
# one file of ours compiles the library's own implementation header once.

add_library(advise_fmt INTERFACE)
get_target_property(advise_fmt_kind fmt::fmt TYPE)
if(NOT advise_fmt_kind STREQUAL "SHARED_LIBRARY")
  target_link_libraries(advise_fmt INTERFACE fmt::fmt)
elseif(fmt_VERSION VERSION_LESS 10)
  add_library(advise_fmt_static STATIC "${CMAKE_CURRENT_LIST_DIR}/fmt_static.cpp")
  target_compile_features(advise_fmt_static PUBLIC cxx_std_20)
  target_compile_options(advise_fmt_static PRIVATE -fPIC -fvisibility=hidden -ffunction-sections -fdata-sections)
  target_include_directories(advise_fmt_static SYSTEM PUBLIC $<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>)
  target_link_libraries(advise_fmt INTERFACE advise_fmt_static)
else()
  target_link_libraries(advise_fmt INTERFACE fmt::fmt-header-only)
endif()
add_library(advise::fmt ALIAS advise_fmt)
