// SPDX-License-Identifier: Apache-2.0
//
// libxml2's HTML parser takes pages as they are found, hands out events instead of a tree (so that
// neither nesting nor size costs memory), and has been hardened by two decades of hostile input.
//
// A page may hold several items: articles, rows of a list, headings that link to the whole story. Where
// each begins is told, so that what one says of money is not put on the next.
#include "oscegraph/loader/press/page.hpp"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <new>

#include "oscegraph/loader/press/sax_events.hpp"

namespace oscegraph::press {
namespace {

using Names = std::initializer_list<std::string_view>;

bool one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

/// Elements whose content is no text of the page: code, forms, and the menus and footers in which
/// osce.org lists all its participating States.
bool is_furniture(std::string_view name) {
  return one_of(name, {"script", "style", "noscript", "template", "nav", "footer", "aside", "form",
                       "select", "button", "svg", "iframe", "object", "head"});
}

bool is_block(std::string_view name) {
  return one_of(
      name, {"p",       "div",     "li",         "ul",      "ol",  "h1",   "h2",     "h3",
             "h4",      "h5",      "h6",         "br",      "tr",  "td",   "th",     "table",
             "section", "article", "blockquote", "dd",      "dt",  "main", "figure", "figcaption",
             "header",  "hr",      "pre",        "address", "body"});
}

bool is_void(std::string_view name) {
  return one_of(name, {"br", "hr", "img", "input", "meta", "link", "source", "wbr", "area", "base",
                       "col", "embed"});
}

/// Whether a class, id or role says that the element is a menu or the like.
bool named_like_furniture(const xmlChar** attributes) {
  for (const std::string_view name : {"class", "id", "role"}) {
    const std::string_view value = attribute(attributes, name);
    for (const std::string_view part :
         {"menu", "navigation", "navbar", "breadcrumb", "footer", "sidebar", "cookie", "related"})
      if (value.find(part) != std::string_view::npos) return true;
  }
  return false;
}

/// Whether a class says that the element is one of a list of items.
bool is_row_of_items(const xmlChar** attributes) {
  const std::string_view value = attribute(attributes, "class");
  return value.find("views-row") != std::string_view::npos ||
         value.find("teaser") != std::string_view::npos;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6';
}

/// Receives the parser's events for one page.
class PageBuilder {
 public:
  PageBuilder(std::string_view html, Page& page) : html_(html), page_(page) {}
  void set_context(htmlParserCtxtPtr context) { context_ = context; }

  void start(std::string_view name, const xmlChar** attributes) {
    if (name == "meta") meta(attributes);
    if (name == "link" && attribute(attributes, "rel") == "canonical")
      page_.url = attribute(attributes, "href");
    if (name == "time") time(attribute(attributes, "datetime"));
    if (name == "title" && hidden_ <= 1) in_title_ = true;
    const bool body = name == "body" || name == "html" || name == "main" || name == "article";
    if (hidden_ > 0) {
      if (!is_void(name)) ++hidden_;
      return;
    }
    if (is_furniture(name) || (!body && !is_void(name) && named_like_furniture(attributes))) {
      hidden_ = 1;
      return;
    }
    if (one_of(name, {"main", "article"}) && ++main_depth_ == 1) main_begins();
    const bool row = is_row_of_items(attributes);
    if (is_block(name)) break_line(name == "article" || row);
    if (name == "article") articles_.push_back(page_.text.size());
    else if (row) rows_.push_back(page_.text.size());
    if (name == "hr") page_.rules.push_back(page_.text.size());
    if (is_heading(name)) heading_ = {page_.text.size(), false};
    if (name == "pre") ++preformatted_;
    // A link to a place in the same page is no link to a story.
    if (name == "a" && !attribute(attributes, "href").starts_with('#')) heading_.linked = true;
  }

  void end(std::string_view name) {
    if (name == "title") in_title_ = false;
    if (hidden_ > 0) {
      if (!is_void(name)) --hidden_;
      return;
    }
    if (name == "pre" && preformatted_ > 0) --preformatted_;
    if (is_heading(name) && heading_.linked && page_.text.size() > heading_.begin)
      headings_.push_back(heading_.begin);
    if (is_heading(name) && page_.text.size() > heading_.begin)
      page_.headings.push_back(heading_.begin);
    if (is_block(name)) break_line(name == "article");
    if (one_of(name, {"main", "article"}) && main_depth_ > 0 && --main_depth_ == 0)
      main_.back().end = page_.text.size();
  }

  void characters(std::string_view text) {
    if (in_title_ && page_.title.size() < 500) page_.title += text;
    if (hidden_ > 0) {
      page_.furniture += text.size();
      return;
    }
    const std::size_t at = find_in_file(text);
    page_.stretches.push_back({page_.text.size(), at});
    page_.text += text;
    // A line break of the markup is a blank to the reader, except where it is kept on purpose.
    if (preformatted_ > 0) return;
    const auto added = page_.text.end() - static_cast<std::ptrdiff_t>(text.size());
    std::replace_if(
        added, page_.text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  }

  void finish() {
    page_.one_item = articles_.size() == 1 && rows_.size() < 2 && headings_.size() < 2;
    for (auto* begins : {&articles_, &rows_, &headings_})
      if (page_.item_begins.empty() && begins->size() > 1) page_.item_begins = std::move(*begins);
    keep_main_part();
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

  /// Where the page marks one that is not a mere stub.
  void keep_main_part() {
    std::size_t kept = 0;
    for (Range& range : main_) {
      range.end = range.end == 0 ? page_.text.size() : range.end;
      kept += range.end - range.begin;
    }
    if (kept < 200) return;
    page_.furniture += page_.text.size() - kept;
    // Blanks instead of cutting: places stay as they are.
    std::size_t at = 0;
    for (const Range& range : main_) {
      blank(at, range.begin);
      at = range.end;
    }
    blank(at, page_.text.size());
  }

  void time(std::string_view day) {
    if (day.empty()) return;
    if (page_.date.empty()) page_.date = day;
    page_.days.push_back({page_.text.size(), std::string(day)});
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

  void meta(const xmlChar** attributes) {
    const std::string_view content = attribute(attributes, "content");
    std::string_view key = attribute(attributes, "property");
    if (key.empty()) key = attribute(attributes, "name");
    if (content.empty()) return;
    if (key == "og:title") page_.title = content;
    if (key == "og:url" && page_.url.empty()) page_.url = content;
    if (key == "og:site_name") page_.site = content;
    if (one_of(key,
               {"article:published_time", "dcterms.created", "date", "DC.date", "dcterms.date"}))
      page_.date = content;
  }

  /// Where the characters stand: the parser has just passed them. Where it put others in their place
  /// (an entity), the place is that of the last byte it has read.
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
  Page& page_;
  htmlParserCtxtPtr context_ = nullptr;
  std::size_t hidden_ = 0;  ///< open elements from the outermost hidden one on
  std::size_t main_depth_ = 0;
  std::size_t preformatted_ = 0;
  bool in_title_ = false;
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
  const XmlLibrary& xml = xml_library();
  check_size_for_xml(html);
  Page page;
  if (html.empty()) return page;
  const std::unique_ptr<htmlParserCtxt, decltype(xml.html_free)> context(
      xml.html_context(html.data(), static_cast<int>(html.size())), xml.html_free);
  if (context == nullptr) throw std::bad_alloc();
  PageBuilder builder(html, page);
  builder.set_context(context.get());
  const SaxEvents events(*context, builder);
  // The text is UTF-8 by now, whatever the page says of itself.
  xml.html_options(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xml.switch_encoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xml.html_parse(context.get());
  events.rethrow();
  builder.finish();
  return page;
}

}  // namespace oscegraph::press
