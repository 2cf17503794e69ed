# SPDX-License-Identifier: Apache-2.0
#
# Defines our libraries and their rooms (sub-folders), with include paths in which a file finds only
# the headers that it may include.
#
# oscegraph_stage_includes(<target> <folder> <scope>)
#
# Lets targets that link <target> write #include "oscegraph/<folder>/x.hpp", and nothing more: the
# include root holds one symlink, to that folder. So a library sees the headers of the libraries it
# links and no others, and including a header of another library is a build error. <scope> is the
# scope of the include root.
function(oscegraph_stage_includes target folder scope)
  set(root "${PROJECT_BINARY_DIR}/include/${folder}")
  file(MAKE_DIRECTORY "${root}/oscegraph")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${root}/oscegraph/${folder}" SYMBOLIC)
  target_include_directories(${target} ${scope} "$<BUILD_INTERFACE:${root}>")
endfunction()

# oscegraph_stage_room(<folder> <room> <result>)
#
# The same for one room, with its own include root, whose path is stored in <result>. The room "."
# is the files of the folder itself: each header has a symlink.
function(oscegraph_stage_room folder room result)
  if(room STREQUAL ".")
    set(root "${PROJECT_BINARY_DIR}/rooms/${folder}")
    file(GLOB headers CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/${folder}"
         "${PROJECT_SOURCE_DIR}/${folder}/*.hpp")
    file(REMOVE_RECURSE "${root}/oscegraph")  # a deleted header must not be found
    file(MAKE_DIRECTORY "${root}/oscegraph/${folder}")
  else()
    set(root "${PROJECT_BINARY_DIR}/rooms/${folder}-${room}")
    set(headers ${room})
    file(MAKE_DIRECTORY "${root}/oscegraph/${folder}")
  endif()
  foreach(one IN LISTS headers)
    file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}/${one}" "${root}/oscegraph/${folder}/${one}"
         SYMBOLIC)
  endforeach()
  set(${result} "${root}" PARENT_SCOPE)
endfunction()

# oscegraph_keep_rooms(<folder> ROOMS <row>... SOURCES <source>...)
#
# A row is "room: rooms it may include". A room may only name rooms of rows above its own. It also
# sees the rooms that these see, since their headers include them. Each source finds the headers of
# its own room and of all these rooms; including a header of another room is a build error, and so
# is a room without a row.
function(oscegraph_keep_rooms folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS;SOURCES")
  foreach(row IN LISTS arg_ROOMS)
    if(NOT row MATCHES "^([a-z.]+):(.*)$")
      message(FATAL_ERROR "${folder}: a row is \"room: rooms it may include\", and not \"${row}\"")
    endif()
    set(room "${CMAKE_MATCH_1}")
    string(STRIP "${CMAKE_MATCH_2}" others)
    separate_arguments(others)
    oscegraph_stage_room(${folder} ${room} root)
    set(sees_${room} "${root}")
    foreach(other IN LISTS others)
      if(NOT DEFINED sees_${other})
        message(FATAL_ERROR "${folder}: the room ${room} may only name rooms above it, and not ${other}")
      endif()
      list(APPEND sees_${room} ${sees_${other}})
    endforeach()
    list(REMOVE_DUPLICATES sees_${room})
  endforeach()
  foreach(source IN LISTS arg_SOURCES)
    cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/${folder}"
               OUTPUT_VARIABLE room)
    if(NOT room MATCHES "^([^/]+)/")
      set(CMAKE_MATCH_1 ".")
    endif()
    if(NOT DEFINED sees_${CMAKE_MATCH_1})
      message(FATAL_ERROR "${folder}/${room} is in no room: give ${CMAKE_MATCH_1} a row in"
                          " ${folder}/CMakeLists.txt")
    endif()
    set_property(SOURCE "${source}" APPEND PROPERTY INCLUDE_DIRECTORIES ${sees_${CMAKE_MATCH_1}})
  endforeach()
endfunction()

# oscegraph_add_library(<folder> [NOT_INSTALLED] SOURCES ... [ROOMS ...] [API ...] [DEPENDS ...]
#                       [PRIVATE_DEPENDS ...])
#
# The static library oscegraph_<folder>, alias oscegraph::<folder>, made of the current folder.
#   ROOMS             which of its folders may include which (oscegraph_keep_rooms)
#   API               headers that other projects may include; they are installed, and so are, as detail,
#                     the headers that they include (OscegraphInstallHeaders.cmake)
#   DEPENDS           libraries its headers include
#   PRIVATE_DEPENDS   libraries only its sources include
#   NOT_INSTALLED     the library is not for other projects
#
# Callers glob their sources. With CONFIGURE_DEPENDS each build globs again, so a new file is not
# missed. So a new command, query or format needs one new file and one row in a table, and there is
# no list of files to edit or to merge.
function(oscegraph_add_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NOT_INSTALLED" ""
                        "SOURCES;ROOMS;API;DEPENDS;PRIVATE_DEPENDS")
  set(target oscegraph_${folder})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")

  add_library(${target} STATIC ${arg_SOURCES} ${headers})
  add_library(oscegraph::${folder} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${folder} LINKER_LANGUAGE CXX)
  if(arg_ROOMS)
    oscegraph_stage_includes(${target} ${folder} INTERFACE)
    oscegraph_keep_rooms(${folder} ROOMS ${arg_ROOMS} SOURCES ${arg_SOURCES})
  else()
    oscegraph_stage_includes(${target} ${folder} PUBLIC)
  endif()
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS}
                        PRIVATE ${arg_PRIVATE_DEPENDS} $<BUILD_INTERFACE:oscegraph_warnings>)
  oscegraph_precompile(${target})
  set_property(TARGET ${target} PROPERTY OSCEGRAPH_HEADERS ${headers})  # a test compiles each alone

  if(arg_NOT_INSTALLED)
    return()
  endif()
  install(TARGETS ${target} EXPORT oscegraphTargets
          ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
          INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  list(TRANSFORM arg_API PREPEND "${folder}/")
  set_property(GLOBAL APPEND PROPERTY OSCEGRAPH_API ${arg_API})
endfunction()
