// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/xml_library.hpp"

#include <dlfcn.h>

#include <climits>
#include <string>

#include "oscegraph/graph/error.hpp"

namespace oscegraph::press {
namespace {

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw Error("the libxml2 found here has no " + std::string(name), "",
                "install libxml2 2.9 or later");
}

XmlLibrary load_xml_library() {
  void* library = nullptr;
  for (const char* name : {"libxml2.so.2", "libxml2.so.16", "libxml2.so", "libxml2.2.dylib"})
    if (library == nullptr) library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw Error("HTML pages and feeds need libxml2, which is not installed here", "",
                "install it (Debian: libxml2), or save the page as text");
  XmlLibrary result;
  find(library, "htmlCreateMemoryParserCtxt", result.html_context);
  find(library, "htmlCtxtUseOptions", result.html_options);
  find(library, "htmlParseDocument", result.html_parse);
  find(library, "htmlFreeParserCtxt", result.html_free);
  find(library, "htmlEntityLookup", result.html_entity);
  find(library, "xmlCreateMemoryParserCtxt", result.xml_context);
  find(library, "xmlCtxtUseOptions", result.xml_options);
  find(library, "xmlParseDocument", result.xml_parse);
  find(library, "xmlFreeParserCtxt", result.xml_free);
  find(library, "xmlSwitchEncoding", result.switch_encoding);
  find(library, "xmlFreeDoc", result.free_document);
  return result;
}

}  // namespace

const XmlLibrary& xml_library() {
  static const XmlLibrary library = load_xml_library();
  return library;
}

void check_size_for_xml(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(INT_MAX))
    throw Error("a page of more than two gigabytes", "", "split it");
}

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
    if (text_of(attributes[0]) == name) return text_of(attributes[1]);
  return {};
}

}  // namespace oscegraph::press
