// SPDX-License-Identifier: Apache-2.0
//
// Writes whole numbers below 10^9 in words of six languages, as people write them, for tests of the
// reader of numbers. It uses neither that reader nor its tables.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace oscegraph::testing {

using Twenty = std::array<std::string_view, 20>;
using Ten = std::array<std::string_view, 10>;

inline std::string english_words(std::uint64_t n) {
  constexpr Twenty small{"",        "one",     "two",       "three",    "four",
                         "five",    "six",     "seven",     "eight",    "nine",
                         "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  constexpr Ten tens{"",      "",      "twenty",  "thirty", "forty",
                     "fifty", "sixty", "seventy", "eighty", "ninety"};
  if (n >= 1'000'000) {
    const std::string rest = n % 1'000'000 ? ' ' + english_words(n % 1'000'000) : "";
    return english_words(n / 1'000'000) + " million" + rest;
  }
  if (n >= 1000)
    return english_words(n / 1000) + " thousand" + (n % 1000 ? ' ' + english_words(n % 1000) : "");
  if (n >= 100)
    return std::string(small[n / 100]) + " hundred" +
           (n % 100 ? " and " + english_words(n % 100) : "");
  if (n < 20) return std::string(small[n]);
  return std::string(tens[n / 10]) + (n % 10 ? '-' + std::string(small[n % 10]) : "");
}

inline std::string french_words(std::uint64_t n, bool last = true) {
  constexpr Twenty small{"",         "un",     "deux",  "trois",    "quatre",   "cinq",    "six",
                         "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",   "treize",
                         "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"};
  constexpr Ten tens{"",          "",         "vingt",    "trente",       "quarante",
                     "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
  if (n >= 1'000'000) {
    const std::string rest = n % 1'000'000 ? ' ' + french_words(n % 1'000'000) : "";
    return french_words(n / 1'000'000) + (n >= 2'000'000 ? " millions" : " million") + rest;
  }
  if (n >= 1000) {
    const std::string front = n >= 2000 ? french_words(n / 1000, false) + ' ' : "";
    return front + "mille" + (n % 1000 ? ' ' + french_words(n % 1000) : "");
  }
  if (n >= 100) {
    const std::string front = n >= 200 ? std::string(small[n / 100]) + ' ' : "";
    const bool plural = n >= 200 && n % 100 == 0 && last;
    return front + (plural ? "cents" : "cent") + (n % 100 ? ' ' + french_words(n % 100, last) : "");
  }
  if (n < 20) return std::string(small[n]);
  const std::uint64_t ten = n / 10;
  const std::uint64_t unit = ten == 7 || ten == 9 ? n % 20 : n % 10;
  if (unit == 0) return std::string(tens[ten]) + (ten == 8 && last ? "s" : "");
  const bool with_and = (unit == 1 || unit == 11) && ten < 8;
  return std::string(tens[ten]) + (with_and ? " et " : "-") + std::string(small[unit]);
}

inline std::string german_words(std::uint64_t n) {
  constexpr Twenty small{"",         "ein",      "zwei",     "drei",     "vier",
                         "fünf",     "sechs",    "sieben",   "acht",     "neun",
                         "zehn",     "elf",      "zwölf",    "dreizehn", "vierzehn",
                         "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
  constexpr Ten tens{"",        "",        "zwanzig", "dreißig", "vierzig",
                     "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};
  if (n >= 1'000'000) {
    const std::string front =
        n < 2'000'000 ? "eine Million" : german_words(n / 1'000'000) + " Millionen";
    return front + (n % 1'000'000 ? ' ' + german_words(n % 1'000'000) : "");
  }
  if (n >= 1000) return german_words(n / 1000) + "tausend" + german_words(n % 1000);
  if (n >= 100) return std::string(small[n / 100]) + "hundert" + german_words(n % 100);
  if (n < 20) return std::string(small[n]);
  return (n % 10 ? std::string(small[n % 10]) + "und" : "") + std::string(tens[n / 10]);
}

inline std::string italian_words(std::uint64_t n) {
  constexpr Twenty small{"",         "uno",    "due",         "tre",      "quattro",
                         "cinque",   "sei",    "sette",       "otto",     "nove",
                         "dieci",    "undici", "dodici",      "tredici",  "quattordici",
                         "quindici", "sedici", "diciassette", "diciotto", "diciannove"};
  constexpr Ten tens{"",          "",         "venti",    "trenta",  "quaranta",
                     "cinquanta", "sessanta", "settanta", "ottanta", "novanta"};
  if (n >= 1'000'000) {
    const std::string front =
        n < 2'000'000 ? "un milione" : italian_words(n / 1'000'000) + " milioni";
    return front + (n % 1'000'000 ? ' ' + italian_words(n % 1'000'000) : "");
  }
  if (n >= 1000)
    return (n < 2000 ? "mille" : italian_words(n / 1000) + "mila") + italian_words(n % 1000);
  if (n >= 100)
    return (n < 200 ? "" : std::string(small[n / 100])) + "cento" + italian_words(n % 100);
  if (n < 20) return std::string(small[n]);
  std::string ten(tens[n / 10]);
  if (n % 10 == 1 || n % 10 == 8) ten.pop_back();
  return ten + (n % 10 == 3 ? "tré" : std::string(small[n % 10]));
}

inline std::string spanish_words(std::uint64_t n) {
  constexpr std::array<std::string_view, 30> small{"",
                                                   "un",
                                                   "dos",
                                                   "tres",
                                                   "cuatro",
                                                   "cinco",
                                                   "seis",
                                                   "siete",
                                                   "ocho",
                                                   "nueve",
                                                   "diez",
                                                   "once",
                                                   "doce",
                                                   "trece",
                                                   "catorce",
                                                   "quince",
                                                   "dieciséis",
                                                   "diecisiete",
                                                   "dieciocho",
                                                   "diecinueve",
                                                   "veinte",
                                                   "veintiún",
                                                   "veintidós",
                                                   "veintitrés",
                                                   "veinticuatro",
                                                   "veinticinco",
                                                   "veintiséis",
                                                   "veintisiete",
                                                   "veintiocho",
                                                   "veintinueve"};
  constexpr Ten tens{"",          "",        "veinte",  "treinta", "cuarenta",
                     "cincuenta", "sesenta", "setenta", "ochenta", "noventa"};
  constexpr Ten hundreds{"",           "ciento",      "doscientos",  "trescientos", "cuatrocientos",
                         "quinientos", "seiscientos", "setecientos", "ochocientos", "novecientos"};
  if (n >= 1'000'000) {
    const std::string front =
        n < 2'000'000 ? "un millón" : spanish_words(n / 1'000'000) + " millones";
    return front + (n % 1'000'000 ? ' ' + spanish_words(n % 1'000'000) : "");
  }
  if (n >= 1000)
    return (n < 2000 ? "mil" : spanish_words(n / 1000) + " mil") +
           (n % 1000 ? ' ' + spanish_words(n % 1000) : "");
  if (n == 100) return "cien";
  if (n >= 100)
    return std::string(hundreds[n / 100]) + (n % 100 ? ' ' + spanish_words(n % 100) : "");
  if (n < 30) return std::string(small[n]);
  return std::string(tens[n / 10]) + (n % 10 ? " y " + std::string(small[n % 10]) : "");
}

/// The Russian form of a noun after a number: "тысяча", "тысячи", "тысяч".
inline std::string russian_form(std::uint64_t n, std::string_view one, std::string_view few,
                                std::string_view many) {
  if (n % 100 >= 11 && n % 100 <= 14) return std::string(many);
  if (n % 10 == 1) return std::string(one);
  return std::string(n % 10 >= 2 && n % 10 <= 4 ? few : many);
}

inline std::string russian_words(std::uint64_t n, bool feminine = false) {
  constexpr Twenty small{"",           "один",        "два",        "три",          "четыре",
                         "пять",       "шесть",       "семь",       "восемь",       "девять",
                         "десять",     "одиннадцать", "двенадцать", "тринадцать",   "четырнадцать",
                         "пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"};
  constexpr Ten tens{"",          "",           "двадцать",  "тридцать",    "сорок",
                     "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"};
  constexpr Ten hundreds{"",        "сто",      "двести",  "триста",    "четыреста",
                         "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"};
  const auto then = [](std::string front, const std::string& rest) {
    return rest.empty() ? front : front + ' ' + rest;
  };
  if (n >= 1'000'000)
    return then(russian_words(n / 1'000'000) + ' ' +
                    russian_form(n / 1'000'000, "миллион", "миллиона", "миллионов"),
                n % 1'000'000 ? russian_words(n % 1'000'000) : "");
  if (n >= 1000)
    return then(
        russian_words(n / 1000, true) + ' ' + russian_form(n / 1000, "тысяча", "тысячи", "тысяч"),
        n % 1000 ? russian_words(n % 1000) : "");
  if (n >= 100)
    return then(std::string(hundreds[n / 100]), n % 100 ? russian_words(n % 100, feminine) : "");
  if (feminine && n == 1) return "одна";
  if (feminine && n == 2) return "две";
  if (n < 20) return std::string(small[n]);
  return then(std::string(tens[n / 10]), n % 10 ? russian_words(n % 10, feminine) : "");
}

/// The number in words; the language is "en", "fr", "de", "it", "es" or "ru".
inline std::string in_words(std::uint64_t n, std::string_view language) {
  if (language == "en") return english_words(n);
  if (language == "fr") return french_words(n);
  if (language == "de") return german_words(n);
  if (language == "it") return italian_words(n);
  if (language == "es") return spanish_words(n);
  return russian_words(n);
}

}  // namespace oscegraph::testing
