// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/flows/sankey_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>

#include "oscegraph/exports/model/edge_money.hpp"

namespace oscegraph {
namespace {

constexpr double gap = 10;          ///< between boxes, in pixels
constexpr double hairline = 1.5;    ///< width of a band whose amount is unknown; the least width
constexpr double widest_unit = 14;  ///< most width of an edge when widths count edges
constexpr double fullest = 900;     ///< most width of all bands from payers together
constexpr double payment = 60;      ///< most average width of an edge from a payer
constexpr int sweeps = 8;
constexpr std::size_t middle = 1;

class Layouter {
 public:
  Layouter(const Subset& subset, const std::optional<LedgerKey>& money,
           const std::vector<double>& least_height)
      : subset_(subset),
        graph_(subset.graph()),
        least_height_(least_height) {
    result_.money = money;
  }

  SankeyLayout layout() {
    for (const EdgeId e : subset_.edges())
      if (graph_.edge_relation(e) == Relation::funds) add_payment(e);
    for (const EdgeId e : subset_.edges())
      if (graph_.edge_relation(e) == Relation::implements) add_office(e);
    count_left_out();
    split_projects();
    for (std::size_t c = 0; c < 3; ++c) put_least_together(c);
    to_pixels();
    for (int i = 0; i < sweeps; ++i) {
      reorder(i % 2 == 0);
      place();
    }
    reorder_bands();
    return std::move(result_);
  }

 private:
  std::size_t box(std::size_t column, NodeId n) {
    const auto [found, is_new] = box_of_.try_emplace({column, n}, result_.columns[column].size());
    if (is_new) result_.columns[column].push_back({.node = n});
    return found->second;
  }

  void add_band(EdgeId e, NodeId left, std::size_t from, NodeId right, std::size_t to) {
    SankeyBand band{.edge = e, .from_column = from, .to_column = to};
    band.from_box = box(from, left);
    band.to_box = box(to, right);
    result_.bands.push_back(band);
  }

  void add_payment(EdgeId e) {
    const NodeId to = graph_.edge_to(e);
    const bool project = graph_.node_kind(to) == Kind::project;
    add_band(e, graph_.edge_from(e), 0, to, project ? middle : 2);
    const std::optional<double> amount = amount_of(e);
    result_.bands.back().known = amount.has_value();
    result_.bands.back().width = amount.value_or(0);
    if (!amount) ++result_.unknown;
  }

  [[nodiscard]] std::optional<double> amount_of(EdgeId e) const {
    if (!result_.money) return 1;
    const EdgeMoney money = edge_money(subset_, e);
    const Range* amount = money.ledger.find(*result_.money);
    if (amount == nullptr) return std::nullopt;
    return std::max(0.0,
                    static_cast<double>(amount->low));  // a negative sum (paid back) has no width
  }

  /// Adds an office and its band, if the project has a box, that is, has a payment in the subset.
  void add_office(EdgeId e) {
    const NodeId project = graph_.edge_to(e);
    if (box_of_.contains({middle, project})) add_band(e, project, middle, graph_.edge_from(e), 2);
  }

  void count_left_out() { result_.left_out = subset_.edges().count() - result_.bands.size(); }

  void split_projects() {
    std::vector<double> received(result_.columns[middle].size());
    std::vector<std::size_t> offices(received.size());
    for (const SankeyBand& band : result_.bands) {
      if (band.to_column == middle) received[band.to_box] += band.width;
      if (band.from_column == middle) ++offices[band.from_box];
    }
    for (SankeyBand& band : result_.bands) {
      if (band.from_column != middle) continue;
      band.width = received[band.from_box] / static_cast<double>(offices[band.from_box]);
    }
    result_.shared = static_cast<std::size_t>(
        std::ranges::count_if(offices, [](std::size_t count) { return count > 1; }));
  }

  void put_least_together(std::size_t column) {
    std::vector<SankeyBox>& boxes = result_.columns[column];
    if (boxes.size() <= most_boxes) return;
    std::vector<double> flow(boxes.size());
    for (const SankeyBand& band : result_.bands) {
      if (band.from_column == column) flow[band.from_box] += band.width;
      if (band.to_column == column) flow[band.to_box] += band.width;
    }
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t b) { return flow[b]; });
    std::vector<SankeyBox> kept;
    std::vector<std::size_t> place_of(boxes.size(), most_boxes - 1);
    for (std::size_t i = 0; i < most_boxes; ++i) {
      kept.push_back(boxes[order[i]]);
      place_of[order[i]] = i;
    }
    kept.back().nodes = boxes.size() - most_boxes + 1;
    result_.together += kept.back().nodes;
    boxes = std::move(kept);
    for (SankeyBand& band : result_.bands) {
      if (band.from_column == column) band.from_box = place_of[band.from_box];
      if (band.to_column == column) band.to_box = place_of[band.to_box];
    }
    join_bands();
  }

  /// Joins the bands between the same two boxes into one, at the position of the first.
  void join_bands() {
    std::map<std::array<std::size_t, 4>, std::size_t> place_of;
    std::vector<SankeyBand> joined;
    for (const SankeyBand& band : result_.bands) {
      const auto [found, is_new] = place_of.try_emplace(
          {band.from_column, band.from_box, band.to_column, band.to_box}, joined.size());
      if (is_new) {
        joined.push_back(band);
        continue;
      }
      SankeyBand& same = joined[found->second];
      same.width += band.width;
      same.edges += band.edges;
      same.known = same.known || band.known;
    }
    result_.bands = std::move(joined);
  }

  void to_pixels() {
    double total = 0;
    double payments = 0;
    for (const SankeyBand& band : result_.bands) {
      if (band.from_column != 0) continue;
      total += band.width;
      payments += static_cast<double>(band.edges);
    }
    double unit = total > 0 ? std::min(fullest, payments * payment) / total : 1;
    if (!result_.money) unit = std::min(unit, widest_unit);
    for (SankeyBand& band : result_.bands) {
      band.width = band.known ? std::max(band.width * unit, hairline) : hairline;
      result_.columns[band.from_column][band.from_box].out += band.width;
      result_.columns[band.to_column][band.to_box].in += band.width;
    }
    for (auto& column : result_.columns)
      for (SankeyBox& b : column) b.height = std::max({b.in, b.out, least_height_[b.node]});
    place();
  }

  /// Stacks the boxes of each column, and centres each column on the tallest one.
  void place() {
    std::array<double, 3> heights{};
    for (std::size_t c = 0; c < 3; ++c) {
      for (const SankeyBox& b : result_.columns[c]) heights[c] += b.height + gap;
      result_.height = std::max(result_.height, heights[c]);
    }
    for (std::size_t c = 0; c < 3; ++c) {
      double top = (result_.height - heights[c]) / 2;
      for (SankeyBox& b : result_.columns[c]) {
        b.top = top;
        top += b.height + gap;
      }
    }
  }

  [[nodiscard]] const SankeyBox& left(const SankeyBand& band) const {
    return result_.columns[band.from_column][band.from_box];
  }
  [[nodiscard]] const SankeyBox& right(const SankeyBand& band) const {
    return result_.columns[band.to_column][band.to_box];
  }
  static double centre(const SankeyBox& box) { return box.top + box.height / 2; }

  /// Sorts the boxes of every column by the mean position of their neighbours on the left or on the
  /// right.
  void reorder(bool by_left) {
    for (std::size_t c = 0; c < 3; ++c) {
      std::vector<double> sum(result_.columns[c].size());
      std::vector<double> weight(sum.size());
      for (const SankeyBand& band : result_.bands) {
        if ((by_left ? band.to_column : band.from_column) != c) continue;
        const std::size_t b = by_left ? band.to_box : band.from_box;
        sum[b] += band.width * centre(by_left ? left(band) : right(band));
        weight[b] += band.width;
      }
      for (std::size_t b = 0; b < sum.size(); ++b)
        sum[b] = weight[b] > 0 ? sum[b] / weight[b] : centre(result_.columns[c][b]);
      permute(c, sum);
    }
  }

  void permute(std::size_t column, const std::vector<double>& key) {
    std::vector<std::size_t> order(key.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t b) { return key[b]; });
    std::vector<SankeyBox> boxes;
    std::vector<std::size_t> place_of(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
      place_of[order[i]] = i;
      boxes.push_back(result_.columns[column][order[i]]);
    }
    result_.columns[column] = std::move(boxes);
    for (SankeyBand& band : result_.bands) {
      if (band.from_column == column) band.from_box = place_of[band.from_box];
      if (band.to_column == column) band.to_box = place_of[band.to_box];
    }
  }

  /// Sorts the bands at each side of a box by the position of their other ends, and centres them
  /// there.
  void reorder_bands() {
    std::vector<std::size_t> order(result_.bands.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::map<std::pair<std::size_t, std::size_t>, double> used;
    const auto attach = [&](std::size_t column, std::size_t b, double all, double width) {
      const SankeyBox& at = result_.columns[column][b];
      const double start = at.top + (at.height - all) / 2;
      double& offset = used[{column, b}];
      const double place = start + offset;
      offset += width;
      return place;
    };
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return centre(right(result_.bands[i])); });
    for (const std::size_t i : order) {
      SankeyBand& band = result_.bands[i];
      band.from = attach(band.from_column, band.from_box, left(band).out, band.width);
    }
    used.clear();
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return centre(left(result_.bands[i])); });
    for (const std::size_t i : order) {
      SankeyBand& band = result_.bands[i];
      band.to = attach(band.to_column, band.to_box, right(band).in, band.width);
    }
  }

  const Subset& subset_;
  const Graph& graph_;
  const std::vector<double>& least_height_;
  std::map<std::pair<std::size_t, NodeId>, std::size_t> box_of_;
  SankeyLayout result_;
};

}  // namespace

SankeyLayout sankey_layout(const Subset& subset, const std::optional<LedgerKey>& money,
                           const std::vector<double>& least_height) {
  return Layouter(subset, money, least_height).layout();
}

}  // namespace oscegraph
