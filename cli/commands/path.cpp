// SPDX-License-Identifier: Apache-2.0
//
// The command `path`: prints, step by step, the shortest path between two nodes, the k shortest
// paths, or all paths up to a length.
#include "oscegraph/queries/paths/path.hpp"

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr OptionOf<std::size_t> k({.name = "k", .help = "so many shortest paths", .letter = 'k'},
                                  count_value, [] { return PathOptions().k; });
constexpr auto counted_paths = option_list(k);
constexpr Flag all({.name = "all",
                    .help = "every path that is short enough (1,000 at most)",
                    .excludes = counted_paths});
constexpr OptionOf<std::size_t> max_length({.name = "max-length",
                                            .help = "what --all calls short enough, in steps",
                                            .needs = &all},
                                           count_value, [] { return PathOptions().max_length; });
constexpr Flag directed({.name = "directed", .help = "follow edges along their arrows only"});

Answer ask(Question& question) {
  const Values& values = question.values();
  PathOptions options;
  options.context = question.context();
  options.from = question.node(0);
  options.to = question.node(1);
  options.directed = values[directed];
  options.k = values[k];
  options.all = values[all];
  options.max_length = values[max_length];
  return to_answer(path(question.scope(), options), options.context);
}

std::vector<Cost> cost(const Values& values, const Subset& scope) {
  const double edges = edges_of(scope);
  if (values[all]) return {{Work::all_paths, edges * static_cast<double>(values[max_length])}};
  const auto paths = static_cast<double>(values[k]);
  return {{Work::next_paths, paths * edges}, {Work::more_paths, paths * paths}};
}

constexpr std::array arguments{
    Argument{.name = "FROM", .meaning = "a node, by name or id", .value = &node_value},
    Argument{.name = "TO", .meaning = "another node, by name or id", .value = &node_value}};

constexpr auto options = option_list(k, all, max_length, directed);

constexpr std::array examples{
    Example{"oscegraph path Germany Tajikistan", "the shortest path"},
    Example{"oscegraph path Germany Norway -k 3", "the three shortest"},
    Example{"oscegraph path Germany Tajikistan --all --max-length 3 -o between.svg",
            "everything between them, drawn"},
};

}  // namespace

constinit const Command path_command{
    .name = "path",
    .summary = "How two nodes are connected: the shortest path, several, or all up to a length",
    .arguments = arguments,
    .description =
        "Prints each path step by step, with the relation and the number of documents that state "
        "it. "
        "A path visits no node twice. Paths of the same length come in order of the ids along "
        "them.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "there is no path, a name is unknown, or the input has a mistake",
    .ask = ask,
    .cost = cost,
};

}  // namespace oscegraph::cli
