// SPDX-License-Identifier: Apache-2.0
//
// Tests docs/native-records.schema.json, which only the tools of other people use: its fields,
// required fields and words agree with the reader, and its example is valid.
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

using namespace oscegraph;
using Words = std::set<std::string>;

namespace {

const rapidjson::Document& schema() {
  static const rapidjson::Document document = [] {
    rapidjson::Document parsed;
    parsed.Parse(text_of_file(OSCEGRAPH_SOURCE "/docs/native-records.schema.json").c_str());
    BOOST_REQUIRE(!parsed.HasParseError());
    return parsed;
  }();
  return document;
}

const rapidjson::Value& definition(RecordType type) {
  return schema()["definitions"][std::string(row_of(type).name).c_str()];
}

Words keys(const rapidjson::Value& object) {
  Words result;
  for (const auto& member : object.GetObject()) result.insert(member.name.GetString());
  return result;
}

/// The non-empty texts of a list.
Words texts(const rapidjson::Value& list) {
  Words result;
  for (const auto& value : list.GetArray())
    if (value.IsString() && value.GetStringLength() > 0) result.insert(value.GetString());
  return result;
}

Words set_of(const std::vector<std::string_view>& names) { return {names.begin(), names.end()}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(native_records_schema)

BOOST_AUTO_TEST_CASE(fields_are_the_readers) {
  for (const RecordRow& row : record_types()) {
    Words fields = set_of(field_names(row.type));
    Words needed{"type"};
    fields.insert("type");
    for (const FieldRow& field : row.fields)
      if (field.required) needed.insert(std::string(field.name));
    BOOST_TEST((keys(definition(row.type)["properties"]) == fields), row.name);
    BOOST_TEST((texts(definition(row.type)["required"]) == needed), row.name);
  }
}

BOOST_AUTO_TEST_CASE(words_are_the_vocabularys) {
  const auto& claim = definition(RecordType::claim)["properties"];
  BOOST_TEST((texts(claim["relation"]["enum"]) == set_of(relation_names())));
  BOOST_TEST((texts(claim["flow"]["enum"]) == set_of(flow_names())));
  BOOST_TEST((texts(claim["basis"]["enum"]) == set_of(basis_names())));
  const auto& node = definition(RecordType::node)["properties"];
  BOOST_TEST((texts(node["kind"]["enum"]) == set_of(kind_names())));
}

BOOST_AUTO_TEST_CASE(the_example_validates_and_a_wrong_record_does_not) {
  const rapidjson::SchemaDocument compiled(schema());
  const auto valid = [&](const std::string& line) {
    rapidjson::Document record;
    record.Parse(line.c_str());
    rapidjson::SchemaValidator validator(compiled);
    return !record.HasParseError() && record.Accept(validator);
  };
  for (const std::string name : {"documents", "nodes", "claims"}) {
    std::string text = text_of_file(OSCEGRAPH_SOURCE "/examples/osce-2024/" + name + ".jsonl");
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n')) {
      BOOST_TEST(valid(text.substr(0, end)), text.substr(0, end));
      text.erase(0, end + 1);
    }
  }
  BOOST_TEST(!valid(R"({"type":"node","id":"project:x"})"));
  BOOST_TEST(!valid(R"({"type":"node","id":"project:x","kind":"project","nme":"X"})"));
  BOOST_TEST(!valid(R"({"type":"document","id":"d","date":"Nov 2024"})"));
}

BOOST_AUTO_TEST_SUITE_END()
