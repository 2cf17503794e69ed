// SPDX-License-Identifier: Apache-2.0
//
// Handles ids that graph programs made. If two files both number their nodes n0, n1, n2, the
// numbers do not mean the same nodes. Therefore such an id is valid only within its file, and is
// marked with the file (marked_text.hpp). Nodes with the same id in several files become one node
// only if kind and name agree and no reference (`refs`) differs; the same holds for a record with
// that id. If no other node has the id at the end, the node keeps it. Otherwise the node gets the
// id "file.graphml#n0", which is reported, and the original id becomes an alias.
//
// A node without a label is named by its id if that is a name ("Orchard Trust") and not a number
// ("n0").
//
// The result does not depend on the order of files and records.
#include <algorithm>
#include <map>
#include <set>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/resolve/record_merger.hpp"

namespace oscegraph {
namespace {

/// Whether an id is a number with letters before it: "n0", "node_12", "42".
bool is_number(std::string_view id) {
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  if (digits == id.size()) return false;
  return std::ranges::all_of(id.substr(0, digits), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
  });
}

}  // namespace

/// The id, marked as valid within its file.
StringId RecordMerger::program_id(StringId id, std::uint32_t source) {
  return strings_.intern(marked_text(strings_[id], MarkedAs::program_id, to_text(source)));
}

/// The name of a node without one: its id; 0 when the id is only a number.
StringId RecordMerger::name_by_id(StringId id) const { return is_number(strings_[id]) ? 0 : id; }

/// The file of a marked id; "" for any other id.
std::string_view RecordMerger::file_of(StringId id) const {
  const auto source = mark_of(strings_[id], MarkedAs::program_id);
  if (!source) return {};
  std::uint32_t number = 0;
  for (const char digit : *source) number = 10 * number + static_cast<std::uint32_t>(digit - '0');
  return reports_.file(number);
}

/// "net.graphml#n0" for a marked id; other ids unchanged.
std::string RecordMerger::in_its_file(StringId id) const {
  const std::string_view file = file_of(id);
  const std::string name = file.empty() ? "" : std::string(file.substr(file.rfind('/') + 1)) + '#';
  return name + std::string(written(id));
}

/// The made ids, grouped by the id as written; within a group, in order of file.
std::map<std::string_view, std::vector<StringId>> RecordMerger::made_in_graphs() const {
  std::map<std::string_view, std::vector<StringId>> made;
  for (const auto& [id, sources] : program_ids_)
    if (!file_of(id).empty()) made[written(id)].push_back(id);
  for (auto& [id, all] : made)
    std::ranges::sort(all, {}, [&](StringId marked) { return std::pair(file_of(marked), marked); });
  return made;
}

std::optional<NodeId> RecordMerger::node_written(std::string_view id) const {
  const auto text = strings_.find(id);
  return text ? node_of_id(*text) : std::nullopt;
}

/// Whether nodes that two inputs give the same id are the same node.
bool RecordMerger::is_same(const GraphParts::Node& made, const GraphParts::Node& other) const {
  if (made.kind != other.kind || differ_in_references(made, other)) return false;
  if (made.name == 0 || other.name == 0)
    return made.name == other.name && file_of(other.id).empty();
  const auto is_name = [&](StringId name) {
    return normalise_name(strings_[name]) == normalise_name(strings_[made.name]);
  };
  return is_name(other.name) || std::ranges::any_of(other.aliases, is_name);
}

void RecordMerger::join_same_ids() {
  std::vector<NodeId> became(nodes_.size(), none);
  for (const auto& [id, made] : made_in_graphs()) {
    std::vector<NodeId> apart;  // nodes with this id that are different nodes
    for (const StringId marked : made) {
      const NodeId n = node_of_id_.at(marked);
      const auto same = std::ranges::find_if(
          apart, [&](NodeId other) { return is_same(nodes_[n], nodes_[other]); });
      if (same == apart.end()) {
        apart.push_back(n);
        continue;
      }
      join(nodes_[n], nodes_[*same]);
      became[n] = *same;
    }
    const auto given = node_written(id);
    if (!given || apart.size() > 1) continue;
    const GraphParts::Node& node = nodes_[apart.front()];
    GraphParts::Node& into = nodes_[*given];
    const bool one_has_no_name = (node.name == 0) != (into.name == 0);
    if (node.kind != into.kind || contradict(node, into) ||
        !(one_has_no_name || is_same(node, into)))
      continue;
    if (into.name == 0) into.name = node.name;
    join(node, into);
    became[apart.front()] = *given;
    for (const StringId marked : made) became[node_of_id_.at(marked)] = *given;
  }
  forget(became);
}

void RecordMerger::give_ids() {
  for (const auto& [id, made] : made_in_graphs()) {
    const auto has_it = [&](StringId marked) {
      return nodes_[node_of_id_.at(marked)].id == marked;
    };
    const bool is_only = std::ranges::count_if(made, has_it) == 1 && !node_written(id);
    for (const StringId marked : made)
      if (has_it(marked)) give_id(marked, is_only);
  }
  for (const auto& [file, told] : given_ids_)
    warnings_.push_back(
        {{file},
         counted(told.count, "id") + " of it " + (told.count == 1 ? "is" : "are") +
             " that of another node elsewhere: " + told.first +
             (told.count == 1 ? "" : ", and so on"),
         "an id of a graph program counts within its file, one that begins with a kind, such as "
         "project:safe-roads, everywhere",
         ""});
  for (const auto& [file, told] : left_out_)
    warnings_.push_back({{file},
                         counted(told.count, "value") +
                             " of nodes that are in other files as well " +
                             (told.count == 1 ? "differs" : "differ") + " there and " +
                             (told.count == 1 ? "is" : "are") + " left out: " + told.first +
                             (told.count == 1 ? "" : ", and so on"),
                         "",
                         ""});
}

void RecordMerger::give_id(StringId marked, bool is_only) {
  GraphParts::Node& node = nodes_[node_of_id_.at(marked)];
  const std::string id(written(marked));
  std::string given = id;
  if (!is_only) {
    given = in_its_file(marked);
    for (std::size_t i = 2; node_written(given); ++i)
      given = in_its_file(marked) + '-' + to_text(i);
    Told& told = given_ids_[std::string(file_of(marked))];
    if (told.count++ == 0) told.first = in_quotes(id) + " is called " + in_quotes(given);
    node.aliases.push_back(strings_.intern(id));
    if (node.name == 0) node.name = strings_.intern(id);
  }
  node.id = strings_.intern(given);
  node_of_id_.emplace(node.id, node_of_id_.at(marked));
}

void RecordMerger::note_left_out(const GraphParts::Node& node,
                                 const GraphParts::Attribute& attribute) {
  Told& told = left_out_[std::string(file_of(node.id))];
  if (told.count++ == 0)
    told.first = std::string(strings_[attribute.name]) + ' ' +
                 in_quotes(strings_[attribute.value]) + " of " + in_quotes(written(node.id));
}

}  // namespace oscegraph
