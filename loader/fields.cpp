// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/fields.hpp"

#include <algorithm>
#include <cstdint>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/cell_styles.hpp"

namespace oscegraph {
namespace {

/// "from, relation, to and document"
std::string needed_fields(const RecordRow& row) {
  std::vector<std::string_view> needed;
  for (const FieldRow& field : row.fields)
    if (field.required) needed.push_back(field.name);
  return join_and(needed);
}

constexpr const char* date_without_line =
    "a date is YYYY, YYYY-MM or YYYY-MM-DD where the mapping has no line 'dates ='";

bool is_amount(std::string_view number, Currency currency) {
  return parse_amount(number, currency).fault == AmountFault::no_fault;
}

/// What a style asks of a number.
std::string asked_by(NumberStyle style) {
  switch (style) {
    case NumberStyle::plain: return "without a line 'numbers =' a number is written 1234.56";
    case NumberStyle::point:
      return "a comma groups three digits there, a point begins the decimals";
    case NumberStyle::comma:
      return "a point groups three digits there, a comma begins the decimals";
  }
  return {};
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

/// What the mapping has made a value of ours; nullptr when it stands in the input as it is here.
const WrittenCell* FieldReader::cell(Field field) const {
  const auto found = std::ranges::find(record_.written, field, &WrittenCell::field);
  return found == record_.written.end() ? nullptr : &*found;
}

std::string_view FieldReader::as_written(Field field) const {
  const WrittenCell* written = cell(field);
  return written == nullptr ? record_[field].text : written->text;
}

Date FieldReader::date(Field field) {
  const Value& value = record_[field];
  if (value.text.empty()) return {};
  const auto date = Date::parse(value.text);
  if (date) return *date;
  const bool looks_right = value.text.find_first_not_of("0123456789-") == std::string_view::npos;
  const std::string written = in_quotes(as_written(field));
  const CellStyles* styles = record_.styles;
  const std::string next =
      styles == nullptr ? "" : other_date_styles(as_written(field), styles->dates);
  if (styles != nullptr && styles->dates != DateStyle::iso)
    report(value,
           written + " is not a date with 'dates = " + std::string(name_of(styles->dates)) + "'",
           "", next);
  else if (!next.empty()) report(value, written + " is not a date", date_without_line, next);
  else
    report(value, written + (looks_right ? " is not a date that exists" : " is not a date"),
           std::string(Date::allowed));
  return {};
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
    report(value, "unknown " + noun + ' ' + in_quotes(as_written(field)),
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

/// A cell that is no number. Where a mapping says how the table writes numbers, it may say it wrongly.
void FieldReader::report_number(Field field, std::string_view noun, std::string allowed,
                                const Fits& fits) {
  const Value& value = record_[field];
  const std::string what = in_quotes(as_written(field)) + " is not " + with_article(noun);
  if (record_.styles == nullptr) return report(value, what, std::move(allowed));
  const NumberStyle style = record_.styles->numbers;
  std::string next = other_number_styles(as_written(field), style, fits);
  if (next.empty() && as_written(field).ends_with('-')) next = "a minus stands in front";
  if (style != NumberStyle::plain)
    return report(value, what + " with 'numbers = " + std::string(name_of(style)) + "'",
                  asked_by(style), next);
  report(value, what, next.empty() ? std::move(allowed) : asked_by(style), next);
}

void FieldReader::report_decimals(Currency currency) {
  std::string next = "where a point groups thousands, leave it out";
  if (record_.styles != nullptr) {
    next =
        other_number_styles(as_written(Field::amount), record_.styles->numbers,
                            [&](std::string_view number) { return is_amount(number, currency); });
    if (next.empty()) next = "a line 'numbers =' of the mapping says how numbers are written";
  }
  report(record_[Field::amount], in_quotes(as_written(Field::amount)) + " has too many decimals",
         std::string(currency.code()) + " has " + to_text(currency.decimals()), next);
}

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
  ParsedAmount parsed = parse_amount(amount.text, *currency);
  if (const WrittenCell* written = cell(Field::amount); written != nullptr && written->misfit)
    parsed.fault = AmountFault::not_a_number;
  switch (parsed.fault) {
    case AmountFault::no_fault: return {parsed.minor, *currency};
    case AmountFault::not_a_number:
      report_number(
          Field::amount, "amount",
          "an amount is a plain decimal such as 1200000.00, without grouping or currency signs",
          [&](std::string_view number) { return is_amount(number, *currency); });
      break;
    case AmountFault::too_many_decimals: report_decimals(*currency); break;
    case AmountFault::too_large:
      report(amount, in_quotes(as_written(Field::amount)) + " is too large",
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
  const WrittenCell* written = cell(Field::share);
  const bool misfit = written != nullptr && written->misfit;
  if (const auto share = parse_share(value.text); share && !misfit) return *share;
  constexpr const char* allowed = "a share is a percentage from 0 to 100 with up to six decimals";
  const auto fits = [](std::string_view number) { return parse_share(number).has_value(); };
  if (misfit) report_number(Field::share, "share", allowed, fits);
  else report(value, in_quotes(as_written(Field::share)) + " is not a share", allowed);
  return no_share;
}

}  // namespace oscegraph
