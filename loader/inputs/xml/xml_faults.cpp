// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/xml/xml_faults.hpp"

#include <libxml/xmlerror.h>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view tag = "<";
constexpr std::string_view reference = "&";

XmlFaultWords mismatch(const XmlFault& fault) {
  std::string opened = "<" + fault.first + ">";
  if (fault.line > 0) opened += ", begun in line " + to_text(fault.line) + ",";
  return {"</" + fault.second + "> stands where " + opened + " must end first", "",
          "write </" + fault.first + "> before it, or correct the name", tag};
}

/// A '<' or '&' that begins no tag or reference.
XmlFaultWords stray_sign(const XmlFault& fault) {
  if (fault.before.ends_with(reference))
    return {"an '&' that begins no reference", "&amp; is the sign itself", "", reference};
  return {"a '<' that begins no tag", "&lt; is the sign itself", "", tag};
}

/// A character that XML does not allow, written as it is or by its number: "&#0;".
XmlFaultWords no_character(const XmlFault& fault) {
  const std::size_t number = fault.before.rfind("&#");
  const bool by_number =
      number != std::string::npos && fault.before.find(';', number) == fault.before.size() - 1;
  return {"a character that XML does not have", "control characters are none", "",
          by_number ? reference : std::string_view()};
}

XmlFaultWords as_the_library_says(const XmlFault& fault) {
  std::string message = fault.message;
  while (!message.empty() && (message.back() == '\n' || message.back() == ' ')) message.pop_back();
  return {message.empty() ? "fault " + to_text(static_cast<std::uint64_t>(fault.code)) : message};
}

XmlFaultWords words_without_prefix(const XmlFault& fault) {
  switch (fault.code) {
    case XML_ERR_INVALID_CHAR: return no_character(fault);
    case XML_ERR_NAME_REQUIRED: return stray_sign(fault);
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
      return {"a reference without its ';'", "&amp; is the sign '&'", "", reference};
    case XML_ERR_LT_IN_ATTRIBUTE:
      return {"a '<' in the value of an attribute", "&lt; is the sign itself", ""};
    case XML_ERR_ATTRIBUTE_NOT_STARTED: return {"the value of an attribute has no quotes"};
    case XML_ERR_ATTRIBUTE_NOT_FINISHED: return {"the value of an attribute does not end"};
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
      return {"the attribute " + in_quotes(fault.first) + " has no value"};
    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return {"the attribute " + in_quotes(fault.first) + " stands twice in a tag", "",
              "remove one of them", tag};
    case XML_ERR_TAG_NAME_MISMATCH: return mismatch(fault);
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED: return {"a tag that does not end with '>'"};
    case XML_ERR_NAME_TOO_LONG: return {"a name of more than 50,000 characters"};
    case XML_ERR_HYPHEN_IN_COMMENT: return {"'--' within a comment"};
    case XML_ERR_MISPLACED_CDATA_END: return {"']]>' in a text", "]]&gt; is the same"};
    case XML_ERR_RESERVED_XML_NAME:
      return {"an XML declaration that is not at the very beginning", "",
              "remove what stands before it", tag};
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return {"the prefix " + in_quotes(fault.first) + " has no namespace", "",
              "declare it with xmlns:" + fault.first + "=\"...\"", tag};
    default: return as_the_library_says(fault);
  }
}

bool closes(std::string_view text, std::string_view begin, std::string_view end) {
  return text.find(end, begin.size()) != std::string_view::npos;
}

/// Whether the tag has a '>' outside quotes.
bool tag_closes(std::string_view text) {
  for (;;) {
    const std::size_t at = text.find_first_of("\"'>");
    if (at == std::string_view::npos) return false;
    if (text[at] == '>') return true;
    const std::size_t close = text.find(text[at], at + 1);
    if (close == std::string_view::npos) return false;
    text.remove_prefix(close + 1);
  }
}

}  // namespace

XmlFaultWords words_of(const XmlFault& fault) {
  if (fault.code == XML_ERR_UNDECLARED_ENTITY || fault.code == XML_WAR_UNDECLARED_ENTITY)
    return {"the entity " + in_quotes(fault.first) + " is not defined in this file",
            "nothing outside of the file is read", "write out what it stands for", reference};
  XmlFaultWords words = words_without_prefix(fault);
  words.what.insert(0, "the XML is damaged: ");
  return words;
}

std::string_view unfinished_part(std::string_view text) {
  struct Part {
    std::string_view begin;
    std::string_view end;
    std::string_view name;
  };
  constexpr Part parts[] = {{"<!--", "-->", "a comment"},
                            {"<![CDATA[", "]]>", "a CDATA section"},
                            {"<?xml ", "?>", "the XML declaration"},
                            {"<?", "?>", "a processing instruction"}};
  if (!text.starts_with('<')) return {};
  for (const Part& part : parts)
    if (text.starts_with(part.begin)) return closes(text, part.begin, part.end) ? "" : part.name;
  if (text.starts_with("<!")) return "the document type";
  return tag_closes(text) ? "" : "a tag";
}

}  // namespace oscegraph
