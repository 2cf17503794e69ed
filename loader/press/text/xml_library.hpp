// SPDX-License-Identifier: Apache-2.0
//
// libxml2, loaded when the first page is read: linked, it and the ICU below it would add two to three
// milliseconds to the start of every command.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <string_view>

namespace oscegraph::press {

struct XmlLibrary {
  decltype(&::htmlCreateMemoryParserCtxt) html_context = nullptr;
  decltype(&::htmlCtxtUseOptions) html_options = nullptr;
  decltype(&::htmlParseDocument) html_parse = nullptr;
  decltype(&::htmlFreeParserCtxt) html_free = nullptr;
  decltype(&::htmlEntityLookup) html_entity = nullptr;
  decltype(&::xmlCreateMemoryParserCtxt) xml_context = nullptr;
  decltype(&::xmlCtxtUseOptions) xml_options = nullptr;
  decltype(&::xmlParseDocument) xml_parse = nullptr;
  decltype(&::xmlFreeParserCtxt) xml_free = nullptr;
  decltype(&::xmlSwitchEncoding) switch_encoding = nullptr;
  decltype(&::xmlFreeDoc) free_document = nullptr;
};

/// Loads it on first use. Throws Error with what to install when it is not there.
const XmlLibrary& xml_library();

/// The library counts bytes in an int. Throws Error.
void check_size_for_xml(std::string_view text);

std::string_view text_of(const xmlChar* text);
/// The value of an attribute; "" when there is none.
std::string_view attribute(const xmlChar** attributes, std::string_view name);

}  // namespace oscegraph::press
