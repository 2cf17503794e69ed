// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/xml/xml_root.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace oscegraph {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// The length of a whole "<!DOCTYPE html [ <!ENTITY x "y"> ]>".
std::size_t doctype_length(std::string_view text) {
  int brackets = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') ++brackets;
    if (text[i] == ']') --brackets;
    if (text[i] == '>' && brackets <= 0) return i + 1;
  }
  return text.size();
}

/// The length of a comment, declaration or the like before the first element; 0 when that begins
/// here.
std::size_t prolog_length(std::string_view text, XmlRoot& root) {
  const auto up_to = [&](std::string_view end) {
    const std::size_t found = text.find(end);
    return found == std::string_view::npos ? text.size() : found + end.size();
  };
  if (text.starts_with("<?")) return up_to(">");
  if (text.starts_with("<!--")) return up_to("-->");
  if (!text.starts_with("<!")) return 0;
  constexpr std::string_view doctype = "<!doctype";
  if (lower_case(text.substr(0, doctype.size())) == doctype) {
    std::string_view name = text.substr(doctype.size());
    name.remove_prefix(std::min(name.find_first_not_of(blanks), name.size()));
    root.doctype = name.substr(0, name.find_first_of(" \t\r\n\f>["));
  }
  return doctype_length(text);
}

struct ForeignRoot {
  std::string_view local;
  ForeignFile file;
};
constexpr ForeignFile iati{
    "this is IATI, development aid published in XML, which is not read yet",
    "turn it into CSV, as the IATI Datastore does, and read that with --map FILE"};
constexpr ForeignFile spreadsheet{"this is a spreadsheet file", "save the sheet as CSV"};
constexpr ForeignFile document{"this is a document of a word processor", "save it as plain text"};
constexpr std::array<ForeignRoot, 12> foreign_roots{{
    {"iati-activities", iati},
    {"iati-activity", iati},
    {"iati-organisations", iati},
    {"iati-organisation", iati},
    {"Workbook", spreadsheet},
    {"wordDocument", document},
    {"svg", {"this is a drawing in SVG", "give its text as a text file"}},
    {"kml", {"this is a map in KML", "write its places as CSV"}},
    {"gpx", {"this is a track in GPX", "write its places as CSV"}},
    {"urlset", {"this is a site's list of its pages", "save the pages themselves as HTML"}},
    {"sitemapindex", {"this is a site's list of its pages", "save the pages themselves as HTML"}},
    {"opml", {"this is a list of feeds (OPML)", "save the feeds themselves"}},
}};

}  // namespace

XmlRoot xml_root(std::string_view head) {
  XmlRoot root;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::string_view whole = head;
  for (;;) {
    head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
    const std::size_t length = prolog_length(head, root);
    if (length == 0) break;
    head.remove_prefix(length);
  }
  root.prolog = whole.substr(0, whole.size() - head.size());
  const auto is_name_start = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  if (!head.starts_with('<') || head.size() < 2 || !is_name_start(head[1])) return root;
  head.remove_prefix(1);
  root.tag = head.substr(0, head.find('>'));
  const std::string_view name = root.tag.substr(0, root.tag.find_first_of(" \t\r\n\f/"));
  root.local = name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
  return root;
}

const ForeignFile* foreign_xml(const XmlRoot& root) {
  if (root.prolog.find("progid=\"Excel") != std::string_view::npos) return &spreadsheet;
  // HTML letters written with Office name Word as well as Excel, and are no workbooks.
  if (root.tag.find("office:excel") != std::string_view::npos &&
      root.tag.find("office:word") == std::string_view::npos)
    return &spreadsheet;
  if (root.tag.find("opendocument") != std::string_view::npos)
    return root.tag.find("opendocument.spreadsheet") != std::string_view::npos ? &spreadsheet
                                                                               : &document;
  const auto row = std::ranges::find(foreign_roots, root.local, &ForeignRoot::local);
  return row == foreign_roots.end() ? nullptr : &row->file;
}

bool is_html_fragment(const XmlRoot& root) {
  constexpr std::array<std::string_view, 34> elements{
      "p",   "div",  "h1",    "h2",   "h3",      "h4",         "h5",    "h6",     "ul",
      "ol",  "li",   "table", "tr",   "td",      "a",          "b",     "strong", "i",
      "em",  "span", "br",    "img",  "article", "section",    "main",  "header", "footer",
      "nav", "body", "head",  "meta", "title",   "blockquote", "center"};
  return std::ranges::find(elements, lower_case(root.local)) != elements.end();
}

}  // namespace oscegraph
