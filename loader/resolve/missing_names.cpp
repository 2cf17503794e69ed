// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/missing_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <ranges>
#include <utility>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/records/check_record.hpp"
#include "oscegraph/loader/resolve/written_name.hpp"

namespace oscegraph {
namespace {

using enum Kind;

/// All kinds, the most likely first: the given ones, then the others.
constexpr std::array<Kind, kind_count> likeliest(std::initializer_list<Kind> named) {
  std::array<Kind, kind_count> kinds{};
  auto* const rest = std::ranges::copy(named, kinds.begin()).out;
  std::ranges::transform(kind_rows | std::views::filter([&](const KindRow& row) {
                           return std::ranges::find(named, row.kind) == named.end();
                         }),
                         rest, &KindRow::kind);
  return kinds;
}
constexpr auto who_pays = likeliest({donor, agency, project, office, state});
constexpr auto who_acts = likeliest({agency, donor, project, office, state});
constexpr auto what_is_acted_on = likeliest({project, agency, office, state, donor});

}  // namespace

bool MissingNames::can_be_made(std::string_view name) { return !normalise_name(name).empty(); }

void MissingNames::add(std::string_view name, const std::string& key, std::optional<Kind> kind,
                       const Use& use, const Spot& spot) {
  Group*& group = group_of_[name];
  if (group == nullptr) group = &groups_[kind_of_id(name) ? std::string(name) : key];
  if (kind) group->given = kind;
  group->uses.insert(use);
  Spelling& spelling = group->spellings[name];
  if (spelling.count++ == 0 || spot < spelling.first) spelling.first = spot;
}

std::vector<MissingNames::Node> MissingNames::make(
    const std::function<bool(const std::string& id)>& is_taken) {
  decide_kinds();
  std::vector<Node> nodes;
  std::set<std::string> given;
  const auto add_node = [&](const std::string& key, const Group& group, std::string id) {
    nodes.push_back(node_of(key, group));
    nodes.back().id = std::move(id);
    given.insert(nodes.back().id);
  };
  // Ids that were written keep their text; ids made from names must differ from them.
  for (const auto& [key, group] : groups_)
    if (kind_of_id(key)) add_node(key, group, key);
  for (const auto& [key, group] : groups_) {
    if (kind_of_id(key)) continue;
    std::string slug = key;
    std::ranges::replace(slug, ' ', '-');
    const std::string wanted = std::string(name_of(group.kind)) + ':' + slug;
    std::string id = wanted;
    for (int i = 2; is_taken(id) || given.contains(id); ++i) id = wanted + '-' + to_text(i);
    add_node(key, group, std::move(id));
  }
  return nodes;
}

MissingNames::Node MissingNames::node_of(const std::string& key, const Group& group) {
  Node node{{}, group.kind, {}, group.spellings.begin()->second.first, group.by_uses};
  for (const auto& [name, spelling] : group.spellings) {
    node.names.push_back(name);
    node.first = std::min(node.first, spelling.first);
  }
  std::ranges::stable_sort(node.names, {}, [&](std::string_view name) {
    const int far = name_key(name) == key                      ? 0
                    : name.find(' ') != std::string_view::npos ? 1
                                                               : 2;  // mostly an abbreviation
    return std::pair(far, -static_cast<std::ptrdiff_t>(group.spellings.at(name).count));
  });
  return node;
}

/// Constraint propagation: removes kinds that uses do not allow until nothing changes, then fixes
/// the names one by one, in order, and propagates again after each. Cost: each use is looked at a
/// few times.
void MissingNames::decide_kinds() {
  std::vector<Group*> all;
  for (auto& [key, group] : groups_) {
    if (const auto kind = kind_of_id(key)) group.possible = 1U << static_cast<unsigned>(*kind);
    all.push_back(&group);
  }
  for (Group* group : all)
    for (const Use& use : group->uses) narrow(*group, use);
  spread(all);
  for (Group* group : all) group->by_uses = group->possible;
  for (Group* group : all) {
    if (!group->given || !group->possible.test(static_cast<std::size_t>(*group->given))) continue;
    group->possible = 1U << static_cast<unsigned>(*group->given);
    spread({group});
  }
  for (Group* group : all) {
    group->kind = likeliest(*group);
    group->possible = 1U << static_cast<unsigned>(group->kind);
    spread({group});
  }
}

MissingNames::Group* MissingNames::missing_other(const Use& use) const {
  const auto found = group_of_.find(use.other);
  return use.end == End::via || found == group_of_.end() ? nullptr : found->second;
}

/// Whether the other end of the use can have a kind that goes with this one.
bool MissingNames::fits(Kind kind, const Use& use) const {
  if (use.end == End::via) return kind == project;
  const Group* missing = missing_other(use);
  return std::ranges::any_of(who_acts, [&](Kind other) {
    if (use.other_kind && other != *use.other_kind) return false;
    if (missing != nullptr && !missing->possible.test(static_cast<std::size_t>(other)))
      return false;
    return use.end == End::from ? allows(use.relation, kind, other)
                                : allows(use.relation, other, kind);
  });
}

/// Removes the kinds that the use does not allow; returns whether any was removed. If none would be
/// left, all stay, and the claim that does not fit is reported later.
bool MissingNames::narrow(Group& group, const Use& use) const {
  auto left = group.possible;
  for (const Kind kind : who_acts)
    if (!fits(kind, use)) left.reset(static_cast<std::size_t>(kind));
  if (left.none() || left == group.possible) return false;
  group.possible = left;
  return true;
}

void MissingNames::spread(std::vector<Group*> changed) const {
  while (!changed.empty()) {
    const Group& group = *changed.back();
    changed.pop_back();
    for (const Use& use : group.uses) {
      Group* other = missing_other(use);
      if (other == nullptr) continue;
      const End its_end = use.end == End::from ? End::to : End::from;
      if (narrow(*other, {use.relation, its_end, {}, group.spellings.begin()->first}))
        changed.push_back(other);
    }
  }
}

Kind MissingNames::likeliest(const Group& group) {
  const bool only_acts = std::ranges::all_of(group.uses, [](const Use& use) {
    return use.end == End::from || use.relation == Relation::part_of;
  });
  // A body that also implements or is a partner is more likely an agency than a donor.
  const bool only_pays = only_acts && std::ranges::all_of(group.uses, [](const Use& use) {
                           return use.relation == Relation::funds;
                         });
  return *std::ranges::find_if(
      only_pays   ? who_pays
      : only_acts ? who_acts
                  : what_is_acted_on,
      [&](Kind kind) { return group.possible.test(static_cast<std::size_t>(kind)); });
}

}  // namespace oscegraph
