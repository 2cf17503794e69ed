// SPDX-License-Identifier: Apache-2.0
//
// Finds nodes by name. A name is looked up as written, then normalised, so that "the OSCE Mission
// to Skopje", "Mission to Skopje" and "MISSION TO SKOPJE" are one name. It never guesses: a name
// that fits two nodes is ambiguous, and a name that fits none is unknown and is reported with the
// nearest names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace oscegraph {

/// The normalised form: case folded, diacritics and punctuation removed, runs of space joined, the
/// words "the" and "OSCE" (in any of the organisation's languages) dropped: "Türkiye" -> "turkiye",
/// "U.S." -> "u s". A name made only of dropped words keeps them. Bytes that are not UTF-8 separate
/// words.
std::string normalise_name(std::string_view name);

/// As normalise_name(), but keeps every word: for finding words in any text.
std::string fold_words(std::string_view text);

/// Whether one of the words is the organisation's own name (in any of its languages) and there are
/// others.
bool says_organisation(std::string_view text);

/// A hash, computed at compile time, of the tables that normalise_name() and fold_words() use:
/// dropped words, letters with strokes, what separates words. It differs when a table has changed.
std::uint64_t name_tables();

/// The words of a text with single blanks, as normalise_name() and fold_words() return it. They are
/// views into the text.
std::vector<std::string_view> words_in(std::string_view text);
/// Deleted: the views would outlive a temporary text.
std::vector<std::string_view> words_in(std::string&& text) = delete;

/// An index of names. Each leads to one or more keys (positions in whatever list the caller keeps).
class NameIndex {
 public:
  /// Adding the same pair again has no effect.
  void add(std::string_view name, std::uint32_t key);

  /// The keys of names with exactly this spelling, else of names equal after normalising; in the
  /// order added, each once. Empty: unknown. Two or more: ambiguous.
  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view name) const;

  /// The known names most similar to `name`, nearest first. Cost: a scan over all names.
  [[nodiscard]] std::vector<std::string_view> nearest(std::string_view name,
                                                      std::size_t most = 3) const;

  [[nodiscard]] std::size_t size() const { return names_.size(); }

  /// Reserves memory for this many names.
  void reserve(std::size_t names);

 private:
  struct Entry {
    std::string name;
    std::uint32_t key;
  };
  /// The keys in the order added, each once. Nearly always one, so the first needs no allocation.
  struct Keys {
    std::uint32_t first;
    std::vector<std::uint32_t> more;

    /// Returns false when the key is already there.
    bool add(std::uint32_t key);
    [[nodiscard]] std::vector<std::uint32_t> all() const;
  };
  std::deque<Entry> names_;
  std::unordered_map<std::string_view, Keys> exact_;
  std::unordered_map<std::string, Keys> normalised_;
};

}  // namespace oscegraph
