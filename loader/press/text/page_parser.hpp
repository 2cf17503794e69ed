// SPDX-License-Identifier: Apache-2.0
//
// Parses HTML pages with libxml2. Its parser accepts malformed pages, gives events instead of a
// tree (so that neither nesting nor size costs memory), and has been hardened against hostile input
// for two decades.
#pragma once

#include <climits>
#include <memory>
#include <new>
#include <string_view>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/press/text/html_events.hpp"

namespace oscegraph::press {

/// Whether the parser treats an element as having no content and no end tag.
inline bool is_void(std::string_view name) {
  for (const std::string_view known : {"br", "hr", "img", "input", "meta", "link", "source", "wbr",
                                       "area", "base", "col", "embed"})
    if (name == known) return true;
  return false;
}

/// Calls the builder's start(), end() and characters() for a page in UTF-8; a second pass gives the
/// same events. A builder with set_context(htmlParserCtxtPtr) first gets the parser. Throws what
/// the builder throws.
template <typename Builder>
void parse_page(std::string_view html, Builder& builder) {
  const XmlLibrary& xml = xml_library();
  if (html.size() > static_cast<std::size_t>(INT_MAX))
    throw Error("a page of more than two gigabytes", "", "split it");
  if (html.empty()) return;
  const std::unique_ptr<htmlParserCtxt, decltype(xml.html_free)> context(
      xml.html_context(html.data(), static_cast<int>(html.size())), xml.html_free);
  if (context == nullptr) throw std::bad_alloc();
  if constexpr (requires { builder.set_context(context.get()); })
    builder.set_context(context.get());
  const HtmlEvents events(*context, builder);
  // The text is already UTF-8, whatever the page declares.
  xml.html_options(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xml.switch_encoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xml.html_parse(context.get());
  events.rethrow();
}

}  // namespace oscegraph::press
