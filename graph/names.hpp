// SPDX-License-Identifier: Apache-2.0
//
// How names meet nodes. A name is looked up as written, then normalised, so that "the OSCE Mission
// to Skopje", "Mission to Skopje" and "MISSION TO SKOPJE" are one name. It never guesses: a name
// that fits two nodes is ambiguous, one that fits none is unknown and comes with its nearest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace oscegraph {

/// Case folded, diacritics and punctuation gone, runs of space joined, the words "the" and "OSCE"
/// (in any of the organisation's languages) dropped: "Türkiye" -> "turkiye", "U.S." -> "u s". A name
/// made of dropped words only keeps them. Bytes that are not UTF-8 separate words.
std::string normalise_name(std::string_view name);

/// As normalise_name(), with every word kept: for looking for words in any text.
std::string fold_words(std::string_view text);

/// Whether one of its words is the organisation's own name (in any of its languages), beside other words.
bool says_organisation(std::string_view text);

/// Another number when a table that the two functions above read has changed: the articles and names of the
/// organisation, letters with strokes, what separates words. Hashed when the program is compiled.
std::uint64_t name_tables();

/// The words of a text between single blanks, as the two functions above give it. They point into it.
std::vector<std::string_view> words_in(std::string_view text);
/// The words would lie in a text that is gone.
std::vector<std::string_view> words_in(std::string&& text) = delete;

/// Names, each leading to one or more keys (positions in whatever list the caller keeps).
class NameIndex {
 public:
  /// Adding the same pair again changes nothing.
  void add(std::string_view name, std::uint32_t key);

  /// The keys a name leads to: those with exactly this spelling, else those equal after
  /// normalising; in the order added, each once. Empty: unknown. Two or more: ambiguous.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view name) const;

  /// Known names that look like `name`, nearest first. Cost: a scan over all names.
  [[nodiscard]] std::vector<std::string_view> nearest(std::string_view name,
                                                      std::size_t most = 3) const;

  [[nodiscard]] std::size_t size() const { return names_.size(); }

  /// Makes room for so many names, which saves making it bit by bit.
  void reserve(std::size_t names);

 private:
  struct Entry {
    std::string name;
    std::uint32_t key;
  };
  /// In the order added, each once; nearly always one, which needs no memory of its own.
  struct Keys {
    std::uint32_t first;
    std::vector<std::uint32_t> more;

    /// False when it is there already.
    bool add(std::uint32_t key);
    [[nodiscard]] std::vector<std::uint32_t> all() const;
  };
  std::deque<Entry> names_;
  std::unordered_map<std::string_view, Keys> exact_;
  std::unordered_map<std::string, Keys> normalised_;
};

}  // namespace oscegraph
