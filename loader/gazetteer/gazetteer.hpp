// SPDX-License-Identifier: Apache-2.0
//
// The gazetteer: the bodies (States, territories, OSCE offices, donors, agencies) that OSCE
// documents mention, with all their usual names, compiled in from loader/gazetteer/*.csv. A body
// enters a graph only when a record refers to it.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/values/date.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

enum class NameForm : std::uint8_t { short_name, formal, alias, abbreviation, former, adjective };

struct GazetteerName {
  std::string_view name;
  std::string_view language;  ///< ISO 639-1
  NameForm form = NameForm::alias;
  Period used;  ///< when the body had this name, where known
};

struct GazetteerEntry {
  std::string_view id;
  Kind kind = Kind::agency;
  std::string_view name;
  std::string_view type;        ///< "field operation", "un", ...; empty for States
  std::string_view country;     ///< ISO 3166 alpha-2
  std::string_view membership;  ///< of a State in the OSCE
  /// what an ISO 3166 entry that is no State is: "territory", "area", ...
  std::string_view status;
  Period period;            ///< of the membership, or of the body's existence
  std::string_view parent;  ///< id of the body it is part of
  std::vector<GazetteerName> names;
};

/// The code lists. A code is not a name, since "CAN", "AND" and "ALL" are words: codes are looked
/// up only where a text is known to be a code.
enum class CodeList : std::uint8_t {
  iso_alpha_2,  ///< ISO 3166-1: "NO"
  iso_alpha_3,  ///< ISO 3166-1: "NOR"
  iso_number,   ///< ISO 3166-1: "578"; leading zeros do not count
  dac,          ///< the OECD's list of donors and recipients, "8", and their agencies, "8-1"
  channel,      ///< the OECD's channels of delivery: "47131"
  iati,         ///< organisation references in IATI that cannot be derived from other codes: "SE-0"
};

/// What the gazetteer adds to a node that it knows, where the input does not say something else.
struct GazetteerFacts {
  std::vector<std::string_view> other_names;  ///< in English, as they occur in texts
  std::vector<std::pair<std::string_view, std::string>> attributes;
};
GazetteerFacts facts_of(const GazetteerEntry& entry);

class Gazetteer {
 public:
  /// The one compiled-in gazetteer; parsed on first use, then shared by all threads. The index of
  /// names and the codes cost some milliseconds more and are made when first needed: commands on
  /// ids never need them.
  static const Gazetteer& instance();

  [[nodiscard]] const std::vector<GazetteerEntry>& entries() const { return entries_; }
  /// The entry with exactly this id; nullptr when there is none.
  [[nodiscard]] const GazetteerEntry* find_id(std::string_view id) const;
  /// The entries with this name (see NameIndex::find). Adjectives are not looked up: "German" is no
  /// name of a body.
  [[nodiscard]] std::vector<const GazetteerEntry*> find_name(std::string_view name) const;
  /// The State of an adjective ("Norwegian"); nullptr when there is none.
  [[nodiscard]] const GazetteerEntry* find_adjective(std::string_view adjective) const;
  [[nodiscard]] std::vector<std::string_view> nearest(std::string_view name,
                                                      std::size_t most) const;
  /// The body with this code in the list, whatever the case of its letters; nullptr when there is
  /// none.
  [[nodiscard]] const GazetteerEntry* find_code(CodeList list, std::string_view code) const;
  /// The body of an IATI reference: "XM-DAC-5-52", "XM-DAC-41114", "41114", "GB-GOV-1"; nullptr
  /// when it is not known.
  [[nodiscard]] const GazetteerEntry* find_reference(std::string_view reference) const;
  /// The codes of a body, by list. The iso_alpha_2 code is in `country`.
  [[nodiscard]] std::vector<std::pair<CodeList, std::string_view>> codes_of(
      const GazetteerEntry& entry) const;
  /// The State that a body belongs to, following its parents; nullptr when there is none. A
  /// territory has none: what it pays is not paid by its State.
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
  mutable NameIndex adjectives_;  ///< keys as above
  mutable std::once_flag codes_read_;
  mutable std::vector<Code> codes_;  ///< ordered by list and code; keys as above
};

}  // namespace oscegraph
