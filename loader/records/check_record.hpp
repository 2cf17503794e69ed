// SPDX-License-Identifier: Apache-2.0
//
// Checks the texts of a record and converts them to values, in one place for all readers. Each
// check iterates over the fields of graph/columns/schema.hpp, sets the valid values, and reports
// faults. The caller supplies the texts and handles the faults: the usual loader makes an error
// message of a fault (fields.hpp), the bulk load reads the piece again with the usual reader.
//
// `Texts` is a class with
//   std::string_view text(Field) const     "" when the record does not state it
//   bool misfit(Field) const               a number that is not in the style of the mapping
//   bool fault(Fault)                      called for each fault; returns false
//   void number(std::string_view text, std::uint32_t& slot)
//                                          sets slot to the text's number, at once or later
//   void number_of_document(std::string_view text, std::uint32_t& slot)
//                                          the same for the text of a document
//   std::optional<Currency> currency(std::string_view code)
//
// In the resulting values, nodes and documents are numbers of texts. A missing field gets the
// default of its member.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {

enum class FaultCode : std::uint8_t {
  missing,
  unknown_word,
  not_a_date,
  not_a_share,
  end_before_start,
  amount_without_currency,
  currency_without_amount,
  unknown_currency,
  not_an_amount,
  too_many_decimals,
  amount_too_large,
  kind_differs_from_gazetteer,
  kind_differs_from_id
};

/// A fault of a record: the field and what is wrong.
struct Fault {
  Field field;
  FaultCode code;
};

/// A percentage from 0 to 100 with up to six decimals.
std::optional<ShareMillionths> parse_share(std::string_view text);

/// The kind in an id such as "project:x"; nullopt for other ids.
std::optional<Kind> kind_of_id(std::string_view id);

/// Whether all required fields are present.
template <typename Fields, typename Texts>
bool check_required(const Fields& fields, Texts& texts) {
  bool fine = true;
  for_each_field(fields, [&](auto field) {
    if (field.required && texts.text(field.field).empty())
      fine = texts.fault({field.field, FaultCode::missing});
  });
  return fine;
}

/// Whether every field has a valid value, except amounts and currencies.
template <typename Fields, typename Values, typename Texts>
bool check_values(const Fields& fields, Texts& texts, Values& values) {
  bool fine = true;
  for_each_field(fields, [&](auto field) {
    using Kept = typename decltype(field)::Value;
    Kept& value = values.*field.member;
    const std::string_view text = texts.text(field.field);
    const auto take = [&](const std::optional<Kept>& read, FaultCode otherwise) {
      if (read) value = *read;
      else fine = texts.fault({field.field, otherwise});
    };
    if constexpr (field.form == Form::amount || field.form == Form::currency) {
      static_assert(std::is_same_v<typename decltype(field)::Values, ClaimValues>,
                    "check_money() reads a claim's only");
    } else if (text.empty()) {
      value = Values{}.*field.member;
    } else if constexpr (field.form == Form::document) {
      texts.number_of_document(text, value);
    } else if constexpr (field.form == Form::word) {
      take(WordList<Kept>::parse(text), FaultCode::unknown_word);
    } else if constexpr (field.form == Form::date) {
      take(Date::parse(text), FaultCode::not_a_date);
    } else if constexpr (field.form == Form::share) {
      take(texts.misfit(field.field) ? std::nullopt : parse_share(text), FaultCode::not_a_share);
    } else {
      static_assert(field.form == Form::text || field.form == Form::node);
      texts.number(text, value);
    }
  });
  return fine;
}

/// Checks an amount and its currency: both are present, or neither.
template <typename Texts>
bool check_money(Texts& texts, ClaimValues& claim) {
  const std::string_view amount = texts.text(Field::amount);
  const std::string_view code = texts.text(Field::currency);
  claim.amount = 0;
  claim.currency = {};
  if (amount.empty() && code.empty()) return true;
  if (code.empty()) return texts.fault({Field::amount, FaultCode::amount_without_currency});
  const auto currency = texts.currency(code);
  if (!currency) return texts.fault({Field::currency, FaultCode::unknown_currency});
  if (amount.empty()) return texts.fault({Field::currency, FaultCode::currency_without_amount});
  const ParsedAmount parsed = parse_amount(amount, *currency);
  if (texts.misfit(Field::amount) || parsed.fault == AmountFault::not_a_number)
    return texts.fault({Field::amount, FaultCode::not_an_amount});
  if (parsed.fault == AmountFault::too_many_decimals)
    return texts.fault({Field::amount, FaultCode::too_many_decimals});
  if (parsed.fault == AmountFault::too_large)
    return texts.fault({Field::amount, FaultCode::amount_too_large});
  claim.amount = parsed.minor;
  claim.currency = *currency;
  return true;
}

/// Checks a claim by itself and sets its values. Whether the nodes exist, and whether the relation
/// allows their kinds, is checked after all records are in.
template <typename Texts>
bool check_claim(Texts& texts, ClaimValues& claim) {
  bool fine = check_required(claim_fields, texts);
  fine = check_values(claim_fields, texts, claim) && fine;
  if (claim.period().reversed()) fine = texts.fault({Field::end, FaultCode::end_before_start});
  return check_money(texts, claim) && fine;
}

/// The field whose node has a kind that the claim does not allow: `from` when the relation does not
/// allow the two ends, `via` when it is no project. `via` may be nullopt, when it is absent or
/// unknown.
inline std::optional<Field> check_ends(Relation relation, Kind from, Kind to,
                                       std::optional<Kind> via) {
  if (!allows(relation, from, to)) return Field::from;
  if (via && *via != Kind::project) return Field::via;
  return std::nullopt;
}

template <typename Texts>
bool check_document(Texts& texts, DocumentValues& document) {
  const bool complete = check_required(document_fields, texts);
  return check_values(document_fields, texts, document) && complete;
}

/// Also checks that a node's kind is that of its id ("project:x") and of its gazetteer entry.
template <typename Texts>
bool check_node(Texts& texts, NodeValues& node) {
  const bool complete = check_required(node_fields, texts);
  if (!check_values(node_fields, texts, node) || !complete) return false;
  const std::string_view id = texts.text(Field::id);
  const GazetteerEntry* known = Gazetteer::instance().find_id(id);
  if (known != nullptr && known->kind != node.kind)
    return texts.fault({Field::kind, FaultCode::kind_differs_from_gazetteer});
  const auto says = kind_of_id(id);
  if (says && *says != node.kind)
    return texts.fault({Field::kind, FaultCode::kind_differs_from_id});
  return true;
}

}  // namespace oscegraph
