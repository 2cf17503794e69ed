// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/xml/xml_library.hpp"

#include <string>

#include "oscegraph/graph/libraries/opened_library.hpp"

namespace oscegraph {
namespace {

#if LIBXML_VERSION >= 21400
constexpr const char* file_on_linux = "libxml2.so.16";
constexpr const char* file_on_macos = "libxml2.16.dylib";
#else
constexpr const char* file_on_linux = "libxml2.so.2";
constexpr const char* file_on_macos = "libxml2.2.dylib";
#endif

XmlLibrary load_xml_library() {
  const std::string file = file_on_linux;
  const OpenedLibrary library({file_on_linux, file_on_macos},
                              {"libxml2",
                               "GraphML, GEXF, HTML pages and feeds need libxml2 (" + file +
                                   "), which is not installed here",
                               "install it (Debian: libxml2)", "install libxml2 2.9 or later"});
  decltype(&::xmlInitParser) initialize = nullptr;
  library.find("xmlInitParser", initialize);
  initialize();
  XmlLibrary result;
  library.find("htmlCreateMemoryParserCtxt", result.html_context);
  library.find("htmlCtxtUseOptions", result.html_options);
  library.find("htmlParseDocument", result.html_parse);
  library.find("htmlFreeParserCtxt", result.html_free);
  library.find("htmlEntityLookup", result.html_entity);
  library.find("xmlCreatePushParserCtxt", result.xml_context);
  library.find("xmlCtxtUseOptions", result.xml_options);
  library.find("xmlParseChunk", result.xml_parse);
  library.find("xmlByteConsumed", result.xml_consumed);
  library.find("xmlStopParser", result.xml_stop);
  library.find("xmlFreeEnumeration", result.xml_free_enumeration);
  library.find("xmlDictSize", result.dictionary_size);
  library.find("xmlFreeParserCtxt", result.xml_free);
  library.find("xmlSwitchEncoding", result.switch_encoding);
  library.find("xmlFreeDoc", result.free_document);
  return result;
}

}  // namespace

const XmlLibrary& xml_library() {
  static const XmlLibrary library = load_xml_library();
  return library;
}

}  // namespace oscegraph
