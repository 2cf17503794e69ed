// SPDX-License-Identifier: Apache-2.0
//
// Represents dates as documents state them: precise to the day, the month or the year, never more
// precise than stated. A date of lower precision stands for every day in it: "2024-11" is in a
// period when any of its days is.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oscegraph {

class Date {
 public:
  /// Not a date. Sorts before every date.
  constexpr Date() = default;

  /// Reads "2024", "2024-11" or "2024-11-22" (proleptic Gregorian, years 0001 to 9999); nullopt
  /// when the text is anything else or the day does not exist.
  static std::optional<Date> parse(std::string_view text);

  /// A date to the day, to the month (day 0) or to the year (month and day 0). Precondition:
  /// parse() would accept it.
  static constexpr Date make(unsigned year, unsigned month, unsigned day) {
    return unpack(year << 9U | month << 5U | day);
  }

  static constexpr std::string_view allowed = "a date is YYYY, YYYY-MM or YYYY-MM-DD";

  [[nodiscard]] constexpr bool known() const { return packed_ != 0; }
  [[nodiscard]] constexpr int year() const { return static_cast<int>(packed_ >> 9U); }
  /// 0 when only the year is known.
  [[nodiscard]] constexpr int month() const { return static_cast<int>((packed_ >> 5U) & 15U); }
  /// 0 when only the month or year is known.
  [[nodiscard]] constexpr int day() const { return static_cast<int>(packed_ & 31U); }

  /// False when the month or day is not in the calendar, which only a damaged file can cause.
  [[nodiscard]] bool exists() const;

  /// The first and the last day that the date stands for, counted from 1970-01-01. Precondition:
  /// known().
  [[nodiscard]] std::int32_t first_day() const;
  [[nodiscard]] std::int32_t last_day() const;

  /// Numbers that order the first and last days of any two dates, cheaper than first_day() and
  /// last_day(). Precondition: known().
  [[nodiscard]] constexpr std::uint32_t first_rank() const {
    return packed_ | (month() == 0 ? 1U << 5U : 0U) | (day() == 0 ? 1U : 0U);
  }
  [[nodiscard]] constexpr std::uint32_t last_rank() const {
    if (day() != 0) return packed_;
    // A damaged file may hold months 13 to 15.
    constexpr std::array<std::uint32_t, 16> days_of{0,  31, 28, 31, 30, 31, 30, 31,
                                                    31, 30, 31, 30, 31, 31, 31, 31};
    const auto last_month = static_cast<unsigned>(month() != 0 ? month() : 12);
    const bool leap = year() % 4 == 0 && (year() % 100 != 0 || year() % 400 == 0);
    const std::uint32_t days = leap && last_month == 2 ? 29U : days_of[last_month];
    return (packed_ & ~(15U << 5U)) | last_month << 5U | days;
  }

  /// The text in the form that parse() reads; "" when unknown.
  [[nodiscard]] std::string text() const;

  /// The four bytes that a column stores.
  [[nodiscard]] constexpr std::uint32_t packed() const { return packed_; }
  static constexpr Date unpack(std::uint32_t packed) {
    Date date;
    date.packed_ = packed;
    return date;
  }

  /// By first day; of two dates that start together the less precise comes first.
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  std::uint32_t packed_ = 0;
};

/// The date that is `days` after 1970-01-01.
Date date_from_days(std::int32_t days);

/// From `start` to `end`, both included; an unknown end is open.
struct Period {
  Date start;
  Date end;

  [[nodiscard]] bool known() const { return start.known() || end.known(); }
  /// Whether the end lies before the start: a mistake, which loaders refuse.
  [[nodiscard]] bool reversed() const {
    return start.known() && end.known() && end.last_rank() < start.first_rank();
  }
  /// Whether the two periods share a day.
  [[nodiscard]] bool meets(const Period& other) const {
    const auto not_after = [](Date first, Date last) {
      return !first.known() || !last.known() || first.first_rank() <= last.last_rank();
    };
    return not_after(start, other.end) && not_after(other.start, end);
  }
  friend constexpr auto operator<=>(const Period&, const Period&) = default;
};

}  // namespace oscegraph
