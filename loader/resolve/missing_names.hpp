// SPDX-License-Identifier: Apache-2.0
//
// Decides which nodes --create-missing creates: one node for each name that leads to no node. The
// properties of a node are decided after the last record, from all uses of the name together, so
// the order of records and files does not matter:
//
//   - names with the same key (at least equal after normalising) are one node. Its name is the one equal
//     to the key rather than another or an abbreviation; among several spellings the most frequent one;
//   - its kind is allowed by all its uses, together with the kinds that remain for other missing names
//     in the same claims. Among several kinds it is the most likely: what is paid for is a project, who
//     only pays and is no State is a donor, who implements or is a partner is an agency. An id such as
//     "project:x" decides the kind;
//   - ids are assigned in order of name, skipping those that are taken.
#pragma once

#include <bitset>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

class MissingNames {
 public:
  enum class End : std::uint8_t { from, to, via };

  /// How a claim uses a name.
  struct Use {
    Relation relation;
    End end;
    std::optional<Kind> other_kind;  ///< kind of the node at the claim's other end, if known
    std::string_view other;          ///< name of the other end, if that is missing as well
    friend auto operator<=>(const Use&, const Use&) = default;
  };
  struct Spot {
    std::string_view file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    friend auto operator<=>(const Spot&, const Spot&) = default;
  };
  struct Node {
    std::string id;
    Kind kind;
    std::vector<std::string_view> names;  ///< all spellings, the node's name first
    Spot first;                           ///< the first in order of file and line
    std::bitset<kind_count> possible;     ///< the kinds that its uses allow
  };

  /// Whether a node can be created for it: it has letters or digits.
  static bool can_be_made(std::string_view name);

  /// The texts must outlive this object. Names with the same key become one node. It gets `kind`,
  /// if given and allowed by its uses. An id such as "project:x" is its own key. Precondition:
  /// can_be_made(name), and a name always has the same key.
  void add(std::string_view name, const std::string& key, std::optional<Kind> kind, const Use& use,
           const Spot& spot);

  /// The nodes in order of name; `is_taken` says whether another node has an id.
  std::vector<Node> make(const std::function<bool(const std::string& id)>& is_taken);

 private:
  struct Spelling {
    std::size_t count = 0;
    Spot first;
  };
  struct Group {
    std::map<std::string_view, Spelling> spellings;
    std::set<Use> uses;
    std::bitset<kind_count> possible = ~std::bitset<kind_count>();  ///< by number of kind
    std::optional<Kind> given;
    std::bitset<kind_count> by_uses;  ///< the kinds that all uses allow
    Kind kind = Kind::agency;         ///< set when decided
  };

  void decide_kinds();
  [[nodiscard]] Group* missing_other(const Use& use) const;
  [[nodiscard]] bool fits(Kind kind, const Use& use) const;
  bool narrow(Group& group, const Use& use) const;
  void spread(std::vector<Group*> changed) const;
  static Kind likeliest(const Group& group);
  static Node node_of(const std::string& key, const Group& group);

  std::map<std::string, Group> groups_;  ///< by key, or by id as written
  std::unordered_map<std::string_view, Group*> group_of_;
};

}  // namespace oscegraph
