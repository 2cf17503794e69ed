// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graph_file/xml_graph_reader.hpp"

#include <algorithm>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {

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

void check_root(const XmlElement& element, std::string_view name, std::string_view format,
                std::span<const std::string_view> spaces) {
  if (element.name != name)
    fail_at(element, "the file begins with <" + std::string(element.name) + ">",
            std::string(format) + " begins with <" + std::string(name) + ">",
            "is it another format? --format names it");
  if (std::ranges::find(spaces, element.space) == spaces.end())
    fail_at(element, "the XML namespace is " + in_quotes(element.space),
            std::string(format) + "'s is " + in_quotes(spaces.front()),
            "correct xmlns: with another one, programs load an empty graph and say nothing");
}

ValueType column_type(const XmlElement& element, std::string_view attribute, std::string_view name,
                      std::span<const ColumnTypeRow> rows) {
  std::vector<std::string_view> allowed;
  for (const ColumnTypeRow& row : rows) {
    if (row.name == name) return row.type;
    allowed.push_back(row.name);
  }
  fail_at(element, "unknown " + std::string(attribute) + ' ' + in_quotes(name),
          "a type is " + join_or(allowed), did_you_mean(name, allowed));
}

}  // namespace oscegraph
