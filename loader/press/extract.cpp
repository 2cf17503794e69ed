// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/extract.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/item_claims.hpp"
#include "oscegraph/loader/press/knowledge.hpp"
#include "oscegraph/loader/press/project_finder.hpp"
#include "oscegraph/loader/press/quantity.hpp"

namespace oscegraph::press {
namespace {

constexpr std::size_t longest_block = std::size_t{1} << 16U;
constexpr std::uint32_t longest_sentence = 400;  // words; what is longer is a list or no sentence

/// Where the next block of a text ends: after a paragraph, else a line, else a word.
std::size_t block_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= longest_block) return text.size();
  for (const std::string_view separator : {"\n\n", "\n", ". ", " "}) {
    const std::size_t found = text.substr(begin, longest_block).rfind(separator);
    if (found != std::string_view::npos && found > longest_block / 2)
      return begin + found + separator.size();
  }
  std::size_t end = begin + longest_block;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

class Extractor : public SlotFinder {
 public:
  Extractor(std::string_view text, const ItemFacts& facts)
      : text_(text),
        context_{{},
                 tokens_,
                 mention_at_,
                 mentions_,
                 last_with_head_,
                 likely_with_head_,
                 abbreviations_},
        parser_(context_),
        item_(facts) {}

  Found run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = block_end(text_, begin);
      read_block(begin, end);
      begin = end;
    }
    item_.finish(found_);
    std::ranges::sort(found_.nodes, {}, &FoundNode::id);
    const auto repeated = std::ranges::unique(found_.nodes, {}, &FoundNode::id);
    found_.nodes.erase(repeated.begin(), repeated.end());
    return std::move(found_);
  }

  // --- slots of a pattern

  std::uint32_t from(ElementKind kind, std::uint32_t begin) override {
    switch (kind) {
      case ElementKind::who:
      case ElementKind::owner: {
        std::uint32_t end = begin;
        (void)parser_.list(begin, end);
        return end;
      }
      case ElementKind::nation: {
        const auto actor = parser_.nation(begin);
        return actor ? actor->end : begin;
      }
      case ElementKind::amount:
        for (const Sum& sum : sums())
          if (sum.begin == begin) return sum.end;
        return begin;
      case ElementKind::project:
        for (const ProjectMention& project : projects_)
          if (project.begin <= begin && begin < project.end && begin - project.begin <= 1)
            return project.end;
        return begin;
      default: return begin;
    }
  }

  std::uint32_t upto(ElementKind kind, std::uint32_t end) override {
    switch (kind) {
      case ElementKind::who:
        for (const Span& subject : subjects())
          if (subject.end == end) return subject.begin;
        // "It contributed ...": whoever the sentence before was about.
        if (end > first_ && is(end - 1, WordClass::pronoun) && !subject_before().empty())
          return end - 1;
        return end;
      case ElementKind::owner:
        for (const Span& list : lists())
          if (list.end == end) return list.begin;
        return end;
      case ElementKind::nation:
        for (std::uint32_t i = end; i > first_ && end - i < 6; --i)
          if (const auto actor = parser_.nation(i - 1); actor && actor->end == end) return i - 1;
        return end;
      case ElementKind::amount:
        for (const Sum& sum : sums())
          if (sum.end == end) return sum.begin;
        return end;
      case ElementKind::project:
        for (const ProjectMention& project : projects_)
          if (project.end == end) return project.begin;
        return end;
      default: return end;
    }
  }

  std::uint32_t past(std::uint32_t begin) override {
    for (const ProjectMention& project : projects_)
      if (project.begin == begin) return project.end;
    if (mention_at_[begin] >= 0)
      if (const Mention& name = mentions_[static_cast<std::size_t>(mention_at_[begin])];
          name.begin == begin && name.end <= last_)
        return name.end;
    return begin + 1;
  }

  std::uint32_t back(std::uint32_t end) override {
    for (const ProjectMention& project : projects_)
      if (project.end == end) return project.begin;
    if (mention_at_[end - 1] >= 0)
      if (const Mention& name = mentions_[static_cast<std::size_t>(mention_at_[end - 1])];
          name.end == end && name.begin >= first_)
        return name.begin;
    return end - 1;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return knowledge_.is(tokens_[i].word, wanted);
  }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return knowledge_.lexicon().text(tokens_[i].word);
  }

  // --- blocks and sentences

  void read_block(std::size_t begin, std::size_t end) {
    block_begin_ = begin;
    context_.text = text_.substr(begin, end - begin);
    tokens_.clear();
    mentions_.clear();
    knowledge_.lexicon().tokens(context_.text, tokens_);
    find_mentions();
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t first = 0; first < count;) {
      const std::uint32_t last = sentence_end(first);
      read_sentence(first, last);
      first = last;
    }
  }

  void find_mentions() {
    mention_at_.assign(tokens_.size(), -1);
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      const auto mention = knowledge_.names().find(context_.text, tokens_, i);
      if (!mention) continue;
      for (std::uint32_t k = mention->begin; k < mention->end; ++k)
        mention_at_[k] = static_cast<std::int32_t>(mentions_.size());
      mentions_.push_back(*mention);
      i = mention->end - 1;
    }
  }

  [[nodiscard]] std::uint32_t sentence_end(std::uint32_t first) const {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = first; i < count; ++i) {
      if (i > first && tokens_[i].line_start && line_ends_sentence(i) && !is_label(first, i) &&
          !continues_label(first, i))
        return i;
      if (i - first >= longest_sentence) return i;
      if (tokens_[i].is_word) continue;
      const std::string_view mark = word(i);
      if (mark != "." && mark != "!" && mark != "?" && mark != "…") continue;
      std::uint32_t next = i + 1;
      while (next < count && !tokens_[next].is_word && !tokens_[next].spaced)
        ++next;  // closing quotes
      if (next >= count) return count;
      if (!tokens_[next].spaced) continue;
      if (mark == "." && abbreviates(i, next)) continue;
      return next;
    }
    return count;
  }

  /// Whether the line at `i` goes on with what a label on an earlier line began: States and bodies,
  /// one a line.
  [[nodiscard]] bool continues_label(std::uint32_t first, std::uint32_t i) const {
    std::uint32_t label = first;
    while (label < i && (label == first || !tokens_[label].line_start)) ++label;
    if (!is_label(first, label) || mention_at_[i] < 0) return false;
    const Mention& name = mentions_[static_cast<std::size_t>(mention_at_[i])];
    return name.end >= tokens_.size() || tokens_[name.end].line_start;
  }

  /// "Donors" or "Implementing partners:" alone on a line: what it labels stands on the next.
  [[nodiscard]] bool is_label(std::uint32_t first, std::uint32_t end) const {
    if (end - first > 5) return false;
    bool any = false;
    for (std::uint32_t i = first; i < end; ++i) {
      if (!is(i, WordClass::label) && (tokens_[i].is_word || i == first)) return false;
      any = any || tokens_[i].is_word;
    }
    return any;
  }

  /// A line break ends a sentence unless the next line goes on in small letters.
  [[nodiscard]] bool line_ends_sentence(std::uint32_t i) const {
    const std::string_view gap =
        context_.text.substr(tokens_[i - 1].end, tokens_[i].begin - tokens_[i - 1].end);
    if (std::ranges::count(gap, '\n') > 1) return true;
    // Hard-wrapped text goes on in small letters.
    return !tokens_[i].is_word || tokens_[i].capital || tokens_[i].number;
  }

  /// "U.S. Department", "Dr. Novak", "22. Februar": a full stop inside a sentence.
  [[nodiscard]] bool abbreviates(std::uint32_t stop, std::uint32_t next) const {
    if (!tokens_[next].capital && tokens_[next].is_word && !tokens_[next].number) return true;
    if (stop == 0) return false;
    const Token& before = tokens_[stop - 1];
    if (before.end != tokens_[stop].begin) return false;
    if (is(stop - 1, WordClass::abbreviation)) return true;
    if (before.number && before.end - before.begin <= 2 && is(next, WordClass::month)) return true;
    const bool initial = before.capital && before.end - before.begin <= 2 && !before.all_capitals;
    if (!initial) return false;
    // "in the U.S. The project": an article begins a sentence.
    return !is(next, WordClass::det);
  }

  // --- one sentence

  void read_sentence(std::uint32_t first, std::uint32_t last) {
    before_first_ = first == 0 ? 0 : first_;
    first_ = first;
    last_ = last;
    if (begins_item() || item_.is_full()) item_.finish(found_);
    bool rules = false;
    bool project_words = false;
    for (std::uint32_t i = first; i < last; ++i) {
      rules = rules || !knowledge_.anchored(tokens_[i].word).empty();
      project_words = project_words || is(i, WordClass::project_noun);
    }
    parser_.within(first, last);
    sums_.reset();
    lists_.reset();
    subjects_.reset();
    subject_before_.reset();
    projects_.clear();
    sentence_span_ = {block_begin_ + tokens_[first].begin, block_begin_ + tokens_[last - 1].end};
    item_.begin_sentence(
        sentence_span_,
        context_.text.substr(tokens_[first].begin, tokens_[last - 1].end - tokens_[first].begin));
    introduce_abbreviations();
    if (project_words) {
      projects_ = find_projects(context_, first, last);
      for (const ProjectMention& project : projects_)
        item_.add_project(project, bytes(project.begin, project.end));
    }
    if (rules) apply_rules();
    note_offices();
    note_date();
  }

  /// Whether a new item begins here: after an empty line, an OSCE structure that no sentence has
  /// named yet is the subject, while others have been named.
  [[nodiscard]] bool begins_item() const {
    const Token& token = tokens_[first_];
    if (!token.line_start || first_ == 0) return false;
    const std::size_t before = tokens_[first_ - 1].end;
    const std::string_view gap = context_.text.substr(before, token.begin - before);
    if (std::ranges::count(gap, '\n') < 2) return false;
    for (std::uint32_t i = first_; i < last_ && i < first_ + 4; ++i) {
      if (mention_at_[i] < 0) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(mention_at_[i])];
      if (gazetteer_entry(mention.entry).kind != Kind::office) return false;
      return item_.has_offices() && !item_.names_office(mention.entry);
    }
    return false;
  }

  [[nodiscard]] ByteSpan bytes(std::uint32_t begin, std::uint32_t end) const {
    return {block_begin_ + tokens_[begin].begin, block_begin_ + tokens_[end - 1].end};
  }

  const std::vector<Sum>& sums() {
    if (sums_) return *sums_;
    const bool number =
        std::any_of(tokens_.begin() + first_, tokens_.begin() + last_, [&](const Token& token) {
          return token.number || knowledge_.is(token.word, WordClass::scale);
        });
    sums_.emplace();
    if (number) sums_ = find_sums(context_.text, tokens_, first_, last_);
    return *sums_;
  }

  /// All lists of actors in the sentence.
  const std::vector<Span>& lists() {
    if (lists_) return *lists_;
    lists_.emplace();
    for (std::uint32_t i = first_; i < last_;) {
      std::uint32_t end = i;
      // A list begins with a name, an article or a word for a government.
      const bool possible = tokens_[i].capital || mention_at_[i] >= 0 || is(i, WordClass::det) ||
                            is(i, WordClass::government);
      if (possible && !parser_.list(i, end).empty()) lists_->push_back({i, end});
      i = std::max(i + 1, end);
    }
    return *lists_;
  }

  /// Those that may be the subject of what follows them, also past "in co-operation with ..." and
  /// ", with funding from ...,".
  const std::vector<Span>& subjects() {
    if (subjects_) return *subjects_;
    subjects_.emplace();
    for (const Span& span : lists()) {
      std::uint32_t begin = span.begin;
      // "Norway, through its embassy, funds ..."
      if (const std::uint32_t end = past_insertion(span); end > span.end && may_be_subject(begin))
        subjects_->push_back({begin, end});
      if (!may_be_subject(begin)) {
        // "In Serbia, Norway funds ...": the second of the two.
        std::uint32_t end = 0;
        const auto list = parser_.list(begin, end);
        if (list.size() != 2 || word(list[0].end) != ",") continue;
        begin = list[1].begin;
      }
      subjects_->push_back({begin, span.end});
      if (const std::uint32_t end = past_company(span.end); end > span.end)
        subjects_->push_back({begin, end});
      else if (span.end < last_ && is(span.end, WordClass::company))
        for (std::uint32_t k = span.end + 2; k < last_ && k < span.end + 6; ++k)
          subjects_->push_back({begin, k});
    }
    return *subjects_;
  }

  /// Past ", through its embassy," and ", which holds the Chairmanship," after a subject.
  [[nodiscard]] std::uint32_t past_insertion(const Span& span) const {
    if (span.end >= last_ || word(span.end) != ",") return span.end;
    std::uint32_t end = 0;
    const auto list = parser_.list(span.begin, end);
    if (!list.empty() && list.back().channel) return span.end + 1;
    if (span.end + 1 >= last_ ||
        !(is(span.end + 1, WordClass::det) || is(span.end + 1, WordClass::relative)))
      return span.end;
    for (std::uint32_t i = span.end + 2; i < last_ && i < span.end + 16; ++i)
      if (word(i) == ",") return i + 1;
    return span.end;
  }

  /// Who the sentence before began with, for its "it" and "they"; empty when that was nobody.
  const std::vector<Actor>& subject_before() {
    if (subject_before_) return *subject_before_;
    subject_before_.emplace();
    if (before_first_ >= first_) return *subject_before_;
    parser_.within(before_first_, first_);
    for (std::uint32_t i = before_first_; i < first_ && i < before_first_ + 4; ++i) {
      if (i > before_first_ && tokens_[i - 1].is_word && is(i - 1, WordClass::locative)) break;
      std::uint32_t end = 0;
      *subject_before_ = parser_.list(i, end);
      if (!subject_before_->empty()) break;
    }
    parser_.within(first_, last_);
    return *subject_before_;
  }

  /// Past ", in co-operation with X," or ", with funding from X," at `at`; `at` when there is none.
  [[nodiscard]] std::uint32_t past_company(std::uint32_t at) {
    std::uint32_t i = at;
    const bool comma = i < last_ && word(i) == ",";
    if (comma) ++i;
    if (i < last_ && is(i, WordClass::and_)) ++i;  // "... and with the contributions of X,"
    if (i >= last_ || !is(i, WordClass::company)) return at;
    for (const Span& list : lists()) {
      if (list.begin <= i || list.begin > i + 7) continue;
      std::uint32_t end = list.end;
      if (end < last_ && word(end) == ",") ++end;
      return end;
    }
    if (!comma) return at;
    for (std::uint32_t k = i; k < last_ && k < i + 16; ++k)
      if (word(k) == ",") return k + 1;
    return at;
  }

  [[nodiscard]] bool may_be_subject(std::uint32_t at) const {
    if (at == first_) return true;
    const Token& before = tokens_[at - 1];
    if (!before.is_word || before.number)
      return tokens_[at].spaced || (before.inside_phrase && before.spaced);
    if (is(at - 1, WordClass::locative)) return false;
    if (at - 1 == first_ && mention_at_[first_] < 0) return true;  // "Previously Japan ..."
    const bool after_a_name =
        mention_at_[at - 1] >= 0 && mention_at_[at] >= 0 && mention_at_[at] != mention_at_[at - 1];
    return !before.capital || is(at - 1, WordClass::month) || after_a_name;
  }

  // --- rules

  void apply_rules() {
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (inside_name(i) || in_job_title(i)) continue;
      for (const std::uint32_t number : knowledge_.anchored(tokens_[i].word)) {
        const FlatPattern& pattern = knowledge_.pattern(number);
        Match match;
        if (match_pattern(pattern, tokens_, first_, last_, i, *this, match))
          use(pattern.row, i, match);
      }
    }
  }

  /// The "Programme" of a Programme Office is no programme.
  [[nodiscard]] bool inside_name(std::uint32_t i) const {
    return mention_at_[i] >= 0 && !mentions_[static_cast<std::size_t>(mention_at_[i])].adjective;
  }

  /// "Project Officer", "Project Support Officer".
  [[nodiscard]] bool in_job_title(std::uint32_t i) const {
    if (!tokens_[i].capital || !is(i, WordClass::project_noun) || i + 2 >= last_) return false;
    return is(i + 1, WordClass::job) || (tokens_[i + 1].capital && is(i + 2, WordClass::job));
  }

  void use(std::uint32_t row_number, std::uint32_t anchor, const Match& match) {
    const PatternRow& row = knowledge_.rows()[row_number];
    if (row.says == Says::funds && (is_unreal(match, anchor) || is_about_something_else(match)))
      return;
    std::vector<Actor> actors;
    if (!match.who.empty()) {
      actors = actors_of(match);
    } else if (!match.nation.empty()) {
      if (auto actor = parser_.nation(match.nation.begin)) actors.push_back(*actor);
    }
    Evidence evidence;
    evidence.row = row_number;
    evidence.sentence = sentence_span_;
    evidence.project = project_near(match, anchor);
    if (row.says == Says::funds) add_money(match, actors, evidence);
    for (const Actor& actor : actors) {
      const std::uint32_t begin = std::min({actor.begin, anchor});
      const std::uint32_t end = std::max({actor.end, anchor + 1, match.amount.end});
      evidence.words = bytes(begin, end);
      item_.add(actor, channel_of(actor), evidence);
    }
    if (row.says == Says::funds) note_channel_after(match, evidence);
  }

  [[nodiscard]] std::vector<Actor> actors_of(const Match& match) {
    if (is(match.who.begin, WordClass::pronoun) && !subject_before().empty()) {
      std::vector<Actor> actors = subject_before();
      for (Actor& actor : actors) {
        actor.begin = match.who.begin;
        actor.end = match.who.end;
        actor.channel.reset();
      }
      return actors;
    }
    std::uint32_t end = 0;
    std::vector<Actor> actors = parser_.list(match.who.begin, end);
    // "With funding from Norway, UNDP and the Mission held ...": the sentence's subject follows.
    const bool fronted = match.whole.begin == first_ && match.whole.end == match.who.end;
    if (fronted && end < last_ && tokens_[end].is_word && !is(end, WordClass::locative) &&
        !is(end, WordClass::and_))
      for (std::size_t i = 0; i + 1 < actors.size(); ++i)
        if (const std::uint32_t after = actors[i].end;
            word(after) == "," && !is(after + 1, WordClass::and_)) {
          actors.resize(i + 1);
          break;
        }
    return actors;
  }

  [[nodiscard]] std::optional<Actor> channel_of(const Actor& actor) const {
    if (!actor.channel) return std::nullopt;
    auto channel = parser_.actor(*actor.channel);
    if (channel && says_own(*actor.channel)) channel->pays_for_state = true;
    return channel;
  }

  /// "through its agency": the payer's own, which carries nothing out.
  [[nodiscard]] bool says_own(std::uint32_t at) const {
    return at < last_ && (word(at) == "its" || word(at) == "their");
  }

  /// "seeks funding from", "could be funded by", "without funding from".
  [[nodiscard]] bool is_unreal(const Match& match, std::uint32_t anchor) const {
    const std::uint32_t from = match.whole.begin > first_ + 4 ? match.whole.begin - 4 : first_;
    for (std::uint32_t i = from; i < anchor; ++i) {
      const bool inside = i >= match.who.begin && i < match.who.end;
      const bool polite = i + 1 < last_ && word(i + 1) == "like";  // "would like to thank"
      if (!inside && !polite && is(i, WordClass::unreal) &&
          (i >= match.whole.begin || !clause_between(i, match.whole.begin)))
        return true;
    }
    return false;
  }
  [[nodiscard]] bool clause_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (!tokens_[i].is_word && word(i) != "-" && word(i) != "'") return true;
    return false;
  }

  /// "terrorism financed by ...": money, but not ours.
  [[nodiscard]] bool is_about_something_else(const Match& match) const {
    for (std::uint32_t i = match.whole.begin; i > first_ && match.whole.begin - i < 3; --i)
      if (is(i - 1, WordClass::bad_object) && mention_at_[i - 1] < 0) return true;
    for (std::uint32_t i = match.whole.end; i < last_ && i < match.whole.end + 3; ++i) {
      if (!tokens_[i].is_word) break;
      if (is(i, WordClass::bad_object)) return true;
    }
    return false;
  }

  /// The project of the same sentence that the words are most likely about.
  [[nodiscard]] std::optional<std::size_t> project_near(const Match& match,
                                                        std::uint32_t anchor) const {
    if (projects_.empty()) return std::nullopt;
    const auto distance = [&](const ProjectMention& p) {
      const bool real = p.naming == Naming::named || p.naming == Naming::described;
      const std::uint32_t away = p.end <= anchor     ? anchor - p.end
                                 : p.begin >= anchor ? p.begin - anchor
                                                     : 0;
      return away + (real ? 0U : 40U);
    };
    std::size_t best = 0;
    for (std::size_t i = 0; i < projects_.size(); ++i) {
      if (!match.project.empty() && projects_[i].begin <= match.project.begin &&
          match.project.begin < projects_[i].end)
        return item_.sentence_project(i);
      if (distance(projects_[i]) < distance(projects_[best])) best = i;
    }
    return item_.sentence_project(best);
  }

  void add_money(const Match& match, const std::vector<Actor>& actors, Evidence& evidence) {
    evidence.period = find_period(context_.text, tokens_, first_, last_);
    if (actors.size() != 1) return;  // a sum given together is nobody's share
    for (const Sum& sum : sums())
      if (sum.begin == match.amount.begin && !match.amount.empty()) evidence.amount = sum.money;
    if (!evidence.amount && sums().size() == 1) {
      const Sum& only = sums().front();
      const std::uint32_t away = only.begin >= match.whole.end   ? only.begin - match.whole.end
                                 : only.end <= match.whole.begin ? match.whole.begin - only.end
                                                                 : 0;
      if (away <= 12) evidence.amount = only.money;
    }
  }

  /// "... EUR 2 million through the OSCE": who passes the money on carries the work out.
  void note_channel_after(const Match& match, Evidence evidence) {
    for (std::uint32_t i = match.whole.end; i < last_ && i < match.whole.end + 4; ++i) {
      if (!tokens_[i].is_word) return;
      if (!is(i, WordClass::through)) continue;
      if (const auto actor = parser_.actor(i + 1);
          actor && !actor->pays_for_state && !says_own(i + 1)) {
        evidence.words = bytes(i, actor->end);
        evidence.amount.reset();
        item_.add_implementer(*actor, evidence);
      }
      return;
    }
  }

  // --- what later sentences lean on

  void note_offices() {
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (is(i, WordClass::organization)) item_.add_organization();
      if (tokens_[i].capital)
        if (const FieldPlace* place = knowledge_.field_place(tokens_[i].word))
          likely_with_head_.try_emplace(place->head, place->entry);
      if (mention_at_[i] < 0) continue;
      const Mention& mention = mentions_[static_cast<std::size_t>(mention_at_[i])];
      if (gazetteer_entry(mention.entry).kind == Kind::office) {
        item_.add_office(mention.entry, bytes(mention.begin, mention.end));
        for (std::uint32_t k = mention.begin; k < mention.end; ++k)
          if (is(k, WordClass::reference_head)) last_with_head_[tokens_[k].word] = mention.entry;
      }
      i = mention.end - 1;
    }
  }

  /// "Organised Crime Research Centre (OCRC)".
  void introduce_abbreviations() {
    for (std::uint32_t i = first_ + 1; i + 2 < last_; ++i) {
      if (tokens_[i].is_word || word(i) != "(" || !tokens_[i + 1].all_capitals ||
          word(i + 2) != ")")
        continue;
      const std::uint32_t from = i > first_ + 16 ? i - 16 : first_;
      for (std::uint32_t k = from; k < i; ++k) {
        auto actor = parser_.actor(k);
        if (!actor || actor->name_end != i || actor->by_reference) continue;
        const Token& short_form = tokens_[i + 1];
        abbreviations_.insert_or_assign(
            std::string(context_.text.substr(short_form.begin, short_form.end - short_form.begin)),
            *actor);
        break;
      }
    }
  }

  void note_date() {
    if (found_.date.known() || dates_seen_ > 40) return;
    for (std::uint32_t i = first_; i < last_ && !found_.date.known(); ++i) {
      if (!tokens_[i].is_word || ++dates_seen_ > 400) continue;
      if (!tokens_[i].number && !is(i, WordClass::month)) continue;
      if (const auto date = date_at(context_.text, tokens_, i, last_); date && date->date.day() > 0)
        found_.date = date->date;
    }
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<std::int32_t> mention_at_;
  std::vector<Mention> mentions_;
  std::map<WordId, std::int32_t> last_with_head_;
  std::map<WordId, std::int32_t> likely_with_head_;
  std::map<std::string, Actor, std::less<>> abbreviations_;
  Context context_;
  ActorParser parser_;
  ItemClaims item_;
  Found found_;

  std::size_t block_begin_ = 0;
  std::uint32_t before_first_ = 0;  ///< where the sentence before began
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  ByteSpan sentence_span_;
  std::optional<std::vector<Sum>> sums_;
  std::optional<std::vector<Span>> lists_;
  std::optional<std::vector<Span>> subjects_;
  std::optional<std::vector<Actor>> subject_before_;
  std::vector<ProjectMention> projects_;
  std::size_t dates_seen_ = 0;
};

}  // namespace

Found extract(std::string_view text, const ItemFacts& facts) {
  return Extractor(text, facts).run();
}

}  // namespace oscegraph::press
