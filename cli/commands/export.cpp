// SPDX-License-Identifier: Apache-2.0
//
// The command `export`: writes the narrowed graph in any graph format. It has no rows; its answer
// is the narrowed graph itself.
#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/question.hpp"
#include "oscegraph/cli/options/shared_options.hpp"

namespace oscegraph::cli {
namespace {

Answer ask(Question& question) { return {Table{}, question.scope()}; }

constexpr std::array examples{
    Example{"oscegraph export -o osce.gexf", "all of it, for Gephi"},
    Example{"oscegraph export --relation funds,implements -o funding.svg", "a part of it, drawn"},
    Example{"oscegraph export -o osce/", "three tables: documents.csv, nodes.csv, claims.csv"},
    Example{"oscegraph export --as jsonl", "every record, on standard output"},
};

}  // namespace

constinit const Command export_command{
    .name = "export",
    .summary = "The graph, or any narrowed part of it, in any format",
    .description =
        "Writes nodes, edges and claims. -o picks the format by its ending, --as by name; "
        "'oscegraph help formats' lists them. .jsonl, .json, .oscg and a folder of CSV files "
        "carry everything and can be read back with -i; for the others, a note on standard error "
        "says "
        "what "
        "they could not carry.\n\n"
        "The answer of any other command can be exported in the same way: give it -o with the "
        "ending "
        "of a graph format.",
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the file cannot be written, or the input has a mistake",
    .delivers = Delivers::graph_only,
    .ask = ask,
};

}  // namespace oscegraph::cli
