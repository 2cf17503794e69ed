// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes weights as words, and counts the units of an edge.
#include "oscegraph/queries/measures/edge_weight.hpp"

#include <cmath>

namespace oscegraph {

std::optional<EdgeWeight> parse_edge_weight(std::string_view text) {
  if (text == "1") return EdgeWeight{};
  if (text == "claims") return EdgeWeight{WeightBy::claims};
  if (text == "documents") return EdgeWeight{WeightBy::documents};
  constexpr std::string_view prefix = "amount:";
  if (!text.starts_with(prefix)) return std::nullopt;
  text.remove_prefix(prefix.size());
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto currency = Currency::parse(text.substr(0, colon));
  const auto flow = parse_flow(text.substr(colon + 1));
  if (!currency || !flow) return std::nullopt;
  return EdgeWeight{WeightBy::amount, {*flow, *currency}};
}

std::string words(const EdgeWeight& weight) {
  switch (weight.by) {
    case WeightBy::one: return "1";
    case WeightBy::claims: return "claims";
    case WeightBy::documents: return "documents";
    case WeightBy::amount: return words(weight.key);
  }
  return "";
}

std::optional<std::uint64_t> units_of(const Subset& scope, EdgeId edge, const EdgeWeight& weight) {
  switch (weight.by) {
    case WeightBy::one: return 1;
    case WeightBy::claims: return scope.claims_of(edge).size();
    case WeightBy::documents: return scope.document_count(edge);
    case WeightBy::amount: break;
  }
  const Ledger ledger = ledger_of(scope, edge);
  const Range* sum = ledger.find(weight.key);
  if (sum == nullptr || sum->low <= 0) return std::nullopt;
  return static_cast<std::uint64_t>(sum->low);
}

double units_in_one(const EdgeWeight& weight) {
  return weight.by == WeightBy::amount ? std::pow(10.0, weight.key.currency.decimals()) : 1;
}

}  // namespace oscegraph
