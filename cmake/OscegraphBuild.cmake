# SPDX-License-Identifier: Apache-2.0
#
# How everything is compiled: language, warnings, sanitizers, compiler cache.

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
  # It takes precompiled headers (OscegraphPrecompile) only from those who say that they know what
  # they do: the headers in there are of other packages and change with them.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      env CCACHE_SLOPPINESS=pch_defines,time_macros "${OSCEGRAPH_CCACHE}")
endif()

# Every build warns; the presets for developers also set CMAKE_COMPILE_WARNING_AS_ERROR, which a
# user with a newer compiler than ours must not meet.
add_library(oscegraph_warnings INTERFACE)
target_compile_options(oscegraph_warnings
                       INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# GCC 12 takes the unused alternatives of std::variant and std::optional for uninitialised values
# wherever it inlines a move, and the buffer inside a std::string for all that it can hold wherever
# it inlines operator+. Clang and the sanitizers watch for the real thing.
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
