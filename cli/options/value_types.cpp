// SPDX-License-Identifier: Apache-2.0
//
// Defines the types of values: the texts about them and the functions that read them.
#include "oscegraph/cli/options/value_types.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "oscegraph/cli/options/choice.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/exports/pictures/graphviz/layout.hpp"
#include "oscegraph/graph/text/text.hpp"
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

std::optional<std::string> any_text(std::string_view word) { return std::string(word); }

std::optional<std::string> some_text(std::string_view word) {
  if (word.empty()) return std::nullopt;
  return std::string(word);
}

template <typename Number>
std::optional<Number> whole_text(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<std::size_t> parse_count(std::string_view text) {
  constexpr std::size_t most = 1'000'000'000'000;
  const auto count = whole_text<std::size_t>(text);
  return count && *count >= 1 && *count <= most ? count : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  const auto number = whole_text<double>(text);
  return number && std::isfinite(*number) && *number > 0 ? number : std::nullopt;
}

std::optional<double> parse_fraction(std::string_view text) {
  const auto number = parse_number(text);
  return number && *number < 1 ? number : std::nullopt;
}

/// Words of the vocabulary.
constexpr ValueWords words_in(std::string_view placeholder, std::string_view meaning,
                              std::vector<std::string_view> (*choices)(), bool list) {
  return {.placeholder = placeholder,
          .meaning = meaning,
          .choices = choices,
          .list = list,
          .completes = Completes::choices};
}

}  // namespace

constinit const TypeOf<std::string> text_value({.placeholder = "TEXT", .meaning = "a text"},
                                               any_text);
constinit const TypeOf<std::string> node_value(
    {.placeholder = "NODE",
     .meaning = "a node",
     .allowed = "a node is an id such as state:NO, or a name"},
    some_text);
constinit const TypeOf<std::string> document_value(
    {.placeholder = "ID",
     .meaning = "a document id",
     .allowed = "a document id has at least one character"},
    some_text);
constinit const TypeOf<std::string> file_value({.placeholder = "FILE",
                                                .meaning = "a file name",
                                                .allowed = "a file name has at least one character",
                                                .completes = Completes::files},
                                               some_text);
constinit const TypeOf<std::string> input_value(
    {.placeholder = "PATH",
     .meaning = "an input",
     .allowed = "an input is a file, a folder, or '-' for standard input",
     .completes = Completes::files},
    some_text);
constinit const TypeOf<std::string> output_value(
    {.placeholder = "PATH",
     .meaning = "an output",
     .allowed = "an output is a file, or '-' for standard output",
     .completes = Completes::files},
    some_text);
constinit const TypeOf<Date> date_value(
    {.placeholder = "DATE", .meaning = "a date", .allowed = Date::allowed}, Date::parse);
constinit const TypeOf<std::size_t> count_value(
    {.placeholder = "N", .meaning = "a count", .allowed = "a count is a whole number from 1"},
    parse_count, [](const std::size_t& count) { return to_text(count); });
constinit const TypeOf<double> fraction_value(
    {.placeholder = "FRACTION",
     .meaning = "a fraction",
     .allowed = "a fraction lies between 0 and 1, as 0.01"},
    parse_fraction);
constinit const TypeOf<double> number_value(
    {.placeholder = "NUMBER", .meaning = "a number", .allowed = "a number is above 0, as 1.5"},
    parse_number, [](const double& number) { return to_text(number); });
constinit const TypeOf<Relation> relation_list(words_in("RELATION", "a relation", relation_names,
                                                        true),
                                               parse_relation);
constinit const TypeOf<Kind> kind_list(words_in("KIND", "a kind of node", kind_names, true),
                                       parse_kind);
constinit const TypeOf<Flow> flow_list(words_in("FLOW", "a flow of money", flow_names, true),
                                       parse_flow);
constinit const TypeOf<Basis> basis_choice(words_in("BASIS", "a basis", basis_names, false),
                                           parse_basis);
constinit const TypeOf<std::string> input_format_choice =
    word_of<input_formats>("FORMAT", "an input format");
constinit const TypeOf<std::string> output_format_choice =
    word_of<output_format_names>("FORMAT", "an output format");
constinit const TypeOf<std::string> layout_choice = word_of<layouts>("LAYOUT", "a layout");

}  // namespace oscegraph::cli
