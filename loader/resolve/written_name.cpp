// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/written_name.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "oscegraph/graph/text/names.hpp"

namespace oscegraph {
namespace {

using Means = NameReading::Means;
using Names = std::vector<std::string>;

// All words below are in the form of fold_words().
constexpr auto governments = std::to_array<std::string_view>(
    {"government", "govt", "gov", "gvt", "gouvernement", "regierung", "gobierno", "governo",
     "regering", "правительство", "правительства", "уряд", "hukumeti", "vyriausybe", "valdiba",
     "valitsus"});
constexpr auto before_governments = std::to_array<std::string_view>({"the", "royal", "federal"});
constexpr auto connectors = std::to_array<std::string_view>(
    {"of",  "the", "de",  "du",    "des",   "la",   "le", "les", "l",  "d",
     "von", "der", "del", "della", "dello", "dell", "di", "do",  "da", "van"});
constexpr auto realms = std::to_array<std::string_view>(
    {"republic", "federal republic", "kingdom", "principality", "grand duchy", "republique",
     "royaume", "republik", "bundesrepublik", "konigreich", "republica", "reino", "repubblica",
     "regno"});
// Names that two States have, or had: the words before them ("Republic of") matter.
constexpr auto named_by_their_realm = std::to_array<std::string_view>(
    {"china", "korea", "vietnam", "viet nam", "congo", "yemen", "germany"});
constexpr auto ministries = std::to_array<std::string_view>(
    {"ministry", "ministere", "ministerium", "bundesministerium", "ministerio", "ministero",
     "ministerie", "ministerstvo", "ministerstwo", "ministerija", "ministeerium", "bakanligi",
     "министерство", "міністерство"});
constexpr auto embassies =
    std::to_array<std::string_view>({"embassy", "ambassade", "botschaft", "embajada", "ambasciata",
                                     "ambasada", "buyukelciligi", "consulate", "посольство"});
constexpr auto places = std::to_array<std::string_view>({"in", "to", "at", "en", "a", "au", "в"});
// After these words "of" joins a part to its State: "the State of Georgia".
constexpr auto parts_of_states =
    std::to_array<std::string_view>({"state", "region", "province", "oblast", "canton", "city",
                                     "municipality", "autonomous", "county", "district"});
constexpr auto small_words = std::to_array<std::string_view>(
    {"of",  "the", "for", "and", "in",  "on", "to", "at", "a",  "an",  "de",  "des",
     "du",  "d",   "la",  "le",  "les", "l",  "et", "y",  "e",  "der", "die", "das",
     "und", "fur", "von", "del", "di",  "da", "do", "и",  "по", "в",   "для"});
constexpr auto legal_forms = std::to_array<std::string_view>(
    {"ltd",   "limited", "gmbh",  "ggmbh", "e v", "ev",   "inc",         "incorporated",
     "llc",   "l l c",   "llp",   "plc",   "s a", "sa",   "srl",         "s r l",
     "sarl",  "s a r l", "b v",   "bv",    "ag",  "ngo",  "ong",         "oy",
     "ab",    "oü",      "ou",    "uab",   "sia", "a s",  "n o",         "z s",
     "o p s", "spa",     "s p a", "d o o", "doo", "corp", "corporation", "sp z o o",
     "ооо",   "нко",     "го"});
constexpr auto forms_in_front = std::to_array<std::string_view>({"ngo", "ооо"});

/// Normalises a legal form: "limited" and "ltd", "s a" and "sa" are equal.
std::string one_form(std::string_view form) {
  constexpr auto short_for = std::to_array<std::pair<std::string_view, std::string_view>>(
      {{"limited", "ltd"}, {"incorporated", "inc"}, {"corporation", "corp"}});
  for (const auto& [full, short_form] : short_for)
    if (form == full) return std::string(short_form);
  std::string letters(form);
  std::erase(letters, ' ');
  return letters;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool has(std::string_view text, char c) { return text.find(c) != std::string_view::npos; }

struct Word {
  std::string folded;
  std::size_t begin;
  std::size_t end;
};

/// Splits at blanks and marks. Elided articles ("l'Italie") are separate words.
std::vector<Word> split(std::string_view text) {
  constexpr std::string_view between = " \t,;:()[]/";
  constexpr std::array<std::string_view, 2> apostrophes{"'", "’"};
  std::vector<Word> words;
  const auto add = [&](std::size_t begin, std::size_t end) {
    std::string folded = fold_words(text.substr(begin, end - begin));
    if (!folded.empty()) words.push_back({std::move(folded), begin, end});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(between, at);
    if (begin == std::string_view::npos) break;
    std::size_t end = std::min(text.find_first_of(between, begin), text.size());
    for (const std::string_view mark : apostrophes) {
      const std::size_t cut = text.substr(0, end).find(mark, begin);
      if (cut == std::string_view::npos || cut == begin) continue;
      if (!is_one_of(fold_words(text.substr(begin, cut - begin)), connectors)) continue;
      end = cut + mark.size();
    }
    add(begin, end);
    at = end;
  }
  return words;
}

constexpr std::array<std::string_view, 3> dashes{"-", "–", "—"};

/// Without blanks and connecting marks at its ends.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view ascii = " \t,;:-";
  while (true) {
    const std::size_t before = text.size();
    while (!text.empty() && (ascii.find(text.front()) != std::string_view::npos || text[0] == ')'))
      text.remove_prefix(1);
    while (!text.empty() &&
           (ascii.find(text.back()) != std::string_view::npos || text.back() == '('))
      text.remove_suffix(1);
    for (const std::string_view dash : dashes) {
      if (text.starts_with(dash)) text.remove_prefix(dash.size());
      if (text.ends_with(dash)) text.remove_suffix(dash.size());
    }
    // The closing bracket of a removed part.
    if (!has(text, '(') && text.ends_with(')')) text.remove_suffix(1);
    if (text.size() == before) return text;
  }
}

struct Halves {
  std::string_view left;
  std::string_view right;
};

/// Splits "A (B)".
std::optional<Halves> at_bracket(std::string_view text) {
  if (!text.ends_with(')')) return {};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open == 0) return {};
  const Halves halves{trimmed(text.substr(0, open)),
                      trimmed(text.substr(open + 1, text.size() - open - 2))};
  if (halves.left.empty() || halves.right.empty() || has(halves.right, ')')) return {};
  return halves;
}

/// Splits "A - B", at the first and the last dash with a blank on at least one side.
std::vector<Halves> at_dashes(std::string_view text) {
  std::vector<Halves> all;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    for (const std::string_view dash : dashes) {
      if (!text.substr(at).starts_with(dash)) continue;
      const std::size_t end = at + dash.size();
      if (end >= text.size() || (text[at - 1] != ' ' && text[end] != ' ')) continue;
      const Halves halves{trimmed(text.substr(0, at)), trimmed(text.substr(end))};
      if (!halves.left.empty() && !halves.right.empty()) all.push_back(halves);
    }
  }
  if (all.size() > 2) all.erase(all.begin() + 1, all.end() - 1);
  return all;
}

std::optional<Halves> at_comma(std::string_view text, std::size_t comma) {
  if (comma == std::string_view::npos) return {};
  const Halves halves{trimmed(text.substr(0, comma)), trimmed(text.substr(comma + 1))};
  if (halves.left.empty() || halves.right.empty()) return {};
  return halves;
}

std::string_view without_connectors_behind(std::string_view text) {
  std::vector<Word> words = split(text);
  while (!words.empty() && is_one_of(words.back().folded, connectors)) words.pop_back();
  return words.empty() ? std::string_view() : text.substr(0, words.back().end);
}

void add_without_realm(std::string_view realm, std::string_view name, Names& names) {
  if (is_one_of(fold_words(realm), realms) &&
      !is_one_of(normalise_name(name), named_by_their_realm))
    names.emplace_back(name);
}

/// The possible names of a State for a written form: as it is, "Korea, Republic of" reversed,
/// "Republic of Moldova" without "Republic of". The best first.
Names names_of_state(std::string_view written) {
  const std::string_view text = trimmed(written);
  if (text.empty()) return {};
  Names names{std::string(text)};
  std::optional<Halves> halves = at_bracket(text);
  if (!halves) halves = at_comma(text, text.rfind(','));
  if (halves) {
    const std::string_view realm = without_connectors_behind(halves->right);
    if (realm.empty()) names.emplace_back(halves->left);  // "Netherlands (the)"
    else if (realm.size() < halves->right.size()) {
      names.push_back(std::string(halves->right) + ' ' + std::string(halves->left));
      add_without_realm(realm, halves->left, names);
    }
    return names;
  }
  const std::vector<Word> words = split(text);
  std::size_t first = !words.empty() && words[0].folded == "the" ? 1 : 0;
  for (std::size_t i = first + 1; i < words.size() && i <= first + 2; ++i) {
    if (!is_one_of(words[i].folded, connectors)) continue;
    std::size_t name = i;
    while (name < words.size() && is_one_of(words[name].folded, connectors)) ++name;
    if (name == words.size()) break;
    add_without_realm(text.substr(words[first].begin, words[i].begin - words[first].begin),
                      text.substr(words[name].begin), names);
    break;
  }
  return names;
}

bool is_cyrillic(std::string_view folded) {
  return !folded.empty() && (static_cast<unsigned char>(folded[0]) & 0xFCU) == 0xD0U;
}

/// The State in "Government of Spain", "Royal Government of Norway", "Gouvernement de la France".
Names state_behind_government(std::string_view text, const std::vector<Word>& words) {
  std::size_t i = 0;
  while (i < words.size() && is_one_of(words[i].folded, before_governments)) ++i;
  if (i == words.size() || !is_one_of(words[i].folded, governments)) return {};
  Names names;
  std::size_t name = i + 1;
  const bool bends = is_cyrillic(words[i].folded);
  while (name < words.size()) {
    if (name > i + 1 || bends)
      for (std::string& form : names_of_state(text.substr(words[name].begin)))
        names.push_back(std::move(form));
    if (!is_one_of(words[name].folded, connectors)) break;
    ++name;
  }
  return names;
}

/// The State in "Spain, Government of", "Canada Government of", "UZB-GOVERNMENT".
Names state_before_government(std::string_view text, const std::vector<Word>& words) {
  std::size_t last = words.size();
  while (last > 0 && is_one_of(words[last - 1].folded, connectors)) --last;
  if (last == 0) return {};
  const Word& word = words[last - 1];
  std::size_t end = word.begin;
  if (!is_one_of(word.folded, governments)) {
    const std::string_view written = text.substr(word.begin, word.end - word.begin);
    const std::size_t dash = written.rfind('-');
    if (dash == std::string_view::npos || dash == 0) return {};
    if (!is_one_of(fold_words(written.substr(dash)), governments)) return {};
    end = word.begin + dash;
  } else {
    std::size_t first = last - 1;
    while (first > 0 && is_one_of(words[first - 1].folded, before_governments)) --first;
    end = words[first].begin;
  }
  return names_of_state(text.substr(0, end));
}

Names state_of_government(std::string_view text) {
  const std::vector<Word> words = split(text);
  Names names = state_behind_government(text, words);
  return names.empty() ? state_before_government(text, words) : names;
}

/// As names_of_state(), for a text that may also name the State's government.
Names names_of_owner(std::string_view text) {
  Names names = names_of_state(text);
  for (std::string& name : state_of_government(text)) names.push_back(std::move(name));
  return names;
}

std::size_t position_of(const std::vector<Word>& words, std::span<const std::string_view> wanted) {
  const auto found =
      std::ranges::find_if(words, [&](const Word& word) { return is_one_of(word.folded, wanted); });
  return static_cast<std::size_t>(found - words.begin());
}

void add_body(Names owners, std::string_view body, std::vector<NameReading>& readings) {
  NameReading reading{Means::body_of_state, std::move(owners), std::string(trimmed(body))};
  const bool is_known = std::ranges::find(readings, reading) != readings.end();
  if (!is_known && !reading.names.empty() && !reading.body.empty())
    readings.push_back(std::move(reading));
}

/// The owner stands in front: "Norwegian Ministry of Finance", "British Embassy in Baku".
void add_owner_in_front(std::string_view text, const std::vector<Word>& words, std::size_t at,
                        std::vector<NameReading>& readings) {
  std::size_t first = 0;
  while (first < at && is_one_of(words[first].folded, before_governments)) ++first;
  if (first == at) return;
  const std::string_view owner =
      trimmed(text.substr(words[first].begin, words[at].begin - words[first].begin));
  add_body(names_of_owner(owner), text.substr(words[at].begin), readings);
}

/// "Embassy of Norway in Baku": the place is the host, not the owner.
void add_embassy(std::string_view text, const std::vector<Word>& words, std::size_t at,
                 std::vector<NameReading>& readings) {
  if (at > 0) return add_owner_in_front(text, words, at, readings);
  std::size_t name = 1;
  while (name < words.size() && is_one_of(words[name].folded, connectors)) ++name;
  if (name == words.size() || (name == 1 && !is_cyrillic(words[0].folded))) return;
  std::size_t end = name + 1;
  const auto goes_on = [&](std::size_t i) {
    const std::string_view between =
        text.substr(words[i - 1].end, words[i].begin - words[i - 1].end);
    return !is_one_of(words[i].folded, places) &&
           between.find_first_of(",(;:") == std::string_view::npos;
  };
  while (end < words.size() && goes_on(end)) ++end;
  const std::string_view owner =
      text.substr(words[name].begin, words[end - 1].end - words[name].begin);
  const std::string body =
      std::string(text.substr(words[0].begin, words[0].end - words[0].begin)) +
      (end < words.size() ? ' ' + std::string(text.substr(words[end].begin)) : std::string());
  add_body(names_of_state(owner), body, readings);
}

/// The owner is at the end: "Ministry of Finance of Norway". Longest ending first, since "the
/// Republic of Korea" is one name.
void add_owner_at_end(std::string_view text, const std::vector<Word>& words, std::size_t at,
                      std::vector<NameReading>& readings) {
  constexpr std::size_t shortest = 3;  // "Ministry of Finance" is no ministry of a State "Finance"
  const bool bends = is_cyrillic(words[at].folded);
  for (std::size_t name = at + (bends ? shortest - 1 : shortest); name < words.size(); ++name) {
    std::size_t head = name;
    while (head > 0 &&
           (is_one_of(words[head - 1].folded, connectors) || words[head - 1].folded == "in"))
      --head;
    if ((head == name && !bends) || head < at + 2) continue;
    if (is_one_of(words[head - 1].folded, parts_of_states)) continue;
    if (is_one_of(words[name].folded, connectors)) continue;
    add_body(names_of_state(text.substr(words[name].begin)), text.substr(0, words[head - 1].end),
             readings);
  }
}

/// "Federal Ministry of Finance", but not "Support to the Ministry of Finance", which is a project.
bool begins_as_ministry(std::string_view text) {
  constexpr std::size_t most_before = 2;
  const std::vector<Word> words = split(text);
  const std::size_t at = position_of(words, ministries);
  if (at == words.size() || at > most_before) return false;
  return std::none_of(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
      [](const Word& word) { return word.folded != "the" && is_one_of(word.folded, small_words); });
}

void add_ministry(std::string_view text, const std::vector<Word>& words, std::size_t at,
                  std::vector<NameReading>& readings) {
  const auto add_sides = [&](const std::optional<Halves>& halves) {
    if (!halves) return;
    if (begins_as_ministry(halves->left))
      add_body(names_of_owner(halves->right), halves->left, readings);
    else if (begins_as_ministry(halves->right))
      add_body(names_of_owner(halves->left), halves->right, readings);
  };
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1))
    add_sides(at_comma(text, comma));
  add_sides(at_bracket(text));
  for (const Halves& halves : at_dashes(text)) add_sides(halves);
  std::size_t first = 0;
  while (first < at && is_one_of(words[first].folded, before_governments)) ++first;
  if (first == at) add_owner_at_end(text, words, at, readings);
  else add_owner_in_front(text, words, at, readings);
}

void add_bodies_of_states(std::string_view text, std::vector<NameReading>& readings) {
  const std::vector<Word> words = split(text);
  const std::size_t embassy = position_of(words, embassies);
  const std::size_t ministry = position_of(words, ministries);
  if (embassy < words.size()) add_embassy(text, words, embassy, readings);
  else if (ministry < words.size()) add_ministry(text, words, ministry, readings);
  else
    for (const Halves& halves : at_dashes(text))
      readings.push_back(
          {Means::known_body_of_state, names_of_state(halves.left), std::string(halves.right)});
}

void add_pairs(std::string_view text, std::vector<NameReading>& readings) {
  const auto add = [&](const Halves& halves) {
    readings.push_back({Means::one_body, {std::string(halves.left), std::string(halves.right)}});
  };
  if (const auto halves = at_bracket(text)) add(*halves);
  for (const Halves& halves : at_dashes(text)) add(halves);
}

bool is_roman_number(std::string_view folded) {
  return folded.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// The first `count` characters of UTF-8; empty when there are fewer.
std::string_view beginning(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  for (; count > 0 && i < text.size(); --count) {
    ++i;
    while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) ++i;
  }
  return count > 0 ? std::string_view() : text.substr(0, i);
}

bool spelt_by(std::string_view letters, std::span<const std::string_view> words) {
  constexpr std::size_t most_of_a_word = 3;
  if (words.empty()) return letters.empty();
  if (is_one_of(words[0], small_words) && spelt_by(letters, words.subspan(1))) return true;
  for (std::size_t count = 1; count <= most_of_a_word; ++count) {
    const std::string_view part = beginning(words[0], count);
    if (part.empty() || !letters.starts_with(part)) return false;
    if (spelt_by(letters.substr(part.size()), words.subspan(1))) return true;
  }
  return false;
}

bool is_short_form(std::string_view text, std::string_view word) {
  if (text == word) return true;
  if (text.size() < 3 || text.size() >= word.size() || text[0] != word[0]) return false;
  std::size_t at = 0;
  for (const char c : word)
    if (at < text.size() && text[at] == c) ++at;
  return at == text.size();
}

std::vector<std::string_view> telling_words(std::string_view folded) {
  std::vector<std::string_view> words = words_in(folded);
  std::erase_if(words, [](std::string_view word) { return is_one_of(word, small_words); });
  return words;
}

}  // namespace

std::string with_and(std::string_view name) {
  std::string spelt;
  for (const char c : name)
    if (c == '&') spelt += " and ";
    else spelt += c;
  return spelt;
}

std::string name_key(std::string_view name) {
  return normalise_name(has(name, '&') ? with_and(name) : std::string(name));
}

bool names_a_body_of_state(std::string_view text) {
  const std::vector<Word> words = split(text);
  return position_of(words, ministries) < words.size() ||
         position_of(words, embassies) < words.size();
}

bool is_abbreviation_of(std::string_view text, std::string_view name) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 24;  // in bytes; some scripts use two per letter
  std::string letters;
  const std::string parts = fold_words(text);
  for (const std::string_view part : words_in(parts)) letters += part;
  const bool one_word = text.find(' ') == std::string_view::npos;
  const auto capitals = std::ranges::count_if(
      text, [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
  if (!one_word || capitals < 2 || letters.size() < shortest || letters.size() > longest ||
      is_roman_number(letters))
    return false;
  const std::string folded = fold_words(name);
  const std::vector<std::string_view> words = words_in(folded);
  return words.size() > 1 && words.size() <= longest && spelt_by(letters, words);
}

std::optional<std::pair<std::string, std::string>> full_and_short(const NameReading& reading) {
  if (reading.means != Means::one_body) return std::nullopt;
  const std::string& left = reading.names.front();
  const std::string& right = reading.names.back();
  if (is_abbreviation_of(right, left)) return std::pair(left, right);
  if (is_abbreviation_of(left, right)) return std::pair(right, left);
  return std::nullopt;
}

bool is_long_enough(std::string_view abbreviation) {
  constexpr std::size_t shortest = 3;
  return normalise_name(abbreviation).size() >= shortest;
}

bool shortens(std::string_view text, std::string_view name) {
  const std::string short_text = fold_words(text);
  const std::string long_text = fold_words(name);
  const std::vector<std::string_view> few = telling_words(short_text);
  const std::vector<std::string_view> many = telling_words(long_text);
  std::size_t next = 0;
  for (const std::string_view word : few) {
    while (next < many.size() && !is_short_form(word, many[next])) ++next;
    if (next++ >= many.size()) return false;
  }
  return few.size() > 1 && few.size() * 3 >= many.size() * 2;
}

std::optional<NameReading> name_without_legal_form(std::string_view written) {
  constexpr std::size_t longest = 4;  // number of words in a legal form
  const std::string_view text = trimmed(written);
  const std::vector<Word> words = split(text);
  const auto without = [&](std::size_t first, std::size_t last,
                           std::string_view form) -> std::optional<NameReading> {
    const std::string_view rest =
        trimmed(text.substr(words[first].begin, words[last - 1].end - words[first].begin));
    if (name_key(rest).empty()) return std::nullopt;
    return NameReading{Means::without_legal_form, {std::string(rest)}, one_form(form)};
  };
  const std::size_t most = words.empty() ? 0 : std::min(longest, words.size() - 1);
  for (std::size_t count = most; count > 0; --count) {
    std::string form;
    for (std::size_t i = words.size() - count; i < words.size(); ++i)
      form += (form.empty() ? "" : " ") + words[i].folded;
    if (is_one_of(form, legal_forms)) return without(0, words.size() - count, form);
  }
  if (words.size() > 1 && is_one_of(words[0].folded, forms_in_front))
    return without(1, words.size(), words[0].folded);
  return std::nullopt;
}

std::vector<NameReading> readings_of(std::string_view written) {
  std::vector<NameReading> readings;
  const std::string_view text = trimmed(written);
  Names state = state_of_government(text);
  if (Names forms = names_of_state(text); state.empty() && forms.size() > 1)
    state.assign(forms.begin() + 1, forms.end());
  if (!state.empty()) readings.push_back({Means::state, std::move(state)});
  add_bodies_of_states(text, readings);
  add_pairs(text, readings);
  if (auto bare = name_without_legal_form(text)) readings.push_back(std::move(*bare));
  return readings;
}

}  // namespace oscegraph
