// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/quantity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <string>

namespace oscegraph::press {
namespace {

struct CurrencyName {
  std::string_view name;  ///< folded
  std::string_view code;
};
constexpr CurrencyName currency_names[] = {
    {"€", "EUR"},       {"euro", "EUR"},     {"euros", "EUR"},   {"евро", "EUR"},
    {"$", "USD"},       {"dollar", "USD"},   {"dollars", "USD"}, {"доллар", "USD"},
    {"доллара", "USD"}, {"долларов", "USD"}, {"dolares", "USD"}, {"dollari", "USD"},
    {"£", "GBP"},       {"pounds", "GBP"},   {"francs", "CHF"},  {"franken", "CHF"},
    {"franchi", "CHF"}, {"франков", "CHF"},  {"yen", "JPY"},     {"¥", "JPY"}};

/// Units that several countries have: whose is said by the word before.
struct NationalUnit {
  std::string_view nation;  ///< folded
  std::string_view unit;    ///< folded beginning
  std::string_view code;
};
constexpr NationalUnit national_units[] = {
    {"us", "dollar", "USD"},        {"american", "dollar", "USD"},
    {"canadian", "dollar", "CAD"},  {"australian", "dollar", "AUD"},
    {"swiss", "franc", "CHF"},      {"british", "pound", "GBP"},
    {"norwegian", "kron", "NOK"},   {"swedish", "kron", "SEK"},
    {"danish", "kron", "DKK"},      {"czech", "crown", "CZK"},
    {"czech", "korun", "CZK"},      {"polish", "zlot", "PLN"},
    {"turkish", "lira", "TRY"},     {"japanese", "yen", "JPY"},
    {"schweizer", "franken", "CHF"}};

struct ScaleName {
  std::string_view name;  ///< folded beginning
  std::int64_t factor;
};
// Longer beginnings first: "milliard" before "mil".
constexpr ScaleName scale_names[] = {{"milliard", 1'000'000'000},
                                     {"миллиард", 1'000'000'000},
                                     {"billion", 1'000'000'000},
                                     {"mrd", 1'000'000'000},
                                     {"bn", 1'000'000'000},
                                     {"million", 1'000'000},
                                     {"millon", 1'000'000},
                                     {"миллион", 1'000'000},
                                     {"milion", 1'000'000},
                                     {"mln", 1'000'000},
                                     {"млн", 1'000'000},
                                     {"mio", 1'000'000},
                                     {"mn", 1'000'000},
                                     {"thousand", 1'000},
                                     {"тысяч", 1'000},
                                     {"тыс", 1'000},
                                     {"tausend", 1'000},
                                     {"mila", 1'000},
                                     {"mille", 1'000},
                                     {"miles", 1'000},
                                     {"mil", 1'000}};

// From one on, by language; they count before "thousand", "million" and the like only.
constexpr std::array<std::array<std::string_view, 10>, 6> number_words{{
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"},
    {"un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"},
    {"eine", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn"},
    {"un", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"},
    {"un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"},
    {"один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"},
}};

int number_of_word(std::string_view folded) {
  if (folded == "a") return 1;
  for (const auto& language : number_words)
    if (const auto word = std::ranges::find(language, folded); word != language.end())
      return static_cast<int>(word - language.begin()) + 1;
  return 0;
}

std::string folded_text(std::string_view text, const Token& token) {
  return fold_word(text.substr(token.begin, token.end - token.begin));
}

std::int64_t scale_of(std::string_view folded) {
  if (folded == "m") return 1'000'000;
  if (folded == "k") return 1'000;
  for (const ScaleName& row : scale_names)
    if (folded.starts_with(row.name)) return row.factor;
  return 0;
}

/// Digits before and after the decimal sign, whichever of ".,'" the writer uses for what.
struct Number {
  std::string whole;
  std::string places;
};

std::optional<Number> read_number(std::string_view written) {
  const std::size_t last = written.find_last_of(".,");
  std::size_t decimal = std::string_view::npos;
  if (last != std::string_view::npos) {
    const char sign = written[last];
    const bool repeated = std::ranges::count(written, sign) > 1;
    const bool both = written.find(sign == '.' ? ',' : '.') != std::string_view::npos;
    const std::size_t after = written.size() - last - 1;
    if (!repeated && (both || after != 3)) decimal = last;
  }
  Number number;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const char c = written[i];
    if (c >= '0' && c <= '9')
      (i > decimal && decimal != std::string_view::npos ? number.places : number.whole) += c;
    else if (c != '.' && c != ',' && c != '\'' && static_cast<unsigned char>(c) < 0x80)
      return std::nullopt;
  }
  if (number.whole.empty() || number.whole.size() > 15 || number.places.size() > 6)
    return std::nullopt;
  return number;
}

/// number * factor in minor units; nullopt when it does not come out exactly or does not fit.
std::optional<std::int64_t> minor_units(const Number& number, std::int64_t factor, int decimals) {
  std::int64_t scale = factor;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  std::int64_t units = 0;
  std::from_chars(number.whole.data(), number.whole.data() + number.whole.size(), units);
  if (units > std::numeric_limits<std::int64_t>::max() / 2 / scale) return std::nullopt;
  std::int64_t result = units * scale;
  for (const char digit : number.places) {
    if (scale % 10 != 0) return digit == '0' ? std::optional(result) : std::nullopt;
    scale /= 10;
    result += (digit - '0') * scale;
  }
  return result;
}

class SumReader {
 public:
  SumReader(std::string_view text, const std::vector<Token>& tokens, std::uint32_t first,
            std::uint32_t last)
      : text_(text),
        tokens_(tokens),
        first_(first),
        last_(last) {}

  std::optional<Sum> at(std::uint32_t i) {
    std::uint32_t end = i + 1;
    std::int64_t factor = 1;
    const auto number = tokens_[i].number ? in_digits(i, end, factor) : in_words(i, end);
    if (!number) return std::nullopt;
    if (factor == 1 && end < last_ && scale_of(folded(end)) > 0 && !spaced_unit(end))
      factor = scale_of(folded(end++));
    if (factor > 1 && end + 1 < last_ && folded(end) == ".") ++end;  // "3 mln. euro"
    std::uint32_t begin = i;
    const Currency currency = currency_around(begin, end);
    if (!currency.known()) return std::nullopt;
    const auto minor = minor_units(*number, factor, currency.decimals());
    if (!minor || *minor == 0) return std::nullopt;
    return Sum{begin, end, {*minor, currency}};
  }

 private:
  std::string folded(std::uint32_t i) const { return folded_text(text_, tokens_[i]); }

  /// "964.196,22", "2m".
  std::optional<Number> in_digits(std::uint32_t i, std::uint32_t& end, std::int64_t& factor) const {
    std::string digits = grouped_digits(i, end);
    const std::size_t letters = digits.find_last_of("0123456789") + 1;
    if (letters < digits.size()) {
      const std::string unit = fold_word(std::string_view(digits).substr(letters));
      const bool short_unit = unit == "m" || unit == "k" || unit == "bn" || unit == "mn" ||
                              unit == "mln" || unit == "mio";
      if (!short_unit) return std::nullopt;
      factor = scale_of(unit);
      digits.resize(letters);
    }
    return read_number(digits);
  }

  /// "two" of "two million", "half a" of "half a million".
  std::optional<Number> in_words(std::uint32_t i, std::uint32_t& end) const {
    const std::uint32_t length = tokens_[i].end - tokens_[i].begin;
    if (length > 12 || end >= last_ || !tokens_[end].is_word) return std::nullopt;
    const std::string word = folded(i);
    if (word == "half" && end + 1 < last_ && folded(end) == "a" && scale_of(folded(end + 1)) > 0) {
      ++end;
      return Number{"0", "5"};
    }
    const int value = number_of_word(word);
    if (value == 0 || scale_of(folded(end)) == 0) return std::nullopt;
    return Number{std::to_string(value), {}};
  }

  /// "m" counts as a million only when it sticks to the number or a currency stands before.
  bool spaced_unit(std::uint32_t i) const { return folded(i).size() == 1 && tokens_[i].spaced; }

  /// "1 000 000": groups of three with spaces between.
  std::string grouped_digits(std::uint32_t i, std::uint32_t& end) const {
    std::string digits(text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin));
    while (digits.size() <= 12 && end < last_ && tokens_[end].number &&
           tokens_[end].end - tokens_[end].begin == 3 &&
           tokens_[end].begin - tokens_[end - 1].end <= 3 && !tokens_[end].line_start &&
           tokens_[i].end - tokens_[i].begin <= 3) {
      digits += text_.substr(tokens_[end].begin, 3);
      ++end;
    }
    return digits;
  }

  Currency currency_at(std::uint32_t i) const {
    const Token& token = tokens_[i];
    const std::string_view written = text_.substr(token.begin, token.end - token.begin);
    if (token.all_capitals && written.size() == 3)
      if (const auto known = Currency::parse(written); known && known->common()) return *known;
    const std::string name = folded(i);
    for (const CurrencyName& row : currency_names)
      if (row.name == name) return Currency::parse(row.code).value_or(Currency());
    return {};
  }

  /// "US dollars", "Norwegian kroner" at `i`.
  Currency national_currency(std::uint32_t i) const {
    const std::string nation = folded(i);
    const std::string unit = folded(i + 1);
    for (const NationalUnit& row : national_units)
      if (nation == row.nation && unit.starts_with(row.unit))
        return Currency::parse(row.code).value_or(Currency());
    return {};
  }

  Currency currency_around(std::uint32_t& begin, std::uint32_t& end) const {
    if (begin > first_) {
      if (const Currency before = currency_at(begin - 1); before.known()) {
        --begin;
        if (begin == first_ || folded(begin) != "$" || tokens_[begin].spaced) return before;
        // "US$"; of "C$" and the like, whose dollar it is has not been learnt.
        if (folded(--begin) != "us" && tokens_[begin].is_word) return {};
        return tokens_[begin].is_word ? before : (++begin, before);
      }
    }
    std::uint32_t i = end;
    if (i < last_ &&
        (folded(i) == "of" || folded(i) == "de" || folded(i) == "d" || folded(i) == "di"))
      ++i;
    if (i < last_ && folded(i) == "'") ++i;
    if (i + 4 < last_ && folded(i) == "u" && folded(i + 1) == "." && folded(i + 2) == "s" &&
        folded(i + 3) == "." && folded(i + 4).starts_with("dollar")) {
      end = i + 5;
      return *Currency::parse("USD");
    }
    if (i + 1 < last_ && tokens_[i].capital && !currency_at(i).known()) {
      const Currency national = national_currency(i);
      if (national.known()) end = i + 2;
      return national;
    }
    if (i < last_)
      if (const Currency after = currency_at(i); after.known()) {
        end = i + 1;
        return after;
      }
    return {};
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

std::vector<Sum> find_sums(std::string_view text, const std::vector<Token>& tokens,
                           std::uint32_t first, std::uint32_t last) {
  std::vector<Sum> sums;
  SumReader reader(text, tokens, first, last);
  for (std::uint32_t i = first; i < last; ++i) {
    if (!tokens[i].is_word) continue;
    if (const auto sum = reader.at(i)) {
      sums.push_back(*sum);
      i = sum->end - 1;
    }
  }
  return sums;
}

}  // namespace oscegraph::press
