// SPDX-License-Identifier: Apache-2.0
//
// The gazetteer: the bodies OSCE documents speak of, with all their usual names, compiled in from
// loader/gazetteer/*.csv. A body enters a graph only when a record refers to it.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

enum class NameForm : std::uint8_t { short_name, formal, alias, abbreviation, former, adjective };

struct GazetteerName {
  std::string_view name;
  std::string_view language;  ///< ISO 639-1
  NameForm form = NameForm::alias;
  Period used;  ///< when the body had this name, where that is certain
};

struct GazetteerEntry {
  std::string_view id;
  Kind kind = Kind::agency;
  std::string_view name;
  std::string_view type;        ///< "field operation", "un", ...; empty for States
  std::string_view country;     ///< ISO 3166 alpha-2
  std::string_view membership;  ///< of a State
  std::string_view status;  ///< of what ISO 3166 lists and is no State: "territory", "area", ...
  Period period;            ///< of the membership, or of the body's existence
  std::string_view parent;  ///< id of the body it is part of
  std::vector<GazetteerName> names;
};

/// The lists in which bodies have codes. Codes are no names: "CAN", "AND" and "ALL" are words, and nothing
/// here looks them up unless somebody knows that a text is a code.
enum class CodeList : std::uint8_t {
  iso_alpha_2,  ///< ISO 3166-1: "NO"
  iso_alpha_3,  ///< ISO 3166-1: "NOR"
  iso_number,   ///< ISO 3166-1: "578"; zeros before it do not count
  dac,          ///< the OECD's donors and recipients, "8", and their agencies, "8-1"
  channel,      ///< the OECD's channels of delivery: "47131"
  iati,  ///< references of organisations in IATI files that follow from no other code: "SE-0"
};

/// What the gazetteer adds to a node that it knows, where the input does not say otherwise.
struct GazetteerFacts {
  std::vector<std::string_view> other_names;  ///< in English, as a reader may meet them
  std::vector<std::pair<std::string_view, std::string>> attributes;
};
GazetteerFacts facts_of(const GazetteerEntry& entry);

class Gazetteer {
 public:
  /// The one compiled in; parsed on first use, then shared by all threads. Its index of names costs a
  /// few milliseconds more and is made when a name is first asked for: ids alone never need it. So are
  /// the codes.
  static const Gazetteer& instance();

  [[nodiscard]] const std::vector<GazetteerEntry>& entries() const { return entries_; }
  /// By id, exactly; nullptr when there is none.
  [[nodiscard]] const GazetteerEntry* find_id(std::string_view id) const;
  /// The entries a name leads to (see NameIndex::find). Adjectives lead nowhere: "German" is no
  /// record's name.
  [[nodiscard]] std::vector<const GazetteerEntry*> find_name(std::string_view name) const;
  /// The State that an adjective ("Norwegian") is of; nullptr when there is none.
  [[nodiscard]] const GazetteerEntry* find_adjective(std::string_view adjective) const;
  [[nodiscard]] std::vector<std::string_view> nearest(std::string_view name,
                                                      std::size_t most) const;
  /// The body that has the code in this list, without regard to capitals; nullptr when there is none.
  [[nodiscard]] const GazetteerEntry* find_code(CodeList list, std::string_view code) const;
  /// The body that a reference of IATI means: "XM-DAC-5-52", "XM-DAC-41114", "41114", "GB-GOV-1"; nullptr
  /// when it means none that is known here.
  [[nodiscard]] const GazetteerEntry* find_reference(std::string_view reference) const;
  /// The codes of a body, by list; that of iso_alpha_2 is its `country`.
  [[nodiscard]] std::vector<std::pair<CodeList, std::string_view>> codes_of(
      const GazetteerEntry& entry) const;
  /// The State a body belongs to, up the chain of parents; nullptr when it belongs to none. A territory
  /// is its own: what it pays is not its State's.
  [[nodiscard]] const GazetteerEntry* state_of(const GazetteerEntry& entry) const;

 private:
  struct Code {
    CodeList list;
    std::string_view code;
    std::uint32_t key;
  };

  Gazetteer();
  const NameIndex& index() const;
  const std::vector<Code>& codes() const;

  std::vector<GazetteerEntry> entries_;  ///< ordered by id
  mutable std::once_flag index_made_;
  mutable NameIndex index_;  ///< keys are positions in entries_
  mutable std::once_flag adjectives_made_;
  mutable NameIndex adjectives_;  ///< likewise
  mutable std::once_flag codes_read_;
  mutable std::vector<Code> codes_;  ///< ordered by list and code; keys as above
};

}  // namespace oscegraph
