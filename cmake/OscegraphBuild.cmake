# SPDX-License-Identifier: Apache-2.0
#
# Compiler settings for the whole project: language, warnings, sanitizers, compiler cache.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# The installed libraries may end up inside somebody's shared library.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(OSCEGRAPH_CCACHE ccache)
mark_as_advanced(OSCEGRAPH_CCACHE)
if(OSCEGRAPH_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache accepts precompiled headers (OscegraphPrecompile) only with these settings. They are safe
  # here, since the precompiled headers belong to other packages and change only with them.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      env CCACHE_SLOPPINESS=pch_defines,time_macros "${OSCEGRAPH_CCACHE}")
endif()

# Warnings are on in every build. Only the presets for developers set
# CMAKE_COMPILE_WARNING_AS_ERROR, since a newer compiler may give warnings that ours does not.
add_library(oscegraph_warnings INTERFACE)
target_compile_options(oscegraph_warnings
                       INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 gives false warnings: where it inlines a move, it takes the unused alternatives of
# std::variant and std::optional for uninitialised values; where it inlines operator+, it assumes
# that a std::string uses only its inner buffer. Clang and the sanitizers find real errors of these
# kinds.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(oscegraph_warnings INTERFACE -Wno-maybe-uninitialized -Wno-array-bounds -Wno-restrict
                                   -Wno-stringop-overflow)
endif()

# Sanitizers must be in every object and every link, so they are set here for the whole tree.
if(OSCEGRAPH_SANITIZE)
  add_compile_options(-fsanitize=${OSCEGRAPH_SANITIZE} -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${OSCEGRAPH_SANITIZE})
endif()
