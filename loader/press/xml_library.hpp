// SPDX-License-Identifier: Apache-2.0
//
// libxml2: its HTML parser takes pages as they are found, hands out events instead of a tree (so that
// neither nesting nor size costs memory), and has been hardened by two decades of hostile input; its
// XML parser reads feeds. It is loaded when the first page is read: linked, it and the ICU below it
// would add two to three milliseconds to the start of every command.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

namespace oscegraph::press {

struct XmlLibrary {
  decltype(&::htmlCreateMemoryParserCtxt) html_context = nullptr;
  decltype(&::htmlCtxtUseOptions) html_options = nullptr;
  decltype(&::htmlParseDocument) html_parse = nullptr;
  decltype(&::htmlFreeParserCtxt) html_free = nullptr;
  decltype(&::xmlCreateMemoryParserCtxt) xml_context = nullptr;
  decltype(&::xmlCtxtUseOptions) xml_options = nullptr;
  decltype(&::xmlParseDocument) xml_parse = nullptr;
  decltype(&::xmlFreeParserCtxt) xml_free = nullptr;
  decltype(&::xmlSwitchEncoding) switch_encoding = nullptr;
  decltype(&::xmlFreeDoc) free_document = nullptr;
};

/// Loads it on first use. Throws Error with what to install when it is not there.
const XmlLibrary& xml_library();

}  // namespace oscegraph::press
