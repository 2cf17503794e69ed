// SPDX-License-Identifier: Apache-2.0
//
// Reads an HTML page in two passes. The first pass finds the elements that hold the text of the
// page, the second extracts the text.
//
// A page may hold several items: articles, rows of a list, headings that link to the full story.
// The beginning of each is recorded, so that sums in one are not attributed to the next.
#include "oscegraph/loader/press/text/page.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <utility>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/inputs/encoding/utf8.hpp"
#include "oscegraph/loader/press/text/boilerplate.hpp"
#include "oscegraph/loader/press/text/page_parser.hpp"
#include "oscegraph/loader/press/text/page_title.hpp"
#include "oscegraph/loader/press/text/xml_repair.hpp"

namespace oscegraph::press {
namespace {

using Names = std::initializer_list<std::string_view>;

bool one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_block(std::string_view name) {
  return one_of(
      name, {"p",       "div",     "li",         "ul",      "ol",  "h1",   "h2",     "h3",
             "h4",      "h5",      "h6",         "br",      "tr",  "td",   "th",     "table",
             "section", "article", "blockquote", "dd",      "dt",  "main", "figure", "figcaption",
             "header",  "hr",      "pre",        "address", "body"});
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6';
}

/// Builds the Page from the parser's events.
class PageBuilder {
 public:
  PageBuilder(std::string_view html, std::set<std::size_t> with_the_text, Page& page)
      : html_(html),
        with_the_text_(std::move(with_the_text)),
        page_(page) {}
  void set_context(htmlParserCtxtPtr context) { context_ = context; }

  void start(std::string_view name, const xmlChar** attributes) {
    const std::size_t number = elements_++;
    if (is_of_the_page()) say_of_itself(name, attributes);
    if (hidden_ > 0) {
      if (!is_void(name)) ++hidden_;
      return;
    }
    if (!is_void(name) && is_boilerplate(name, attributes, number)) {
      hidden_ = 1;
      hidden_head_ = name == "head";
      return;
    }
    begin(name, attributes);
  }

  void end(std::string_view name) {
    if (name == "title") in_title_ = false;
    if (name == "h1") in_h1_ = false;
    if (hidden_ > 0) {
      if (!is_void(name)) --hidden_;
      return;
    }
    if (name == "pre" && preformatted_ > 0) --preformatted_;
    if (is_heading(name) && heading_.linked && page_.text.size() > heading_.begin)
      headings_.push_back(heading_.begin);
    if ((is_heading(name) || name == "h1") && page_.text.size() > heading_.begin)
      page_.headings.push_back(heading_.begin);
    if (is_block(name)) break_line(name == "article");
    if (one_of(name, {"main", "article"}) && main_depth_ > 0 && --main_depth_ == 0)
      main_.back().end = page_.text.size();
  }

  void characters(std::string_view text) {
    const std::string sign = meant_sign(text);
    const std::string_view seen = sign.empty() ? text : sign;
    if (in_title_) add_to(titles_.head, seen);
    if (hidden_ > 0) {
      page_.boilerplate += text.size();
      return;
    }
    if (in_h1_) add_to(titles_.heading, seen);
    const std::size_t at = find_in_file(text);
    page_.stretches.push_back({page_.text.size(), at});
    page_.text += seen;
    // Outside <pre>, a line break in the markup is a blank.
    if (preformatted_ > 0) return;
    const auto added = page_.text.end() - static_cast<std::ptrdiff_t>(seen.size());
    std::replace_if(
        added, page_.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  }

  void finish() {
    page_.one_item = articles_.size() == 1 && rows_.size() < 2 && headings_.size() < 2;
    for (auto* begins : {&articles_, &rows_, &headings_})
      if (page_.item_begins.empty() && begins->size() > 1) page_.item_begins = std::move(*begins);
    keep_main_part();
    // On a page of several items the heading may belong to one of them.
    if (!page_.item_begins.empty() && !(titles_.head.empty() && titles_.shared.empty()))
      titles_.heading.clear();
    titles_.site = page_.site;
    page_.title = page_title(titles_);
    if (!date_.empty()) page_.date = date_;
    if (page_.url.empty()) page_.url = og_url_;
  }

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Heading {
    std::size_t begin = 0;
    bool linked = false;
  };

  /// Blanks everything outside the main part, unless that is only a stub.
  void keep_main_part() {
    std::size_t kept = 0;
    for (Range& range : main_) {
      range.end = range.end == 0 ? page_.text.size() : range.end;
      kept += range.end - range.begin;
    }
    if (kept < 200) return;
    page_.boilerplate += page_.text.size() - kept;
    // Filled with blanks, so that positions do not change.
    std::size_t at = 0;
    for (const Range& range : main_) {
      blank(at, range.begin);
      at = range.end;
    }
    blank(at, page_.text.size());
  }

  void main_begins() { main_.push_back({page_.text.size(), 0}); }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(page_.text.begin() + static_cast<std::ptrdiff_t>(begin),
              page_.text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
  }

  void break_line(bool empty_line) {
    if (page_.text.empty()) return;
    if (page_.text.back() != '\n') page_.text += '\n';
    if (empty_line && !page_.text.ends_with("\n\n")) page_.text += '\n';
  }

  /// Not in a drawing, and not in another page inside a frame.
  [[nodiscard]] bool is_of_the_page() const {
    return hidden_ == 0 || (hidden_head_ && hidden_ == 1);
  }

  [[nodiscard]] bool is_boilerplate(std::string_view name, const xmlChar** attributes,
                                    std::size_t number) const {
    const Boilerplate boilerplate = boilerplate_of(name, attributes);
    return boilerplate != Boilerplate::none && !with_the_text_.contains(number);
  }

  /// Begins an element whose text belongs to the page.
  void begin(std::string_view name, const xmlChar** attributes) {
    if (one_of(name, {"main", "article"}) && ++main_depth_ == 1) main_begins();
    const bool row = is_row_of_items(attributes);
    if (is_block(name)) break_line(name == "article" || row);
    if (name == "article") articles_.push_back(page_.text.size());
    else if (row) rows_.push_back(page_.text.size());
    if (name == "hr") page_.rules.push_back(page_.text.size());
    if (is_heading(name) || name == "h1") heading_ = {page_.text.size(), false};
    if (name == "h1") begin_h1();
    if (name == "pre") ++preformatted_;
    // A link within the same page does not lead to a story.
    if (name == "a" && !attribute(attributes, "href").starts_with('#')) heading_.linked = true;
  }

  /// Begins an <h1>: the first in the main part counts, else the first at all.
  void begin_h1() {
    const bool better = main_depth_ > 0 && !h1_of_main_;
    if (!titles_.heading.empty() && !better) return;
    titles_.heading.clear();
    h1_of_main_ = main_depth_ > 0;
    in_h1_ = true;
  }

  static void add_to(std::string& title, std::string_view text) {
    constexpr std::size_t longest = 500;
    if (title.size() < longest) title += text;
  }

  /// The intended sign when the text is a single control character written by old editors; else
  /// empty.
  static std::string meant_sign(std::string_view text) {
    std::string sign;
    if (text.size() != 2 || text[0] != '\xC2') return sign;
    if (const char16_t meant = sign_of_old_editors(static_cast<unsigned char>(text[1])); meant != 0)
      append_utf8(sign, meant);
    return sign;
  }

  void say_of_itself(std::string_view name, const xmlChar** attributes) {
    if (name == "meta") meta(attributes);
    if (name == "link" && page_.url.empty() &&
        lower_case(attribute(attributes, "rel")) == "canonical")
      page_.url = attribute(attributes, "href");
    if (name == "time" && hidden_ == 0) time(attributes);
    if (name == "title" && titles_.head.empty()) in_title_ = true;
  }

  /// A <time> element: the first in the main part counts, else the first at all.
  void time(const xmlChar** attributes) {
    const std::string_view date = attribute(attributes, "datetime");
    if (!date.empty()) page_.days.push_back({page_.text.size(), std::string(date)});
    if (date.empty() || (!page_.date.empty() && (main_depth_ == 0 || time_of_main_))) return;
    time_of_main_ = main_depth_ > 0;
    page_.date = date;
  }

  void meta(const xmlChar** attributes) {
    const std::string_view content = attribute(attributes, "content");
    std::string_view property = attribute(attributes, "property");
    if (property.empty()) property = attribute(attributes, "name");
    if (content.empty()) return;
    const std::string key = lower_case(property);
    const bool first = titles_.shared.empty();
    if (key == "og:title" && (first || !og_title_)) {
      titles_.shared = content;
      og_title_ = true;
    }
    if (first && one_of(key, {"twitter:title", "dc.title", "dcterms.title"}))
      titles_.shared = content;
    if (key == "og:url" && og_url_.empty()) og_url_ = content;
    if (key == "og:site_name" && page_.site.empty()) page_.site = content;
    if (date_.empty() && one_of(key, {"article:published_time", "dcterms.created", "date",
                                      "dc.date", "dcterms.date"}))
      date_ = content;
  }

  /// The offset of characters in the file: the parser has just passed them. For an entity, which
  /// was replaced, it is the offset of the last byte read.
  std::size_t find_in_file(std::string_view text) const {
    if (context_ == nullptr || context_->input == nullptr) return 0;
    const auto read = static_cast<std::size_t>(context_->input->cur - context_->input->base) +
                      static_cast<std::size_t>(context_->input->consumed);
    for (std::size_t back = 0; back < 16; ++back) {
      if (read < text.size() + back) break;
      const std::size_t at = read - text.size() - back;
      if (html_.substr(at, text.size()) == text) return at;
    }
    return read < text.size() ? 0 : std::min(read - text.size(), html_.size());
  }

  std::string_view html_;
  std::set<std::size_t>
      with_the_text_;  ///< elements that are no boilerplate, whatever they are called
  Page& page_;
  PageTitles titles_;
  std::string date_;  ///< from the page's metadata; preferred to a <time>
  std::string og_url_;
  std::size_t elements_ = 0;
  htmlParserCtxtPtr context_ = nullptr;
  std::size_t hidden_ = 0;    ///< number of open elements from the outermost hidden one on
  bool hidden_head_ = false;  ///< the outermost hidden element is <head>
  std::size_t main_depth_ = 0;
  std::size_t preformatted_ = 0;
  bool in_title_ = false;
  bool in_h1_ = false;
  bool h1_of_main_ = false;
  bool time_of_main_ = false;
  bool og_title_ = false;
  std::vector<Range> main_;
  Heading heading_;
  std::vector<std::size_t> articles_;
  std::vector<std::size_t> rows_;
  std::vector<std::size_t> headings_;
};

}  // namespace

std::size_t place_in_file(const Page& page, std::size_t at) {
  const auto after = std::ranges::upper_bound(page.stretches, at, {}, &Stretch::text_begin);
  if (after == page.stretches.begin()) return at;
  const Stretch& stretch = *std::prev(after);
  return stretch.file_begin + (at - stretch.text_begin);
}

Page read_page(std::string_view html) {
  Page page;
  PageBuilder builder(html, elements_with_the_text(html), page);
  parse_page(html, builder);
  builder.finish();
  return page;
}

}  // namespace oscegraph::press
