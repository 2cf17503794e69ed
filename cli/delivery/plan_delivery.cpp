// SPDX-License-Identifier: Apache-2.0
//
// Decides where an answer is written and in which format, from the command and its options `-o` and
// `--as` (declared in deliver.hpp, which has the rules). Throws UsageError for a format that the
// command cannot write, and for an option that the chosen format would ignore. Opens no file.
#include <algorithm>

#include "oscegraph/cli/delivery/deliver.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/exports/output/path_ending.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

bool is_folder(std::string_view path) { return path.ends_with('/'); }

/// Everything -o understands: ".txt, .csv, ..., FOLDER/".
std::string known_endings(Delivers delivers) {
  std::vector<std::string> endings;
  const auto add = [&](std::string_view extension) {
    const std::string ending = (is_folder(extension) ? "FOLDER" : "") + std::string(extension);
    if (std::ranges::count(endings, ending) == 0) endings.push_back(ending);
  };
  if (delivers == Delivers::table_first)
    for (const TableFormat& format : table_formats()) add(format.extensions.front());
  for (const GraphFormat& format : graph_formats()) add(format.extensions.front());
  return join(endings, ", ");
}

/// In the order of the table.
template <typename Formats, typename Wanted>
std::vector<std::string_view> names_of(const Formats& formats, const Wanted& wanted) {
  std::vector<std::string_view> names;
  for (const auto& format : formats)
    if (wanted(format)) names.push_back(format.name);
  return names;
}

constexpr auto any = [](const auto& /*format*/) { return true; };

/// What an error that refuses rows says next.
std::string graph_formats_allowed() {
  return "a graph can be written as " + join(names_of(graph_formats(), any), ", ");
}

Delivery by_name(const Command& command, std::string_view name, std::string path) {
  const bool rows = command.delivers == Delivers::table_first && !is_folder(path);
  const TableFormat* table = rows ? find_table_format(name) : nullptr;
  const GraphFormat* graph = table == nullptr ? find_graph_format(name) : nullptr;
  if (table == nullptr && graph == nullptr)
    throw UsageError(in_quotes(name) + " holds rows, not a graph", graph_formats_allowed());
  return {std::move(path), table, graph};
}

/// What a path that asks for a drawing means to this command, as an SVG or an image of it; "" for what it
/// means to all.
std::string own_picture(const Command& command, const Values& values, std::string_view path) {
  const GraphFormat* format = graph_format_for(path);
  if (format == nullptr || table_format_for(path) != nullptr || command.picture == nullptr)
    return {};
  const bool image = format->name == "png" || format->name == "pdf";
  std::string picture(image || format->name == "svg" ? command.picture(values) : "");
  if (image && !picture.empty()) picture += "-" + std::string(format->name);
  return picture;
}

Delivery by_ending(const Command& command, const Values& values, std::string path) {
  if (const std::string picture = own_picture(command, values, path); !picture.empty())
    return by_name(command, picture, std::move(path));
  const TableFormat* table = table_format_for(path);
  const GraphFormat* graph = graph_format_for(path);
  // x.graphology.json is no table, though x.json is one.
  const bool closer = table != nullptr && graph != nullptr &&
                      known_ending(*graph, path) > known_ending(*table, path);
  const bool rows = table != nullptr && command.delivers == Delivers::table_first && !closer;
  if (rows) return {std::move(path), table, nullptr};
  if (graph != nullptr) return {std::move(path), nullptr, graph};
  if (table != nullptr) return by_name(command, table->name, std::move(path));
  throw UsageError("the ending of " + in_quotes(path) + " names no format",
                   "known are " + known_endings(command.delivers), "or say --as FORMAT");
}

Delivery as_usual(const Command& command) {
  if (command.delivers == Delivers::table_first) return {{}, &table_formats().front(), nullptr};
  throw UsageError(in_quotes(command.name) + " needs -o FILE or --as FORMAT",
                   "-o takes a file ending in " + known_endings(command.delivers));
}

/// A folder cannot go to standard output, nor be called x.csv.
void check_folder(const Delivery& delivery) {
  const bool named_like_a_file =
      !is_folder(delivery.path) &&
      (table_format_for(delivery.path) != nullptr || graph_format_for(delivery.path) != nullptr);
  if (!delivery.path.empty() && !named_like_a_file) return;
  const std::string folder =
      delivery.path.empty() ? "FOLDER" : delivery.path.substr(0, delivery.path.find_last_of('.'));
  throw UsageError("a graph as " + std::string(delivery.graph->name) +
                       " is several tables, so it needs a folder",
                   "'-o " + folder + "/' writes them there");
}

std::string loss_report_of(const Values& values) {
  const auto path = values[option::loss_report];
  if (!path) return {};
  if (table_format_for(*path) == nullptr)
    throw UsageError("the ending of " + in_quotes(*path) + " names no table format",
                     "--loss-report takes a file ending in .txt, .csv, .json or .md");
  return *path;
}

void check_about_rows(const Option& option, const Delivery& delivery) {
  if (delivery.table != nullptr) return;
  throw UsageError("--" + std::string(option.name) + " is about rows, and this writes a graph",
                   "rows can be written as " + join(names_of(table_formats(), any), ", "));
}

void check_about_graphs(const Option& option, const Delivery& delivery) {
  if (delivery.graph != nullptr) return;
  throw UsageError(
      "--" + std::string(option.name) + " is about graph formats, and this writes rows",
      graph_formats_allowed());
}

template <typename Shows>
UsageError means_nothing(const Option& option, std::string_view to, const Shows& shows) {
  return UsageError("'--" + std::string(option.name) + "' means nothing to " + in_quotes(to),
                    "it goes with " + join_or(names_of(graph_formats(), shows)));
}

void check_obeyed(const Option& option, const Delivery& delivery, bool GraphFormat::*obeys) {
  if (delivery.graph != nullptr && delivery.graph->*obeys) return;
  throw means_nothing(option,
                      delivery.graph != nullptr ? delivery.graph->name : delivery.table->name,
                      [&](const GraphFormat& format) { return format.*obeys; });
}

/// Records and graph files hold what documents say, and flows are drawn by what they are worth.
bool shows_looks(const GraphFormat& format) { return !format.readable && !format.has_flows; }

void check_looks(const Option& option, const Delivery& delivery) {
  check_about_graphs(option, delivery);
  if (shows_looks(*delivery.graph)) return;
  throw means_nothing(option, delivery.graph->name, shows_looks);
}

/// An option that this output would not show is refused, by its row.
void check_shown(const Option& option, const Delivery& delivery) {
  switch (option.shown_by) {
    case ShownBy::all: return;
    case ShownBy::rows: return check_about_rows(option, delivery);
    case ShownBy::graphs: return check_about_graphs(option, delivery);
    case ShownBy::looks: return check_looks(option, delivery);
    case ShownBy::layouts: return check_obeyed(option, delivery, &GraphFormat::laid_out);
    case ShownBy::flows: return check_obeyed(option, delivery, &GraphFormat::has_flows);
  }
}

Delivery chosen_delivery(const Command& command, const Values& values) {
  std::string path = values[option::output].value_or("");
  if (path == "-") path.clear();
  if (const auto name = values[option::as]) return by_name(command, *name, std::move(path));
  if (path.empty()) return as_usual(command);
  return by_ending(command, values, std::move(path));
}

}  // namespace

Delivery plan_delivery(const Command& command, const Values& values) {
  Delivery delivery = chosen_delivery(command, values);
  for (const Option* option : values.options()) check_shown(*option, delivery);
  delivery.look = look_of(values);
  delivery.loss_report = loss_report_of(values);
  delivery.style.width_by = values[option::width].value_or("");
  delivery.style.layout = values[option::layout].value_or("");
  const bool wants_folder = delivery.graph != nullptr && delivery.graph->folder();
  if (wants_folder) check_folder(delivery);
  if (!wants_folder && is_folder(delivery.path))
    throw UsageError(
        in_quotes(delivery.path) + " is a folder, and " + in_quotes(delivery.graph->name) +
            " is one file",
        "-o takes a file ending in " + std::string(delivery.graph->extensions.front()));
  return delivery;
}

}  // namespace oscegraph::cli
