// SPDX-License-Identifier: Apache-2.0
//
// Finds the names of the gazetteer in running text with a trie over words. The trie is searched
// from every word with which a name begins, and the longest match is taken. A search is short: it
// ends where no name continues. Failure links (Aho and Corasick, CACM 18, 1975) would save nothing,
// since names are short and few words begin one; and the leftmost longest name can be taken without
// a second pass over overlaps.
//
// The words "the" and "OSCE" may stand anywhere inside a name and are ignored there ("Office of the
// OSCE Co-ordinator of ..."). Abbreviations and names in capitals must be spelled exactly: "us",
// "eu" (French), "nato" (Italian) are ordinary words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/loader/press/words/words.hpp"

namespace oscegraph::press {

/// A name found: tokens [begin, end) name gazetteer entry `entry`.
struct Mention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t entry = -1;
  bool adjective = false;  ///< "Norwegian"
};

class NameTrie {
 public:
  /// How a name must be written to count.
  enum class Spelling : std::uint8_t {
    capital,
    exact,
    any,
    with_organization,
    alone,  ///< with a capital, and no word with a capital beside it: "Jordan", not "Jordan Smith"
  };

  /// Reserves memory for this many words of names.
  void reserve(std::size_t words);
  void add(Lexicon& lexicon, std::string_view name, std::int32_t entry, bool adjective,
           Spelling spelling);
  /// Declares a word that is ignored inside names.
  void ignore(WordId word) { ignored_.push_back(word); }
  void set_of(WordId word) { of_ = word; }

  /// The longest name that begins at tokens[at].
  [[nodiscard]] std::optional<Mention> find(std::string_view text, const std::vector<Token>& tokens,
                                            std::uint32_t at) const;

 private:
  struct Name {
    std::string_view written;
    std::int32_t entry;
    bool adjective;
    Spelling spelling;
  };
  [[nodiscard]] bool is_ignored(WordId word) const;
  [[nodiscard]] bool is_written(const Name& name, std::string_view text,
                                const std::vector<Token>& tokens, std::uint32_t begin,
                                std::uint32_t end) const;
  [[nodiscard]] static bool stands_alone(const std::vector<Token>& tokens, std::uint32_t begin,
                                         std::uint32_t end);
  [[nodiscard]] const Name* accepted(std::uint32_t state, std::string_view text,
                                     const std::vector<Token>& tokens, std::uint32_t begin,
                                     std::uint32_t end) const;

  [[nodiscard]] std::uint32_t skip_owner(const std::vector<Token>& tokens, std::uint32_t at) const;

  WordId of_ = unknown_word;
  std::unordered_map<std::uint64_t, std::uint32_t> next_;
  std::vector<std::uint32_t> first_;  ///< by word: the state after it; 0: no name begins with it
  std::vector<std::vector<Name>> names_{1};
  std::vector<WordId> ignored_;
};

}  // namespace oscegraph::press
