// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/xml_graph_reader.hpp"

#include <algorithm>
#include <cstring>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// The position of `what`, or the text's size. memmem is much faster here than
/// std::string_view::find.
std::size_t find(std::string_view text, std::string_view what) {
  const void* found = ::memmem(text.data(), text.size(), what.data(), what.size());
  if (found == nullptr) return text.size();
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool has_element(std::string_view text, std::string_view start) {
  for (;;) {
    text.remove_prefix(find(text, start));
    if (text.size() <= start.size()) return false;
    const char after = text[start.size()];
    if (after == ' ' || after == '\t' || after == '\r' || after == '\n') return true;
    text.remove_prefix(start.size());
  }
}

}  // namespace

void fail_at(const XmlElement& element, std::string what, std::string allowed, std::string next) {
  throw Error(Problem{element.place, std::move(what), std::move(allowed), std::move(next)});
}

void fail_no_place(const XmlElement& element, std::initializer_list<std::string_view> allowed) {
  const std::vector<std::string_view> names(allowed);
  fail_at(element, "an element <" + std::string(element.name) + "> has no place here",
          "what may stand here is " + join_or(names), did_you_mean(element.name, names));
}

std::string_view needed(const XmlElement& element, std::string_view attribute) {
  const std::string_view* value = element.find(attribute);
  if (value == nullptr || value->empty())
    fail_at(element, "<" + std::string(element.name) + "> has no '" + std::string(attribute) + "'");
  return *value;
}

std::string_view given(const XmlElement& element, std::string_view attribute,
                       std::string_view otherwise) {
  const std::string_view* value = element.find(attribute);
  return value == nullptr ? otherwise : *value;
}

void take_ends(const XmlElement& element, GraphElement& edge) {
  edge.from = given(element, "source");
  edge.to = given(element, "target");
  if (edge.from.empty() || edge.to.empty())
    fail_at(element, called(edge) + " has no '" + (edge.from.empty() ? "source'" : "target'"));
}

void check_root(const XmlElement& element, std::string_view name, std::string_view format,
                bool (*is_known)(std::string_view), std::string_view usual) {
  if (element.name != name)
    fail_at(element, "the file begins with <" + std::string(element.name) + ">",
            std::string(format) + " begins with <" + std::string(name) + ">",
            "is it another format? --format names it");
  if (!is_known(element.space))
    fail_at(element, "the XML namespace is " + in_quotes(element.space),
            std::string(format) + "'s is " + in_quotes(usual),
            "correct xmlns: with another one, programs load an empty graph and say nothing");
}

std::string plain_address(std::string_view uri) {
  std::string result;
  for (const char c : uri) result += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string_view start : {"http://", "https://"})
    if (result.starts_with(start)) result.erase(0, start.size());
  constexpr std::string_view www = "www.";
  if (result.starts_with(www)) result.erase(0, www.size());
  return result;
}

std::optional<ValueType> column_type(std::string_view name, std::span<const ColumnTypeRow> rows) {
  for (const ColumnTypeRow& row : rows)
    if (row.name == name) return row.type;
  return std::nullopt;
}

std::string unknown_type(std::string_view name, std::string_view format, std::string_view column) {
  return in_quotes(name) + " is no type of " + std::string(format) + "'s: the values of " +
         in_quotes(column) + " are read as text";
}

std::string nearest_type(std::string_view name, std::span<const ColumnTypeRow> rows) {
  std::vector<std::string_view> names;
  for (const ColumnTypeRow& row : rows) names.push_back(row.name);
  return did_you_mean(name, names);
}

bool declares_late(ByteStream& bytes, std::string_view name) {
  // In UTF-16 the search would not find the element.
  constexpr std::size_t start = 4096;
  bool late = bytes.peek(start).substr(0, start).find('\0') != std::string_view::npos;
  const std::string plain = '<' + std::string(name);
  const std::string prefixed = ':' + std::string(name);
  constexpr std::size_t window = std::size_t{1} << 20U;
  const std::size_t overlap = plain.size() + 1;  // an element may lie across two windows
  for (bool begun = false; !late;) {
    std::string_view text = bytes.peek(window);
    const std::size_t size = text.size();
    if (!begun) {
      std::size_t first = size;
      for (const std::string_view element : {"<node", ":node", "<edge", ":edge"})
        first = std::min(first, find(text, element));
      begun = first < size;
      text.remove_prefix(first);
    }
    late = has_element(text, plain) || has_element(text, prefixed);
    if (bytes.ends_here()) break;
    bytes.take(size - overlap);
  }
  bytes.rewind();
  return late;
}

}  // namespace oscegraph
