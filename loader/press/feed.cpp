// SPDX-License-Identifier: Apache-2.0
//
// RSS and Atom: an entry at a time, from the XML parser's events. What an entry has of content is HTML
// again, in which its menus and items are told as in any page.
#include <algorithm>
#include <initializer_list>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "oscegraph/loader/press/page.hpp"
#include "oscegraph/loader/press/sax_events.hpp"

namespace oscegraph::press {
namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
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

}  // namespace

std::vector<Page> read_entries(std::string_view text, std::string& problem) {
  const XmlLibrary& xml = xml_library();
  check_size_for_xml(text);
  const std::unique_ptr<xmlParserCtxt, decltype(xml.xml_free)> context(
      xml.xml_context(text.data(), static_cast<int>(text.size())), xml.xml_free);
  if (context == nullptr) throw std::bad_alloc();
  FeedBuilder builder;
  {
    const SaxEvents events(*context, builder);
    xml.xml_parse(context.get());
    events.rethrow();
  }
  if (context->wellFormed == 0)
    problem = "the XML is damaged at line " + std::to_string(context->lastError.line);
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
