// SPDX-License-Identifier: Apache-2.0
//
// Tests 20,000 generated sentences in six languages, each with a payer, a sum in one of many forms,
// and a project. The generator knows the expected amount: the exact amount, or none where the words
// are a range, a bound, a part, a rate or ambiguous. No amount may be wrong. The number of exact
// sums that are missed is reported, and has a limit.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "number_speller.hpp"
#include "oscegraph/loader/press/extract.hpp"

using namespace oscegraph;
using namespace oscegraph::press;
using namespace oscegraph::testing;

namespace {

using Texts = std::vector<std::string_view>;

/// The words of one language.
struct Language {
  std::string_view code;
  std::string_view before;  ///< words before the sum
  std::string_view after;
  std::string_view group;
  std::string_view decimal;
  Texts thousand;  ///< singular and plural
  Texts million;
  Texts short_million;
  std::string_view link;  ///< between "million" and the currency
  Texts units;            ///< after the number, with their codes
  Texts codes;
  Texts bounds;
  Texts rates;
  Texts ends;  ///< words of ranges, three texts for each: "between A and B"
};

const std::array<Language, 6>& languages() {
  static const std::array<Language, 6> all{{
      {"en",
       "Norway contributed ",
       " to the project \"Stone Bridges\".",
       ",",
       ".",
       {"thousand", "thousand"},
       {"million", "million"},
       {"m", "mn", "mln"},
       " ",
       {"euros", "US dollars", "Norwegian kroner", "Swiss francs", "Canadian dollars"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"up to", "more than", "over", "almost", "nearly", "about", "around", "at least",
        "approximately", "less than", "some", "half of", "a third of", "close to"},
       {"a year", "per month", "annually", "per participant", "each year", "a day"},
       {"between ", " and ", "", "", " to ", "", "from ", " to ", ""}},
      {"fr",
       "La Norvège a accordé ",
       " au projet « Ponts de pierre ».",
       " ",
       ",",
       {"mille", "mille"},
       {"million", "millions"},
       {"M", "Mio"},
       " de ",
       {"euros", "dollars américains", "couronnes norvégiennes", "francs suisses",
        "dollars canadiens"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"environ", "près de", "plus de", "jusqu'à", "quelque", "au moins", "presque",
        "la moitié de", "moins de"},
       {"par an", "par mois", "par personne", "chaque année"},
       {"entre ", " et ", "", "de ", " à ", "", "", " à ", ""}},
      {"de",
       "Norwegen gibt ",
       " für das Projekt „Steinbrücken“.",
       ".",
       ",",
       {"tausend", "tausend"},
       {"Million", "Millionen"},
       {"Mio.", "Mio"},
       " ",
       {"Euro", "US-Dollar", "norwegische Kronen", "Schweizer Franken", "kanadische Dollar"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"rund", "etwa", "knapp", "über", "bis zu", "mehr als", "mindestens", "höchstens", "fast",
        "ungefähr", "die Hälfte von"},
       {"pro Jahr", "im Monat", "jährlich", "pro Person"},
       {"zwischen ", " und ", "", "", " bis ", "", "von ", " bis ", ""}},
      {"it",
       "La Norvegia ha stanziato ",
       " per il progetto \"Ponti di pietra\".",
       ".",
       ",",
       {"mila", "mila"},
       {"milione", "milioni"},
       {"mln", "mln"},
       " di ",
       {"euro", "dollari americani", "corone norvegesi", "franchi svizzeri", "dollari canadesi"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"circa", "oltre", "quasi", "fino a", "più di", "almeno", "meno di", "la metà di"},
       {"all'anno", "al mese", "per partecipante", "ogni anno"},
       {"tra ", " e ", "", "da ", " a ", "", "fra ", " e ", ""}},
      {"es",
       "Noruega ha aportado ",
       " al proyecto \"Puentes de piedra\".",
       ".",
       ",",
       {"mil", "mil"},
       {"millón", "millones"},
       {"mill.", "mill."},
       " de ",
       {"euros", "dólares estadounidenses", "coronas noruegas", "francos suizos",
        "dólares canadienses"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"alrededor de", "más de", "casi", "hasta", "unos", "al menos", "cerca de", "menos de",
        "la mitad de"},
       {"al año", "por mes", "por persona", "cada año"},
       {"entre ", " y ", "", "de ", " a ", "", "", " o ", ""}},
      {"ru",
       "Норвегия выделила ",
       " на проект «Каменные мосты».",
       " ",
       ",",
       {"тысяч", "тысяч"},
       {"миллиона", "миллионов"},
       {"млн", "млн."},
       " ",
       {"евро", "долларов США", "норвежских крон", "швейцарских франков", "канадских долларов"},
       {"EUR", "USD", "NOK", "CHF", "CAD"},
       {"более", "около", "почти", "до", "свыше", "примерно", "порядка", "не менее", "половину от"},
       {"в год", "в месяц", "на человека", "ежегодно"},
       {"от ", " до ", "", "между ", " и ", "", "", " - ", ""}},
  }};
  return all;
}

/// A phrase and its meaning: an amount in hundredths of the currency, or no exact amount.
struct Phrase {
  std::string text;
  std::uint64_t hundredths = 0;  ///< 0: no exact sum
  bool of_thousands = false;     ///< its last word is "thousand" or "million"
};

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : random_(seed) {}

  std::uint64_t below(std::uint64_t end) { return random_() % end; }
  std::string_view one_of(const Texts& texts) { return texts[below(texts.size())]; }

  /// "1,234,500", "20'000".
  std::string grouped(std::uint64_t whole, std::string_view mark) {
    std::string digits = std::to_string(whole);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, mark);
    return digits;
  }

  /// A number without a bound: digits, words, or both.
  Phrase number(const Language& language) {
    switch (below(6)) {
      case 0: return in_digits(language);
      case 1: return with_decimals(language);
      case 2: return in_words(language);
      case 3: return compound(language);
      case 4: return thousands(language);
      default: return in_digits(language);
    }
  }

  Phrase in_digits(const Language& language) {
    const Texts blanks{" ", "\xC2\xA0", "\xE2\x80\xAF", "'"};
    const std::uint64_t whole = (below(9'000) + 1) * (below(2) != 0U ? 1'000 : 50);
    const std::string_view mark = below(3) == 0 ? one_of(blanks) : language.group;
    Phrase phrase{grouped(whole, mark), whole * 100};
    if (below(5) == 0 && whole >= 1000) {
      phrase.text += std::string(language.decimal) + "50";
      phrase.hundredths += 50;
    }
    return phrase;
  }
  /// "1.375 million": one to three decimals.
  Phrase with_decimals(const Language& language) {
    const std::uint64_t whole = below(30) + 1;
    const std::uint64_t places = below(3) + 1;
    std::uint64_t part = 0;
    std::uint64_t unit = 1'000'000;
    std::string decimals;
    for (std::uint64_t i = 0; i < places; ++i) {
      const std::uint64_t digit = i + 1 == places ? below(9) + 1 : below(10);
      decimals += std::to_string(digit);
      unit /= 10;
      part += digit * unit;
    }
    const bool plural = language.code == "en" || whole > 1;
    const std::string_view word =
        below(3) == 0 ? one_of(language.short_million) : language.million[plural ? 1 : 0];
    return {
        std::to_string(whole) + std::string(language.decimal) + decimals + ' ' + std::string(word),
        (whole * 1'000'000 + part) * 100, true};
  }
  Phrase in_words(const Language& language) {
    const std::array<std::uint64_t, 4> units{1, 100, 1'000, 1'000'000};
    const std::uint64_t value = (below(98) + 2) * units[below(4)];
    return {testing::in_words(value, language.code), value * 100, value >= 1'000'000};
  }
  /// "1 million 500 thousand".
  Phrase compound(const Language& language) {
    const std::uint64_t millions = below(40) + 2;
    const std::uint64_t rest = below(900) + 100;
    return {std::to_string(millions) + ' ' + std::string(language.million[1]) + ' ' +
                std::to_string(rest) + ' ' + std::string(language.thousand[1]),
            (millions * 1'000 + rest) * 100'000, false};
  }
  Phrase thousands(const Language& language) {
    const std::uint64_t value = below(900) + 2;
    return {std::to_string(value) + ' ' + std::string(language.thousand[1]), value * 100'000};
  }

  /// The number with its currency; `code` tells which.
  std::string with_currency(const Language& language, const Phrase& phrase, std::string& code) {
    const std::size_t unit = below(language.units.size());
    code = language.codes[unit];
    const bool plain = phrase.text.front() >= '0' && phrase.text.front() <= '9';
    if (plain && below(3) == 0) return code + ' ' + phrase.text;
    if (plain && unit == 0 && below(4) == 0) return "€" + phrase.text;
    std::string link = phrase.of_thousands ? std::string(language.link) : " ";
    std::string name(language.units[unit]);
    if (link == " de " && name.starts_with("euro") && language.code == "fr") link = " d'";
    return phrase.text + link + name;
  }

 private:
  std::mt19937 random_;
};

/// A sentence, and the expected sum of its payer: "1375000.00 EUR" or "none".
struct Sentence {
  std::string text;
  std::string wanted = "none";
};

Sentence sentence_of(Maker& maker, const Language& language) {
  std::string code;
  const Phrase phrase = maker.number(language);
  std::string sum = maker.with_currency(language, phrase, code);
  Sentence sentence;
  switch (maker.below(5)) {
    case 0: sum = std::string(maker.one_of(language.bounds)) + ' ' + sum; break;
    case 1: sum += ' ' + std::string(maker.one_of(language.rates)); break;
    case 2: {  // a range, with the currency at its end
      const std::size_t at = maker.below(language.ends.size() / 3) * 3;
      const std::uint64_t low = maker.below(40) + 2;
      const std::string high = maker.grouped((low + maker.below(50) + 1) * 1'000, language.group);
      sum = std::string(language.ends[at]) + maker.grouped(low * 1'000, language.group) +
            std::string(language.ends[at + 1]) + high + ' ' + std::string(language.units[0]);
      break;
    }
    default: {
      const std::string digits = std::to_string(phrase.hundredths);
      const std::string cents = digits.size() > 2 ? digits.substr(digits.size() - 2) : "00";
      sentence.wanted = std::to_string(phrase.hundredths / 100) + '.' + cents + ' ' + code;
    }
  }
  sentence.text = std::string(language.before) + sum + std::string(language.after);
  return sentence;
}

struct Reading {
  std::string sum = "none";
  bool norway = false;
};
Reading reading_of(std::string_view text) {
  Reading reading;
  for (const FoundClaim& claim : extract(text, {}).claims) {
    if (claim.relation != Relation::funds) continue;
    reading.norway = reading.norway || claim.from == "state:NO";
    if (claim.amount)
      reading.sum = claim.amount->decimal() + ' ' + std::string(claim.amount->currency.code());
  }
  return reading;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(press_sums_generated)

BOOST_AUTO_TEST_CASE(no_sum_is_wrong_in_twenty_thousand_sentences) {
  constexpr int sentences = 20'000;
  Maker maker(20'241'122);
  int exact = 0;
  int left_out = 0;
  int wrong = 0;
  int nobody = 0;  // sentences in which neither the funder nor the sum is found
  for (int i = 0; i < sentences; ++i) {
    const Language& language = languages()[static_cast<std::size_t>(i) % languages().size()];
    const Sentence sentence = sentence_of(maker, language);
    const Reading reading = reading_of(sentence.text);
    if (sentence.wanted != "none") ++exact;
    if (!reading.norway) {
      if (++nobody <= 10) BOOST_TEST_MESSAGE("no funder: " << sentence.text);
    }
    if (reading.sum == sentence.wanted) continue;
    if (reading.sum == "none") {
      if (++left_out <= 20) BOOST_TEST_MESSAGE("left out: " << sentence.text);
    } else if (++wrong <= 20) {
      BOOST_TEST_MESSAGE(sentence.text << " is " << sentence.wanted << " and was read as "
                                       << reading.sum);
    }
  }
  BOOST_TEST_MESSAGE(sentences << " sentences, " << exact << " with an exact sum, of which "
                               << left_out << " are left without; " << nobody
                               << " without their funder");
  BOOST_TEST(wrong == 0);
  BOOST_TEST(exact > sentences / 4);
  BOOST_TEST(left_out * 100 < exact);  // less than one in a hundred
  BOOST_TEST(nobody == 0);
}

BOOST_AUTO_TEST_SUITE_END()
