// SPDX-License-Identifier: Apache-2.0
//
// Joins a node whose id does not identify a body (the press reader made the id from a name, or a
// graph program numbered the node) with the node of the same kind and the same normalised name,
// whatever its format. So a payment that is stated in a text and in a graph counts once.
//
// A wrong join is worse than a missing one, so nodes stay separate when anything contradicts: they
// are States or offices, which the gazetteer knows; records give the name to several nodes; two of
// them have references (`refs`) but none in common, or differ in another attribute; or a claim
// connects two of them. A node also stays separate when its own file has the name twice, or when it
// has several names. Nodes of records are never joined with each other: people chose their ids.
//
// The result does not depend on the order of files and records.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/resolve/record_merger.hpp"

namespace oscegraph {
namespace {

/// Whether both lists have references and none in common.
bool differ_in_all(std::string_view a, std::string_view b) {
  std::set<std::string_view> known;
  for_each_reference(a, [&](std::string_view reference) { known.insert(reference); });
  bool any = false;
  bool shared = false;
  for_each_reference(b, [&](std::string_view reference) {
    any = true;
    shared = shared || known.contains(reference);
  });
  return !known.empty() && any && !shared;
}

}  // namespace

/// The value of an attribute of the node; "" when it has none.
std::string_view RecordMerger::attribute_of(const GraphParts::Node& node,
                                            std::string_view name) const {
  for (const GraphParts::Attribute& attribute : node.attributes)
    if (strings_[attribute.name] == name) return strings_[attribute.value];
  return {};
}

bool RecordMerger::differ_in_references(const GraphParts::Node& a,
                                        const GraphParts::Node& b) const {
  return differ_in_all(attribute_of(a, "refs"), attribute_of(b, "refs"));
}

bool RecordMerger::contradict(const GraphParts::Node& a, const GraphParts::Node& b) const {
  if (differ_in_references(a, b)) return true;
  return std::ranges::any_of(a.attributes, [&](const GraphParts::Attribute& attribute) {
    const std::string_view name = strings_[attribute.name];
    if (name == "refs" || name == "status") return false;
    const std::string_view other = attribute_of(b, name);
    return !other.empty() && other != strings_[attribute.value];
  });
}

/// A group of nodes with the same name, some of which have made ids.
struct RecordMerger::NameGroup {
  std::vector<NodeId> made;
  std::set<NodeId> given;
  bool apart = false;
};

/// The groups, by kind and normalised name.
std::map<std::pair<Kind, std::string>, RecordMerger::NameGroup> RecordMerger::groups_by_name(
    PeriodicCheck& check) const {
  std::map<std::pair<Kind, std::string>, NameGroup> groups;
  std::set<Kind> kinds;
  for (NodeId n = 0; n < nodes_.size(); ++n) {
    const GraphParts::Node& node = nodes_[n];
    if (node.kind == Kind::state || node.kind == Kind::office) continue;
    if (!program_ids_.contains(node.id) || names_of_.contains(node.id)) continue;
    // A name without letters or digits ("-") is compared with nothing.
    std::string name = normalise_name(strings_[node.name]);
    if (name.empty()) continue;
    groups[{node.kind, std::move(name)}].made.push_back(n);
    kinds.insert(node.kind);
  }
  for (NodeId n = 0; n < nodes_.size(); ++n) {
    check.count();
    const GraphParts::Node& node = nodes_[n];
    if (!kinds.contains(node.kind) || program_ids_.contains(node.id)) continue;
    const auto add = [&](StringId name) {
      const auto group = groups.find({node.kind, normalise_name(strings_[name])});
      if (group != groups.end()) group->second.given.insert(n);
    };
    add(node.name);
    for (const StringId alias : node.aliases) add(alias);
  }
  return groups;
}

/// Removes nodes whose name another node of the same file has.
void RecordMerger::leave_out_doubles(NameGroup& group) const {
  std::map<std::uint32_t, std::size_t> count;
  for (const NodeId n : group.made)
    for (const std::uint32_t source : program_ids_.at(nodes_[n].id)) ++count[source];
  std::erase_if(group.made, [&](NodeId n) {
    return std::ranges::any_of(program_ids_.at(nodes_[n].id),
                               [&](std::uint32_t source) { return count[source] > 1; });
  });
}

void RecordMerger::join_made_nodes(PeriodicCheck& check) {
  if (program_ids_.empty()) return;
  auto groups = groups_by_name(check);
  std::unordered_map<StringId, NameGroup*> group_of;
  for (auto& [name, group] : groups) {
    leave_out_doubles(group);
    for (const NodeId n : group.made) group_of.emplace(nodes_[n].id, &group);
    for (const NodeId n : group.given) group_of.emplace(nodes_[n].id, &group);
  }
  for (const OpenClaim& open : claims_) {
    check.count();
    const auto from = group_of.find(open.claim.from);
    const auto to = group_of.find(open.claim.to);
    if (from != group_of.end() && to != group_of.end() && from->second == to->second)
      from->second->apart = true;
  }
  std::vector<NodeId> became(nodes_.size(), none);
  for (auto& [name, group] : groups) {
    if (group.made.empty() || group.given.size() > 1 || group.apart) continue;
    // Names from graph files have priority over names found in texts.
    std::ranges::sort(group.made, {}, [&](NodeId n) {
      const StringId id = nodes_[n].id;
      return std::tuple(named_by_text_.contains(id), written(id), file_of(id));
    });
    std::vector<NodeId> all(group.given.begin(), group.given.end());
    all.insert(all.end(), group.made.begin(), group.made.end());
    constexpr std::size_t most = 1000;  // each pair is compared
    bool fine = all.size() <= most;
    for (std::size_t i = 0; i < all.size() && fine; ++i)
      for (std::size_t j = 0; j < i && fine; ++j)
        fine = !contradict(nodes_[all[i]], nodes_[all[j]]);
    if (!fine) continue;
    for (std::size_t i = 1; i < all.size(); ++i) {
      join(nodes_[all[i]], nodes_[all[0]]);
      became[all[i]] = all[0];
    }
  }
  forget(became);
}

/// Precondition: the nodes do not contradict each other.
void RecordMerger::join(const GraphParts::Node& node, GraphParts::Node& into) {
  joined_nodes_.push_back({node.id, node.name, into.id});
  const bool of_text = named_by_text_.contains(node.id);
  if (!of_text) named_by_text_.erase(into.id);
  if (node.name != 0 && node.name != into.name) into.aliases.push_back(node.name);
  into.aliases.insert(into.aliases.end(), node.aliases.begin(), node.aliases.end());
  for (const GraphParts::Attribute& attribute : node.attributes) {
    // The status of a found node does not apply to one that is known from elsewhere.
    if (of_text && strings_[attribute.name] == "status") continue;
    const auto same =
        std::ranges::find(into.attributes, attribute.name, &GraphParts::Attribute::name);
    if (same == into.attributes.end()) {
      into.attributes.push_back(attribute);
      continue;
    }
    if (same->value == attribute.value) same->type = std::max(same->type, attribute.type);
    else if (strings_[attribute.name] == "refs")
      same->value = merged_references(same->value, attribute.value);
    else if (strings_[attribute.name] != "status") note_left_out(node, attribute);
  }
  if (const auto made = program_ids_.find(into.id); made != program_ids_.end())
    made->second.merge(std::set(program_ids_[node.id]));
}

/// The references of both, each once.
StringId RecordMerger::merged_references(StringId a, StringId b) {
  std::set<std::string> all;
  for (const StringId list : {a, b})
    for_each_reference(strings_[list], [&](std::string_view one) { all.emplace(one); });
  return strings_.intern(oscegraph::join(all, "|"));
}

/// Removes the nodes that were joined into others; their ids then lead to those.
void RecordMerger::forget(const std::vector<NodeId>& became) {
  std::vector<NodeId> place(became.size(), none);
  NodeId kept = 0;
  for (NodeId n = 0; n < became.size(); ++n) {
    if (became[n] != none) continue;
    place[n] = kept;
    if (kept != n) {
      nodes_[kept] = std::move(nodes_[n]);
      node_where_[kept] = node_where_[n];
    }
    ++kept;
  }
  nodes_.resize(kept);
  node_where_.resize(kept);
  for (auto& [id, n] : node_of_id_) n = place[became[n] == none ? n : became[n]];
}

void RecordMerger::tell_joined() {
  for (const auto& [id, name, into] : joined_nodes_)
    joined_.push_back({in_its_file(id), std::string(strings_[name]),
                       std::string(strings_[nodes_[node_of_id_.at(into)].id])});
  std::ranges::sort(joined_, {}, [](const Loaded::Joined& joined) {
    return std::tie(joined.into, joined.id, joined.name);
  });
}

std::vector<Loaded::Joined> RecordMerger::take_joined() { return std::move(joined_); }

}  // namespace oscegraph
