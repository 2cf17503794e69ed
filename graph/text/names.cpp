// SPDX-License-Identifier: Apache-2.0
//
// Normalises names with Unicode's case folding and decomposition (utf8proc). ASCII characters take
// a short way by a table.
#include "oscegraph/graph/text/names.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>

#include "oscegraph/graph/text/fnv.hpp"
#include "oscegraph/graph/text/nearest.hpp"

namespace oscegraph {
namespace {

// The article and the organisation's own names: they do not help to tell which node is meant.
constexpr std::array<std::string_view, 9> dropped_words{"the",  "osce", "osze", "обсе", "osbe",
                                                        "esbo", "obse", "osse", "agit"};

// Letters with a stroke that Unicode does not decompose, and ligatures; people often write them
// plain.
struct Letter {
  char32_t from;
  std::string_view to;
};
constexpr std::array<Letter, 7> strokes{
    {{U'ø', "o"}, {U'ł', "l"}, {U'đ', "d"}, {U'ı', "i"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'ð', "d"}}};

/// A bit for each length in bytes of a dropped word, so that most words need no comparison at all.
constexpr std::uint64_t dropped_sizes = [] {
  std::uint64_t sizes = 0;
  for (const std::string_view word : dropped_words) sizes |= std::uint64_t{1} << word.size();
  return sizes;
}();

bool is_dropped(std::string_view word) {
  return word.size() < 64 && (dropped_sizes >> word.size() & 1U) != 0 &&
         std::ranges::find(dropped_words, word) != dropped_words.end();
}

// The folded form of ASCII characters: letters become lower case, digits stay. Other bytes are no
// part of a word.
constexpr char separates = 0;
// no part of a word, and does not end it: "Women's" and "Womens" are equal
constexpr char passed_over = 1;
constexpr std::array<char, 256> ascii_folded = [] {
  std::array<char, 256> folded{};
  for (unsigned char c = 'a'; c <= 'z'; ++c)
    folded[c] = folded[static_cast<std::size_t>(c - 'a' + 'A')] = static_cast<char>(c);
  for (unsigned char c = '0'; c <= '9'; ++c) folded[c] = static_cast<char>(c);
  folded['\''] = passed_over;
  return folded;
}();
char folded(char c) { return ascii_folded[static_cast<unsigned char>(c)]; }

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

constexpr char32_t passed_over_too = U'’';

/// Letters, marks and digits of any script, a bit for each category; all else separates words.
constexpr std::uint32_t kept_categories = [] {
  std::uint32_t kept = 0;
  for (const utf8proc_category_t category :
       {UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LL, UTF8PROC_CATEGORY_LT, UTF8PROC_CATEGORY_LM,
        UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC, UTF8PROC_CATEGORY_ND,
        UTF8PROC_CATEGORY_NL, UTF8PROC_CATEGORY_NO})
    kept |= std::uint32_t{1} << static_cast<unsigned>(category);
  return kept;
}();
bool word_character(utf8proc_int32_t point) {
  return (kept_categories >> static_cast<unsigned>(utf8proc_category(point)) & 1U) != 0;
}

constexpr auto decomposition =
    static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                   UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);

constexpr std::uint64_t hash_of_tables = [] {
  std::uint64_t hash = fnv_64("");
  const auto add_number = [&](std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      const char byte = static_cast<char>(number >> shift & 0xFFU);
      hash = fnv_64({&byte, 1}, hash);
    }
  };
  const auto add_text = [&](std::string_view text) {
    add_number(static_cast<std::uint32_t>(text.size()));
    hash = fnv_64(text, hash);
  };
  for (const std::string_view word : dropped_words) add_text(word);
  for (const Letter& stroke : strokes) {
    add_number(stroke.from);
    add_text(stroke.to);
  }
  add_text({ascii_folded.data(), ascii_folded.size()});
  add_number(passed_over_too);
  add_number(kept_categories);
  add_number(static_cast<std::uint32_t>(decomposition));
  return hash;
}();

/// Collects the folded words of a name, and can give them with and without the dropped words.
class NameFolder {
 public:
  /// Consumes the ASCII characters at the front of a text.
  void take_ascii(std::string_view& text) {
    // One more, for the blank before a word.
    make_room(text.size() + 1);
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p < end && is_ascii(*p)) {
      if (folded(*p) > passed_over) {
        p = take_letters(p, end);
      } else {
        if (folded(*p) == separates) end_word();
        ++p;
      }
    }
    text.remove_prefix(static_cast<std::size_t>(p - text.data()));
  }
  void add(std::string_view characters) {
    make_room(characters.size() + 1);
    begin_word();
    characters.copy(all_.data() + size_, characters.size());
    size_ += characters.size();
  }
  void end_word() {
    if (!in_word_) return;
    in_word_ = false;
    const std::string_view word(all_.data() + word_, size_ - word_);
    if (is_dropped(word)) dropped_.push_back({word_, word.size()});
  }
  std::string all() {
    end_word();
    all_.resize(size_);
    return std::move(all_);
  }
  /// The words that are not dropped; all words, when every one is dropped.
  std::string joined() {
    end_word();
    if (dropped_.empty()) return all();
    std::string kept;
    std::size_t from = 0;
    const auto keep = [&](std::size_t end) {
      const std::string_view words =
          trimmed_blanks(std::string_view(all_).substr(from, end - from));
      if (!kept.empty() && !words.empty()) kept += ' ';
      kept += words;
    };
    for (const auto& [begin, size] : dropped_) {
      keep(begin);
      from = begin + size;
    }
    keep(size_);
    return kept.empty() ? all() : kept;
  }

 private:
  static std::string_view trimmed_blanks(std::string_view words) {
    while (words.starts_with(' ')) words.remove_prefix(1);
    while (words.ends_with(' ')) words.remove_suffix(1);
    return words;
  }
  const char* take_letters(const char* p, const char* end) {
    begin_word();
    char* to = all_.data() + size_;
    while (p < end && folded(*p) > passed_over) *to++ = folded(*p++);
    size_ = static_cast<std::size_t>(to - all_.data());
    return p;
  }
  void make_room(std::size_t more) {
    if (all_.size() < size_ + more) all_.resize(size_ + more);
  }
  void begin_word() {
    if (in_word_) return;
    in_word_ = true;
    if (size_ > 0) all_[size_++] = ' ';
    word_ = size_;
  }

  struct Range {
    std::size_t begin;
    std::size_t size;
  };
  std::string all_;       ///< longer than its text: room for more
  std::size_t size_ = 0;  ///< how much of all_ is used
  std::size_t word_ = 0;  ///< where the last word begins in all_
  bool in_word_ = false;
  std::vector<Range> dropped_;  ///< where the dropped words are in all_
};

/// Adds one code point that is already case folded and decomposed.
void add_folded(utf8proc_int32_t point, NameFolder& folder) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(point, bytes.data());
  std::string_view character(reinterpret_cast<const char*>(bytes.data()),
                             static_cast<std::size_t>(length));
  if (length == 1) return folder.take_ascii(character);
  const auto stroke = std::ranges::find(strokes, static_cast<char32_t>(point), &Letter::from);
  if (stroke != strokes.end()) folder.add(stroke->to);
  else if (word_character(point)) folder.add(character);
  else if (static_cast<char32_t>(point) != passed_over_too) folder.end_word();
}

/// Adds one code point: case folds and decomposes it, and strips marks.
void add_character(utf8proc_int32_t point, NameFolder& folder) {
  std::array<utf8proc_int32_t, 32> parts{};  // Unicode's longest has 18
  int boundary = 0;
  const auto count =
      utf8proc_decompose_char(point, parts.data(), parts.size(), decomposition, &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return folder.end_word();
  for (const utf8proc_int32_t part : std::span(parts).first(static_cast<std::size_t>(count)))
    add_folded(part, folder);
}

NameFolder folder_of(std::string_view text) {
  NameFolder folder;
  for (;;) {
    folder.take_ascii(text);
    if (text.empty()) return folder;
    utf8proc_int32_t point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &point);
    if (length > 0) add_character(point, folder);
    else folder.end_word();  // not UTF-8
    text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1)));
  }
}

}  // namespace

bool says_organisation(std::string_view text) {
  const std::string folded = fold_words(text);
  const std::vector<std::string_view> words = words_in(folded);
  return words.size() > 1 && std::ranges::any_of(words, [](std::string_view word) {
           return is_dropped(word) && word != dropped_words.front();
         });
}

std::string normalise_name(std::string_view name) { return folder_of(name).joined(); }

std::string fold_words(std::string_view text) { return folder_of(text).all(); }

std::uint64_t name_tables() { return hash_of_tables; }

std::vector<std::string_view> words_in(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

bool NameIndex::Keys::add(std::uint32_t key) {
  if (key == first || std::ranges::count(more, key) != 0) return false;
  more.push_back(key);
  return true;
}

std::vector<std::uint32_t> NameIndex::Keys::all() const {
  std::vector<std::uint32_t> keys{first};
  keys.insert(keys.end(), more.begin(), more.end());
  return keys;
}

void NameIndex::reserve(std::size_t names) {
  exact_.reserve(names);
  normalised_.reserve(names);
}

void NameIndex::add(std::string_view name, std::uint32_t key) {
  if (name.empty()) return;
  if (const auto found = exact_.find(name); found != exact_.end()) {
    if (!found->second.add(key)) return;
  } else {
    names_.push_back({std::string(name), key});
    exact_.emplace(names_.back().name, Keys{key, {}});
  }
  // A name without letters or digits ("-") is only found by its exact spelling.
  std::string normalised = normalise_name(name);
  if (normalised.empty()) return;
  const auto [found, is_new] = normalised_.try_emplace(std::move(normalised), Keys{key, {}});
  if (!is_new) found->second.add(key);
}

std::vector<std::uint32_t> NameIndex::find(std::string_view name) const {
  if (const auto found = exact_.find(name); found != exact_.end()) return found->second.all();
  if (const auto found = normalised_.find(normalise_name(name)); found != normalised_.end())
    return found->second.all();
  return {};
}

std::vector<std::string_view> NameIndex::nearest(std::string_view name, std::size_t most) const {
  std::vector<std::string_view> candidates;
  candidates.reserve(names_.size());
  for (const Entry& entry : names_) candidates.push_back(entry.name);
  return oscegraph::nearest(name, candidates, most);
}

}  // namespace oscegraph
