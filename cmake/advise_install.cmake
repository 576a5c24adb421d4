# cmake --install: the program with its manual and completion scripts, the libraries (C++: engine and grammar; C: advise.h) with their headers, and
# find_package(advise) and pkg-config for those who use them.
include(CMakePackageConfigHelpers)
set(advise_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/advise")

install(TARGETS advise_exe EXPORT advise-targets)
install(TARGETS advise_grammar advise_engine advise_c advise_c_static EXPORT advise-targets FILE_SET HEADERS)
install(EXPORT advise-targets NAMESPACE advise:: DESTINATION "${advise_package_dir}")

set(advise_needs_fmt OFF)
set(advise_fmt_library "")
get_target_property(advise_fmt_links advise_fmt INTERFACE_LINK_LIBRARIES)
if(advise_fmt_links STREQUAL "fmt::fmt")
  set(advise_needs_fmt ON)
  set(advise_fmt_library " -lfmt")
endif()
configure_package_config_file(cmake/advise-config.cmake.in advise-config.cmake INSTALL_DESTINATION "${advise_package_dir}")
write_basic_package_version_file(advise-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/advise-config.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/advise-config-version.cmake"
  cmake/Findutf8proc.cmake
  cmake/Findcadical.cmake
  DESTINATION "${advise_package_dir}")

# Its folders are told from where it stands, so that the installed tree may be moved.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" OUTPUT_VARIABLE advise_libdir)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" OUTPUT_VARIABLE advise_includedir)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" OUTPUT_VARIABLE advise_prefix_from_pc)
configure_file(cmake/advise.pc.in advise.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/advise.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# The manual and the completion scripts are what the program itself prints. A program for another machine cannot be asked.
install(FILES src/completion/advise.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME advise)
install(FILES src/completion/advise.zsh DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" RENAME _advise)
install(FILES src/completion/advise.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
if(NOT CMAKE_CROSSCOMPILING)
  install(FILES "${PROJECT_BINARY_DIR}/advise.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endif()
