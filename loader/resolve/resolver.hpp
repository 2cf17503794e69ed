// SPDX-License-Identifier: Apache-2.0
//
// Finds the body that a text means. The text is looked up, in this order, as an exact id of the
// input, an exact id of the gazetteer, a name or reference of the input (a value of a node's
// attribute `refs`, where blanks or "|" separate values), and a name of the gazetteer. Only if none
// of these is found, the text is interpreted: as a code of a State ("NOR"), a reference of IATI
// ("XM-DAC-41114"), or in one of the ways of written_name.hpp. A wrong result is worse than none:
// an interpretation with any contradiction is dropped, and one that leads to several bodies is
// ambiguous.
//
// Numbers are not codes here, since "578" may mean anything, except in a column of codes
// (code_columns.hpp). Such a text is marked, and means an exact id of the input, a name or
// reference of the input, or the body with this code, in this order; one with letters may then be
// any name.
//
// Cost: each distinct text is resolved once, in microseconds. The index of names is made when a
// text is first not an id, those of ministries and of names with a legal form when one is first
// needed.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/resolve/known_nodes.hpp"
#include "oscegraph/loader/resolve/written_name.hpp"
#include "oscegraph/loader/tables/code_columns.hpp"

namespace oscegraph {

/// A node of the input, or a body of the gazetteer that is not in the input.
struct Body {
  NodeId node = none;
  const GazetteerEntry* entry = nullptr;
  friend auto operator<=>(const Body&, const Body&) = default;
};
using KindSet = std::bitset<kind_count>;  ///< by number
using Bodies = std::vector<Body>;         ///< each once

class Resolver {
 public:
  struct Meaning {
    Bodies bodies;      ///< one: resolved; several: ambiguous; none: unknown
    bool exact = true;  ///< by id, reference or name, not interpreted
    /// When there is none: the State whose body the text names, and that body's name.
    std::optional<Body> state{};
    std::string body_of_state{};
  };

  /// Both must outlive this object. A node whose name comes only from texts yields to others with
  /// that name.
  Resolver(const KnownNodes& nodes, const Context& context) : nodes_(nodes), context_(context) {}

  /// Call it with all texts before the first is resolved: an abbreviation that one of them defines,
  /// "European Commission (EC)", is then not taken for the code of another body.
  void look_for_abbreviation(std::string_view text);

  /// Cached for each text. The text must stay valid; the result does too.
  const Meaning& meaning_of(std::string_view text);

  /// The same, not cached.
  Meaning read(std::string_view text);

  [[nodiscard]] Kind kind_of(const Body& body) const;
  [[nodiscard]] std::string_view id_of(const Body& body) const;
  [[nodiscard]] std::string_view name_of(const Body& body) const;

  /// Names of bodies of these kinds of which `text` may be a misspelling, nearest first: at most
  /// `most` of the input and `most` of the gazetteer. Codes and abbreviations are not misspellings
  /// of each other.
  std::vector<std::string_view> nearest(std::string_view text, KindSet allowed, std::size_t most);

  /// The key of a name that leads nowhere: names with equal keys are one body.
  std::string key_of_unknown(std::string_view text);

 private:
  /// The input's nodes with a name of this spelling, else with one equal after normalising; in
  /// order.
  std::vector<NodeId> named(std::string_view text);
  void index_references();
  void index_folded_names();
  /// Names and aliases of the input's nodes, for finding similar names.
  const NameIndex& names();
  Bodies exactly(std::string_view text);
  Bodies by_code(std::string_view text);
  Meaning read_code(const CodeText& code);
  Bodies by_own_name(std::string_view text);
  Bodies by_name(std::string_view text);
  [[nodiscard]] bool is_other_than(const Body& body, std::string_view text);
  Bodies of_one_body(const NameReading& reading);
  Bodies known_part(std::string_view text);
  Bodies the_known_half(std::string_view known, std::string_view other, const Bodies& bodies);
  Bodies of_state(const Body& state, std::string_view body);
  Bodies without_legal_form(std::string_view name, std::string_view form);
  std::optional<Body> first_state(const std::vector<std::string>& names);
  std::optional<Body> owner_of(const NameReading& reading);
  /// The input's node with this id, if any.
  [[nodiscard]] std::optional<Body> own(std::string_view id) const;
  [[nodiscard]] Body body_of(const GazetteerEntry& entry) const;
  [[nodiscard]] const GazetteerEntry* known_as(const Body& body);
  [[nodiscard]] bool belongs_to(const Body& body, const Body& state);
  template <typename Visit>
  void for_each_name(const Body& body, const Visit& visit) const;
  template <typename Visit>
  void for_each_known(const Visit& visit);
  void index_bodies_of_states();
  void index_legal_forms();
  void index_halves(const Body& body, std::string_view name);
  static std::string key_of(std::string_view state, std::string_view body);

  const KnownNodes& nodes_;
  const Context& context_;
  /// A hash table from normalised names to nodes, by some bits of the hash. Compact, since there
  /// may be millions.
  std::optional<Groups<NodeId>> folded_;
  std::optional<NameIndex> names_;
  std::optional<std::map<std::string, Bodies, std::less<>>> of_references_;
  std::unordered_map<std::string_view, Meaning> meanings_;
  std::set<std::string, std::less<>> abbreviations_;  ///< defined in the input
  std::optional<std::map<std::string, Bodies, std::less<>>> bodies_of_states_;
  struct WithForm {
    Body body;
    std::string form;
  };
  /// By key of the name without its legal form; also, with an empty form, names with "&" and both
  /// parts of "Orchard Trust Fund (OTF)".
  std::optional<std::map<std::string, std::vector<WithForm>, std::less<>>> with_forms_;
};

}  // namespace oscegraph
