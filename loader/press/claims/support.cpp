// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/claims/support.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::press {
namespace {

enum class Sort : std::uint8_t { work, verb, political };

/// A word for what is supported: a project, a thing that costs money, or one that does not.
struct Object {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Sort sort = Sort::work;
};

class ObjectOfSupport {
 public:
  ObjectOfSupport(Sentence& sentence, const Match& match, bool project_named)
      : sentence_(sentence),
        match_(match),
        project_named_(project_named) {}

  [[nodiscard]] bool costs_money() const {
    if (says_money()) return true;
    if (!match_.project.empty()) return is_project(match_.project.begin);
    if (goes_to_a_body()) return true;
    const Span payer = match_.who.empty() ? match_.nation : match_.who;
    const bool object_follows = payer.end < match_.whole.end;
    const std::vector<Object> objects = objects_in(sentence_.first(), sentence_.last());
    if (!objects.empty()) {
      const Object* after = first_after(objects, payer.end);
      const Object* before = last_before(objects, payer.begin);
      const Object* object = object_follows ? after : before;
      if (object == nullptr) object = object_follows ? before : after;
      return object != nullptr && object->sort != Sort::political;
    }
    if (!leans_on_the_sentence_before()) return false;
    const std::vector<Object> earlier = objects_in(sentence_.before_first(), sentence_.first());
    return !earlier.empty() && earlier.front().sort != Sort::political;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const { return sentence_.is(i, wanted); }
  [[nodiscard]] bool in_payer(std::uint32_t i) const {
    return (match_.who.begin <= i && i < match_.who.end) ||
           (match_.nation.begin <= i && i < match_.nation.end);
  }

  /// Whether the matched words contain a word for money or a sum.
  [[nodiscard]] bool says_money() const {
    for (const Sum& sum : sentence_.sums())
      if (match_.whole.begin <= sum.begin && sum.end <= match_.whole.end) return true;
    for (std::uint32_t i = match_.whole.begin; i < match_.whole.end; ++i)
      if (!in_payer(i) && is(i, WordClass::money_word)) return true;
    return false;
  }

  /// Whether it refers to the sentence before, in the same paragraph: "It was supported by ...".
  [[nodiscard]] bool leans_on_the_sentence_before() const {
    constexpr std::uint32_t near = 4;
    const std::uint32_t first = sentence_.first();
    if (first == sentence_.before_first()) return false;
    if (std::ranges::count(sentence_.block().gap_before(first), '\n') > 1) return false;
    for (std::uint32_t i = first; i < sentence_.last() && i < first + near; ++i)
      if (is(i, WordClass::anaphor)) return true;
    return false;
  }

  /// Whether it is a contribution to a body: "a contribution of Spain to UNICEF".
  [[nodiscard]] bool goes_to_a_body() const {
    bool contribution = false;
    for (std::uint32_t i = match_.whole.begin; i < match_.whole.end; ++i)
      contribution = contribution || (!in_payer(i) && is(i, WordClass::contribution_word));
    const std::uint32_t to = match_.whole.end;
    if (!contribution || to + 1 >= sentence_.last() || !is(to, WordClass::receiver)) return false;
    // "all'UNESCO"
    const bool elided = sentence_.word(to + 1) == "'" && !sentence_.token(to + 1).spaced;
    const auto body = sentence_.parser().actor(elided ? to + 2 : to + 1);
    return body && body->state != body->entry;
  }

  /// Whether the token is a project. When no project has a name, "the programme" may be one of a
  /// government.
  [[nodiscard]] bool is_project(std::uint32_t at) const {
    const auto& projects = sentence_.projects();
    const auto project = std::ranges::find_if(
        projects, [&](const ProjectMention& p) { return p.begin <= at && at < p.end; });
    if (project == projects.end() || project->naming != Naming::reference || project_named_)
      return true;
    for (std::uint32_t i = project->begin; i < project->end; ++i)
      if (is(i, WordClass::plan)) return false;
    return true;
  }

  /// Whether a word is in the class; for a long German word, whether its end is
  /// ("Grenzschutzkurs").
  [[nodiscard]] bool has(std::uint32_t i, WordClass wanted) const {
    if (is(i, wanted)) return true;
    const Token& token = sentence_.token(i);
    constexpr std::size_t shortest = 4;
    if (token.word != unknown_word || !token.capital || token.end - token.begin < 2 * shortest)
      return false;
    const std::string folded =
        fold_word(sentence_.block().text.substr(token.begin, token.end - token.begin));
    const Lexicon& lexicon = knowledge_.lexicon();
    for (std::size_t k = shortest; k + shortest <= folded.size(); ++k)
      if (knowledge_.is(lexicon.find(std::string_view(folded).substr(k)), wanted)) return true;
    return false;
  }

  [[nodiscard]] std::vector<Object> objects_in(std::uint32_t begin, std::uint32_t end) const {
    std::vector<Object> objects;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (const std::uint32_t past = project_end(i); past > i) {
        if (is_project(i)) objects.push_back({i, past, Sort::work});
        i = past - 1;
      } else if (const Mention* name = sentence_.block().mention(i);
                 name != nullptr && !name->adjective) {
        i = std::max(i, std::min(name->end, end) - 1);
      } else if (!in_payer(i)) {
        if (is_idiom(i)) continue;
        // "a peace conference", "an election meeting": the purpose decides.
        const bool met_for = !objects.empty() && objects.back().end == i &&
                             objects.back().sort == Sort::political && is(i, WordClass::gathering);
        if (met_for) ++objects.back().end;
        else if (has(i, WordClass::political)) objects.push_back({i, i + 1, Sort::political});
        else if (has(i, WordClass::activity) || is_project_noun(i))
          objects.push_back({i, i + 1, Sort::work});
        else if (is(i, WordClass::work_done)) objects.push_back({i, i + 1, Sort::verb});
      }
    }
    return objects;
  }

  /// Whether "course" is part of an idiom: "of course", "in the course of", "au cours de", "nel
  /// corso di", "en curso".
  [[nodiscard]] bool is_idiom(std::uint32_t i) const {
    if (!is(i, WordClass::course_word)) return false;
    return knowledge_.ends(PhraseSet::before_course, i,
                           [&](std::uint32_t k) { return sentence_.token(k).word; });
  }

  /// Whether a word in the previous sentence, whose projects are no longer known, means a project.
  [[nodiscard]] bool is_project_noun(std::uint32_t i) const {
    return i < sentence_.first() && is(i, WordClass::project_noun) && !is(i, WordClass::plan);
  }

  [[nodiscard]] std::uint32_t project_end(std::uint32_t at) const {
    for (const ProjectMention& project : sentence_.projects())
      if (project.begin <= at && at < project.end) return project.end;
    return at;
  }

  static const Object* first_after(const std::vector<Object>& objects, std::uint32_t at) {
    const auto object =
        std::ranges::find_if(objects, [&](const Object& o) { return o.begin >= at; });
    return object == objects.end() ? nullptr : &*object;
  }

  /// The nearest object before `at`. When it describes another noun ("a course on elections") or is
  /// its verb ("the course was organized"), that noun.
  [[nodiscard]] const Object* last_before(const std::vector<Object>& objects,
                                          std::uint32_t at) const {
    std::size_t i = objects.size();
    while (i > 0 && objects[i - 1].end > at) --i;
    if (i == 0) return nullptr;
    for (--i; i > 0; --i) {
      const bool same_clause = objects[i].sort == Sort::verb
                                   ? words_between(objects[i - 1].end, objects[i].begin)
                                   : describes(objects[i - 1].end, objects[i].begin);
      if (!same_clause) break;
    }
    return &objects[i];
  }

  [[nodiscard]] bool words_between(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i)
      if (!sentence_.token(i).is_word && !sentence_.token(i).inside_phrase) return false;
    return true;
  }

  /// Whether tokens [begin, end) connect a noun to one that describes it: "on", "of the".
  [[nodiscard]] bool describes(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t longest = 8;
    return begin < end && end - begin <= longest && is(begin, WordClass::topic) &&
           words_between(begin, end);
  }

  const Knowledge& knowledge_ = Knowledge::instance();
  Sentence& sentence_;
  const Match& match_;
  bool project_named_;
};

}  // namespace

bool is_about_money(Sentence& sentence, const Match& match, bool project_named) {
  return ObjectOfSupport(sentence, match, project_named).costs_money();
}

}  // namespace oscegraph::press
