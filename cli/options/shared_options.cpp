// SPDX-License-Identifier: Apache-2.0
//
// Defines the shared options, the groups, and which groups each sort of command has.
#include "oscegraph/cli/options/shared_options.hpp"

#include <array>

#include "oscegraph/cli/options/value_types.hpp"

namespace oscegraph::cli {

namespace option {

constinit const ListOf<std::string> input(
    {.name = "input",
     .help = "read this file or folder; '-' is standard input; repeats join into one graph",
     .letter = 'i'},
    input_value);
constinit const OptionalOf<std::string> format(
    {.name = "format",
     .help = "what the inputs are, when neither name nor content tells",
     .about_inputs = true},
    input_format_choice);
constinit const OptionalOf<std::string> map(
    {.name = "map",
     .help = "a small file that says which column of your own CSV table, or attribute of your own "
             "graph, is what; 'oscegraph help mapping' shows one",
     .about_inputs = true},
    file_value);
constinit const Flag create_missing(
    {.name = "create-missing",
     .help = "make a node for every name or id that no record defines, instead of stopping; says "
             "which look misspelt",
     .about_inputs = true});

constinit const OptionalOf<Date> at({.name = "at",
                                     .help = "only claims that hold on some day of it"},
                                    date_value);
constinit const OptionalOf<Date> since({.name = "since",
                                        .help = "only claims that hold then or later"},
                                       date_value);
constinit const OptionalOf<Date> until({.name = "until",
                                        .help = "only claims that hold then or earlier"},
                                       date_value);
constinit const ListOf<Relation> relation(
    {.name = "relation", .help = "only these relations; a,b or repeat for several"}, relation_list);
constinit const ListOf<Kind> kind({.name = "kind",
                                   .help = "only nodes of these kinds, and edges between them"},
                                  kind_list);
constinit const ListOf<Flow> flow({.name = "flow",
                                   .help = "only claims about these flows of money"},
                                  flow_list);
constinit const ListOf<std::string> document({.name = "document",
                                              .help = "only what these documents say"},
                                             document_value);
constinit const OptionalOf<std::size_t> min_documents(
    {.name = "min-documents", .help = "only edges that at least so many documents state"},
    count_value);
constinit const OptionalOf<Basis> basis(
    {.name = "basis", .help = "only what is stated in words, or only what is inferred"},
    basis_choice);

constinit const OptionalOf<std::string> output(
    {.name = "output",
     .help = "write to this file; its extension picks the format; '-' is standard output",
     .letter = 'o'},
    output_value);
constinit const OptionalOf<std::string> as(
    {.name = "as",
     .help = "the format, whatever the extension; without -o it goes to standard output"},
    output_format_choice);
constinit const OptionalOf<const Measure*> size(
    {.name = "size",
     .help = "how large a graph format shows nodes: by this measure",
     .otherwise = "degree",
     .shown_by = ShownBy::looks},
    node_measure);
constinit const OptionalOf<ColourBy> colour(
    {.name = "colour",
     .help = "how a graph format colours nodes: by kind, as it is unless given, or community",
     .shown_by = ShownBy::looks},
    colour_choice);
constinit const OptionalOf<std::string> layout(
    {.name = "layout",
     .help = "how svg, png, pdf and dot place nodes, if not as suits their number",
     .shown_by = ShownBy::layouts},
    layout_choice);
constinit const OptionalOf<std::string> width(
    {.name = "width",
     .help = "what the flows of a sankey picture show: 'count', or money, as 'committed_EUR'",
     .shown_by = ShownBy::flows},
    text_value);
constinit const OptionalOf<std::string> loss_report(
    {.name = "loss-report",
     .help = "write all that a graph format could not carry to this table, as .csv or .json",
     .shown_by = ShownBy::graphs},
    file_value);

constinit const OptionOf<double> patience(
    {.name = "patience", .help = "minutes that reading, an answer or a drawing may take"},
    number_value, [] { return 10.0; });
constinit const OptionOf<std::size_t> threads({.name = "threads",
                                               .help = "how many threads",
                                               .otherwise = "all the machine has",
                                               .aside = ", with the same result"},
                                              count_value, [] { return std::size_t{0}; });

constinit const Flag help({.name = "help",
                           .help = "say what the command answers and how to ask",
                           .letter = 'h'});
constinit const Flag version({.name = "version", .help = "print the version and stop"});
constinit const Flag quiet({.name = "quiet",
                            .help = "no notes on standard error, only errors",
                            .letter = 'q'});

}  // namespace option

namespace {
constexpr auto input_rows =
    option_list(option::input, option::format, option::map, option::create_missing);
constexpr auto narrowing_rows =
    option_list(option::at, option::since, option::until, option::relation, option::kind,
                option::flow, option::document, option::min_documents, option::basis);
constexpr auto output_rows = option_list(option::output, option::as, option::size, option::colour,
                                         option::layout, option::width, option::loss_report);
constexpr auto limit_rows = option_list(option::patience);
constexpr auto general_rows = option_list(option::help, option::version, option::quiet);
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
constexpr std::array<const OptionGroup*, 4> all_of_it_groups{&input_options, &output_options,
                                                             &limit_options, &general_options};
constexpr std::array<const OptionGroup*, 1> general_group{&general_options};
}  // namespace

std::span<const OptionGroup* const> groups_of_a_question() { return all_groups; }
std::span<const OptionGroup* const> groups_of_a_check() { return check_groups; }
std::span<const OptionGroup* const> groups_of_a_server() { return server_groups; }
std::span<const OptionGroup* const> groups_of_two_inputs() { return two_inputs_groups; }
std::span<const OptionGroup* const> groups_without_narrowing() { return all_of_it_groups; }
std::span<const OptionGroup* const> only_general_group() { return general_group; }

}  // namespace oscegraph::cli
