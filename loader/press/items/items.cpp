// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/items/items.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "oscegraph/graph/text/ascii.hpp"
#include "oscegraph/loader/press/items/clues.hpp"
#include "oscegraph/loader/press/items/lines.hpp"

namespace oscegraph::press {
namespace {

// Limits of cohesion (clues.hpp): up to `other` a paragraph belongs to another item, up to
// `doubtful` it may. They were tuned on press texts joined at random, as docs/press.md describes,
// and tests/loader/press_items_test.cpp checks them.
struct Limits {
  double other = 0;
  double doubtful = 0;
};
constexpr double never_sure = 1000;  // higher than the cohesion of any two paragraphs
constexpr Limits plain{0.5, 6.5};
constexpr Limits begins_with_speaker{-1, 2};
constexpr Limits below_headline{2, 6};
constexpr Limits below_heading{8, never_sure};
constexpr Limits below_section_heading{0.5, never_sure};
constexpr Limits begins_with_body{0.5, 12};
constexpr Limits begins_with_day{1.5, 16};
constexpr Limits begins_with_full_day{6, 30};

// The least lengths of a paragraph that may begin an item by its names alone: with doubt, and
// surely.
constexpr std::size_t shortest_paragraph = 60;
constexpr std::size_t shortest_sure_paragraph = 120;

enum class Decision : std::uint8_t { goes_on, in_doubt, begins };

class ItemFinder {
 public:
  explicit ItemFinder(const Page& page)
      : text_(page.text),
        one_item_(page.one_item),
        lines_(lines_of(page)) {
    see_where_days_stand();
  }

  std::vector<Item> all() {
    count_details();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kind == LineKind::text) {
        read_paragraph(i);
        head_ = i + 1;
      } else if (lines_[i].begins_item && has_something(head_, i)) {
        begin_item(i, true);
      }
    }
    if (!lines_.empty()) end_item(lines_.size(), true);
    find_first_head();
    return std::move(items_);
  }

 private:
  void count_details() {
    details_.assign(1, 0);
    for (const Line& line : lines_) {
      const bool detail = line.kind == LineKind::list || line.kind == LineKind::label;
      details_.push_back(details_.back() + (detail ? 1 : 0));
    }
  }

  [[nodiscard]] std::string_view text_of(std::size_t line) const {
    return text_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
  }

  /// Decides about paragraph i. The lines between the last paragraph and this one are its head, or
  /// the end of the item before.
  void read_paragraph(std::size_t i) {
    const Clues clues = clues_of(without_list_mark(text_of(i)));
    Place place{i, Decision::goes_on};
    if (has_text_ || has_marked_line(i)) place = decide(i, clues);
    if (one_item_ && !place.marked) place.decision = Decision::goes_on;
    // Lines that touch the text above may also be the headline of the text below.
    if (place.decision == Decision::begins && head_ < skip_what_touches(i))
      doubts_.push_back(lines_[head_].begin);
    if (place.decision == Decision::begins) begin_item(place.line, place.marked);
    if (!has_text_ && place.decision != Decision::in_doubt) note_head(i);
    if (place.decision == Decision::in_doubt) doubt(place.line);
    else if (lacks_day(i)) doubt(i);
    if (place.decision == Decision::goes_on && returns_to_before(clues)) withdraw_doubt();
    for (std::size_t k = std::max(head_, item_begin_); k < i; ++k)
      if (lines_[k].kind != LineKind::rule) add(sofar_, clues_of(text_of(k)));
    add(sofar_, clues);
    has_text_ = true;
  }

  struct Place {
    std::size_t line = 0;
    Decision decision = Decision::goes_on;
    bool marked = false;  ///< by a separator, a heading or the like, not by words alone
  };

  /// Whether a separator, an address or an item's beginning in the markup stands in the head, with
  /// something above it.
  [[nodiscard]] bool has_marked_line(std::size_t i) const {
    for (std::size_t k = head_; k <= i; ++k) {
      const bool marked = lines_[k].begins_item || lines_[k].kind == LineKind::rule ||
                          lines_[k].kind == LineKind::address;
      if (marked && has_something(head_, k)) return true;
    }
    return false;
  }

  /// Whether "Publishing date:" stands above a paragraph without a day: the end of a text that was
  /// cut off.
  [[nodiscard]] bool lacks_day(std::size_t i) const {
    return i > head_ && i > item_begin_ && lines_[i - 1].kind == LineKind::label &&
           speaks_of_publishing(text_of(i - 1));
  }

  /// Whether lines [from, to) of the item have more than a title.
  [[nodiscard]] bool has_something(std::size_t from, std::size_t to) const {
    return has_text_ || details_[to] > details_[std::max(from, item_begin_)];
  }

  [[nodiscard]] Place decide(std::size_t i, const Clues& clues) const {
    if (const std::optional<Place> marked = marked_place(i, clues)) return *marked;
    const std::size_t head = head_of(i);
    const bool headed = has_in(head, i, LineKind::heading) || has_in(head, i, LineKind::dated);
    return {head, by_words(i, head, clues), headed};
  }

  /// The beginning of an item that a separator, an address, a counted heading or the markup above a
  /// paragraph marks.
  [[nodiscard]] std::optional<Place> marked_place(std::size_t i, const Clues& clues) const {
    for (std::size_t k = i + 1; k-- > head_;) {
      const LineKind kind = lines_[k].kind;
      if (lines_[k].begins_item) return Place{k, Decision::begins, true};
      if (kind == LineKind::rule && k < i) return Place{k + 1, Decision::begins, true};
      if (kind == LineKind::heading && is_only_a_number(text_of(k)))
        return Place{k, Decision::begins, true};
      if (kind != LineKind::address || is_pointed_at(k)) continue;
      const bool refers = clues.reference == Reference::strong;
      return Place{k, refers ? Decision::in_doubt : Decision::begins, true};
    }
    return std::nullopt;
  }

  [[nodiscard]] Decision by_words(std::size_t i, std::size_t head, const Clues& clues) const {
    const bool other_language = clues.language != no_language && sofar_.language != no_language &&
                                clues.language != sofar_.language;
    if (has_in(head_, i, LineKind::dated) || clues.dateline || other_language)
      return Decision::begins;
    if (is_section(head) && head + 1 == i) return Decision::goes_on;
    if (clues.reference == Reference::strong)
      return head == i ? Decision::goes_on : below_lines(i, head, clues);
    if (takes_up_name(sofar_, clues) || (head == i && takes_for_known(sofar_, clues)))
      return Decision::goes_on;
    if (clues.reference == Reference::none) return by_cohesion(i, head, clues);
    if (head < i) return below_lines(i, head, clues);
    const bool known = cohesion(sofar_, clues) > 0 || takes_up_thing(sofar_, clues);
    return known ? Decision::goes_on : Decision::in_doubt;
  }

  /// "This course" below a headline may refer to the headline. A single headline may stand within
  /// the item; several are the head of another item.
  [[nodiscard]] Decision below_lines(std::size_t i, std::size_t head, const Clues& clues) const {
    if (i - head > 1) return Decision::in_doubt;
    Clues all = clues;
    add(all, clues_of(text_of(head)));
    return cohesion(sofar_, all) <= below_headline.doubtful ? Decision::in_doubt
                                                            : Decision::goes_on;
  }

  [[nodiscard]] Decision by_cohesion(std::size_t i, std::size_t head, const Clues& clues) const {
    const double same = cohesion(sofar_, clues);
    if (clues.day) return measured(same, clues.year ? begins_with_full_day : begins_with_day);
    if (has_in(head, i, LineKind::heading))
      return measured(same, is_section(head) ? below_section_heading : below_heading);
    if (head < i) return weighed(clues, measured(same, below_headline));
    if (clues.speaker) return measured(same, begins_with_speaker);
    const std::size_t length = lines_[i].end - lines_[i].begin;
    if (length < shortest_paragraph) return Decision::goes_on;
    const Decision decision = weighed(clues, measured(same, clues.body ? begins_with_body : plain));
    // Surely only if other bodies replace those named before.
    const bool others = clues.names_bodies && sofar_.names_bodies;
    const bool sure = length >= shortest_sure_paragraph && others;
    return decision == Decision::begins && !sure ? Decision::in_doubt : decision;
  }

  static Decision measured(double same, const Limits& limits) {
    return same <= limits.other      ? Decision::begins
           : same <= limits.doubtful ? Decision::in_doubt
                                     : Decision::goes_on;
  }

  /// Long paragraphs share something with any text. To continue the item, the shared part must be
  /// half of the paragraph, or a large part of both texts.
  [[nodiscard]] Decision weighed(const Clues& clues, Decision decision) const {
    const double same = cohesion(sofar_, clues);
    const bool much =
        same >= 0.5 * weight(clues) || 2 * same >= 0.3 * (weight(clues) + weight(sofar_));
    return decision == Decision::goes_on && !much ? Decision::in_doubt : decision;
  }

  /// Whether the line is a heading within an item: "Background", "About the project".
  [[nodiscard]] bool is_section(std::size_t line) const {
    return (lines_[line].kind == LineKind::heading || lines_[line].kind == LineKind::headline) &&
           (lines_[line].repeated || names_section(text_of(line)));
  }

  /// Whether the address belongs to a label such as "More on this page:".
  [[nodiscard]] bool is_pointed_at(std::size_t k) const {
    if (k == 0) return false;
    return (lines_[k - 1].kind == LineKind::label && !speaks_of_publishing(text_of(k - 1))) ||
           lines_[k - 1].kind == LineKind::list;
  }

  /// The first line of a paragraph's head. The lines before it end the previous item: its lists and
  /// labels, contacts, "Read more", and its day if days stand below the items.
  [[nodiscard]] std::size_t head_of(std::size_t i) const {
    std::size_t k = head_;
    while (k < i && is_end_of_item(k, i)) ++k;
    for (std::size_t at = k; at < i; ++at)
      if (is_contact(text_of(at))) k = at + 1;
    k = std::max(k, skip_what_touches(i));
    return std::max(k, skip_day(k, i));
  }

  [[nodiscard]] bool is_end_of_item(std::size_t k, std::size_t i) const {
    if (lines_[k].kind == LineKind::list || lines_[k].kind == LineKind::label) return true;
    if (!has_headline(k + 1, i)) return false;
    return is_boilerplate(k) || (lines_[k].kind == LineKind::headline && tells_who_paid(k));
  }

  [[nodiscard]] bool is_title_with_day(std::size_t line) const {
    return lines_[line].kind == LineKind::dated && !title_beside_day(text_of(line)).empty();
  }

  /// Whether the line belongs to the page around its items, and is no title.
  [[nodiscard]] bool is_boilerplate(std::size_t line) const {
    const bool repeated =
        lines_[line].repeated && !tells_who_paid(line) && !is_only_a_number(text_of(line));
    return repeated || is_of_the_page(text_of(line));
  }

  /// Whether the line says who paid, and so is no title: "Funded by Norway", "Geber: Japan".
  [[nodiscard]] bool tells_who_paid(std::size_t line) const {
    return begins_with_money(text_of(line));
  }

  /// The line after those that touch the text above, when an empty line and a headline follow them;
  /// else 0.
  [[nodiscard]] std::size_t skip_what_touches(std::size_t i) const {
    if (head_ == 0 || head_ == i || lines_[head_].after_blank) return 0;
    for (std::size_t k = head_ + 1; k < i; ++k)
      if (lines_[k].after_blank) return has_headline(k, i) ? k : 0;
    return 0;
  }

  /// The line after a day that stands above a headline but may belong to the text above; else 0.
  [[nodiscard]] std::size_t skip_day(std::size_t k, std::size_t i) const {
    if (days_ == Days::above || !has_text_) return 0;
    for (std::size_t day = i; day-- > k;) {
      if (lines_[day].kind != LineKind::dated || is_title_with_day(day)) continue;
      const bool touches_below = lines_[day].after_blank && !lines_[day + 1].after_blank;
      if (days_ == Days::unknown && touches_below) return 0;
      return has_headline(day + 1, i) ? day + 1 : 0;
    }
    return 0;
  }

  /// Days stand above the items if the first item has one above and the last none below, and vice
  /// versa.
  void see_where_days_stand() {
    const auto is_text = [](const Line& line) { return line.kind == LineKind::text; };
    const auto first = std::ranges::find_if(lines_, is_text);
    if (first == lines_.end()) return;
    const auto last = std::ranges::find_if(lines_.rbegin(), lines_.rend(), is_text).base();
    const auto is_day = [](const Line& line) { return line.kind == LineKind::dated; };
    const bool above = std::any_of(lines_.begin(), first, is_day);
    const bool below = std::any_of(last, lines_.end(), is_day);
    if (above != below) days_ = above ? Days::above : Days::below;
  }

  [[nodiscard]] bool has_headline(std::size_t from, std::size_t to) const {
    for (std::size_t k = from; k < to; ++k) {
      const bool heads = lines_[k].kind == LineKind::headline ||
                         lines_[k].kind == LineKind::heading || is_title_with_day(k);
      constexpr std::size_t longest = 120;
      const std::string_view line = text_of(k);
      if (heads && line.size() <= longest && !is_boilerplate(k)) return true;
    }
    return false;
  }

  /// Whether the line is a contact: "Tel: +996 312 00 41 17", "press@example.org".
  static bool is_contact(std::string_view line) {
    if (line.find('@') != std::string_view::npos) return true;
    for (const std::string_view word : {"E-mail", "Email", "Tel", "Tél", "Phone", "Fax", "Тел"})
      if (line.starts_with(word)) return true;
    const auto digits = std::ranges::count_if(line, is_digit);
    return digits >= 9 && line.find('+') != std::string_view::npos;
  }

  [[nodiscard]] bool has_in(std::size_t from, std::size_t to, LineKind wanted) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(from),
                       lines_.begin() + static_cast<std::ptrdiff_t>(to),
                       [&](const Line& line) { return line.kind == wanted; });
  }

  /// Notes how many headlines stand above the first paragraph of an item, to compare items.
  void note_head(std::size_t i) {
    heads_.push_back(
        {i, headlines_in(item_begin_, i), lines_[item_begin_].kind == LineKind::dated});
  }
  [[nodiscard]] std::size_t headlines_in(std::size_t from, std::size_t to) const {
    std::size_t count = 0;
    for (std::size_t k = from; k < to; ++k) count += has_headline(k, k + 1) ? 1 : 0;
    return count;
  }

  /// Sets the head of the first item. When it has more headlines than most other items, the first
  /// ones, which stand apart, are the page's name or contents.
  void find_first_head() {
    constexpr std::size_t fewest = 3;
    if (heads_.size() < fewest || items_.empty() || items_.front().begin != lines_.front().begin)
      return;
    std::vector<std::size_t> counts;
    for (std::size_t i = 1; i < heads_.size(); ++i) counts.push_back(heads_[i].headlines);
    std::ranges::nth_element(counts,
                             counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2));
    const std::size_t usual = counts[counts.size() / 2];
    const auto alike = static_cast<std::size_t>(std::ranges::count(counts, usual));
    if (4 * alike < 3 * counts.size()) return;
    if (usual == 0 || heads_[0].headlines <= usual) return;
    std::size_t first = heads_[0].paragraph;
    while (first > 0 && headlines_in(first, heads_[0].paragraph) < usual) --first;
    if (heads_[1].begins_with_day && first > 0 && lines_[first - 1].kind == LineKind::dated)
      --first;
    if (first == 0 || !(lines_[first].after_blank || lines_[first].begins_item)) return;
    items_.front().head = lines_[first].begin;
  }

  void begin_item(std::size_t line, bool marked) {
    if (line > item_begin_) end_item(line, marked);
    marked_ = marked;
    item_begin_ = line;
    has_text_ = false;
    sofar_ = {};
    doubts_after_ = 0;
  }

  /// Marks a place in doubt. Lines before it may belong to either side, so they are joined to
  /// neither.
  void doubt(std::size_t line) {
    if (head_ < line && head_ > item_begin_) doubts_.push_back(lines_[head_].begin);
    doubts_.push_back(lines_[line].begin);
    doubts_after_ = head_ < line && head_ > item_begin_ ? 2 : 1;
    const Languages language = sofar_.language;
    before_ = std::exchange(sofar_, {});
    sofar_.language = language;
  }

  /// Whether a paragraph begins with somebody named before the last place in doubt and not since:
  /// then no other item has begun there.
  [[nodiscard]] bool returns_to_before(const Clues& clues) const {
    if (doubts_after_ == 0) return false;
    return takes_up_name(before_, clues) && !takes_up_name(sofar_, clues);
  }
  void withdraw_doubt() {
    doubts_.resize(doubts_.size() - doubts_after_);
    doubts_after_ = 0;
    add(sofar_, before_);
  }

  void end_item(std::size_t line, bool marked) {
    Item item;
    item.marked = marked_ && marked;
    std::size_t first = item_begin_;
    for (; first < line && is_above_item(first); ++first)
      if (lines_[first].kind == LineKind::address) item.address = text_of(first);
    item.doubts = std::exchange(doubts_, {});
    std::size_t last = line;
    while (last > first && lines_[last - 1].kind == LineKind::rule) --last;
    if (first == last) return;
    item.begin = item.head = lines_[first].begin;
    item.end = lines_[last - 1].end;
    items_.push_back(std::move(item));
  }
  [[nodiscard]] bool is_above_item(std::size_t line) const {
    return lines_[line].kind == LineKind::address || lines_[line].kind == LineKind::rule ||
           (lines_[line].kind == LineKind::headline && is_boilerplate(line));
  }

  struct Head {
    std::size_t paragraph = 0;  ///< line number
    std::size_t headlines = 0;
    bool begins_with_day = false;
  };

  /// Where days that have a line of their own stand.
  enum class Days : std::uint8_t { unknown, above, below };

  std::string_view text_;
  bool one_item_;
  std::vector<Line> lines_;
  Days days_ = Days::unknown;
  std::vector<Head> heads_;           ///< of each item with a paragraph
  std::vector<std::size_t> details_;  ///< by line: number of lists and labels above it
  std::vector<Item> items_;
  std::size_t item_begin_ = 0;  ///< line
  std::size_t head_ = 0;        ///< the first line after the last paragraph
  bool marked_ = true;          ///< the item begins at a mark, or with the text
  bool has_text_ = false;       ///< the item has had a paragraph
  Clues sofar_;                 ///< of the item since the last place in doubt
  Clues before_;                ///< of the item before that place
  /// number of entries of `doubts_` for that place; 0: there is none
  std::size_t doubts_after_ = 0;
  std::vector<std::size_t> doubts_;
};

}  // namespace

std::vector<Item> find_items(const Page& page) { return ItemFinder(page).all(); }

}  // namespace oscegraph::press
