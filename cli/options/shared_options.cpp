// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/shared_options.hpp"

#include <array>

#include "oscegraph/cli/options/look_values.hpp"
#include "oscegraph/cli/options/measure_values.hpp"
#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array input_rows{
    Option{.name = "input",
           .help = "read this file or folder; '-' is standard input; repeats join into one graph",
           .letter = 'i',
           .value = &input_value,
           .repeatable = true},
    Option{.name = "format",
           .help = "what the inputs are, when neither name nor content tells",
           .value = &input_format_choice},
    Option{
        .name = "map",
        .help =
            "a small file that says which column of your own CSV table, or attribute of your own "
            "graph, is what; 'oscegraph help mapping' shows one",
        .value = &file_value},
    Option{.name = "create-missing",
           .help =
               "make a node for every name or id that no record defines, instead of stopping; says "
               "which look misspelt"},
};

constexpr std::array narrowing_rows{
    Option{.name = "at", .help = "only claims that hold on some day of it", .value = &date_value},
    Option{.name = "since", .help = "only claims that hold then or later", .value = &date_value},
    Option{.name = "until", .help = "only claims that hold then or earlier", .value = &date_value},
    Option{.name = "relation",
           .help = "only these relations; a,b or repeat for several",
           .value = &relation_list,
           .repeatable = true},
    Option{.name = "kind",
           .help = "only nodes of these kinds, and edges between them",
           .value = &kind_list,
           .repeatable = true},
    Option{.name = "flow",
           .help = "only claims about these flows of money",
           .value = &flow_list,
           .repeatable = true},
    Option{.name = "document",
           .help = "only what these documents say",
           .value = &document_value,
           .repeatable = true},
    Option{.name = "min-documents",
           .help = "only edges that at least so many documents state",
           .value = &count_value},
    Option{.name = "basis",
           .help = "only what is stated in words, or only what is inferred",
           .value = &basis_choice},
};

constexpr std::array output_rows{
    Option{.name = "output",
           .help = "write to this file; its extension picks the format; '-' is standard output",
           .letter = 'o',
           .value = &output_value},
    Option{.name = "as",
           .help = "the format, whatever the extension; without -o it goes to standard output",
           .value = &output_format_choice},
    Option{.name = "size",
           .help = "how large a graph format shows nodes: by this measure; degree unless given",
           .value = &size_value},
    Option{.name = "colour",
           .help = "how a graph format colours nodes: by kind, as it is unless given, or community",
           .value = &colour_value},
    Option{.name = "layout",
           .help = "how svg, png, pdf and dot place nodes, if not as suits their number",
           .value = &layout_choice},
    Option{.name = "width",
           .help = "what the flows of a sankey picture show: 'count', or money, as 'committed_EUR'",
           .value = &text_value},
    Option{.name = "loss-report",
           .help = "write all that a graph format could not carry to this table, as .csv or .json",
           .value = &file_value},
};

constexpr std::array limit_rows{
    Option{.name = "patience",
           .help = "minutes that reading, an answer or a drawing may take; 10 unless given",
           .value = &number_value},
};

constexpr std::array general_rows{
    Option{.name = "help", .help = "say what the command answers and how to ask", .letter = 'h'},
    Option{.name = "version", .help = "print the version and stop"},
    Option{.name = "quiet", .help = "no notes on standard error, only errors", .letter = 'q'},
};

}  // namespace

constinit const OptionGroup input_options{"Input", input_rows};
constinit const OptionGroup narrowing_options{"Narrowing", narrowing_rows};
constinit const OptionGroup output_options{"Output", output_rows};
constinit const OptionGroup limit_options{"Limits", limit_rows};
constinit const OptionGroup general_options{"General", general_rows};

namespace {
constexpr std::array<const OptionGroup*, 5> all_groups{
    &input_options, &narrowing_options, &output_options, &limit_options, &general_options};
constexpr std::array<const OptionGroup*, 3> check_groups{&input_options, &limit_options,
                                                         &general_options};
constexpr std::array<const OptionGroup*, 2> server_groups{&input_options, &general_options};
constinit const OptionGroup reading_options{"Input", std::span(input_rows).subspan(1)};
constexpr std::array<const OptionGroup*, 5> two_inputs_groups{
    &reading_options, &narrowing_options, &output_options, &limit_options, &general_options};
constexpr std::array<const OptionGroup*, 1> general_group{&general_options};
}  // namespace

std::span<const OptionGroup* const> groups_of_a_question() { return all_groups; }
std::span<const OptionGroup* const> groups_of_a_check() { return check_groups; }
std::span<const OptionGroup* const> groups_of_a_server() { return server_groups; }
std::span<const OptionGroup* const> groups_of_two_inputs() { return two_inputs_groups; }
std::span<const OptionGroup* const> only_general_group() { return general_group; }

}  // namespace oscegraph::cli
