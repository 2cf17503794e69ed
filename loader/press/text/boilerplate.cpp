// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/boilerplate.hpp"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/press/text/class_words.hpp"
#include "oscegraph/loader/press/text/html_events.hpp"
#include "oscegraph/loader/press/text/page_parser.hpp"

namespace oscegraph::press {
namespace {

using Names = std::initializer_list<std::string_view>;

bool one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

/// Whether a word contains `what` at its beginning or end, also as a plural: "submenu",
/// "cookiebanner".
bool says(std::string_view word, std::string_view what) {
  return word.starts_with(what) || word.ends_with(what) || word.ends_with(std::string(what) + 's');
}

bool starts_like_boilerplate(std::string_view word) {
  return std::ranges::any_of(Names{"sidebar", "menu", "nav", "footer", "cookie", "breadcrumb"},
                             [&](std::string_view what) { return word.starts_with(what); });
}

/// Whether a name describes the layout of the page, not the element: "no-sidebar",
/// "layout-with-sidebar", "footerless". "menu-open" may be either.
bool is_of_a_layout(const ClassWords& words) {
  return std::ranges::any_of(words, [](std::string_view word) {
    if (one_of(word, {"no", "non", "not", "none", "without", "with", "has", "have", "off", "less"}))
      return true;
    const auto joined_to = [&](std::string_view start) {
      return word.starts_with(start) && starts_like_boilerplate(word.substr(start.size()));
    };
    return (word.ends_with("less") && starts_like_boilerplate(word)) ||
           std::ranges::any_of(Names{"no", "without", "with", "has"}, joined_to);
  });
}

/// Whether the name may describe a state of the whole page: "open", "active".
bool is_of_a_state(const ClassWords& words) {
  return std::ranges::any_of(words, [](std::string_view word) {
    return one_of(word,
                  {"is",       "open",    "opened",   "closed",  "active",  "inactive", "collapsed",
                   "expanded", "enabled", "disabled", "visible", "hidden",  "accepted", "sticky",
                   "fixed",    "loaded",  "layout",   "wrap",    "wrapper", "canvas",   "pusher"});
  });
}

/// Whether the name marks related content: "related", "block-related-stories"; not
/// "gender-related".
bool says_related(const ClassWords& words) {
  const auto at = std::ranges::find(words, "related");
  return at != words.end() && std::all_of(words.begin(), at, [](std::string_view word) {
           return one_of(
               word, {"block",   "view",    "views", "field", "name",      "section",   "region",
                      "content", "article", "post",  "node",  "js",        "c",         "l",
                      "m",       "o",       "is",    "list",  "paragraph", "component", "widget"});
         });
}

Boilerplate boilerplate_of_name(const ClassWords& words) {
  if (is_of_a_layout(words)) return Boilerplate::none;
  const auto any = [&](Names names) {
    return std::ranges::any_of(words, [&](std::string_view word) {
      return std::ranges::any_of(names, [&](std::string_view name) { return says(word, name); });
    });
  };
  if (any({"sidebar"}) || says_related(words)) return Boilerplate::weak;
  if (any({"menu", "navigation", "navbar", "breadcrumb", "footer", "cookie"}))
    return is_of_a_state(words) ? Boilerplate::weak : Boilerplate::strong;
  return Boilerplate::none;
}

/// What the survey counts for an element under suspicion.
struct Suspect {
  std::size_t element = 0;
  Boilerplate boilerplate = Boilerplate::none;
  std::optional<std::size_t> around;  ///< the suspect that contains this one
  bool holds_main = false;
  bool holds_article = false;
  bool holds_title = false;  ///< <h1>
  /// bytes outside of links, those in inner suspects included after add_up()
  std::size_t prose = 0;
  std::size_t own_prose = 0;
  bool own_sentence = false;
  bool own_title = false;
};

/// Receives the parser's events and counts.
class Survey {
 public:
  void start(std::string_view name, const xmlChar** attributes) {
    const std::size_t number = elements_++;
    if (is_void(name)) return;
    if (code_depth_ > 0) {
      ++code_depth_;
      return;
    }
    const Boilerplate boilerplate = boilerplate_of(name, attributes);
    if (boilerplate == Boilerplate::code) {
      code_depth_ = 1;
      return;
    }
    open_.push_back(current_);
    if (boilerplate != Boilerplate::none) {
      suspects_.push_back({.element = number, .boilerplate = boilerplate, .around = current_});
      current_ = suspects_.size() - 1;
    }
    if (name == "a") ++links_;
    const bool main = name == "main" || attribute(attributes, "role") == "main" ||
                      attribute(attributes, "itemprop") == "articleBody";
    main_ = main_ || main;
    if (name == "h1") (current_ ? suspects_[*current_].own_title : title_) = true;
    if (!current_) return;
    Suspect& suspect = suspects_[*current_];
    suspect.holds_main = suspect.holds_main || main;
    suspect.holds_article = suspect.holds_article || name == "article";
    suspect.holds_title = suspect.holds_title || name == "h1";
  }

  void end(std::string_view name) {
    if (is_void(name)) return;
    if (code_depth_ > 0) {
      --code_depth_;
      return;
    }
    if (open_.empty()) return;
    if (name == "a" && links_ > 0) --links_;
    current_ = open_.back();
    open_.pop_back();
  }

  void characters(std::string_view text) {
    constexpr std::size_t shortest_sentence = 30;
    if (code_depth_ > 0 || links_ > 0) return;
    const auto letters = static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
    const bool sentence =
        letters > shortest_sentence && text.find_first_of(".!?") != std::string_view::npos;
    if (!current_) {
      prose_ += letters;
      sentence_ = sentence_ || sentence;
      return;
    }
    suspects_[*current_].own_prose += letters;
    suspects_[*current_].own_sentence = suspects_[*current_].own_sentence || sentence;
  }

  /// An element that turns out to hold the text makes more of the page visible, so those with the
  /// best reasons are decided first, and among equals the one with the most text. An element inside
  /// a hidden one is decided after that one.
  std::set<std::size_t> cleared() {
    add_up();
    std::vector<std::size_t> order(suspects_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
      const Suspect& left = suspects_[a];
      const Suspect& right = suspects_[b];
      return std::pair(reason(left), right.prose) < std::pair(reason(right), left.prose);
    });
    std::set<std::size_t> result;
    std::vector<char> visible(suspects_.size(), 0);
    constexpr int deepest = 4;
    for (int pass = 0; pass < deepest; ++pass) {
      for (const std::size_t i : order) {
        const Suspect& suspect = suspects_[i];
        const bool waits = suspect.around && visible[*suspect.around] == 0;
        if (visible[i] != 0 || waits || !holds_the_text(suspect)) continue;
        visible[i] = 1;
        result.insert(suspect.element);
        prose_ += suspect.own_prose;
        sentence_ = sentence_ || suspect.own_sentence;
        title_ = title_ || suspect.own_title;
      }
    }
    return result;
  }

 private:
  /// Adds the counts of inner suspects to the outer ones, which come before them in the list.
  void add_up() {
    for (std::size_t i = suspects_.size(); i-- > 0;) {
      Suspect& inner = suspects_[i];
      inner.prose += inner.own_prose;
      if (!inner.around) continue;
      Suspect& outer = suspects_[*inner.around];
      outer.prose += inner.prose;
      outer.holds_main = outer.holds_main || inner.holds_main;
      outer.holds_article = outer.holds_article || inner.holds_article;
      outer.holds_title = outer.holds_title || inner.holds_title;
    }
  }

  /// The quality of the reason to keep a suspect; 0 is the best.
  static int reason(const Suspect& suspect) {
    if (suspect.holds_main) return 0;
    if (suspect.holds_title || suspect.holds_article) return 1;
    return suspect.boilerplate == Boilerplate::weak ? 2 : 3;
  }

  /// Whether the suspect holds the text of the page; prose_, sentence_ and title_ describe what is
  /// visible without it.
  [[nodiscard]] bool holds_the_text(const Suspect& suspect) const {
    if (suspect.holds_main) return true;
    if (main_ || suspect.boilerplate == Boilerplate::certain || suspect.prose <= prose_)
      return false;
    const bool weak = suspect.boilerplate == Boilerplate::weak;
    if (sentence_) return !title_ && (suspect.holds_title || (weak && suspect.holds_article));
    return weak ? prose_ * 4 <= suspect.prose : suspect.holds_title;
  }

  std::vector<Suspect> suspects_;  ///< in order of their start tags
  /// for each open element: the suspect that was current before
  std::vector<std::optional<std::size_t>> open_;
  std::optional<std::size_t> current_;  ///< the innermost open suspect
  std::size_t elements_ = 0;
  std::size_t code_depth_ = 0;
  std::size_t links_ = 0;
  bool main_ = false;
  std::size_t prose_ = 0;  ///< prose outside of all suspects
  bool sentence_ = false;
  bool title_ = false;
};

}  // namespace

namespace {

/// Whether a browser does not show the element: `hidden`, `style="display: none"`.
bool is_not_shown(const xmlChar** attributes) {
  for (const xmlChar** at = attributes; at != nullptr && *at != nullptr; at += 2)
    if (std::string_view(reinterpret_cast<const char*>(*at)) == "hidden") return true;
  std::string style = lower_case(attribute(attributes, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Boilerplate boilerplate_of(std::string_view element, const xmlChar** attributes) {
  if (one_of(element, {"script", "style", "noscript", "template", "select", "button", "svg", "math",
                       "iframe", "object", "head"}))
    return Boilerplate::code;
  if (one_of(element, {"nav", "footer", "aside"})) return Boilerplate::certain;
  if (one_of(element, {"body", "html", "main", "article"})) return Boilerplate::none;
  Boilerplate most = element == "form" ? Boilerplate::weak : Boilerplate::none;
  if (one_of(attribute(attributes, "role"), {"navigation", "menu", "menubar", "contentinfo"}))
    most = Boilerplate::strong;
  if (is_not_shown(attributes)) most = Boilerplate::strong;
  for (const std::string_view name : {"class", "id"})
    for (const ClassWords& words : class_words(attribute(attributes, name)))
      most = std::max(most, boilerplate_of_name(words));
  return most;
}

bool is_row_of_items(const xmlChar** attributes) {
  return std::ranges::any_of(
      class_words(attribute(attributes, "class")), [](const ClassWords& words) {
        if (words.size() >= 2 && words[0] == "views" && words[1] == "row") return true;
        return std::ranges::find(words, "teaser") != words.end() && !is_of_a_layout(words);
      });
}

std::set<std::size_t> elements_with_the_text(std::string_view html) {
  Survey survey;
  parse_page(html, survey);
  return survey.cleared();
}

}  // namespace oscegraph::press
