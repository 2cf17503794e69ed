// SPDX-License-Identifier: Apache-2.0
//
// The nodes that --create-missing makes: for each name that leads nowhere, one node. What it becomes
// is decided when every use is known, and from all of them together, so that the order of records and
// files plays no part:
//
//   - names that are known by one key (normalised, at least) are one node, called by the key's own name
//     rather than by another or an abbreviation, and of several spellings by the one met most often;
//   - its kind is one that all its uses allow, seen together with the kinds that are left for the other
//     missing names they join it to; of several kinds the likeliest: what is paid for is a project, who
//     only pays and is no State is a donor, who carries out or works along is an agency; an id such as
//     "project:x" says it;
//   - ids are given out in order of name, past those that are taken.
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

#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

class MissingNames {
 public:
  enum class End : std::uint8_t { from, to, via };

  /// How a claim uses a name.
  struct Use {
    Relation relation;
    End end;
    std::optional<Kind> other_kind;  ///< of the node at the claim's other end, when that is known
    std::string_view other;          ///< its name, when that is missing as well
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
    std::vector<std::string_view> names;  ///< all spellings, the one it is called by first
    Spot first;                           ///< the first in order of file and line
    std::bitset<kind_count> possible;     ///< what it could be by its uses
  };

  /// Whether a node can be made of it: it has letters or digits.
  static bool can_be_made(std::string_view name);

  /// The texts must outlive this. Names with one key are one node, which is of this kind where one is
  /// given and its uses allow it; an id such as "project:x" is its own key. Precondition: can_be_made(name), and a name always
  /// comes with the same key.
  void add(std::string_view name, const std::string& key, std::optional<Kind> kind, const Use& use,
           const Spot& spot);

  /// In order of name; `is_taken` tells ids that other nodes have.
  std::vector<Node> make(const std::function<bool(const std::string& id)>& is_taken);

 private:
  struct Spelling {
    std::size_t count = 0;
    Spot first;
  };
  struct Group {
    std::map<std::string_view, Spelling> spellings;
    std::set<Use> uses;
    std::bitset<kind_count> possible = ~std::bitset<kind_count>();  ///< kinds, by number
    std::optional<Kind> given;
    std::bitset<kind_count> by_uses;  ///< what all uses leave of them
    Kind kind = Kind::agency;         ///< once decided
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
