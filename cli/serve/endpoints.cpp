// SPDX-License-Identifier: Apache-2.0
//
// The table of endpoints, and the few answers that are not simply a command's.
#include <algorithm>

#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/question.hpp"
#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/cli/serve/openapi.hpp"
#include "oscegraph/cli/serve/problems_json.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/cli/value_types.hpp"
#include "oscegraph/exports/graph_format.hpp"
#include "oscegraph/exports/table_format.hpp"
#include "oscegraph/exports/view_document.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/neighbors.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::size_t usual_view = 2'000;
constexpr std::size_t usual_hits = 20;

Response json(const Output& out) { return {200, "application/json", out.text()}; }

Response attachment(std::string content_type, const std::string& file, const Output& out) {
  Response response{200, std::move(content_type), out.text()};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file + "\"");
  return response;
}

void append_view(const Call& call, const Subset& subset, std::string_view title,
                 std::size_t most_nodes, Output& out) {
  write_view_document(best_connected(subset, most_nodes), {title, call.served().source()}, out);
}

/// What narrowing left out stands below the rows, as it stands beside them at the terminal.
Table with_notes_of(const Subset& scope, Table table) {
  for (const std::string& note : scope.notes())
    if (std::ranges::count(table.notes, note) == 0) table.notes.push_back(note);
  return table;
}

Response deliver(Call& call, Answer answer) {
  const Values& values = call.values();
  const Table table = with_notes_of(call.scope(), std::move(answer.table));
  Output out(call.context());
  if (values.text("as").value_or("json") == "csv") {
    find_table_format("csv")->write(table, {}, out);
    const std::string name(call.endpoint().path.substr(0, call.endpoint().path.find('/')));
    return attachment("text/csv; charset=utf-8", name + ".csv", out);
  }
  const TableFormat& as_json = *find_table_format("json");
  if (!values.has("subset")) {
    as_json.write(table, {}, out);
    return json(out);
  }
  out.append("{\"table\":");
  as_json.write(table, {}, out);
  out.append(",\"view\":");
  append_view(call, answer.subset, table.title, values.count("limit", usual_view), out);
  out.append("}\n");
  return json(out);
}

/// The command's own answer.
Response ask(Call& call) {
  Question question(call.invocation, call.scope(), call.served().names(), call.context());
  return deliver(call, call.endpoint().command->ask(question));
}

Response graph_view(Call& call) {
  const Values& values = call.values();
  const Subset& scope = call.scope();
  const std::size_t most = values.count("limit", usual_view);
  Output out(call.context());
  if (const auto around = values.text("around")) {
    const NodeId node = NodeFinder(scope, call.served().names()).find(*around);
    const Answer answer = neighbors(scope, {.node = node, .depth = values.count("depth", 1)});
    append_view(call, answer.subset, {}, most, out);
  } else {
    append_view(call, scope, {}, most, out);
  }
  return json(out);
}

Response nodes(Call& call) {
  const Values& values = call.values();
  const std::size_t most = values.count("limit", usual_hits);
  return deliver(call,
                 call.served().search().find(values.text("q").value_or(""), call.scope(), most));
}

Response export_file(Call& call) {
  const auto name = call.values().text("format");
  if (!name)
    throw UsageError("parameter 'format' is missing", {},
                     "say format=gexf, or another of its list");
  const GraphFormat& format = *find_graph_format(*name);
  Output out(call.context());
  LossReport losses;
  format.write(call.scope(), {.source = call.served().source()}, out, losses);
  Response response = attachment("application/octet-stream",
                                 "oscegraph" + std::string(format.extensions.front()), out);
  std::vector<std::string> notes;
  for (const Loss& loss : losses.losses()) notes.push_back(sentence(loss));
  if (!notes.empty())
    response.headers.emplace_back("Oscegraph-Notes", percent_encoded(join(notes, "\n")));
  return response;
}

Response load_file(Call& call) {
  const Values& values = call.values();
  LoadOptions options;
  options.context = call.context();
  options.format = values.text("format").value_or("");
  options.create_missing = values.has("create-missing");
  options.in_memory.push_back(
      {std::string(values.text("name").value_or("upload")), call.request().body});
  constexpr std::size_t most_told = 20;
  Problems problems(most_told);
  Loaded loaded;
  try {
    loaded = load(options, problems);
  } catch (const Error& error) {  // no record of it can be read: it is damaged, or too large
    return problems_response(422, {&error.problem(), 1});
  }
  if (!problems.list().empty()) return problems_response(422, problems.list());
  Subset whole = Subset::whole(loaded.graph);
  for (const Problem& warning : loaded.warnings) whole.add_note(sentence(warning));
  Output out(call.context());
  write_view_document(best_connected(whole, values.count("limit", usual_view)),
                      {{}, options.in_memory.front().name}, out);
  return json(out);
}

Response openapi(Call& /*call*/) { return {200, "application/yaml", openapi_document()}; }

// --- options

std::vector<std::string_view> graph_file_formats() {
  std::vector<std::string_view> names;
  for (const GraphFormat& format : graph_formats())
    if (!format.folder()) names.push_back(format.name);
  return names;
}

constexpr ValueType format_choice{.placeholder = "FORMAT",
                                  .meaning = "a graph format of one file",
                                  .choices = graph_file_formats};
constexpr ValueType subset_choice{.placeholder = "HOW",
                                  .meaning = "a way to give the subset",
                                  .choices = [] { return std::vector<std::string_view>{"view"}; }};
constexpr ValueType as_choice{
    .placeholder = "FORMAT", .meaning = "a format of rows", .choices = [] {
      return std::vector<std::string_view>{"json", "csv"};
    }};

constexpr std::array answer_rows{
    Option{.name = "subset",
           .help = "'view' answers the part of the graph the rows are about as well",
           .value = &subset_choice},
    Option{.name = "limit",
           .help = "how many nodes of it at most; 2000 unless given",
           .value = &count_value,
           .needs = "subset"},
    Option{.name = "as", .help = "json, or the rows alone as a CSV file", .value = &as_choice},
};
constexpr OptionGroup answer_options{"Answer", answer_rows};

constexpr std::array graph_rows{
    Option{.name = "limit",
           .help = "how many nodes at most, the best connected ones; 2000 unless given",
           .value = &count_value},
    Option{.name = "around", .help = "only what lies around this node", .value = &node_value},
    Option{.name = "depth",
           .help = "within so many steps of it; 1 unless given",
           .value = &count_value,
           .needs = "around"},
};
constexpr std::array search_rows{
    Option{.name = "q", .help = "what is being typed", .value = &text_value},
    Option{.name = "limit", .help = "how many nodes; 20 unless given", .value = &count_value},
};
constexpr std::array export_rows{
    Option{.name = "format", .help = "what to write; needed", .value = &format_choice},
};
constexpr std::array load_rows{
    Option{.name = "name",
           .help = "the file's name; its ending tells the format",
           .value = &file_value},
    Option{.name = "format",
           .help = "what it is, when neither name nor content tells",
           .value = &input_format_choice},
    Option{.name = "create-missing",
           .help = "make a node for every name or id that no record defines, instead of stopping"},
    Option{.name = "limit",
           .help = "how many nodes at most, the best connected ones; 2000 unless given",
           .value = &count_value},
};

// --- the table

constexpr std::array groups{&narrowing_options, &answer_options};
constexpr std::array only_narrowing{&narrowing_options};
constexpr std::array<std::string_view, 1> node{"node"};
constexpr std::array<std::string_view, 2> from_to{"from", "to"};
constexpr std::array<std::string_view, 1> threads{"threads"};
constexpr std::array<std::string_view, 2> threads_and_patience{"threads", "patience"};
constexpr std::array one_minute{Preset{"patience", "1"}};
constexpr std::size_t million = 1'000'000;

constexpr std::array table{
    Endpoint{.path = "info", .command = &info_command, .groups = groups, .answer = ask},
    Endpoint{.path = "graph",
             .summary = "The graph, or a part of it, as the page draws it",
             .options = graph_rows,
             .groups = only_narrowing,
             .answers = "View",
             .answer = graph_view},
    Endpoint{.path = "nodes",
             .summary = "Which nodes have a name like what is being typed",
             .options = search_rows,
             .groups = only_narrowing,
             .answer = nodes},
    Endpoint{.path = "nodes/{node}",
             .command = &show_command,
             .arguments = node,
             .groups = groups,
             .quick = true,
             .answer = ask},
    Endpoint{.path = "neighbors/{node}",
             .command = &neighbors_command,
             .arguments = node,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "funding",
             .command = &funding_command,
             .groups = groups,
             .most_edges = 4 * million,
             .answer = ask},
    Endpoint{.path = "why",
             .command = &why_command,
             .arguments = from_to,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "path",
             .command = &path_command,
             .arguments = from_to,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "connect",
             .command = &connect_command,
             .arguments = node,
             .groups = groups,
             .most_edges = million,
             .answer = ask},
    Endpoint{.path = "centrality",
             .command = &centrality_command,
             .without = threads_and_patience,
             .presets = one_minute,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "components", .command = &components_command, .groups = groups, .answer = ask},
    Endpoint{.path = "communities",
             .command = &communities_command,
             .without = threads,
             .groups = groups,
             .most_edges = million,
             .answer = ask},
    Endpoint{.path = "cofunding",
             .command = &cofunding_command,
             .groups = groups,
             .most_edges = million / 4,
             .answer = ask},
    Endpoint{.path = "similar/{node}",
             .command = &similar_command,
             .arguments = node,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "export",
             .command = &export_command,
             .options = export_rows,
             .groups = only_narrowing,
             .most_edges = million / 4,
             .answers = "File",
             .answer = export_file},
    Endpoint{
        .path = "load",
        .summary = "A file of any format that can be read, as the page draws it; it is not kept",
        .options = load_rows,
        .most_body = std::size_t{32} << 20U,
        .answers = "View",
        .answer = load_file},
    Endpoint{.path = "openapi.yaml",
             .summary = "This description",
             .answers = "Yaml",
             .answer = openapi},
};

}  // namespace

std::span<const Endpoint> endpoints() { return table; }

}  // namespace oscegraph::cli
