// SPDX-License-Identifier: Apache-2.0
//
// What the texts of a record mean, and whether they may: the one place that says it. Each check walks
// the fields of graph/schema.hpp, sets the values it can, and tells what is wrong. Who calls it says
// where the texts come from and what becomes of a fault: the usual way of loading makes a sentence of
// it (fields.hpp), the bulk load reads the piece again the usual way.
//
// `Texts` is a class with
//   std::string_view text(Field) const     "" where the record does not say it
//   bool misfit(Field) const               a number that is not written as the mapping says of all
//   bool fault(Fault)                      told of each; false
//   void number(std::string_view text, std::uint32_t& slot)           slot becomes the text's number
//   void number_of_document(std::string_view text, std::uint32_t& slot)   in time, likewise
//   std::optional<Currency> currency(std::string_view code)
//
// In what is checked, nodes and documents are numbers of texts. An absent field has the value that its
// member begins with.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "oscegraph/graph/money.hpp"
#include "oscegraph/graph/schema.hpp"
#include "oscegraph/graph/vocabulary.hpp"
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

/// What is wrong with a record, and in which field.
struct Fault {
  Field field;
  FaultCode code;
};

/// A percentage from 0 to 100 with up to six decimals.
std::optional<ShareMillionths> parse_share(std::string_view text);

/// The kind an id such as "project:x" speaks of; ids may also be anything else.
std::optional<Kind> kind_of_id(std::string_view id);

/// Whether no required field is absent.
template <typename Fields, typename Texts>
bool check_required(const Fields& fields, Texts& texts) {
  bool fine = true;
  for_each_field(fields, [&](auto field) {
    if (field.required && texts.text(field.field).empty())
      fine = texts.fault({field.field, FaultCode::missing});
  });
  return fine;
}

/// Whether each field says what it may, all but sums of money.
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

/// An amount and its currency stand together or not at all.
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

/// Whether a claim's texts are right by themselves, and if so its values. Whom they name, and whether
/// the relation may run between these, shows when all records are in.
template <typename Texts>
bool check_claim(Texts& texts, ClaimValues& claim) {
  bool fine = check_required(claim_fields, texts);
  fine = check_values(claim_fields, texts, claim) && fine;
  if (claim.period().reversed()) fine = texts.fault({Field::end, FaultCode::end_before_start});
  return check_money(texts, claim) && fine;
}

/// The field whose node is of a kind that the claim may not be about: `from` where the relation does not
/// run between these kinds; `via` may lack a kind, as it may name nothing.
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

/// A node's kind is that of its id ("project:x"), and the one the gazetteer knows of it.
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
