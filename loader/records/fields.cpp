// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/fields.hpp"

#include <algorithm>
#include <cstdint>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/text_check.hpp"
#include "oscegraph/loader/records/cell_styles.hpp"

namespace oscegraph {
namespace {

/// The required fields in words: "from, relation, to and document".
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

/// The form of a number in this style, in words.
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

bool check_texts(const Record& record, const std::string& file, Problems& problems) {
  bool fine = true;
  const auto look_at = [&](std::string_view text, const Value& value) {
    const auto [line, column] = record.position_of(value);
    fine = fine && check_text(text, file, line, column, problems);
  };
  for (const Value& value : record.values) look_at(value.text, value);
  for (const Value& alias : record.aliases) look_at(alias.text, alias);
  for (const AttributeField& attribute : record.attributes) {
    look_at(attribute.name, attribute.value);
    look_at(attribute.value.text, attribute.value);
  }
  return fine;
}

void FieldReader::report(const Value& value, std::string what, std::string allowed,
                         std::string next) {
  const auto [line, column] = record_.position_of(value);
  if (record_.subject != nullptr) {
    const std::string subject = record_.subject->words();
    if (!what.starts_with(subject)) what.insert(0, subject + ": ");
  }
  problems_.report({{file_, line, column}, std::move(what), std::move(allowed), std::move(next)});
}

bool FieldReader::fault(Fault fault) {
  const auto [field, code] = fault;
  switch (code) {
    case FaultCode::missing: report_missing(field); break;
    case FaultCode::unknown_word: report_unknown_word(field); break;
    case FaultCode::not_a_date: report_date(field); break;
    case FaultCode::not_a_share: report_share(); break;
    case FaultCode::end_before_start:
      report(record_[field], "the end " + std::string(text(Field::end)) + " is before the start " +
                                 std::string(text(Field::start)));
      break;
    case FaultCode::amount_without_currency:
      report(record_[field], "an amount without a currency", "",
             "add its ISO 4217 code as 'currency'");
      break;
    case FaultCode::currency_without_amount:
      report(record_[field], "a currency without an amount", "",
             "leave both out when the sum is unknown");
      break;
    case FaultCode::unknown_currency:
      report(record_[field], "unknown currency " + in_quotes(text(field)),
             "a currency is an ISO 4217 code such as EUR",
             did_you_mean(text(field), Currency::codes()));
      break;
    case FaultCode::not_an_amount: report_not_an_amount(); break;
    case FaultCode::too_many_decimals: report_decimals(); break;
    case FaultCode::amount_too_large:
      report(record_[field], in_quotes(as_written(field)) + " is too large",
             "an amount is below " + Money{INT64_MAX, known_currency()}.grouped_decimal());
      break;
    case FaultCode::kind_differs_from_gazetteer: report_kind_of_gazetteer(); break;
    case FaultCode::kind_differs_from_id: report_kind_of_id(); break;
  }
  return false;
}

void FieldReader::report_missing(Field field) {
  const RecordRow& row = row_of(record_.type);
  const std::string subject =
      record_.subject == nullptr ? "the " + std::string(row.name) : record_.subject->words();
  report(record_[field], subject + " has no '" + std::string(name_of(field)) + "'",
         "every " + std::string(row.name) + " needs " + needed_fields(row));
}

void FieldReader::report_kind_of_gazetteer() {
  const std::string_view id = text(Field::id);
  report(record_[Field::kind], in_quotes(id) + " is " +
                                   with_article(name_of(Gazetteer::instance().find_id(id)->kind)) +
                                   " in the gazetteer, not " + with_article(text(Field::kind)));
}

void FieldReader::report_kind_of_id() {
  const std::string_view id = text(Field::id);
  report(record_[Field::kind],
         in_quotes(id) + " is the id of " + with_article(name_of(*kind_of_id(id))) +
             ", but the kind is " + std::string(text(Field::kind)),
         "", "make them agree");
}

/// The original cell of a value that the mapping has converted; nullptr when the input has it in
/// this form.
const WrittenCell* FieldReader::cell(Field field) const {
  const auto found = std::ranges::find(record_.written, field, &WrittenCell::field);
  return found == record_.written.end() ? nullptr : &*found;
}

std::string_view FieldReader::as_written(Field field) const {
  const WrittenCell* written = cell(field);
  return written == nullptr ? record_[field].text : written->text;
}

bool FieldReader::misfit(Field field) const {
  const WrittenCell* written = cell(field);
  return written != nullptr && written->misfit;
}

void FieldReader::report_date(Field field) {
  const Value& value = record_[field];
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
}

void FieldReader::report_unknown_word(Field field) {
  const auto say = [&]<typename Word>(WordList<Word> words) {
    const std::string noun(name_of(field));
    report(record_[field], "unknown " + noun + ' ' + in_quotes(as_written(field)),
           with_article(noun) + " is " + join_or(words.names()),
           did_you_mean(text(field), words.names()));
  };
  const auto look_in = [&](const auto& fields) {
    for_each_field(fields, [&](auto described) {
      using Word = typename decltype(described)::Value;
      if constexpr (described.form == Form::word)
        if (described.field == field) say(WordList<Word>());
    });
  };
  look_in(node_fields);
  look_in(claim_fields);
}

/// Reports a cell that is no number. The style in the mapping may be the wrong one, so other styles
/// are suggested.
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

/// The record's currency, if it is valid.
Currency FieldReader::known_currency() const {
  return currency(text(Field::currency)).value_or(Currency());
}

void FieldReader::report_not_an_amount() {
  report_number(
      Field::amount, "amount",
      "an amount is a plain decimal such as 1200000.00, without grouping or currency signs",
      [&](std::string_view number) { return is_amount(number, known_currency()); });
}

void FieldReader::report_decimals() {
  std::string next = "where a point groups thousands, leave it out";
  if (record_.styles != nullptr) {
    next = other_number_styles(
        as_written(Field::amount), record_.styles->numbers,
        [&](std::string_view number) { return is_amount(number, known_currency()); });
    if (next.empty()) next = "a line 'numbers =' of the mapping says how numbers are written";
  }
  report(record_[Field::amount], in_quotes(as_written(Field::amount)) + " has too many decimals",
         std::string(known_currency().code()) + " has " + to_text(known_currency().decimals()),
         next);
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

void FieldReader::report_share() {
  const Value& value = record_[Field::share];
  constexpr const char* allowed = "a share is a percentage from 0 to 100 with up to six decimals";
  const auto fits = [](std::string_view number) { return parse_share(number).has_value(); };
  if (misfit(Field::share)) report_number(Field::share, "share", allowed, fits);
  else report(value, in_quotes(as_written(Field::share)) + " is not a share", allowed);
}

std::optional<Kind> kind_of_id(std::string_view id) {
  const std::size_t colon = id.find(':');
  return colon == std::string_view::npos ? std::nullopt : parse_kind(id.substr(0, colon));
}

}  // namespace oscegraph
