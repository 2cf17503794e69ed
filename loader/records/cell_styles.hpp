// SPDX-License-Identifier: Apache-2.0
//
// Converts numbers and dates of people's own tables to our form: "1.200.000,50" becomes 1200000.50
// when the mapping says `numbers = 1.234,56`. A number in another style than the declared one is
// reported and never misread: groups must have three digits with one kind of mark between them, and
// the other mark must come before the decimals. So 12.50 is no number where a point separates
// groups.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace oscegraph {

enum class NumberStyle : std::uint8_t { plain, point, comma };
enum class DateStyle : std::uint8_t {
  iso,
  day_first,
  day_first_slash,
  day_first_hyphen,
  month_first
};

/// The styles of a whole table, as its mapping states them.
struct CellStyles {
  NumberStyle numbers = NumberStyle::plain;
  DateStyle dates = DateStyle::iso;
};

struct NumberStyleRow {
  std::string_view text;  ///< as in a mapping: "1.234,56"
  NumberStyle style;
};
struct DateStyleRow {
  std::string_view text;  ///< "DD.MM.YYYY"
  DateStyle style;
};
std::span<const NumberStyleRow> number_styles();
std::span<const DateStyleRow> date_styles();
std::string_view name_of(NumberStyle style);
std::string_view name_of(DateStyle style);

/// The number as a plain decimal; nullopt when it is not in this style. A minus is a hyphen or a
/// dash in front, with or without a blank after it, or brackets around the number. A trailing minus
/// is not accepted: "100.-" is a hundred in Switzerland.
std::optional<std::string> plain_number(std::string_view text, NumberStyle style);

/// The date as YYYY-MM-DD; text that is not a date in this style is returned unchanged. Dates in
/// our form are accepted in every style. Also accepted: a date with a time of day ("2015-06-10
/// 13:44"), and a year that a spreadsheet made a number ("2016.0").
std::string iso_date(std::string_view text, DateStyle style);

/// "'numbers = 1.234,56' would read it": the other styles in which the cell is a number that
/// `fits`; "" when there is none.
std::string other_number_styles(std::string_view cell, NumberStyle than,
                                const std::function<bool(std::string_view number)>& fits);
/// The same for dates.
std::string other_date_styles(std::string_view cell, DateStyle than);

}  // namespace oscegraph
