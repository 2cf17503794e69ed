// SPDX-License-Identifier: Apache-2.0
//
// Makes graphs with names, ids and values that support/make_graph.hpp cannot write: quotes, line
// breaks, control characters, typed attributes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/graph.hpp"

namespace oscegraph::test {

struct NodeSpec {
  std::string id;
  Kind kind = Kind::project;
  std::string name;
  std::vector<std::string> aliases{};
  struct Attribute {
    std::string name;
    std::string value;
    AttributeType type = AttributeType::text;
  };
  std::vector<Attribute> attributes{};
};

struct DocumentSpec {
  std::string id;
  std::string title{};
  std::string date{};
  std::string url{};
};

struct ClaimSpec {
  std::string from;
  Relation relation = Relation::funds;
  std::string to;
  std::string document;
  std::string amount{};
  std::string currency = "EUR";
  Flow flow = Flow::unknown;
  std::string start{};
  std::string end{};
  std::string quote{};
  ShareMillionths share = no_share;
};

class GraphMaker {
 public:
  GraphMaker& add(const NodeSpec& spec) {
    nodes_[spec.id] = static_cast<NodeId>(parts_.nodes.size());
    GraphParts::Node node{
        {.id = strings_.intern(spec.id), .kind = spec.kind, .name = strings_.intern(spec.name)}};
    for (const auto& alias : spec.aliases) node.aliases.push_back(strings_.intern(alias));
    for (const auto& [name, value, type] : spec.attributes)
      node.attributes.push_back({strings_.intern(name), strings_.intern(value), type});
    parts_.nodes.push_back(std::move(node));
    return *this;
  }

  GraphMaker& add(const DocumentSpec& spec) {
    documents_[spec.id] = static_cast<DocumentId>(parts_.documents.size());
    parts_.documents.push_back({.id = strings_.intern(spec.id),
                                .title = strings_.intern(spec.title),
                                .date = date(spec.date),
                                .url = strings_.intern(spec.url)});
    return *this;
  }

  /// Precondition: the nodes and the document of the claim have been added.
  GraphMaker& add(const ClaimSpec& spec) {
    ClaimValues claim;
    claim.from = nodes_.at(spec.from);
    claim.to = nodes_.at(spec.to);
    claim.via = none;
    claim.document = documents_.at(spec.document);
    claim.relation = spec.relation;
    claim.flow = spec.flow;
    claim.start = date(spec.start);
    claim.end = date(spec.end);
    claim.share = spec.share;
    claim.quote = strings_.intern(spec.quote);
    if (!spec.amount.empty()) {
      claim.currency = Currency::parse(spec.currency).value_or(Currency());
      claim.amount = parse_amount(spec.amount, claim.currency).minor;
    }
    parts_.claims.push_back(claim);
    return *this;
  }

  Graph make() {
    parts_.strings = strings_.finish();
    return assemble(std::move(parts_));
  }

 private:
  static Date date(const std::string& text) { return Date::parse(text).value_or(Date()); }

  StringInterner strings_;
  GraphParts parts_;
  std::map<std::string, NodeId> nodes_;
  std::map<std::string, DocumentId> documents_;
};

/// Two nodes and an edge with everything that a careless writer gets wrong.
inline Graph nasty_graph() {
  const std::string name =
      "A&B <c> \"d\" 'e' \\f | ; \xF0\x9F\x8C\x8D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85\nnew\tline "
      "\x01\x1B[31m";
  return GraphMaker()
      .add(NodeSpec{"node",
                    Kind::donor,
                    name,
                    {"a|b", "c\\d"},
                    {{"x", "1.5", AttributeType::number}, {"X", "text"}, {"id", "<&>"}}})
      .add(NodeSpec{"graph",
                    Kind::project,
                    std::string(10000, 'w'),
                    {},
                    {{"active", "1", AttributeType::boolean}}})
      .add(DocumentSpec{"d", "T, \"t\"", "2024-11-22", "javascript:alert(1)"})
      .add(ClaimSpec{.from = "node",
                     .to = "graph",
                     .document = "d",
                     .amount = "100000.55",
                     .quote = "he said, \"q\"\nand left"})
      .make();
}

}  // namespace oscegraph::test
