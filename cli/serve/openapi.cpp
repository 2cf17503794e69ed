// SPDX-License-Identifier: Apache-2.0
//
// Writes the description of the API in YAML from the same rows that answer the requests, so the two
// cannot differ. A test compares docs/openapi.yaml with the result.
#include "oscegraph/cli/serve/openapi.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

#include "oscegraph/cli/model/program.hpp"
#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// A JSON string is a YAML string too.
std::string in_quotes(std::string_view text) {
  rapidjson::StringBuffer quoted;
  rapidjson::Writer<rapidjson::StringBuffer>(quoted).String(std::string(text).c_str());
  return {quoted.GetString(), quoted.GetSize()};
}

/// One of the choices, and behind it settings: "pagerank:damping=0.9".
std::string schema_with_settings(const ValueType& type) {
  return "{type: string, pattern: " +
         in_quotes("^(" + join(type.choices(), "|") + ")(:[a-z_]+=[-+.0-9e]+)*$") + "}";
}

std::string schema_of_type(const ValueType* type) {
  if (type == nullptr) return "{type: boolean}";
  if (type->settings != nullptr) return schema_with_settings(*type);
  if (type->choices != nullptr) {
    std::string list = "{type: string, enum: [";
    bool first = true;
    for (const std::string_view word : type->choices()) {
      if (!first) list += ", ";
      first = false;
      list += in_quotes(word);
    }
    return list + "]}";
  }
  if (type == &count_value) return "{type: integer, minimum: 1}";
  if (type == &node_value || type == &document_value || type == &file_value)
    return "{type: string, minLength: 1}";
  return "{type: string}";
}

/// A list may be given as "a,b" or by repeating the parameter.
bool is_list(const Option& option) {
  return option.repeatable || (option.value != nullptr && option.value->list);
}

/// A field of a record inside the list of a view; all are texts.
std::string property(const FieldRow& field) {
  return "              " + std::string(field.name) + ": {type: string}\n";
}

std::string document_schema() {
  std::string needed;
  std::string properties;
  for_each_field(document_fields, [&](const FieldRow& field) {
    if (field.required) needed += (needed.empty() ? "" : ", ") + std::string(field.name);
    properties += property(field);
  });
  return "            type: object\n            required: [" + needed +
         "]\n            properties:\n" + properties;
}

/// A view names every node, though a record need not.
std::string node_schema() {
  std::string names;
  std::string properties;
  for_each_field(node_fields, [&](const FieldRow& field) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
    properties += property(field);
  });
  return "            type: object\n            required: [" + names +
         "]\n            properties:\n" + properties +
         "              aliases: {type: array, items: {type: string}}\n"
         "              attributes: {type: object, additionalProperties: true}\n"
         "              scores: {type: object, additionalProperties: {type: number}}\n";
}

/// What a claim of a view has beside the positions it points with.
std::string claim_properties() {
  std::string properties;
  for_each_field(claim_fields, [&](auto field) {
    if constexpr (is_claim_value<decltype(field)>) properties += property(field);
  });
  return properties;
}

class Description {
 public:
  std::string write() {
    head();
    text_ += "paths:\n";
    for (const Endpoint& endpoint : endpoints()) path(endpoint);
    tail();
    return std::move(text_);
  }

 private:
  void head() {
    text_ +=
        "# SPDX-License-Identifier: Apache-2.0\n"
        "#\n"
        "# Made from the table of endpoints in cli/serve/endpoints.cpp; a test compares.\n"
        "openapi: 3.0.3\n"
        "info:\n"
        "  title: oscegraph\n"
        "  version: " +
        in_quotes(version()) +
        "\n"
        "  description: " +
        in_quotes(
            std::string(tagline) +
            ". Read-only; what `oscegraph serve` answers beside the explorer page. Each path asks "
            "the question of a command, and its parameters are that command's options.") +
        "\n"
        "  license: {name: Apache-2.0}\n"
        "servers:\n"
        "  - url: /api/v1\n";
  }

  void path(const Endpoint& endpoint) {
    const bool post = endpoint.most_body > 0;
    text_ += "  /" + std::string(endpoint.path) + ":\n";
    text_ += post ? "    post:\n" : "    get:\n";
    const std::string_view summary =
        endpoint.summary.empty() ? endpoint.command->summary : endpoint.summary;
    text_ += "      operationId: " + operation_id(endpoint) + "\n";
    text_ += "      summary: " + in_quotes(summary) + "\n";
    parameters(endpoint);
    if (post)
      text_ +=
          "      requestBody:\n"
          "        required: true\n"
          "        description: The file's bytes, 32 MB at most\n"
          "        content: {application/octet-stream: {schema: {type: string, format: binary}}}\n";
    text_ += "      responses:\n        \"200\": {$ref: \"#/components/responses/" +
             std::string(endpoint.answers) + "\"}\n";
    refusals(endpoint);
  }

  void refusals(const Endpoint& endpoint) {
    const bool names_something = endpoint.command != nullptr || !endpoint.groups.empty();
    const auto refusal = [&](std::string_view status, std::string_view name) {
      text_ += "        \"" + std::string(status) + "\": {$ref: \"#/components/responses/" +
               std::string(name) + "\"}\n";
    };
    if (!options_of(endpoint).empty()) refusal("400", "WrongValue");
    if (names_something) refusal("404", "NotThere");
    if (endpoint.most_body > 0) refusal("413", "TooLarge");
    if (endpoint.most_body > 0) refusal("422", "Mistakes");
    else if (names_something) refusal("422", "NeedsNarrowing");
    refusal("503", "Busy");
    text_ += "        default: {$ref: \"#/components/responses/Problems\"}\n";
  }

  static std::string operation_id(const Endpoint& endpoint) {
    std::string id;
    for (const char c : endpoint.path)
      id += (c >= 'a' && c <= 'z') ? std::string(1, c) : c == '/' ? "_by_" : "";
    return id;
  }

  void parameters(const Endpoint& endpoint) {
    const auto options = options_of(endpoint);
    if (endpoint.arguments.empty() && options.empty()) return;
    text_ += "      parameters:\n";
    for (std::size_t i = 0; i < endpoint.arguments.size(); ++i) argument(endpoint, i);
    for (const Option* option : options) parameter(*option);
  }

  void argument(const Endpoint& endpoint, std::size_t i) {
    const std::string name(endpoint.arguments[i]);
    const Argument& row = endpoint.command->arguments[i];
    const bool in_path = endpoint.path.find("{" + name + "}") != std::string_view::npos;
    const bool repeats =
        endpoint.arguments.size() == 1 && endpoint.command->arguments.back().repeats;
    const std::string one = schema_of_type(row.value);
    entry(name, in_path ? "path" : "query", row.meaning, true,
          repeats ? "{type: array, minItems: 2, items: " + one + "}" : one);
  }

  void parameter(const Option& option) {
    const std::string one = schema_of_type(option.value);
    std::string help = help_of(option);
    if (option.value != nullptr && option.value->settings != nullptr)
      help += "; " + option.value->settings();
    entry(parameter_name(option.name), "query", help, help_of(option).ends_with("; needed"),
          is_list(option) ? "{type: array, items: " + one + "}" : one);
  }

  void entry(const std::string& name, std::string_view place, std::string_view meaning,
             bool required, const std::string& schema) {
    text_ += "        - name: " + name + "\n          in: " + std::string(place) + "\n";
    text_ += "          description: " + in_quotes(meaning) + "\n";
    if (required) text_ += "          required: true\n";
    text_ += "          schema: " + schema + "\n";
  }

  void tail();

  std::string text_;
};

void Description::tail() {
  text_ += R"(components:
  responses:
    Table:
      description: Rows, as the command line's `--as json` writes them
      content:
        application/json:
          schema:
            oneOf:
              - {$ref: "#/components/schemas/Table"}
              - type: object
                description: With subset=view
                required: [table, view]
                properties:
                  table: {$ref: "#/components/schemas/Table"}
                  view: {$ref: "#/components/schemas/View"}
              - {$ref: "#/components/schemas/View"}
        text/csv: {schema: {type: string}}
    View:
      description: A part of the graph, as the page draws it
      content: {application/json: {schema: {$ref: "#/components/schemas/View"}}}
    File:
      description: >-
        The file. The header Oscegraph-Notes holds, percent-encoded and a line each, what its format
        could not carry.
      content: {application/octet-stream: {schema: {type: string, format: binary}}}
    Yaml:
      description: OpenAPI
      content: {application/yaml: {schema: {type: string}}}
    WrongValue:
      description: A parameter is unknown, is missing or has a value that cannot be meant
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    NotThere:
      description: There is no such node or document here, or no way between these nodes
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    TooLarge:
      description: The body is larger than it may be
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    Mistakes:
      description: The file has mistakes, each with its place
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    NeedsNarrowing:
      description: >-
        The answer would take too long, or this part of the graph has none; the sentence says how to ask for
        less
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    Busy:
      description: Too many questions at once, or too little memory; the header Retry-After says when to ask again
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
    Problems:
      description: >-
        Why not: 401 the token is missing, 403 a wrong Host or Origin, 405 a wrong method, 408 the request took
        too long, 431 its head is too large, 500 a fault of the program
      content: {application/json: {schema: {$ref: "#/components/schemas/Problems"}}}
  schemas:
    Table:
      type: object
      required: [title, facts, columns, rows, notes]
      properties:
        title: {type: string}
        facts: {type: object, additionalProperties: true}
        columns:
          type: array
          items:
            type: object
            required: [name, type]
            properties:
              name: {type: string}
              type: {type: string, enum: [text, list, integer, number, boolean, date, money]}
        rows: {type: array, items: {type: object, additionalProperties: true}}
        notes: {type: array, items: {type: string}}
    View:
      type: object
      required: [oscegraph_view, nodes, documents, edges, claims, left_out, notes]
      properties:
        oscegraph_view: {type: integer, enum: [1]}
        title: {type: string}
        source: {type: string}
        nodes:
          type: array
          items:
)";
  text_ += node_schema();
  text_ += R"(        outside:
          type: array
          description: Nodes that the view leaves out and that sums are counted by
          items:
)";
  text_ += node_schema();
  text_ += R"(        documents:
          type: array
          items:
)";
  text_ += document_schema();
  text_ += R"(        edges:
          type: array
          items:
            type: object
            required: [from, relation, to]
            description: from and to are positions in nodes
            properties:
              from: {type: integer, minimum: 0}
              relation: {type: string}
              to: {type: integer, minimum: 0}
              scores: {type: object, additionalProperties: {type: number}}
        claims:
          type: array
          items:
            type: object
            required: [edge, document, basis]
            description: edge, document and via are positions in edges, documents and nodes
            properties:
              edge: {type: integer, minimum: 0}
              document: {type: integer, minimum: 0}
              via: {type: integer, minimum: 0}
              inside: {type: integer, minimum: 0}
)";
  text_ += claim_properties();
  text_ += R"(        left_out:
          type: object
          required: [nodes, edges, claims]
          properties:
            nodes: {type: integer, minimum: 0}
            edges: {type: integer, minimum: 0}
            claims: {type: integer, minimum: 0}
        notes: {type: array, items: {type: string}}
    Problems:
      type: object
      required: [problems]
      properties:
        problems:
          type: array
          items:
            type: object
            required: [what]
            properties:
              file: {type: string}
              line: {type: integer, minimum: 1}
              column: {type: integer, minimum: 1}
              what: {type: string}
              allowed: {type: string}
              next: {type: string}
              excerpt: {type: string}
)";
}

}  // namespace

std::string openapi_document() { return Description().write(); }

}  // namespace oscegraph::cli
