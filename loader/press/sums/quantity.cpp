// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/quantity.hpp"

#include <algorithm>
#include <string>

#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/currency_words.hpp"
#include "oscegraph/loader/press/sums/number.hpp"
#include "oscegraph/loader/press/sums/number_group.hpp"
#include "oscegraph/loader/press/sums/sum_context.hpp"

namespace oscegraph::press {
namespace {

/// A number with its currency, before the words around it are considered.
struct Named {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Currency currency;
  Number number;
  bool exact = true;
  bool currency_first = false;
};

class SumReader {
 public:
  SumReader(const SentenceTokens& sentence, std::uint32_t from, std::uint32_t upto)
      : kept_(upto - from + 2 * around),
        w_{sentence.text, sentence.tokens, sentence.first,
           sentence.last, &kept_,          from > around ? from - around : 0} {}

  std::vector<Sum> run(std::uint32_t from, std::uint32_t upto) {
    std::vector<Sum> sums;
    for (std::uint32_t i = from; i < upto;) {
      std::uint32_t next = i + 1;
      if (auto named = named_at(i, next)) {
        pass_same_sum(*named);
        judge(*named);
        sums.push_back({named->begin, named->end, money_of(*named)});
        known_end_ = next = named->end;
      }
      i = std::max(i + 1, next);
    }
    return sums;
  }

 private:
  [[nodiscard]] static const Phrases& words_of(SumWord kind) {
    return SumWords::instance().of(kind);
  }

  /// The language of the sentence near a token; cached for its neighbours.
  [[nodiscard]] Languages language(std::uint32_t at) const {
    constexpr std::uint32_t near = 20;
    if (!language_ || at < language_at_ || at - language_at_ > near) {
      language_ = language_near(w_, at);
      language_at_ = at;
    }
    return *language_;
  }

  // --- a number and its currency --------------------------------------------------------------------

  /// The sum at token `i`. When there is none, `next` is where to continue.
  std::optional<Named> named_at(std::uint32_t i, std::uint32_t& next) const {
    if (auto named = after_currency(i)) return with_range(*named);
    if (!w_.is_word(i) && !is_fraction_sign(i)) return std::nullopt;
    if (w_.is_word(i) && !w_.is_number(i) && !may_begin_number(w_, i)) return std::nullopt;
    const auto number = number_at(w_, i, language(i));
    if (!number) {
      // "1,50,000", "12.05.2024", "5th": no part of it is a number.
      if (w_.is_number(i)) next = skip_damaged(i);
      return std::nullopt;
    }
    next = number->end;
    if (words_of(SumWord::percent).from(w_, number->end)) return std::nullopt;
    if (auto named = before_currency(i, *number)) return with_range(*named);
    return range_to_named(i, *number, next);
  }

  [[nodiscard]] bool is_fraction_sign(std::uint32_t i) const {
    return hundredths_of_sign(w_.written(i)) > 0;
  }

  [[nodiscard]] std::uint32_t skip_damaged(std::uint32_t i) const {
    std::uint32_t end = i + 1;
    while (w_.is_number(end) && w_.written(end).size() == 3 && w_.has(end)) ++end;
    return end;
  }

  /// "EUR 5 million".
  [[nodiscard]] std::optional<Named> after_currency(std::uint32_t i) const {
    auto unit = CurrencyWords::instance().before_number(w_, i);
    if (!unit) return std::nullopt;
    std::uint32_t at = unit->end;
    bool exact = unit->currency.known();
    if (const auto bound = words_of(SumWord::bound).from(w_, at); bound && !unit->number_from) {
      at = bound->at;  // "EUR ~5 million"
      exact = false;
    }
    const auto number = number_at(w_, at, language(i), unit->number_from);
    if (!number || words_of(SumWord::percent).from(w_, number->end)) return std::nullopt;
    const bool digits = unit->number_from || w_.is_number(at) || number->scaled;
    if (!digits || (w_.is_word(i) && !unit->number_from && w_.glued(at) && !w_.is_number(at)))
      return std::nullopt;
    if (!means_money(*unit, *number, i, number->end, w_.is_word(i) ? i : at)) return std::nullopt;
    Named named{i, number->end, unit->currency, *number, exact, true};
    take_second_currency(named);
    return named;
  }

  /// "EUR 5,000 euros" states the currency twice; "EUR 5,000 US dollars" is contradictory.
  void take_second_currency(Named& named) const {
    const auto unit = CurrencyWords::instance().after_number(w_, named.end);
    if (!unit || (unit->mark && number_at(w_, unit->end, 0))) return;
    if (!unit->sure || (unit->bare && !unit->currency.known())) return;
    if (unit->currency != named.currency) named.exact = false;
    named.end = unit->end;
  }

  /// "5 million euros".
  [[nodiscard]] std::optional<Named> before_currency(std::uint32_t i, const Number& number) const {
    std::uint32_t at = number.end;
    if (w_.folded(at) == "-" && w_.glued(at) && w_.glued(at + 1)) ++at;
    auto unit = CurrencyWords::instance().after_number(w_, at);
    if (!unit && number.scaled)
      if (const auto link = words_of(SumWord::link).from(w_, at))
        unit = CurrencyWords::instance().after_number(w_, at = link->at);
    if (!unit) return std::nullopt;
    Named named{i, unit->end, unit->currency, number, unit->currency.known(), false};
    // "500 pounds of explosives"
    if (unit->weighs && words_of(SumWord::weighed).holds(w_.folded(unit->end))) return std::nullopt;
    // "since 2014 USD 5 million", "500 EUR 600": it is unclear which number the currency belongs
    // to.
    if (unit->mark && !words_of(SumWord::euro).holds(w_.folded(at)))
      if (const auto other = number_at(w_, unit->end, 0)) {
        if (may_be_year(number) || number.plain) return std::nullopt;
        if (!may_be_year(*other)) named.exact = false;
      }
    if (!means_money(*unit, number, at, unit->end, at)) return std::nullopt;
    if (may_be_year(number) && follows_a_word_for_years(i)) return std::nullopt;
    return named;
  }

  /// Whether an ambiguous code means money here, and whether "EUR 2024" is a sum.
  [[nodiscard]] bool means_money(const Unit& unit, const Number& number, std::uint32_t code,
                                 std::uint32_t end, std::uint32_t word) const {
    if (unit.mark && w_.is_word(word) && may_be_year(number) && number.value.digits % 50 != 0)
      return false;
    if (words_of(SumWord::euro).holds(w_.folded(word)) && code < number.end - 1 &&
        may_be_year(number))
      return false;
    if (unit.sure) return true;
    return (number.grouped || number.scaled) && goes_on_after_sum(w_, end) &&
           !is_in_capitals(w_, std::min(code, number.end - 1), end);
  }

  [[nodiscard]] bool follows_a_word_for_years(std::uint32_t i) const {
    return i > w_.first && words_of(SumWord::year).holds(w_.folded(i - 1));
  }

  // --- ranges ---------------------------------------------------------------------------------------

  /// Whether "between" or the like stands before, so that "and" makes a range.
  [[nodiscard]] bool follows_between(std::uint32_t begin) const {
    return words_of(SumWord::between).ending_at(w_, begin).has_value();
  }

  /// The position after "to", "-", "bis", or "and" after "between"; `at` when there is none.
  [[nodiscard]] std::uint32_t skip_to(std::uint32_t at, std::uint32_t begin) const {
    const std::string word = w_.folded(at);
    if (word.empty()) return at;
    if (words_of(SumWord::and_).holds(word)) {
      if (follows_between(begin)) return at + 1;
      return at;
    }
    if (!words_of(SumWord::to).holds(word)) return at;
    if (w_.folded(at + 1) == "'" && w_.glued(at + 1)) return at + 2;
    return at + 1;
  }

  /// Extends a sum to a range with both its ends: "EUR 2-3 million", "EUR 2 million to EUR 3
  /// million". A range is not exact.
  [[nodiscard]] Named with_range(Named named) const {
    const std::uint32_t at = skip_to(named.end, named.begin);
    if (at == named.end) return named;
    const bool dash = !w_.is_word(named.end);
    if (const auto second = after_currency(at)) {
      const bool other = second->currency.known() && second->currency != named.currency;
      if (other && !dash && !words_of(SumWord::range).holds(w_.folded(named.end))) return named;
      if (other && dash) {  // "DKK 38 million / USD 5.6 million": the same sum again
        named.end = second->end;
        return named;
      }
      return joined(named, second->end);
    }
    const auto number = number_at(w_, at, 0);
    if (!number || words_of(SumWord::percent).from(w_, number->end)) return named;
    if (const auto second = before_currency(at, *number)) {
      const bool other = second->currency.known() && second->currency != named.currency;
      if (!other || !dash) return joined(named, second->end);
      named.end = second->end;
      return named;
    }
    if (number->scaled && !number->letter) return joined(named, number->end);
    const bool stuck = dash && !w_.tokens[named.end].spaced && !w_.tokens[at].spaced;
    if (may_be_year(*number) && !stuck) return named;
    // "EUR 50,000 to 10 schools": a receiver; "EUR 5,000 to 10,000": a range.
    if (stuck || (!dash && is_less(named.number.value, number->value)) ||
        (dash && named.number.scaled == number->scaled && goes_on_after_sum(w_, number->end)))
      return joined(named, number->end);
    return named;
  }

  [[nodiscard]] static Named joined(Named named, std::uint32_t end) {
    named.end = end;
    named.exact = false;
    return named;
  }

  /// "2 to 3 million euros", "between 2 and 3 million euros".
  [[nodiscard]] std::optional<Named> range_to_named(std::uint32_t i, const Number& number,
                                                    std::uint32_t& next) const {
    const std::uint32_t at = skip_to(number.end, i);
    if (at == number.end) return std::nullopt;
    const auto second_number = number_at(w_, at, language(i));
    std::optional<Named> second;
    if (second_number) second = before_currency(at, *second_number);
    if (!second && !may_be_year(number)) second = after_currency(at);
    if (!second) return std::nullopt;
    const bool spaced_dash = !w_.is_word(number.end) && w_.tokens[at].spaced;
    if (spaced_dash && may_be_year(number)) return std::nullopt;
    next = second->end;
    second->begin = i;
    second->exact = false;
    return second;
  }

  // --- the words around the sum -----------------------------------------------------------------

  void judge(Named& named) const {
    named.exact = named.exact && named.number.exact && !mark_contradicts(named) &&
                  !has_number_before(w_, named.begin, known_end_, named.currency_first) &&
                  !is_bounded_after(w_, named.end, language(named.begin)) &&
                  !is_recurring(w_, named.begin, named.end) && !counts_more(named) &&
                  !is_one_of_several(w_, named.begin) && !is_of_a_portion(w_, named.begin);
    if (const auto bound = bound_before(w_, named.begin, named.end)) {
      named.begin = std::max(*bound, known_end_);
      named.exact = false;
    }
  }

  /// Whether the mark is wrong for the language: "1.375 euros" in English, "1,375 Euro" in German;
  /// or ambiguous: "KWD 1.375", a currency with three decimals.
  [[nodiscard]] bool mark_contradicts(const Named& named) const {
    const char mark = named.number.thousands_mark;
    if (mark == 0) return false;
    if (named.currency.known() && named.currency.decimals() > 2) return true;
    const Languages spoken = language(named.begin);
    if (mark == '.') return spoken == english || spoken == russian;
    return spoken != 0 && spoken != english;
  }

  /// Whether another number follows: "EUR 5 million 20", "EUR 1 million and 500 thousand leaflets".
  [[nodiscard]] bool counts_more(const Named& named) const {
    if (w_.is_number(named.end) && !w_.tokens[named.end].line_start) return !is_a_year(named.end);
    if (named.currency_first && is_number_word(w_, named.end)) return true;
    return named.currency_first && named.number.plain && scale_follows(named);
  }
  /// Whether a later number scales this one: "EUR 2, 3 and 5 million", "EUR 2 and Sweden 3
  /// million".
  [[nodiscard]] bool scale_follows(const Named& named) const {
    constexpr std::uint32_t reach = 6;
    constexpr Decimal thousand{1, 3};
    if (!is_less(named.number.value, thousand)) return false;
    for (std::uint32_t i = named.end; i < std::min(w_.last, named.end + reach); ++i) {
      if (after_currency(i)) return false;
      if (!w_.is_number(i)) continue;
      const auto number = number_at(w_, i, 0);
      if (number && number->scaled && !number->letter && !before_currency(i, *number)) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_a_year(std::uint32_t i) const {
    const auto number = number_at(w_, i, 0);
    return number && may_be_year(*number);
  }

  /// Moves past the same sum in another currency: "(USD 5.6 million)", "(about USD 5.6 million)",
  /// ", or USD 5.6 million".
  void pass_same_sum(Named& named) const {
    const std::string open = w_.folded(named.end);
    const bool bracket = open == "(" || open == "[";
    std::uint32_t at = named.end;
    if (bracket || open == "," || is_dash(named.end) || open == "=" || open == "≈") ++at;
    const std::uint32_t inside = at;
    if (const auto same = words_of(SumWord::same).from(w_, at)) at = same->at;
    if (!bracket && at == inside && open != "=" && open != "≈" && !is_dash(named.end)) return;
    for (int n = 0; n < 3; ++n) {
      if (const auto bound = words_of(SumWord::bound).from(w_, at)) at = bound->at;
      else if (const auto filler = words_of(SumWord::filler).from(w_, at)) at = filler->at;
    }
    auto second = after_currency(at);
    if (!second)
      if (const auto number = number_at(w_, at, language(at)))
        second = before_currency(at, *number);
    if (!second || second->currency == named.currency) return;
    std::uint32_t end = second->end;
    if (bracket) {
      while (w_.has(end) && w_.folded(end) != ")" && w_.folded(end) != "]") {
        if (++end > second->end + 6) return;
      }
      if (!w_.has(end)) return;
      ++end;
    }
    named.end = end;
  }

  [[nodiscard]] bool is_dash(std::uint32_t i) const {
    const std::string mark = w_.folded(i);
    return (mark == "-" || mark == "–") && w_.tokens[i].spaced;
  }

  [[nodiscard]] static std::optional<Money> money_of(const Named& named) {
    if (!named.exact || !named.currency.known()) return std::nullopt;
    const auto minor = named.number.value.units(named.currency.decimals());
    if (!minor || *minor == 0) return std::nullopt;
    return Money{*minor, named.currency};
  }

  static constexpr std::uint32_t around = 48;  ///< number of tokens whose folded forms are cached

  std::vector<std::string> kept_;
  SentenceWords w_;
  std::uint32_t known_end_ = 0;  ///< end of the last sum found
  mutable std::optional<Languages> language_;
  mutable std::uint32_t language_at_ = 0;
};

bool has_currency(const SentenceTokens& sentence, std::uint32_t from, std::uint32_t upto) {
  const Knowledge& knowledge = Knowledge::instance();
  for (std::uint32_t i = from; i < upto; ++i) {
    const Token& token = sentence.tokens[i];
    if (knowledge.is(token.word, WordClass::currency)) return true;
    if (CurrencyWords::may_be_code(sentence.text, token)) return true;
  }
  return false;
}

}  // namespace

std::vector<Sum> find_sums(const SentenceTokens& sentence, std::uint32_t from, std::uint32_t upto) {
  constexpr std::uint32_t longest_sum = 24;  // a currency further away belongs to another number
  const std::uint32_t last = std::min(sentence.last, upto + longest_sum);
  if (from >= upto || !has_currency(sentence, from, last)) return {};
  return SumReader(sentence, from, upto).run(from, upto);
}

}  // namespace oscegraph::press
