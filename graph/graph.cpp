// SPDX-License-Identifier: Apache-2.0
//
// Reads values from the columns, finds nodes, documents and edges by binary search, and counts the
// bytes of the columns.
#include "oscegraph/graph/graph.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

std::string share_text(ShareMillionths share) {
  if (share == no_share) return {};
  constexpr ShareMillionths one_percent = 1'000'000;
  std::string text = to_text(share / one_percent);
  ShareMillionths rest = share % one_percent;
  if (rest == 0) return text;
  text += '.';
  for (ShareMillionths unit = one_percent / 10; rest > 0; unit /= 10) {
    text += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
  return text;
}

Graph::Graph() {
  const SharedColumn<std::uint32_t> nothing(std::vector<std::uint32_t>{0});
  alias_begin_ = attribute_begin_ = out_begin_ = in_begin_ = claim_begin_ = nothing;
}

std::vector<std::string_view> Graph::aliases(NodeId n) const {
  std::vector<std::string_view> result;
  for (const auto i : range_at(alias_begin_, n, alias_.size()))
    result.push_back(strings_[alias_[i]]);
  return result;
}

std::vector<Attribute> Graph::attributes(NodeId n) const {
  std::vector<Attribute> result;
  for (const auto i : range_at(attribute_begin_, n, attribute_name_.size()))
    result.push_back({strings_[attribute_name_[i]], strings_[attribute_value_[i]],
                      std::min(attribute_type_[i], AttributeType::boolean)});
  return result;
}

std::string_view Graph::attribute(NodeId n, std::string_view name) const {
  for (const auto i : range_at(attribute_begin_, n, attribute_name_.size()))
    if (strings_[attribute_name_[i]] == name) return strings_[attribute_value_[i]];
  return {};
}

namespace {

/// Binary search in a column of ids that is sorted by text.
std::optional<std::uint32_t> find_id(const SharedColumn<StringId>& ids, const StringPool& strings,
                                     std::string_view id) {
  const auto places = id_range(0, ids.size());
  const auto found =
      std::ranges::lower_bound(places, id, {}, [&](std::uint32_t i) { return strings[ids[i]]; });
  if (found == places.end() || strings[ids[*found]] != id) return std::nullopt;
  return *found;
}

}  // namespace

std::optional<NodeId> Graph::find_node(std::string_view id) const {
  return find_id(node_id_, strings_, id);
}

std::optional<DocumentId> Graph::find_document(std::string_view id) const {
  return find_id(documents_.of<&DocumentValues::id>(), strings_, id);
}

std::optional<EdgeId> Graph::find_edge(NodeId from, Relation relation, NodeId to) const {
  const auto edges = out_edges(from);
  const auto found = std::ranges::lower_bound(edges, std::pair(relation, to), {}, [&](EdgeId e) {
    return std::pair(edge_relation(e), edge_to(e));
  });
  if (found == edges.end() || edge_relation(*found) != relation || edge_to(*found) != to)
    return std::nullopt;
  return *found;
}

Claim Graph::claim(ClaimId c) const {
  const auto text = [&]<auto Member>() { return strings_[claims_.of<Member>()[c]]; };
  return {claim_edge(c),
          claim_document(c),
          claim_via(c),
          claim_amount(c),
          claim_flow(c),
          claim_basis(c),
          claim_period(c),
          claims_.of<&ClaimValues::share>()[c],
          text.template operator()<&ClaimValues::locator>(),
          text.template operator()<&ClaimValues::quote>(),
          text.template operator()<&ClaimValues::rule>(),
          clamp_word(claims_.of<&ClaimValues::review>()[c])};
}

std::optional<Money> Graph::claim_amount(ClaimId c) const {
  const Currency currency = claims_.of<&ClaimValues::currency>()[c];
  if (!currency.known() || !currency.valid()) return std::nullopt;
  return Money{claims_.of<&ClaimValues::amount>()[c], currency};
}

Period Graph::claim_time(ClaimId c) const {
  const Period stated = claim_period(c);
  if (stated.known()) return stated;
  const Date published = document_date(claim_document(c));
  return {published, published};
}

Document Graph::document(DocumentId d) const {
  const auto text = [&]<auto Member>() { return strings_[documents_.of<Member>()[d]]; };
  return {text.template operator()<&DocumentValues::id>(),
          text.template operator()<&DocumentValues::title>(),
          text.template operator()<&DocumentValues::publisher>(),
          document_date(d),
          text.template operator()<&DocumentValues::url>(),
          text.template operator()<&DocumentValues::file>(),
          text.template operator()<&DocumentValues::checksum>()};
}

std::size_t Graph::byte_size() const {
  std::size_t bytes = 0;
  each_column(*this, [&](int, std::string_view, const auto& column, Rows, const auto&) {
    bytes += column.byte_size();
  });
  return bytes;
}

std::vector<MemoryUse> Graph::memory() const {
  const auto thing = [](Rows rows) -> std::string_view {
    switch (rows) {
      case Rows::edges:
      case Rows::edge_begins: return "edge";
      case Rows::claims: return "claim";
      case Rows::documents: return "document";
      case Rows::strings:
      case Rows::bytes: return "string";
      default: return "node";
    }
  };
  std::vector<MemoryUse> uses;
  each_column(*this, [&](int, std::string_view what, const auto& column, Rows rows, const auto&) {
    const std::string_view of = thing(rows);
    const auto same = std::ranges::find_if(
        uses, [&](const MemoryUse& use) { return use.of == of && use.what == what; });
    if (same != uses.end()) same->bytes += column.byte_size();
    else uses.push_back({of, what, column.byte_size()});
  });
  return uses;
}

std::optional<std::vector<NodeId>> Graph::indexed_names(std::uint32_t hash) const {
  if (name_hash_.size() == 0) return std::nullopt;
  const auto places = id_range(0, name_hash_.size());
  const auto same =
      std::ranges::equal_range(places, hash, {}, [&](std::uint32_t i) { return name_hash_[i]; });
  std::vector<NodeId> nodes;
  for (const std::uint32_t i : same) nodes.push_back(clamp_index(name_node_[i], node_count()));
  return nodes;
}

void Graph::verify(const Context& context) const {
  if (file_ != nullptr) file_->verify(*this, context);
}

}  // namespace oscegraph
