// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/sums/payer_sums.hpp"

#include <algorithm>
#include <string_view>

namespace oscegraph::press {
namespace {

class PayerSums {
 public:
  PayerSums(Sentence& sentence, const PayersFound& found)
      : sentence_(sentence),
        sums_(sentence.sums()),
        found_(found),
        first_(sentence.first()),
        last_(sentence.last()) {}

  [[nodiscard]] std::vector<const Sum*> sums() const {
    if (sums_.empty()) return std::vector<const Sum*>(found_.actors.size());
    if (std::vector<const Sum*> own = own_sums(); !own.empty()) return own;
    const Sum* sum = sum_beside();
    const bool alone = found_.actors.size() == 1;
    const bool of_payer =
        sum != nullptr && (alone ? !says_each(*sum) && !is_joint(*sum) : is_of_each(*sum));
    return std::vector<const Sum*>(found_.actors.size(), of_payer ? sum : nullptr);
  }

 private:
  [[nodiscard]] bool is(std::uint32_t i, WordClass wanted) const { return sentence_.is(i, wanted); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return sentence_.word(i); }

  [[nodiscard]] bool pays_in_part() const {
    for (std::uint32_t i = first_; i < last_; ++i)
      if (is(i, WordClass::in_part)) return true;
    return false;
  }

  /// The sum that the pattern matched, or else the only one nearby.
  [[nodiscard]] const Sum* sum_beside() const {
    const Match& match = found_.match;
    for (const Sum& sum : sums_)
      if (sum.begin == match.amount.begin && !match.amount.empty())
        return is_one_of_two(sum) || is_of_somebody_else(sum) ? nullptr : &sum;
    // A nearby sum belongs to the payer only when the sentence has no other: "EUR 2 million from
    // Norway, with the support of Sweden" does not say what Sweden gave, and "a budget of EUR 2
    // million, partly financed by Norway" not what Norway gave.
    if (sums_.size() != 1 || !found_.all || pays_in_part()) return nullptr;
    const Sum& only = sums_.front();
    // "Norway, whose budget is EUR 3 billion", "Norway, while its sister project costs EUR 400,000".
    for (std::uint32_t i = match.whole.end; i < only.begin; ++i)
      if (is(i, WordClass::relative) || is(i, WordClass::turn)) return nullptr;
    const std::uint32_t away = only.begin >= match.whole.end   ? only.begin - match.whole.end
                               : only.end <= match.whole.begin ? match.whole.begin - only.end
                                                               : 0;
    return away <= 12 ? &only : nullptr;
  }

  /// Whether one payer gives two sums, so that neither is the total: "EUR 50,000 for boats and EUR
  /// 20,000 for nets".
  [[nodiscard]] bool is_one_of_two(const Sum& sum) const {
    const auto next = std::ranges::upper_bound(sums_, sum.begin, {}, &Sum::begin);
    if (next == sums_.end() || found_.actors.size() != 1) return false;
    if (goes_to_several(sum, *next)) return true;
    bool joined = false;
    for (std::uint32_t i = sum.end; i < next->begin; ++i) {
      if (sentence_.block().mention(i) != nullptr || is(i, WordClass::relative) ||
          is(i, WordClass::turn))
        return false;
      joined = joined || is(i, WordClass::and_) || word(i) == ",";
    }
    return joined;
  }

  /// Whether the sums go to different receivers: "EUR 5,000 to UNDP and EUR 6,000 to UNICEF", "gave
  /// UNDP EUR 5,000 and UNICEF EUR 6,000". Only the receivers may stand between the two: in "EUR
  /// 5,000 to UNDP and Sweden EUR 6,000" Sweden may give the second.
  [[nodiscard]] bool goes_to_several(const Sum& sum, const Sum& next) const {
    const auto is_given = [&](std::uint32_t i) {
      return std::ranges::any_of(found_.recipients,
                                 [&](const Span& r) { return r.begin <= i && i < r.end; });
    };
    if (is_given(next.begin - 1) && (sum.begin == first_ || !is_given(sum.begin - 1))) return false;
    bool to_another = false;
    for (std::uint32_t i = sum.end; i < next.begin; ++i) {
      to_another = to_another || is_given(i);
      if (!is_given(i) && !is(i, WordClass::and_) && !is(i, WordClass::receiver) &&
          !is(i, WordClass::det) && !is(i, WordClass::before_sum) && word(i) != "," &&
          word(i) != "'")
        return false;
    }
    return to_another;
  }

  /// Whether the sum belongs to somebody else: "Norway gave Sweden's EUR 50,000".
  [[nodiscard]] bool is_of_somebody_else(const Sum& sum) const {
    if (sum.begin < first_ + 3 || !is(sum.begin - 1, WordClass::owner_s) ||
        word(sum.begin - 2) != "'")
      return false;
    const std::uint32_t owner = sum.begin - 3;
    const auto holds = [&](const Span& span) { return span.begin <= owner && owner < span.end; };
    return sentence_.block().mention(owner) != nullptr && !holds(found_.match.who) &&
           !holds(found_.match.nation);
  }

  // --- sums given together with others ----------------------------------------------------------

  /// Whether the only known payer gives the sum together with others: "Norway and its partners gave
  /// EUR 50,000", "Together with the town, Norway gave EUR 50,000", "They gave EUR 50,000".
  [[nodiscard]] bool is_joint(const Sum& sum) const {
    const Span who = found_.match.who.empty() ? found_.match.nation : found_.match.who;
    if (who.empty()) return false;
    if (is(who.begin, WordClass::they)) return true;
    const std::uint32_t end = std::max(who.begin, found_.actors.front().end);
    return says_joint(who, sum) || others_follow(end, std::max(who.end, found_.anchor)) ||
           others_stand_before(who.begin) || names_others();
  }

  /// Whether the sentence mentions unnamed others: "with others", "and its partners", "and several
  /// other donors". Their share is not stated.
  [[nodiscard]] bool names_others() const {
    constexpr std::uint32_t farthest = 3;
    for (std::uint32_t i = first_; i < last_; ++i) {
      if (is(i, WordClass::relative) || is(i, WordClass::turn)) return false;
      if (!is(i, WordClass::and_) && !is(i, WordClass::with)) continue;
      for (std::uint32_t k = i + 1; k < last_ && k <= i + farthest; ++k) {
        if (is(k, WordClass::others)) return true;
        const Token& token = sentence_.token(k);
        const bool elided = word(k) == "'" && !token.spaced;  // "et d'autres"
        if ((!token.is_word && !elided) || token.capital || token.number) break;
      }
    }
    return false;
  }

  /// Whether "jointly" or "together" stands near the payers, the verb and the sum, after them, or
  /// as the first word.
  [[nodiscard]] bool says_joint(const Span& who, const Sum& sum) const {
    constexpr std::uint32_t before = 4;
    if (is(first_, WordClass::joint)) return true;
    const std::uint32_t begin = std::min({who.begin, found_.anchor, sum.begin});
    const std::uint32_t end = std::max({who.end, found_.anchor, sum.end});
    for (std::uint32_t i = begin > first_ + before ? begin - before : first_; i < last_; ++i) {
      // "..., which UNDP carries out together with the town": another clause.
      if (i >= end && (is(i, WordClass::relative) || is(i, WordClass::turn))) return false;
      if (is(i, WordClass::joint)) return true;
    }
    return false;
  }

  /// Whether others follow the name: "Norway and its partners", "Norway, with the town,", "from
  /// Norway and others".
  [[nodiscard]] bool others_follow(std::uint32_t end, std::uint32_t anchor) const {
    for (std::uint32_t i = end; i < anchor; ++i)  // between the name and the verb
      if (is(i, WordClass::and_) || is(i, WordClass::with)) return true;
    std::uint32_t i = end;
    const bool comma = i < last_ && word(i) == ",";
    if (comma) ++i;
    const bool joined = i < last_ && is(i, WordClass::and_);
    if (joined) ++i;
    if (i >= last_ || (!comma && !joined) || sum_begins(i)) return false;
    const Token& next = sentence_.token(i);
    if (!next.capital && !is(i, WordClass::det) && !is(i, WordClass::others)) return false;
    return joined ? !is_clause(i) : and_follows(i);
  }
  [[nodiscard]] bool sum_begins(std::uint32_t i) const {
    return std::ranges::find(sums_, i, &Sum::begin) != sums_.end();
  }
  /// Whether a new clause begins: ", and the Mission will ...".
  [[nodiscard]] bool is_clause(std::uint32_t at) const {
    for (std::uint32_t i = at; i < last_ && i < at + 6 && sentence_.token(i).is_word; ++i)
      if (is(i, WordClass::verb_after) || sum_begins(i)) return true;
    return false;
  }
  /// Whether the list continues: "from Norway, the Smith Family and Sweden".
  [[nodiscard]] bool and_follows(std::uint32_t at) const {
    for (std::uint32_t i = at; i < last_ && i < at + 6; ++i) {
      if (is(i, WordClass::verb_after) || sum_begins(i)) return false;
      if (is(i, WordClass::and_)) return true;
    }
    return false;
  }

  /// Whether the sentence begins with somebody else: "The Smith Family and Norway gave".
  [[nodiscard]] bool others_stand_before(std::uint32_t begin) const {
    if (begin < first_ + 2 || !is(begin - 1, WordClass::and_)) return false;
    for (std::uint32_t i = first_; i < begin; ++i) {
      const Token& token = sentence_.token(i);
      const bool of_a_name = token.capital || !token.is_word || is(i, WordClass::det) ||
                             is(i, WordClass::and_) || is(i, WordClass::in_org);
      if (!of_a_name || token.number) return false;
    }
    return true;
  }

  // --- the same sum from each -------------------------------------------------------------------

  /// Whether each payer gives the sum: "Norway and Sweden each gave EUR 50,000", "gave EUR 50,000
  /// each", "contributions of EUR 50,000 each from Norway and Sweden". With another party between,
  /// "each" is ambiguous and the result is false: "gave ten towns EUR 50,000 each", "ten towns got
  /// EUR 50,000 each from ...".
  [[nodiscard]] bool is_of_each(const Sum& sum) const {
    if (const Span& who = found_.match.who; !who.empty())
      for (std::uint32_t i = who.end; i < found_.anchor; ++i)
        if (is(i, WordClass::each)) return true;
    const Span& amount = found_.match.amount;
    if (!says_each(sum) || amount.empty() || amount.begin != sum.begin) return false;
    if (sum.begin < found_.anchor) {
      // "With EUR 50,000 each from ...": no other party before
      const bool opens = sum.begin <= first_ + 1;
      return opens ||
             (is(sum.begin - 1, WordClass::english_of) && is(sum.begin - 2, WordClass::share));
    }
    for (std::uint32_t i = found_.anchor + 1; i < sum.begin; ++i)
      if (!is(i, WordClass::before_sum) && !is(i, WordClass::each)) return false;
    return is_for_one(sum.end);
  }

  /// Whether "each" belongs to the sum: "je EUR 50,000", "EUR 50,000 each", but not "EUR 50,000
  /// each year".
  [[nodiscard]] bool says_each(const Sum& sum) const {
    if (sum.begin > first_ && is(sum.begin - 1, WordClass::each)) return true;
    const std::uint32_t i = after_each(sum.end);
    return i > sum.end && (i == last_ || !sentence_.token(i).is_word || is(i, WordClass::and_) ||
                           is(i, WordClass::locative) || is(i, WordClass::after_sum));
  }
  [[nodiscard]] std::uint32_t after_each(std::uint32_t at) const {
    while (at < last_ && is(at, WordClass::each)) ++at;
    return at;
  }

  /// Whether the sum goes to one receiver, as far as one is named: "EUR 50,000 each to the
  /// project", but not "each to UNDP and UNICEF" or "each to ten towns".
  [[nodiscard]] bool is_for_one(std::uint32_t at) const {
    const std::uint32_t to = after_each(at);
    if (to == last_ || !sentence_.token(to).is_word || !is(to, WordClass::receiver)) return true;
    const auto holds_it = [&](const ProjectMention& p) {
      return p.begin <= to + 1 && to + 1 < p.end;
    };
    if (std::ranges::any_of(sentence_.projects(), holds_it)) return true;
    std::uint32_t end = 0;
    return sentence_.parser().list(to + 1, end).size() == 1;
  }

  /// "Ten towns were funded by Norway and Sweden with EUR 50,000 each": "each" is ambiguous.
  [[nodiscard]] bool is_about_several() const {
    for (std::uint32_t i = found_.anchor; i > first_ && found_.anchor - i < 3; --i)
      if (is(i - 1, WordClass::plural_be)) return true;
    return false;
  }

  /// The sum of each payer, when it stands beside the name; empty when no payer has one. A sum in
  /// brackets belongs to the name before it: "Norway (EUR 50,000) and Sweden (EUR 20,000)". A sum
  /// after "with" belongs to all names since the last sum; when these are several and it does not
  /// say "each", no single share is known: "Norway with EUR 50,000, Finland and Sweden with EUR
  /// 20,000".
  [[nodiscard]] std::vector<const Sum*> own_sums() const {
    const std::vector<Actor>& actors = found_.actors;
    std::vector<const Sum*> shares;
    std::size_t first = 0;  // index of the first name since the last sum
    for (std::size_t i = 0; i < actors.size(); ++i) {
      const Sum* sum = own_sum(actors[i]);
      if (sum == nullptr) continue;
      shares.resize(actors.size());
      const bool with = actors[i].sum.has_value();
      if (!sum->money) {  // its own sum, but not stated exactly
      } else if (!says_each(*sum)) {
        if (first == i || !with) shares[i] = sum;
      } else if (first < i && !(with && is_about_several())) {
        std::fill(shares.begin() + static_cast<std::ptrdiff_t>(first),
                  shares.begin() + static_cast<std::ptrdiff_t>(i + 1), sum);
      }
      first = i + 1;
    }
    return shares;
  }

  /// The sum in brackets, or after "with", right behind the name.
  [[nodiscard]] const Sum* own_sum(const Actor& actor) const {
    for (const Sum& sum : sums_)
      if (sum.begin > actor.name_end && sum.end <= actor.end &&
          (word(sum.begin - 1) == "(" || actor.sum == sum.begin))
        return &sum;
    return nullptr;
  }

  const Sentence& sentence_;
  const std::vector<Sum>& sums_;
  const PayersFound& found_;
  std::uint32_t first_;
  std::uint32_t last_;
};

}  // namespace

std::vector<const Sum*> sums_of_payers(Sentence& sentence, const PayersFound& found) {
  std::vector<const Sum*> sums = PayerSums(sentence, found).sums();
  for (const Sum*& sum : sums)
    if (sum != nullptr && !sum->money) sum = nullptr;
  return sums;
}

}  // namespace oscegraph::press
