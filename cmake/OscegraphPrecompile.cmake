# SPDX-License-Identifier: Apache-2.0
#
# oscegraph_precompile(<target> [HEADERS <header>... LIBRARIES <library>...])
#
# Precompiles headers that nearly every source of <target> includes; parsing them takes more than
# half of the time of a build. Only headers of other packages are precompiled, so a change of our
# headers costs no more than before. Precompiled headers can hide a missing #include. Therefore the
# target headers_alone compiles each of our headers without them, and clang-tidy runs with
# OSCEGRAPH_PRECOMPILE off (.ci/run).
option(OSCEGRAPH_PRECOMPILE "Precompile the headers of the standard library and of Boost" ON)

set(oscegraph_common_headers
    <algorithm> <array> <bit> <charconv> <chrono> <cmath> <compare> <concepts> <cstddef> <cstdint>
    <cstring> <deque> <exception> <filesystem> <fstream> <functional> <iterator> <limits> <map>
    <memory> <mutex> <numeric> <optional> <ranges> <set> <span> <sstream> <stdexcept> <string>
    <string_view> <thread> <tuple> <type_traits> <unordered_map> <utility> <variant> <vector>
    <boost/graph/graph_traits.hpp> <boost/graph/properties.hpp>
    <boost/iterator/counting_iterator.hpp> <boost/iterator/iterator_facade.hpp>
    <boost/iterator/transform_iterator.hpp> <boost/property_map/property_map.hpp>)

# One target compiles them for all targets of the same kind. Compilers accept the result only with
# the same options, and these differ for libraries (-fPIC) and programs (-fPIE).
function(oscegraph_precompile target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBRARIES")
  if(NOT OSCEGRAPH_PRECOMPILE)
    return()
  endif()
  get_target_property(kind ${target} TYPE)
  string(TOLOWER "oscegraph_headers_for_${kind}" reader)
  if(NOT TARGET ${reader})
    set(source "${PROJECT_BINARY_DIR}/generated/${reader}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "\n")
    add_library(${reader} OBJECT "${source}")
    if(kind STREQUAL EXECUTABLE)
      set_target_properties(${reader} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
      target_compile_options(${reader} PRIVATE -fPIE)
    endif()
    target_link_libraries(${reader} PRIVATE Boost::headers Threads::Threads oscegraph_warnings
                                            ${arg_LIBRARIES})
    # ccache needs this to see what the compiler sees, and to get the same text every time.
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      target_compile_options(${reader} PRIVATE -fpch-preprocess)
    elseif(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
      target_compile_options(${reader} PRIVATE -Xclang -fno-pch-timestamp)
    endif()
    target_precompile_headers(${reader} PRIVATE ${oscegraph_common_headers} ${arg_HEADERS})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${reader})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endif()
endfunction()
