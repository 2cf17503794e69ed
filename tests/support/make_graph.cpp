// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/tests/support/make_graph.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>

namespace oscegraph::test {
namespace {

/// Splits the line at spaces; a "quoted part" keeps its spaces and loses its quotes.
std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool in_word = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    const bool space = c == ' ' && !quoted;
    if (!space && !in_word) words.emplace_back();
    in_word = !space;
    if (!space && c != '"') words.back() += c;
  }
  return words;
}

template <typename Value>
Value need(std::optional<Value> value, const std::string& text) {
  if (!value) throw std::invalid_argument("cannot read '" + text + "'");
  return *value;
}

class Drawing {
 public:
  void read(std::string_view line) {
    const std::vector<std::string> words = split(line);
    if (words.empty()) return;
    if (words[0] == "node") read_node(words);
    else if (words[0] == "document") read_document(words);
    else if (words.size() >= 3) read_claim(words);
    else throw std::invalid_argument("not a statement: " + std::string(line));
  }

  Graph finish() {
    parts_.strings = strings_.finish();
    return assemble(std::move(parts_));
  }

 private:
  NodeId node_at(const std::string& id) {
    const auto [found, is_new] = nodes_.try_emplace(id, static_cast<NodeId>(parts_.nodes.size()));
    if (is_new) {
      const std::size_t colon = id.find(':');
      const Kind kind = need(parse_kind(id.substr(0, colon)), id);
      parts_.nodes.push_back({{.id = strings_.intern(id),
                               .kind = kind,
                               .name = strings_.intern(id.substr(colon + 1))}});
    }
    return found->second;
  }

  DocumentId document_at(const std::string& id) {
    const auto [found, is_new] =
        documents_.try_emplace(id, static_cast<DocumentId>(parts_.documents.size()));
    if (is_new) parts_.documents.push_back({.id = strings_.intern(id)});
    return found->second;
  }

  void read_node(const std::vector<std::string>& words) {
    GraphParts::Node& node = parts_.nodes[node_at(words.at(1))];
    for_each_field(words, 2, [&](const std::string& key, const std::string& value) {
      const StringId text = strings_.intern(value);
      if (key == "name") node.name = text;
      else if (key == "alias") node.aliases.push_back(text);
      else if (key.starts_with("attr."))
        node.attributes.push_back({strings_.intern(key.substr(5)), text, AttributeType::text});
      else throw std::invalid_argument("a node has no " + key);
    });
  }

  void read_document(const std::vector<std::string>& words) {
    DocumentValues& document = parts_.documents[document_at(words.at(1))];
    for_each_field(words, 2, [&](const std::string& key, const std::string& value) {
      const StringId text = strings_.intern(value);
      if (key == "title") document.title = text;
      else if (key == "publisher") document.publisher = text;
      else if (key == "date") document.date = need(Date::parse(value), value);
      else if (key == "url") document.url = text;
      else throw std::invalid_argument("a document has no " + key);
    });
  }

  void read_claim(const std::vector<std::string>& words) {
    ClaimValues claim;
    claim.from = node_at(words[0]);
    claim.relation = need(parse_relation(words[1]), words[1]);
    claim.to = node_at(words[2]);
    std::string document = "d";
    std::string amount;
    for_each_field(words, 3, [&](const std::string& key, const std::string& value) {
      if (key == "doc") document = value;
      else if (key == "amount") amount = value;
      else read_field(key, value, claim);
    });
    claim.document = document_at(document);
    if (!amount.empty()) claim.amount = parse_amount(amount, claim.currency).minor;
    parts_.claims.push_back(claim);
  }

  void read_field(const std::string& key, const std::string& value, ClaimValues& claim) {
    if (key == "currency") claim.currency = need(Currency::parse(value), value);
    else if (key == "flow") claim.flow = need(parse_flow(value), value);
    else if (key == "basis") claim.basis = need(parse_basis(value), value);
    else if (key == "start") claim.start = need(Date::parse(value), value);
    else if (key == "end") claim.end = need(Date::parse(value), value);
    else if (key == "via") claim.via = node_at(value);
    else if (key == "share") claim.share = std::stoi(value) * 1'000'000;
    else if (key == "at") claim.locator = strings_.intern(value);
    else if (key == "quote") claim.quote = strings_.intern(value);
    else if (key == "rule") claim.rule = strings_.intern(value);
    else if (key == "reviewed") claim.review = need(parse_review(value), value);
    else throw std::invalid_argument("a claim has no " + key);
  }

  template <typename Visit>
  void for_each_field(const std::vector<std::string>& words, std::size_t first, Visit visit) {
    for (std::size_t i = first; i < words.size(); ++i) {
      const std::size_t equals = words[i].find('=');
      if (equals == std::string::npos) throw std::invalid_argument("not key=value: " + words[i]);
      visit(words[i].substr(0, equals), words[i].substr(equals + 1));
    }
  }

  StringInterner strings_;
  GraphParts parts_;
  std::map<std::string, NodeId> nodes_;
  std::map<std::string, DocumentId> documents_;
};

}  // namespace

Graph make_graph(std::string_view lines) {
  Drawing drawing;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    drawing.read(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return drawing.finish();
}

Graph make_plain_graph(std::size_t size, const Arrows& arrows) {
  StringInterner strings;
  GraphParts parts;
  for (std::size_t i = 0; i < size; ++i) {
    std::string number = std::to_string(i);
    number.insert(0, 3 - std::min<std::size_t>(number.size(), 3), '0');
    parts.nodes.push_back({{.id = strings.intern("project:" + number),
                            .kind = Kind::project,
                            .name = strings.intern(number)}});
  }
  parts.documents.push_back({.id = strings.intern("d")});
  std::map<std::pair<NodeId, NodeId>, int> seen;
  for (const auto& arrow : arrows) {
    ClaimValues claim;
    claim.from = arrow.first;
    claim.to = arrow.second;
    claim.document = 0;
    claim.relation = seen[arrow]++ == 0 ? Relation::part_of : Relation::channels_to;
    parts.claims.push_back(claim);
  }
  parts.strings = strings.finish();
  return assemble(std::move(parts));
}

NodeId node(const Graph& graph, std::string_view id) {
  return need(graph.find_node(id), std::string(id));
}

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15U;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

Arrows random_arrows(Random& random, std::size_t size, std::size_t count) {
  const auto limit = static_cast<std::uint32_t>(size);
  Arrows arrows;
  for (std::size_t i = 0; i < count; ++i)
    arrows.emplace_back(random.below(limit), random.below(limit));
  return arrows;
}

}  // namespace oscegraph::test
