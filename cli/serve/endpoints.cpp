// SPDX-License-Identifier: Apache-2.0
//
// Defines the table of endpoints. Most of them answer with the rows of a command; the functions for
// the other answers (a view of the graph, a search, a file, a listing, an upload) are also here.
#include <algorithm>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/named_node.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/serve/answer_options.hpp"
#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/cli/serve/openapi.hpp"
#include "oscegraph/cli/serve/problems_json.hpp"
#include "oscegraph/cli/serve/web_address.hpp"
#include "oscegraph/cli/serve/web_words.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/page/view_document.hpp"
#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/claims/claims_over_time.hpp"
#include "oscegraph/queries/claims/listing.hpp"
#include "oscegraph/queries/paths/neighbors.hpp"

namespace oscegraph::cli {
namespace {

// --- options

std::vector<std::string_view> graph_file_formats() {
  std::vector<std::string_view> names;
  for (const GraphFormat& format : graph_formats())
    if (!format.folder()) names.push_back(format.name);
  return names;
}

constexpr TypeOf<const GraphFormat*> file_format(
    {.placeholder = "FORMAT",
     .meaning = "a graph format of one file",
     .choices = graph_file_formats},
    [](std::string_view name) -> std::optional<const GraphFormat*> {
      const GraphFormat* format = find_graph_format(name);
      return format == nullptr || format->folder() ? std::optional<const GraphFormat*>() : format;
    });
constexpr TypeOf<Listed> listed_choice(
    {.placeholder = "WHAT", .meaning = "something that can be listed", .choices = listed_names},
    [](std::string_view name) -> std::optional<Listed> {
      const auto names = listed_names();
      const auto found = std::ranges::find(names, name);
      if (found == names.end()) return std::nullopt;
      return static_cast<Listed>(found - names.begin());
    },
    [](const Listed& what) { return std::string(listed_names()[static_cast<std::size_t>(what)]); });

constexpr OptionOf<std::size_t> view_limit(
    {.name = "limit", .help = "how many nodes at most, the best connected ones"}, count_value,
    [] { return usual_view; });
constexpr OptionalOf<std::string> around({.name = "around",
                                          .help = "only what lies around this node"},
                                         node_value);
constexpr OptionOf<std::size_t> depth({.name = "depth",
                                       .help = "within so many steps of it",
                                       .needs = &around},
                                      count_value, [] { return NeighborsOptions().depth; });
constexpr auto graph_rows = option_list(view_limit, around, depth);

constexpr OptionalOf<std::string> typed({.name = "q", .help = "what is being typed"}, text_value);
constexpr OptionOf<std::size_t> hits({.name = "limit", .help = "how many nodes"}, count_value,
                                     [] { return std::size_t{20}; });
constexpr auto search_rows = option_list(typed, hits);

constexpr OptionOf<Listed> of({.name = "of", .help = "what a row is"}, listed_choice,
                              [] { return ListingOptions().what; });
constexpr OptionalOf<std::string> contains({.name = "contains",
                                            .help = "only rows with all of these words"},
                                           text_value);
constexpr OptionalOf<std::string> sort_by(
    {.name = "sort", .help = "the column to sort by; with '-' before it, largest first"},
    text_value);
constexpr OptionOf<std::size_t> most_rows({.name = "limit",
                                           .help = "how many rows",
                                           .otherwise = "all"},
                                          count_value, [] { return ListingOptions().most; });
constexpr auto listing_options = option_list(of, contains, sort_by, most_rows, option::rows_as);

constexpr OptionalOf<const GraphFormat*> written_as({.name = "format",
                                                     .help = "what to write; needed"},
                                                    file_format);
constexpr auto export_rows = option_list(written_as);

constexpr OptionalOf<std::string> file_name(
    {.name = "name", .help = "the file's name; its ending tells the format"}, file_value);
constexpr OptionalOf<std::string> read_as(
    {.name = "format", .help = "what it is, when neither name nor content tells"},
    input_format_choice);
constexpr Flag create_missing(
    {.name = "create-missing",
     .help = "make a node for every name or id that no record defines, instead of stopping"});
constexpr auto load_rows = option_list(file_name, read_as, create_missing, view_limit);

// --- answers

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
  if (values[option::rows_as] == RowsAs::csv) {
    find_table_format("csv")->write(table, {}, out);
    const std::string name(call.endpoint().path.substr(0, call.endpoint().path.find('/')));
    return attachment("text/csv; charset=utf-8", name + ".csv", out);
  }
  const TableFormat& as_json = *find_table_format("json");
  const std::size_t most = values[option::subset_limit];
  if (values[option::subset] == SubsetAs::only) {
    append_view(call, answer.subset, table.title, most, out);
    return json(out);
  }
  if (!values.has(option::subset)) {
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
  return deliver(call, call.asking().ask(call.scope(), call.served().finder()));
}

Response graph_view(Call& call) {
  const Values& values = call.values();
  const Subset& scope = call.scope();
  const std::size_t most = values[view_limit];
  Output out(call.context());
  if (const auto name = values[around]) {
    const NodeId node = named_node(*name, scope, call.served().finder());
    const NeighborsAnswer answer =
        neighbors(scope, {.node = node, .depth = values[depth], .context = call.context()});
    append_view(call, answer.subset, {}, most, out);
  } else {
    append_view(call, scope, {}, most, out);
  }
  return json(out);
}

std::vector<Cost> graph_cost(const Values& values, const Subset& scope) {
  std::vector<Cost> costs{{Work::look, size_of(scope)}, cost_of_view(scope, values[view_limit])};
  if (values.has(around)) costs.push_back(cost_of_reach(scope, values[depth]));
  return costs;
}

Response nodes(Call& call) {
  const Values& values = call.values();
  return deliver(call, to_answer(call.served().search().find(values[typed].value_or(""),
                                                             call.scope(), values[hits])));
}

std::vector<Cost> nodes_cost(const Values& values, const Subset& scope) {
  return {{Work::search, nodes_of(scope)},
          {Work::view, std::min(nodes_of(scope), static_cast<double>(values[hits]))}};
}

/// The file is made in memory, and somebody has to receive it.
std::vector<Cost> export_cost(const Values& values, const Subset& scope) {
  const double size = size_of(scope);
  std::vector<Cost> costs{{Work::file, size}};
  const auto format = values[written_as];
  if (format && (*format)->laid_out) {
    costs.push_back({Work::springs, nodes_of(scope)});
    costs.push_back({Work::picture, size});
  }
  return costs;
}

Response export_file(Call& call) {
  const auto chosen = call.values()[written_as];
  if (!chosen)
    throw UsageError("parameter 'format' is missing", {},
                     "say format=gexf, or another of its list");
  const GraphFormat& format = **chosen;
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
  options.what = values[of];
  options.contains = values[contains].value_or("");
  options.sort = values[sort_by].value_or("");
  options.most = values[most_rows];
  options.context = call.context();
  return deliver(call, to_answer(listing(call.scope(), options), call.context()));
}

/// Words and an order are looked for in every row, whatever is asked for in the end.
std::vector<Cost> listing_cost(const Values& values, const Subset& scope) {
  const double most = nodes_of(scope) + static_cast<double>(scope.claims().count());
  if (values.has(contains) || values.has(sort_by)) return {{Work::list, most}};
  return {{Work::look, most}, {Work::list, std::min(most, static_cast<double>(values[most_rows]))}};
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
  return deliver(call,
                 to_answer(claims_over_time(
                     call.scope(), values[option::min_documents].value_or(Filters().min_documents),
                     call.context())));
}

Response load_file(Call& call) {
  const Values& values = call.values();
  LoadOptions options;
  options.context = call.context();
  options.format = values[read_as].value_or("");
  options.create_missing = values[create_missing];
  options.in_memory.push_back({values[file_name].value_or("upload"), call.request().body});
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
  write_view_document(best_connected(whole, values[view_limit], call.context()),
                      {{}, options.in_memory.front().name}, out);
  return json(out);
}

Response openapi(Call& /*call*/) { return {200, "application/yaml", openapi_document()}; }

// --- the table

constexpr std::array groups{&narrowing_options, &answer_options};
constexpr std::array only_narrowing{&narrowing_options};
constexpr std::array<std::string_view, 1> node{"node"};
constexpr std::array<std::string_view, 2> from_to{"from", "to"};
constexpr auto threads = option_list(option::threads);
constexpr auto times_filters = option_list(option::at, option::since, option::until);

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
