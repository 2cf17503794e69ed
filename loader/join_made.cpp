// SPDX-License-Identifier: Apache-2.0
//
// Nodes whose id says nothing about who they are: the press reader made it of a name, or a graph program
// numbered it. Such a node is one with the node of its kind that is called the same (after normalising),
// whatever format that comes from, so that a text and a graph that state one payment count it once.
//
// Left apart are States and offices, which the gazetteer knows; nodes that several records of different
// ids are called like; two of one file; and those that contradict each other in `refs` or in their State.
// Nodes of records are never joined with each other: their ids were given by somebody.
#include <algorithm>
#include <map>
#include <tuple>

#include "oscegraph/loader/builder.hpp"

namespace oscegraph {
namespace {

/// No reference of one is among those of the other, though both have some.
bool differ_in_all(std::string_view a, std::string_view b) {
  const auto each = [](std::string_view list, const auto& visit) {
    while (!list.empty()) {
      const std::size_t end = std::min(list.find_first_of("| \t"), list.size());
      if (end > 0) visit(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  };
  std::set<std::string_view> known;
  each(a, [&](std::string_view reference) { known.insert(reference); });
  bool any = false;
  bool shared = false;
  each(b, [&](std::string_view reference) {
    any = true;
    shared = shared || known.contains(reference);
  });
  return !known.empty() && any && !shared;
}

}  // namespace

/// A value of the node's, "" when it has none.
std::string_view Builder::attribute_of(const GraphParts::Node& node, std::string_view name) const {
  for (const GraphParts::Attribute& attribute : node.attributes)
    if (strings_[attribute.name] == name) return strings_[attribute.value];
  return {};
}

bool Builder::contradict(const GraphParts::Node& a, const GraphParts::Node& b) const {
  if (differ_in_all(attribute_of(a, "refs"), attribute_of(b, "refs"))) return true;
  return std::ranges::any_of(std::array{"state", "country"}, [&](std::string_view name) {
    const std::string_view of_a = attribute_of(a, name);
    const std::string_view of_b = attribute_of(b, name);
    return !of_a.empty() && !of_b.empty() && of_a != of_b;
  });
}

void Builder::join_made_nodes() {
  if (made_ids_.empty()) return;
  using Called = std::pair<Kind, std::string>;
  struct Group {
    std::vector<NodeId> made;
    std::vector<NodeId> given;
  };
  std::map<Called, Group> groups;
  const auto called = [&](const GraphParts::Node& node) {
    return Called(node.kind, normalise_name(strings_[node.name]));
  };
  const auto may_join = [&](const GraphParts::Node& node) {
    return node.name != 0 && node.kind != Kind::state && node.kind != Kind::office;
  };
  for (NodeId n = 0; n < parts_.nodes.size(); ++n)
    if (const GraphParts::Node& node = parts_.nodes[n];
        may_join(node) && made_ids_.contains(node.id))
      groups[called(node)].made.push_back(n);
  for (NodeId n = 0; n < parts_.nodes.size(); ++n) {
    const GraphParts::Node& node = parts_.nodes[n];
    if (!may_join(node) || made_ids_.contains(node.id)) continue;
    if (const auto group = groups.find(called(node)); group != groups.end())
      group->second.given.push_back(n);
  }
  std::vector<NodeId> became(parts_.nodes.size(), none);
  for (auto& [name, group] : groups) {
    if (group.given.size() > 1) continue;
    // What a graph file calls it stands before what a rule made of a text.
    std::ranges::sort(group.made, {}, [&](NodeId n) {
      const GraphParts::Node& node = parts_.nodes[n];
      return std::pair(named_by_text_.contains(node.id), strings_[node.id]);
    });
    const NodeId target = group.given.empty() ? group.made.front() : group.given.front();
    const auto of_one_file = [&](NodeId n) {
      return std::ranges::count(group.made, node_where_[n].source,
                                [&](NodeId other) { return node_where_[other].source; }) > 1;
    };
    for (const NodeId n : group.made)
      if (n != target && !of_one_file(n) && !(group.given.empty() && of_one_file(target)) &&
          !contradict(parts_.nodes[n], parts_.nodes[target]))
        became[n] = target;
  }
  for (NodeId n = 0; n < became.size(); ++n)
    if (became[n] != none) join(parts_.nodes[n], parts_.nodes[became[n]]);
  forget(became);
}

void Builder::join(const GraphParts::Node& node, GraphParts::Node& into) {
  joined_.push_back({std::string(strings_[node.id]), std::string(strings_[node.name]),
                     std::string(strings_[into.id])});
  const bool of_text = named_by_text_.contains(node.id);
  if (!of_text) named_by_text_.erase(into.id);
  if (node.name != into.name) into.aliases.push_back(node.name);
  into.aliases.insert(into.aliases.end(), node.aliases.begin(), node.aliases.end());
  for (const GraphParts::Attribute& attribute : node.attributes) {
    // That a rule found the node says nothing about one that is known otherwise.
    if (of_text && strings_[attribute.name] == "status") continue;
    if (std::ranges::count(into.attributes, attribute.name, &GraphParts::Attribute::name) == 0)
      into.attributes.push_back(attribute);
  }
}

/// Takes out the nodes that became others; their ids lead to these.
void Builder::forget(const std::vector<NodeId>& became) {
  std::vector<NodeId> place(became.size(), none);
  NodeId kept = 0;
  for (NodeId n = 0; n < became.size(); ++n) {
    if (became[n] != none) continue;
    place[n] = kept;
    if (kept != n) {
      parts_.nodes[kept] = std::move(parts_.nodes[n]);
      node_where_[kept] = node_where_[n];
    }
    ++kept;
  }
  parts_.nodes.resize(kept);
  node_where_.resize(kept);
  for (auto& [id, n] : node_of_id_) n = place[became[n] == none ? n : became[n]];
}

std::vector<Loaded::Joined> Builder::take_joined() {
  std::ranges::sort(joined_, {},
                    [](const Loaded::Joined& joined) { return std::tie(joined.into, joined.id); });
  return std::move(joined_);
}

}  // namespace oscegraph
