// SPDX-License-Identifier: Apache-2.0
//
// Returns the output of a format as a string, and parses XML.
#pragma once

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"

namespace oscegraph::test {

inline std::vector<std::string> sentences(const LossReport& losses) {
  std::vector<std::string> result;
  for (const Loss& loss : losses.losses()) result.push_back(sentence(loss));
  return result;
}

inline bool holds(const std::vector<std::string>& list, std::string_view item) {
  return std::ranges::count(list, item) > 0;
}

struct Written {
  std::string text;
  std::vector<std::string> lost;
};

inline Written written(std::string_view format, const Subset& subset, const GraphStyle& style = {},
                       const Context& context = {}) {
  Output out(context);
  LossReport losses;
  find_graph_format(format)->write(subset, style, out, losses);
  return {out.text(), sentences(losses)};
}

inline Written written(std::string_view format, const Graph& graph, const GraphStyle& style = {},
                       const Context& context = {}) {
  return written(format, Subset::whole(graph), style, context);
}

/// The output of a format of several files.
class WrittenFolder {
 public:
  WrittenFolder(std::string_view format, const Subset& subset, const GraphStyle& style = {}) {
    OutputFolder out(scratch_.path("out"));
    LossReport losses;
    find_graph_format(format)->write_folder(subset, style, out, losses);
    out.commit();
    lost_ = sentences(losses);
  }
  WrittenFolder(std::string_view format, const Graph& graph)
      : WrittenFolder(format, Subset::whole(graph)) {}

  [[nodiscard]] std::string path(const std::string& name) const {
    return scratch_.path("out/" + name);
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    return scratch_.read("out/" + name);
  }
  [[nodiscard]] const std::vector<std::string>& lost() const { return lost_; }

 private:
  ScratchFolder scratch_;
  std::vector<std::string> lost_;
};

inline std::string written(std::string_view format, const Table& table,
                           const TableStyle& style = {}) {
  Output out;
  find_table_format(format)->write(table, style, out);
  return out.text();
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

inline std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

using Xml = boost::property_tree::ptree;

/// Throws when the text is not well-formed, or contains characters that XML 1.0 forbids.
inline Xml parse_xml(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
      throw std::invalid_argument("a control");
  std::istringstream stream(text);
  Xml tree;
  boost::property_tree::read_xml(stream, tree);
  return tree;
}

/// The value of the attribute; "" when there is none. It uses find(), because a path would be split
/// at the dot of "attr.name".
inline std::string attribute(const Xml& element, const std::string& name) {
  const auto all = element.find("<xmlattr>");
  if (all == element.not_found()) return {};
  const auto found = all->second.find(name);
  return found == all->second.not_found() ? std::string() : found->second.data();
}

/// The children of that name, in order.
inline std::vector<Xml> children(const Xml& element, std::string_view name) {
  std::vector<Xml> result;
  for (const auto& [child_name, child] : element)
    if (child_name == name) result.push_back(child);
  return result;
}

/// The child whose attribute has the value; throws when there is none.
inline Xml child_with(const Xml& element, std::string_view name, const std::string& key,
                      std::string_view value) {
  for (const Xml& child : children(element, name))
    if (attribute(child, key) == value) return child;
  throw std::out_of_range("no " + std::string(name) + " with " + key + " " + std::string(value));
}

}  // namespace oscegraph::test
