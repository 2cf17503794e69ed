// SPDX-License-Identifier: Apache-2.0
//
// Parses and writes dates, and converts them to days with std::chrono.
#include "oscegraph/graph/values/date.hpp"

#include <chrono>

namespace oscegraph {
namespace {

std::int32_t days(std::chrono::year_month_day date) {
  return static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count());
}

/// The value of a text of digits only; -1 when another character is in it.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& out, int value, int width) {
  int power = 1;
  for (int i = 1; i < width; ++i) power *= 10;
  for (; power > 0; power /= 10) out += static_cast<char>('0' + value / power % 10);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const int year = digits(text.substr(0, 4));
  if (year <= 0) return std::nullopt;
  if (text.size() == 4) return make(static_cast<unsigned>(year), 0, 0);

  const int month = digits(text.substr(5, 2));
  if (text[4] != '-' || month < 1 || month > 12) return std::nullopt;
  if (text.size() == 7) return make(static_cast<unsigned>(year), static_cast<unsigned>(month), 0);

  const int day = digits(text.substr(8, 2));
  if (text[7] != '-' || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return make(static_cast<unsigned>(year), static_cast<unsigned>(month),
              static_cast<unsigned>(day));
}

bool Date::exists() const {
  if (!known()) return true;
  if (year() < 1 || year() > 9999 || month() > 12 || (day() > 0 && month() == 0)) return false;
  if (day() == 0) return true;
  using namespace std::chrono;
  return (std::chrono::year{year()} / month() / day()).ok();
}

std::int32_t Date::first_day() const {
  using namespace std::chrono;
  return days(std::chrono::year{year()} / (month() > 0 ? month() : 1) / (day() > 0 ? day() : 1));
}

std::int32_t Date::last_day() const {
  using namespace std::chrono;
  if (day() > 0) return first_day();
  return days(std::chrono::year{year()} / (month() > 0 ? month() : 12) / std::chrono::last);
}

std::string Date::text() const {
  std::string result;
  if (!known()) return result;
  append_padded(result, year(), 4);
  if (month() > 0) append_padded(result += '-', month(), 2);
  if (day() > 0) append_padded(result += '-', day(), 2);
  return result;
}

Date date_from_days(std::int32_t count) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{count}}};
  return Date::unpack(static_cast<std::uint32_t>(static_cast<int>(date.year())) << 9U |
                      static_cast<unsigned>(date.month()) << 5U |
                      static_cast<unsigned>(date.day()));
}

}  // namespace oscegraph
