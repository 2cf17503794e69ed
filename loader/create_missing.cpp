// SPDX-License-Identifier: Apache-2.0
//
// The builder's --create-missing: finds the names that lead nowhere, has nodes and documents made of
// them, and says which of them look like a slip of the pen.
#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "oscegraph/graph/misspelling.hpp"
#include "oscegraph/loader/builder.hpp"
#include "oscegraph/loader/missing_names.hpp"

namespace oscegraph {

Builder::Meaning Builder::meaning_of(StringId text) {
  if (const auto own = node_of_id_.find(text); own != node_of_id_.end())
    return {false, parts_.nodes[own->second].kind};
  const Gazetteer& gazetteer = Gazetteer::instance();
  const std::string_view name = strings_[text];
  if (const auto* entry = gazetteer.find_id(name)) return {false, entry->kind};
  const std::vector<NodeId> own = names().find(name);
  if (own.size() == 1) return {false, parts_.nodes[own.front()].kind};
  const auto entries =
      own.empty() ? gazetteer.find_name(name) : decltype(gazetteer.find_name(name)){};
  if (entries.size() == 1) return {false, entries.front()->kind};
  const bool ambiguous = !own.empty() || !entries.empty();
  return {!ambiguous && !damaged_.contains(text) && MissingNames::can_be_made(name), {}};
}

void Builder::create_missing_nodes() {
  std::unordered_map<StringId, Meaning> meanings;
  const auto meaning = [&](StringId text) -> const Meaning& {
    const auto [found, is_new] = meanings.try_emplace(text);
    if (is_new) found->second = meaning_of(text);
    return found->second;
  };
  MissingNames missing;
  using End = MissingNames::End;
  for (const OpenClaim& open : open_) {
    const auto note = [&](StringId text, End end, StringId other, const Where& where) {
      if (text == 0 || !meaning(text).nowhere) return;
      const Meaning& beyond = meaning(other);
      missing.add(strings_[text],
                  {open.claim.relation, end, beyond.kind,
                   beyond.nowhere ? strings_[other] : std::string_view()},
                  {sources_[where.source].name, where.line, where.column});
    };
    note(open.from, End::from, open.to, open.from_where);
    note(open.to, End::to, open.from, open.to_where);
    note(open.via, End::via, open.from, open.via_where);
  }
  const auto is_taken = [&](const std::string& id) {
    return node_of_id_.contains(strings_.intern(id)) ||
           Gazetteer::instance().find_id(id) != nullptr;
  };
  for (const MissingNames::Node& made : missing.make(is_taken)) {
    const NodeId n = add_node(made.id, made.names.front(), made.kind);
    set_missing_attribute(parts_.nodes[n], "status", "referenced");
    for (const std::string_view name : made.names) {
      const StringId spelling = strings_.intern(name);
      parts_.nodes[n].aliases.push_back(spelling);
      resolved_nodes_.emplace(spelling, n);
    }
    created_.push_back({made.id,
                        std::string(made.names.front()),
                        {std::string(made.first.file), made.first.line, made.first.column},
                        {}});
  }
  hint_at_nodes();
}

void Builder::create_missing_documents() {
  using Spot = MissingNames::Spot;
  std::map<std::string_view, std::pair<StringId, Spot>> missing;
  for (const OpenClaim& open : open_) {
    const std::string_view name = strings_[open.document];
    if (document_of_id_.contains(open.document) || damaged_.contains(open.document) ||
        !titles().find(name).empty())
      continue;
    const Where& where = open.document_where;
    const Spot spot{sources_[where.source].name, where.line, where.column};
    const auto [found, is_new] = missing.try_emplace(name, open.document, spot);
    if (!is_new) found->second.second = std::min(found->second.second, spot);
  }
  for (const auto& [name, made] : missing) {
    const auto& [text, spot] = made;
    document_of_id_.emplace(text, next_id(parts_.documents.size(), "documents"));
    parts_.documents.push_back({.id = text});
    created_.push_back({std::string(name),
                        std::string(name),
                        {std::string(spot.file), spot.line, spot.column},
                        {}});
  }
  hint_at_documents(missing.size());
}

/// A slip of the pen would otherwise quietly be a new node.
void Builder::hint_at_nodes() {
  if (created_.empty() || created_.size() > Loaded::most_hinted_at) return;
  KnownSpellings names;
  KnownSpellings ids;
  for (NodeId n = 0; n < defined_nodes_; ++n) {
    const GraphParts::Node& node = parts_.nodes[n];
    ids.add(strings_[node.id]);
    names.add(strings_[node.name]);
    for (const StringId alias : node.aliases) names.add(strings_[alias]);
  }
  for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
    ids.add(entry.id);
    names.add(entry.name);
    for (const GazetteerName& name : entry.names)
      if (name.form != NameForm::adjective) names.add(name.name);
  }
  for (Loaded::Created& made : created_)
    made.meant = (kind_of_id(made.name) ? ids : names).meant_by(made.name).value_or("");
}

void Builder::hint_at_documents(std::size_t made) {
  if (made == 0 || made > Loaded::most_hinted_at) return;
  KnownSpellings known;
  for (DocumentId d = 0; d < defined_documents_; ++d) {
    known.add(strings_[parts_.documents[d].id]);
    known.add(strings_[parts_.documents[d].title]);
  }
  for (Loaded::Created& document : std::span(created_).last(made))
    document.meant = known.meant_by(document.name).value_or("");
}

std::vector<Loaded::Created> Builder::take_created() {
  std::ranges::sort(created_, {}, &Loaded::Created::id);
  return std::move(created_);
}

}  // namespace oscegraph
