// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/tests/exports/generated_files.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cctype>
#include <type_traits>

#include "oscegraph/exports/model/kind_forms.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::test {
namespace {

std::string in_json(std::string_view text) {
  rapidjson::StringBuffer quoted;
  rapidjson::Writer<rapidjson::StringBuffer>(quoted).String(std::string(text).c_str());
  return {quoted.GetString(), quoted.GetSize()};
}

template <typename Texts>
std::vector<std::string> all_in_json(const Texts& texts) {
  std::vector<std::string> result;
  for (const auto& text : texts) result.push_back(in_json(text));
  return result;
}

// --- the words behind the type of a field

/// The name of the field in the page.
template <typename Word>
constexpr std::string_view type_name = "";
template <>
constexpr std::string_view type_name<Kind> = "Kind";
template <>
constexpr std::string_view type_name<Relation> = "Relation";
template <>
constexpr std::string_view type_name<Flow> = "Flow";
template <>
constexpr std::string_view type_name<Basis> = "Basis";
template <>
constexpr std::string_view type_name<Review> = "Review";

// --- docs/native-records.schema.json

constexpr std::string_view schema_head = R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "A native record of oscegraph: one line of a .jsonl file",
  "oneOf": [
    { "$ref": "#/definitions/document" },
    { "$ref": "#/definitions/node" },
    { "$ref": "#/definitions/claim" }
  ],
  "definitions": {
    "text": { "type": ["string", "null"] },
    "date": {
      "description": "To the year, month or day; never more precise than the document",
      "type": ["string", "null"],
      "pattern": "^([0-9][0-9][0-9][0-9](-[0-9][0-9](-[0-9][0-9])?)?)?$"
    })";

constexpr std::string_view lists_of_nodes = R"(,
        "aliases": { "type": ["array", "null"], "items": { "type": "string" } },
        "attributes": {
          "description": "The open place: any names, each with text, a number, true or false",
          "type": ["object", "null"],
          "additionalProperties": { "type": ["string", "number", "boolean", "null"] }
        })";

/// The allowed values of a field. "" and null mean the same as leaving the member out.
template <typename Described>
std::string type_schema(Described field) {
  constexpr std::string_view optional_text = R"("type": ["string", "null"])";
  if constexpr (field.form == Form::word) {
    std::vector<std::string> words = all_in_json(WordList<typename Described::Value>::names());
    if (!field.required) words.insert(words.end(), {R"("")", "null"});
    return "\"enum\": [" + join(words, ", ") + ']';
  } else if constexpr (field.form == Form::amount) {
    return R"("type": ["string", "number", "null"], "pattern": "^(-?[0-9]+([.][0-9]+)?)?$")";
  } else if constexpr (field.form == Form::share) {
    return R"("type": ["string", "number", "null"], "pattern": "^([0-9]+([.][0-9]+)?)?$")";
  } else if constexpr (field.form == Form::currency) {
    return std::string(optional_text) + R"(, "pattern": "^([A-Z][A-Z][A-Z])?$")";
  } else {
    static_assert(field.form == Form::text || field.form == Form::node ||
                  field.form == Form::document);
    return field.required ? R"("type": "string")" : std::string(optional_text);
  }
}

template <typename Described>
std::string field_schema(Described field) {
  std::string schema = "{ ";
  if constexpr (field.form == Form::date) schema += R"("$ref": "#/definitions/date")";
  else if (field.form == Form::text && !field.required && field.meaning.empty())
    schema += R"("$ref": "#/definitions/text")";
  else {
    if (!field.meaning.empty()) schema += "\"description\": " + in_json(field.meaning) + ", ";
    schema += type_schema(field);
  }
  return schema + " }";
}

template <typename Fields>
std::string record_schema(std::string_view type, const Fields& fields,
                          std::string_view lists = {}) {
  const std::string name = in_json(type);
  std::string text =
      ",\n    " + name + ": {\n      \"type\": \"object\",\n      \"properties\": {\n";
  text += "        \"type\": { \"enum\": [" + name + "] }";
  std::vector<std::string> required{in_json("type")};
  for_each_field(fields, [&](auto field) {
    text += ",\n        " + in_json(field.name) + ": " + field_schema(field);
    if (field.required) required.push_back(in_json(field.name));
  });
  text += lists;
  return text + "\n      },\n      \"required\": [" + join(required, ", ") +
         "],\n      \"additionalProperties\": false\n    }";
}

std::string json_schema() {
  return std::string(schema_head) + record_schema("document", document_fields) +
         record_schema("node", node_fields, lists_of_nodes) + record_schema("claim", claim_fields) +
         "\n  }\n}\n";
}

// --- web/src/core/schema.generated.ts

constexpr std::string_view page_head = R"(// SPDX-License-Identifier: Apache-2.0
//
// The fields of records, the words of the graph and their looks, as the program has them: made from
// graph/columns/schema.hpp, graph/values/vocabulary.hpp, exports/model/kind_forms.cpp and exports/model/palette.cpp. A test compares;
// UPDATE=1 build/dev/tests/test_exports --run_test=generated_files writes it anew.
)";

/// export const kinds = ["state", ...] as const;
std::string list(std::string_view name, const std::vector<std::string>& texts) {
  constexpr std::size_t widest = 100;
  std::string text;
  std::string line = "export const " + std::string(name) + " = [";
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string item = texts[i] + (i + 1 < texts.size() ? "," : "] as const;");
    if (line.size() + 1 + item.size() > widest) {
      text += line + '\n';
      line = " ";
    }
    line += (i == 0 ? "" : " ") + item;
  }
  return text + line + '\n';
}

template <typename Word>
std::string word_list(std::string_view name) {
  return list(name, all_in_json(WordList<Word>::names())) + "export type " +
         std::string(type_name<Word>) + " = (typeof " + std::string(name) + ")[number];\n\n";
}

/// export const kindColours = { state: "#56b4e9", ... } as const;
template <typename Rows, typename Value>
std::string table(std::string_view name, const Rows& rows, const Value& value) {
  std::string text = "export const " + std::string(name) + " = {\n";
  for (const auto& row : rows)
    text += "  " + std::string(row.name) + ": " + in_json(value(row)) + ",\n";
  return text + "} as const;\n\n";
}

std::string spaced_words(std::string_view name) {
  std::string text(name);
  for (char& c : text)
    if (c == '_') c = ' ';
  return text;
}
std::string capitalised(std::string_view name) {
  std::string text = spaced_words(name);
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

/// The English words of the page; en.json has those that differ from the program's.
std::string english_words() {
  std::string text = "export const englishWords = {\n";
  const auto add = [&](std::string_view of, std::string_view word, const std::string& said) {
    text +=
        "  " + in_json(std::string(of) + '.' + std::string(word)) + ": " + in_json(said) + ",\n";
  };
  for (const KindRow& row : kinds()) add("kind", row.name, capitalised(row.name));
  for (const KindRow& row : kinds()) add("kinds", row.name, capitalised(row.plural));
  for (const RelationRow& row : relations()) add("relation", row.name, spaced_words(row.name));
  for (const RelationRow& row : relations()) add("inverse", row.name, std::string(row.inverse));
  for (const FlowRow& row : flows()) add("flow", row.name, spaced_words(row.name));
  for (const std::string_view name : basis_names()) add("basis", name, spaced_words(name));
  return text + "};\n\n";
}

template <typename Fields>
std::string field_names(std::string_view name, const Fields& fields) {
  std::vector<std::string> names;
  for_each_field(fields, [&](const FieldRow& field) { names.push_back(in_json(field.name)); });
  return list(name, names);
}

template <typename Described>
std::string member(Described field) {
  std::string text;
  if (!field.meaning.empty()) text += "  /** " + std::string(field.meaning) + ". */\n";
  text += "  " + std::string(field.name) + (field.required ? ": " : "?: ");
  if constexpr (field.form == Form::word) text += type_name<typename Described::Value>;
  else text += "string";
  return text + ";\n";
}

template <typename Fields>
std::string interface(std::string_view name, const Fields& fields) {
  std::string text = "\nexport interface " + std::string(name) + " {\n";
  for_each_field(fields, [&](auto field) { text += member(field); });
  return text + "}\n";
}

std::string claim_interface() {
  std::string text =
      "\n/** What a claim says beside whom and which document it is about. */\n"
      "export interface ClaimFields {\n";
  for_each_field(claim_fields, [&](auto field) {
    if constexpr (is_claim_value<decltype(field)>) text += member(field);
  });
  return text + "}\n";
}

std::string page_lists() {
  std::string text(page_head);
  text += word_list<Kind>("kinds") + word_list<Relation>("relations") + word_list<Flow>("flows") +
          word_list<Basis>("bases") + word_list<Review>("reviews");
  text +=
      table("kindColours", kinds(), [](const KindRow& row) { return colour_of(row.kind).hex(); });
  text += table("kindShapes", kinds(), [](const KindRow& row) { return forms_of(row.kind).page; });
  text += table("relationColours", relations(),
                [](const RelationRow& row) { return colour_of(row.relation).hex(); });
  text += english_words();
  text += field_names("claimFields", claim_fields);
  return text + interface("DocumentFields", document_fields) +
         interface("NodeFields", node_fields) + claim_interface();
}

}  // namespace

std::vector<GeneratedFile> generated_files() {
  return {{"docs/native-records.schema.json", json_schema()},
          {"web/src/core/schema.generated.ts", page_lists()}};
}

}  // namespace oscegraph::test
