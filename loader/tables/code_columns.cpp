// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/tables/code_columns.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/records/marked_text.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {
namespace {

CodeListSet only(CodeList list) { return CodeListSet(1ULL << static_cast<unsigned>(list)); }
bool has(const CodeLists& of, CodeList list) {
  return of.lists.test(static_cast<std::size_t>(list));
}
const CodeListSet iso =
    only(CodeList::iso_alpha_2) | only(CodeList::iso_alpha_3) | only(CodeList::iso_number);

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_capital(c) || is_small(c); }
bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// --- headers -------------------------------------------------------------------------------------

using HeaderWords = std::vector<std::string>;

/// The words of a header in lower case. A word ends between letters and digits, and inside
/// "DonorCode" and "DACCode".
HeaderWords words_of(std::string_view header) {
  HeaderWords words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < header.size(); ++i) {
    const char c = header[i];
    const char before = i > 0 ? header[i - 1] : ' ';
    const char after = i + 1 < header.size() ? header[i + 1] : ' ';
    const bool is_part = has_letters({&c, 1}) || is_digit(c);
    const bool humps =
        is_capital(c) && (is_small(before) || (is_capital(before) && is_small(after)));
    if (!is_part || humps || is_digit(c) != is_digit(before)) end_word();
    if (is_part) word += is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  end_word();
  return words;
}

/// Bodies with codes in ISO 3166 and in the lists of the DAC.
constexpr std::array<std::string_view, 4> code_holders{"donor", "country", "countries",
                                                       "recipient"};
/// Bodies for which everybody uses numbers of their own.
constexpr std::array<std::string_view, 4> organisations{"organisation", "organization", "entity",
                                                        "body"};
/// Words that may stand beside the deciding words and decide nothing.
constexpr std::array<std::string_view, 38> other_words{
    "area",        "beneficiary",  "benefiting", "by",       "char",      "character",  "delivery",
    "digit",       "executing",    "extending",  "funder",   "funding",   "government", "host",
    "implementer", "implementing", "in",         "lead",     "letter",    "main",       "member",
    "name",        "nation",       "of",         "or",       "parent",    "partner",    "payer",
    "paying",      "provider",     "providing",  "receiver", "receiving", "reporting",  "s",
    "state",       "territory",    "the"};
constexpr std::array<std::string_view, 14> deciding_words{
    "iso", "alpha", "a",   "numeric", "number",  "num",  "m",
    "un",  "dac",   "crs", "oecd",    "channel", "code", "agency"};

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}
bool is_known(std::string_view word) {
  return all_digits(word) || is_in(code_holders, word) || is_in(organisations, word) ||
         is_in(other_words, word) || is_in(deciding_words, word) || word == "agencies";
}

/// Splits a word into known words: "countrycode" into "country" and "code", "donors" into "donor"
/// and "s". Returns false when a part is unknown.
bool divide(std::string_view word, HeaderWords& into) {
  if (word.empty()) return true;
  for (std::size_t length = word.size(); length > 0; --length) {
    if (!is_known(word.substr(0, length)) || (length == 1 && word.size() > 1)) continue;
    into.emplace_back(word.substr(0, length));
    if (divide(word.substr(length), into)) return true;
    into.pop_back();
  }
  return false;
}

std::optional<HeaderWords> known_words_of(std::string_view header) {
  constexpr std::size_t longest = 100;  // more is a sentence
  if (header.size() > longest) return std::nullopt;
  HeaderWords known;
  for (const std::string& word : words_of(header))
    if (!divide(word, known)) return std::nullopt;
  return known;
}

/// Interprets the words of a header one after the other.
class Header {
 public:
  explicit Header(const HeaderWords& words) : words_(words) {}

  std::optional<CodeLists> lists() {
    for (; at_ < words_.size(); ++at_)
      if (!read_word()) return std::nullopt;
    if (name_ && !code_) return std::nullopt;  // "DAC donor name"
    if (iso_ && number_) lists_ |= only(CodeList::iso_number);
    if (iso_ && lists_.none()) lists_ = iso;
    if (channel_ && lists_.none())  // "CRS channel code"
      return code_ ? std::optional(CodeLists{only(CodeList::channel), false, true}) : std::nullopt;
    if (dac_ || (oecd_ && code_)) lists_ |= only(CodeList::dac);
    if (lists_.any()) return CodeLists{lists_, agency_ && lists_ == only(CodeList::dac), true};
    if (!code_) return std::nullopt;
    if (agency_ && !country_) return CodeLists{only(CodeList::dac), true, false};
    if (country_ || (holder_ && !organisation_))
      return CodeLists{iso | only(CodeList::dac), false, false};
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view next() const {
    return at_ + 1 < words_.size() ? std::string_view(words_[at_ + 1]) : std::string_view();
  }
  bool take(std::string_view word) {
    if (next() != word) return false;
    ++at_;
    return true;
  }
  /// Reads the 2 or 3 of "alpha-2".
  bool take_count_of_letters() {
    if (take("2")) lists_ |= only(CodeList::iso_alpha_2);
    else if (take("3")) lists_ |= only(CodeList::iso_alpha_3);
    else return false;
    return true;
  }

  /// Returns false when the header is about something else.
  bool read_word() {
    const std::string_view word = words_[at_];
    if (all_digits(word)) return read_number(word);
    if (word == "iso") return read_iso();
    if (word == "alpha") return take_count_of_letters();
    if (word == "a") return iso_ && take_count_of_letters();
    if (word == "m") {
      lists_ |= only(CodeList::iso_number);
      return take("49");
    }
    if (word == "un") {  // agencies of the UN have other codes
      if (next() == "code" || next() == "country") lists_ |= only(CodeList::iso_number);
      return next() == "m" || lists_.any();
    }
    number_ = number_ || word == "numeric" || word == "number" || word == "num";
    code_ = code_ || word == "code";
    name_ = name_ || word == "name";
    channel_ = channel_ || word == "channel";
    dac_ = dac_ || word == "dac";
    oecd_ = oecd_ || word == "oecd" || word == "crs";
    agency_ = agency_ || word == "agency" || word == "agencies";
    country_ = country_ || word == "country" || word == "countries";
    holder_ = holder_ || is_in(code_holders, word);
    organisation_ = organisation_ || is_in(organisations, word);
    return true;
  }

  /// Only ISO 3166: ISO 4217 is about currencies, ISO 9001 about management.
  bool read_iso() {
    iso_ = true;
    if (take("3166")) {
      while (all_digits(next())) ++at_;
      return true;
    }
    if (at_ + 2 < words_.size() && words_[at_ + 2] == "digit") return true;  // "ISO 3-digit"
    return take_count_of_letters() || !all_digits(next());
  }

  /// "2-letter", "3-digit": the word after the number decides.
  bool read_number(std::string_view count) {
    const bool of_letters = next() == "letter" || next().starts_with("char");
    if (of_letters && count == "2") lists_ |= only(CodeList::iso_alpha_2);
    if (of_letters && count == "3") lists_ |= only(CodeList::iso_alpha_3);
    return of_letters || next() == "digit";
  }

  const HeaderWords& words_;
  std::size_t at_ = 0;
  CodeListSet lists_;
  bool iso_ = false;
  bool number_ = false;
  bool dac_ = false;
  bool oecd_ = false;
  bool channel_ = false;
  bool code_ = false;
  bool name_ = false;
  bool agency_ = false;
  bool country_ = false;
  bool holder_ = false;
  bool organisation_ = false;
};

// --- the meaning of a code -----------------------------------------------------------------------

/// Codes of the DAC that have no body in loader/gazetteer/codes.csv (regions, and recipients of
/// earlier years) but are also numbers of ISO 3166.
struct DacCode {
  std::string_view code;
  std::string_view name;
};
constexpr std::array<DacCode, 11> dac_codes_without_body{DacCode{"258", "Mayotte"},
                                                         {"328", "Bahamas"},
                                                         {"380", "West Indies, regional"},
                                                         {"388", "British Virgin Islands"},
                                                         {"498", "America, regional"},
                                                         {"558", "Oman"},
                                                         {"748", "Macao"},
                                                         {"798", "Asia, regional"},
                                                         {"840", "French Polynesia"},
                                                         {"850", "New Caledonia"},
                                                         {"858", "Northern Mariana Islands"}};

/// Whether the text has the form of a code in this list.
bool has_form(std::string_view text, CodeList list, bool agencies) {
  const bool letters = std::ranges::all_of(text, is_letter);
  switch (list) {
    case CodeList::iso_alpha_2: return letters && text.size() == 2;
    case CodeList::iso_alpha_3: return letters && text.size() == 3;
    case CodeList::iso_number: return all_digits(text) && text.size() <= 3;
    case CodeList::channel: return all_digits(text) && text.size() == 5;
    case CodeList::iati: return false;
    case CodeList::dac: break;
  }
  const std::size_t hyphen = text.find('-');
  const bool of_agency = hyphen != std::string_view::npos;
  return all_digits(text.substr(0, hyphen)) && text.front() != '0' &&
         (of_agency ? all_digits(text.substr(hyphen + 1)) : !agencies);
}

struct ListWords {
  CodeLists lists;
  std::string_view name;      ///< stands before "code"
  std::string_view examples;  ///< example codes
  std::string_view holders;   ///< the bodies that have such a code
};

/// The words for the lists of a column in messages.
ListWords words_of(const CodeLists& of) {
  const std::array rows{
      ListWords{{only(CodeList::iso_alpha_2), false, true}, "ISO alpha-2 ", "NO", "State"},
      ListWords{{only(CodeList::iso_alpha_3), false, true}, "ISO alpha-3 ", "NOR", "State"},
      ListWords{{only(CodeList::iso_number), false, true}, "ISO numeric ", "578 or 008", "State"},
      ListWords{{iso, false, true}, "ISO ", "NO, NOR or 578", "State"},
      ListWords{{only(CodeList::dac), false, true}, "DAC ", "8 or 8-1", "State, donor or agency"},
      ListWords{{only(CodeList::dac), true, true}, "DAC ", "8-1", "agency"},
      ListWords{{only(CodeList::channel), false, true}, "channel ", "47131", "body"}};
  const auto found = std::ranges::find_if(rows, [&](const ListWords& row) {
    return row.lists.lists == of.lists && row.lists.agencies == of.agencies;
  });
  if (found != rows.end()) return *found;
  return {of, "", "NO, NOR or 578 of ISO 3166 or 8 of the DAC", "State, donor or agency"};
}

}  // namespace

bool has_letters(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

std::span<const CodeListsRow> code_lists_rows() {
  static const std::array rows{
      CodeListsRow{"ISO", {iso, false, true}},
      CodeListsRow{"ISO alpha-2", {only(CodeList::iso_alpha_2), false, true}},
      CodeListsRow{"ISO alpha-3", {only(CodeList::iso_alpha_3), false, true}},
      CodeListsRow{"ISO numeric", {only(CodeList::iso_number), false, true}},
      CodeListsRow{"DAC", {only(CodeList::dac), false, true}},
      CodeListsRow{"channel", {only(CodeList::channel), false, true}},
      CodeListsRow{"none", {{}, false, true}}};
  return rows;
}

std::optional<CodeLists> code_lists_in_header(std::string_view header) {
  const auto words = known_words_of(header);
  return words ? Header(*words).lists() : std::nullopt;
}

std::optional<std::string> marked_code(std::string_view text, const CodeLists& of,
                                       std::size_t column) {
  if (of.lists.none() || text.empty()) return std::nullopt;
  // Without a named list, a text with letters is a code only when it is one, in capitals; so "no" is
  // a name. With a named list it stays a code: it may be a known name, but no node is created for it.
  if (has_letters(text) && !of.named &&
      (!std::ranges::all_of(text, is_capital) || body_of_code(text, of) == nullptr))
    return std::nullopt;
  std::string mark{static_cast<char>(of.lists.to_ulong()),
                   static_cast<char>((of.agencies ? 1 : 0) + (of.named ? 2 : 0))};
  return marked_text(text, MarkedAs::code, mark + to_text(column));
}

std::optional<CodeText> parse_marked_code(std::string_view text) {
  const auto found = mark_of(text, MarkedAs::code);
  if (!found) return std::nullopt;
  const std::string_view mark = *found;
  CodeText code{without_mark(text), {}, 0};
  const auto flags = static_cast<unsigned char>(mark[1]);
  code.of = {CodeListSet(static_cast<unsigned char>(mark[0])), (flags & 1U) != 0,
             (flags & 2U) != 0};
  for (const char digit : mark.substr(2))
    code.column = 10 * code.column + static_cast<std::size_t>(digit - '0');
  return code;
}

std::vector<CodeReading> readings_of_code(std::string_view written, const CodeLists& of) {
  std::vector<CodeReading> readings;
  for (const CodeList list : {CodeList::iso_alpha_2, CodeList::iso_alpha_3, CodeList::iso_number,
                              CodeList::dac, CodeList::channel}) {
    // Without a named list, "008" may also be the DAC's 8, padded with zeros.
    const bool padded = list == CodeList::dac && !of.named && all_digits(written);
    const std::string_view text =
        padded ? written.substr(std::min(written.find_first_not_of('0'), written.size() - 1))
               : written;
    if (!has(of, list) || !has_form(text, list, of.agencies)) continue;
    if (const auto* body = Gazetteer::instance().find_code(list, text))
      readings.push_back({list, body->name, body});
    else if (const auto* other = std::ranges::find(dac_codes_without_body, text, &DacCode::code);
             list == CodeList::dac && other != dac_codes_without_body.end())
      readings.push_back({list, other->name, nullptr});
  }
  return readings;
}

const GazetteerEntry* body_of_code(std::string_view text, const CodeLists& of) {
  const std::vector<CodeReading> readings = readings_of_code(text, of);
  const bool agree = std::ranges::all_of(
      readings, [&](const CodeReading& reading) { return reading.body == readings.front().body; });
  return agree && !readings.empty() ? readings.front().body : nullptr;
}

CodeFault fault_of_code(std::string_view text, const CodeColumn& column, Field field) {
  const std::vector<CodeReading> readings = readings_of_code(text, column.of);
  const std::string is = "column " + in_quotes(column.header);
  if (readings.size() > 1) {
    std::vector<std::string> meanings;
    for (const CodeReading& reading : readings)
      meanings.push_back(in_quotes(reading.name) + (reading.list == CodeList::dac
                                                        ? " in the list of the DAC"
                                                        : " in ISO 3166"));
    return {"the code " + in_quotes(text) + " is " + join_and(meanings),
            is + " does not say which list its codes are of",
            "say it in the mapping, codes \"" + column.header +
                "\" = DAC or = ISO numeric, or in the header"};
  }
  const ListWords words = words_of(column.of);
  const std::string name = std::string(words.name) + "code";
  std::string what =
      "no " + std::string(words.holders) + " known here has the " + name + ' ' + in_quotes(text);
  if (!readings.empty()) what += ", which is " + in_quotes(readings.front().name);
  const std::string written(text);
  const std::string line = std::string(name_of(field)) + " \"" + written + "\" = ";
  return {
      std::move(what),
      is + (column.by_mapping ? " has " : " has, by its header, ") + name + "s such as " +
          std::string(words.examples),
      "a line of the mapping may name the body, " + line + "\"NAME\", or leave it out, " + line +
          "\"\"" +
          (column.by_mapping ? ""
                             : "; codes \"" + column.header + "\" = none if they are no codes")};
}

}  // namespace oscegraph
