// SPDX-License-Identifier: Apache-2.0
//
// Running text as an input format like any other: a file becomes a document, and what extract() finds
// in it nodes and claims, pushed into the same sink. A feed is one document an entry.
//
// A document's id is the file's name and a checksum of the text: the same wherever the file lies, so
// that reviewed claims find it again, and another when the text has changed.
#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/press/decode.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/page.hpp"
#include "oscegraph/loader/press/quantity.hpp"
#include "oscegraph/loader/press/quote.hpp"

namespace oscegraph {
namespace {

using namespace press;

constexpr std::size_t longest_quote = 600;

std::string checksum_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4U) text[i] = digits[hash & 15U];
  return text;
}

std::string file_name(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  if (path.ends_with(".gz")) path.remove_suffix(3);
  return std::string(path);
}

/// One line, blanks joined, not too long.
std::string tidy(std::string_view text, std::size_t longest) {
  std::string result;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
    if (result.size() > longest) break;
  }
  if (result.size() > longest) {
    const std::size_t cut = result.rfind(' ', longest);
    result.resize(cut == std::string::npos ? 0 : cut);
    result += " …";
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

/// "www.osce.org" of "https://www.osce.org/x".
std::string_view host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return {};
  url.remove_prefix(slashes + 3);
  return url.substr(0, url.find_first_of("/?#:"));
}

std::string publisher_of(const Page& page) {
  const std::string_view host = host_of(page.url);
  if (host == "osce.org" || host.ends_with(".osce.org")) return "OSCE";
  return page.site.empty() ? std::string(host) : page.site;
}

/// The day in "2024-11-22T10:00:00Z" or "Fri, 22 Nov 2024 10:00:00 GMT".
Date date_of(std::string_view text) {
  if (const auto date = Date::parse(text.substr(0, 10))) return *date;
  static const Lexicon no_words;
  std::vector<Token> tokens;
  no_words.tokens(text, tokens);
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t i = 0; i < count; ++i)
    if (const auto date = date_at(text, tokens, i, count); date && date->date.day() > 0)
      return date->date;
  return {};
}

/// The first line that is more than a date or a label ("22 November 2024", "Press release:").
std::string_view first_line(std::string_view text) {
  for (int i = 0; i < 4; ++i) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n#"), text.size()));
    const std::string_view line = text.substr(0, std::min(text.find('\n'), std::size_t{400}));
    const std::string one = tidy(line, 400);
    const bool is_date = one.size() < 30 && date_of(one).known();
    if (!is_date && !one.ends_with(':')) return line;
    text.remove_prefix(line.size());
  }
  return {};
}

/// Pushes the document, nodes and claims of one text.
class Pusher {
 public:
  Pusher(const Source& source, ReadContext& context) : source_(source), context_(context) {}

  void push(const Page& page, std::string_view part, std::size_t skipped) {
    if (page.text.find_first_not_of(" \t\r\n") == std::string::npos) return;
    page_ = &page;
    skipped_ = skipped;
    part_ = part;
    const Found found = extract(page.text, {page.title, page.item_begins});
    checksum_ = checksum_of(page.text);
    const std::string name = file_name(source_.name);
    id_ = name.substr(0, name.rfind('.'));
    if (!part.empty()) id_ += "-" + std::string(part.substr(part.rfind(' ') + 1));
    id_ += "-" + checksum_.substr(0, 8);
    const std::string title = tidy(page.title.empty() ? first_line(page.text) : page.title, 160);
    document(name, title, found);
    std::vector<std::string> locators;
    for (const FoundClaim& claim : found.claims) locators.push_back(locator_of(claim));
    if (context_.on_text) context_.on_text({id_, title, page.text, found, locators});
    for (const FoundNode& node : found.nodes) this->node(node);
    for (std::size_t i = 0; i < found.claims.size(); ++i) claim(found.claims[i], locators[i]);
  }

 private:
  Record& begin(RecordType type) {
    record_.clear();
    record_.type = type;
    record_.source = context_.source;
    record_.line = 1;
    record_.column = 1;
    record_.from_text = true;
    texts_.clear();
    return record_;
  }
  void set(Field field, std::string text) {
    if (text.empty()) return;
    record_[field].text = texts_.emplace_back(std::move(text));
    record_[field].type = ValueType::text;
  }

  void document(const std::string& name, const std::string& title, const Found& found) {
    begin(RecordType::document);
    set(Field::id, id_);
    set(Field::title, title);
    set(Field::publisher, publisher_of(*page_));
    Date date = date_of(page_->date);
    if (!date.known()) date = found.date;
    set(Field::date, date.text());
    set(Field::url, page_->url);
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

  [[nodiscard]] std::string locator_of(const FoundClaim& claim) const {
    const std::string place = "text " + to_text(place_in_file(*page_, claim.begin) + skipped_) +
                              "-" + to_text(place_in_file(*page_, claim.end - 1) + 1 + skipped_);
    return part_.empty() ? place : std::string(part_) + ", " + place;
  }

  [[nodiscard]] std::string quote(const FoundClaim& claim) const {
    const ByteSpan span = quote_of(page_->text, claim);
    std::string words = tidy(
        std::string_view(page_->text).substr(span.begin, span.end - span.begin), longest_quote);
    if (claim.words_suffice) return words;
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
  std::size_t skipped_ = 0;
  std::string_view part_;
  std::string checksum_;
  std::string id_;
  Record record_;
  std::deque<std::string> texts_;
};

/// The text of a file; false, with a warning, when it holds none.
bool decode_source(const Source& source, ReadContext& context, Decoded& decoded,
                   Markup markup = Markup::none) {
  decode(source.text, decoded, markup);
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

/// A first line that is an address is where the text comes from.
void take_address(Page& page) {
  const std::string_view text = page.text;
  if (!text.starts_with("http://") && !text.starts_with("https://")) return;
  const std::size_t end = std::min(text.find_first_of(" \r\n"), text.size());
  page.url = text.substr(0, end);
  std::fill_n(page.text.begin(), end, ' ');
}

/// A short line without a full stop, first, above more text, is the title.
void take_title(Page& page) {
  const std::string_view first = first_line(page.text);
  if (first.size() > 200 || first.data() + first.size() == page.text.data() + page.text.size())
    return;
  const std::string line = tidy(first, 200);
  if (line.empty() || line.ends_with('.') || line.ends_with(',')) return;
  page.title = line;
}

}  // namespace

void read_text(const Source& source, ReadContext& context) {
  Decoded decoded;
  if (!decode_source(source, context, decoded)) return;
  Page page;
  page.text = decoded.text;
  take_address(page);
  take_title(page);
  Pusher(source, context).push(page, "", decoded.skipped);
}

void read_html(const Source& source, ReadContext& context) {
  Decoded decoded;
  if (!decode_source(source, context, decoded, Markup::html)) return;
  const Page page = read_page(decoded.text);
  if (page.text.find_first_not_of(" \t\r\n") == std::string::npos)
    context.warnings.push_back({{source.name}, "the page has no text; left out", "", ""});
  Pusher(source, context).push(page, "", decoded.skipped);
}

void read_feed(const Source& source, ReadContext& context) {
  Decoded decoded;
  if (!decode_source(source, context, decoded, Markup::xml)) return;
  std::string problem;
  const std::vector<Page> entries = read_entries(decoded.text, problem);
  if (!problem.empty())
    context.warnings.push_back(
        {{source.name},
         problem + "; read before it: " + counted(entries.size(), "entry", "entries"),
         "",
         ""});
  else if (entries.empty())
    context.warnings.push_back({{source.name}, "no RSS or Atom feed; left out", "", ""});
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
  for (std::size_t i = 0; i < entries.size(); ++i)
    pusher.push(entries[i], "entry " + to_text(i + 1), 0);
}

}  // namespace oscegraph
