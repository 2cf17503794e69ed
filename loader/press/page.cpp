// SPDX-License-Identifier: Apache-2.0
//
// libxml2: its HTML parser takes pages as they are found, hands out events instead of a tree (so that
// neither nesting nor size costs memory), and has been hardened by two decades of hostile input; its
// XML parser reads feeds. It is loaded when the first page is read: linked, it and the ICU below it
// would add two to three milliseconds to the start of every command.
#include "oscegraph/loader/press/page.hpp"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstring>
#include <memory>

#include "oscegraph/graph/error.hpp"

namespace oscegraph::press {
namespace {

struct XmlLibrary {
  decltype(&::htmlCreateMemoryParserCtxt) html_context = nullptr;
  decltype(&::htmlCtxtUseOptions) html_options = nullptr;
  decltype(&::htmlParseDocument) html_parse = nullptr;
  decltype(&::htmlFreeParserCtxt) html_free = nullptr;
  decltype(&::xmlCreateMemoryParserCtxt) xml_context = nullptr;
  decltype(&::xmlCtxtUseOptions) xml_options = nullptr;
  decltype(&::xmlParseDocument) xml_parse = nullptr;
  decltype(&::xmlFreeParserCtxt) xml_free = nullptr;
  decltype(&::xmlSwitchEncoding) switch_encoding = nullptr;
  decltype(&::xmlFreeDoc) free_document = nullptr;
};

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw Error("the libxml2 found here has no " + std::string(name), "",
                "install libxml2 2.9 or later");
}

XmlLibrary load_xml_library() {
  void* library = nullptr;
  for (const char* name : {"libxml2.so.2", "libxml2.so.16", "libxml2.so", "libxml2.2.dylib"})
    if (library == nullptr) library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw Error("HTML pages and feeds need libxml2, which is not installed here", "",
                "install it (Debian: libxml2), or save the page as text");
  XmlLibrary result;
  find(library, "htmlCreateMemoryParserCtxt", result.html_context);
  find(library, "htmlCtxtUseOptions", result.html_options);
  find(library, "htmlParseDocument", result.html_parse);
  find(library, "htmlFreeParserCtxt", result.html_free);
  find(library, "xmlCreateMemoryParserCtxt", result.xml_context);
  find(library, "xmlCtxtUseOptions", result.xml_options);
  find(library, "xmlParseDocument", result.xml_parse);
  find(library, "xmlFreeParserCtxt", result.xml_free);
  find(library, "xmlSwitchEncoding", result.switch_encoding);
  find(library, "xmlFreeDoc", result.free_document);
  return result;
}

/// Loads it on first use. Throws Error with what to install when it is not there.
const XmlLibrary& xml_library() {
  static const XmlLibrary library = load_xml_library();
  return library;
}

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

std::string_view text_of(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
    if (text_of(attributes[0]) == name) return text_of(attributes[1]);
  return {};
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

/// Receives the parser's events for one page.
class PageBuilder {
 public:
  PageBuilder(std::string_view html, Page& page) : html_(html), page_(page) {}
  void set_context(htmlParserCtxtPtr context) { context_ = context; }

  void start(std::string_view name, const xmlChar** attributes) {
    if (name == "meta") meta(attributes);
    if (name == "link" && attribute(attributes, "rel") == "canonical")
      page_.url = attribute(attributes, "href");
    if (name == "time" && page_.date.empty()) page_.date = attribute(attributes, "datetime");
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
    if (is_block(name)) break_line(name == "article");
  }

  void end(std::string_view name) {
    if (name == "title") in_title_ = false;
    if (hidden_ > 0) {
      if (!is_void(name)) --hidden_;
      return;
    }
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
  }

  /// Keeps the main part only, where the page marks one that is not a mere stub.
  void finish() {
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

 private:
  struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

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
  bool in_title_ = false;
  std::vector<Range> main_;
};

void html_start(void* builder, const xmlChar* name, const xmlChar** attributes) {
  static_cast<PageBuilder*>(builder)->start(text_of(name), attributes);
}
void html_end(void* builder, const xmlChar* name) {
  static_cast<PageBuilder*>(builder)->end(text_of(name));
}
void html_characters(void* builder, const xmlChar* text, int length) {
  static_cast<PageBuilder*>(builder)->characters(
      {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}

/// Fields of the entry being read, by element.
class FeedBuilder {
 public:
  struct Entry {
    std::string title;
    std::string url;
    std::string date;
    std::string content;
    std::size_t content_rank = 0;
  };

  void start(std::string_view name, const xmlChar** attributes) {
    name = local(name);
    if (one_of(name, {"item", "entry"})) {
      entries_.emplace_back();
      inside_ = true;
    }
    if (!inside_) return;
    if (name == "link" && entries_.back().url.empty())
      entries_.back().url = attribute(attributes, "href");
    field_ = name;
    text_.clear();
  }

  void end(std::string_view name) {
    name = local(name);
    if (!inside_) return;
    Entry& entry = entries_.back();
    if (one_of(name, {"item", "entry"})) {
      inside_ = false;
      return;
    }
    if (name != field_) return;
    if (name == "title") entry.title = text_;
    if (name == "link" && !text_.empty()) entry.url = text_;
    if (one_of(name, {"pubDate", "published", "date", "updated"}) && entry.date.empty())
      entry.date = text_;
    const std::size_t rank = one_of(name, {"encoded", "content"})       ? 2
                             : one_of(name, {"description", "summary"}) ? 1
                                                                        : 0;
    if (rank > entry.content_rank) {
      entry.content = text_;
      entry.content_rank = rank;
    }
    field_.clear();
  }

  void characters(std::string_view text) {
    if (inside_) text_ += text;
  }

  std::vector<Entry>& entries() { return entries_; }

 private:
  static std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

  std::vector<Entry> entries_;
  bool inside_ = false;
  std::string field_;
  std::string text_;
};

void feed_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  static_cast<FeedBuilder*>(static_cast<xmlParserCtxtPtr>(context)->_private)
      ->start(text_of(name), attributes);
}
void feed_end(void* context, const xmlChar* name) {
  static_cast<FeedBuilder*>(static_cast<xmlParserCtxtPtr>(context)->_private)->end(text_of(name));
}
void feed_characters(void* context, const xmlChar* text, int length) {
  static_cast<FeedBuilder*>(static_cast<xmlParserCtxtPtr>(context)->_private)
      ->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
}
void say_nothing(void*, const char*, ...) {}

void check_size(std::string_view text) {
  if (text.size() > static_cast<std::size_t>(INT_MAX))
    throw Error("a page of more than two gigabytes", "", "split it");
}

}  // namespace

std::size_t place_in_file(const Page& page, std::size_t at) {
  const auto after = std::ranges::upper_bound(page.stretches, at, {}, &Stretch::text_begin);
  if (after == page.stretches.begin()) return at;
  const Stretch& stretch = *std::prev(after);
  return stretch.file_begin + (at - stretch.text_begin);
}

Page read_page(std::string_view html) {
  const XmlLibrary& xml = xml_library();
  check_size(html);
  Page page;
  if (html.empty()) return page;
  const std::unique_ptr<htmlParserCtxt, decltype(xml.html_free)> context(
      xml.html_context(html.data(), static_cast<int>(html.size())), xml.html_free);
  if (context == nullptr) throw std::bad_alloc();
  PageBuilder builder(html, page);
  builder.set_context(context.get());
  xmlSAXHandler handler{};
  handler.startElement = html_start;
  handler.endElement = html_end;
  handler.characters = html_characters;
  handler.ignorableWhitespace = html_characters;
  xmlSAXHandler* const own = context->sax;
  context->sax = &handler;
  context->userData = &builder;
  // The text is UTF-8 by now, whatever the page says of itself.
  xml.html_options(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                      HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xml.switch_encoding(context.get(), XML_CHAR_ENCODING_UTF8);
  xml.html_parse(context.get());
  context->sax = own;
  if (context->myDoc != nullptr) xml.free_document(context->myDoc);
  context->myDoc = nullptr;
  builder.finish();
  return page;
}

std::vector<Page> read_entries(std::string_view text, std::string& problem) {
  const XmlLibrary& xml = xml_library();
  check_size(text);
  const std::unique_ptr<xmlParserCtxt, decltype(xml.xml_free)> context(
      xml.xml_context(text.data(), static_cast<int>(text.size())), xml.xml_free);
  if (context == nullptr) throw std::bad_alloc();
  FeedBuilder builder;
  xmlSAXHandler handler{};
  handler.startElement = feed_start;
  handler.endElement = feed_end;
  handler.characters = feed_characters;
  handler.cdataBlock = feed_characters;
  handler.error = say_nothing;
  handler.warning = say_nothing;
  xmlSAXHandler* const own = context->sax;
  context->sax = &handler;
  context->_private = &builder;
  xml.xml_parse(context.get());
  if (context->wellFormed == 0)
    problem = "the XML is damaged at line " + std::to_string(context->lastError.line);
  context->sax = own;
  if (context->myDoc != nullptr) xml.free_document(context->myDoc);
  context->myDoc = nullptr;
  std::vector<Page> pages;
  for (const FeedBuilder::Entry& entry : builder.entries()) {
    const bool markup = entry.content.find('<') != std::string::npos ||
                        entry.content.find('&') != std::string::npos;
    Page page;
    if (markup) page = read_page(entry.content);
    else page.text = entry.content;
    page.title = entry.title;
    page.url = entry.url;
    page.date = entry.date;
    page.stretches.clear();
    pages.push_back(std::move(page));
  }
  return pages;
}

}  // namespace oscegraph::press
