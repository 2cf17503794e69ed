// SPDX-License-Identifier: Apache-2.0
//
// RSS and Atom: an entry at a time, from the XML parser's events. Only the entry's own elements count:
// what its picture, its source or its form is called is not its title. What an entry has of content is
// HTML again, in which its menus and items are told as in any page; of several contents (a teaser and
// the whole) the one with the most text is read.
#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/press/text/feed_date.hpp"
#include "oscegraph/loader/press/text/feed_elements.hpp"
#include "oscegraph/loader/press/text/page.hpp"
#include "oscegraph/loader/press/text/page_parser.hpp"
#include "oscegraph/loader/press/text/relative_url.hpp"
#include "oscegraph/loader/press/text/sax_events.hpp"
#include "oscegraph/loader/press/text/xml_repair.hpp"

namespace oscegraph::press {
namespace {

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return std::string(text.substr(0, text.find_last_not_of(blanks) + 1));
}

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// A text of an entry, as it is written in the feed.
struct FeedText {
  FeedForm form = FeedForm::plain;
  std::string raw;     ///< its characters
  std::string markup;  ///< the same with the elements inside, as HTML
  bool has_elements = false;
  int rank = 0;

  void open(std::string_view name, const XmlAttributes& attributes) {
    has_elements = true;
    markup.append("<").append(name);
    for (std::size_t i = 0; i < attributes.size(); ++i) {
      if (!attributes.prefix(i).empty()) continue;
      markup.append(" ").append(attributes.local(i)).append("=\"");
      escape(attributes.value(i));
      markup += '"';
    }
    markup += '>';
  }
  void close(std::string_view name) {
    if (!is_void(name)) markup.append("</").append(name).append(">");
  }
  void add(std::string_view text) {
    raw += text;
    escape(text);
  }

  [[nodiscard]] Page page() const {
    const bool markup_in_text =
        form == FeedForm::html
            ? raw.find_first_of("<&") != std::string::npos
            : raw.find("</p>") != std::string::npos || raw.find("</div>") != std::string::npos;
    if (has_elements) return read_page(markup);
    if (markup_in_text) return read_page(raw);
    Page page;
    page.text = raw;
    return page;
  }

 private:
  void escape(std::string_view text) {
    for (const char c : text) {
      if (c == '&') markup += "&amp;";
      else if (c == '<') markup += "&lt;";
      else if (c == '"') markup += "&quot;";
      else markup += c;
    }
  }
};

/// A value of which the one of the highest rank counts, and of several the first.
class Ranked {
 public:
  void offer(std::string value, int rank) {
    if (value.empty() || rank <= rank_) return;
    value_ = std::move(value);
    rank_ = rank;
  }
  [[nodiscard]] const std::string& value() const { return value_; }

 private:
  std::string value_;
  int rank_ = 0;
};

struct FeedEntry {
  Ranked title;
  Ranked url;
  Ranked date;
  std::vector<FeedText> texts;
  bool complete = false;

  /// Of the highest rank that has any, the longest.
  [[nodiscard]] Page page() const {
    Page best;
    std::pair<int, std::size_t> most{0, 0};
    for (const FeedText& text : texts) {
      Page page = text.page();
      const std::pair<int, std::size_t> much{text.rank, letters_in(page.text)};
      if (much.second == 0 || much <= most) continue;
      most = much;
      best = std::move(page);
    }
    if (!title.value().empty()) best.title = title.value();
    best.url = url.value();
    best.date = date.value();
    best.stretches.clear();
    return best;
  }
};

/// Receives the parser's events for one feed.
class FeedBuilder {
 public:
  void start(const XmlName& name, const XmlAttributes& attributes) {
    ++depth_;
    if (depth_ == 1) begin_feed(name);
    begin_base(attributes);
    if (text_) return text_->open(name.local, attributes);
    if (!is_feed_) return;
    const Vocabulary vocabulary = vocabulary_of(name, own_);
    const bool of_feed = vocabulary == Vocabulary::rss || vocabulary == Vocabulary::atom;
    if (entry_depth_ == 0 && of_feed && (name.local == "item" || name.local == "entry"))
      return begin_entry(attributes);
    if (entry_depth_ > 0 && depth_ == entry_depth_ + 1)
      in_group_ = vocabulary == Vocabulary::media && name.local == "group";
    const std::size_t deepest = entry_depth_ + (in_group_ ? 2 : 1);
    const bool of_entry = entry_depth_ > 0 && depth_ <= deepest;
    // Of the feed itself only its address is wanted.
    const bool of_channel =
        entry_depth_ == 0 && of_feed && name.local == "link" && depth_ == channel_depth_ + 1;
    if (of_entry || of_channel)
      begin_field(feed_element(vocabulary, name.local), vocabulary, attributes);
    if (of_feed && (name.local == "channel" || name.local == "feed")) channel_depth_ = depth_;
  }

  void end(const XmlName& name) {
    if (text_ && depth_ == field_depth_) end_field();
    else if (text_) text_->close(name.local);
    if (depth_ == entry_depth_) {
      entries_.back().complete = true;
      entry_depth_ = 0;
    }
    while (!bases_.empty() && bases_.back().depth == depth_) bases_.pop_back();
    --depth_;
  }

  void characters(std::string_view text) {
    if (text_) text_->add(text);
  }

  std::vector<FeedEntry>& entries() { return entries_; }

 private:
  struct Base {
    std::size_t depth = 0;
    std::string url;
  };

  void begin_feed(const XmlName& name) {
    own_ = name.local == "feed" || name.local == "entry" ? Vocabulary::atom : Vocabulary::rss;
    is_feed_ = name.local == "feed" || name.local == "entry" || name.local == "rss" ||
               name.local == "RDF" || name.local == "channel";
  }

  /// xml:base, which counts for what is inside.
  void begin_base(const XmlAttributes& attributes) {
    const std::string_view base = attributes.value("xml", "base");
    if (!base.empty()) bases_.push_back({depth_, absolute_url(base, this->base())});
  }
  [[nodiscard]] std::string_view base() const {
    return bases_.empty() ? std::string_view(channel_url_) : bases_.back().url;
  }

  void begin_entry(const XmlAttributes& attributes) {
    entries_.emplace_back();
    entry_depth_ = depth_;
    in_group_ = false;
    constexpr int least = 1;
    entries_.back().url.offer(std::string(attributes.value("rdf", "about")), least);
  }

  void begin_field(const FeedElement& element, Vocabulary vocabulary,
                   const XmlAttributes& attributes) {
    const std::string_view type = attributes.value("", "type");
    if (element.field == FeedField::none) return;
    if (element.field == FeedField::link && !attributes.value("", "href").empty())
      return take_link(attributes);
    if (element.field == FeedField::id && attributes.value("", "isPermaLink") == "false") return;
    // What lies elsewhere, and what is no text: a picture.
    if (element.field == FeedField::text && !attributes.value("", "src").empty()) return;
    const bool is_text = type.find('/') == std::string_view::npos || type.starts_with("text/") ||
                         type == "application/xml" || type.find("html") != std::string_view::npos;
    if (!is_text || attributes.value("", "mode") == "base64") return;
    element_ = element;
    field_depth_ = depth_;
    text_.emplace();
    text_->rank = element.rank;
    const bool says_form = vocabulary == Vocabulary::atom || vocabulary == Vocabulary::media;
    const bool html = type.find("html") != std::string_view::npos;
    text_->form = !says_form || type.empty() ? element.form
                  : html                     ? FeedForm::html
                                             : FeedForm::plain;
  }

  void end_field() {
    FeedText text = std::move(*text_);
    text_.reset();
    if (entry_depth_ == 0) {
      if (channel_url_.empty()) channel_url_ = trimmed(text.raw);
      return;
    }
    FeedEntry& entry = entries_.back();
    switch (element_.field) {
      case FeedField::title: entry.title.offer(trimmed(text.page().text), element_.rank); break;
      case FeedField::text: entry.texts.push_back(std::move(text)); break;
      case FeedField::date: entry.date.offer(feed_date(text.raw), element_.rank); break;
      case FeedField::link:
        entry.url.offer(absolute_url(trimmed(text.raw), base()), element_.rank);
        break;
      case FeedField::id:
        if (const std::string url = trimmed(text.raw); url.starts_with("http"))
          entry.url.offer(url, element_.rank);
        break;
      case FeedField::none: break;
    }
  }

  /// Atom's link: to the page of the entry, not to the feed, to answers or to a recording.
  void take_link(const XmlAttributes& attributes) {
    const std::string_view relation = attributes.value("", "rel");
    if (!relation.empty() && relation != "alternate" && !relation.ends_with("/alternate")) return;
    const std::string_view type = attributes.value("", "type");
    const bool page = type.empty() || type.find("html") != std::string_view::npos;
    const std::string url = absolute_url(attributes.value("", "href"), base());
    if (entry_depth_ > 0) entries_.back().url.offer(url, page ? 4 : 3);
    else if (page && channel_url_.empty()) channel_url_ = url;
  }

  std::vector<FeedEntry> entries_;
  Vocabulary own_ = Vocabulary::rss;
  bool is_feed_ = false;
  std::size_t depth_ = 0;
  std::size_t channel_depth_ = 0;
  std::size_t entry_depth_ = 0;  ///< of the open entry; 0: none is open
  bool in_group_ = false;        ///< in <media:group>
  FeedElement element_;          ///< the one whose text is being read
  std::size_t field_depth_ = 0;
  std::optional<FeedText> text_;
  std::string channel_url_;
  std::vector<Base> bases_;
};

}  // namespace

std::vector<Page> read_entries(std::string_view text, std::string& problem) {
  const XmlLibrary& xml = xml_library();
  check_size_for_xml(text);
  // An XML declaration has to be first; lines are counted from the file's first.
  const std::size_t blank = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  const auto lines_before = std::ranges::count(text.substr(0, blank), '\n');
  const std::string repaired = repaired_xml(text.substr(blank));
  check_size_for_xml(repaired);
  if (repaired.empty()) return {};
  const std::unique_ptr<xmlParserCtxt, decltype(xml.xml_free)> context(
      xml.xml_context(repaired.data(), static_cast<int>(repaired.size())), xml.xml_free);
  if (context == nullptr) throw std::bad_alloc();
  FeedBuilder builder;
  {
    const SaxEvents events(*context, builder);
    // The text is UTF-8 by now, whatever the feed says of itself.
    xml.xml_options(context.get(), XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                       XML_PARSE_IGNORE_ENC);
    xml.xml_parse(context.get());
    events.rethrow();
  }
  if (context->wellFormed == 0)
    problem = "the XML is damaged at line " + to_text(context->lastError.line + lines_before);
  std::vector<Page> pages;
  for (const FeedEntry& entry : builder.entries())
    if (entry.complete) pages.push_back(entry.page());
  return pages;
}

}  // namespace oscegraph::press
