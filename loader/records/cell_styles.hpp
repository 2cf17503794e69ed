// SPDX-License-Identifier: Apache-2.0
//
// How people's own tables write numbers and dates, and how they become ours: "1.200.000,50" is
// 1200000.50 where the mapping says `numbers = 1.234,56`. A style is strict, so that a number written
// in another one is told, never misread: groups have three digits and one mark between them, the
// decimals follow the other mark, and 12.50 is no number where a point groups digits.
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

/// What a mapping says of a whole table.
struct CellStyles {
  NumberStyle numbers = NumberStyle::plain;
  DateStyle dates = DateStyle::iso;
};

struct NumberStyleRow {
  std::string_view text;  ///< as a mapping writes it: "1.234,56"
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

/// The number as a plain decimal; nullopt when it is not one of this style. A minus is a hyphen or a
/// dash in front, with or without a blank behind it, or brackets around the number. A minus behind it
/// is not read: "100.-" is a hundred in Switzerland.
std::optional<std::string> plain_number(std::string_view text, NumberStyle style);

/// The date as YYYY-MM-DD; text that is no date of this style comes back as it is. A date of ours is
/// read in every style. The day of a time of day ("2015-06-10 13:44") and the year that a spreadsheet
/// made a number ("2016.0") count as dates.
std::string iso_date(std::string_view text, DateStyle style);

/// "'numbers = 1.234,56' would read it": the other styles that make of the cell something that fits;
/// "" when none does.
std::string other_number_styles(std::string_view cell, NumberStyle than,
                                const std::function<bool(std::string_view number)>& fits);
/// The same for dates.
std::string other_date_styles(std::string_view cell, DateStyle than);

}  // namespace oscegraph
