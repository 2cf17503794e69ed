// SPDX-License-Identifier: Apache-2.0
//
// Currencies as texts name them: signs ("€", "US$"), codes of ISO 4217 ("EUR"), units with and without
// their nation ("Norwegian kroner", "dollars"). The words are in currencies.csv.
//
// A unit that several countries have is of one of them where its nation stands beside it; alone it is
// of none, save where nearly every text means one (dollars: the United States', unless the sentence
// names another country that has dollars; francs: where the sentence names Switzerland; Franken: the
// Swiss). A code counts in capitals only; one that is also a word or an abbreviation ("TOP", "THB") is
// less sure than "EUR", and what stands around it decides: see Unit::sure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oscegraph/graph/money.hpp"
#include "oscegraph/loader/press/sums/phrases.hpp"

namespace oscegraph::press {

struct Unit {
  std::uint32_t end = 0;  ///< the token after it
  Currency currency;      ///< unknown where its nation is not known
  bool sure = true;       ///< false: a code that may be something else
  bool mark = false;      ///< a sign or a code, which may stand on either side of the number
  bool bare = false;      ///< a unit without its nation
  bool weighs = false;    ///< "pounds"
  std::optional<std::size_t> number_from{};  ///< "EUR500": where the digits begin in the same token
};

class CurrencyWords {
 public:
  static const CurrencyWords& instance();

  /// The currency at token `i` before a number: "EUR", "US$", "Euro".
  [[nodiscard]] std::optional<Unit> before_number(const Words& words, std::uint32_t i) const;
  /// The currency at token `i` after a number: the same, and units with and without a nation.
  [[nodiscard]] std::optional<Unit> after_number(const Words& words, std::uint32_t i) const;

  /// A word or mark of each name: a sentence without one of them, and without a code in capitals (see
  /// may_be_code), holds no sum.
  [[nodiscard]] const std::vector<std::string>& anchors() const { return anchors_; }
  /// Whether a token begins like a code: three capitals alone, or with digits after them.
  static bool may_be_code(std::string_view text, const Token& token);

 private:
  struct Row {
    std::string code;
    bool bare = false;
    bool mark = false;
    std::vector<std::string> only_with;  ///< folded beginnings of words in the sentence
    std::vector<std::string> not_with;
  };
  CurrencyWords();
  [[nodiscard]] Unit unit_of(const Words& words, std::uint32_t i,
                             const Phrases::Found& found) const;

  std::vector<Row> rows_;
  Phrases before_;
  Phrases after_;
  std::vector<std::string> anchors_;
};

}  // namespace oscegraph::press
