# SPDX-License-Identifier: Apache-2.0
#
# What `cmake --install` installs beside the libraries and the binary: the CMake package, the
# example, the licence, the manual page and the shell completions. The installed tree can be moved.
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/oscegraph")
configure_package_config_file(
  "${PROJECT_SOURCE_DIR}/cmake/oscegraphConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/oscegraphConfig.cmake"
  INSTALL_DESTINATION "${package}")
# Before 1.0 a new minor version may change anything.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/oscegraphConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/oscegraphConfig.cmake"
              "${PROJECT_BINARY_DIR}/oscegraphConfigVersion.cmake"
        DESTINATION "${package}")
install(EXPORT oscegraphTargets NAMESPACE oscegraph:: DESTINATION "${package}")

get_property(api GLOBAL PROPERTY OSCEGRAPH_API)
set(api_headers "${PROJECT_BINARY_DIR}/installed_headers")
install(CODE "set(OSCEGRAPH_API \"${api}\")
              set(OSCEGRAPH_FROM \"${PROJECT_SOURCE_DIR}\")
              set(OSCEGRAPH_INTO \"${api_headers}\")")
install(SCRIPT "${PROJECT_SOURCE_DIR}/cmake/OscegraphInstallHeaders.cmake")
install(DIRECTORY "${api_headers}/oscegraph" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/examples/osce-2024" "${PROJECT_SOURCE_DIR}/examples/library"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/oscegraph/examples")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/loader/gazetteer/LICENSE-unicode.txt"
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")

# The target `product` builds all that is installed, but not the tests.
add_custom_target(product ALL)
add_dependencies(product oscegraph)

# When cross-compiling, the program cannot be run here to write its help.
if(NOT OSCEGRAPH_HELP_FILES OR CMAKE_CROSSCOMPILING)
  return()
endif()
foreach(row IN ITEMS "man|oscegraph.1|man/man1"
                     "bash|oscegraph|bash-completion/completions"
                     "zsh|_oscegraph|zsh/site-functions"
                     "fish|oscegraph.fish|fish/vendor_completions.d")
  string(REPLACE "|" ";" row "${row}")
  list(GET row 0 kind)
  list(GET row 1 name)
  list(GET row 2 place)
  set(file "${PROJECT_BINARY_DIR}/share/${place}/${name}")
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/share/${place}")
  # Written to a temporary file and renamed, so that a failing binary leaves no half-written page.
  add_custom_command(
    OUTPUT "${file}"
    COMMAND oscegraph help --as ${kind} > "${file}.new"
    COMMAND "${CMAKE_COMMAND}" -E rename "${file}.new" "${file}"
    DEPENDS oscegraph
    VERBATIM)
  list(APPEND help_files "${file}")
  install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${place}")
endforeach()
add_custom_target(help_files DEPENDS ${help_files})
add_dependencies(product help_files)
