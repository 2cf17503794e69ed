// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/builder.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/reviews.hpp"

namespace oscegraph {
namespace {

KindSet only(Kind kind) { return KindSet(1U << static_cast<unsigned>(kind)); }

struct KindsAtEnds {
  KindSet from;
  KindSet to;
};

/// Asked for every claim, so the sets are made once.
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
    : sources_(sources),
      create_missing_(create_missing),
      problems_(problems) {}

void Builder::accept(const Record& record) {
  if (record.damaged || !check_texts(record, sources_[record.source].name, problems_of(record)))
    return remember_damaged(record);
  switch (record.type) {
    case RecordType::document: accept_document(record); break;
    case RecordType::node: accept_node(record); break;
    case RecordType::claim: accept_claim(record); break;
  }
  if (record.from_text) text_faults_.note(record);
}

/// So that a claim about a node whose own record is wrong is not a second complaint.
void Builder::remember_damaged(const Record& record) {
  if (record.from_text) return;  // nobody has been told to mend it
  if (record.unread && record.type == RecordType::node) nodes_unread_ = true;
  if (record.unread && record.type == RecordType::document) documents_unread_ = true;
  for (const Field field : {Field::id, Field::name, Field::title})
    if (record[field].present()) damaged_.insert(strings_.intern(record[field].text));
}

// --- documents -----------------------------------------------------------------------------------

void Builder::accept_document(const Record& record) {
  FieldReader fields(record, sources_[record.source].name, problems_of(record), strings_);
  DocumentValues values;
  if (!check_document(fields, values)) return remember_damaged(record);
  const auto [found, is_new] =
      document_of_id_.try_emplace(values.id, next_id(parts_.documents.size(), "documents"));
  if (is_new) {
    parts_.documents.push_back({.id = values.id, .date = values.date});
    document_where_.push_back(where_of(record, record[Field::id]));
    if (record.from_text) stated_by_text_.insert(values.id);
  }
  merge_document(record, values, parts_.documents[found->second], document_where_[found->second],
                 fields);
}

void Builder::merge_document(const Record& record, const DocumentValues& values,
                             DocumentValues& into, const Where& first, FieldReader& fields) {
  // What a record says of a text stands, whatever the program reads out of it (another day, say).
  const bool was_text = stated_by_text_.contains(into.id);
  const bool gives_way = record.from_text && !was_text;
  const bool takes_over = !record.from_text && !record.from_graph_file && was_text;
  // One text at two places, under two headings, say. Whatever the order of files: the first in
  // alphabetical order.
  const bool again =
      record.from_text && was_text && into.checksum != 0 && into.checksum == values.checksum;
  for_each_field(document_fields, [&](auto field) {
    using Kept = typename decltype(field)::Value;
    constexpr bool is_date = decltype(field)::form == Form::date;
    const auto text_of = [&](const Kept& value) -> std::string {
      if constexpr (is_date) return value.text();
      else return std::string(strings_[value]);
    };
    const auto is_before = [&](const Kept& a, const Kept& b) {
      if constexpr (is_date) return a < b;
      else return strings_[a] < strings_[b];
    };
    Kept& slot = into.*field.member;
    const Kept& value = values.*field.member;
    if (value == Kept() || value == slot) return;
    const bool is_new = slot == Kept();
    const bool earlier = again && !is_new && is_before(value, slot);
    if (is_new || takes_over || earlier) slot = value;
    else if (!gives_way && !again && !record.from_graph_file)
      fields.report(record[field.field],
                    "document " + in_quotes(strings_[into.id]) +
                        " is defined twice, differently: " + std::string(field.name) + ' ' +
                        in_quotes(fields.text(field.field)) + " here, " + in_quotes(text_of(slot)) +
                        " at " + place_text(first),
                    "", "keep one, or give them different ids");
  });
  if (takes_over) stated_by_text_.erase(into.id);
}

std::string_view Builder::checksum_of(std::string_view document) const {
  const auto id = strings_.find(document);
  const auto found = id ? document_of_id_.find(*id) : document_of_id_.end();
  if (found == document_of_id_.end()) return {};
  return strings_[parts_.documents[found->second].checksum];
}

bool Builder::is_among_first(std::string_view document, std::size_t count) const {
  const auto id = strings_.find(document);
  const auto found = id ? document_of_id_.find(*id) : document_of_id_.end();
  return found != document_of_id_.end() && found->second < count;
}

// --- nodes ---------------------------------------------------------------------------------------

void Builder::accept_node(const Record& record) {
  FieldReader fields(record, sources_[record.source].name, problems_of(record), strings_);
  NodeValues values;
  if (!check_node(fields, values)) return remember_damaged(record);
  const auto [found, is_new] =
      node_of_id_.try_emplace(values.id, next_id(parts_.nodes.size(), "nodes"));
  if (is_new) {
    parts_.nodes.push_back({{.id = values.id, .kind = values.kind}});
    node_where_.push_back(where_of(record, record[Field::id]));
    if (record.made_id && Gazetteer::instance().find_id(strings_[values.id]) == nullptr)
      made_ids_[values.id];
  }
  if (!record.made_id) made_ids_.erase(values.id);
  if (const auto made = made_ids_.find(values.id); made != made_ids_.end())
    made->second.insert(record.source);
  merge_node(record, values, parts_.nodes[found->second], node_where_[found->second], fields);
}

void Builder::merge_node(const Record& record, const NodeValues& values, GraphParts::Node& into,
                         const Where& first, FieldReader& fields) {
  if (values.kind != into.kind)
    return fields.report(record[Field::kind],
                         "node " + in_quotes(strings_[into.id]) +
                             " is defined twice, differently: kind " +
                             in_quotes(fields.text(Field::kind)) + " here, " +
                             in_quotes(name_of(into.kind)) + " at " + place_text(first),
                         "", "keep one, or give them different ids");
  const StringId name = values.name;
  if (into.name == 0) {
    into.name = name;
    const Where here = where_of(record, record[Field::id]);
    if (name != 0 && is_earlier(first, here)) name_where_.emplace(into.id, here);
    if (name != 0 && record.from_text) named_by_text_.insert(into.id);
  } else if (name != 0 && name != into.name) {
    // Whatever the order of files: a record's name, of several the first in order of file and line;
    // else the first in alphabetical order.
    const bool was_text = named_by_text_.contains(into.id);
    bool takes_over = !record.from_graph_file && was_text &&
                      (!record.from_text || strings_[name] < strings_[into.name]);
    if (!record.from_text && !record.from_graph_file && !was_text)
      takes_over = add_spelling(into, name, where_of(record, record[Field::id]), first);
    into.aliases.push_back(takes_over ? into.name : name);
    if (takes_over) into.name = name;
    if (!record.from_text) named_by_text_.erase(into.id);
  } else if (name != 0 && !record.from_text) {
    named_by_text_.erase(into.id);
  }
  for (const Value& alias : record.aliases)
    if (!alias.text.empty()) into.aliases.push_back(strings_.intern(alias.text));
  for (const AttributeField& attribute : record.attributes)
    add_attribute(record, into, attribute, first, fields);
}

/// Whether it is to be the name, since it stands before the one there is.
bool Builder::add_spelling(const GraphParts::Node& node, StringId name, const Where& where,
                           const Where& first) {
  const auto [place, is_new] = name_where_.try_emplace(node.id, first);
  spellings_[node.id].insert({node.name, name});
  if (!is_earlier(where, place->second)) return false;
  place->second = where;
  return true;
}

bool Builder::is_earlier(const Where& a, const Where& b) const {
  if (a.source == Where::nowhere || b.source == Where::nowhere) return b.source == Where::nowhere;
  const auto key = [&](const Where& where) {
    return std::tuple(std::string_view(sources_[where.source].name), where.line, where.column);
  };
  return key(a) < key(b);
}

void Builder::add_attribute(const Record& record, GraphParts::Node& node,
                            const AttributeField& attribute, const Where& first,
                            FieldReader& fields) {
  const AttributeType type = attribute_type(attribute.value.type);
  const StringId name = strings_.intern(attribute.name);
  const StringId value = strings_.intern(attribute.value.text);
  const auto same = std::ranges::find(node.attributes, name, &GraphParts::Attribute::name);
  const bool was_text =
      same != node.attributes.end() && attributes_by_text_.contains({node.id, name});
  if (!record.from_text && !record.from_graph_file) attributes_by_text_.erase({node.id, name});
  if (same == node.attributes.end()) {
    node.attributes.push_back({name, value, type});
    if (record.from_text) attributes_by_text_.insert({node.id, name});
  } else if (same->value == value) {
    // A table has only text: what another record says of the type counts.
    same->type = std::max(same->type, type);
  } else if (was_text && !record.from_text && !record.from_graph_file) {
    *same = {name, value, type};  // what a record says stands, not what a rule made of a text
  } else if (!record.from_graph_file && (!record.from_text || was_text)) {
    fields.report(attribute.value,
                  "node " + in_quotes(strings_[node.id]) + " is defined twice, differently: " +
                      std::string(attribute.name) + ' ' + in_quotes(attribute.value.text) +
                      " here, " + in_quotes(strings_[same->value]) + " at " + place_text(first),
                  "", "keep one, or give them different ids");
  }
}

// --- claims --------------------------------------------------------------------------------------

void Builder::accept_claim(const Record& record) {
  FieldReader fields(record, sources_[record.source].name, problems_of(record), strings_);
  OpenClaim open;
  if (!check_claim(fields, open.claim)) return;
  for (const CodeCell& cell : record.codes) mark_code(cell, open.claim);
  open.from_where = where_of(record, record[Field::from]);
  open.to_where = where_of(record, record[Field::to]);
  open.via_where = where_of(record, record[Field::via]);
  open.document_where = where_of(record, record[Field::document]);
  (void)next_id(open_.size(), "claims");
  open_.push_back(open);
}

Graph Builder::finish(const Context& context) {
  CheckNowAndThen check(context, 256);
  join_made_nodes(check);
  defined_nodes_ = parts_.nodes.size();
  defined_documents_ = parts_.documents.size();
  known_.emplace(*this);
  resolver_.emplace(*known_, context);
  if (create_missing_) {
    create_missing_nodes();
    create_missing_documents();
  }
  for (const OpenClaim& open : open_) {
    check.count();
    settle(open);
  }
  apply_reviews();
  for (GraphParts::Node& node : parts_.nodes) {
    check.count();
    if (const auto* entry = Gazetteer::instance().find_id(strings_[node.id]))
      complete_from_gazetteer(node, *entry);
    if (node.name == 0) node.name = node.id;
  }
  tell_names();
  if (keep_places_) sort_places();
  parts_.strings = strings_.finish();
  return assemble(std::move(parts_), context);
}

void Builder::apply_reviews() {
  std::vector<bool> of_text;
  for (const std::uint32_t source : claim_sources_) of_text.push_back(text_faults_.is_text(source));
  for (const auto& [claim, count, locator] :
       oscegraph::apply_reviews(parts_.claims, of_text, strings_, keep_refused_))
    review_warnings_.push_back(
        {{sources_[claim_sources_[claim]].name},
         counted(count, "claim") + " of one sentence could be what was corrected at " +
             in_quotes(strings_[locator]) + ", where it no longer stands; they are left out",
         "",
         "review this text again"});
}

std::vector<Problem> Builder::take_text_faults() {
  std::vector<Problem> warnings = text_faults_.take_warnings(sources_);
  std::ranges::move(review_warnings_, std::back_inserter(warnings));
  review_warnings_.clear();
  return warnings;
}

const NameIndex& Builder::titles() {
  if (titles_) return *titles_;
  titles_.emplace();
  for (DocumentId d = 0; d < defined_documents_; ++d)
    titles_->add(strings_[parts_.documents[d].title], d);
  return *titles_;
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
  const auto kind = [&](NodeId n) { return parts_.nodes[n].kind; };
  const auto fault = check_ends(claim.relation, kind(*from), kind(*to),
                                has_via ? std::optional(kind(*via)) : std::nullopt);
  if (fault == Field::via)
    return report(
        open.via_where,
        "'via' names " + in_quotes(strings_[claim.via]) + ", " + with_article(name_of(kind(*via))),
        "it names the project the transfer is part of");
  if (fault)
    return report(open.from_where,
                  "'" + std::string(name_of(claim.relation)) + "' cannot run from " +
                      in_quotes(written(claim.from)) + " (" + std::string(name_of(kind(*from))) +
                      ") to " + in_quotes(written(claim.to)) + " (" +
                      std::string(name_of(kind(*to))) + ")",
                  "it runs from " + allowed_ends(claim.relation));
  if (claim.relation == Relation::funds) add_state_of(*from);
  claim.from = *from;
  claim.to = *to;
  claim.document = *document;
  claim.via = *via;
  parts_.claims.push_back(claim);
  claim_sources_.push_back(open.from_where.source);
}

// --- who is known -------------------------------------------------------------------------------

Builder::Defined::Defined(const Builder& builder) : builder_(builder) {
  for (NodeId n = 0; n < count(); ++n) {
    spellings_.add(node(n).name, n);
    for (const StringId alias : node(n).aliases) spellings_.add(alias, n);
  }
}

std::optional<NodeId> Builder::Defined::find(std::string_view id) const {
  const auto text = builder_.strings_.find(id);
  const auto found = text ? builder_.node_of_id_.find(*text) : builder_.node_of_id_.end();
  if (found == builder_.node_of_id_.end() || found->second >= count()) return std::nullopt;
  return found->second;
}

std::string_view Builder::Defined::id(NodeId n) const { return builder_.strings_[node(n).id]; }
std::string_view Builder::Defined::name(NodeId n) const { return builder_.strings_[node(n).name]; }
Kind Builder::Defined::kind(NodeId n) const { return node(n).kind; }

NodeId Builder::Defined::spelt(std::string_view name) const {
  const auto text = builder_.strings_.find(name);
  return text ? spellings_.of(*text) : none;
}

void Builder::Defined::for_each_alias(NodeId n,
                                      const std::function<void(std::string_view)>& visit) const {
  for (const StringId alias : node(n).aliases) visit(builder_.strings_[alias]);
}

std::string_view Builder::Defined::references(NodeId n) const {
  return builder_.attribute_of(node(n), "refs");
}

bool Builder::Defined::named_by_text(NodeId n) const {
  return builder_.named_by_text_.contains(node(n).id);
}

// --- who is meant --------------------------------------------------------------------------------

std::optional<NodeId> Builder::resolve_node(StringId text, const Where& where, KindSet allowed) {
  if (const auto own = node_of_id_.find(text); own != node_of_id_.end()) return own->second;
  if (const auto known = resolved_nodes_.find(text); known != resolved_nodes_.end()) {
    // A text that resolved to nothing was reported at its first use; say so at every place.
    if (!known->second) (void)find_node(text, where, allowed);
    else if (const auto read = read_names_.find(text); read != read_names_.end())
      if (is_earlier(where, read->second.first)) read->second.first = where;
    return known->second;
  }
  const std::optional<NodeId> node = find_node(text, where, allowed);
  resolved_nodes_.emplace(text, node);
  return node;
}

/// Reports when the text does not mean exactly one node.
std::optional<NodeId> Builder::find_node(StringId text, const Where& where, KindSet allowed) {
  const Resolver::Meaning& meaning = resolver_->meaning_of(strings_[text]);
  if (meaning.bodies.size() == 1) {
    const NodeId node = node_of(meaning.bodies.front());
    if (!meaning.exact) read_names_.try_emplace(text, ReadAs{node, where});
    return node;
  }
  if (!meaning.bodies.empty()) report_ambiguous_node(written(text), meaning.bodies, where);
  else if (is_damaged(text) || nodes_unread_) return std::nullopt;
  else if (const auto code = parse_marked_code(strings_[text])) report_code(*code, where);
  else if (meaning.state) report_body_of_state(strings_[text], *meaning.state, where);
  else report_unknown_node(strings_[text], where, allowed);
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
  report(where, "the name " + in_quotes(text) + " fits " + counted(ids.size(), "node"),
         "it could be " + join_or(ids), "use the id of the one that is meant");
}

/// A ministry is not its State.
void Builder::report_body_of_state(std::string_view text, const Body& state, const Where& where) {
  report(
      where, "no node is called " + in_quotes(text),
      "it names a body of " + std::string(resolver_->name_of(state)) + ", which is not the State",
      "define it, or allow new nodes with --create-missing, which makes an agency of it");
}

void Builder::report_unknown_node(std::string_view text, const Where& where, KindSet allowed) {
  constexpr std::size_t most = 3;
  const bool is_id = text.find(':') != std::string_view::npos;
  std::vector<std::string_view> candidates = resolver_->nearest(text, allowed, most);
  if (is_id) {
    for (NodeId n = 0; n < defined_nodes_; ++n)
      if (allowed.test(static_cast<std::size_t>(parts_.nodes[n].kind)))
        candidates.push_back(strings_[parts_.nodes[n].id]);
    for (const GazetteerEntry& entry : Gazetteer::instance().entries())
      if (allowed.test(static_cast<std::size_t>(entry.kind))) candidates.push_back(entry.id);
  }
  std::string next = did_you_mean(text, candidates);
  if (next.empty())
    next = create_missing_ ? "a new node needs a name with letters or digits"
                           : "define it, or allow new nodes with --create-missing";
  report(where, "no node is called " + in_quotes(text),
         "a claim names a node of the input or of the gazetteer, by id or name", std::move(next));
}

std::vector<Loaded::ReadName> Builder::take_read_names() { return std::move(told_names_); }

std::vector<Loaded::Spelt> Builder::take_spelt() { return std::move(told_spellings_); }

/// Before the strings are handed over.
void Builder::tell_names() {
  // One code may stand in several columns.
  std::map<std::pair<std::string_view, NodeId>, Where> first;
  for (const auto& [text, read] : read_names_) {
    if (read.first.source == Where::nowhere) continue;
    const auto [place, is_new] = first.try_emplace({written(text), read.node}, read.first);
    if (!is_new && is_earlier(read.first, place->second)) place->second = read.first;
  }
  for (const auto& [name, place] : first) {
    const GraphParts::Node& node = parts_.nodes[name.second];
    told_names_.push_back({std::string(name.first),
                           std::string(strings_[node.id]),
                           std::string(strings_[node.name]),
                           {sources_[place.source].name, place.line, place.column}});
  }
  for (const auto& [id, all] : spellings_) {
    const StringId name = parts_.nodes[node_of_id_.at(id)].name;
    std::set<std::string_view> others;
    for (const StringId spelling : all)
      if (normalise_name(strings_[spelling]) != normalise_name(strings_[name]))
        others.insert(strings_[spelling]);
    if (!others.empty())
      told_spellings_.push_back(
          {std::string(strings_[id]), std::string(strings_[name]), {others.begin(), others.end()}});
  }
  std::ranges::sort(told_spellings_, {}, &Loaded::Spelt::id);
}

std::optional<DocumentId> Builder::resolve_document(StringId text, const Where& where) {
  if (const auto own = document_of_id_.find(text); own != document_of_id_.end()) return own->second;
  const std::string written(strings_[text]);
  const auto known = titles().find(written);
  if (known.size() == 1) return known.front();
  if (known.empty() && (documents_unread_ || damaged_.contains(text))) return std::nullopt;
  if (known.empty()) {
    std::vector<std::string_view> ids;
    for (const DocumentValues& document : parts_.documents) ids.push_back(strings_[document.id]);
    const std::string hint = did_you_mean(written, ids);
    report(where, "no document is called " + in_quotes(written),
           "a claim names its document by id or title",
           hint.empty() ? "define it, or allow new documents with --create-missing" : hint);
  } else {
    report(where, "the title " + in_quotes(written) + " fits " + counted(known.size(), "document"),
           "", "use the id of the one that is meant");
  }
  return std::nullopt;
}

// --- what the gazetteer adds --------------------------------------------------------------------

NodeId Builder::add_node(std::string_view id, std::string_view name, Kind kind) {
  const StringId id_text = strings_.intern(id);
  const auto [found, is_new] =
      node_of_id_.try_emplace(id_text, next_id(parts_.nodes.size(), "nodes"));
  if (is_new) {
    parts_.nodes.push_back({{.id = id_text, .kind = kind, .name = strings_.intern(name)}});
    node_where_.push_back({.source = Where::nowhere});
  }
  return found->second;
}

NodeId Builder::node_from_gazetteer(const GazetteerEntry& entry) {
  return add_node(entry.id, entry.name, entry.kind);
}

/// What an agency pays counts for its State, which therefore has to be there.
void Builder::add_state_of(NodeId funder) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const GazetteerEntry* agency = gazetteer.find_id(strings_[parts_.nodes[funder].id]);
  if (agency == nullptr) return;
  if (const auto* state = gazetteer.state_of(*agency)) node_from_gazetteer(*state);
}

/// Names in English that a reader may meet, and the facts; what the input says stays.
void Builder::complete_from_gazetteer(GraphParts::Node& node, const GazetteerEntry& entry) {
  if (node.name == 0) node.name = strings_.intern(entry.name);
  if (strings_[node.name] != entry.name) node.aliases.push_back(strings_.intern(entry.name));
  const GazetteerFacts facts = facts_of(entry);
  for (const std::string_view name : facts.other_names)
    node.aliases.push_back(strings_.intern(name));
  for (const auto& [name, value] : facts.attributes) set_missing_attribute(node, name, value);
}

void Builder::set_missing_attribute(GraphParts::Node& node, std::string_view name,
                                    std::string_view value) {
  if (value.empty()) return;
  const StringId key = strings_.intern(name);
  if (std::ranges::count(node.attributes, key, &GraphParts::Attribute::name) == 0)
    node.attributes.push_back({key, strings_.intern(value), AttributeType::text});
}

// --- reporting -----------------------------------------------------------------------------------

Builder::Where Builder::where_of(const Record& record, const Value& value) const {
  const auto [line, column] = record.position_of(value);
  return {record.source, static_cast<std::uint32_t>(column), line};
}

/// A graph's nodes are in order of id.
void Builder::sort_places() {
  std::vector<NodeId> order;
  for (NodeId n = 0; n < parts_.nodes.size(); ++n) order.push_back(n);
  std::ranges::sort(order, {}, [&](NodeId n) { return strings_[parts_.nodes[n].id]; });
  places_.clear();
  for (const NodeId n : order) places_.push_back(node_where_[n]);
}

Place Builder::place_of(NodeId n) const {
  if (n >= places_.size() || places_[n].source >= sources_.size()) return {};
  const Where& where = places_[n];
  return {sources_[where.source].name, where.line, where.column};
}

std::string Builder::place_text(const Where& where) const {
  const std::string& file = sources_[where.source].name;
  return where.line == 0 ? file : file + ':' + to_text(where.line);
}

void Builder::report(const Where& where, std::string what, std::string allowed, std::string next) {
  Problem problem{{sources_[where.source].name, where.line, where.column},
                  std::move(what),
                  std::move(allowed),
                  std::move(next)};
  if (text_faults_.is_text(where.source)) text_faults_.note(where.source, std::move(problem));
  else problems_.report(std::move(problem));
}

}  // namespace oscegraph
