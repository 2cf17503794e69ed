// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/digits.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/ascii.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t most_digits = 18;

bool is_digit(std::string_view text, std::size_t at) {
  return at < text.size() && oscegraph::is_digit(text[at]);
}

struct Mark {
  std::string_view written;
  char kind;
};
// No-break, thin, figure and narrow no-break space; both apostrophes.
constexpr std::array<Mark, 11> marks{{{" ", ' '},
                                      {"\xC2\xA0", ' '},
                                      {"\xE2\x80\x87", ' '},
                                      {"\xE2\x80\x88", ' '},
                                      {"\xE2\x80\x89", ' '},
                                      {"\xE2\x80\xAF", ' '},
                                      {"'", '\''},
                                      {"\xE2\x80\x99", '\''},
                                      {"\xE2\x80\x98", '\''},
                                      {".", '.'},
                                      {",", ','}}};

constexpr std::array<std::pair<std::string_view, std::uint64_t>, 3> fractions{
    {{"\xC2\xBD", 50}, {"\xC2\xBC", 25}, {"\xC2\xBE", 75}}};

std::size_t run_end(std::string_view text, std::size_t at) {
  while (is_digit(text, at)) ++at;
  return at;
}

struct Runs {
  std::vector<std::string_view> digits;
  std::string marks;  ///< the marks between the runs
  std::size_t end = 0;
};

Runs runs_at(std::string_view text, std::size_t at) {
  Runs runs;
  runs.end = run_end(text, at);
  runs.digits.push_back(text.substr(at, runs.end - at));
  for (;;) {
    const auto mark = std::ranges::find_if(
        marks, [&](const Mark& m) { return text.substr(runs.end).starts_with(m.written); });
    if (mark == marks.end()) return runs;
    const std::size_t begin = runs.end + mark->written.size();
    const std::size_t end = run_end(text, begin);
    if (end == begin) return runs;
    // A blank joins only groups of three: "1 375", but not "in 24 schools" or "22 November 2024
    // 500".
    if (mark->kind == ' ' && (end - begin != 3 || runs.digits.front().size() > 3 ||
                              runs.marks.find_first_not_of(' ') != std::string::npos))
      return runs;
    runs.digits.push_back(text.substr(begin, end - begin));
    runs.marks += mark->kind;
    runs.end = end;
  }
}

/// Whether runs [1, end) have three digits each, and the first has one to three and no leading
/// zero.
bool are_groups(const Runs& runs, std::size_t end) {
  const std::string_view first = runs.digits.front();
  return first.size() <= 3 && first.front() != '0' &&
         std::all_of(runs.digits.begin() + 1,
                     runs.digits.begin() + static_cast<std::ptrdiff_t>(end),
                     [](std::string_view run) { return run.size() == 3; });
}

std::uint64_t number_of(const Runs& runs) {
  std::uint64_t value = 0;
  for (const std::string_view run : runs.digits)
    for (const char c : run) value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

/// Decides which marks separate decimals and which separate groups; `valid` stays false when they
/// form no number.
void judge(const Runs& runs, Digits& digits) {
  const std::size_t count = runs.digits.size();
  const std::string_view first = runs.digits.front();
  const std::string_view last = runs.digits.back();
  const bool zeros = first.size() > 1 && first.front() == '0';
  if (count == 1) {
    digits.plain = true;
    digits.valid = !zeros;
    return;
  }
  const char mark = runs.marks.back();
  const bool same = runs.marks.find_first_not_of(mark) == std::string::npos;
  const bool divides = mark == '.' || mark == ',';
  const auto divided = [&] {
    digits.decimal_mark = mark;
    digits.value.exponent = -static_cast<int>(last.size());
  };
  if (same && (!divides || count > 2)) {  // "1'375", "1 375", "1.375.000"
    digits.valid = digits.grouped = are_groups(runs, count);
    digits.group_mark = mark;
  } else if (same && last.size() != 3) {  // "12.5"
    digits.valid = !zeros;
    divided();
  } else if (same && (first == "0" || (first.size() > 3 && !zeros))) {  // "0.750", "1234.375"
    digits.valid = true;
    divided();
  } else if (same) {  // "1.375"
    digits.valid = digits.grouped = are_groups(runs, count);
    digits.one_mark = mark;
  } else {  // "1.375,50"
    const char group = digits.group_mark = runs.marks.front();
    const bool one_group = runs.marks.find_first_not_of(group) == runs.marks.size() - 1;
    digits.valid = digits.grouped =
        divides && one_group && last.size() != 3 && are_groups(runs, count - 1);
    divided();
  }
}

}  // namespace

Digits digits_at(std::string_view text, std::size_t at) {
  const Runs runs = runs_at(text, at);
  Digits digits;
  digits.end = runs.end;
  std::size_t count = 0;
  for (const std::string_view run : runs.digits) count += run.size();
  if (count > most_digits) return digits;
  digits.value.digits = number_of(runs);
  judge(runs, digits);
  for (const auto& [sign, hundredths] : fractions) {
    std::size_t sign_at = digits.end;
    if (text.substr(sign_at).starts_with(' ')) ++sign_at;
    if (!text.substr(sign_at).starts_with(sign)) continue;
    const auto value = sum_of(digits.value, {hundredths, -2});
    digits.valid = digits.valid && digits.plain && value.has_value();
    if (value) digits.value = *value;
    digits.plain = false;
    digits.fraction = true;
    digits.end = sign_at + sign.size();
  }
  return digits;
}

}  // namespace oscegraph::press
