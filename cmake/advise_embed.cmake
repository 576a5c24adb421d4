# advise_embed(<target> NAME <function> BASE <folder> FILES <file>…)
#
# Compiles the contents of files into the target. The generated source defines
#   std::span<const embedded_file> advise::cli::<function>();     (declared in src/embedded.hpp)
# with one entry per file, its path relative to BASE and its bytes, ordered by path. A changed file is embedded again by
# the next build. The generator is CMake itself: cmake/embed_files.cmake.
set(ADVISE_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake")

function(advise_embed target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "NAME;BASE" "FILES")
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.cpp")
  set(list_file "${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.list")
  list(SORT arg_FILES)
  list(JOIN arg_FILES "\n" lines)
  # Written only when it differs, so that a removed file rebuilds and an unchanged list does not.
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "@lines@\n" @ONLY)
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${arg_NAME}" "-DBASE=${arg_BASE}" "-DLIST=${list_file}" "-DOUTPUT=${output}"
            -P "${ADVISE_EMBED_SCRIPT}"
    DEPENDS "${ADVISE_EMBED_SCRIPT}" "${list_file}" ${arg_FILES}
    COMMENT "Embedding ${arg_NAME}" VERBATIM)
  # clang counts against us that a literal is longer than a compiler must be able to take; both take it.
  set_source_files_properties("${output}" PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE "${output}")
endfunction()
