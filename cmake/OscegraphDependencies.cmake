# SPDX-License-Identifier: Apache-2.0
#
# Finds the libraries that the project needs. cmake/install-dependencies.sh installs them;
# cmake/oscegraphConfig.cmake.in finds those that users of the installed libraries need.

# CONFIG: Boost has its own CMake package since 1.70, and CMake's FindBoost is deprecated.
find_package(Boost 1.74 CONFIG REQUIRED COMPONENTS program_options)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)

# These come with pkg-config files only.
find_package(PkgConfig REQUIRED)
pkg_check_modules(Utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
# Only the headers of libxml2: the library is opened when the first XML or HTML file is read.
pkg_check_modules(LibXml2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(Graphviz REQUIRED IMPORTED_TARGET libcgraph libgvc)
pkg_check_modules(Sqlite REQUIRED IMPORTED_TARGET sqlite3)

# RapidJSON is headers only, and not every distribution ships its CMake package.
find_path(RAPIDJSON_INCLUDE_DIR rapidjson/reader.h REQUIRED)
mark_as_advanced(RAPIDJSON_INCLUDE_DIR)
add_library(oscegraph_rapidjson INTERFACE)
target_include_directories(oscegraph_rapidjson SYSTEM INTERFACE "${RAPIDJSON_INCLUDE_DIR}")
# RapidJSON's empty stack adds to a null pointer before it allocates; only Clang's sanitizer reports
# it.
if(OSCEGRAPH_SANITIZE MATCHES undefined AND CMAKE_CXX_COMPILER_ID STREQUAL Clang)
  target_compile_options(oscegraph_rapidjson INTERFACE -fno-sanitize=pointer-overflow)
endif()

# xxHash is needed as a header only: it is compiled into the one file that includes it.
find_path(XXHASH_INCLUDE_DIR xxhash.h)
if(NOT XXHASH_INCLUDE_DIR)
  message(FATAL_ERROR "xxhash.h, for the checksums of graph files, is not there. It comes with the "
                      "package libxxhash-dev (Debian, Ubuntu), xxhash-devel (Fedora) or xxhash "
                      "(Homebrew); cmake/install-dependencies.sh installs it.")
endif()
mark_as_advanced(XXHASH_INCLUDE_DIR)
add_library(oscegraph_xxhash INTERFACE)
target_include_directories(oscegraph_xxhash SYSTEM INTERFACE "${XXHASH_INCLUDE_DIR}")

add_library(oscegraph_libxml2_headers INTERFACE)
target_include_directories(oscegraph_libxml2_headers SYSTEM INTERFACE ${LibXml2_INCLUDE_DIRS})
