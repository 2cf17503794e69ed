# SPDX-License-Identifier: Apache-2.0
#
# oscegraph_stage_includes(<target> <folder>)
#
# Lets <target>, and whoever links it, write #include "oscegraph/<folder>/x.hpp", and nothing more:
# the include root holds one symlink, to that folder. A library therefore sees the headers of what
# it links and no others, and including a sibling's header is a build error.
function(oscegraph_stage_includes target folder)
  set(root "${PROJECT_BINARY_DIR}/include/${folder}")
  file(MAKE_DIRECTORY "${root}/oscegraph")
  file(CREATE_LINK "${PROJECT_SOURCE_DIR}/${folder}" "${root}/oscegraph/${folder}" SYMBOLIC)
  target_include_directories(${target} PUBLIC "$<BUILD_INTERFACE:${root}>")
endfunction()

# oscegraph_add_library(<folder> [NOT_INSTALLED] SOURCES ... [DEPENDS ...] [PRIVATE_DEPENDS ...])
#
# The static library oscegraph_<folder>, alias oscegraph::<folder>, made of the current folder.
#   DEPENDS           libraries its headers include
#   PRIVATE_DEPENDS   libraries only its sources include
#   NOT_INSTALLED     neither the library nor its headers are for other projects
#
# Callers glob their sources. The usual objection, that a build would miss a new file, is met by
# CONFIGURE_DEPENDS, which looks again at every build; what we get is that a new command, query or
# format is one new file and one row in a table, with no list of files to edit or to merge.
function(oscegraph_add_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "NOT_INSTALLED" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
  set(target oscegraph_${folder})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.hpp")

  add_library(${target} STATIC ${arg_SOURCES} ${headers})
  add_library(oscegraph::${folder} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${folder} LINKER_LANGUAGE CXX)
  oscegraph_stage_includes(${target} ${folder})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PUBLIC ${arg_DEPENDS}
                        PRIVATE ${arg_PRIVATE_DEPENDS} $<BUILD_INTERFACE:oscegraph_warnings>)
  oscegraph_precompile(${target})
  set_property(TARGET ${target} PROPERTY OSCEGRAPH_HEADERS ${headers})  # tests compile each alone

  if(arg_NOT_INSTALLED)
    return()
  endif()
  install(TARGETS ${target} EXPORT oscegraphTargets
          ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
          INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  foreach(header IN LISTS headers)
    cmake_path(RELATIVE_PATH header BASE_DIRECTORY "${PROJECT_SOURCE_DIR}"
               OUTPUT_VARIABLE relative)
    cmake_path(GET relative PARENT_PATH place)
    install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/oscegraph/${place}")
  endforeach()
endfunction()
