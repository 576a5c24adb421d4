# cmake --install: the program with its manual and completion scripts, both libraries with their headers, and find_package(advise) for those who use them.
include(CMakePackageConfigHelpers)
set(advise_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/advise")

install(TARGETS advise_exe EXPORT advise-targets)
install(TARGETS advise_grammar advise_engine EXPORT advise-targets FILE_SET HEADERS)
install(EXPORT advise-targets NAMESPACE advise:: DESTINATION "${advise_package_dir}")

configure_package_config_file(cmake/advise-config.cmake.in advise-config.cmake INSTALL_DESTINATION "${advise_package_dir}")
write_basic_package_version_file(advise-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  "${CMAKE_CURRENT_BINARY_DIR}/advise-config.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/advise-config-version.cmake"
  cmake/Findutf8proc.cmake
  cmake/Findcadical.cmake
  DESTINATION "${advise_package_dir}")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# The manual and the completion scripts are what the program itself prints. A program for another machine cannot be asked.
install(FILES src/completion/advise.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME advise)
install(FILES src/completion/advise.zsh DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" RENAME _advise)
install(FILES src/completion/advise.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
if(NOT CMAKE_CROSSCOMPILING)
  install(FILES "${PROJECT_BINARY_DIR}/advise.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
endif()
