// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graph_file/graph_records.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>

#include "oscegraph/graph/nearest.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/graph_file/summed_edge.hpp"

namespace oscegraph {
namespace {

/// As our exporters write lists in one cell.
constexpr std::string_view list_separator = " | ";
constexpr std::string_view no_date = "-";
/// So that a number in a small file cannot ask for any amount of memory.
constexpr std::uint64_t most_claims = 10'000'000;

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

/// The day of "2015-01-01T00:00:00.000+02:00"; what Gephi writes for an open end is no date.
std::string_view day_of(std::string_view time) {
  if (time == "Infinity" || time == "-Infinity") return {};
  return time.substr(0, time.find('T'));
}

}  // namespace

GraphRecords::GraphRecords(const Source& source, ReadContext& context, GraphNodes* elsewhere)
    : source_(source),
      context_(context),
      elsewhere_(elsewhere),
      file_document_(std::filesystem::path(source.name).filename().string()) {
  record_.source = context.source;
  document_record_.source = context.source;
  document_record_.type = RecordType::document;
  if (context.map != nullptr && context.map->graph) context_.map_used = true;
}

std::size_t GraphRecords::declare(Scope scope, std::string_view name, ValueType type) {
  part(scope).columns.push_back({std::string(name), type});
  return part(scope).columns.size() - 1;
}

void GraphRecords::report(std::uint64_t line, std::uint64_t column, std::string what,
                          std::string allowed, std::string next) {
  context_.problems.report(
      {{source_.name, line, column}, std::move(what), std::move(allowed), std::move(next)});
}

void GraphRecords::accept(const GraphElement& element) {
  if (!plan(element)) return;
  by_column_.assign(part(element.scope).columns.size(), nullptr);
  for (const ElementValue& value : element.values) by_column_[value.column] = &value;
  if (element.scope == Scope::node) accept_node(element);
  else if (element.direction == EdgeDirection::undirected) undirected_.push_back(element);
  else accept_edge(element);
}

void GraphRecords::finish() {
  const std::vector<GraphElement> waiting = std::move(undirected_);
  for (const GraphElement& element : waiting) {
    by_column_.assign(edges_.columns.size(), nullptr);
    for (const ElementValue& value : element.values) by_column_[value.column] = &value;
    settle_undirected(element);
  }
}

// --- which column is what ------------------------------------------------------------------------

bool GraphRecords::plan(const GraphElement& element) {
  Part& own = part(element.scope);
  if (own.planned && own.planned_for == own.columns.size()) return own.usable;
  own.planned = true;
  own.planned_for = own.columns.size();
  own.uses.clear();
  if (context_.map != nullptr && context_.map->graph) {
    try {
      own.uses = mapped_uses(element.scope, own.columns, *context_.map, source_.name);
    } catch (const Error& error) {
      own.usable = false;
      context_.problems.report(error.problem());
      return false;
    }
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
  Part& own = part(scope);
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
  std::vector<std::string_view> names;
  for (const GraphColumn& column : own.columns) names.push_back(column.name);
  const std::string hint = did_you_mean(needed, names);
  report(element.line, element.column_in_line,
         "the " + nouns + " of this graph have no attribute '" + needed + "'",
         names.empty() ? "they have none" : "they have " + join_and(names),
         "say which one it is with --map FILE" + (hint.empty() ? "" : "; " + hint));
}

bool GraphRecords::has(Scope scope, Field field) const {
  return std::ranges::any_of(part(scope).uses, [&](const ColumnUse& use) {
    return use.as == ColumnUse::As::field && use.field == field;
  });
}

// --- values --------------------------------------------------------------------------------------

void GraphRecords::start_record(RecordType type, const GraphElement& element) {
  record_.clear();
  record_.type = type;
  record_.line = element.line;
  record_.column = element.column_in_line;
}

void GraphRecords::fill(const GraphElement& element) {
  for (const ColumnUse& use : part(element.scope).uses) {
    Value value;
    if (use.constant != nullptr) {
      value = {*use.constant, ValueType::text, element.line, element.column_in_line};
    } else if (const ElementValue* found = by_column_[use.column];
               found != nullptr && !found->text.empty()) {
      value = {found->text, ValueType::text, found->line, found->column_in_line};
      if (use.as == ColumnUse::As::attribute)
        value = checked(value, part(element.scope).columns[use.column].type, use.attribute);
    }
    if (value.present()) fill_one(use, value);
  }
}

void GraphRecords::fill_one(const ColumnUse& use, const Value& value) {
  switch (use.as) {
    case ColumnUse::As::field: record_[use.field] = converted(use.field, value); break;
    case ColumnUse::As::attribute: record_.attributes.push_back({use.attribute, value}); break;
    case ColumnUse::As::amount: sum_.amounts.emplace_back(use.key, value); break;
    case ColumnUse::As::documents: split_list(value.text, sum_.documents); break;
    case ColumnUse::As::document_dates: split_list(value.text, sum_.dates); break;
    case ColumnUse::As::aliases: {
      std::vector<std::string_view> aliases;
      split_list(value.text, aliases);
      for (const std::string_view alias : aliases)
        record_.aliases.push_back({alias, ValueType::text, value.line, value.column});
      break;
    }
    case ColumnUse::As::claim_count: {
      std::uint64_t count = 0;
      const char* end = value.text.data() + value.text.size();
      const auto result = std::from_chars(value.text.data(), end, count);
      if (result.ec != std::errc() || result.ptr != end || count > most_claims) {
        record_.damaged = true;
        report(value.line, value.column, in_quotes(value.text) + " is not a count of claims",
               "a count is a whole number up to " + grouped(most_claims));
      } else {
        sum_.claims = std::max<std::size_t>(count, 1);
      }
      break;
    }
  }
}

/// The value as its declared type has it: programs write True and nan. Absent: no value.
Value GraphRecords::checked(const Value& value, ValueType type, const std::string& name) {
  Value result = value;
  result.type = type;
  if (type == ValueType::number) {
    if (lower(value.text) == "nan") return {};
    if (is_number(value.text)) return result;
    record_.damaged = true;
    report(value.line, value.column,
           in_quotes(value.text) + " is not a number, as " + in_quotes(name) + " is declared",
           "a number is written 1234.56");
  }
  if (type == ValueType::boolean) {
    const std::string word = lower(value.text);
    if (word == "true" || word == "1") result.text = "true";
    else if (word == "false" || word == "0") result.text = "false";
    else {
      record_.damaged = true;
      report(value.line, value.column,
             in_quotes(value.text) + " is neither true nor false, as " + in_quotes(name) +
                 " is declared");
    }
  }
  return result;
}

Value GraphRecords::converted(Field field, Value value) {
  if (context_.map == nullptr || !context_.map->graph) return value;
  if (field == Field::start || field == Field::end) value.text = day_of(value.text);
  const Value before = std::exchange(record_[field], {});
  put_mapped(*context_.map, field, value, false, record_, kept_);
  return std::exchange(record_[field], before);
}

void GraphRecords::split_list(std::string_view list, std::vector<std::string_view>& into) {
  while (!list.empty()) {
    const std::size_t end = list.find(list_separator);
    if (end != 0) into.push_back(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + list_separator.size());
  }
}

/// The period of a foreign edge, when no attribute says it.
void GraphRecords::take_spell(const GraphElement& element) {
  if (record_[Field::start].present() || record_[Field::end].present() || element.spells.empty())
    return;
  const auto take = [&](Field field, const std::string& time) {
    if (const std::string_view day = day_of(time); !day.empty())
      record_[field] = {day, ValueType::text, element.line, element.column_in_line};
  };
  take(Field::start, element.spells.front().start);
  take(Field::end, element.spells.back().end);
}

// --- nodes ---------------------------------------------------------------------------------------

void GraphRecords::accept_node(const GraphElement& element) {
  start_record(RecordType::node, element);
  kept_.clear();
  if (element.id.empty()) return report(element.line, element.column_in_line, "the node has no id");
  const auto [known, is_new] = seen_.try_emplace(element.id);
  if (!is_new)
    return report(element.line, element.column_in_line,
                  "the node " + in_quotes(element.id) + " is in this graph twice", "",
                  "give each node an id of its own");
  fill(element);
  if (nodes_.by_map && !has(Scope::node, Field::name)) {
    const auto label = find_column(nodes_.columns, "label");
    const ElementValue* value = label ? by_column_[*label] : nullptr;
    if (value != nullptr)
      record_[Field::name] = {value->text, ValueType::text, value->line, value->column_in_line};
  }
  GraphNode& node = known->second;
  node.id = element.id;
  if (const auto kind = parse_kind(record_[Field::kind].text)) node.kind = *kind;
  if (nodes_.by_map) join_gazetteer(node);
  if (elsewhere_ != nullptr) elsewhere_->insert_or_assign(element.id, node);
  record_[Field::id] = {node.id, ValueType::text, element.line, element.column_in_line};
  context_.sink.accept(record_);
}

void GraphRecords::join_gazetteer(GraphNode& node) {
  Value& name = record_[Field::name];
  if (!name.present() || Gazetteer::instance().find_id(node.id) != nullptr) return;
  const auto found = Gazetteer::instance().find_name(name.text);
  if (found.size() != 1 || found.front()->kind != node.kind) return;
  node.id = found.front()->id;
  record_.aliases.push_back(name);
  name = {};
}

const GraphNode* GraphRecords::find_node(const std::string& id) const {
  if (const auto own = seen_.find(id); own != seen_.end()) return &own->second;
  if (elsewhere_ == nullptr) return nullptr;
  const auto other = elsewhere_->find(id);
  return other == elsewhere_->end() ? nullptr : &other->second;
}

// --- edges ---------------------------------------------------------------------------------------

void GraphRecords::accept_edge(const GraphElement& element) {
  if (element.from.empty() || element.to.empty())
    return report(element.line, element.column_in_line,
                  element.from.empty() ? "the edge has no source" : "the edge has no target");
  if (element.direction != EdgeDirection::both)
    return accept_directed(element, element.from, element.to);
  accept_directed(element, element.from, element.to);
  if (element.from != element.to) accept_directed(element, element.to, element.from);
}

void GraphRecords::settle_undirected(const GraphElement& element) {
  start_record(RecordType::claim, element);
  sum_ = {};
  fill(element);
  const auto relation = parse_relation(record_[Field::relation].text);
  const GraphNode* from = find_node(element.from);
  const GraphNode* to = find_node(element.to);
  // Whatever is wrong with these is told as for any edge.
  if (!relation || from == nullptr || to == nullptr) return accept_edge(element);
  const Kind first = from->kind;
  const Kind second = to->kind;
  const bool forth = allows(*relation, first, second);
  const bool back = allows(*relation, second, first);
  if (forth && back)
    return report(element.line, element.column_in_line,
                  "the edge has no direction, and " + in_quotes(name_of(*relation)) +
                      " can run either way between " + in_quotes(element.from) + " (" +
                      std::string(name_of(first)) + ") and " + in_quotes(element.to) + " (" +
                      std::string(name_of(second)) + ")",
                  "", "give it a direction");
  if (back) accept_directed(element, element.to, element.from);
  else accept_directed(element, element.from, element.to);
}

void GraphRecords::accept_directed(const GraphElement& element, std::string_view from,
                                   std::string_view to) {
  start_record(RecordType::claim, element);
  kept_.clear();
  sum_ = {};
  fill(element);
  const auto end = [&](Field field, std::string_view id) {
    const GraphNode* node = find_node(std::string(id));
    const std::string_view ours = node == nullptr ? id : std::string_view(node->id);
    record_[field] = {ours, ValueType::text, element.line, element.column_in_line};
  };
  end(Field::from, from);
  end(Field::to, to);
  if (record_.damaged) return;
  if (edges_.by_map) push_one_claim(element);
  else push_claims(element);
}

void GraphRecords::set(Field field, std::string_view text, const GraphElement& element) {
  record_[field] =
      text.empty() ? Value{} : Value{text, ValueType::text, element.line, element.column_in_line};
}

void GraphRecords::push_one_claim(const GraphElement& element) {
  take_spell(element);
  if (!record_[Field::amount].present()) record_[Field::currency] = {};
  if (!record_[Field::locator].present())
    set(Field::locator,
        keep(element.id.empty() ? "line " + to_text(element.line) : "edge " + element.id), element);
  if (!record_[Field::document].present()) set(Field::document, file_document_, element);
  push_document(record_[Field::document].text, {}, element);
  context_.sink.accept(record_);
}

void GraphRecords::push_claims(const GraphElement& element) {
  if (sum_.documents.empty()) sum_.documents.push_back(file_document_);
  const auto date = [&](Field field) { return Date::parse(record_[field].text).value_or(Date()); };
  SummedEdge edge{sum_.claims,
                  {},
                  sum_.amounts.size(),
                  Period{date(Field::start), date(Field::end)},
                  element.spells};
  for (std::size_t i = 0; i < sum_.documents.size(); ++i)
    edge.documents.push_back(Date::parse(stated_date(i)).value_or(Date()));
  claims_in_all_ += std::max(sum_.claims, least_claims(edge));
  if (claims_in_all_ > most_claims)
    return report(element.line, element.column_in_line,
                  "the edges of this graph stand for more than " + grouped(most_claims) + " claims",
                  "", "is claim_count right?");
  push_documents(element);
  const std::string name =
      element.id.empty() ? "line " + to_text(element.line) : "edge " + element.id;
  const std::vector<ClaimShare> shares = share_out(edge);
  const bool dated = edge.period.known();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const ClaimShare& share = shares[i];
    const std::string part = ", claim " + to_text(i + 1) + " of " + to_text(shares.size());
    const std::string locator = shares.size() == 1 ? name : name + part;
    const bool has_amount = share.amount < sum_.amounts.size();
    set(Field::locator, locator, element);
    set(Field::document, sum_.documents[share.document], element);
    record_[Field::amount] = has_amount ? sum_.amounts[share.amount].second : Value{};
    set(Field::currency, has_amount ? sum_.amounts[share.amount].first.currency.code() : "",
        element);
    set(Field::flow, has_amount ? name_of(sum_.amounts[share.amount].first.flow) : "", element);
    if (dated) set(Field::start, share.start, element);
    if (dated) set(Field::end, share.end, element);
    context_.sink.accept(record_);
  }
}

/// "" when the file does not say it, or says it of more or fewer documents than there are.
std::string_view GraphRecords::stated_date(std::size_t document) const {
  if (sum_.dates.size() != sum_.documents.size() || sum_.dates[document] == no_date) return {};
  return sum_.dates[document];
}

void GraphRecords::push_documents(const GraphElement& element) {
  for (std::size_t i = 0; i < sum_.documents.size(); ++i)
    push_document(sum_.documents[i], stated_date(i), element);
}

/// Once for each document of the file, and again when an edge says another date of it: the builder
/// tells of contradictions.
void GraphRecords::push_document(std::string_view id, std::string_view date,
                                 const GraphElement& element) {
  const auto [known, is_new] = documents_.try_emplace(std::string(id), date);
  if (!is_new && known->second == date) return;
  document_record_.clear();
  document_record_.line = element.line;
  document_record_.column = element.column_in_line;
  document_record_[Field::id] = {id, ValueType::text, element.line, element.column_in_line};
  if (!date.empty())
    document_record_[Field::date] = {date, ValueType::text, element.line, element.column_in_line};
  context_.sink.accept(document_record_);
}

}  // namespace oscegraph
