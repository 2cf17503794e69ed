// SPDX-License-Identifier: Apache-2.0
//
// Reads running text as an input format. A file becomes a document, and the claims and bodies that
// extract() finds in it become records of claims and nodes. Each entry of a feed is a document of
// its own, and so is each item of a file with several items.
//
// A document's id is the file's name and a checksum of the text. It does not depend on the folder,
// so that reviewed claims are found again, and it changes when the text changes.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text/fnv.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/press/claims/quote.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/items/column.hpp"
#include "oscegraph/loader/press/items/item_head.hpp"
#include "oscegraph/loader/press/items/items.hpp"
#include "oscegraph/loader/press/text/decode.hpp"
#include "oscegraph/loader/press/text/page.hpp"
#include "oscegraph/loader/press/text_readers.hpp"
#include "oscegraph/loader/press/text_seen.hpp"

namespace oscegraph {
namespace {

using namespace press;

constexpr std::size_t longest_quote = 600;
constexpr std::size_t short_checksum = 8;  // digits in a document's id

std::string file_name(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  if (path.ends_with(".gz")) path.remove_suffix(3);
  return std::string(path);
}

/// The host "www.osce.org" of "https://www.osce.org/x".
std::string_view host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return {};
  url.remove_prefix(slashes + 3);
  return url.substr(0, url.find_first_of("/?#:"));
}

std::string publisher_of(std::string_view url, const std::string& site) {
  const std::string_view host = host_of(url);
  if (host == "osce.org" || host.ends_with(".osce.org")) return "OSCE";
  return site.empty() ? std::string(host) : site;
}

/// Counts lines while moving forward through a text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  /// "lines 12-19". Precondition: `begin` is not before that of the last call.
  std::string span(std::size_t begin, std::size_t end) {
    const std::size_t first = at(begin);
    const std::size_t last = at(end);
    return first == last ? "line " + to_text(first)
                         : "lines " + to_text(first) + "-" + to_text(last);
  }

 private:
  std::size_t at(std::size_t place) {
    const std::string_view passed = text_.substr(counted_, place - counted_);
    line_ += static_cast<std::size_t>(std::ranges::count(passed, '\n'));
    counted_ = place;
    return line_;
  }
  std::string_view text_;
  std::size_t counted_ = 0;
  std::size_t line_ = 1;
};

/// Pushes the document, nodes and claims of one text.
class Pusher {
 public:
  Pusher(const Source& source, ReadContext& context) : source_(source), context_(context) {}

  /// Pushes the next entry of a feed.
  void push_entry(const Page& page) {
    ++entry_;
    part_ = "entry " + to_text(entry_);
    push(page, 0, page.text);
  }

  /// Pushes the items of a page, each as a document. `as_written`: the page's text before lines
  /// were joined.
  void push(const Page& page, std::size_t skipped, std::string_view as_written) {
    const std::vector<Item> items = find_items(page);
    page_ = &page;
    as_written_ = as_written;
    skipped_ = skipped;
    if (items.size() == 1) return push_alone(items.front());
    LineCounter lines(as_written);
    for (const Item& item : items) push_one_of_many(item, lines);
  }

  /// Call it after everything has been pushed.
  void warn_of_repeated() {
    if (repeated_ == 0) return;
    context_.warnings.push_back({{source_.name},
                                 counted(repeated_, "item") + " of this file " +
                                     (repeated_ == 1 ? "repeats" : "repeat") +
                                     " another word for word; each is read once",
                                 "",
                                 ""});
  }

 private:
  Record& begin(RecordType type) {
    record_.clear();
    record_.type = type;
    record_.source = context_.source;
    record_.line = 1;
    record_.column = 1;
    record_.from_text = true;
    record_.has_program_id = type == RecordType::node;
    texts_.clear();
    return record_;
  }
  void set(Field field, std::string text) {
    if (text.empty()) return;
    record_[field].text = texts_.emplace_back(std::move(text));
    record_[field].type = ValueType::text;
  }

  /// What a document says about itself.
  struct Head {
    std::string title;  ///< "" when the text has no title
    std::string url;
    Date date;
  };

  /// A single item: the page's own title, address and date count for it.
  void push_alone(const Item& item) {
    const Date date = day_of_metadata(page_->date);
    const Head head{page_->title.empty() ? title_of(page_->text) : page_->title, page_->url,
                    date.known() ? date : day_of(page_->text)};
    push_document({0, page_->text.size()}, head, found_in(page_->text, head.title, item.doubts));
  }

  /// One of several items has a title, address and date of its own. So has each part after a place
  /// in doubt, since it is not known to which item it belongs.
  void push_one_of_many(const Item& item, LineCounter& lines) {
    std::vector<std::size_t> doubts;
    for (const std::size_t doubt : item.doubts) doubts.push_back(doubt - item.begin);
    const std::string_view text = text_of({item.begin, item.end});
    Found all = found_in(text, title_of(text), doubts);
    // Marks on both sides show that it is one item after all.
    const std::size_t places = item.marked ? 0 : item.doubts.size();
    std::size_t begin = item.begin;
    auto claim = all.claims.begin();
    for (std::size_t i = 0; i <= places; ++i) {
      const ByteSpan part{begin, i < places ? item.doubts[i] : item.end};
      begin = part.end;
      const auto after = std::find_if(claim, all.claims.end(), [&](const FoundClaim& c) {
        return item.begin + c.begin >= part.end;
      });
      Found found;
      found.claims.assign(std::make_move_iterator(claim), std::make_move_iterator(after));
      claim = after;
      if (i > 0 && found.claims.empty()) continue;
      count_from(part.begin - item.begin, found);
      take_nodes(all, found);
      part_ = entry_ > 0 ? "entry " + to_text(entry_) + ", " : "";
      part_ += lines.span(part.begin, part.end);
      push_document(part, head_of(part, item), found);
    }
    previous_end_ = item.end;
  }

  [[nodiscard]] std::string_view text_of(ByteSpan part) const {
    return std::string_view(page_->text).substr(part.begin, part.end - part.begin);
  }

  static Found found_in(std::string_view text, std::string_view title,
                        std::span<const std::size_t> doubts) {
    const std::string_view first = first_line(text);
    return extract(
        text,
        {title, doubts, first.empty() ? 0 : static_cast<std::size_t>(first.data() - text.data())});
  }

  /// Makes the positions of findings relative to the beginning of a part of the item.
  static void count_from(std::size_t begin, Found& found) {
    for (FoundClaim& claim : found.claims)
      for (std::size_t* place : {&claim.begin, &claim.end, &claim.sentence_begin,
                                 &claim.sentence_end, &claim.sum_begin, &claim.sum_end})
        *place -= std::min(*place, begin);
  }

  /// Copies the nodes that the claims in `found` use.
  static void take_nodes(const Found& all, Found& found) {
    std::set<std::string_view> ids;
    for (const FoundClaim& claim : found.claims) ids.insert({claim.from, claim.to});
    for (const std::string_view id : ids) {
      const auto node = std::ranges::lower_bound(all.nodes, id, {}, &FoundNode::id);
      if (node != all.nodes.end() && node->id == id) found.nodes.push_back(*node);
    }
  }

  [[nodiscard]] Head head_of(ByteSpan part, const Item& item) const {
    const std::string_view text = text_of({std::clamp(item.head, part.begin, part.end), part.end});
    Head head{title_of(text), page_->url, day_of(text)};
    const auto mark = std::ranges::lower_bound(
        page_->days, part.begin == item.begin ? previous_end_ : part.begin, {}, &DayMark::at);
    if (mark != page_->days.end() && mark->at < part.end)
      if (const Date day = day_of_metadata(mark->day); day.known()) head.date = day;
    if (!item.address.empty()) head.url = item.address;
    return head;
  }

  void push_document(ByteSpan part, const Head& head, const Found& found) {
    text_ = text_of(part);
    begin_ = part.begin;
    checksum_ = hex_digits(fnv_64(as_written_.substr(part.begin, part.end - part.begin)));
    // A text that was pasted twice must not count twice.
    if (!seen_.insert(checksum_).second) {
      ++repeated_;
      return;
    }
    const std::string name = file_name(source_.name);
    id_ = name.substr(0, name.rfind('.')) + '-' + checksum_.substr(0, short_checksum);
    // Among many thousand items, two may have the same short checksum.
    if (!ids_.insert(id_).second) id_ = name.substr(0, name.rfind('.')) + '-' + checksum_;
    const std::string title = tidy(head.title.empty() ? first_line(text_) : head.title, 160);
    document(name, title, head);
    std::vector<std::string> locators;
    for (const FoundClaim& claim : found.claims) locators.push_back(locator_of(claim));
    if (context_.on_text) context_.on_text({id_, title, text_, found, locators});
    for (const FoundNode& node : found.nodes) this->node(node);
    for (std::size_t i = 0; i < found.claims.size(); ++i) claim(found.claims[i], locators[i]);
  }

  void document(const std::string& name, const std::string& title, const Head& head) {
    begin(RecordType::document);
    set(Field::id, id_);
    set(Field::title, title);
    set(Field::publisher, publisher_of(head.url, page_->site));
    set(Field::date, head.date.text());
    set(Field::url, head.url);
    set(Field::file, name);
    set(Field::checksum, "fnv1a64:" + checksum_);
    context_.sink.accept(record_);
  }

  void node(const FoundNode& node) {
    begin(RecordType::node);
    set(Field::id, node.id);
    set(Field::kind, std::string(name_of(node.kind)));
    set(Field::name, tidy(node.name, 200));
    Value value;
    value.type = ValueType::text;
    value.text = "inferred";
    record_.attributes.push_back({"status", value});
    context_.sink.accept(record_);
  }

  /// The byte range in the file. For an entry, or an item among several, the range in its own text,
  /// which does not change when text is added above it.
  [[nodiscard]] std::string locator_of(const FoundClaim& claim) const {
    if (!part_.empty()) return part_ + ", text " + to_text(claim.begin) + "-" + to_text(claim.end);
    return "text " + to_text(place_in_file(*page_, begin_ + claim.begin) + skipped_) + "-" +
           to_text(place_in_file(*page_, begin_ + claim.end - 1) + 1 + skipped_);
  }

  [[nodiscard]] std::string quote(const FoundClaim& claim) const {
    const ByteSpan span = quote_of(text_, claim);
    std::string words = tidy(text_.substr(span.begin, span.end - span.begin), longest_quote);
    if (claim.words_prove_it) return words;
    if (span.begin > claim.sentence_begin) words = "… " + words;
    if (span.end < claim.sentence_end && !words.ends_with("…")) words += " …";
    return words;
  }

  void claim(const FoundClaim& claim, const std::string& locator) {
    begin(RecordType::claim);
    set(Field::from, claim.from);
    set(Field::relation, std::string(name_of(claim.relation)));
    set(Field::to, claim.to);
    set(Field::document, id_);
    if (claim.amount) {
      set(Field::amount, claim.amount->decimal());
      set(Field::currency, std::string(claim.amount->currency.code()));
    }
    if (claim.flow != Flow::unknown) set(Field::flow, std::string(name_of(claim.flow)));
    set(Field::start, claim.period.start.text());
    set(Field::end, claim.period.end.text());
    set(Field::locator, locator);
    set(Field::quote, quote(claim));
    set(Field::basis, std::string(name_of(claim.basis)));
    set(Field::rule, std::string(claim.rule));
    context_.sink.accept(record_);
  }

  const Source& source_;
  ReadContext& context_;
  const Page* page_ = nullptr;
  std::string_view as_written_;  ///< the page's text, with the lines as they were broken
  std::size_t skipped_ = 0;
  std::string part_;
  std::size_t entry_ = 0;  ///< number of the entry in a feed, from 1
  std::string_view text_;  ///< text of the document
  std::size_t begin_ = 0;  ///< offset of that text in the page
  std::string checksum_;
  std::set<std::string> seen_;  ///< checksums of the documents in this file
  std::set<std::string> ids_;   ///< ids of the documents in this file
  std::size_t repeated_ = 0;
  std::size_t previous_end_ = 0;  ///< end of the previous item in the page
  std::string id_;
  Record record_;
  std::deque<std::string> texts_;
};

/// Decodes the text of a file; returns false, with a warning, when it is no text.
bool decode_source(const Source& source, std::string_view bytes, ReadContext& context,
                   Decoded& decoded, Markup markup = Markup::none) {
  decode(bytes, decoded, markup);
  if (decoded.encoding == Encoding::unknown) {
    context.warnings.push_back({{source.name},
                                "it says that it is in the encoding " + in_quotes(decoded.name) +
                                    ", which is not read here; left out",
                                "",
                                "save it again as UTF-8"});
    return false;
  }
  if (decoded.encoding == Encoding::binary) {
    context.warnings.push_back({{source.name},
                                "this is no text: it has NUL or control bytes; left out",
                                "texts are UTF-8, UTF-16, UTF-32 or in a code page of Europe",
                                ""});
    return false;
  }
  if (decoded.replaced > 0)
    context.warnings.push_back(
        {{source.name},
         counted(decoded.replaced, "byte") + " that are no characters, read as '\xEF\xBF\xBD'",
         "",
         "save the file again as UTF-8"});
  return true;
}

/// An address on the first line is the address of the text.
void take_address(Page& page) {
  const std::string_view text = page.text;
  if (!text.starts_with("http://") && !text.starts_with("https://")) return;
  const std::size_t end = std::min(text.find_first_of(" \r\n"), text.size());
  page.url = text.substr(0, end);
  std::fill_n(page.text.begin(), end, ' ');
}

}  // namespace

void read_text(Source& source, ReadContext& context) {
  const std::string_view bytes = source.bytes.rest();
  Decoded decoded;
  if (!decode_source(source, bytes, context, decoded)) return;
  Page page;
  page.text = decoded.text;
  take_address(page);
  const std::string as_written = page.text;
  join_lines(page.text);
  Pusher pusher(source, context);
  pusher.push(page, decoded.skipped, as_written);
  pusher.warn_of_repeated();
}

void read_html(Source& source, ReadContext& context) {
  const std::string_view bytes = source.bytes.rest();
  Decoded decoded;
  if (!decode_source(source, bytes, context, decoded, Markup::html)) return;
  const Page page = read_page(decoded.text);
  if (page.text.find_first_not_of(" \t\r\n") == std::string::npos)
    context.warnings.push_back({{source.name}, "the page has no text; left out", "", ""});
  Pusher pusher(source, context);
  pusher.push(page, decoded.skipped, page.text);
  pusher.warn_of_repeated();
}

void read_feed(Source& source, ReadContext& context) {
  const std::string_view bytes = source.bytes.rest();
  Decoded decoded;
  if (!decode_source(source, bytes, context, decoded, Markup::xml)) return;
  std::optional<Problem> problem;
  const std::vector<Page> entries = read_entries(decoded.text, problem);
  if (problem) {
    problem->place.file = source.name;
    problem->what += "; read before it: " + counted(entries.size(), "entry", "entries");
    context.warnings.push_back(std::move(*problem));
  } else if (entries.empty()) {
    context.warnings.push_back({{source.name}, "no RSS or Atom feed; left out", "", ""});
  }
  const auto is_empty = [](const Page& page) {
    return page.text.find_first_not_of(" \t\r\n") == std::string::npos;
  };
  const auto empty = static_cast<std::uint64_t>(std::ranges::count_if(entries, is_empty));
  const std::string of_all = " of " + counted(entries.size(), "entry", "entries");
  if (empty > 0)
    context.warnings.push_back(
        {{source.name},
         grouped(empty) + of_all + (empty == 1 ? " has" : " have") + " no text; left out",
         "",
         ""});
  Pusher pusher(source, context);
  for (const Page& entry : entries) pusher.push_entry(entry);
  pusher.warn_of_repeated();
}

}  // namespace oscegraph
