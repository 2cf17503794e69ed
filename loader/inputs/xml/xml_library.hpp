// SPDX-License-Identifier: Apache-2.0
//
// Opens libxml2 with dlopen when the first XML or HTML file is read. If libxml2 were linked, it and
// the ICU library that it needs would add two to three milliseconds to the start of every command.
//
// Its parsers expose their state in structs (xmlParserCtxt, xmlSAXHandler, xmlError), whose layout
// must be that of the headers we were compiled with. Within libxml2.so.2 (2.6 to 2.13) fields were
// only added at the end; libxml2.so.16 (2.14 and later) moved them. So only the library version
// that fits our headers is opened.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <string_view>

namespace oscegraph {

struct XmlLibrary {
  decltype(&::htmlCreateMemoryParserCtxt) html_context = nullptr;
  decltype(&::htmlCtxtUseOptions) html_options = nullptr;
  decltype(&::htmlParseDocument) html_parse = nullptr;
  decltype(&::htmlFreeParserCtxt) html_free = nullptr;
  decltype(&::htmlEntityLookup) html_entity = nullptr;
  decltype(&::xmlCreatePushParserCtxt) xml_context = nullptr;
  decltype(&::xmlCtxtUseOptions) xml_options = nullptr;
  decltype(&::xmlParseChunk) xml_parse = nullptr;
  decltype(&::xmlByteConsumed) xml_consumed = nullptr;
  decltype(&::xmlStopParser) xml_stop = nullptr;
  decltype(&::xmlFreeEnumeration) xml_free_enumeration = nullptr;
  decltype(&::xmlDictSize) dictionary_size = nullptr;
  decltype(&::xmlFreeParserCtxt) xml_free = nullptr;
  decltype(&::xmlSwitchEncoding) switch_encoding = nullptr;
  decltype(&::xmlFreeDoc) free_document = nullptr;
};

/// Opened on first use, from any thread. Throws Error, saying what to install, when it is missing.
const XmlLibrary& xml_library();

/// "" for a null pointer.
inline std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

}  // namespace oscegraph
