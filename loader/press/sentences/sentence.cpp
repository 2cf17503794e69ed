// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/sentence.hpp"

#include <algorithm>

namespace oscegraph::press {

void Sentence::move_to(std::uint32_t first, std::uint32_t last) {
  before_first_ = first == 0 ? 0 : first_;
  projects_before_.clear();
  if (first > 0) projects_before_.swap(projects_);
  first_ = first;
  last_ = last;
  parser_.set_range(first, last);
  sums_.reset();
  lists_.reset();
  subjects_.reset();
  subject_before_.reset();
  subject_here_.reset();
  projects_.clear();
  list_ends_.assign(last - first, 0);
  for (std::uint32_t i = first; i < last; ++i) {
    if (!is(i, WordClass::project_noun) && !is(i, WordClass::projects) &&
        !is(i, WordClass::undertaking) && !is(i, WordClass::activity) &&
        !is(i, WordClass::other_project) && !is(i, WordClass::phase))
      continue;
    projects_ = find_projects(context_, first, last);
    break;
  }
}

void Sentence::add_short_form(std::uint32_t at, std::string_view written) {
  if (project_over(at) != nullptr || block_.mention(at) != nullptr) return;
  // "the Crisis Room (CR)", "the CR Unit", "non-CR": the letters of something else, or part of a
  // name.
  const auto belongs = [&](std::uint32_t i) {
    if (word(i) == "(" || word(i) == "-") return true;
    return tokens_[i].is_word && tokens_[i].capital && !is(i, WordClass::det);
  };
  if ((at > first_ && belongs(at - 1)) || (at + 1 < last_ && belongs(at + 1))) return;
  ProjectMention mention{at, at + 1};
  mention.naming = Naming::named;
  mention.name = written;
  projects_.insert(std::ranges::upper_bound(projects_, at, {}, &ProjectMention::begin),
                   std::move(mention));
}

bool Sentence::begins_with_project_before() const {
  if (projects_before_.size() != 1 || !is(first_, WordClass::it)) return false;
  if (std::ranges::count(block_.gap_before(first_), '\n') > 1) return false;
  const ProjectMention& project = projects_before_.front();
  if (project.begin != before_first_) return false;
  std::uint32_t at = project.end;
  bool passive = false;
  for (; at < first_ && is(at, WordClass::passive); ++at) passive = true;
  return passive && at < first_ && is(at, WordClass::participle);
}

std::string_view Sentence::text() const {
  return block_.text.substr(tokens_[first_].begin, tokens_[last_ - 1].end - tokens_[first_].begin);
}

// --- slots of a pattern --------------------------------------------------------------------------

std::uint32_t Sentence::end_of_slot(ElementKind kind, std::uint32_t begin) {
  switch (kind) {
    case ElementKind::who:
    case ElementKind::owner: return list_end(begin);
    case ElementKind::nation: {
      const auto actor = parser_.nation(begin);
      return actor ? actor->end : begin;
    }
    case ElementKind::amount:
      for (const Sum& sum : sums())
        if (sum.begin == begin) return sum.end;
      return begin;
    case ElementKind::project: {
      const ProjectMention* project = project_over(begin);
      return project != nullptr && begin - project->begin <= 1 ? project->end : begin;
    }
    default: return begin;
  }
}

std::uint32_t Sentence::begin_of_slot(ElementKind kind, std::uint32_t end) {
  switch (kind) {
    case ElementKind::who:
      for (const Span& subject : subjects())
        if (subject.end == end) return subject.begin;
      // "It contributed ...": the subject of the sentence before.
      if (end > first_ && is(end - 1, WordClass::pronoun) && !antecedent(end - 1).empty())
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
    case ElementKind::project: {
      const ProjectMention* project = project_ending(end);
      return project != nullptr ? project->begin : end;
    }
    default: return end;
  }
}

std::uint32_t Sentence::next(std::uint32_t begin) {
  if (const auto* project = project_over(begin); project != nullptr && project->begin == begin)
    return project->end;
  if (const Mention* name = block_.mention(begin);
      name != nullptr && name->begin == begin && name->end <= last_)
    return name->end;
  return begin + 1;
}

std::uint32_t Sentence::previous(std::uint32_t end) {
  if (const ProjectMention* project = project_ending(end)) return project->begin;
  if (const Mention* name = block_.mention(end - 1);
      name != nullptr && name->end == end && name->begin >= first_)
    return name->begin;
  return end - 1;
}

// --- what the sentence contains ------------------------------------------------------------------

/// The project that token `i` belongs to, or nullptr.
const ProjectMention* Sentence::project_over(std::uint32_t i) const {
  const auto after = std::ranges::upper_bound(projects_, i, {}, &ProjectMention::begin);
  if (after == projects_.begin() || std::prev(after)->end <= i) return nullptr;
  return &*std::prev(after);
}

const ProjectMention* Sentence::project_ending(std::uint32_t end) const {
  const auto project = std::ranges::lower_bound(projects_, end, {}, &ProjectMention::end);
  return project == projects_.end() || project->end != end ? nullptr : &*project;
}

const std::vector<Sum>& Sentence::sums() {
  if (sums_) return *sums_;
  sums_ = find_sums({block_.text, tokens_, first_, last_});
  return *sums_;
}

/// The end of the list of actors that begins here; `begin` when there is none. Cached, since
/// patterns ask repeatedly.
std::uint32_t Sentence::list_end(std::uint32_t begin) {
  if (begin >= last_) return begin;
  std::uint32_t& end = list_ends_[begin - first_];
  if (end == 0) {
    std::uint32_t found = begin;
    end = parser_.list(begin, found).empty() ? begin : found;
  }
  return end;
}

/// All lists of actors in the sentence.
const std::vector<Span>& Sentence::lists() {
  if (lists_) return *lists_;
  lists_.emplace();
  for (std::uint32_t i = first_; i < last_;) {
    // Only a name, an article or a word for a government can begin a list.
    const bool possible = tokens_[i].capital || block_.mention(i) != nullptr ||
                          is(i, WordClass::det) || is(i, WordClass::government);
    const std::uint32_t end = possible ? list_end(i) : i;
    if (end > i) lists_->push_back({i, end});
    i = std::max(i + 1, end);
  }
  return *lists_;
}

// --- subjects ------------------------------------------------------------------------------------

/// Lists that may be the subject of what follows them, also when "in co-operation with ..." or ",
/// with funding from ...," stands between.
const std::vector<Span>& Sentence::subjects() {
  if (subjects_) return *subjects_;
  subjects_.emplace();
  for (const Span& list : lists()) add_subjects(list);
  return *subjects_;
}

void Sentence::add_subjects(const Span& list) {
  std::uint32_t begin = list.begin;
  // "Norway, through its embassy, funds ..."
  if (const std::uint32_t end = skip_insertion(list); end > list.end && may_be_subject(begin))
    subjects_->push_back({begin, end});
  if (!may_be_subject(begin)) {
    // "In Serbia, Norway funds ...": the second of the two is the subject.
    std::uint32_t end = 0;
    const auto actors = parser_.list(begin, end);
    if (actors.size() != 2 || actors[0].end >= last_ || word(actors[0].end) != ",") return;
    begin = actors[1].begin;
  }
  subjects_->push_back({begin, list.end});
  if (const std::uint32_t end = skip_company(list.end); end > list.end)
    subjects_->push_back({begin, end});
  else if (list.end < last_ && is(list.end, WordClass::company))
    for (std::uint32_t k = list.end + 2; k < last_ && k < list.end + 6; ++k)
      subjects_->push_back({begin, k});
}

/// The position after ", through its embassy,", ", which holds the Chairmanship," or ", not
/// Poland," behind a subject.
std::uint32_t Sentence::skip_insertion(const Span& list) {
  if (list.end >= last_) return list.end;
  // "Norway rather than Poland funds ..."
  const std::uint32_t than = knowledge_.skip_phrase(
      PhraseSet::rather_than, list.end,
      [&](std::uint32_t i) { return i < last_ ? tokens_[i].word : unknown_word; });
  if (than > list.end && than < last_) return list_end(than);
  if (word(list.end) != ",") return list.end;
  std::uint32_t end = 0;
  const auto actors = parser_.list(list.begin, end);
  if (!actors.empty() && (actors.back().channel || actors.back().sum)) return list.end + 1;
  std::uint32_t at = list.end + 1;
  if (at + 1 < last_ && is(at, WordClass::and_) && is(at + 1, WordClass::negation)) ++at;
  if (at >= last_ || !(is(at, WordClass::det) || is(at, WordClass::relative) ||
                       is(at, WordClass::negation) || is(at, WordClass::through)))
    return list.end;
  for (std::uint32_t i = list.end + 2; i < last_ && i < list.end + 16; ++i)
    if (word(i) == ",") return i + 1;
  return list.end;
}

/// The position after ", in co-operation with X," or ", with funding from X," at `at`; `at` when
/// there is none.
std::uint32_t Sentence::skip_company(std::uint32_t at) {
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

bool Sentence::may_be_subject(std::uint32_t at) const {
  if (at == first_) return true;
  const Token& before = tokens_[at - 1];
  if (!before.is_word || before.number)
    return tokens_[at].spaced || (before.inside_phrase && before.spaced);
  if (is(at - 1, WordClass::locative)) return false;
  if (is(at - 1, WordClass::gave_them)) return false;  // "gave Serbia support"
  // "Previously Japan ..."
  if (at - 1 == first_ && block_.mention(first_) == nullptr) return true;
  const Mention* name = block_.mention(at);
  const Mention* name_before = block_.mention(at - 1);
  const bool after_a_name = name_before != nullptr && name != nullptr && name != name_before;
  return !before.capital || is(at - 1, WordClass::month) || after_a_name;
}

const std::vector<Actor>& Sentence::antecedent(std::uint32_t at) {
  const bool early = at < first_ + 6;
  auto& known = early ? subject_before_ : subject_here_;
  if (!known) known = early ? first_subject(before_first_, first_) : first_subject(first_, at);
  return *known;
}

/// The actors at the beginning of tokens [begin, end).
std::vector<Actor> Sentence::first_subject(std::uint32_t begin, std::uint32_t end) {
  std::vector<Actor> actors;
  if (begin >= end) return actors;
  parser_.set_range(begin, end);
  for (std::uint32_t i = begin; i < end && i < begin + 4 && actors.empty(); ++i) {
    if (i > begin && tokens_[i - 1].is_word && is(i - 1, WordClass::locative)) break;
    std::uint32_t last = 0;
    actors = parser_.list(i, last);
  }
  parser_.set_range(first_, last_);
  return actors;
}

}  // namespace oscegraph::press
