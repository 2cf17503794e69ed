// SPDX-License-Identifier: Apache-2.0
//
// Returns the fields of claims and documents as texts, so that those of two graphs can be compared
// and shown.
#pragma once

#include <cstdint>
#include <string>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph {

/// "EUR 1,200.00"; "" when the claim states none.
inline std::string amount_text(const Graph& graph, ClaimId c) {
  const auto amount = graph.claim_amount(c);
  if (!amount) return "";
  return std::string(amount->currency.code()) + ' ' + amount->grouped_decimal();
}

/// Whether a field is compared by itself. An amount is compared together with its currency, a start
/// together with its end.
template <typename Described>
constexpr bool is_told =
    !Described::has(&ClaimValues::currency) && !Described::has(&ClaimValues::end);

inline std::string told_name(const FieldRow& field) {
  if (field.field == Field::start) return "period";
  if (field.field == Field::reviewed) return "review";
  return std::string(field.name);
}

/// The text of a field of a document or claim.
template <typename Described>
std::string told(const Graph& graph, Described field, std::uint32_t id) {
  if constexpr (field.form == Form::amount) return amount_text(graph, id);
  else if constexpr (field.has(&ClaimValues::start)) return period_words(graph.claim_period(id));
  else {
    const auto value = graph.value(field, id);
    if constexpr (field.form == Form::node)
      return std::string(value == none ? std::string_view() : graph.node_id(value));
    else if constexpr (field.form == Form::document) return std::string(graph.document_id(value));
    else if constexpr (field.form == Form::word) return std::string(name_of(value));
    else if constexpr (field.form == Form::date) return value.text();
    else if constexpr (field.form == Form::share) return share_text(value);
    else return std::string(value);
  }
}

}  // namespace oscegraph
