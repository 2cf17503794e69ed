// SPDX-License-Identifier: Apache-2.0
//
// Reads RSS and Atom, one entry at a time, from the events of the XML parser. Only the entry's own
// elements are used: the title of its picture, its source or its form is not the title of the
// entry. The content of an entry is HTML and is processed like a page. If an entry has several
// contents (a teaser and the full text), the one with the most text is used.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/xml/xml_reader.hpp"
#include "oscegraph/loader/press/text/feed_date.hpp"
#include "oscegraph/loader/press/text/feed_elements.hpp"
#include "oscegraph/loader/press/text/page.hpp"
#include "oscegraph/loader/press/text/page_parser.hpp"
#include "oscegraph/loader/press/text/relative_url.hpp"
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

/// A text of an entry as written in the feed.
struct FeedText {
  FeedForm form = FeedForm::plain;
  std::string raw;     ///< its characters
  std::string markup;  ///< the same with its inner elements, as HTML
  bool has_elements = false;
  int rank = 0;

  void open(const XmlElement& element) {
    has_elements = true;
    markup.append("<").append(element.name);
    for (const XmlAttribute& attribute : element.attributes) {
      if (!attribute.prefix.empty()) continue;
      markup.append(" ").append(attribute.name).append("=\"");
      escape(attribute.value);
      markup += '"';
    }
    markup += '>';
    open_.emplace_back(element.name);
  }
  void close() {
    if (!is_void(open_.back())) markup.append("</").append(open_.back()).append(">");
    open_.pop_back();
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

  std::vector<std::string> open_;  ///< open elements inside the text
};

/// A value: the one offered with the highest rank, and among equal ranks the first.
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

  /// The longest text among those of the highest rank with any text.
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
class FeedBuilder : public XmlHandler {
 public:
  bool start(const XmlElement& element) override {
    ++depth_;
    if (depth_ == 1) begin_feed(element.name);
    begin_base(element);
    if (text_) text_->open(element);
    else if (is_feed_) start_outside_of_text(element);
    return true;
  }

  void end() override {
    if (text_ && depth_ == field_depth_) end_field();
    else if (text_) text_->close();
    if (depth_ == entry_depth_) {
      entries_.back().complete = true;
      entry_depth_ = 0;
    }
    while (!bases_.empty() && bases_.back().depth == depth_) bases_.pop_back();
    --depth_;
  }

  void text(std::string_view piece) override {
    if (text_) text_->add(piece);
  }

  std::vector<FeedEntry>& entries() { return entries_; }

 private:
  struct Base {
    std::size_t depth = 0;
    std::string url;
  };

  void begin_feed(std::string_view name) {
    own_ = name == "feed" || name == "entry" ? Vocabulary::atom : Vocabulary::rss;
    is_feed_ =
        name == "feed" || name == "entry" || name == "rss" || name == "RDF" || name == "channel";
  }

  void start_outside_of_text(const XmlElement& element) {
    const Vocabulary vocabulary = vocabulary_of(element, own_);
    const std::string_view name = element.name;
    const bool of_feed = vocabulary == Vocabulary::rss || vocabulary == Vocabulary::atom;
    if (entry_depth_ == 0 && of_feed && (name == "item" || name == "entry"))
      return begin_entry(element);
    if (entry_depth_ > 0 && depth_ == entry_depth_ + 1)
      in_group_ = vocabulary == Vocabulary::media && name == "group";
    const std::size_t deepest = entry_depth_ + (in_group_ ? 2 : 1);
    const bool of_entry = entry_depth_ > 0 && depth_ <= deepest;
    // Outside entries only the address of the feed is used.
    const bool of_channel =
        entry_depth_ == 0 && of_feed && name == "link" && depth_ == channel_depth_ + 1;
    if (of_entry || of_channel) begin_field(feed_element(vocabulary, name), vocabulary, element);
    if (of_feed && (name == "channel" || name == "feed")) channel_depth_ = depth_;
  }

  /// xml:base, which applies to what is inside the element.
  void begin_base(const XmlElement& element) {
    const std::string_view base = element.value("xml", "base");
    if (!base.empty()) bases_.push_back({depth_, absolute_url(base, this->base())});
  }
  [[nodiscard]] std::string_view base() const {
    return bases_.empty() ? std::string_view(channel_url_) : bases_.back().url;
  }

  void begin_entry(const XmlElement& element) {
    entries_.emplace_back();
    entry_depth_ = depth_;
    in_group_ = false;
    constexpr int least = 1;
    entries_.back().url.offer(std::string(element.value("rdf", "about")), least);
  }

  void begin_field(const FeedElement& row, Vocabulary vocabulary, const XmlElement& element) {
    const std::string_view type = element.value("", "type");
    if (row.field == FeedField::none) return;
    if (row.field == FeedField::link && !element.value("", "href").empty())
      return take_link(element);
    if (row.field == FeedField::id && element.value("", "isPermaLink") == "false") return;
    // Content stored elsewhere, and content that is no text, such as a picture.
    if (row.field == FeedField::text && !element.value("", "src").empty()) return;
    const bool is_text = type.find('/') == std::string_view::npos || type.starts_with("text/") ||
                         type == "application/xml" || type.find("html") != std::string_view::npos;
    if (!is_text || element.value("", "mode") == "base64") return;
    row_ = row;
    field_depth_ = depth_;
    text_.emplace();
    text_->rank = row.rank;
    const bool says_form = vocabulary == Vocabulary::atom || vocabulary == Vocabulary::media;
    const bool html = type.find("html") != std::string_view::npos;
    text_->form = !says_form || type.empty() ? row.form : html ? FeedForm::html : FeedForm::plain;
  }

  void end_field() {
    FeedText text = std::move(*text_);
    text_.reset();
    if (entry_depth_ == 0) {
      if (channel_url_.empty()) channel_url_ = trimmed(text.raw);
      return;
    }
    FeedEntry& entry = entries_.back();
    switch (row_.field) {
      case FeedField::title: entry.title.offer(trimmed(text.page().text), row_.rank); break;
      case FeedField::text: entry.texts.push_back(std::move(text)); break;
      case FeedField::date: entry.date.offer(feed_date(text.raw), row_.rank); break;
      case FeedField::link:
        entry.url.offer(absolute_url(trimmed(text.raw), base()), row_.rank);
        break;
      case FeedField::id:
        if (const std::string url = trimmed(text.raw); url.starts_with("http"))
          entry.url.offer(url, row_.rank);
        break;
      case FeedField::none: break;
    }
  }

  /// Atom's link to the page of the entry; not those to the feed, to answers or to a recording.
  void take_link(const XmlElement& element) {
    const std::string_view relation = element.value("", "rel");
    if (!relation.empty() && relation != "alternate" && !relation.ends_with("/alternate")) return;
    const std::string_view type = element.value("", "type");
    const bool page = type.empty() || type.find("html") != std::string_view::npos;
    const std::string url = absolute_url(element.value("", "href"), base());
    if (entry_depth_ > 0) entries_.back().url.offer(url, page ? 4 : 3);
    else if (page && channel_url_.empty()) channel_url_ = url;
  }

  std::vector<FeedEntry> entries_;
  Vocabulary own_ = Vocabulary::rss;
  bool is_feed_ = false;
  std::size_t depth_ = 0;
  std::size_t channel_depth_ = 0;
  std::size_t entry_depth_ = 0;  ///< depth of the open entry; 0: none is open
  bool in_group_ = false;        ///< inside <media:group>
  FeedElement row_;              ///< the element whose text is being read
  std::size_t field_depth_ = 0;
  std::optional<FeedText> text_;
  std::string channel_url_;
  std::vector<Base> bases_;
};

}  // namespace

std::vector<Page> read_entries(std::string_view text, std::optional<Problem>& problem) {
  const std::string repaired = repaired_xml(text);
  FeedBuilder builder;
  // The text is already UTF-8, whatever the feed declares.
  constexpr std::size_t deepest = 256;
  XmlReader reader("", builder, {XmlOptions::Encoding::utf8, XmlOptions::Prefixes::any, deepest});
  try {
    reader.read(repaired);
    reader.finish();
  } catch (const Error& error) {
    problem = error.problem();
    problem->place.column = 0;  // a column would be that in the repaired text
  }
  std::vector<Page> pages;
  for (const FeedEntry& entry : builder.entries())
    if (entry.complete) pages.push_back(entry.page());
  return pages;
}

}  // namespace oscegraph::press
