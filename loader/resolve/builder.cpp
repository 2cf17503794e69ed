// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/builder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/resolve/review_rules.hpp"

namespace oscegraph {
namespace {

KindSet only(Kind kind) { return KindSet(1U << static_cast<unsigned>(kind)); }

struct KindsAtEnds {
  KindSet from;
  KindSet to;
};

/// The kinds that each relation allows at its ends; computed once, since it is needed for every
/// claim.
const KindsAtEnds& kinds_at_ends(Relation relation) {
  static const auto table = [] {
    std::array<KindsAtEnds, relation_count> all;
    for (const RelationRow& row : relation_rows)
      for (const std::optional<Ends>& ends : row.allowed) {
        if (!ends) continue;
        KindsAtEnds& kinds = all.at(static_cast<std::size_t>(row.relation));
        for (const Kind kind : ends->from.list()) kinds.from |= only(kind);
        for (const Kind kind : ends->to.list()) kinds.to |= only(kind);
      }
    return all;
  }();
  return table.at(static_cast<std::size_t>(relation));
}

}  // namespace

Builder::Builder(const std::deque<Source>& sources, bool create_missing, Problems& problems)
    : create_missing_(create_missing),
      reports_(sources, problems),
      merger_(strings_, reports_) {}

Graph Builder::finish(const Context& context) {
  PeriodicCheck check(context, 256);
  merger_.close(check);
  resolver_.emplace(merger_, context);
  for (const StringId text : texts_of_claims()) resolver_->look_for_abbreviation(strings_[text]);
  if (create_missing_) {
    create_missing_nodes();
    create_missing_documents();
  }
  for (const OpenClaim& open : merger_.claims()) {
    check.count();
    settle(open);
  }
  apply_reviews();
  for (NodeId n = 0; n < merger_.nodes().size(); ++n) {
    check.count();
    GraphParts::Node& node = merger_.nodes()[n];
    if (const auto* entry = Gazetteer::instance().find_id(strings_[node.id]))
      complete_from_gazetteer(n, *entry);
    if (node.name == 0) node.name = node.id;
  }
  tell_names();
  spelt_ = merger_.spelt_otherwise();
  if (keep_places_) sort_places();
  GraphParts parts;
  parts.documents = std::move(merger_.documents());
  parts.nodes = std::move(merger_.nodes());
  parts.claims = std::move(claims_);
  parts.strings = strings_.finish();
  return assemble(std::move(parts), context);
}

void Builder::apply_reviews() {
  std::vector<bool> of_text;
  for (const std::uint32_t source : claim_sources_) of_text.push_back(reports_.is_text(source));
  for (const auto& [claim, count, locator] :
       oscegraph::apply_reviews(claims_, of_text, strings_, keep_refused_))
    review_warnings_.push_back(
        {{reports_.file(claim_sources_[claim])},
         counted(count, "claim") + " of one sentence could be what was corrected at " +
             in_quotes(strings_[locator]) + ", where it no longer stands; they are left out",
         "",
         "review this text again"});
}

std::vector<Problem> Builder::take_warnings() {
  std::vector<Problem> warnings = merger_.take_warnings();
  std::ranges::move(reports_.take_text_faults(), std::back_inserter(warnings));
  std::ranges::move(review_warnings_, std::back_inserter(warnings));
  review_warnings_.clear();
  return warnings;
}

// --- claims --------------------------------------------------------------------------------------

std::set<StringId> Builder::texts_of_claims() const {
  std::set<StringId> texts;
  for (const OpenClaim& open : merger_.claims())
    for (const StringId text : {open.claim.from, open.claim.to, open.claim.via})
      if (text != none && !merger_.node_of_id(text)) texts.insert(text);
  return texts;
}

void Builder::settle(const OpenClaim& open) {
  ClaimValues claim = open.claim;
  const KindsAtEnds& kinds = kinds_at_ends(claim.relation);
  const auto from = resolve_node(claim.from, open.from_where, kinds.from);
  const auto to = resolve_node(claim.to, open.to_where, kinds.to);
  const auto document = resolve_document(claim.document, open.document_where);
  const bool has_via = claim.via != none;
  const auto via =
      has_via ? resolve_node(claim.via, open.via_where, only(Kind::project)) : std::optional(none);
  if (!from || !to || !document || !via) return;
  const auto kind = [&](NodeId n) { return merger_.nodes()[n].kind; };
  const auto fault = check_ends(claim.relation, kind(*from), kind(*to),
                                has_via ? std::optional(kind(*via)) : std::nullopt);
  if (fault == Field::via)
    return reports_.report(
        open.via_where,
        "'via' names " + in_quotes(strings_[claim.via]) + ", " + with_article(name_of(kind(*via))),
        "it names the project the transfer is part of");
  if (fault)
    return reports_.report(open.from_where,
                           "'" + std::string(name_of(claim.relation)) + "' cannot run from " +
                               in_quotes(merger_.written(claim.from)) + " (" +
                               std::string(name_of(kind(*from))) + ") to " +
                               in_quotes(merger_.written(claim.to)) + " (" +
                               std::string(name_of(kind(*to))) + ")",
                           "it runs from " + allowed_ends(claim.relation));
  if (claim.relation == Relation::funds) add_state_of(*from);
  claim.from = *from;
  claim.to = *to;
  claim.document = *document;
  claim.via = *via;
  claims_.push_back(claim);
  claim_sources_.push_back(open.from_where.source);
}

// --- finding nodes -------------------------------------------------------------------------------

std::optional<NodeId> Builder::resolve_node(StringId text, const Where& where, KindSet allowed) {
  if (const auto own = merger_.node_of_id(text)) return own;
  if (const auto known = resolved_nodes_.find(text); known != resolved_nodes_.end()) {
    // Report a text that leads to no node at each place where it is used, not only the first.
    if (!known->second) (void)find_node(text, where, allowed);
    else if (const auto read = read_names_.find(text); read != read_names_.end())
      if (reports_.is_earlier(where, read->second.first)) read->second.first = where;
    return known->second;
  }
  const std::optional<NodeId> node = find_node(text, where, allowed);
  resolved_nodes_.emplace(text, node);
  return node;
}

/// Returns the node; reports when the text does not mean exactly one node.
std::optional<NodeId> Builder::find_node(StringId text, const Where& where, KindSet allowed) {
  const Resolver::Meaning& meaning = resolver_->meaning_of(strings_[text]);
  if (meaning.bodies.size() == 1) {
    const NodeId node = node_of(meaning.bodies.front());
    if (!meaning.exact) read_names_.try_emplace(text, ReadAs{node, where});
    return node;
  }
  if (!meaning.bodies.empty()) report_ambiguous_node(merger_.written(text), meaning.bodies, where);
  else if (merger_.is_damaged(text) || merger_.nodes_unread()) return std::nullopt;
  else if (const auto code = parse_marked_code(strings_[text])) report_code(*code, where);
  else if (meaning.state) report_body_of_state(strings_[text], *meaning.state, where);
  else report_unknown_node(text, where, allowed);
  return std::nullopt;
}

NodeId Builder::node_of(const Body& body) {
  return body.entry != nullptr ? node_from_gazetteer(*body.entry) : body.node;
}

void Builder::report_ambiguous_node(std::string_view text, const Bodies& bodies,
                                    const Where& where) {
  std::vector<std::string> ids;
  for (const Body& body : bodies) ids.emplace_back(resolver_->id_of(body));
  std::ranges::sort(ids);
  reports_.report(where, "the name " + in_quotes(text) + " fits " + counted(ids.size(), "node"),
                  "it could be " + join_or(ids), "use the id of the one that is meant");
}

/// The text names a ministry or the like, which is not its State.
void Builder::report_body_of_state(std::string_view text, const Body& state, const Where& where) {
  reports_.report(
      where, "no node is called " + in_quotes(text),
      "it names a body of " + std::string(resolver_->name_of(state)) + ", which is not the State",
      "define it, or allow new nodes with --create-missing, which makes an agency of it");
}

void Builder::report_code(const CodeText& code, const Where& where) {
  const auto& [column, field] = merger_.code_columns().at(code.column);
  CodeFault fault = fault_of_code(code.text, column, field);
  reports_.report(where, std::move(fault.what), std::move(fault.allowed), std::move(fault.next));
}

void Builder::report_unknown_node(StringId text, const Where& where, KindSet allowed) {
  const auto [advice, is_new] = advice_.try_emplace({text, allowed.to_ulong()});
  if (is_new) advice->second = advice_for(strings_[text], allowed);
  reports_.report(where, "no node is called " + in_quotes(merger_.written(text)),
                  "a claim names a node of the input or of the gazetteer, by id or name",
                  advice->second);
}

std::string Builder::advice_for(std::string_view text, KindSet allowed) {
  constexpr std::size_t most = 3;
  const bool is_id = text.find(':') != std::string_view::npos;
  std::vector<std::string_view> candidates = resolver_->nearest(text, allowed, most);
  if (is_id) {
    for (NodeId n = 0; n < merger_.count(); ++n)
      if (allowed.test(static_cast<std::size_t>(merger_.nodes()[n].kind)))
        candidates.push_back(strings_[merger_.nodes()[n].id]);
    for (const GazetteerEntry& entry : Gazetteer::instance().entries())
      if (allowed.test(static_cast<std::size_t>(entry.kind))) candidates.push_back(entry.id);
  }
  std::string next = did_you_mean(text, candidates);
  if (next.empty())
    next = create_missing_ ? "a new node needs a name with letters or digits"
                           : "define it, or allow new nodes with --create-missing";
  return next;
}

/// Runs before the strings are moved into the graph.
void Builder::tell_names() {
  // The same code may occur in several columns.
  std::map<std::pair<std::string_view, NodeId>, Where> first;
  for (const auto& [text, read] : read_names_) {
    if (read.first.source == Where::nowhere) continue;
    const auto [place, is_new] = first.try_emplace({merger_.written(text), read.node}, read.first);
    if (!is_new && reports_.is_earlier(read.first, place->second)) place->second = read.first;
  }
  for (const auto& [name, place] : first) {
    const GraphParts::Node& node = merger_.nodes()[name.second];
    told_names_.push_back({std::string(name.first), std::string(strings_[node.id]),
                           std::string(strings_[node.name]), reports_.place_of(place)});
  }
}

std::vector<Loaded::ReadName> Builder::take_read_names() { return std::move(told_names_); }

// --- finding documents ---------------------------------------------------------------------------

const NameIndex& Builder::titles() {
  if (titles_) return *titles_;
  titles_.emplace();
  for (DocumentId d = 0; d < merger_.document_count(); ++d)
    titles_->add(strings_[merger_.documents()[d].title], d);
  return *titles_;
}

std::optional<DocumentId> Builder::resolve_document(StringId text, const Where& where) {
  if (const auto own = merger_.document_of_id(text)) return own;
  const std::string written(strings_[text]);
  const auto known = titles().find(written);
  if (known.size() == 1) return known.front();
  if (known.empty() && (merger_.documents_unread() || merger_.is_damaged(text)))
    return std::nullopt;
  if (known.empty()) {
    std::vector<std::string_view> ids;
    for (const DocumentValues& document : merger_.documents()) ids.push_back(strings_[document.id]);
    const std::string hint = did_you_mean(written, ids);
    reports_.report(
        where, "no document is called " + in_quotes(written),
        "a claim names its document by id or title",
        hint.empty() ? "define it, or allow new documents with --create-missing" : hint);
  } else {
    reports_.report(
        where, "the title " + in_quotes(written) + " fits " + counted(known.size(), "document"), "",
        "use the id of the one that is meant");
  }
  return std::nullopt;
}

// --- what the gazetteer adds ---------------------------------------------------------------------

NodeId Builder::node_from_gazetteer(const GazetteerEntry& entry) {
  return merger_.add_node(entry.id, entry.name, entry.kind);
}

/// What an agency pays counts for its State, so that State must be in the graph.
void Builder::add_state_of(NodeId funder) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const GazetteerEntry* agency = gazetteer.find_id(strings_[merger_.nodes()[funder].id]);
  if (agency == nullptr) return;
  if (const auto* state = gazetteer.state_of(*agency)) node_from_gazetteer(*state);
}

/// Adds English names and facts from the gazetteer; values of the input are kept.
void Builder::complete_from_gazetteer(NodeId n, const GazetteerEntry& entry) {
  GraphParts::Node& node = merger_.nodes()[n];
  if (node.name == 0) node.name = strings_.intern(entry.name);
  if (strings_[node.name] != entry.name) node.aliases.push_back(strings_.intern(entry.name));
  const GazetteerFacts facts = facts_of(entry);
  for (const std::string_view name : facts.other_names)
    node.aliases.push_back(strings_.intern(name));
  for (const auto& [name, value] : facts.attributes) merger_.set_missing_attribute(n, name, value);
}

// --- places --------------------------------------------------------------------------------------

/// Puts the places in the order of the graph's nodes, which are sorted by id.
void Builder::sort_places() {
  std::vector<NodeId> order;
  for (NodeId n = 0; n < merger_.nodes().size(); ++n) order.push_back(n);
  std::ranges::sort(order, {}, [&](NodeId n) { return strings_[merger_.nodes()[n].id]; });
  places_.clear();
  for (const NodeId n : order) places_.push_back(merger_.where_of_node(n));
}

Place Builder::place_of(NodeId n) const {
  return n < places_.size() ? reports_.place_of(places_[n]) : Place();
}

}  // namespace oscegraph
