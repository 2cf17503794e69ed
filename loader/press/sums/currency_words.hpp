// SPDX-License-Identifier: Apache-2.0
//
// Recognises currencies in texts: signs ("€", "US$"), codes of ISO 4217 ("EUR"), and units with or
// without their nation ("Norwegian kroner", "dollars"). The words are in currencies.csv.
//
// A unit that several countries use means a certain currency when its nation stands beside it.
// Alone its currency is unknown, except where nearly all texts mean one: dollars are those of the
// United States, unless the sentence names another country with dollars; francs are Swiss when the
// sentence names Switzerland; Franken are Swiss. A code counts only in capitals; one that is also a
// word or an abbreviation ("TOP", "THB") is less certain than "EUR", and the words around it
// decide: see Unit::sure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oscegraph/graph/values/money.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"

namespace oscegraph::press {

struct Unit {
  std::uint32_t end = 0;  ///< the token after it
  Currency currency;      ///< unknown when its nation is not known
  bool sure = true;       ///< false: a code that may mean something else
  bool mark = false;      ///< a sign or a code, which may stand before or after the number
  bool bare = false;      ///< a unit without its nation
  bool weighs = false;    ///< "pounds", which may be a weight
  std::optional<std::size_t> number_from{};  ///< "EUR500": where the digits begin in the same token
};

class CurrencyWords {
 public:
  static const CurrencyWords& instance();

  /// The currency at token `i`, before a number: "EUR", "US$", "Euro".
  [[nodiscard]] std::optional<Unit> before_number(const SentenceWords& words,
                                                  std::uint32_t i) const;
  /// The currency at token `i`, after a number: as above, and units with and without a nation.
  [[nodiscard]] std::optional<Unit> after_number(const SentenceWords& words, std::uint32_t i) const;

  /// One word or mark for each name: a sentence without any of them, and without a code in capitals
  /// (see may_be_code), contains no sum.
  [[nodiscard]] const std::vector<std::string>& anchors() const { return anchors_; }
  /// Whether a token may be a code: three capitals alone, or followed by digits.
  static bool may_be_code(std::string_view text, const Token& token);

 private:
  struct Row {
    std::string code;
    bool bare = false;
    bool mark = false;
    /// prefixes of folded words, one of which the sentence must have
    std::vector<std::string> only_with;
    std::vector<std::string> not_with;
  };
  CurrencyWords();
  [[nodiscard]] Unit unit_of(const SentenceWords& words, std::uint32_t i,
                             const Phrases::Found& found) const;

  std::vector<Row> rows_;
  Phrases before_;
  Phrases after_;
  std::vector<std::string> anchors_;
};

}  // namespace oscegraph::press
