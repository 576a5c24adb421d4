# What every target of the project is compiled with, as one INTERFACE target. It is linked through $<BUILD_INTERFACE:…>
# and so never reaches those who use the installed libraries.

if(ADVISE_SANITIZE AND ADVISE_STATIC_PROGRAM)
  message(FATAL_ERROR "ADVISE_SANITIZE and ADVISE_STATIC_PROGRAM exclude each other: the sanitizers need a dynamic program")
endif()

if(ADVISE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(ADVISE_CCACHE_PROGRAM ccache)
  mark_as_advanced(ADVISE_CCACHE_PROGRAM)
  if(ADVISE_CCACHE_PROGRAM)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${ADVISE_CCACHE_PROGRAM}")
  endif()
endif()

add_library(advise_options INTERFACE)
target_compile_features(advise_options INTERFACE cxx_std_20)
# Targets with the property ADVISE_LIBRARY: one compilation serves the program, the static libraries and the shared one. What is
# hidden binds within what it is linked into, so that position-independent code costs no detours; the shared library says
# itself what it exports (src/c/).
set(advise_is_library "$<BOOL:$<TARGET_PROPERTY:ADVISE_LIBRARY>>")
target_compile_options(advise_options INTERFACE
  "$<${advise_is_library}:-fPIC;-fvisibility=hidden;-fvisibility-inlines-hidden;-fno-semantic-interposition>")
target_compile_options(advise_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
  $<$<BOOL:${ADVISE_WERROR}>:-Werror>)
# The checks of libstdc++ on indices, iterators and empty optionals, wherever speed is not the point.
target_compile_definitions(advise_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(ADVISE_SANITIZE)
  target_compile_options(advise_options INTERFACE
    -fsanitize=${ADVISE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>) # GCC 12 sees ghosts in std::regex once the sanitizers have rewritten it
  target_link_options(advise_options INTERFACE -fsanitize=${ADVISE_SANITIZE})
endif()

if(ADVISE_STATIC_PROGRAM)
  include(CheckLinkerFlag)
  check_linker_flag(CXX -static-pie ADVISE_HAS_STATIC_PIE)
  if(NOT ADVISE_HAS_STATIC_PIE)
    message(STATUS "advise: no static libraries to link with; the program will be dynamic and start a little later")
  endif()
  # Sections let the linker drop what the program never reaches.
  target_compile_options(advise_options INTERFACE "$<$<NOT:${advise_is_library}>:-fPIE>" -ffunction-sections -fdata-sections)
endif()

# The files below a folder, and a new configuration when one is added or removed.
function(advise_glob variable)
  file(GLOB_RECURSE found LIST_DIRECTORIES false CONFIGURE_DEPENDS ${ARGN})
  list(SORT found)
  set(${variable} "${found}" PARENT_SCOPE)
endfunction()

# advise_add_library(<name>): the static library advise_<name>, also advise::<name>, of src/*.cpp and the public headers
# include/**/*.hpp of the current folder; both lists follow the folder.
function(advise_add_library name)
  advise_glob(sources "${CMAKE_CURRENT_SOURCE_DIR}/src/*.cpp")
  advise_glob(headers "${CMAKE_CURRENT_SOURCE_DIR}/include/*.hpp")
  add_library(advise_${name} STATIC)
  add_library(advise::${name} ALIAS advise_${name})
  target_sources(advise_${name} PRIVATE ${sources} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${headers})
  target_compile_features(advise_${name} PUBLIC cxx_std_20)
  target_include_directories(advise_${name} PRIVATE src)
  target_link_libraries(advise_${name} PRIVATE $<BUILD_INTERFACE:advise_options>)
  set_target_properties(advise_${name} PROPERTIES EXPORT_NAME ${name} LINKER_LANGUAGE CXX ADVISE_LIBRARY ON)
endfunction()
