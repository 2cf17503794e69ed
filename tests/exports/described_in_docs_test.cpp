// SPDX-License-Identifier: Apache-2.0
//
// Tests that the manual describes exactly the fields, words and sections of the schema, so that a
// new field or a renamed word cannot be missing in it.
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <string>

#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/source.hpp"

namespace {

using namespace oscegraph;

std::string text_of(const std::string& name) {
  return text_of_file(std::string(OSCEGRAPH_SOURCE "/docs/") + name);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A row of the table in the manual: "| document | **id**, title, ... |", required fields in bold,
/// in the order of the schema.
template <typename Fields>
std::string row_of_fields(std::string_view type, const Fields& fields) {
  std::vector<std::string> names;
  for_each_field(fields, [&](const FieldRow& field) {
    const std::string name(field.name);
    names.push_back(field.required ? "**" + name + "**" : name);
  });
  if (type == "node") names.insert(names.end(), {"aliases", "attributes"});
  return "| " + std::string(type) + " | " + join(names, ", ") + " |";
}

/// The line for the section with this number in the table of sections.
std::string line_of_section(const std::string& text, int section) {
  const std::size_t table = text.find("\n## Sections");
  for (std::size_t begin = text.find("\n| ", table); begin != std::string::npos;
       begin = text.find("\n| ", begin + 1)) {
    const std::string line = text.substr(begin + 1, text.find('\n', begin + 1) - begin - 1);
    const std::string codes = line.substr(2, line.find(" |", 2) - 2);
    if (has(", " + codes + ',', ", " + to_text(section) + ',')) return line;
    const std::size_t to = codes.find(" to ");
    if (to != std::string::npos && std::atoi(codes.c_str()) <= section &&
        section <= std::atoi(codes.c_str() + to + 4))
      return line;
  }
  return {};
}

/// "0 state, 1 office, ..."
template <typename Word>
std::string numbered() {
  std::vector<std::string> words;
  const std::size_t without_name = name_of(Word{}).empty() ? 1 : 0;
  for (std::size_t i = 0; i < WordList<Word>::names().size() + without_name; ++i) {
    const std::string_view name = name_of(static_cast<Word>(i));
    words.push_back(to_text(i) + ' ' + (name.empty() ? "none" : std::string(name)));
  }
  return join(words, ", ");
}

template <typename Fields>
void check_sections(const std::string& text, const Fields& fields) {
  for_each_field(fields, [&](auto field) {
    if (field.section == 0) return;
    const std::string line = line_of_section(text, field.section);
    BOOST_TEST(!line.empty(), field.name);
    if constexpr (decltype(field)::form == Form::word)
      BOOST_TEST(has(line, numbered<typename decltype(field)::Value>()), line);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(described_in_docs)

BOOST_AUTO_TEST_CASE(native_records_lists_every_field) {
  const std::string text = text_of("native-records.md");
  for (const std::string& row :
       {row_of_fields("document", document_fields), row_of_fields("node", node_fields),
        row_of_fields("claim", claim_fields)})
    BOOST_TEST(has(text, row), row);
}

BOOST_AUTO_TEST_CASE(the_graph_file_lists_every_section_and_number) {
  const std::string text = text_of("oscg-format.md");
  check_sections(text, document_fields);
  check_sections(text, node_fields);
  check_sections(text, claim_fields);
  BOOST_TEST(has(text, numbered<Relation>()));
}

BOOST_AUTO_TEST_SUITE_END()
