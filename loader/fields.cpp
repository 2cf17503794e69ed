// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/fields.hpp"

#include <algorithm>
#include <cstdint>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

/// "from, relation, to and document"
std::string needed_fields(const RecordRow& row) {
  std::vector<std::string_view> needed;
  for (const FieldRow& field : row.fields)
    if (field.required) needed.push_back(field.name);
  return join_and(needed);
}

}  // namespace

void FieldReader::report(const Value& value, std::string what, std::string allowed,
                         std::string next) {
  ok_ = false;
  Place place{file_, value.line, value.column};
  if (value.line == 0) place = {file_, record_.line, record_.column};
  if (record_.subject != nullptr) {
    const std::string subject = record_.subject->words();
    if (!what.starts_with(subject)) what.insert(0, subject + ": ");
  }
  problems_.report({std::move(place), std::move(what), std::move(allowed), std::move(next)});
}

void FieldReader::require_fields() {
  const RecordRow& row = row_of(record_.type);
  const auto subject = [&] {
    return record_.subject == nullptr ? "the " + std::string(row.name) : record_.subject->words();
  };
  for (const FieldRow& field : row.fields)
    if (field.required && record_[field.field].text.empty())
      report(record_[field.field], subject() + " has no '" + std::string(field.name) + "'",
             "every " + std::string(row.name) + " needs " + needed_fields(row));
}

Date FieldReader::date(Field field) {
  const Value& value = record_[field];
  if (value.text.empty()) return {};
  const auto date = Date::parse(value.text);
  const bool looks_right = value.text.find_first_not_of("0123456789-") == std::string_view::npos;
  if (!date)
    report(value,
           in_quotes(value.text) + (looks_right ? " is not a date that exists" : " is not a date"),
           std::string(Date::allowed));
  return date.value_or(Date());
}

Period FieldReader::period() {
  const Period period{date(Field::start), date(Field::end)};
  if (period.reversed())
    report(record_[Field::end],
           "the end " + period.end.text() + " is before the start " + period.start.text());
  return period;
}

template <typename Word>
Word FieldReader::word(Field field, std::optional<Word> (*parse)(std::string_view),
                       const std::vector<std::string_view>& allowed, Word otherwise) {
  const Value& value = record_[field];
  if (value.text.empty()) return otherwise;
  const auto word = parse(value.text);
  if (!word) {
    const std::string noun(name_of(field));
    report(value, "unknown " + noun + ' ' + in_quotes(value.text),
           with_article(noun) + " is " + join_or(allowed), did_you_mean(value.text, allowed));
  }
  return word.value_or(otherwise);
}

Kind FieldReader::kind() { return word(Field::kind, parse_kind, kind_names(), Kind::agency); }
Relation FieldReader::relation() {
  return word(Field::relation, parse_relation, relation_names(), Relation::funds);
}
Flow FieldReader::flow() { return word(Field::flow, parse_flow, flow_names(), Flow::unknown); }
Review FieldReader::review() {
  return word(Field::reviewed, parse_review, review_names(), Review::unreviewed);
}
Basis FieldReader::basis() { return word(Field::basis, parse_basis, basis_names(), Basis::stated); }

Money FieldReader::amount() {
  const Value& amount = record_[Field::amount];
  const Value& code = record_[Field::currency];
  if (amount.text.empty() && code.text.empty()) return {};
  if (code.text.empty()) {
    report(amount, "an amount without a currency", "", "add its ISO 4217 code as 'currency'");
    return {};
  }
  const auto currency = Currency::parse(code.text);
  if (!currency) {
    report(code, "unknown currency " + in_quotes(code.text),
           "a currency is an ISO 4217 code such as EUR",
           did_you_mean(code.text, Currency::codes()));
    return {};
  }
  if (amount.text.empty()) {
    report(code, "a currency without an amount", "", "leave both out when the sum is unknown");
    return {};
  }
  const ParsedAmount parsed = parse_amount(amount.text, *currency);
  switch (parsed.fault) {
    case AmountFault::no_fault: return {parsed.minor, *currency};
    case AmountFault::not_a_number:
      report(amount, in_quotes(amount.text) + " is not an amount",
             "an amount is a plain decimal such as 1200000.00, without grouping or currency signs");
      break;
    case AmountFault::too_many_decimals:
      report(amount, in_quotes(amount.text) + " has too many decimals",
             std::string(currency->code()) + " has " + to_text(currency->decimals()),
             "where a point groups thousands, leave it out");
      break;
    case AmountFault::too_large:
      report(amount, in_quotes(amount.text) + " is too large",
             "an amount is below " + Money{INT64_MAX, *currency}.grouped_decimal());
      break;
  }
  return {};
}

std::optional<ShareMillionths> parse_share(std::string_view text) {
  constexpr std::int64_t scale = 1'000'000;
  std::int64_t millionths = -1;
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  std::string places(text.substr(std::min(point + 1, text.size())));
  const bool digits =
      !whole.empty() && whole.size() <= 3 && places.size() <= 6 &&
      (point == text.size() || !places.empty()) &&
      (std::string(whole) + places).find_first_not_of("0123456789") == std::string::npos;
  if (digits) {
    places.resize(6, '0');
    millionths = std::stoll(std::string(whole)) * scale + std::stoll(places);
  }
  if (millionths < 0 || millionths > 100 * scale) return std::nullopt;
  return static_cast<ShareMillionths>(millionths);
}

ShareMillionths FieldReader::share() {
  const Value& value = record_[Field::share];
  if (value.text.empty()) return no_share;
  if (const auto share = parse_share(value.text)) return *share;
  report(value, in_quotes(value.text) + " is not a share",
         "a share is a percentage from 0 to 100 with up to six decimals");
  return no_share;
}

}  // namespace oscegraph
