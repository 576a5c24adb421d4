# Finds CaDiCaL, which Debian ships without a CMake configuration: target cadical::cadical, the static library where there
# is one. Installed beside advise-config.cmake, since the installed engine needs it too.

find_path(cadical_INCLUDE_DIR cadical.hpp)
find_library(cadical_LIBRARY NAMES libcadical.a cadical)
mark_as_advanced(cadical_INCLUDE_DIR cadical_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(cadical REQUIRED_VARS cadical_LIBRARY cadical_INCLUDE_DIR)

if(cadical_FOUND AND NOT TARGET cadical::cadical)
  add_library(cadical::cadical UNKNOWN IMPORTED)
  set_target_properties(cadical::cadical PROPERTIES
    IMPORTED_LOCATION "${cadical_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${cadical_INCLUDE_DIR}")
endif()
