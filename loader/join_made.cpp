// SPDX-License-Identifier: Apache-2.0
//
// Nodes whose id says nothing about who they are: the press reader made it of a name, or a graph program
// numbered it. Such a node is one with the node of its kind that is called the same (after normalising),
// whatever format that comes from, so that a text and a graph that state one payment count it once.
//
// Wrong is worse than missing, so all of a name stay apart when anything speaks against it: they are
// States or offices, which the gazetteer knows; records give the name to several nodes; two of them share
// no reference (`refs`) or differ in any other attribute; or a claim runs between two of them. A node
// stays apart when its own file has the name twice, or it has several names itself. Nodes of records are
// never joined with each other: somebody gave them their ids.
//
// Two graph files that both number their nodes n0, n1, n2 mean nothing by it: such an id is good within its
// file, and marked with it (marked_text.hpp). Where no other node has it in the end, it is the node's id;
// else the node is called "file.graphml#n0", which is told. A record with that id is about the one node
// that has it, when kind and name agree.
//
// Nothing depends on the order of files and records.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/record_merger.hpp"

namespace oscegraph {
namespace {

/// No reference of one is among those of the other, though both have some.
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

/// A value of the node's, "" when it has none.
std::string_view RecordMerger::attribute_of(const GraphParts::Node& node,
                                            std::string_view name) const {
  for (const GraphParts::Attribute& attribute : node.attributes)
    if (strings_[attribute.name] == name) return strings_[attribute.value];
  return {};
}

bool RecordMerger::contradict(const GraphParts::Node& a, const GraphParts::Node& b) const {
  if (differ_in_all(attribute_of(a, "refs"), attribute_of(b, "refs"))) return true;
  return std::ranges::any_of(a.attributes, [&](const GraphParts::Attribute& attribute) {
    const std::string_view name = strings_[attribute.name];
    if (name == "refs" || name == "status") return false;
    const std::string_view other = attribute_of(b, name);
    return !other.empty() && other != strings_[attribute.value];
  });
}

/// The nodes that are called the same, of which some have ids that say nothing.
struct RecordMerger::Called {
  std::vector<NodeId> made;
  std::set<NodeId> given;
  bool apart = false;
};

/// By kind and normalised name.
std::map<std::pair<Kind, std::string>, RecordMerger::Called> RecordMerger::called_the_same(
    CheckNowAndThen& check) const {
  std::map<std::pair<Kind, std::string>, Called> groups;
  std::set<Kind> kinds;
  for (NodeId n = 0; n < nodes_.size(); ++n) {
    const GraphParts::Node& node = nodes_[n];
    if (node.kind == Kind::state || node.kind == Kind::office) continue;
    if (!made_ids_.contains(node.id) || names_of_.contains(node.id)) continue;
    // A name without letters or digits is only ever itself.
    std::string name = normalise_name(strings_[node.name]);
    if (name.empty()) continue;
    groups[{node.kind, std::move(name)}].made.push_back(n);
    kinds.insert(node.kind);
  }
  for (NodeId n = 0; n < nodes_.size(); ++n) {
    check.count();
    const GraphParts::Node& node = nodes_[n];
    if (!kinds.contains(node.kind) || made_ids_.contains(node.id)) continue;
    const auto add = [&](StringId name) {
      const auto group = groups.find({node.kind, normalise_name(strings_[name])});
      if (group != groups.end()) group->second.given.insert(n);
    };
    add(node.name);
    for (const StringId alias : node.aliases) add(alias);
  }
  return groups;
}

/// Leaves those that no other node of one of their files is called like.
void RecordMerger::leave_out_doubles(Called& called) const {
  std::map<std::uint32_t, std::size_t> count;
  for (const NodeId n : called.made)
    for (const std::uint32_t source : made_ids_.at(nodes_[n].id)) ++count[source];
  std::erase_if(called.made, [&](NodeId n) {
    return std::ranges::any_of(made_ids_.at(nodes_[n].id),
                               [&](std::uint32_t source) { return count[source] > 1; });
  });
}

void RecordMerger::join_made_nodes(CheckNowAndThen& check) {
  if (made_ids_.empty()) return;
  auto groups = called_the_same(check);
  std::unordered_map<StringId, Called*> group_of;
  for (auto& [name, called] : groups) {
    leave_out_doubles(called);
    for (const NodeId n : called.made) group_of.emplace(nodes_[n].id, &called);
    for (const NodeId n : called.given) group_of.emplace(nodes_[n].id, &called);
  }
  for (const OpenClaim& open : claims_) {
    check.count();
    const auto from = group_of.find(open.claim.from);
    const auto to = group_of.find(open.claim.to);
    if (from != group_of.end() && to != group_of.end() && from->second == to->second)
      from->second->apart = true;
  }
  std::vector<NodeId> became(nodes_.size(), none);
  for (auto& [name, called] : groups) {
    if (called.made.empty() || called.given.size() > 1 || called.apart) continue;
    // What a graph file calls it stands before what a rule made of a text.
    std::ranges::sort(called.made, {}, [&](NodeId n) {
      const StringId id = nodes_[n].id;
      return std::pair(named_by_text_.contains(id), strings_[id]);
    });
    std::vector<NodeId> all(called.given.begin(), called.given.end());
    all.insert(all.end(), called.made.begin(), called.made.end());
    constexpr std::size_t most = 1000;  // each is compared with each
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

/// Precondition: they do not contradict each other.
void RecordMerger::join(const GraphParts::Node& node, GraphParts::Node& into) {
  joined_nodes_.push_back({node.id, node.name, into.id});
  const bool of_text = named_by_text_.contains(node.id);
  if (!of_text) named_by_text_.erase(into.id);
  if (node.name != 0 && node.name != into.name) into.aliases.push_back(node.name);
  into.aliases.insert(into.aliases.end(), node.aliases.begin(), node.aliases.end());
  for (const GraphParts::Attribute& attribute : node.attributes) {
    // That a rule found the node says nothing about one that is known otherwise.
    if (of_text && strings_[attribute.name] == "status") continue;
    const auto same =
        std::ranges::find(into.attributes, attribute.name, &GraphParts::Attribute::name);
    if (same == into.attributes.end()) {
      into.attributes.push_back(attribute);
      continue;
    }
    same->type = std::max(same->type, attribute.type);
    if (same->value != attribute.value && strings_[attribute.name] == "refs")
      same->value = strings_.intern(std::string(strings_[same->value]) + '|' +
                                    std::string(strings_[attribute.value]));
  }
}

/// Takes out the nodes that became others; their ids lead to these.
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

// --- ids of graph files ---------------------------------------------------------------------------

/// "net.graphml#n0", of a marked id; any other as it is.
std::string RecordMerger::in_its_file(StringId id) const {
  const auto made = made_ids_.find(id);
  const bool is_marked = mark_of(strings_[id], MarkedAs::made_id).data() != nullptr;
  if (made == made_ids_.end() || !is_marked) return std::string(written(id));
  const std::string& file = reports_.file(*made->second.begin());
  return file.substr(file.rfind('/') + 1) + '#' + std::string(written(id));
}

/// The id as it is good within its file.
StringId RecordMerger::made_id(StringId id, std::uint32_t source) {
  return strings_.intern(marked_text(strings_[id], MarkedAs::made_id, to_text(source)));
}

/// By the id as it is written, in order of file.
std::map<std::string_view, std::vector<StringId>> RecordMerger::made_in_graphs() const {
  std::map<std::string_view, std::vector<StringId>> made;
  for (const auto& [id, sources] : made_ids_)
    if (mark_of(strings_[id], MarkedAs::made_id).data() != nullptr) made[written(id)].push_back(id);
  for (auto& [id, all] : made)
    std::ranges::sort(all, {}, [&](StringId made_id) {
      const std::uint32_t source = *made_ids_.at(made_id).begin();
      return std::pair(std::string_view(reports_.file(source)), source);
    });
  return made;
}

/// What a record and one graph file call by one id is one node.
void RecordMerger::join_given_ids() {
  std::vector<NodeId> became(nodes_.size(), none);
  for (const auto& [id, made] : made_in_graphs()) {
    const auto text = strings_.find(id);
    const auto given = text ? node_of_id(*text) : std::nullopt;
    if (!given || made.size() > 1) continue;
    const NodeId n = node_of_id_.at(made.front());
    const GraphParts::Node& node = nodes_[n];
    GraphParts::Node& into = nodes_[*given];
    const auto is_name = [&](StringId name) {
      return normalise_name(strings_[name]) == normalise_name(strings_[node.name]);
    };
    const bool called_so = node.name == 0 || into.name == 0 || is_name(into.name) ||
                           std::ranges::any_of(into.aliases, is_name);
    if (node.kind != into.kind || !called_so || contradict(node, into)) continue;
    if (into.name == 0) into.name = node.name;
    join(node, into);
    became[n] = *given;
  }
  forget(became);
}

void RecordMerger::give_ids() {
  for (const auto& [id, made] : made_in_graphs()) {
    std::set<NodeId> different;
    for (const StringId made_id : made) different.insert(node_of_id_.at(made_id));
    const auto text = strings_.find(id);
    const bool is_only = different.size() == 1 && !(text && node_of_id(*text));
    for (const StringId made_id : made) give_id(made_id, is_only);
  }
  for (const auto& [file, ids] : given_ids_) {
    const bool one = ids.count == 1;
    warnings_.push_back({{file},
                         counted(ids.count, "node") + (one ? " has an id" : " have ids") +
                             " that another node has elsewhere: " + in_quotes(ids.written) +
                             " of this file is called " + in_quotes(ids.given) +
                             (one ? "" : ", and so on"),
                         "an id that begins with its kind, such as project:safe-roads, is one "
                         "everywhere",
                         "give them such ids where they are meant to be one"});
  }
}

void RecordMerger::give_id(StringId made, bool is_only) {
  const NodeId n = node_of_id_.at(made);
  if (nodes_[n].id != made) return;  // it was joined with another, or has its id
  const std::string id(written(made));
  std::string given = id;
  if (!is_only) {
    const std::string in_file = in_its_file(made);
    given = in_file;
    for (std::size_t i = 2; strings_.find(given) && node_of_id(*strings_.find(given)); ++i)
      given = in_file + '-' + to_text(i);
    GivenIds& told = given_ids_[reports_.file(*made_ids_.at(made).begin())];
    if (told.count++ == 0) told = {1, id, given};
  }
  nodes_[n].id = strings_.intern(given);
  node_of_id_.emplace(nodes_[n].id, n);
}

}  // namespace oscegraph
