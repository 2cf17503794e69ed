// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/words/words.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/graph/text/fnv.hpp"

namespace oscegraph::press {
namespace {

enum class Class : std::uint8_t { other, space, line_break, letter, capital, digit, mark };

/// The class of a code point and its folded form; "" when it is dropped (a combining mark).
struct Character {
  Class kind = Class::other;
  char folded[5] = {};
  std::uint8_t length = 0;
};

constexpr std::uint32_t table_end =
    0x600;  // Latin, Greek, Cyrillic, marks: all that is common here

struct Letter {
  std::uint32_t from;
  const char* to;
};
// Letters with a stroke that Unicode does not decompose, and ligatures; people often write them
// plain.
constexpr Letter strokes[] = {{0xF8, "o"},  {0xD8, "o"},   {0x142, "l"}, {0x141, "l"},
                              {0x111, "d"}, {0x110, "d"},  {0x131, "i"}, {0xE6, "ae"},
                              {0xC6, "ae"}, {0x153, "oe"}, {0xDF, "ss"}};

void set_folded(Character& character, std::string_view text) {
  character.length = static_cast<std::uint8_t>(std::min<std::size_t>(text.size(), 4));
  std::copy_n(text.begin(), character.length, character.folded);
}

Class class_of(std::uint32_t point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Class::capital;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC: return Class::letter;
    case UTF8PROC_CATEGORY_ND: return Class::digit;
    case UTF8PROC_CATEGORY_ZS: return Class::space;
    default: return Class::mark;
  }
}

Character describe(std::uint32_t point) {
  Character character{class_of(point)};
  if (point == '\n' || point == '\r' || point == '\v' || point == '\f')
    character.kind = Class::line_break;
  if (point == '\t' || point == 0xAD) character.kind = Class::space;
  if (character.kind != Class::letter && character.kind != Class::capital) return character;
  for (const Letter& stroke : strokes)
    if (stroke.from == point) {
      set_folded(character, stroke.to);
      return character;
    }
  utf8proc_int32_t parts[8];
  int boundary = 0;
  constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  const auto count =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(point), parts, 8, options, &boundary);
  std::string folded;
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(parts[i], bytes);
    folded.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
  }
  set_folded(character, folded);
  return character;
}

const std::array<Character, table_end>& characters() {
  static const auto table = [] {
    std::array<Character, table_end> result;
    for (std::uint32_t point = 0; point < table_end; ++point) result[point] = describe(point);
    return result;
  }();
  return table;
}

/// The code point at `at` of valid UTF-8, and its length.
std::uint32_t decode_at(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return length = 1, lead;
  if (lead < 0xE0) return length = 2, (lead & 0x1FU) << 6U | (byte(1) & 0x3FU);
  if (lead < 0xF0)
    return length = 3, (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  length = 4;
  return (lead & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U |
         (byte(3) & 0x3FU);
}

/// One representative for all variants of a mark: quotes, apostrophes, dashes, dots.
std::string_view canonical_mark(std::uint32_t point, std::string_view written) {
  switch (point) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BC:
    case 0x60:
    case 0xB4: return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2212: return "-";
    case 0x2013:
    case 0x2014:
    case 0x2015: return "–";
    case 0x2022:
    case 0xB7:
    case 0x25CF:
    case 0x25AA: return "•";
    default: return written;
  }
}

// Pairs of spellings that occur in the organisation's own names.
constexpr std::pair<std::string_view, std::string_view> spellings[] = {
    {"center", "centre"},
    {"centers", "centres"},
    {"program", "programme"},
    {"programs", "programmes"},
    {"defense", "defence"},
    {"organisation", "organization"},
    {"labour", "labor"},
    {"organised", "organized"},
    {"organises", "organizes"},
    {"organise", "organize"},
    {"organisations", "organizations"}};

// Prefixes joined to the next word: "co-ordinator" is "coordinator", "extra-budgetary" is
// "extrabudgetary".
constexpr std::string_view joined_prefixes[] = {"co", "extra", "multi", "inter", "sub"};

std::uint32_t hash_of(std::string_view text) {
  const std::uint64_t hash = fnv_64(text);
  return static_cast<std::uint32_t>(hash ^ hash >> 32U);
}

constexpr std::string_view spelling_initials = "cdlop";  // most words begin with another letter
static_assert(std::ranges::all_of(spellings, [](const auto& spelling) {
  return spelling_initials.find(spelling.first.front()) != std::string_view::npos;
}));

std::string_view one_spelling(std::string_view folded) {
  if (folded.empty() || spelling_initials.find(folded.front()) == std::string_view::npos)
    return folded;
  for (const auto& [from, to] : spellings)
    if (folded == from) return to;
  return folded;
}

/// Splits a text into tokens with their folded forms.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), table_(characters()) {}

  bool next(Token& token) {
    token = Token();
    token.line_start = at_ == 0;
    token.spaced = at_ == 0;
    for (; at_ < text_.size(); at_ += length_) {
      look();
      if (kind_ == Class::line_break) token.line_start = true;
      else if (kind_ != Class::space) break;
      token.spaced = true;
    }
    if (at_ >= text_.size()) return false;
    token.begin = static_cast<std::uint32_t>(at_);
    folded_.clear();
    if (kind_ == Class::letter || kind_ == Class::capital) word(token);
    else if (kind_ == Class::digit) number(token);
    else mark(token);
    token.end = static_cast<std::uint32_t>(at_);
    return true;
  }

  [[nodiscard]] std::string_view folded() const { return folded_; }

 private:
  void look() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 0x80) {
      point_ = byte;
      length_ = 1;
    } else {
      point_ = decode_at(text_, at_, length_);
    }
    if (point_ < table_end) {
      kind_ = table_[point_].kind;
    } else {
      rare_ = describe(point_);
      kind_ = rare_.kind;
    }
  }
  [[nodiscard]] const Character& character() const {
    return point_ < table_end ? table_[point_] : rare_;
  }

  void word(Token& token) {
    token.is_word = true;
    token.capital = kind_ == Class::capital;
    std::size_t capitals = 0;
    std::size_t letters = 0;
    for (;;) {
      const std::size_t before = at_;
      capitals += plain_letters();
      letters += at_ - before;
      if (at_ >= text_.size()) break;
      look();
      if (kind_ == Class::capital) ++capitals;
      if (kind_ == Class::letter || kind_ == Class::capital) {
        ++letters;
        folded_.append(character().folded, character().length);
      } else if (kind_ == Class::digit) {
        folded_.append(text_.substr(at_, length_));
      } else if (point_ == 0xAD || point_ == 0x2060) {  // a soft hyphen or a joiner inside a word
      } else if (point_ == '-' && joins()) {
      } else {
        break;
      }
      at_ += length_;
    }
    token.all_capitals = letters >= 2 && capitals == letters;
    if (folded_.size() > 5 && folded_.size() < 14) {
      const std::string_view same = one_spelling(folded_);
      if (same.data() != folded_.data()) folded_.assign(same);
    }
  }

  /// Skips ASCII letters, the most frequent case; returns how many were capitals.
  std::size_t plain_letters() {
    const auto is_plain = [](char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; };
    const std::string_view rest = text_.substr(at_);
    const auto end = std::ranges::find_if_not(rest, is_plain);
    std::size_t capitals = 0;
    for (auto letter = rest.begin(); letter != end; ++letter) {
      if ((*letter & 0x20) == 0) ++capitals;
      folded_.push_back(static_cast<char>(*letter | 0x20));
    }
    at_ += static_cast<std::size_t>(end - rest.begin());
    return capitals;
  }

  /// At a hyphen: whether a prefix stands before it that is joined to the next letter.
  [[nodiscard]] bool joins() const {
    if (folded_.size() > 5 || at_ + 1 >= text_.size()) return false;
    const char after = text_[at_ + 1];
    if (!is_small_letter(after) && !is_capital_letter(after)) return false;
    return std::ranges::find(joined_prefixes, std::string_view(folded_)) !=
           std::end(joined_prefixes);
  }

  void number(Token& token) {
    token.is_word = token.number = true;
    while (at_ < text_.size()) {
      look();
      const bool separator = point_ == '.' || point_ == ',' || point_ == '\'' || point_ == 0x2019;
      if (separator) {
        const std::size_t after = at_ + length_;
        if (after >= text_.size() || !is_digit(text_[after])) break;
      } else if (kind_ == Class::letter || kind_ == Class::capital) {
        folded_.append(character().folded, character().length);
        at_ += length_;
        continue;
      } else if (kind_ != Class::digit) {
        break;
      }
      folded_.append(text_.substr(at_, length_));
      at_ += length_;
    }
  }

  void mark(Token& token) {
    folded_ = canonical_mark(point_, text_.substr(at_, length_));
    token.inside_phrase = folded_ == "\"" || folded_ == "'" || folded_ == "-";
    at_ += length_;
  }

  std::string_view text_;
  const std::array<Character, table_end>& table_;
  std::size_t at_ = 0;
  std::size_t length_ = 1;
  std::uint32_t point_ = 0;
  Class kind_ = Class::other;
  Character rare_;
  std::string folded_;
};

}  // namespace

Lexicon::Lexicon() : slots_(1U << 14U), texts_(1), classes_(1) {}

WordId Lexicon::find(std::string_view folded) const {
  const std::uint32_t hash = hash_of(folded);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.word == unknown_word) return unknown_word;
    if (slot.hash == hash && texts_[slot.word] == folded) return slot.word;
  }
}

WordId Lexicon::add(std::string_view folded) {
  if (const WordId known = find(folded); known != unknown_word) return known;
  if (texts_.size() * 2 > slots_.size()) grow();
  const auto word = static_cast<WordId>(texts_.size());
  texts_.emplace_back(folded);
  classes_.emplace_back();
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = hash_of(folded);
  std::size_t i = hash & mask;
  while (slots_[i].word != unknown_word) i = (i + 1) & mask;
  slots_[i] = {hash, word};
  return word;
}

void Lexicon::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == unknown_word) continue;
    std::size_t i = slot.hash & mask;
    while (slots_[i].word != unknown_word) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

void Lexicon::tokens(std::string_view text, std::vector<Token>& result) const {
  Scanner scanner(text);
  for (Token token; scanner.next(token); result.push_back(token))
    token.word = find(scanner.folded());
}

void Lexicon::add_tokens(std::string_view text, std::vector<Token>& result) {
  Scanner scanner(text);
  for (Token token; scanner.next(token); result.push_back(token))
    token.word = add(scanner.folded());
}

std::string_view beginning(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::string fold_word(std::string_view word) {
  Scanner scanner(word);
  Token token;
  std::string result;
  while (scanner.next(token)) result += scanner.folded();
  return result;
}

}  // namespace oscegraph::press
