// SPDX-License-Identifier: Apache-2.0
//
// Defines the texts of the topics, and the table of topics in the order in which help lists them.
#include "oscegraph/cli/help/topics.hpp"

#include <algorithm>
#include <array>

#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/exports/formats/table_formats.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph::cli {
namespace {

template <typename Rows>
std::vector<Term> format_terms(const Rows& formats) {
  std::vector<Term> terms;
  for (const auto& format : formats)
    terms.emplace_back(
        format.name, std::string(format.description) + " (" + join(format.extensions, ", ") + ")");
  return terms;
}

std::vector<Section> formats() {
  return {
      {"Read by -i",
       "By content where that is certain (records in JSON, the first element of an XML, a file of "
       "another program), else by the ending of the name, with or without .gz, else by what it "
       "looks like: a table or running text. --format decides for others. A CSV table with headers "
       "of its own, or a graph with names of its own, needs "
       "--map: see 'oscegraph help mapping'.",
       format_terms(input_format_table())},
      {"Rows, written by every command that takes -o, but export",
       "By the ending of -o, or by name with --as. CSV holds the rows alone; sentences that belong "
       "to them go to standard error.",
       format_terms(table_formats())},
      {"Graphs, written by every command that takes -o",
       "By the ending of -o, or by name with --as. They hold the part of the graph that the rows "
       "are "
       "about. Where a name is in both lists, export writes the graph and the others their rows; a "
       "path that ends in '/' is always a graph.",
       format_terms(graph_formats())},
  };
}

std::vector<Section> relation_sections() {
  Section section{{}, "An edge runs from one node to another. Which kinds may be at its ends:", {}};
  for (const RelationRow& row : relations())
    section.terms.emplace_back(row.name,
                               std::string(row.meaning) + "; " + allowed_ends(row.relation));
  Section flow_list{"Flows of money", "Separate ledgers, never added together:", {}};
  for (const FlowRow& row : flows()) flow_list.terms.emplace_back(row.name, row.meaning);
  return {section, flow_list};
}

std::vector<Section> node_sections() {
  Section section{{},
                  "A node is named by its id, or by its name or one of its other names: capitals, "
                  "accents, 'the' and 'OSCE' do not matter. A name of several words needs quotes. "
                  "'oscegraph show' without a node lists them all; with --kind, some.",
                  {}};
  for (const KindRow& row : kinds()) section.terms.emplace_back(row.name, row.meaning);
  return {section};
}

std::vector<Section> record_sections() {
  std::vector<Section> sections{
      {{},
       "Data comes as records, in JSON Lines one a line: "
       "{\"type\":\"claim\",\"from\":\"state:NO\", "
       "...}. The same as one JSON object {\"oscegraph\":1,\"documents\":[],\"nodes\":[],"
       "\"claims\":[]}, or as three CSV tables. from, to, via and document take an id or a name. A "
       "star marks what must be there.",
       {}}};
  for (const RecordRow& row : record_types()) {
    std::vector<std::string> fields;
    for (const std::string_view name : field_names(row.type)) {
      const auto field = std::ranges::find(row.fields, name, &FieldRow::name);
      const bool required = field != row.fields.end() && field->required;
      fields.push_back(std::string(name) + (required ? "*" : ""));
    }
    sections.front().terms.emplace_back(row.name, join(fields, ", "));
  }
  return sections;
}

constexpr std::string_view mapping_example =
    "# grants.map: for grants.csv, from the ministry's web page\n"
    "numbers  = 1.234,56\n"
    "dates    = DD.MM.YYYY\n"
    "\n"
    "records  = claims\n"
    "from     = Donor country\n"
    "relation = \"funds\"\n"
    "to       = Project title\n"
    "amount   = Amount\n"
    "currency = \"EUR\"\n"
    "start    = Signed on\n"
    "\n"
    "records  = claims\n"
    "from     = Carried out by\n"
    "relation = \"implements\"\n"
    "to       = Project title";

constexpr std::string_view graph_mapping_example =
    "# net.map: for net.graphml\n"
    "records  = graph\n"
    "kind     = category\n"
    "kind \"Country\" = \"state\"\n"
    "kind \"Project\" = \"project\"\n"
    "name     = title\n"
    "relation = type\n"
    "relation \"gives to\" = \"funds\"\n"
    "amount   = value\n"
    "currency = \"EUR\"";

std::vector<Section> mapping() {
  return {
      {{},
       "A table that has its own headers needs a file that says what its columns are, given with "
       "--map. A line of it is 'field = column', with the header as the table spells it, or "
       "'field = \"value\"' for what is the same in every row. 'oscegraph help records' lists the "
       "fields; columns that no line names are left out.",
       {{"records",
         "claims, nodes or documents: begins one more record that every row states; claims unless "
         "given. graph: the mapping is for a graph, see below"},
        {"numbers", "how the table writes amounts: 1234.56 (unless given), 1,234.56 or 1.234,56"},
        {"dates",
         "how it writes dates: YYYY-MM-DD (unless given), DD.MM.YYYY, DD/MM/YYYY, DD-MM-YYYY or "
         "MM/DD/YYYY. Dates as 2024, 2024-11 and 2024-11-22 are read in any case"},
        {"codes \"Key\" = DAC",
         "who pays or receives stands in the column 'Key' by codes of the DAC; or of ISO, ISO "
         "alpha-2, ISO alpha-3, ISO numeric or channel (the OECD's), or by none. A header such as "
         "'ISO3', 'DAC code' or 'Donor code' says it without such a line"},
        {"relation \"pays\" = \"funds\"", "in the relation, their word 'pays' means our 'funds'"},
        {"to \"(various)\" = \"\"",
         "their word stands for nothing: the cell counts as empty, and the row states no such "
         "claim"}}},
      {{},
       "Claims without a document are stated by the table itself. Of several records, one whose "
       "needed cells are empty in a row is not stated by that row; how often is told. Rows here "
       "say who pays and who carries the project out:",
       {},
       mapping_example},
      {{},
       "Projects that no record defines are made with --create-missing:",
       {},
       "oscegraph funding -i grants.csv --map grants.map --create-missing"},
      {{},
       "A graph of another program (GraphML, GEXF, DOT, Gephi's tables) is mapped in the same way: "
       "a line names an attribute of its nodes or edges. Ids and ends are the graph's own:",
       {},
       graph_mapping_example}};
}

std::vector<Section> counting() {
  return {{{},
           "The rules behind every sum:",
           {{"1.",
             "Pledged, committed, disbursed, spent, in kind and unknown flows stay apart, and "
             "so does every currency. Nothing is converted."},
            {"2.",
             "Documents that state the same amount for the same edge, flow, currency and period "
             "report one transfer. Where they differ, the sum is a range and says so."},
            {"3.", "Several lines of one document are several transfers."},
            {"4.", "A total is of one step. What flows on through a chain is not added again."},
            {"5.", "Unknown is unknown, never 0."},
            {"6.",
             "What an agency pays counts for the State it is part of; what is left out of a "
             "total is told below it."},
            {"7.",
             "A sum for several years is not divided between them: it counts whole at each time "
             "that its period meets."},
            {"8.", "What is paid back is a negative sum, and lowers the total."}}}};
}

std::vector<Section> environment() {
  return {
      {"Environment",
       {},
       {{"OSCEGRAPH_INPUT", "what to read when there is no -i: files and folders with ':' between"},
        {"NO_COLOR", "when set to anything, no colour"},
        {"COLUMNS", "how wide tables may be; else the width of the terminal"}}},
      {"Exit code",
       {},
       {{"0", "done"},
        {"1", "the data says no: a mistake in the input, an unknown name, no path"},
        {"2", "the command line is wrong"}}}};
}

constexpr std::array<Topic, 7> rows{{
    {"nodes", "how to name a node, and the kinds there are", node_sections},
    {"relations", "what may point at what, and the flows of money", relation_sections},
    {"counting", "the rules behind every sum of money", counting},
    {"formats", "what can be read and written", formats},
    {"records", "how to write data of your own", record_sections},
    {"mapping", "how to read a table, or a graph, with names of its own", mapping},
    {"environment", "variables and exit codes", environment},
}};

}  // namespace

std::span<const Topic> topics() { return rows; }

const Topic* find_topic(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &Topic::name);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace oscegraph::cli
