// SPDX-License-Identifier: Apache-2.0
//
// Computes the measures on one or two compact graphs (with arrows, without arrows), ranks the rows,
// and estimates the cost.
#include "oscegraph/queries/measures/centrality.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/queries/bare_nodes.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/measures/measure_input.hpp"

namespace oscegraph {
namespace {

using Values = std::vector<double>;

std::vector<AskedMeasure> measures_of(const CentralityOptions& options) {
  if (!options.by.empty()) return options.by;
  return {find_measure("degree")};
}

void require_meaning(const std::vector<AskedMeasure>& by, const CentralityOptions& options) {
  std::set<std::string> names;
  for (const AskedMeasure& measure : by)
    if (!names.insert(measure.name()).second)
      throw UsageError("the measure " + in_quotes(measure.name()) + " is asked for twice", {},
                       "ask for it once");
  const bool weighted = options.weight.by != WeightBy::one;
  const Measure* closeness = find_measure("closeness");
  if (options.norm == Norm::two_mode && weighted &&
      std::ranges::any_of(by, [&](const AskedMeasure& m) { return m.get() == closeness; }))
    throw UsageError("with weights, closeness is no share of what two sides allow", {},
                     "leave out --weight or --two-mode");
}

/// Computes measures on one scope. Those along arrows and those without are computed on a graph each.
class Measuring {
 public:
  Measuring(const Subset& scope, const CentralityOptions& options,
            const std::vector<AskedMeasure>& by)
      : scope_(scope),
        options_(options),
        workers_(options.context) {
    const auto any = [&](bool ignores) {
      return std::ranges::any_of(
          by, [&](const AskedMeasure& m) { return m->ignores_arrows == ignores; });
    };
    if (directed() && any(false)) prepare(Arrows::followed, followed_, along_);
    if (!directed() || any(true)) prepare(Arrows::ignored, ignored_, without_);
  }

  Score measure(const AskedMeasure& measure) {
    MeasureInput& input = directed() && !measure->ignores_arrows ? *along_ : *without_;
    const Values values = measure->values(input, measure.values());
    return measure->of == ScoreOf::node ? node_score(input.graph, scope_, measure.name(), values)
                                        : edge_score(input.graph, measure.name(), values);
  }

  [[nodiscard]] EdgesLeftOut left_out() const {
    return edges_left_out(followed_ ? *followed_ : *ignored_, options_.weight);
  }
  [[nodiscard]] const std::vector<MeasureRemark>& remarks() const { return remarks_; }

 private:
  [[nodiscard]] bool directed() const { return options_.arrows == Arrows::followed; }

  void prepare(Arrows arrows, std::optional<CompactGraph>& graph,
               std::optional<MeasureInput>& input) {
    graph = compact_graph(scope_, arrows, options_.weight, options_.context);
    input.emplace(scope_, options_, *graph, workers_, remarks_);
  }

  /// The arc values at the edges they were merged from.
  [[nodiscard]] Score edge_score(const CompactGraph& graph, std::string name,
                                 const Values& values) const {
    const Graph& whole = scope_.graph();
    Score score{std::move(name), ScoreOf::edge,
                Values(whole.edge_count(), std::numeric_limits<double>::quiet_NaN())};
    for (const EdgeId e : scope_.edges()) {
      const Vertex from = graph.place[whole.edge_from(e)];
      const std::size_t arc = graph.out.find(from, graph.place[whole.edge_to(e)]);
      if (arc < values.size()) score.values[e] = values[arc];
    }
    return score;
  }

  const Subset& scope_;
  const CentralityOptions& options_;
  Workers workers_;
  std::vector<MeasureRemark> remarks_;
  std::optional<CompactGraph> followed_;
  std::optional<CompactGraph> ignored_;
  std::optional<MeasureInput> along_;
  std::optional<MeasureInput> without_;
};

/// The nodes, or edges, that may be rows.
IdSet picked(const Subset& scope, bool of_edges, const std::optional<IdSet>& rows) {
  const IdSet& all = of_edges ? scope.edges() : scope.nodes();
  if (!rows) return all;
  const Graph& graph = scope.graph();
  IdSet some(all.capacity());
  for (const std::uint32_t id : all)
    if (of_edges ? rows->contains(graph.edge_from(id)) || rows->contains(graph.edge_to(id))
                 : rows->contains(id))
      some.insert(id);
  return some;
}

/// Ids in scope by falling score, undefined last, ties by id; at most `top`.
std::vector<std::uint32_t> ranked(const IdSet& ids, const Values& values, std::size_t top) {
  std::vector<std::uint32_t> order(ids.begin(), ids.end());
  const auto key = [&](std::uint32_t id) {
    return std::isnan(values[id]) ? -std::numeric_limits<double>::infinity() : values[id];
  };
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(top, order.size()));
  std::ranges::partial_sort(order, end, [&](std::uint32_t a, std::uint32_t b) {
    return key(a) != key(b) ? key(a) > key(b) : a < b;
  });
  order.erase(end, order.end());
  return order;
}

/// Equal values share a rank.
std::vector<CentralityRow> rows_of(const IdSet& ids, const Values& values, std::size_t top) {
  std::vector<CentralityRow> rows;
  const auto order = ranked(ids, values, top);
  std::size_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const double value = values[order[i]];
    if (i == 0 || value != values[order[i - 1]]) rank = i + 1;
    rows.push_back({order[i], std::isnan(value) ? 0 : rank});
  }
  return rows;
}

std::vector<Column> end_columns(bool of_edges) {
  if (!of_edges)
    return {{"node", ColumnType::text}, detail_column("node_id"), {"kind", ColumnType::text}};
  return {{"from", ColumnType::text},
          detail_column("from_id"),
          {"relation", ColumnType::text},
          {"to", ColumnType::text},
          detail_column("to_id")};
}

void add_ends(const Graph& graph, bool of_edges, std::uint32_t id, std::vector<Cell>& row) {
  if (of_edges) {
    const NodeId from = graph.edge_from(id);
    const NodeId to = graph.edge_to(id);
    row.insert(row.end(), {name_cell(graph, from), id_cell(graph, from),
                           text_cell(name_of(graph.edge_relation(id))), name_cell(graph, to),
                           id_cell(graph, to)});
  } else {
    row.insert(row.end(), {name_cell(graph, id), id_cell(graph, id), kind_cell(graph, id)});
  }
}

Cell value_cell(double value) { return std::isnan(value) ? Cell(std::monostate{}) : Cell(value); }

std::string sentence(const MeasureRemark& remark) {
  if (remark.about == MeasureRemark::About::unsettled)
    return "The iteration for " + remark.what + " had not settled after " +
           counted(remark.count, "pass", "passes") + ": only the first digits are certain.";
  return "Betweenness is sampled from " + counted(remark.count, "search", "searches") +
         ": with a probability of 90 % every value is within " + to_text(remark.within) +
         " of the exact one.";
}

std::vector<std::string> notes_of(const CentralityAnswer& answer) {
  std::vector<std::string> notes;
  if (answer.picked)
    notes.push_back("Measured over " +
                    (answer.of == ScoreOf::edge ? counted(answer.subset.edges().count(), "edge")
                                                : counted(answer.subset.nodes().count(), "node")) +
                    "; ranks are among the " + counted(*answer.picked, "row") + " picked.");
  if (!answer.both_ways.empty())
    notes.push_back(
        "Arrows are ignored unless --directed is given: " + join(answer.both_ways, ", ") +
        (answer.both_ways.size() == 1 ? " looks" : " look") + " both ways.");
  if (const auto bare = note_of_bare_nodes(answer.subset))
    notes.push_back(*bare + " To measure the whole and see some of its nodes, take --rows.");
  for (std::string& note : notes_of(answer.left_out)) notes.push_back(std::move(note));
  for (const MeasureRemark& remark : answer.remarks) notes.push_back(sentence(remark));
  if (answer.edge_scores_beside)
    notes.emplace_back(
        "Scores of edges are in what you save or draw; for a table of edges ask for them alone.");
  return notes;
}

}  // namespace

std::vector<Cost> centrality_costs(const Subset& scope, const CentralityOptions& options) {
  constexpr double searches_for_one = 100;  // of sampled betweenness, over epsilon
  const auto nodes = static_cast<double>(scope.nodes().count());
  const double arcs =
      static_cast<double>(scope.edges().count()) * (options.arrows == Arrows::followed ? 1 : 2);
  const bool weighted = options.weight.by != WeightBy::one;
  const auto cost_of = [&](Work work) -> Cost {
    const bool searches = work == Work::distances || work == Work::betweenness;
    if (searches && weighted) work = Work::paths;
    if (work == Work::betweenness && options.epsilon > 0)
      return {Work::sampled_betweenness,
              std::min(nodes, searches_for_one / options.epsilon) * arcs};
    switch (work) {
      case Work::distances:
      case Work::betweenness:
      case Work::paths: return {work, nodes * arcs};
      case Work::triangles:
      case Work::holes: return {work, arcs * std::sqrt(arcs)};
      default: return {work, nodes + arcs};
    }
  };
  std::vector<Cost> costs{{Work::look, nodes + arcs},
                          {Work::top_rows, std::min(nodes, static_cast<double>(options.top))}};
  for (const AskedMeasure& measure : measures_of(options)) {
    const Cost cost = cost_of(measure->cost);
    if (std::ranges::find(costs, cost.work, &Cost::work) == costs.end()) costs.push_back(cost);
  }
  return costs;
}

CentralityAnswer centrality(const Subset& scope, const CentralityOptions& options) {
  for (const NodeId n : options.start) require_node(scope, n);
  const std::vector<AskedMeasure> by = measures_of(options);
  require_meaning(by, options);

  const bool all_edges =
      std::ranges::all_of(by, [](const AskedMeasure& m) { return m->of == ScoreOf::edge; });
  CentralityAnswer answer{.of = all_edges ? ScoreOf::edge : ScoreOf::node, .subset = scope};
  Measuring measuring(scope, options, by);
  for (const AskedMeasure& measure : by) {
    options.context.check();
    answer.subset.set_score(measuring.measure(measure));
    if (measure->of == answer.of) answer.columns.push_back(measure.name());
    else answer.edge_scores_beside = true;
    if (measure->of_direction && options.arrows == Arrows::ignored)
      answer.both_ways.push_back(measure.name());
  }
  answer.left_out = measuring.left_out();
  answer.remarks = measuring.remarks();

  const IdSet rows = picked(scope, all_edges, options.rows);
  if (options.rows) answer.picked = rows.count();
  answer.rows = rows_of(rows, answer.subset.score(answer.columns.front())->values, options.top);
  return answer;
}

Table table_of(const CentralityAnswer& answer, const Context& context) {
  PeriodicCheck check(context);
  const bool of_edges = answer.of == ScoreOf::edge;
  Table table;
  table.columns = {{"rank", ColumnType::integer}};
  for (Column& column : end_columns(of_edges)) table.columns.push_back(std::move(column));
  std::vector<const Score*> scores;
  for (const std::string& name : answer.columns) {
    scores.push_back(answer.subset.score(name));
    table.columns.push_back({name, ColumnType::number});
  }
  for (const auto& [id, rank] : answer.rows) {
    check.count();
    std::vector<Cell> row{rank == 0 ? Cell() : count_cell(rank)};
    add_ends(answer.subset.graph(), of_edges, id, row);
    for (const Score* score : scores) row.push_back(value_cell(score->values[id]));
    table.add_row(std::move(row));
  }
  table.notes = notes_of(answer);
  return table;
}

}  // namespace oscegraph
