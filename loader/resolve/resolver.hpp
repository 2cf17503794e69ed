// SPDX-License-Identifier: Apache-2.0
//
// What a text means that stands for a body: an exact id of the input, an exact id of the gazetteer, a
// name of the input or one of its references (the attribute `refs` of a node: values between blanks or
// "|"), a name of the gazetteer, in this order. Only a text that is none of these is read otherwise:
// as a code of a State ("NOR"), a reference of IATI ("XM-DAC-41114"), or in one of the ways of
// written_name.hpp. Wrong is worse than missing: a reading in which anything contradicts is dropped, and
// one that leads to several bodies is ambiguous.
//
// Numbers are no codes here, "578" may be anything, unless they stand in a column of codes
// (code_columns.hpp): such a text comes marked, and means an exact id of the input, a name of the input or
// one of its references, or the body with this code, in this order; one with letters may then be any name.
//
// Cost: each distinct text is read once, in microseconds; the lists of names are made when a text is
// first no id, those of ministries and of names with a legal form when one is first asked for.
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

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/group_by_key.hpp"
#include "oscegraph/graph/names.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/resolve/known_nodes.hpp"
#include "oscegraph/loader/resolve/written_name.hpp"
#include "oscegraph/loader/tables/code_columns.hpp"

namespace oscegraph {

/// A node of the input, or a body of the gazetteer that is none.
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
    Bodies bodies;      ///< one: it is meant; several: ambiguous; none: unknown
    bool exact = true;  ///< by id, reference or name, not by a reading
    /// When there is none: the State whose body it names, and which body.
    std::optional<Body> state{};
    std::string body_of_state{};
  };

  /// Both must outlive it. Nodes whose name only running texts give take no name from others.
  Resolver(const KnownNodes& nodes, const Context& context) : nodes_(nodes), context_(context) {}

  /// To be called with all texts before the first is asked for: where one of them gives an abbreviation,
  /// "European Commission (EC)", that is no code of another body in the others.
  void look_for_abbreviation(std::string_view text);

  /// Once for each text, which must stay; so does what it gives.
  const Meaning& meaning_of(std::string_view text);

  /// The same, and nothing is kept of it.
  Meaning read(std::string_view text);

  [[nodiscard]] Kind kind_of(const Body& body) const;
  [[nodiscard]] std::string_view id_of(const Body& body) const;
  [[nodiscard]] std::string_view name_of(const Body& body) const;

  /// Names of bodies of these kinds that `text` may be a slip of, nearest first: at most so many of the
  /// input and so many of the gazetteer. Codes and abbreviations are no slips of each other.
  std::vector<std::string_view> nearest(std::string_view text, KindSet allowed, std::size_t most);

  /// What a name that leads nowhere is known by beside others that do: equal keys are one body.
  std::string key_of_unknown(std::string_view text);

 private:
  /// The input's nodes with a name of this spelling, else with one that is equal after normalising; in
  /// order.
  std::vector<NodeId> named(std::string_view text);
  void index_references();
  void index_folded_names();
  /// Names and aliases of the input's nodes, for names that are near one.
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
  /// The input's node with this id.
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
  /// The nodes of each normalised name, by some bits of its hash. Nothing more, as there may be millions.
  std::optional<Groups<NodeId>> folded_;
  std::optional<NameIndex> names_;
  std::optional<std::map<std::string, Bodies, std::less<>>> of_references_;
  std::unordered_map<std::string_view, Meaning> meanings_;
  std::set<std::string, std::less<>> abbreviations_;  ///< that the input gives
  std::optional<std::map<std::string, Bodies, std::less<>>> bodies_of_states_;
  struct WithForm {
    Body body;
    std::string form;
  };
  /// By key of the name without its form; also, without a form, names with "&" and the halves of
  /// "Orchard Trust Fund (OTF)".
  std::optional<std::map<std::string, std::vector<WithForm>, std::less<>>> with_forms_;
};

}  // namespace oscegraph
