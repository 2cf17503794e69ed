// SPDX-License-Identifier: Apache-2.0
//
// Implements --create-missing in the builder: collects the names that lead to no node, creates
// nodes and documents for them, and reports names that look like misspellings.
#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "oscegraph/graph/text/misspelling.hpp"
#include "oscegraph/loader/resolve/builder.hpp"
#include "oscegraph/loader/resolve/missing_names.hpp"
#include "oscegraph/loader/resolve/written_name.hpp"

namespace oscegraph {

namespace {

/// Keys for names that lead nowhere, so that one body is created once: "Orchard Trust (OT)",
/// "Orchard Trust" and "OT"; "Acme Ltd" and "Acme". When an abbreviation fits two bodies, or a name
/// has two legal forms, all stay separate. The result does not depend on the order of names.
class Keys {
 public:
  void add(const std::string& key, std::string_view name) {
    written_.insert(key);
    for (const NameReading& reading : readings_of(name)) {
      if (const auto pair = full_and_short(reading)) {
        full_.emplace(key, name_key(pair->first));
        if (is_long_enough(pair->second))
          of_abbreviation_[name_key(pair->second)].insert(name_key(pair->first));
      }
      if (reading.means != NameReading::Means::without_legal_form) continue;
      const std::string bare = name_key(reading.names.front());
      forms_[bare].insert(reading.body);
      bare_.emplace(key, bare);
    }
  }
  /// Adds the name of a known body, which may define its abbreviation.
  void add_known(std::string_view name, const Body& body) {
    for (const NameReading& reading : readings_of(name))
      if (const auto pair = full_and_short(reading); pair && is_long_enough(pair->second))
        known_[name_key(pair->second)].insert(body);
  }
  /// The only known body with this abbreviation.
  [[nodiscard]] std::optional<Body> known(const std::string& key) const {
    const auto found = known_.find(key);
    if (found == known_.end() || found->second.size() != 1 || of_abbreviation_.contains(key))
      return std::nullopt;
    return *found->second.begin();
  }
  [[nodiscard]] std::string of(const std::string& key) const {
    if (const auto full = full_.find(key); full != full_.end()) return bare_of(full->second);
    const auto named = of_abbreviation_.find(key);
    if (named != of_abbreviation_.end() && named->second.size() == 1)
      return bare_of(*named->second.begin());
    return bare_of(key);
  }

 private:
  /// The key without its legal form, if the name also occurs without it and has only one form.
  [[nodiscard]] std::string bare_of(const std::string& key) const {
    const auto bare = bare_.find(key);
    const bool written_so = bare != bare_.end() && written_.contains(bare->second);
    return written_so && forms_.at(bare->second).size() == 1 ? bare->second : key;
  }

  std::set<std::string> written_;
  std::map<std::string, std::string> full_;  ///< "orchard trust ot" -> "orchard trust"
  std::map<std::string, std::set<std::string>> of_abbreviation_;
  /// by abbreviation: known bodies, which need not be created
  std::map<std::string, std::set<Body>> known_;
  std::map<std::string, std::string> bare_;  ///< "acme ltd" -> "acme"
  std::map<std::string, std::set<std::string>> forms_;
};

}  // namespace

Builder::Meaning Builder::use_of(StringId text) {
  if (const auto own = merger_.node_of_id(text)) return {false, merger_.nodes()[*own].kind};
  const Resolver::Meaning& meaning = resolver_->meaning_of(strings_[text]);
  if (meaning.bodies.size() == 1) return {false, resolver_->kind_of(meaning.bodies.front())};
  const bool is_code = parse_marked_code(strings_[text]).has_value();
  return {meaning.bodies.empty() && !merger_.is_damaged(text) && !is_code &&
              MissingNames::can_be_made(strings_[text]),
          {}};
}

void Builder::create_missing_nodes() {
  std::unordered_map<StringId, Meaning> meanings;
  Keys keys;
  const auto meaning = [&](StringId text) -> const Meaning& {
    const auto [found, is_new] = meanings.try_emplace(text);
    if (is_new) found->second = use_of(text);
    return found->second;
  };
  std::vector<StringId> nowhere;
  const auto learn = [&](StringId text) {
    if (text == none || meanings.contains(text)) return;
    if (meaning(text).nowhere) {
      nowhere.push_back(text);
      return keys.add(resolver_->key_of_unknown(strings_[text]), strings_[text]);
    }
    if (merger_.node_of_id(text) || parse_marked_code(strings_[text])) return;
    const Resolver::Meaning& known = resolver_->meaning_of(strings_[text]);
    if (!known.exact && known.bodies.size() == 1)
      keys.add_known(strings_[text], known.bodies.front());
  };
  for (const OpenClaim& open : merger_.claims())
    for (const StringId text : {open.claim.from, open.claim.to, open.claim.via}) learn(text);
  for (const StringId text : nowhere) {
    const auto body = keys.known(resolver_->key_of_unknown(strings_[text]));
    if (!body) continue;
    meanings[text] = {false, resolver_->kind_of(*body)};
    const NodeId n = node_of(*body);
    resolved_nodes_.emplace(text, n);
    read_names_.emplace(text, ReadAs{n, {.source = Where::nowhere}});
  }
  MissingNames missing;
  using End = MissingNames::End;
  for (const OpenClaim& open : merger_.claims()) {
    const auto note = [&](StringId text, End end, StringId other, const Where& where) {
      if (text == none || !meaning(text).nowhere) return;
      const Meaning& beyond = meaning(other);
      const bool of_state = resolver_->meaning_of(strings_[text]).state.has_value();
      missing.add(strings_[text], keys.of(resolver_->key_of_unknown(strings_[text])),
                  of_state ? std::optional(Kind::agency) : std::nullopt,
                  {open.claim.relation, end, beyond.kind,
                   beyond.nowhere ? strings_[other] : std::string_view()},
                  {reports_.file(where.source), where.line, where.column});
    };
    note(open.claim.from, End::from, open.claim.to, open.from_where);
    note(open.claim.to, End::to, open.claim.from, open.to_where);
    note(open.claim.via, End::via, open.claim.from, open.via_where);
  }
  const auto is_taken = [&](const std::string& id) {
    return merger_.node_of_id(strings_.intern(id)) || Gazetteer::instance().find_id(id) != nullptr;
  };
  std::vector<KindSet> possible;
  for (const MissingNames::Node& made : missing.make(is_taken)) {
    add_created(made);
    possible.push_back(made.possible);
  }
  hint_at_nodes(possible);
}

void Builder::add_created(const MissingNames::Node& made) {
  const NodeId n = merger_.add_node(made.id, made.names.front(), made.kind);
  merger_.set_missing_attribute(n, "status", "referenced");
  const std::string key = name_key(made.names.front());
  for (const std::string_view name : made.names) {
    const StringId spelling = strings_.intern(name);
    merger_.nodes()[n].aliases.push_back(spelling);
    resolved_nodes_.emplace(spelling, n);
    if (name_key(name) != key) read_names_.emplace(spelling, ReadAs{n, {.source = Where::nowhere}});
    const auto& state = resolver_->meaning_of(strings_[spelling]).state;
    if (!state || made.kind != Kind::agency) continue;
    const NodeId owner = node_of(*state);
    merger_.set_missing_attribute(n, "state", strings_[merger_.nodes()[owner].id]);
  }
  created_.push_back({made.id,
                      std::string(made.names.front()),
                      {std::string(made.first.file), made.first.line, made.first.column},
                      {}});
}

void Builder::create_missing_documents() {
  using Spot = MissingNames::Spot;
  std::map<std::string_view, std::pair<StringId, Spot>> missing;
  for (const OpenClaim& open : merger_.claims()) {
    const std::string_view name = strings_[open.claim.document];
    if (merger_.document_of_id(open.claim.document) || merger_.is_damaged(open.claim.document) ||
        !titles().find(name).empty())
      continue;
    const Where& where = open.document_where;
    const Spot spot{reports_.file(where.source), where.line, where.column};
    const auto [found, is_new] = missing.try_emplace(name, open.claim.document, spot);
    if (!is_new) found->second.second = std::min(found->second.second, spot);
  }
  for (const auto& [name, made] : missing) {
    const auto& [text, spot] = made;
    (void)merger_.add_document(text);
    created_.push_back({std::string(name),
                        std::string(name),
                        {std::string(spot.file), spot.line, spot.column},
                        {}});
  }
  hint_at_documents(missing.size());
}

/// Suggests known names for new nodes that may be misspellings.
void Builder::hint_at_nodes(const std::vector<KindSet>& possible) {
  if (created_.empty() || created_.size() > Loaded::most_hinted_at) return;
  KnownSpellings names;
  KnownSpellings ids;
  for (NodeId n = 0; n < merger_.count(); ++n) {
    const GraphParts::Node& node = merger_.nodes()[n];
    const auto kind = static_cast<std::uint32_t>(node.kind);
    ids.add(strings_[node.id], kind);
    names.add(strings_[node.name], kind);
    for (const StringId alias : node.aliases) names.add(strings_[alias], kind);
  }
  for (const GazetteerEntry& entry : Gazetteer::instance().entries()) {
    const auto kind = static_cast<std::uint32_t>(entry.kind);
    ids.add(entry.id, kind);
    names.add(entry.name, kind);
    for (const GazetteerName& name : entry.names)
      if (name.form != NameForm::adjective) names.add(name.name, kind);
  }
  // Suggest only nodes whose kind the uses of the name allow.
  for (std::size_t i = 0; i < created_.size(); ++i) {
    const auto fits = [&](std::uint32_t kind) { return possible[i].test(kind); };
    const std::string& name = created_[i].name;
    created_[i].meant = (kind_of_id(name) ? ids : names).meant_by(name, fits).value_or("");
  }
}

void Builder::hint_at_documents(std::size_t made) {
  if (made == 0 || made > Loaded::most_hinted_at) return;
  KnownSpellings known;
  for (DocumentId d = 0; d < merger_.document_count(); ++d) {
    known.add(strings_[merger_.documents()[d].id]);
    known.add(strings_[merger_.documents()[d].title]);
  }
  for (Loaded::Created& document : std::span(created_).last(made))
    document.meant = known.meant_by(document.name).value_or("");
}

std::vector<Loaded::Created> Builder::take_created() {
  std::ranges::sort(created_, {}, &Loaded::Created::id);
  return std::move(created_);
}

}  // namespace oscegraph
