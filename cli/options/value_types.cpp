// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/value_types.hpp"

#include <algorithm>
#include <charconv>

#include "oscegraph/exports/graphs/graph_format.hpp"
#include "oscegraph/exports/pictures/layout.hpp"
#include "oscegraph/exports/tables/table_format.hpp"
#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/graph/vocabulary.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph::cli {
namespace {

std::vector<std::string_view> layouts() { return {layout_names().begin(), layout_names().end()}; }

std::vector<std::string_view> output_format_names() {
  std::vector<std::string_view> names;
  for (const TableFormat& format : table_formats()) names.push_back(format.name);
  for (const GraphFormat& format : graph_formats())
    if (std::ranges::count(names, format.name) == 0) names.push_back(format.name);
  return names;
}

bool is_date(std::string_view value) { return Date::parse(value).has_value(); }
bool is_count(std::string_view value) { return parse_count(value).has_value(); }
bool is_not_empty(std::string_view value) { return !value.empty(); }

constexpr ValueType choice_of(std::string_view placeholder, std::string_view meaning,
                              std::vector<std::string_view> (*choices)(), bool list = false) {
  return {.placeholder = placeholder,
          .meaning = meaning,
          .choices = choices,
          .list = list,
          .completes = Completes::choices};
}

}  // namespace

constinit const ValueType text_value{.placeholder = "TEXT", .meaning = "a text"};
constinit const ValueType node_value{.placeholder = "NODE",
                                     .meaning = "a node",
                                     .allowed = "a node is an id such as state:NO, or a name",
                                     .accepts = is_not_empty};
constinit const ValueType document_value{.placeholder = "ID",
                                         .meaning = "a document id",
                                         .allowed = "a document id has at least one character",
                                         .accepts = is_not_empty};
constinit const ValueType file_value{.placeholder = "FILE",
                                     .meaning = "a file name",
                                     .allowed = "a file name has at least one character",
                                     .accepts = is_not_empty,
                                     .completes = Completes::files};
constinit const ValueType input_value{
    .placeholder = "PATH",
    .meaning = "an input",
    .allowed = "an input is a file, a folder, or '-' for standard input",
    .accepts = is_not_empty,
    .completes = Completes::files};
constinit const ValueType output_value{.placeholder = "PATH",
                                       .meaning = "an output",
                                       .allowed = "an output is a file, or '-' for standard output",
                                       .accepts = is_not_empty,
                                       .completes = Completes::files};
constinit const ValueType date_value{
    .placeholder = "DATE", .meaning = "a date", .allowed = Date::allowed, .accepts = is_date};
constinit const ValueType count_value{.placeholder = "N",
                                      .meaning = "a count",
                                      .allowed = "a count is a whole number from 1",
                                      .accepts = is_count};
constinit const ValueType relation_list = choice_of("RELATION", "a relation", relation_names, true);
constinit const ValueType kind_list = choice_of("KIND", "a kind of node", kind_names, true);
constinit const ValueType flow_list = choice_of("FLOW", "a flow of money", flow_names, true);
constinit const ValueType basis_choice = choice_of("BASIS", "a basis", basis_names);
constinit const ValueType input_format_choice =
    choice_of("FORMAT", "an input format", input_formats);
constinit const ValueType output_format_choice =
    choice_of("FORMAT", "an output format", output_format_names);
constinit const ValueType layout_choice = choice_of("LAYOUT", "a layout", layouts);

std::vector<std::string_view> words_of(const ValueType& type, std::string_view value) {
  std::vector<std::string_view> words;
  while (type.list) {
    const std::size_t comma = value.find(',');
    if (comma == std::string_view::npos) break;
    words.push_back(value.substr(0, comma));
    value.remove_prefix(comma + 1);
  }
  words.push_back(value);
  return words;
}

std::optional<ValueFault> fault_in(const ValueType& type, std::string_view value) {
  for (const std::string_view word : words_of(type, value)) {
    const std::string what = in_quotes(word) + " is not " + std::string(type.meaning);
    if (type.fault != nullptr) {
      if (auto fault = type.fault(word)) return fault;
    } else if (type.accepts != nullptr) {
      if (!type.accepts(word)) return ValueFault{what, std::string(type.allowed), {}};
    } else if (type.choices != nullptr) {
      const std::vector<std::string_view> choices = type.choices();
      if (std::ranges::count(choices, word) > 0) continue;
      const std::string next = did_you_mean(word, choices);
      return ValueFault{what, next.empty() ? "allowed are " + join(choices, ", ") : "", next};
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> parse_count(std::string_view text) {
  constexpr std::size_t most = 1'000'000'000'000;
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
  if (!whole || count < 1 || count > most) return std::nullopt;
  return count;
}

}  // namespace oscegraph::cli
