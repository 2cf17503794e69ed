// SPDX-License-Identifier: Apache-2.0
//
// Turns the edges of a graph file into claims: identifies each edge, decides its direction, and
// makes one or several claims of it.
#include <algorithm>
#include <ranges>
#include <string>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/graph_records.hpp"
#include "oscegraph/loader/graphs/summed_edge.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view no_date = "-";

/// From the earliest start to the latest end; open where one of them is open. Where times are no
/// dates, the order of the file decides.
ElementSpell hull(const std::vector<ElementSpell>& spells) {
  ElementSpell whole = spells.front();
  for (const ElementSpell& spell : spells | std::views::drop(1)) {
    const auto start = Date::parse(day_of(spell.start));
    const auto first = Date::parse(day_of(whole.start));
    if (!start || !first || start->first_day() < first->first_day())
      whole.start = first ? spell.start : whole.start;
    const auto end = Date::parse(day_of(spell.end));
    const auto last = Date::parse(day_of(whole.end));
    if (!end || !last || end->last_day() > last->last_day())
      whole.end = last ? spell.end : whole.end;
  }
  return whole;
}

}  // namespace

/// Gives the edge a locator. Returns false, with a report, when another edge of the same ends has
/// its id.
bool GraphRecords::give_locator(GraphElement& element) {
  std::string place = "edge " + element.id;
  if (element.id.empty())
    place = element.line > 0 ? "line " + to_text(element.line)
                             : "edge number " + to_text(element.number);
  const std::uint64_t uses = ++locators_[place];
  // In DOT, keys replace ids and are unique only among edges with the same ends; the same holds for
  // ids that NetworkX writes into GraphML.
  const bool same_ends = uses > 1 && ends_of_ids_[element.id].contains({element.from, element.to});
  if (!element.id.empty() && element.line > 0)
    ends_of_ids_[element.id].emplace(element.from, element.to);
  if (same_ends) {
    current_ = &element;
    report(element.line, element.column_in_line, " has the id of another edge", "",
           "give each edge an id of its own");
    return false;
  }
  element.locator = uses == 1 ? place : place + ", edge " + to_text(uses);
  return true;
}

bool GraphRecords::is_settled(const GraphElement& element) const {
  return element.direction == EdgeDirection::directed && find_node(element.from) != nullptr &&
         find_node(element.to) != nullptr;
}

void GraphRecords::accept_edge(const GraphElement& element) {
  accept_directed(element, element.from, element.to);
}

void GraphRecords::settle(const GraphElement& element) {
  set_columns(element);
  start_record(RecordType::claim, element);
  sum_ = {};
  fill(element);
  if (record_.damaged) return;
  const auto relation = parse_relation(record_[Field::relation].text);
  const GraphNode* from = find_node(element.from);
  const GraphNode* to = find_node(element.to);
  // The usual checks report what is wrong with these; other files may have such nodes.
  const auto is_here = [](const GraphNode* node) { return node != nullptr && node->kind; };
  if (relation && (from == nullptr || to == nullptr)) count_either_way(element);
  if (!relation || !is_here(from) || !is_here(to)) return accept_edge(element);
  const bool forth = allows(*relation, *from->kind, *to->kind);
  const bool back = allows(*relation, *to->kind, *from->kind);
  if (element.direction == EdgeDirection::both) return settle_both_ways(element, forth, back);
  if (forth && back && element.from != element.to) count_either_way(element);
  if (back && !forth) accept_directed(element, element.to, element.from);
  else accept_edge(element);
}

void GraphRecords::count_either_way(const GraphElement& element) {
  if (++counts_.either_way == 1) counts_.first_either_way = called(element);
}

/// Two claims, one for each direction, unless the edge states a sum, which must count once.
void GraphRecords::settle_both_ways(const GraphElement& element, bool forth, bool back) {
  const bool has_sum = record_[Field::amount].present() || !sum_.amounts.empty();
  const bool both = forth && back && element.from != element.to;
  if (both && has_sum) ++counts_.sums_both_ways;
  if (!back || forth) accept_edge(element);
  if (back && !forth) accept_directed(element, element.to, element.from);
  if (both && !has_sum) accept_directed(element, element.to, element.from);
}

void GraphRecords::accept_directed(const GraphElement& element, const std::string& from,
                                   const std::string& to) {
  set_columns(element);
  start_record(RecordType::claim, element);
  sum_ = {};
  if (element.from.empty() || element.to.empty())
    return report(element.line, element.column_in_line,
                  element.from.empty() ? " has no source" : " has no target");
  const GraphNode* first = find_node(from);
  const GraphNode* second = find_node(to);
  for (const GraphNode* node : {first, second})
    if (node != nullptr && node->refused) return;
  for (const auto& [node, id] : {std::pair(first, &from), std::pair(second, &to)})
    if (node != nullptr && node->several)
      return report(element.line, element.column_in_line,
                    ": several tables of nodes have the node " + in_quotes(*id), "",
                    "put the tables of each graph into a folder of their own");
  fill(element);
  for (const GraphNode* node : {first, second})
    means_nothing_ = means_nothing_ || (node != nullptr && node->passed_over);
  if (means_nothing_) {
    ++counts_.edges_passed_over;
    return;
  }
  const auto end = [&](Field field, const GraphNode* node, std::string_view id) {
    const std::string_view ours = node == nullptr ? id : std::string_view(node->id);
    record_[field] = {ours, ValueType::text, element.line, element.column_in_line};
  };
  end(Field::from, first, from);
  end(Field::to, second, to);
  if (first != nullptr) record_.from_made_in = first->made_in;
  if (second != nullptr) record_.to_made_in = second->made_in;
  if (const Value& via = record_[Field::via]; via.present())
    if (const GraphNode* project = find_node(std::string(via.text)); project != nullptr) {
      record_[Field::via].text = project->id;
      record_.via_made_in = project->made_in;
    }
  if (record_.damaged || !may_run(element, from, to, first, second)) return;
  if (edges_.by_map) push_one_claim(element);
  else push_claims(element);
}

/// Whether the relation allows these ends. Checked here to name the ids of the file; the builder
/// would name ours.
bool GraphRecords::may_run(const GraphElement& element, const std::string& from,
                           const std::string& to, const GraphNode* first, const GraphNode* second) {
  const auto relation = parse_relation(record_[Field::relation].text);
  if (!relation || first == nullptr || second == nullptr || !first->kind || !second->kind ||
      allows(*relation, *first->kind, *second->kind))
    return true;
  report(element.line, element.column_in_line,
         ": " + in_quotes(name_of(*relation)) + " cannot run from " + in_quotes(from) + " (" +
             std::string(name_of(*first->kind)) + ") to " + in_quotes(to) + " (" +
             std::string(name_of(*second->kind)) + ')',
         "it runs from " + allowed_ends(*relation));
  return false;
}

void GraphRecords::set(Field field, std::string_view text, const GraphElement& element) {
  record_[field] =
      text.empty() ? Value{} : Value{text, ValueType::text, element.line, element.column_in_line};
}

void GraphRecords::push_one_claim(const GraphElement& element) {
  take_spell(element);
  if (!record_[Field::amount].present()) record_[Field::currency] = {};
  if (!record_[Field::document].present()) set(Field::document, file_document_, element);
  const Value stated = record_[Field::locator];
  // Two edges may give the same claim with the same locator, and are still two statements.
  if (!stated.present()) set(Field::locator, element.locator, element);
  else if (!said_.insert(all_values()).second)
    set(Field::locator, keep(std::string(stated.text) + ", " + element.locator), element);
  push_document(record_[Field::document].text, {}, element);
  context_.sink.accept(record_);
}

std::string GraphRecords::all_values() const {
  std::string result;
  for (const Value& value : record_.values) (result += value.text) += '\n';
  return result;
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
    return report(
        element.line, element.column_in_line,
        ": with it the edges of this graph stand for more than " + grouped(most_claims) + " claims",
        "", "is claim_count right?");
  push_documents(element);
  const std::vector<ClaimShare> shares = share_out(edge);
  const bool dated = edge.period.known();
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const ClaimShare& share = shares[i];
    const std::string part = ", claim " + to_text(i + 1) + " of " + to_text(shares.size());
    const std::string locator = shares.size() == 1 ? element.locator : element.locator + part;
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

/// The period of a foreign edge from its time spans, when no attribute states it.
void GraphRecords::take_spell(const GraphElement& element) {
  if (record_[Field::start].present() || record_[Field::end].present() || element.spells.empty())
    return;
  const ElementSpell whole = hull(element.spells);
  if (element.spells.size() > 1) ++counts_.several_periods;
  const auto take = [&](Field field, const std::string& time) {
    if (const std::string_view day = day_of(time); !day.empty())
      record_[field] = {keep(std::string(day)), ValueType::text, element.line,
                        element.column_in_line};
  };
  take(Field::start, whole.start);
  take(Field::end, whole.end);
}

/// The date of a document; "" when the file does not state it, or the number of dates differs from
/// that of documents.
std::string_view GraphRecords::stated_date(std::size_t document) const {
  if (sum_.dates.size() != sum_.documents.size() || sum_.dates[document] == no_date) return {};
  return sum_.dates[document];
}

void GraphRecords::push_documents(const GraphElement& element) {
  for (std::size_t i = 0; i < sum_.documents.size(); ++i)
    push_document(sum_.documents[i], stated_date(i), element);
}

/// Pushes each document once, and again when an edge states another date for it: the builder then
/// reports the contradiction.
void GraphRecords::push_document(std::string_view id, std::string_view date,
                                 const GraphElement& element) {
  const auto [known, is_new] = documents_.try_emplace(std::string(id), date);
  if (!is_new && known->second == date) return;
  document_record_.clear();
  document_record_.line = element.line;
  document_record_.column = element.column_in_line;
  document_record_.subject = this;
  document_record_[Field::id] = {id, ValueType::text, element.line, element.column_in_line};
  if (!date.empty())
    document_record_[Field::date] = {date, ValueType::text, element.line, element.column_in_line};
  context_.sink.accept(document_record_);
}

}  // namespace oscegraph
