# SPDX-License-Identifier: Apache-2.0
#
# oscegraph_embed(<target> <name> [file...])
#
# Puts the files' text into <target>, whose sources then see
#
#   #include "embedded/<name>.hpp"
#   for (const oscegraph::embedded::File& file : oscegraph::embedded::<name>) ...
#
# in the given order, each with its path from the repository's root and its SHA-256. A changed file
# is embedded again at the next build; so is an added file if the list is globbed with
# CONFIGURE_DEPENDS. The list may be empty. The bytes are kept exactly.
#
# This file is also the script that does the work at build time (cmake -P, see the end).

function(oscegraph_embed target name)
  set(folder "${PROJECT_BINARY_DIR}/generated/${target}")
  set(outputs "${folder}/embedded/${name}.cpp" "${folder}/embedded/${name}.hpp")
  # The list is passed in a file, since a command line has problems with semicolons and with length.
  set(list "${folder}/embedded/${name}.files")
  string(REPLACE ";" "\n" lines "${ARGN}")
  file(CONFIGURE OUTPUT "${list}" CONTENT "${lines}\n" @ONLY)
  file(CONFIGURE OUTPUT "${folder}/embedded/file.hpp" CONTENT [[
#pragma once
#include <string_view>

namespace oscegraph::embedded {

/// A file of the repository that travels inside the program.
struct File {
  std::string_view path;  ///< from the repository's root
  std::string_view text;
  std::string_view sha256;  ///< of the text, in hexadecimal
};

}  // namespace oscegraph::embedded
]] @ONLY)

  set(script "${CMAKE_CURRENT_FUNCTION_LIST_FILE}")
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DLIST=${list}" "-DROOT=${PROJECT_SOURCE_DIR}"
            "-DFOLDER=${folder}/embedded" -P "${script}"
    DEPENDS ${ARGN} "${list}" "${script}"
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${outputs})
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  return()
endif()

file(STRINGS "${LIST}" paths ENCODING UTF-8)
list(LENGTH paths count)

file(WRITE "${FOLDER}/${NAME}.hpp" "#pragma once
#include <span>

#include \"embedded/file.hpp\"

namespace oscegraph::embedded {

extern const std::span<const File> ${NAME};

}  // namespace oscegraph::embedded
")

# One ordinary literal per line of text. Raw literals do not work, since compilers treat a carriage
# return in them differently. The pragma turns off Clang's warning that more than 64 kB in one
# literal is not portable; no compiler that can compile this project has that limit.
set(source "#include \"embedded/${NAME}.hpp\"

#include <array>

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace oscegraph::embedded {
namespace {

using namespace std::string_view_literals;

constexpr std::array<File, ${count}> files{{
")
file(WRITE "${FOLDER}/${NAME}.cpp" "${source}")
foreach(path IN LISTS paths)
  cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${ROOT}" OUTPUT_VARIABLE shown)
  file(SHA256 "${path}" hash)
  file(READ "${path}" text)
  file(SIZE "${path}" size)
  string(LENGTH "${text}" length)
  if(length EQUAL size)
    string(REPLACE "\\" "\\\\" text "${text}")
    string(REPLACE "\"" "\\\"" text "${text}")
    string(REPLACE "?" "\\?" text "${text}")  # no trigraphs
    string(REPLACE "\r" "\\r" text "${text}")
    string(REPLACE "\n" "\\n\"\n\"" text "${text}")
  else()
    # As text, CMake reads CR LF as LF, or stops at a NUL. In hexadecimal it does neither.
    file(READ "${path}" text HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" text "${text}")
    string(REPLACE "\\x0a" "\\x0a\"\n\"" text "${text}")
  endif()
  file(APPEND "${FOLDER}/${NAME}.cpp" "{\"${shown}\"sv,\n\"${text}\"sv,\n\"${hash}\"sv},\n")
endforeach()
file(APPEND "${FOLDER}/${NAME}.cpp" "}};

}  // namespace

constinit const std::span<const File> ${NAME} = files;

}  // namespace oscegraph::embedded
")
