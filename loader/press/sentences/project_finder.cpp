// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sentences/project_finder.hpp"

#include <algorithm>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/press/sums/quantity.hpp"
#include "oscegraph/loader/press/words/short_form.hpp"

namespace oscegraph::press {
namespace {

constexpr std::uint32_t longest_title = 45;

class Finder {
 public:
  Finder(const Context& context, std::uint32_t first, std::uint32_t last)
      : c_(context),
        first_(first),
        last_(last) {}

  std::vector<ProjectMention> all() {
    std::vector<ProjectMention> found;
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (c_.mention_at[i] >= 0) continue;
      ProjectMention mention{i, i};
      if (is(i, WordClass::project_noun)) mention = at(i);
      if (mention.end == mention.begin) mention = undertaking_elsewhere(i);
      if (mention.end == mention.begin) continue;
      if (!found.empty() && mention.begin < found.back().end) continue;
      found.push_back(mention);
      i = std::max(i, mention.end - 1);
    }
    return found;
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const {
    return i >= first_ && i < last_ && knowledge_.is(c_.tokens[i].word, wanted);
  }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return i >= first_ && i < last_ ? knowledge_.lexicon().text(c_.tokens[i].word)
                                    : std::string_view();
  }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    return i >= first_ && i < last_ && (c_.tokens[i].capital || c_.tokens[i].number);
  }
  [[nodiscard]] bool quote(std::uint32_t i) const {
    return word(i) == "\"" || (word(i) == "'" && (c_.tokens[i].spaced || ends_quote(i)));
  }
  [[nodiscard]] bool ends_quote(std::uint32_t i) const {
    return i + 1 >= last_ || c_.tokens[i + 1].spaced || !c_.tokens[i + 1].is_word;
  }

  [[nodiscard]] std::string text_of(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {};
    std::string result(
        c_.text.substr(c_.tokens[begin].begin, c_.tokens[end - 1].end - c_.tokens[begin].begin));
    std::ranges::replace(result, '\n', ' ');
    return result;
  }

  ProjectMention at(std::uint32_t noun) const {
    ProjectMention mention{noun, noun + 1};
    const bool job =
        is(noun + 1, WordClass::job) || (capital(noun + 1) && is(noun + 2, WordClass::job));
    if (job && c_.tokens[noun].capital) {  // "Project Officer", "Project Support Officer"
      mention.end = mention.begin;
      return mention;
    }
    if (quoted_after(noun, mention) || quoted_before(noun, mention) || name_before(noun, mention) ||
        name_after(noun, mention)) {
      mention.naming = Naming::named;
      abbreviation_after(mention);
    } else if (is(noun, WordClass::needs_name)) {
      // "a training programme" is only a project if it has a name.
      mention.naming = Naming::reference;
      if (!referring(noun, mention)) mention.end = mention.begin;
    } else if (description_after(noun, mention)) {
      mention.naming = Naming::described;
    } else if (referring(noun, mention)) {
      mention.naming = Naming::reference;
    }
    const std::uint32_t begin = mention.begin;
    article_before(mention);
    if (mention.end > mention.begin) tell_apart(noun, begin, mention);
    return mention;
  }

  /// Whether a word between the article and the noun meets the test: "a similar OSCE project".
  template <typename Test>
  [[nodiscard]] bool any_before(std::uint32_t noun, Test wanted) const {
    constexpr std::uint32_t farthest = 4;
    for (std::uint32_t i = noun; i > first_ && noun - i < farthest; --i) {
      const std::uint32_t at = i - 1;
      if (wanted(at)) return true;
      const bool joined = word(at) == "-" || (word(at) == "'" && !c_.tokens[at].spaced);
      if (!joined &&
          (!c_.tokens[at].is_word || is(at, WordClass::locative) || is(at, WordClass::of) ||
           is(at, WordClass::ref_det) || is(at, WordClass::and_)))
        return false;
    }
    return false;
  }
  [[nodiscard]] bool is_elsewhere(std::uint32_t noun) const {
    if (is(noun + 1, WordClass::elsewhere_after)) return true;
    if (is(noun + 1, WordClass::of_project)) return false;  // "another project partner"
    // "другие доноры проекта": the first word belongs to the donors.
    if (is_cyrillic(noun) && !(noun > first_ && is(noun - 1, WordClass::quantity)))
      return noun > first_ && is(noun - 1, WordClass::elsewhere);
    return any_before(noun, [&](std::uint32_t i) { return is(i, WordClass::elsewhere); });
  }
  [[nodiscard]] bool is_cyrillic(std::uint32_t i) const {
    const auto lead = static_cast<unsigned char>(written(i).front());
    return lead == 0xd0 || lead == 0xd1;
  }

  /// Sets what the mention refers to. A name identifies the project; without one, a phrase refers
  /// back only when it is definite. `begin`: the beginning of its name, or of what makes it
  /// definite.
  void tell_apart(std::uint32_t noun, std::uint32_t begin, ProjectMention& mention) const {
    if (is_earlier_phase(begin, mention)) {
      mention.refers = Refers::elsewhere;
      return;
    }
    if (mention.naming == Naming::named) return;
    const bool many = is(noun, WordClass::projects);
    // "several projects in the region" is no description.
    if (mention.naming == Naming::described && many && is(noun + 1, WordClass::where) &&
        any_before(noun, [&](std::uint32_t i) { return is(i, WordClass::quantity); })) {
      mention.naming = Naming::unnamed;
      mention.name.clear();
      mention.end = noun + 1;
    }
    // "This is the second project funded by Norway": it is the predicate of this project.
    const bool is_said = noun > first_ + 2 && is(noun - 3, WordClass::predicate);
    const bool ordinal = noun > first_ && is(noun - 1, WordClass::ordinal) && !is_said;
    if (is_elsewhere(noun) || (ordinal && mention.naming != Naming::described)) {
      // "another project to train judges in Osh" has a description of its own; "similar projects in
      // many other countries" has none.
      const bool own = mention.naming == Naming::described && !many &&
                       !is(noun + 1, WordClass::where) && !is(noun + 1, WordClass::english_of);
      if (own) return;
      mention.refers = Refers::elsewhere;
      mention.naming = Naming::unnamed;
      mention.name.clear();
      mention.end = noun + 1;
      while (mention.begin > first_ && (is(mention.begin - 1, WordClass::elsewhere) ||
                                        is(mention.begin - 1, WordClass::ordinal)))
        --mention.begin;
      return;
    }
    if (mention.naming == Naming::described || is_said_of_a_name(noun)) return;
    const bool is_definite = any_before(noun, [&](std::uint32_t i) {
      // Not in "said that many projects".
      return is(i, WordClass::ref_det) &&
             !(is(i, WordClass::that_which) && is(i + 1, WordClass::quantity));
    });
    const bool counted = !is_definite && !is(noun + 1, WordClass::of_project) &&
                         any_before(noun, [&](std::uint32_t i) {
                           return is(i, WordClass::quantity) && word(i + 1) != "-";
                         });
    const bool some = many && (!is_definite || is_plural_article(noun));
    if (counted || some) {
      mention.refers = many ? Refers::several : Refers::anew;
      mention.naming = Naming::unnamed;
    }
  }

  /// Whether the article is a plural: "des projets", but not "des Projekts".
  [[nodiscard]] bool is_plural_article(std::uint32_t noun) const {
    return noun > first_ &&
           knowledge_.skip_phrase(PhraseSet::plural_article, noun - 1, [&](std::uint32_t i) {
             return i < last_ ? c_.tokens[i].word : unknown_word;
           }) > noun;
  }

  /// Whether it is "an earlier phase of the project", "предыдущий этап проекта".
  [[nodiscard]] bool is_earlier_phase(std::uint32_t begin, ProjectMention& mention) const {
    std::uint32_t at = begin;
    for (int words = 0; at > first_ && words < 3; ++words) {
      --at;
      if (is(at, WordClass::phase)) {
        if (!is_elsewhere(at)) return false;
        mention.begin = std::min(mention.begin, at);
        article_before(mention);
        return true;
      }
      if (!is(at, WordClass::of) && !is(at, WordClass::det) && !is(at, WordClass::elsewhere_after))
        return false;
    }
    return false;
  }

  /// Whether it is said about a project: "It is a project ...", "'Safe Valleys', a project ...".
  [[nodiscard]] bool is_said_of_a_name(std::uint32_t noun) const {
    return any_before(noun, [&](std::uint32_t article) {
      if (article == first_ || !is(article, WordClass::quantity)) return false;
      const std::uint32_t before = article - 1;
      return is(before, WordClass::predicate) ||
             (!c_.tokens[before].is_word && before > first_ + 1 &&
              (capital(before - 1) || quote(before - 1)));
    });
  }

  /// A thing that is not called a project and is not the current one: "similar work", "ein
  /// Folgeprojekt". Empty when there is none at `noun`.
  [[nodiscard]] ProjectMention undertaking_elsewhere(std::uint32_t noun) const {
    ProjectMention mention{noun, noun};
    const bool such = noun > first_ && is(noun - 1, WordClass::such);
    const bool is_other = is(noun, WordClass::other_project);
    const bool is_course = is(noun, WordClass::activity) && any_before(noun, [&](std::uint32_t i) {
                             return is(i, WordClass::similar);
                           });
    // "The earlier phase was funded by Norway."
    const bool is_phase =
        is(noun, WordClass::phase) && !is(noun + 1, WordClass::of) && !is(noun, WordClass::part);
    const bool is_work = is_course || is_phase || is(noun, WordClass::undertaking) ||
                         (is(noun, WordClass::projects) && !capital(noun));
    if (!is_other && !(is_work && !such && is_elsewhere(noun))) {
      // Without an article, as in Russian: "проекты в регионе".
      const bool russian =
          is(noun, WordClass::projects) && !is(noun, WordClass::plan) &&
          !is(noun, WordClass::project_noun) &&
          !any_before(noun, [&](std::uint32_t i) { return is(i, WordClass::ref_det); });
      if (!russian) return mention;
      mention.end = noun + 1;
      mention.refers = Refers::several;
      return mention;
    }
    // "The training and other activities": the course belongs to this project.
    std::uint32_t begin = noun;
    while (begin > first_ && noun - begin < 4 && c_.tokens[begin - 1].is_word &&
           !is(begin - 1, WordClass::locative) && !is(begin - 1, WordClass::and_)) {
      --begin;
      if (is(begin, WordClass::elsewhere) || is(begin, WordClass::quantity)) break;
    }
    if (!is_other && begin > first_ && (is(begin - 1, WordClass::and_) || word(begin - 1) == ","))
      return mention;
    mention.begin = is(begin, WordClass::elsewhere) ? begin : noun;
    mention.end = noun + 1;
    mention.refers = Refers::elsewhere;
    article_before(mention);
    return mention;
  }

  [[nodiscard]] std::string_view written(std::uint32_t i) const {
    return c_.text.substr(c_.tokens[i].begin, c_.tokens[i].end - c_.tokens[i].begin);
  }

  /// Whether a mark inside a title that `open` begins opens an inner quotation: “a “b” c”, „a „b“
  /// c“, « a « b » c », "a "b" c".
  [[nodiscard]] bool opens_inside(std::uint32_t open, std::uint32_t i) const {
    const std::string_view outer = written(open);
    if (written(i) != outer) return false;
    if (outer == "“" || outer == "„" || outer == "«" || outer == "‘") return true;
    return c_.tokens[i].spaced && i + 1 < last_ && !c_.tokens[i + 1].spaced &&
           c_.tokens[i + 1].is_word;
  }
  [[nodiscard]] bool closes_inside(std::uint32_t open, std::uint32_t i) const {
    const std::string_view outer = written(open);
    if (outer == "“" || outer == "«" || outer == "‘") {
      return written(i) == (outer == "“"   ? "”"
                            : outer == "«" ? "»"
                                           : "’") &&
             (outer != "‘" || ends_quote(i));
    }
    if (outer == "„") return written(i) == "“" || written(i) == "”";
    return written(i) == outer && (outer != "'" || ends_quote(i));
  }

  /// The mark that closes the quotation begun at `open`, after inner quotations; when marks are
  /// unbalanced, the first of its kind. `last_` when there is none.
  [[nodiscard]] std::uint32_t closing_mark(std::uint32_t open) const {
    const std::string_view mark = word(open);
    const std::uint32_t end = std::min(last_, open + longest_title);
    int depth = 1;
    for (std::uint32_t i = open + 1; i < end; ++i) {
      if (word(i) != mark) continue;
      if (opens_inside(open, i)) ++depth;
      else if (closes_inside(open, i) && --depth == 0) return i;
    }
    for (std::uint32_t i = open + 1; i < end; ++i)
      if (word(i) == mark && (mark != "'" || ends_quote(i))) return i;
    return last_;
  }

  bool take_quoted(std::uint32_t open, ProjectMention& mention) const {
    const std::uint32_t close = closing_mark(open);
    if (close == last_) return false;
    std::uint32_t end = close;
    // Punctuation at the end is no part of the title ("Title," "Title."), but brackets, "!", "+"
    // and inner quotation marks are.
    const auto stops = [&](std::uint32_t i) {
      const std::string_view mark = word(i);
      return mark == "," || mark == "." || mark == ";" || mark == ":" || mark == "–";
    };
    while (end > open + 1 && stops(end - 1)) --end;
    const bool any_word = std::any_of(c_.tokens.begin() + open + 1, c_.tokens.begin() + end,
                                      [](const Token& token) { return token.is_word; });
    if (!any_word) return false;
    mention.name = text_of(open + 1, end);
    mention.end = close + 1;
    return true;
  }

  bool quoted_after(std::uint32_t noun, ProjectMention& mention) const {
    std::uint32_t i = noun + 1;
    while (i < noun + 4 && is(i, WordClass::before_title)) ++i;
    if (quote(i)) return take_quoted(i, mention);
    // "the project of the Office 'Title'", "the project run by the Office, 'Title'"
    if (!is(i, WordClass::leads_to_owner)) return false;
    for (; i < last_ && i < noun + 12; ++i)
      if (quote(i)) return take_quoted(i, mention);
    return false;
  }

  bool quoted_before(std::uint32_t noun, ProjectMention& mention) const {
    // "'Safe Borders', a three-year project": the words between are no part of its name.
    std::uint32_t close = noun;
    while (close > first_ + 2 && noun - close < 5 && !quote(close - 1) &&
           (c_.tokens[close - 1].is_word ? !capital(close - 1) : word(close - 1) == "-"))
      --close;
    if (close < noun && close > first_ + 2 && word(close - 1) == ",") --close;
    if (close <= first_ + 2 || !quote(close - 1)) return false;
    const bool apposed = close < noun;
    if (apposed && word(close) != "," && !(word(close - 2) == ",")) return false;
    const std::string_view mark = word(close - 1);
    for (std::uint32_t i = close - 2; i + longest_title > noun; --i) {
      ProjectMention trial;
      const bool may_open = word(i) == mark && (c_.tokens[i].spaced || i == first_);
      // A quotation that ends before `close` is one inside the title.
      if (may_open && take_quoted(i, trial) && (trial.end >= close || i == first_)) {
        mention.name = trial.name;
        mention.begin = i;
        return true;
      }
      if (i == first_) break;
    }
    return false;
  }

  /// The position of "(ACM)" right before the noun; the noun itself when there is none.
  [[nodiscard]] std::uint32_t before_bracket(std::uint32_t noun) const {
    if (noun < first_ + 4 || word(noun - 1) != ")" || word(noun - 3) != "(") return noun;
    return capital(noun - 2) ? noun - 3 : noun;
  }

  /// Whether a capital only begins the sentence: "Numerous OSCE projects", "Other EU projects".
  [[nodiscard]] bool counts_others(std::uint32_t at) const {
    return at == first_ && (is(at, WordClass::quantity) || is(at, WordClass::elsewhere)) &&
           (is(at + 1, WordClass::organization) || (at + 1 < last_ && c_.mention_at[at + 1] >= 0));
  }

  /// A name made of capitalised words (with "of", "and" between) right before the noun.
  bool name_before(std::uint32_t noun, ProjectMention& mention) const {
    // "EUR 40,000 for the project": a run that ends in an article or a preposition is no name.
    const std::uint32_t name_end = before_bracket(noun);
    if (name_end == first_ || !(capital(name_end - 1) || word(name_end - 1) == "-")) return false;
    std::uint32_t begin = name_end;
    for (std::uint32_t i = name_end; i > first_; --i) {
      const std::uint32_t before = i - 1;
      if (capital(before) && !is(before, WordClass::det) && !counts_others(before)) begin = before;
      else if (word(before) == "-" || is(before, WordClass::in_org)) continue;
      else break;
    }
    // "the EUR 5,000 project", and not "EUR 5,000 for the Border Health Project"
    for (const Sum& sum : find_sums({c_.text, c_.tokens, first_, last_}, begin, noun)) {
      if (sum.end >= name_end || !is(sum.end, WordClass::in_org)) return false;
      begin = sum.end;
      while (begin < name_end && (!capital(begin) || is(begin, WordClass::det))) ++begin;
      if (begin >= name_end) return false;
    }
    // The owner of a project is no part of its name: "the OSCE project", "an EU project".
    while (begin < noun && (c_.mention_at[begin] >= 0 || is(begin, WordClass::organization))) {
      const auto position = c_.mention_at[begin];
      begin = position >= 0 ? c_.mentions[static_cast<std::size_t>(position)].end : begin + 1;
      if (word(begin) == "'") begin += 2;
      while (begin < noun && !capital(begin)) ++begin;
    }
    if (begin >= name_end || is(begin, WordClass::phase_of_name)) return false;
    const bool many = name_end - begin >= 2;
    const Token& first = c_.tokens[begin];
    if (!many && !first.all_capitals && begin == first_)
      return false;  // the capital only begins the sentence
    if (!many && !first.all_capitals &&
        (!c_.tokens[noun].capital || is(noun, WordClass::programme)))
      return false;
    mention.begin = begin;
    mention.name = text_of(begin, noun);
    // "War Crimes Monitoring Project: Fourth Phase"
    if (c_.tokens[noun].capital) {
      std::uint32_t end = noun + 1;
      if (word(end) == ":" && capital(end + 1)) {
        end += 1;
        while (capital(end)) ++end;
      } else {
        while (is(end, WordClass::phase_of_name) ||
               (end > noun + 1 && c_.tokens[end].number && end < last_))
          ++end;
      }
      mention.name = text_of(begin, end);
      mention.end = end;
    }
    return true;
  }

  /// "project EXPLODE+", "project Enhancing environmental governance in Albania, ..."
  bool name_after(std::uint32_t noun, ProjectMention& mention) const {
    std::uint32_t begin = noun + 1;
    while (begin < noun + 3 && is(begin, WordClass::before_title) && word(begin) != ",") ++begin;
    if (begin >= last_ || !c_.tokens[begin].capital || c_.mention_at[begin] >= 0 ||
        is(begin, WordClass::organization) || is(begin, WordClass::month) ||
        is(begin, WordClass::org_head))
      return false;
    if (is(begin, WordClass::reference_head)) return false;  // "Project Co-ordinator"
    const bool activity =
        word(begin).ends_with("ing") || text_of(begin, begin + 1).ends_with("ing");
    std::uint32_t end = begin;
    while (end < last_ && end - begin < longest_title) {
      if (c_.tokens[end].is_word || word(end) == "-" || word(end) == "'" || word(end) == "+") {
        if (end > begin && is(end, WordClass::ends_description)) break;
        if (!activity && !capital(end) && word(end) != "+" && !is(end, WordClass::in_org)) break;
        ++end;
      } else {
        break;
      }
    }
    while (end > begin + 1 && (is(end - 1, WordClass::in_org) || is(end - 1, WordClass::det)))
      --end;
    if (!activity && end - begin == 1 && !c_.tokens[begin].all_capitals) return false;
    const bool short_form = word(end) == "(" && capital(end + 1) && word(end + 2) == ")";
    if (short_form && is_short_for(text_of(end + 1, end + 2), text_of(begin, end))) end += 3;
    mention.name = text_of(begin, end);
    mention.end = end;
    return end > begin;
  }

  bool description_after(std::uint32_t noun, ProjectMention& mention) const {
    std::uint32_t begin = noun + 1;
    const bool participle =
        begin < last_ && c_.tokens[begin].is_word && !c_.tokens[begin].capital &&
        text_of(begin, begin + 1).ends_with("ing") && !is(begin, WordClass::ends_description);
    if (!is(begin, WordClass::begins_description) && !participle) return false;
    if (is(begin, WordClass::that_which)) {
      const std::string next = begin + 1 < last_ ? text_of(begin + 1, begin + 2) : std::string();
      if (!next.ends_with("s") || is(begin + 1, WordClass::ends_description)) return false;
    }
    // "Project on mountain huts opens in Osh": in a headline the description ends at the verb.
    const bool headline = word(last_ - 1) != "." && !is(begin, WordClass::that_which);
    std::uint32_t end = begin + 1;
    while (end < last_ && end - begin < longest_title && !is(end, WordClass::ends_description) &&
           (c_.tokens[end].is_word || word(end) == "-" || word(end) == "'") &&
           !(headline && end > begin + 1 && is(end, WordClass::headline_verb)))
      ++end;
    if (end - begin < 4) return false;
    // "of the Fire Brigade of Albania's": the name is cut before the noun.
    if (is(end - 1, WordClass::owner_s) && word(end - 2) == "'") return false;
    if (c_.mention_at[begin + 1] >= 0 && end - begin < 4) return false;
    mention.name = "Project " + text_of(begin, end);
    mention.end = end;
    return true;
  }

  bool referring(std::uint32_t noun, ProjectMention& mention) const {
    for (std::uint32_t i = noun; i > first_ && noun - i < 4; --i) {
      if (is(i - 1, WordClass::ref_det)) {
        mention.begin = i - 1;
        return true;
      }
      if (!c_.tokens[i - 1].is_word) return false;
    }
    return false;
  }

  void abbreviation_after(ProjectMention& mention) const {
    // "project, currently in its second phase (PFCB2)"
    for (std::uint32_t i = mention.end; i + 2 < last_ && i < mention.end + 8; ++i) {
      if (word(i) != "(") continue;
      const std::string inside = text_of(i + 1, i + 2);
      const bool letters = inside.size() > 1 && std::ranges::none_of(inside, is_small_letter);
      if (letters && c_.tokens[i + 1].capital && (word(i + 2) == ")" || word(i + 3) == ")")) {
        std::uint32_t close = i + 2;
        while (word(close) != ")") ++close;
        mention.abbreviation = text_of(i + 1, close);
        if (i == mention.end) mention.end = close + 1;
      }
      return;
    }
  }

  void article_before(ProjectMention& mention) const {
    if (mention.begin == mention.end) return;
    for (std::uint32_t i = mention.begin; i > first_ && mention.begin - i < 5; --i) {
      const Token& token = c_.tokens[i - 1];
      if (is(i - 1, WordClass::det)) {
        mention.begin = i - 1;
        return;
      }
      if (!token.is_word || c_.mention_at[i - 1] >= 0 || is(i - 1, WordClass::organization)) return;
    }
  }

  const Context& c_;
  const Knowledge& knowledge_ = Knowledge::instance();
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

std::vector<ProjectMention> find_projects(const Context& context, std::uint32_t first,
                                          std::uint32_t last) {
  return Finder(context, first, last).all();
}

}  // namespace oscegraph::press
