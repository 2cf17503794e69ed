// SPDX-License-Identifier: Apache-2.0
//
// Degree and strength: Freeman (1978). Closeness of graphs that are not connected: Wasserman and
// Faust (1994), the share of others reached times the inverse mean distance to them. Harmonic:
// Marchiori and Latora (2000). The rest names its paper in its kernel.
//
// Normalised: closeness, harmonic and betweenness lie between 0 and 1 (shares of what is possible
// among n nodes), PageRank, hubs and authorities add up to 1, the largest eigenvector and Katz
// value is 1; degrees, strengths, cores and splits are counts.
#include "oscegraph/queries/measures/centrality.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/queries/bare_nodes.hpp"
#include "oscegraph/queries/kernels/betweenness.hpp"
#include "oscegraph/queries/kernels/core_numbers.hpp"
#include "oscegraph/queries/kernels/cuts.hpp"
#include "oscegraph/queries/kernels/distance_sums.hpp"
#include "oscegraph/queries/kernels/page_rank.hpp"
#include "oscegraph/queries/kernels/participation.hpp"
#include "oscegraph/queries/kernels/path_sums.hpp"
#include "oscegraph/queries/kernels/sampled_betweenness.hpp"
#include "oscegraph/queries/kernels/spectral.hpp"
#include "oscegraph/queries/kernels/structural_holes.hpp"
#include "oscegraph/queries/kernels/triangles.hpp"
#include "oscegraph/queries/labels.hpp"
#include "oscegraph/queries/measures/two_mode.hpp"

namespace oscegraph {

/// What measures are computed from. Passes that several measures read are made once.
class MeasureInput {
 public:
  MeasureInput(const Subset& s, const CentralityOptions& o, const CompactGraph& g, Workers& w,
               std::vector<std::string>& n)
      : scope(s),
        options(o),
        graph(g),
        workers(w),
        notes(n) {}

  const Subset& scope;
  const CentralityOptions& options;
  const CompactGraph& graph;
  Workers& workers;
  std::vector<std::string>& notes;

  [[nodiscard]] bool directed() const { return graph.arrows == Arrows::followed; }

  /// Distances from each node: reached, total and harmonic.
  const PathSums& distances() {
    if (paths_) return *paths_;
    if (distances_) return *distances_;
    if (graph.out.weighted()) return paths();
    const DistanceSums sums = directed() ? directed_distance_sums(graph.out, graph.in(), workers)
                                         : undirected_distance_sums(graph.out, workers);
    distances_.emplace();
    distances_->reached.assign(sums.reached.begin(), sums.reached.end());
    distances_->total.assign(sums.total.begin(), sums.total.end());
    distances_->harmonic = sums.harmonic;
    return *distances_;
  }
  /// One search from each node, with lengths and scored arcs.
  const PathSums& paths() {
    if (!paths_) {
      if (graph.out.weighted()) {
        paths_ = path_sums(graph.out, graph.units, ScoreArcs::yes, workers);
        // A length is 1 / weight, and a weight so many units.
        for (double& total : paths_->total) total *= graph.units_in_one;
        for (double& harmonic : paths_->harmonic) harmonic /= graph.units_in_one;
      } else {
        paths_ = path_sums(graph.out, ScoreArcs::yes, workers);
      }
    }
    return *paths_;
  }
  const StructuralHoles& holes() {
    if (!holes_) holes_ = structural_holes(graph.out, workers);
    return *holes_;
  }
  const HubsAndAuthorities& hits() {
    if (!hits_) {
      hits_ = hubs_and_authorities(graph.out, graph.in(), {}, workers);
      require_settled(*hits_, "hubs and authorities");
    }
    return *hits_;
  }
  const Cuts& cuts() {
    if (!cuts_) cuts_ = find_cuts(graph.out, workers.context());
    return *cuts_;
  }
  const Sides& sides() {
    if (!sides_) sides_ = two_sides(graph, scope);
    return *sides_;
  }

  template <typename Result>
  void require_settled(const Result& result, std::string_view what) const {
    if (!result.converged)
      notes.push_back("The iteration for " + std::string(what) + " had not settled after " +
                      counted(result.passes, "pass", "passes") +
                      ": only the first digits are certain.");
  }

 private:
  std::optional<PathSums> distances_;
  std::optional<PathSums> paths_;
  std::optional<StructuralHoles> holes_;
  std::optional<HubsAndAuthorities> hits_;
  std::optional<Cuts> cuts_;
  std::optional<Sides> sides_;
};

namespace {

using Values = std::vector<double>;

Values degrees(const Csr& graph) {
  Values values(graph.size());
  for (Vertex v = 0; v < graph.size(); ++v) values[v] = graph.degree(v);
  return values;
}

enum class End : std::uint8_t { from, to };

/// Adds the weights of each node's arcs at this end, in units: whole numbers have no rounding to
/// depend on the order, up to 2^53 of them.
void add_strengths(const CompactGraph& graph, End end, Values& units) {
  for (Vertex v = 0; v < graph.size(); ++v)
    for (std::uint32_t i = graph.out.begin[v]; i < graph.out.begin[v + 1]; ++i)
      units[end == End::from ? v : graph.out.to[i]] +=
          graph.units.empty() ? 1 : static_cast<double>(graph.units[i]);
}

Values in_whole(Values units, const CompactGraph& graph) {
  for (double& value : units) value /= graph.units_in_one;
  return units;
}

Values strengths(const CompactGraph& graph, End end) {
  Values units(graph.size());
  add_strengths(graph, end, units);
  return in_whole(std::move(units), graph);
}

Values sum_of(Values a, const Values& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] += b[i];
  return a;
}

/// How many nodes a node is connected with, either way.
Values degree(MeasureInput& input) {
  Values values = degrees(input.graph.out);
  if (input.directed()) values = sum_of(std::move(values), degrees(input.graph.in()));
  if (input.options.norm == Norm::two_mode)
    for (Vertex v = 0; v < input.graph.size(); ++v)
      values[v] = two_mode_degree(input.sides(), v, static_cast<std::uint32_t>(values[v]));
  return values;
}
Values in_degree(MeasureInput& input) { return degrees(input.graph.in()); }
Values out_degree(MeasureInput& input) { return degrees(input.graph.out); }
Values strength(MeasureInput& input) {
  Values units(input.graph.size());
  add_strengths(input.graph, End::from, units);
  if (input.directed()) add_strengths(input.graph, End::to, units);
  return in_whole(std::move(units), input.graph);
}
Values in_strength(MeasureInput& input) { return strengths(input.graph, End::to); }
Values out_strength(MeasureInput& input) { return strengths(input.graph, End::from); }

Values closeness(MeasureInput& input) {
  const PathSums& sums = input.distances();
  const auto others = static_cast<double>(input.graph.size()) - 1;
  Values values(input.graph.size());
  for (Vertex v = 0; v < input.graph.size(); ++v) {
    if (sums.total[v] == 0) continue;
    values[v] = input.options.norm == Norm::two_mode
                    ? two_mode_closeness(input.sides(), v, sums.reached[v], sums.total[v])
                    : sums.reached[v] / sums.total[v] * (sums.reached[v] / others);
  }
  return values;
}

Values harmonic(MeasureInput& input) {
  Values values = input.distances().harmonic;
  const auto others = static_cast<double>(input.graph.size()) - 1;
  if (others > 0)
    for (double& value : values) value /= others;
  return values;
}

/// False where two nodes have more shortest paths between them than a double can count.
bool counted_all(const Values& values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// Over ordered pairs, sampled to within --epsilon.
Values sampled(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  const auto& options = input.options;
  SampledBetweenness sampled = sampled_betweenness(
      graph.out, graph.in(), {.epsilon = options.epsilon, .delta = 0.1, .seed = options.seed},
      input.workers);
  if (sampled.epsilon > 0 && counted_all(sampled.value))
    input.notes.push_back("Betweenness is sampled from " +
                          counted(sampled.sources, "search", "searches") +
                          ": with a probability of 90 % every value is within " +
                          to_text(options.epsilon) + " of the exact one.");
  return std::move(sampled.value);
}

/// Over ordered pairs, exact or sampled.
Values betweenness_of_pairs(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  if (graph.out.weighted()) return input.paths().betweenness;
  Values values;
  if (input.options.epsilon > 0) {
    values = sampled(input);
  } else {
    values = input.directed() ? directed_betweenness(graph.out, graph.in(), input.workers)
                              : undirected_betweenness(graph.out, input.workers);
  }
  return counted_all(values) ? values : input.paths().betweenness;
}

/// Sums of shares that round up do not lead above the whole.
double at_most_one(double share) { return std::min(share, 1.0); }

Values betweenness(MeasureInput& input) {
  Values values = betweenness_of_pairs(input);
  const auto n = static_cast<double>(input.graph.size());
  const double pairs = (n - 1) * (n - 2);
  for (Vertex v = 0; v < values.size(); ++v)
    values[v] = at_most_one(input.options.norm == Norm::two_mode
                                ? two_mode_betweenness(input.sides(), v, values[v] / 2)
                                : (pairs > 0 ? values[v] / pairs : 0));
  return values;
}

/// Of all ordered pairs of nodes, the share whose shortest paths run over the edge.
Values edge_betweenness(MeasureInput& input) {
  const CompactGraph& graph = input.graph;
  const auto n = static_cast<double>(graph.size());
  Values values = input.paths().arc_betweenness;
  Values both = values;
  if (!input.directed())
    for (Vertex v = 0; v < graph.size(); ++v)
      for (std::uint32_t i = graph.out.begin[v]; i < graph.out.begin[v + 1]; ++i)
        both[i] += values[graph.out.find(graph.out.to[i], v)];
  for (double& value : both) value = at_most_one(value / (n * (n - 1)));
  return both;
}

Values eigenvector(MeasureInput& input) {
  Eigenvector result = eigenvector_centrality(input.graph.in(), {}, input.workers);
  input.require_settled(result, "eigenvector centrality");
  return std::move(result.value);
}

Values katz(MeasureInput& input) {
  Eigenvector result = katz_centrality(input.graph.in(), std::nullopt, {}, input.workers);
  input.require_settled(result, "Katz centrality");
  return std::move(result.value);
}

Values pagerank(MeasureInput& input) {
  PageRankOptions options;
  options.tolerance = 1e-10;
  if (!input.options.start.empty()) {
    options.start.assign(input.graph.size(), 0);
    for (const NodeId n : input.options.start) options.start[input.graph.place[n]] = 1;
  }
  return input.directed() ? directed_page_rank(input.graph.in(), options, input.workers).rank
                          : undirected_page_rank(input.graph.out, options, input.workers).rank;
}

Values hub(MeasureInput& input) { return input.hits().hub; }
Values authority(MeasureInput& input) { return input.hits().authority; }

Values core(MeasureInput& input) {
  const auto numbers = core_numbers(input.graph.out, input.workers.context());
  return {numbers.begin(), numbers.end()};
}
Values clustering(MeasureInput& input) { return local_clustering(input.graph.out, input.workers); }
Values constraint(MeasureInput& input) { return input.holes().constraint; }
Values effective_size(MeasureInput& input) { return input.holes().effective_size; }

Values participation_of_kinds(MeasureInput& input) {
  std::vector<std::uint32_t> kind;
  for (const NodeId n : input.graph.nodes)
    kind.push_back(static_cast<std::uint32_t>(input.scope.graph().node_kind(n)));
  return participation(input.graph.out, kind, static_cast<std::uint32_t>(kinds().size()));
}

Values splits(MeasureInput& input) {
  const auto& numbers = input.cuts().splits;
  return {numbers.begin(), numbers.end()};
}

Values bridge(MeasureInput& input) {
  Values values(input.graph.out.arc_count());
  for (const Arc& arc : input.cuts().bridges) {
    values[input.graph.out.find(arc.from, arc.to)] = 1;
    values[input.graph.out.find(arc.to, arc.from)] = 1;
  }
  return values;
}

constexpr Work linear = Work::measure;
constexpr Work iterated = Work::iteration;
constexpr auto node = ScoreOf::node;
constexpr auto edge = ScoreOf::edge;

/// What makes a difference to a measure, in the order of Measure's fields.
struct Heeds {
  bool ignores_arrows = false;
  bool of_direction = false;
  bool weighs = false;
  bool in_two_modes = false;
};
constexpr Heeds direction{.of_direction = true};
constexpr Heeds weights{.weighs = true};
constexpr Heeds direction_and_weights{.of_direction = true, .weighs = true};
constexpr Heeds no_arrows{.ignores_arrows = true};
constexpr Heeds no_arrows_but_weights{.ignores_arrows = true, .weighs = true};
constexpr Heeds two_modes{.in_two_modes = true};
constexpr Heeds weights_and_two_modes{.weighs = true, .in_two_modes = true};

constexpr Measure row(std::string_view name, std::string_view meaning, Work cost,
                      const Heeds& heeds, Values (*values)(MeasureInput&), ScoreOf of = node) {
  return {.name = name,
          .meaning = meaning,
          .cost = cost,
          .of = of,
          .ignores_arrows = heeds.ignores_arrows,
          .of_direction = heeds.of_direction,
          .weighs = heeds.weighs,
          .in_two_modes = heeds.in_two_modes,
          .values = values};
}

constexpr std::array<Measure, 22> table{{
    row("degree", "how many others it is connected with", linear, two_modes, degree),
    row("in_degree", "how many others point at it", linear, direction, in_degree),
    row("out_degree", "how many others it points at", linear, direction, out_degree),
    row("strength", "the weights of its connections added up", linear, weights, strength),
    row("in_strength", "the weights of connections to it", linear, direction_and_weights,
        in_strength),
    row("out_strength", "the weights of connections from it", linear, direction_and_weights,
        out_strength),
    row("closeness", "how near it is to all it can reach", Work::distances, weights_and_two_modes,
        closeness),
    row("harmonic", "the mean of 1 / distance to all others", Work::distances, weights, harmonic),
    row("betweenness", "share of others' shortest paths that pass through it", Work::betweenness,
        weights_and_two_modes, betweenness),
    row("eigenvector", "connected with those who are well connected themselves", iterated, weights,
        eigenvector),
    row("katz", "all walks that lead to it, the longer the less they count", iterated, weights,
        katz),
    row("pagerank", "how often a random walker comes by", iterated, weights, pagerank),
    row("hub", "points at good authorities", iterated, direction_and_weights, hub),
    row("authority", "pointed at by good hubs", iterated, direction_and_weights, authority),
    row("core", "in a part where everybody has so many connections within", linear, no_arrows,
        core),
    row("clustering", "share of its neighbours' pairs that are connected", Work::triangles,
        no_arrows, clustering),
    row("constraint", "how much its contacts are each other's contacts (Burt)", Work::holes,
        no_arrows_but_weights, constraint),
    row("effective_size", "its contacts, less what is redundant among them (Burt)", Work::holes,
        no_arrows_but_weights, effective_size),
    row("participation", "how evenly it deals with the kinds of nodes", linear,
        no_arrows_but_weights, participation_of_kinds),
    row("splits", "into how many more parts its component falls without it", linear, no_arrows,
        splits),
    row("edge_betweenness", "share of all shortest paths that run over it", Work::paths, weights,
        edge_betweenness, edge),
    row("bridge", "1: its component falls apart without it", linear, no_arrows, bridge, edge),
}};

/// The arc values at the edges they were merged from.
Score edge_score(const CompactGraph& graph, const Subset& scope, std::string name,
                 const Values& values) {
  const Graph& whole = scope.graph();
  Score score{std::move(name), ScoreOf::edge,
              Values(whole.edge_count(), std::numeric_limits<double>::quiet_NaN())};
  for (const EdgeId e : scope.edges()) {
    const Vertex from = graph.place[whole.edge_from(e)];
    const std::size_t arc = graph.out.find(from, graph.place[whole.edge_to(e)]);
    if (arc < values.size()) score.values[e] = values[arc];
  }
  return score;
}

Cell value_cell(double value) { return std::isnan(value) ? Cell(std::monostate{}) : Cell(value); }

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

Table table_of(const Subset& subset, const std::vector<const Score*>& scores,
               const CentralityOptions& options) {
  const Graph& graph = subset.graph();
  const bool of_edges = scores.front()->of == ScoreOf::edge;
  const IdSet rows = picked(subset, of_edges, options.rows);
  Table result;
  result.columns = {{"rank", ColumnType::integer}};
  if (of_edges) {
    const std::array<Column, 5> ends{{{"from", ColumnType::text},
                                      detail_column("from_id"),
                                      {"relation", ColumnType::text},
                                      {"to", ColumnType::text},
                                      detail_column("to_id")}};
    result.columns.insert(result.columns.end(), ends.begin(), ends.end());
  } else {
    const std::array<Column, 3> columns{
        {{"node", ColumnType::text}, detail_column("node_id"), {"kind", ColumnType::text}}};
    result.columns.insert(result.columns.end(), columns.begin(), columns.end());
  }
  for (const Score* score : scores) result.columns.push_back({score->name, ColumnType::number});

  const Values& first = scores.front()->values;
  const auto order = ranked(rows, first, options.top);
  std::size_t rank = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t id = order[i];
    if (i == 0 || first[id] != first[order[i - 1]]) rank = i + 1;
    std::vector<Cell> row{std::isnan(first[id]) ? Cell(std::monostate{}) : count_cell(rank)};
    if (of_edges) {
      const NodeId from = graph.edge_from(id);
      const NodeId to = graph.edge_to(id);
      row.insert(row.end(), {name_cell(graph, from), id_cell(graph, from),
                             text_cell(name_of(graph.edge_relation(id))), name_cell(graph, to),
                             id_cell(graph, to)});
    } else {
      row.insert(row.end(), {name_cell(graph, id), id_cell(graph, id), kind_cell(graph, id)});
    }
    for (const Score* score : scores) row.push_back(value_cell(score->values[id]));
    result.add_row(std::move(row));
  }
  if (options.rows)
    result.notes.push_back("Measured over " +
                           (of_edges ? counted(subset.edges().count(), "edge")
                                     : counted(subset.nodes().count(), "node")) +
                           "; ranks are among the " + counted(rows.count(), "row") + " picked.");
  return result;
}

/// Measures of direction, asked for without arrows.
void note_direction(const std::vector<const Measure*>& by, std::vector<std::string>& notes) {
  std::vector<std::string_view> names;
  for (const Measure* measure : by)
    if (measure->of_direction) names.push_back(measure->name);
  if (!names.empty())
    notes.push_back("Arrows are ignored unless --directed is given: " + join(names, ", ") +
                    (names.size() == 1 ? " looks" : " look") + " both ways.");
}

void require_meaning(const std::vector<const Measure*>& by, const CentralityOptions& options) {
  const bool weighted = options.weight.by != WeightBy::one;
  if (options.norm == Norm::two_mode && weighted &&
      std::ranges::any_of(by, [](const Measure* m) { return m->values == closeness; }))
    throw UsageError("with weights, closeness is no share of what two sides allow", {},
                     "leave out --weight or --two-mode");
}

}  // namespace

std::span<const Measure> measures() { return table; }

const Measure* find_measure(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Measure::name);
  return found == table.end() ? nullptr : &*found;
}

std::vector<std::string_view> measure_names() {
  std::vector<std::string_view> names;
  for (const Measure& measure : table) names.push_back(measure.name);
  return names;
}

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
  std::vector<const Measure*> by = options.by;
  if (by.empty()) by.push_back(find_measure("degree"));
  std::vector<Cost> costs{{Work::look, nodes + arcs},
                          {Work::top_rows, std::min(nodes, static_cast<double>(options.top))}};
  for (const Measure* measure : by) {
    const Cost cost = cost_of(measure->cost);
    if (std::ranges::find(costs, cost.work, &Cost::work) == costs.end()) costs.push_back(cost);
  }
  return costs;
}

Answer centrality(const Subset& scope, const CentralityOptions& options) {
  for (const NodeId n : options.start) require_node(scope, n);
  std::vector<const Measure*> by = options.by;
  if (by.empty()) by.push_back(find_measure("degree"));
  require_meaning(by, options);
  const bool all_edges = std::ranges::all_of(by, [](const Measure* m) { return m->of == edge; });
  const auto any = [&](bool ignores) {
    return std::ranges::any_of(by, [&](const Measure* m) { return m->ignores_arrows == ignores; });
  };

  Answer answer{{}, scope};
  std::vector<std::string> notes;
  Workers workers(options.context);
  // Measures along arrows and measures without them are computed on a graph each.
  std::optional<CompactGraph> followed;
  std::optional<CompactGraph> ignored;
  std::optional<MeasureInput> along;
  std::optional<MeasureInput> without;
  const bool directed = options.arrows == Arrows::followed;
  if (directed && any(false)) {
    followed = compact_graph(scope, Arrows::followed, options.weight, options.context);
    along.emplace(scope, options, *followed, workers, notes);
  }
  if (!directed || any(true)) {
    ignored = compact_graph(scope, Arrows::ignored, options.weight, options.context);
    without.emplace(scope, options, *ignored, workers, notes);
  }
  for (const Measure* measure : by) {
    options.context.check();
    MeasureInput& input = directed && !measure->ignores_arrows ? *along : *without;
    const Values values = measure->values(input);
    answer.subset.set_score(
        measure->of == node ? node_score(input.graph, scope, std::string(measure->name), values)
                            : edge_score(input.graph, scope, std::string(measure->name), values));
  }
  std::vector<const Score*> columns;
  for (const Measure* measure : by)
    if (all_edges || measure->of == node) columns.push_back(answer.subset.score(measure->name));
  answer.table = table_of(answer.subset, columns, options);
  if (!directed) note_direction(by, answer.table.notes);
  if (const auto bare = note_of_bare_nodes(scope))
    answer.table.notes.push_back(*bare +
                                 " To measure the whole and see some of its nodes, take --rows.");
  for (std::string& note : notes_of(directed && followed ? *followed : *ignored, options.weight))
    answer.table.notes.push_back(std::move(note));
  for (std::string& note : notes) answer.table.notes.push_back(std::move(note));
  if (columns.size() < by.size())
    answer.table.notes.emplace_back(
        "Scores of edges are in what you save or draw; for a table of edges ask for them alone.");
  return answer;
}

}  // namespace oscegraph
