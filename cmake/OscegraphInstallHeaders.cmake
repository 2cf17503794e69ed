# SPDX-License-Identifier: Apache-2.0
#
# Run by `cmake --install`: writes the headers that other programs may include into <into>/oscegraph.
#
#   OSCEGRAPH_API   the headers of the API, as paths below <from>: "graph/graph.hpp"
#   OSCEGRAPH_FROM  where the sources are
#   OSCEGRAPH_INTO  a folder in the build tree, which is emptied first
#
# Our other headers that these include are written too, into oscegraph/detail/, and are included
# from there: the compiler needs them, but other programs should not use them. No other header is
# installed.
cmake_policy(VERSION 3.25)
file(REMOVE_RECURSE "${OSCEGRAPH_INTO}")
set(written "")
set(to_write ${OSCEGRAPH_API})
while(to_write)
  list(POP_FRONT to_write header)
  list(APPEND written ${header})
  file(READ "${OSCEGRAPH_FROM}/${header}" text)
  string(REGEX MATCHALL "#include \"oscegraph/[^\"]+\"" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include \"oscegraph/([^\"]+)\"$" "\\1" needed "${include}")
    if(NOT needed IN_LIST OSCEGRAPH_API)
      string(REPLACE "${include}" "#include \"oscegraph/detail/${needed}\"" text "${text}")
    endif()
    if(NOT needed IN_LIST written AND NOT needed IN_LIST to_write)
      list(APPEND to_write ${needed})
    endif()
  endforeach()
  if(header IN_LIST OSCEGRAPH_API)
    set(place "${OSCEGRAPH_INTO}/oscegraph/${header}")
  else()
    set(place "${OSCEGRAPH_INTO}/oscegraph/detail/${header}")
  endif()
  file(WRITE "${place}" "${text}")
endwhile()
