// SPDX-License-Identifier: Apache-2.0
//
// The table of endpoints, and the few answers that are not simply a command's.
#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/costs.hpp"
#include "oscegraph/cli/options/named_node.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/cli/serve/openapi.hpp"
#include "oscegraph/cli/serve/problems_json.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/cli/serve/web_words.hpp"
#include "oscegraph/exports/graphs/graph_format.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/page/view_document.hpp"
#include "oscegraph/exports/tables/table_format.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/claims/claims_over_time.hpp"
#include "oscegraph/queries/claims/listing.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::size_t usual_hits = 20;

Response json(const Output& out) { return {200, "application/json", out.text()}; }

Response attachment(std::string content_type, const std::string& file, const Output& out) {
  Response response{200, std::move(content_type), out.text()};
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + file + "\"");
  return response;
}

void append_view(const Call& call, const Subset& subset, std::string_view title,
                 std::size_t most_nodes, Output& out) {
  write_view_document(best_connected(subset, most_nodes, call.context()),
                      {title, call.served().source()}, out);
}

/// What narrowing left out stands below the rows, as it stands beside them at the terminal,
/// in the words of the web.
Table with_notes_of(const Subset& scope, const Endpoint& endpoint, Table table) {
  for (const std::string& note : scope.notes())
    if (std::ranges::count(table.notes, note) == 0) table.notes.push_back(note);
  for (std::string& note : table.notes) note = in_web_words(note, endpoint);
  return table;
}

Response deliver(Call& call, Answer answer) {
  const Values& values = call.values();
  const Table table = with_notes_of(call.scope(), call.endpoint(), std::move(answer.table));
  Output out(call.context());
  if (values.text("as").value_or("json") == "csv") {
    find_table_format("csv")->write(table, {}, out);
    const std::string name(call.endpoint().path.substr(0, call.endpoint().path.find('/')));
    return attachment("text/csv; charset=utf-8", name + ".csv", out);
  }
  const TableFormat& as_json = *find_table_format("json");
  const auto most = values.count("limit", usual_view);
  if (values.text("subset") == "only") {
    append_view(call, answer.subset, table.title, most, out);
    return json(out);
  }
  if (!values.has("subset")) {
    as_json.write(table, {}, out);
    return json(out);
  }
  out.append("{\"table\":");
  as_json.write(table, {}, out);
  out.append(",\"view\":");
  append_view(call, answer.subset, table.title, most, out);
  out.append("}\n");
  return json(out);
}

/// The command's own answer.
Response ask(Call& call) {
  Question question(call.invocation, call.scope(), call.served().finder(), call.context());
  return deliver(call, call.endpoint().command->ask(question));
}

Response graph_view(Call& call) {
  const Values& values = call.values();
  const Subset& scope = call.scope();
  const std::size_t most = values.count("limit", usual_view);
  Output out(call.context());
  if (const auto around = values.text("around")) {
    const NodeId node = named_node(*around, scope, call.served().finder());
    const NeighborsAnswer answer = neighbors(
        scope, {.node = node, .depth = values.count("depth", 1), .context = call.context()});
    append_view(call, answer.subset, {}, most, out);
  } else {
    append_view(call, scope, {}, most, out);
  }
  return json(out);
}

std::vector<Cost> graph_cost(const Values& values, const Subset& scope) {
  std::vector<Cost> costs{{Work::look, size_of(scope)},
                          cost_of_view(scope, values.count("limit", usual_view))};
  if (values.has("around")) costs.push_back(cost_of_reach(scope, steps_of(values, "depth", 1)));
  return costs;
}

Response nodes(Call& call) {
  const Values& values = call.values();
  const std::size_t most = values.count("limit", usual_hits);
  return deliver(call, to_answer(call.served().search().find(values.text("q").value_or(""),
                                                             call.scope(), most)));
}

std::vector<Cost> nodes_cost(const Values& values, const Subset& scope) {
  return {{Work::search, nodes_of(scope)},
          {Work::view, std::min(nodes_of(scope), steps_of(values, "limit", usual_hits))}};
}

/// The file is made in memory, and somebody has to receive it.
std::vector<Cost> export_cost(const Values& values, const Subset& scope) {
  const double size = size_of(scope);
  std::vector<Cost> costs{{Work::file, size}};
  const auto format = values.text("format");
  if (format && find_graph_format(*format)->laid_out) {
    costs.push_back({Work::springs, nodes_of(scope)});
    costs.push_back({Work::picture, size});
  }
  return costs;
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

Response listing_rows(Call& call) {
  const Values& values = call.values();
  ListingOptions options;
  const std::string_view of = values.text("of").value_or("nodes");
  const auto names = listed_names();
  options.what = static_cast<Listed>(std::ranges::find(names, of) - names.begin());
  options.contains = values.text("contains").value_or("");
  options.sort = values.text("sort").value_or("");
  options.most = values.count("limit", options.most);
  options.context = call.context();
  return deliver(call, to_answer(listing(call.scope(), options), call.context()));
}

/// Words and an order are looked for in every row, whatever is asked for in the end.
std::vector<Cost> listing_cost(const Values& values, const Subset& scope) {
  const double most = nodes_of(scope) + static_cast<double>(scope.claims().count());
  if (values.has("contains") || values.has("sort")) return {{Work::list, most}};
  return {{Work::look, most},
          {Work::list, std::min(most, steps_of(values, "limit", static_cast<std::size_t>(most)))}};
}

std::vector<Cost> claims_cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::list, static_cast<double>(scope.claims().count())}};
}

std::vector<Cost> times_cost(const Values& /*values*/, const Subset& scope) {
  return {{Work::look, static_cast<double>(scope.claims().count())}};
}

Response claims_file(Call& call) {
  Output out(call.context());
  write_claims_csv(call.scope(), out);
  return attachment("text/csv; charset=utf-8", "claims.csv", out);
}

Response times(Call& call) {
  const Values& values = call.values();
  return deliver(call, to_answer(claims_over_time(call.scope(), values.count("min-documents", 1),
                                                  call.context())));
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
    const Problem problem = in_web_words(error.problem(), call.endpoint());
    return problems_response(422, {&problem, 1});
  }
  std::vector<Problem> found = problems.list();
  for (Problem& problem : found) problem = in_web_words(std::move(problem), call.endpoint());
  if (!found.empty()) return problems_response(422, found);
  Subset whole = Subset::whole(loaded.graph);
  for (const Problem& warning : loaded.warnings)
    whole.add_note(in_web_words(sentence(warning), call.endpoint()));
  Output out(call.context());
  write_view_document(best_connected(whole, values.count("limit", usual_view), call.context()),
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
constexpr ValueType subset_choice{
    .placeholder = "HOW", .meaning = "a way to give the subset", .choices = [] {
      return std::vector<std::string_view>{"view", "only"};
    }};
constexpr ValueType as_choice{
    .placeholder = "FORMAT", .meaning = "a format of rows", .choices = [] {
      return std::vector<std::string_view>{"json", "csv"};
    }};

constexpr std::array answer_rows{
    Option{.name = "subset",
           .help = "'view' answers the part of the graph the rows are about as well, 'only' "
                   "answers nothing else",
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
constexpr ValueType listed_choice{
    .placeholder = "WHAT", .meaning = "something that can be listed", .choices = listed_names};
constexpr std::array listing_options{
    Option{.name = "of", .help = "what a row is; nodes unless given", .value = &listed_choice},
    Option{.name = "contains", .help = "only rows with all of these words", .value = &text_value},
    Option{.name = "sort",
           .help = "the column to sort by; with '-' before it, largest first",
           .value = &text_value},
    Option{.name = "limit", .help = "how many rows; all unless given", .value = &count_value},
    Option{.name = "as", .help = "json, or the rows alone as a CSV file", .value = &as_choice},
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
constexpr std::array<std::string_view, 3> times_filters{"at", "since", "until"};

constexpr std::array table{
    Endpoint{.path = "info", .command = &info_command, .groups = groups, .answer = ask},
    Endpoint{.path = "graph",
             .summary = "The graph, or a part of it, as the page draws it",
             .options = graph_rows,
             .groups = only_narrowing,
             .cost = graph_cost,
             .answers = "View",
             .answer = graph_view},
    Endpoint{.path = "nodes",
             .summary = "Which nodes have a name like what is being typed",
             .options = search_rows,
             .groups = only_narrowing,
             .cost = nodes_cost,
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
    Endpoint{.path = "funding", .command = &funding_command, .groups = groups, .answer = ask},
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
             .answer = ask},
    Endpoint{.path = "centrality",
             .command = &centrality_command,
             .without = threads,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "components", .command = &components_command, .groups = groups, .answer = ask},
    Endpoint{.path = "communities",
             .command = &communities_command,
             .without = threads,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "cofunding", .command = &cofunding_command, .groups = groups, .answer = ask},
    Endpoint{.path = "similar/{node}",
             .command = &similar_command,
             .arguments = node,
             .groups = groups,
             .answer = ask},
    Endpoint{.path = "export",
             .command = &export_command,
             .options = export_rows,
             .groups = only_narrowing,
             .cost = export_cost,
             .answers = "File",
             .answer = export_file},
    Endpoint{.path = "rows",
             .summary = "Nodes, edges, claims or documents as rows",
             .options = listing_options,
             .groups = only_narrowing,
             .cost = listing_cost,
             .answer = listing_rows},
    Endpoint{.path = "claims.csv",
             .summary = "The claims as the table of native records",
             .groups = only_narrowing,
             .cost = claims_cost,
             .answers = "File",
             .answer = claims_file},
    Endpoint{.path = "times",
             .summary = "How many claims hold on each day, month or year",
             .without = times_filters,
             .groups = only_narrowing,
             .cost = times_cost,
             .answer = times},
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
