// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/record_merger.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {

void RecordMerger::accept(const Record& record) {
  if (record.damaged || !check_texts(record, reports_.file(record.source), reports_.of(record)))
    return remember_damaged(record);
  switch (record.type) {
    case RecordType::document: accept_document(record); break;
    case RecordType::node: accept_node(record); break;
    case RecordType::claim: accept_claim(record); break;
  }
  reports_.note(record);
}

/// Remembers names of a damaged record, so that a claim about it is not reported as well.
void RecordMerger::remember_damaged(const Record& record) {
  if (record.from_text) return;  // nobody was told to correct it
  if (record.unread && record.type == RecordType::node) nodes_unread_ = true;
  if (record.unread && record.type == RecordType::document) documents_unread_ = true;
  for (const Field field : {Field::id, Field::name, Field::title})
    if (record[field].present()) damaged_.insert(strings_.intern(record[field].text));
}

bool RecordMerger::is_damaged(StringId text) const {
  const std::string_view marked = strings_[text];
  const std::string_view as_written = without_mark(marked);
  if (as_written.size() == marked.size()) return damaged_.contains(text);
  const auto plain = strings_.find(as_written);
  return plain && damaged_.contains(*plain);
}

// --- documents -----------------------------------------------------------------------------------

void RecordMerger::accept_document(const Record& record) {
  FieldReader fields(record, reports_.file(record.source), reports_.of(record), strings_);
  DocumentValues values;
  if (!check_document(fields, values)) return remember_damaged(record);
  const auto [found, is_new] =
      document_of_id_.try_emplace(values.id, next_id(documents_.size(), "documents"));
  if (is_new) {
    documents_.push_back({.id = values.id, .date = values.date});
    document_where_.push_back(where_of(record, record[Field::id]));
    if (record.from_text) stated_by_text_.insert(values.id);
  }
  merge_document(record, values, documents_[found->second], document_where_[found->second], fields);
}

void RecordMerger::merge_document(const Record& record, const DocumentValues& values,
                                  DocumentValues& into, const Where& first, FieldReader& fields) {
  // What a record states about a text has priority over what the program found in it (another day,
  // say).
  const bool was_text = stated_by_text_.contains(into.id);
  const bool gives_way = record.from_text && !was_text;
  const bool takes_over = !record.from_text && !record.from_graph_file && was_text;
  // The same text at two places, perhaps under two headings: the first in alphabetical order
  // counts, whatever the order of files.
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
                        " at " + reports_.place_text(first),
                    "", "keep one, or give them different ids");
  });
  if (takes_over) stated_by_text_.erase(into.id);
}

std::optional<DocumentId> RecordMerger::document_written(std::string_view id) const {
  const auto text = strings_.find(id);
  return text ? document_of_id(*text) : std::nullopt;
}

std::string_view RecordMerger::checksum_of(std::string_view document) const {
  const auto found = document_written(document);
  return found ? strings_[documents_[*found].checksum] : std::string_view();
}

bool RecordMerger::is_among_first(std::string_view document, std::size_t count) const {
  const auto found = document_written(document);
  return found && *found < count;
}

// --- nodes ---------------------------------------------------------------------------------------

void RecordMerger::accept_node(const Record& record) {
  FieldReader fields(record, reports_.file(record.source), reports_.of(record), strings_);
  NodeValues values;
  if (!check_node(fields, values)) return remember_damaged(record);
  if (record.has_program_id && !record.from_text) {
    if (values.name == 0) values.name = name_by_id(values.id);
    values.id = program_id(values.id, record.source);
  }
  const auto [found, is_new] = node_of_id_.try_emplace(values.id, next_id(nodes_.size(), "nodes"));
  if (is_new) {
    nodes_.push_back({{.id = values.id, .kind = values.kind}});
    node_where_.push_back(where_of(record, record[Field::id]));
    if (record.has_program_id && Gazetteer::instance().find_id(strings_[values.id]) == nullptr)
      program_ids_[values.id];
  }
  if (!record.has_program_id) program_ids_.erase(values.id);
  if (const auto made = program_ids_.find(values.id); made != program_ids_.end())
    made->second.insert(record.source);
  merge_node(record, values, nodes_[found->second], node_where_[found->second], fields);
}

void RecordMerger::merge_node(const Record& record, const NodeValues& values,
                              GraphParts::Node& into, const Where& first, FieldReader& fields) {
  if (values.kind != into.kind)
    return fields.report(record[Field::kind],
                         "node " + in_quotes(strings_[into.id]) +
                             " is defined twice, differently: kind " +
                             in_quotes(fields.text(Field::kind)) + " here, " +
                             in_quotes(name_of(into.kind)) + " at " + reports_.place_text(first),
                         "", "keep one, or give them different ids");
  const StringId name = values.name;
  if (into.name == 0) {
    into.name = name;
    const Where here = where_of(record, record[Field::id]);
    if (name != 0 && reports_.is_earlier(first, here)) name_where_.emplace(into.id, here);
    if (name != 0 && record.from_text) named_by_text_.insert(into.id);
  } else if (name != 0 && name != into.name) {
    // The name does not depend on the order of files: that of a record, among several the first in
    // order of file and line; else the first in alphabetical order.
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

/// Adds a spelling. Returns whether it becomes the name, because its place is before that of the
/// current one.
bool RecordMerger::add_spelling(const GraphParts::Node& node, StringId name, const Where& where,
                                const Where& first) {
  const auto [place, is_new] = name_where_.try_emplace(node.id, first);
  names_of_[node.id].insert({node.name, name});
  if (!reports_.is_earlier(where, place->second)) return false;
  place->second = where;
  return true;
}

void RecordMerger::add_attribute(const Record& record, GraphParts::Node& node,
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
    // A table has only text, so the type in another record counts.
    same->type = std::max(same->type, type);
  } else if (was_text && !record.from_text && !record.from_graph_file) {
    *same = {name, value, type};  // a record has priority over a text
  } else if (!record.from_graph_file && (!record.from_text || was_text)) {
    fields.report(attribute.value,
                  "node " + in_quotes(strings_[node.id]) +
                      " is defined twice, differently: " + std::string(attribute.name) + ' ' +
                      in_quotes(attribute.value.text) + " here, " +
                      in_quotes(strings_[same->value]) + " at " + reports_.place_text(first),
                  "", "keep one, or give them different ids");
  }
}

// --- claims --------------------------------------------------------------------------------------

void RecordMerger::accept_claim(const Record& record) {
  FieldReader fields(record, reports_.file(record.source), reports_.of(record), strings_);
  OpenClaim open;
  if (!check_claim(fields, open.claim)) return;
  for (const CodeCell& cell : record.codes) mark_code(cell, open.claim);
  if (record.from_made_in != Record::no_source)
    open.claim.from = program_id(open.claim.from, record.from_made_in);
  if (record.to_made_in != Record::no_source)
    open.claim.to = program_id(open.claim.to, record.to_made_in);
  if (record.via_made_in != Record::no_source)
    open.claim.via = program_id(open.claim.via, record.via_made_in);
  open.from_where = where_of(record, record[Field::from]);
  open.to_where = where_of(record, record[Field::to]);
  open.via_where = where_of(record, record[Field::via]);
  open.document_where = where_of(record, record[Field::document]);
  (void)next_id(claims_.size(), "claims");
  claims_.push_back(open);
}

/// Marks a text as a code for the Resolver.
void RecordMerger::mark_code(const CodeCell& cell, ClaimValues& claim) {
  const auto known = std::ranges::find_if(code_columns_, [&](const auto& column) {
    return column.second == cell.field && column.first == *cell.column;
  });
  const auto number = static_cast<std::size_t>(known - code_columns_.begin());
  auto& text = cell.field == Field::from ? claim.from : claim.to;
  const auto marked = marked_code(strings_[text], cell.column->of, number);
  if (!marked) return;
  if (known == code_columns_.end()) code_columns_.emplace_back(*cell.column, cell.field);
  text = strings_.intern(*marked);
}

// --- what is known when all records are in -------------------------------------------------------

void RecordMerger::close(PeriodicCheck& check) {
  join_same_ids();
  join_made_nodes(check);
  give_ids();
  tell_joined();
  defined_nodes_ = nodes_.size();
  defined_documents_ = documents_.size();
  for (NodeId n = 0; n < nodes_.size(); ++n) {
    spellings_.add(nodes_[n].name, n);
    for (const StringId alias : nodes_[n].aliases) spellings_.add(alias, n);
  }
}

std::optional<NodeId> RecordMerger::find(std::string_view id) const {
  const auto found = node_written(id);
  return found && *found < count() ? found : std::nullopt;
}

std::string_view RecordMerger::id(NodeId n) const { return strings_[nodes_[n].id]; }
std::string_view RecordMerger::name(NodeId n) const { return strings_[nodes_[n].name]; }
Kind RecordMerger::kind(NodeId n) const { return nodes_[n].kind; }

void RecordMerger::for_each_alias(NodeId n,
                                  const std::function<void(std::string_view)>& visit) const {
  for (const StringId alias : nodes_[n].aliases) visit(strings_[alias]);
}

std::string_view RecordMerger::references(NodeId n) const {
  return attribute_of(nodes_[n], "refs");
}

bool RecordMerger::named_by_text(NodeId n) const { return named_by_text_.contains(nodes_[n].id); }

std::optional<NodeId> RecordMerger::node_of_id(StringId id) const {
  const auto found = node_of_id_.find(id);
  return found == node_of_id_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<DocumentId> RecordMerger::document_of_id(StringId id) const {
  const auto found = document_of_id_.find(id);
  return found == document_of_id_.end() ? std::nullopt : std::optional(found->second);
}

NodeId RecordMerger::spelt(std::string_view name) const {
  const auto text = strings_.find(name);
  return text ? spellings_.of(*text) : none;
}

NodeId RecordMerger::add_node(std::string_view id, std::string_view name, Kind kind) {
  const StringId id_text = strings_.intern(id);
  const auto [found, is_new] = node_of_id_.try_emplace(id_text, next_id(nodes_.size(), "nodes"));
  if (is_new) {
    nodes_.push_back({{.id = id_text, .kind = kind, .name = strings_.intern(name)}});
    node_where_.push_back({.source = Where::nowhere});
  }
  return found->second;
}

DocumentId RecordMerger::add_document(StringId id) {
  const auto [found, is_new] =
      document_of_id_.try_emplace(id, next_id(documents_.size(), "documents"));
  if (is_new) documents_.push_back({.id = id});
  return found->second;
}

/// Sets the attribute if the node does not have it.
void RecordMerger::set_missing_attribute(NodeId n, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  GraphParts::Node& node = nodes_[n];
  const StringId key = strings_.intern(name);
  if (std::ranges::count(node.attributes, key, &GraphParts::Attribute::name) == 0)
    node.attributes.push_back({key, strings_.intern(value), AttributeType::text});
}

std::vector<Loaded::Spelt> RecordMerger::spelt_otherwise() const {
  std::vector<Loaded::Spelt> result;
  for (const auto& [id, all] : names_of_) {
    const StringId name = nodes_[node_of_id_.at(id)].name;
    std::set<std::string_view> others;
    for (const StringId spelling : all)
      if (normalise_name(strings_[spelling]) != normalise_name(strings_[name]))
        others.insert(strings_[spelling]);
    if (!others.empty())
      result.push_back(
          {std::string(strings_[id]), std::string(strings_[name]), {others.begin(), others.end()}});
  }
  std::ranges::sort(result, {}, &Loaded::Spelt::id);
  return result;
}

}  // namespace oscegraph
