// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/same_names.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {
namespace {

/// Nodes of one kind that share a name, in ascending order.
using Group = std::vector<NodeId>;
/// The groups, each with its normalised name.
using Groups = std::map<Group, std::string>;

class Search {
 public:
  Search(const Graph& graph, const std::function<Place(NodeId)>& place_of)
      : graph_(graph),
        place_of_(place_of) {}

  Groups run(const Context& context) {
    PeriodicCheck check(context, 256);
    for (const std::vector<NodeId>& nodes : nodes_sharing_names(graph_, context)) {
      check.count(nodes.size());
      add_groups(nodes);
    }
    return std::move(groups_);
  }

  [[nodiscard]] Problem in_words(const Group& group, const std::string& name) const {
    constexpr std::size_t most_named = 3;
    Group by_place = group;
    std::ranges::stable_sort(by_place, {}, [&](NodeId n) { return key_of(n); });
    const NodeId last = by_place.back();
    by_place.pop_back();
    const std::string_view spelling = spelling_of(last, name);
    bool differ = false;
    std::vector<std::string> others;
    for (const NodeId n : by_place) {
      const std::string_view theirs = spelling_of(n, name);
      differ = differ || theirs != spelling;
      others.push_back(in_quotes(graph_.node_id(n)) +
                       (theirs == spelling ? "" : " (" + in_quotes(theirs) + ")") + where(n));
      if (others.size() == most_named) break;
    }
    if (by_place.size() > most_named)
      others.push_back(grouped(by_place.size() - most_named) + " more");
    const bool two = by_place.size() == 1;
    return {place_of_(last),
            in_quotes(graph_.node_id(last)) + " is called " + in_quotes(spelling) +
                (two ? ", as is " : ", as are ") + join_and(others),
            differ ? "names are compared without capitals, accents and punctuation" : "",
            std::string("give ") + (two ? "both" : "all") + " one id, or names that differ"};
  }

  /// The sort key of a group: the place of the node that is defined last.
  [[nodiscard]] auto place_key(const Group& group) const {
    auto last = key_of(group.front());
    for (const NodeId n : group) last = std::max(last, key_of(n));
    return last;
  }

 private:
  using Key = std::tuple<std::string, std::uint64_t, std::uint64_t, NodeId>;
  [[nodiscard]] Key key_of(NodeId n) const {
    const Place place = place_of_(n);
    return {place.file, place.line, place.column, n};
  }

  /// Among nodes whose names have the same hash, finds groups that share a name, by kind.
  void add_groups(const std::vector<NodeId>& nodes) {
    std::map<std::pair<std::string, Kind>, Group> called;
    for (const NodeId n : nodes)
      for_each_name(n, [&](std::string_view name) {
        const std::string normalised = normalise_name(name);
        if (normalised.empty()) return;
        Group& group = called[{normalised, graph_.node_kind(n)}];
        if (group.empty() || group.back() != n) group.push_back(n);
      });
    for (auto& [key, group] : called) {
      std::ranges::sort(group);
      const auto repeated = std::ranges::unique(group);  // an index may be damaged
      group.erase(repeated.begin(), repeated.end());
      if (group.size() < 2 || is_known(group)) continue;
      // When they share several names, use one that is a node's name and not an alias.
      const auto [found, is_new] = groups_.try_emplace(group, key.first);
      if (!is_new && normalise_name(graph_.node_name(group.front())) == key.first)
        found->second = key.first;
    }
  }

  /// Whether all are bodies of the gazetteer, which are known to be different.
  [[nodiscard]] bool is_known(const Group& group) const {
    return std::ranges::all_of(group, [&](NodeId n) {
      return Gazetteer::instance().find_id(graph_.node_id(n)) != nullptr;
    });
  }

  template <typename Visit>
  void for_each_name(NodeId n, const Visit& visit) const {
    visit(graph_.node_name(n));
    for (const std::string_view alias : graph_.aliases(n)) visit(alias);
  }

  /// The spelling of the name in the node itself.
  [[nodiscard]] std::string_view spelling_of(NodeId n, const std::string& name) const {
    std::string_view spelling;
    for_each_name(n, [&](std::string_view own) {
      if (spelling.empty() && normalise_name(own) == name) spelling = own;
    });
    return spelling;
  }

  [[nodiscard]] std::string where(NodeId n) const {
    const Place place = place_of_(n);
    if (place.file.empty())
      return Gazetteer::instance().find_id(graph_.node_id(n)) == nullptr ? "" : " of the gazetteer";
    return " at " + place.file + (place.line == 0 ? "" : ":" + to_text(place.line));
  }

  const Graph& graph_;
  const std::function<Place(NodeId)>& place_of_;
  Groups groups_;
};

}  // namespace

SameNames find_same_names(const Graph& graph, const std::function<Place(NodeId)>& place_of,
                          std::size_t most, const Context& context) {
  Search search(graph, place_of);
  const Groups groups = search.run(context);
  SameNames result{groups.size(), {}};
  if (most == 0) return result;
  std::vector<const Groups::value_type*> in_order;
  for (const auto& group : groups) in_order.push_back(&group);
  PeriodicCheck check(context);
  std::ranges::stable_sort(in_order, {}, [&](const auto* group) {
    check.count();
    return search.place_key(group->first);
  });
  for (const auto* group : in_order) {
    if (result.first.size() == most) break;
    result.first.push_back(search.in_words(group->first, group->second));
  }
  return result;
}

}  // namespace oscegraph
