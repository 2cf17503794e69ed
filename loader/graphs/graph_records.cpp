// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/graph_records.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"
#include "oscegraph/loader/records/check_record.hpp"

namespace oscegraph {
namespace {

/// The separator of lists in a cell, as our exporters write it.
constexpr std::string_view list_separator = " | ";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

bool is_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && result.ptr == text.data() + text.size() &&
         std::isfinite(value);
}

}  // namespace

GraphRecords::GraphRecords(const Source& source, ReadContext& context, GraphNodes* shared_nodes)
    : source_(source),
      context_(context),
      shared_nodes_(shared_nodes),
      file_document_(document_name_of(source, context)) {
  record_.source = context.source;
  document_record_.source = context.source;
  document_record_.type = RecordType::document;
  if (context.map != nullptr && context.map->graph) context_.map_used = true;
}

std::size_t GraphRecords::declare(Scope scope, std::string_view name, ValueType type) {
  columns_of(scope).columns.push_back({std::string(name), type});
  return columns_of(scope).columns.size() - 1;
}

void GraphRecords::report(std::uint64_t line, std::uint64_t column, const std::string& what,
                          std::string allowed, std::string next) {
  context_.problems.report({{source_.name, line, column},
                            current_ == nullptr ? what : words() + what,
                            std::move(allowed),
                            std::move(next)});
}

void GraphRecords::note(std::string what, std::string next) {
  context_.warnings.push_back({{source_.name}, std::move(what), "", std::move(next)});
}

void GraphRecords::accept(GraphElement& element) {
  const bool usable = plan(element);
  if (element.scope == Scope::node) {
    if (usable) accept_node(element);
    else leave_out(element);
    return;
  }
  if (!usable || !nodes_.usable || !give_locator(element)) return;
  if (!is_settled(element)) return waiting_.push_back(element);
  accept_edge(element);
}

/// Remembers a node that cannot be used and pushes it as damaged, so that nothing else reports its
/// name as unknown.
void GraphRecords::leave_out(const GraphElement& element) {
  remember(element.id, {element.id, std::nullopt, true, false});
  set_columns(element);
  start_record(RecordType::node, element);
  record_.damaged = true;
  record_[Field::id] = {element.id, ValueType::text, element.line, element.column_in_line};
  if (const ElementValue* name = name_of_node())
    record_[Field::name] = {name->text, ValueType::text, name->line, name->column_in_line};
  context_.sink.accept(record_);
}

void GraphRecords::finish() {
  const std::vector<GraphElement> waiting = std::move(waiting_);
  for (const GraphElement& element : waiting) {
    if (!nodes_.usable) break;
    if (element.direction == EdgeDirection::directed) accept_edge(element);
    else settle(element);
  }
  tell_notes();
}

void GraphRecords::tell_notes() {
  bodies_.tell(source_.name, context_.warnings);
  if (counts_.either_way > 0)
    note(counted(counts_.either_way, "edge has", "edges have") +
             " no direction and can run either way: read as written, from source to target (" +
             (counts_.either_way > 1 ? "the first is " : "") + counts_.first_either_way + ")",
         "where another direction is meant, give the edge one");
  if (counts_.sums_both_ways > 0)
    note(counted(counts_.sums_both_ways, "edge runs", "edges run") +
         " both ways and states a sum: it counts once, from source to target");
  if (counts_.several_periods > 0)
    note(counted(counts_.several_periods, "edge holds", "edges hold") +
         " in several periods: read as one, from the first day to the last");
  if (counts_.nodes_passed_over + counts_.edges_passed_over > 0)
    note("passed over: " + counted(counts_.nodes_passed_over, "node") + " and " +
         counted(counts_.edges_passed_over, "edge") +
         ", where the mapping translates the kind or the relation to nothing");
}

// --- the use of columns -------------------------------------------------------------------------

bool GraphRecords::plan(const GraphElement& element) {
  ScopeColumns& own = columns_of(element.scope);
  if (own.planned && own.planned_for == own.columns.size()) return own.usable;
  own.planned = true;
  own.planned_for = own.columns.size();
  own.uses.clear();
  if (context_.map != nullptr && context_.map->graph) {
    std::vector<Problem> missing;
    own.uses = mapped_uses(element.scope, own.columns, *context_.map, source_.name, missing);
    own.usable = missing.empty();
    for (Problem& problem : missing) context_.problems.report(std::move(problem));
    if (!own.usable) own.uses.clear();
    if (!own.usable) return false;
    own.by_map = !own.uses.empty();
  }
  if (own.uses.empty()) plan_own(element.scope, element);
  const Field needed = element.scope == Scope::node ? Field::kind : Field::relation;
  if (own.by_map && !has(element.scope, needed)) {
    own.usable = false;
    const std::string name(name_of(needed));
    context_.problems.report({{context_.map->file},
                              "the mapping does not say which attribute is the " + name,
                              "",
                              "add the line '" + name + " = ATTRIBUTE', or '" + name +
                                  " = \"...\"' when it is the same everywhere"});
  }
  return own.usable;
}

void GraphRecords::plan_own(Scope scope, const GraphElement& element) {
  ScopeColumns& own = columns_of(scope);
  std::vector<std::string> left_out;
  own.uses = own_uses(scope, own.columns, left_out);
  const std::string needed(name_of(scope == Scope::node ? Field::kind : Field::relation));
  const std::string nouns = scope == Scope::node ? "nodes" : "edges";
  if (find_column(own.columns, needed)) {
    if (!left_out.empty())
      context_.warnings.push_back({{source_.name},
                                   "left out of the " + nouns + ": " + join_and(left_out),
                                   "",
                                   "a mapping can give them a place: --map FILE"});
    return;
  }
  own.usable = false;
  const std::vector<std::string_view> names = column_names(own.columns);
  const std::string hint = did_you_mean(needed, names);
  current_ = nullptr;
  report(element.line, element.column_in_line,
         "the " + nouns + " of this graph have no attribute '" + needed + "'",
         names.empty() ? "they have none" : "they have " + join_and(names),
         "say which one it is with --map FILE" + (hint.empty() ? "" : "; " + hint));
}

bool GraphRecords::is_used(Scope scope, std::size_t column) const {
  return std::ranges::any_of(columns_of(scope).uses, [&](const ColumnUse& use) {
    return use.constant == nullptr && use.column == column;
  });
}

bool GraphRecords::has(Scope scope, Field field) const {
  return std::ranges::any_of(columns_of(scope).uses, [&](const ColumnUse& use) {
    return use.as == ColumnUse::As::field && use.field == field;
  });
}

// --- values --------------------------------------------------------------------------------------

void GraphRecords::start_record(RecordType type, const GraphElement& element) {
  record_.clear();
  kept_.clear();
  record_.type = type;
  record_.line = element.line;
  record_.column = element.column_in_line;
  means_nothing_ = false;
  current_ = &element;
  record_.subject = this;
}

std::string GraphRecords::words() const {
  const ElementValue* name = current_->scope == Scope::node ? name_of_node() : nullptr;
  return called(*current_, name == nullptr ? std::string() : on_one_line(name->text));
}

void GraphRecords::set_columns(const GraphElement& element) {
  by_column_.assign(columns_of(element.scope).columns.size(), nullptr);
  for (const ElementValue& value : element.values) by_column_[value.column] = &value;
}

void GraphRecords::fill(const GraphElement& element) {
  for (const ColumnUse& use : columns_of(element.scope).uses) {
    Value value;
    if (use.constant != nullptr) {
      value = {*use.constant, ValueType::text, element.line, element.column_in_line};
    } else if (const ElementValue* found = by_column_[use.column];
               found != nullptr && !trimmed(found->text).empty()) {
      value = {found->text, ValueType::text, found->line, found->column_in_line};
      if (use.as == ColumnUse::As::attribute)
        value = checked(value, columns_of(element.scope).columns[use.column].type, use.attribute);
    }
    if (value.present()) fill_one(use, value);
  }
}

void GraphRecords::fill_one(const ColumnUse& use, const Value& value) {
  switch (use.as) {
    case ColumnUse::As::field: record_[use.field] = converted(use.field, value); break;
    case ColumnUse::As::attribute: record_.attributes.push_back({use.attribute, value}); break;
    case ColumnUse::As::amount:
      sum_.amounts.emplace_back(use.key, converted(Field::amount, value));
      break;
    case ColumnUse::As::documents: split_list(value.text, sum_.documents); break;
    case ColumnUse::As::document_dates: split_list(value.text, sum_.dates); break;
    case ColumnUse::As::aliases: {
      std::vector<std::string_view> aliases;
      split_list(value.text, aliases);
      for (const std::string_view alias : aliases)
        record_.aliases.push_back(
            {is_foreign() ? trimmed(alias) : alias, ValueType::text, value.line, value.column});
      break;
    }
    case ColumnUse::As::claim_count: {
      std::uint64_t count = 0;
      const char* end = value.text.data() + value.text.size();
      const auto result = std::from_chars(value.text.data(), end, count);
      if (result.ec != std::errc() || result.ptr != end || count > most_claims) {
        record_.damaged = true;
        report(value.line, value.column, ": " + in_quotes(value.text) + " is not a count of claims",
               "a count is a whole number up to " + grouped(most_claims));
      } else {
        sum_.claims = std::max<std::size_t>(count, 1);
      }
      break;
    }
  }
}

/// The value, checked against its declared type; programs write True and nan. Absent when there is
/// none.
Value GraphRecords::checked(const Value& value, ValueType type, const std::string& name) {
  Value result = value;
  result.type = type;
  if (type != ValueType::text || is_foreign()) result.text = trimmed(value.text);
  if (type == ValueType::number) {
    if (lower(result.text) == "nan") return {};
    if (is_number(result.text)) return result;
    record_.damaged = true;
    report(
        value.line, value.column,
        ": " + in_quotes(value.text) + " is not a number, as " + in_quotes(name) + " is declared",
        "a number is written 1234.56");
  }
  if (type == ValueType::boolean) {
    const std::string word = lower(result.text);
    if (word == "true" || word == "1") result.text = "true";
    else if (word == "false" || word == "0") result.text = "false";
    else {
      record_.damaged = true;
      report(value.line, value.column,
             ": " + in_quotes(value.text) + " is neither true nor false, as " + in_quotes(name) +
                 " is declared");
    }
  }
  return result;
}

/// The value in the form of our fields; absent when the mapping translates it to nothing.
Value GraphRecords::converted(Field field, Value value) {
  const bool by_map = context_.map != nullptr && context_.map->graph;
  // In our own files, names and other free texts are taken exactly as written.
  constexpr std::array free_texts{Field::name, Field::document, Field::locator, Field::quote};
  const bool is_free = std::ranges::count(free_texts, field) > 0;
  if (!is_free || is_foreign()) value.text = trimmed(value.text);
  if (field == Field::name && is_foreign()) value.text = keep(on_one_line(value.text));
  const bool is_number = field == Field::amount || field == Field::share;
  if (is_number && (!by_map || context_.map->styles.numbers == NumberStyle::plain))
    value.text = keep(without_exponent(value.text));
  if (!by_map) return value;
  if (field == Field::start || field == Field::end) value.text = day_of(value.text);
  const bool was_there = !value.text.empty();
  const Value before = std::exchange(record_[field], {});
  put_mapped(*context_.map, field, value, false, record_, kept_);
  const Value result = std::exchange(record_[field], before);
  const bool decides = field == Field::kind || field == Field::relation;
  means_nothing_ = means_nothing_ || (decides && was_there && result.text.empty());
  return result;
}

void GraphRecords::split_list(std::string_view list, std::vector<std::string_view>& into) {
  while (!list.empty()) {
    const std::size_t end = list.find(list_separator);
    if (end != 0) into.push_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + list_separator.size());
  }
}

// --- nodes ---------------------------------------------------------------------------------------

/// Whether another program wrote the file: a column that our exporters always write is missing.
bool GraphRecords::is_foreign() const {
  return nodes_.by_map || edges_.by_map ||
         !(find_column(nodes_.columns, "aliases") || find_column(edges_.columns, "claim_count"));
}

void GraphRecords::remember(const std::string& id, const GraphNode& node) {
  seen_.insert_or_assign(id, node);
  if (shared_nodes_ == nullptr) return;
  const auto [found, is_new] = shared_nodes_->try_emplace(id, node);
  if (!is_new && found->second.made_in != node.made_in) found->second.several = true;
}

/// Whether the record contradicts its id, so that the builder will refuse the node.
bool GraphRecords::will_be_refused(const GraphElement& element) const {
  const auto kind = parse_kind(record_[Field::kind].text);
  if (!kind || record_.damaged) return true;
  if (const auto of_id = kind_of_id(element.id); of_id && *of_id != *kind) return true;
  const GazetteerEntry* entry = Gazetteer::instance().find_id(element.id);
  return entry != nullptr && entry->kind != *kind;
}

void GraphRecords::accept_node(const GraphElement& element) {
  set_columns(element);
  start_record(RecordType::node, element);
  if (element.id.empty()) return report(element.line, element.column_in_line, " has no id");
  if (seen_.contains(element.id))
    return report(element.line, element.column_in_line, " is in this graph twice", "",
                  "give each node an id of its own");
  fill(element);
  GraphNode node{element.id, parse_kind(record_[Field::kind].text), false, means_nothing_};
  if (means_nothing_) {
    ++counts_.nodes_passed_over;
    return remember(element.id, node);
  }
  take_name();
  node.refused = will_be_refused(element);
  if (!node.refused && is_foreign()) join_body(element, node);
  record_.has_program_id = is_foreign() && node.id == element.id && !kind_of_id(element.id);
  if (record_.has_program_id) node.made_in = context_.source;
  remember(element.id, node);
  record_[Field::id] = {node.id, ValueType::text, element.line, element.column_in_line};
  context_.sink.accept(record_);
}

void GraphRecords::join_body(const GraphElement& element, GraphNode& node) {
  const Value name = record_[Field::name];
  const std::string_view body = bodies_.body_of(element, name.text, *node.kind);
  if (!body.empty()) {
    node.id = body;
    record_.aliases.push_back(
        name.present() ? name
                       : Value{element.id, ValueType::text, element.line, element.column_in_line});
    record_[Field::name] = {};
  }
  bodies_.became(element, node.id);
}

/// The value that names the current node: the one mapped to `name`, else the attribute called
/// "name", else the label. nullptr when it has none.
const ElementValue* GraphRecords::name_of_node() const {
  const auto filled = [&](std::size_t column) {
    const ElementValue* value = by_column_[column];
    return value != nullptr && !trimmed(value->text).empty() ? value : nullptr;
  };
  for (const ColumnUse& use : nodes_.uses)
    if (use.as == ColumnUse::As::field && use.field == Field::name && use.constant == nullptr)
      if (const ElementValue* name = filled(use.column)) return name;
  // Searched from the last column: declared columns come after the built-in label.
  for (const std::string_view word : {"name", "label"})
    for (std::size_t i = nodes_.columns.size(); i-- > 0;)
      if (lower(nodes_.columns[i].name) == word)
        if (const ElementValue* name = filled(i)) return name;
  return nullptr;
}

void GraphRecords::take_name() {
  if (record_[Field::name].present()) return;
  if (const ElementValue* name = name_of_node())
    record_[Field::name] =
        converted(Field::name, {name->text, ValueType::text, name->line, name->column_in_line});
}

const GraphNode* GraphRecords::find_node(const std::string& id) const {
  if (const auto own = seen_.find(id); own != seen_.end()) return &own->second;
  if (shared_nodes_ == nullptr) return nullptr;
  const auto other = shared_nodes_->find(id);
  return other == shared_nodes_->end() ? nullptr : &other->second;
}

}  // namespace oscegraph
