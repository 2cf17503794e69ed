// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/items/clues.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

#include "oscegraph/graph/text/fnv.hpp"
#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/loader/embedded/embedded_rows.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t most_bytes = 4096;
constexpr std::size_t shortest_word = 5;  // letters; shorter ones are in every text
constexpr std::size_t shortest_long_word = 6;
constexpr std::uint32_t again_and_again = 3;
constexpr std::size_t word_beginning = 6;  // letters that "training" and "trainings" share
constexpr std::size_t fewest_for_language = 3;
// An item with more words is no release; the limit keeps the cost per paragraph constant.
constexpr std::size_t most_kept = 2000;
constexpr std::string_view united_nations = "agency:un";
constexpr std::uint32_t farthest_subject = 6;  // words into a sentence

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Function words with their languages; a word of several languages counts for each.
const std::unordered_map<std::string_view, Languages>& small_words() {
  static const auto all = [] {
    std::unordered_map<std::string_view, Languages> words;
    for_each_row("items/language-words.csv", [&](const std::vector<CsvField>& row) {
      enum { language, list };
      const Languages spoken =
          meaning_of(language_codes, row.at(language).text, "items/language-words.csv");
      for_each_part(row.at(list).text, ' ', [&](std::string_view word) { words[word] |= spoken; });
    });
    return words;
  }();
  return all;
}

/// The stem that the forms of a word share, counted in letters, not bytes.
std::string_view beginning_of(std::string_view folded) {
  const bool two_bytes = static_cast<unsigned char>(folded.front()) >= 0xC0;
  return folded.substr(0, word_beginning * (two_bytes ? 2 : 1));
}

void make_set(std::vector<std::uint32_t>& list) {
  std::ranges::sort(list);
  const auto repeated = std::ranges::unique(list);
  list.erase(repeated.begin(), repeated.end());
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(beginning(text, most_bytes)) {
    knowledge_.lexicon().tokens(text_, tokens_);
    count_ = static_cast<std::uint32_t>(tokens_.size());
  }

  Clues read() {
    clues_.language = language();
    read_names();
    make_set(clues_.names);
    make_set(clues_.states);
    make_set(clues_.subjects);
    make_set(clues_.things);
    make_set(clues_.meant);
    count_words();
    if (count_ == 0) return std::move(clues_);
    clues_.speaker = is(0, WordClass::speaker) || (is(1, WordClass::speaker) && tokens_[1].capital);
    read_begin();
    if (!clues_.dateline && !clues_.day) clues_.reference = reference();
    return std::move(clues_);
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return i < count_ && knowledge_.is(tokens_[i].word, wanted);
  }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i < count_ ? knowledge_.lexicon().text(tokens_[i].word) : std::string_view();
  }
  [[nodiscard]] std::string folded(std::uint32_t i) const {
    return i < count_ ? fold_word(text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin))
                      : std::string();
  }

  /// The language by function words; unknown when two languages are about equally likely.
  [[nodiscard]] Languages language() const {
    const auto& small = small_words();
    std::array<std::size_t, language_count> counts{};
    for (const Token& token : tokens_) {
      if (!token.is_word) continue;
      const auto known = small.find(knowledge_.lexicon().text(token.word));
      if (known == small.end()) continue;
      for (unsigned bit = 0; bit < language_count; ++bit) counts[bit] += known->second >> bit & 1U;
    }
    const auto best = std::ranges::max_element(counts);
    const std::size_t most = *best;
    *best = 0;
    if (most < fewest_for_language || most < *std::ranges::max_element(counts) * 3 / 2)
      return no_language;
    return static_cast<Languages>(1U << static_cast<unsigned>(best - counts.begin()));
  }

  // --- what it speaks of ---

  void read_names() {
    bool begins = true;  // whether a sentence begins: its capital says nothing
    for (std::uint32_t i = 0; i < count_; ++i) {
      if (const auto mention = knowledge_.names().find(text_, tokens_, i)) {
        add_mention(*mention);
        i = mention->end - 1;
        begins = false;
        continue;
      }
      const Token& token = tokens_[i];
      if (!token.is_word) {
        if (one_of(word(i), {".", "!", "?"}) && i + 1 < count_ && tokens_[i + 1].spaced)
          ++sentences_;
        begins = begins || one_of(word(i), {".", "!", "?", ":", "\"", "•", "–"});
        continue;
      }
      if (!token.number) add_word(i, begins);
      begins = false;
    }
  }

  void add_mention(const Mention& mention) {
    const GazetteerEntry& entry = gazetteer_entry(mention.entry);
    // "the OSCE Presence" refers to the structure named in full, so its head word is a name too.
    for (std::uint32_t i = mention.begin; i < mention.end; ++i)
      if (is(i, WordClass::reference_head)) clues_.names.push_back(fnv_32(word(i)));
    const std::uint32_t key = fnv_32(entry.id);
    // The EU and the UN occur in as many texts as States do.
    clues_.names_bodies = true;
    clues_.body = clues_.body || (mention.begin <= 3 && entry.kind != Kind::state);
    const bool common =
        entry.kind == Kind::state || entry.kind == Kind::donor || entry.id == united_nations;
    (common ? clues_.states : clues_.names).push_back(key);
  }

  void add_word(std::uint32_t i, bool begins) {
    const Token& token = tokens_[i];
    if (is(i, WordClass::reference_head) && token.capital) {
      clues_.names.push_back(fnv_32(word(i)));
      return;
    }
    if (is(i, WordClass::activity) || is(i, WordClass::project_noun)) add_thing(i);
    const bool ordinary = is(i, WordClass::month) || is(i, WordClass::weekday) ||
                          is(i, WordClass::organization) || is(i, WordClass::org_head) ||
                          is(i, WordClass::reference_head) || is(i, WordClass::state_body) ||
                          is(i, WordClass::government) || is(i, WordClass::project_noun) ||
                          is(i, WordClass::job) || is(i, WordClass::generic);
    if (ordinary) return;
    const bool german_noun = clues_.language == german && !token.all_capitals;
    if (token.all_capitals && Currency::parse(text_.substr(token.begin, token.end - token.begin)))
      return;
    if (token.all_capitals || (token.capital && !begins && !german_noun)) {
      const std::uint32_t name = fnv_32(folded(i));
      clues_.names.push_back(name);
      // A surname or place that is in no list: "Novak said", "The Vaziani depot".
      if (i < farthest_subject && token.word == unknown_word && !token.all_capitals)
        clues_.subjects.push_back(name);
      return;
    }
    const std::string word = folded(i);
    if (word.empty()) return;  // a combining mark without a letter
    const std::size_t letters =
        word.size() / (static_cast<unsigned char>(word.front()) >= 0xC0 ? 2 : 1);
    if (letters >= shortest_word)
      clues_.words.push_back({fnv_32(beginning_of(word)), 1, letters >= shortest_long_word});
  }

  void add_thing(std::uint32_t i) {
    // not empty, since the word is in a set
    const std::uint32_t thing = fnv_32(beginning_of(folded(i)));
    clues_.things.push_back(thing);
    // "The training" may refer to what was called a course.
    if (is(i, WordClass::activity)) clues_.things.push_back(fnv_32("an activity"));
    const bool known = i > 0 && is(i - 1, WordClass::det) && !is(i - 1, WordClass::indefinite);
    const bool bare = i + 1 >= count_ || one_of(word(i + 1), {".", ",", ";"});
    if (sentences_ == 0 && known && bare && !tokens_[i].capital) clues_.meant.push_back(thing);
  }

  void count_words() {
    auto& words = clues_.words;
    std::ranges::sort(words, {}, &Clues::Word::hash);
    std::size_t last = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i].hash == words[last].hash) ++words[last].count;
      else words[++last] = words[i];
    }
    if (!words.empty()) words.resize(last + 1);
  }

  // --- how it begins ---

  /// "VIENNA, 22 November 2024 –", "Vaduz, 22. Februar (pafl) –", "BISHKEK –", "On 4 October 2024,".
  void read_begin() {
    constexpr std::uint32_t farthest = 16;
    const std::uint32_t end = std::min(count_, farthest);
    if (tokens_[0].number || is(0, WordClass::month) || is(0, WordClass::weekday))
      return begin_with_day(0, end);
    if (is(0, WordClass::locative) || is(0, WordClass::before_day)) return begin_with_day(1, end);
    if (!tokens_[0].capital) return;
    for (std::uint32_t i = 1; i < end; ++i) {
      if (!tokens_[i].is_word && one_of(word(i), {"–", "-"})) {
        clues_.dateline = tokens_[i].spaced && is_place_and_day(0, i);
        return;
      }
      if (!tokens_[i].is_word && one_of(word(i), {".", ":"}) &&
          !is(i - 1, WordClass::abbreviation) && !is_day(i - 1) && i + 1 < count_ &&
          tokens_[i + 1].spaced) {
        clues_.dateline = has_day(0, i);
        return;
      }
    }
  }

  /// Whether tokens [begin, end) are a place, perhaps with a day: capitals, a day, brackets.
  [[nodiscard]] bool is_place_and_day(std::uint32_t begin, std::uint32_t end) const {
    bool capitals = true;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!tokens_[i].is_word || tokens_[i].number) continue;
      if (is(i, WordClass::month) || is(i, WordClass::weekday)) continue;
      if (word(i - (i > 0 ? 1U : 0U)) == "(") continue;  // a news agency's mark: "(pafl)"
      if (!tokens_[i].capital && !is(i, WordClass::locative) && !is(i, WordClass::and_))
        return false;
      capitals = capitals && tokens_[i].all_capitals;
    }
    return has_day(begin, end) || (capitals && end - begin <= 4);
  }

  [[nodiscard]] bool has_day(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (is(i, WordClass::month) && ((i > begin && is_day(i - 1)) || is_day(i + 1) ||
                                      (i > begin + 1 && word(i - 1) == "." && is_day(i - 2))))
        return true;
    return false;
  }
  [[nodiscard]] bool is_day(std::uint32_t i) const {
    return i < count_ && tokens_[i].number && tokens_[i].end - tokens_[i].begin <= 2;
  }

  /// "22 November 2024, ...", "7 and 8 November the ...", "November 21 and 22 and ...".
  void begin_with_day(std::uint32_t from, std::uint32_t end) {
    std::uint32_t past = from;
    while (past < end &&
           (tokens_[past].number || is(past, WordClass::month) || is(past, WordClass::weekday) ||
            is(past, WordClass::and_) || is(past, WordClass::before_day) ||
            is(past, WordClass::locative) || is(past, WordClass::det) ||
            is(past, WordClass::until) || one_of(word(past), {"-", "–", ",", "."})))
      ++past;
    clues_.day = past > from && has_day(from, past);
    for (std::uint32_t i = from; clues_.day && i < past; ++i)
      if (tokens_[i].number && tokens_[i].end - tokens_[i].begin == 4) clues_.year = true;
    // "22 November 2024, Vienna –": counts as a dateline.
    if (from == 0 && clues_.day && clues_.year)
      for (std::uint32_t i = past; i < std::min(count_, past + 5); ++i)
        if (!tokens_[i].is_word && one_of(word(i), {"–", "-"})) clues_.dateline = true;
  }

  [[nodiscard]] Reference reference() const {
    const Token& first = tokens_[0];
    if (!first.is_word) {
      const bool quoted = word(0) == "\"" || word(0) == "'";
      return quoted || one_of(word(0), {"(", "…", ")", ",", ";"}) ? Reference::strong
                                                                  : Reference::none;
    }
    if (!first.capital && !first.number) return Reference::strong;
    if (is(0, WordClass::refers_back)) return Reference::strong;
    if (points_back()) return Reference::strong;
    // "Building on ...", "Organized with ...": the subject was named before.
    const std::string opening = folded(0);
    if (is(1, WordClass::locative) && (opening.ends_with("ing") || opening.ends_with("ed")))
      return Reference::weak;
    // "For more information", "In closing,"
    // An English "a", which is no preposition of another language.
    if (is(0, WordClass::indefinite)) return Reference::none;
    std::uint32_t at = is(0, WordClass::locative) || is(0, WordClass::before_day) ? 1 : 0;
    if (at > 0 && at < count_ && !tokens_[at].capital && !tokens_[at].number &&
        !is(at, WordClass::det))
      return Reference::weak;
    if (!is(at, WordClass::det) || is(at, WordClass::indefinite)) return Reference::none;
    ++at;
    while (at < count_ && (is(at, WordClass::of) || is(at, WordClass::det))) ++at;  // "all of the"
    if (at >= count_ || tokens_[at].capital || tokens_[at].number) return Reference::none;
    // "The second course of 2024 began"; but "On the second day".
    return is(at, WordClass::newly) && at < 2 ? Reference::none : Reference::weak;
  }

  /// Whether a word early in the sentence refers to earlier text: "A feature of this training",
  /// "Over fifty of the participants", "In its report".
  [[nodiscard]] bool points_back() const {
    constexpr std::uint32_t early = 9;
    for (std::uint32_t i = 1; i < std::min(count_, early); ++i) {
      if (!tokens_[i].is_word && !one_of(word(i), {"-", "'"})) return false;
      if (i <= 3 && is(i, WordClass::pronoun)) return true;
      if (is(i, WordClass::demonstrative) && i + 1 < count_ && !tokens_[i + 1].capital &&
          !is(i + 1, WordClass::now))
        return true;
      if (i <= 3 && is(i, WordClass::attends) && !tokens_[i].capital) return true;
    }
    return false;
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  std::string_view text_;
  std::vector<Token> tokens_;
  std::uint32_t count_ = 0;
  std::uint32_t sentences_ = 0;  ///< number of sentences that have ended
  Clues clues_;
};

std::size_t shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++count;
    if (*x < *y) ++x;
    else if (*y < *x) ++y;
    else ++x, ++y;
  }
  return count;
}

void merge(std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& more) {
  if (all.size() >= most_kept) return;
  std::vector<std::uint32_t> result;
  result.reserve(all.size() + more.size());
  std::ranges::set_union(all, more, std::back_inserter(result));
  all = std::move(result);
}

void merge_words(std::vector<Clues::Word>& all, const std::vector<Clues::Word>& more) {
  if (all.size() >= most_kept) return;
  std::vector<Clues::Word> result;
  result.reserve(all.size() + more.size());
  auto a = all.begin();
  auto b = more.begin();
  while (a != all.end() || b != more.end()) {
    if (b == more.end() || (a != all.end() && a->hash < b->hash)) {
      result.push_back(*a++);
    } else if (a == all.end() || b->hash < a->hash) {
      result.push_back(*b++);
    } else {
      result.push_back({a->hash, a->count + b->count, a->is_long || b->is_long});
      ++a, ++b;
    }
  }
  all = std::move(result);
}

double shared_words(const std::vector<Clues::Word>& before, const std::vector<Clues::Word>& after) {
  double result = 0;
  for (auto a = before.begin(), b = after.begin(); a != before.end() && b != after.end();) {
    if (a->hash == b->hash) result += a->count >= again_and_again ? 1.5 : a->is_long ? 0.5 : 0;
    if (a->hash < b->hash) ++a;
    else if (b->hash < a->hash) ++b;
    else ++a, ++b;
  }
  return result;
}

}  // namespace

Clues clues_of(std::string_view paragraph) { return Reader(paragraph).read(); }

void add(Clues& all, const Clues& more) {
  all.names_bodies = all.names_bodies || more.names_bodies;
  merge(all.names, more.names);
  merge(all.states, more.states);
  merge_words(all.words, more.words);
  merge(all.things, more.things);
  if (more.language != no_language) all.language = more.language;
}

double cohesion(const Clues& before, const Clues& paragraph) {
  return 2.0 * static_cast<double>(shared(before.names, paragraph.names)) +
         static_cast<double>(shared(before.states, paragraph.states)) +
         shared_words(before.words, paragraph.words);
}

double weight(const Clues& clues) {
  const auto long_words = std::ranges::count_if(clues.words, &Clues::Word::is_long);
  return 2.0 * static_cast<double>(clues.names.size()) + static_cast<double>(clues.states.size()) +
         0.5 * static_cast<double>(long_words);
}

bool takes_up_name(const Clues& before, const Clues& paragraph) {
  return shared(before.names, paragraph.subjects) > 0;
}

bool takes_for_known(const Clues& before, const Clues& paragraph) {
  return shared(before.things, paragraph.meant) > 0;
}

bool takes_up_thing(const Clues& before, const Clues& paragraph) {
  return shared(before.things, paragraph.things) > 0;
}

}  // namespace oscegraph::press
