// SPDX-License-Identifier: Apache-2.0
//
// Draws a Sankey diagram of who funds what, as SVG and as images of the SVG. Payers are on the
// left, projects in the middle and offices on the right, and bands are as wide as the flow
// (sankey_layout.hpp has the rules). The largest payers have their own colours, so that a reader
// can follow a State to its projects. Between projects and offices the money is mixed, so the bands
// are grey. The tooltip of a band shows its amounts and documents; the band is a link to the first
// document.
#include <algorithm>
#include <map>
#include <set>

#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/pictures/flows/sankey_layout.hpp"
#include "oscegraph/exports/pictures/graphviz/drawing_words.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"
#include "oscegraph/exports/pictures/svg_image.hpp"
#include "oscegraph/exports/pictures/svg_page.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

constexpr double bar = 14;    ///< width of a payer's and an office's box
constexpr double card = 270;  ///< width of a project's box
constexpr double span = 210;  ///< distance between the columns
constexpr double margin = 24;
constexpr double label_size = 12;
constexpr double line_height = 1.3 * label_size;
constexpr std::size_t card_cells = 40;   ///< width of a line in a project's box
constexpr std::size_t label_cells = 30;  ///< width of a line beside a payer's or office's box
constexpr std::size_t print_cells = 170;

/// The ledgers (flow and currency) of all funding claims with an amount.
std::set<LedgerKey> ledgers_of(const Subset& subset) {
  std::set<LedgerKey> keys;
  const Graph& graph = subset.graph();
  for (const EdgeId e : subset.edges()) {
    if (graph.edge_relation(e) != Relation::funds) continue;
    for (const ClaimId c : subset.claims_of(e))
      if (const auto amount = graph.claim_amount(c))
        keys.insert({graph.claim_flow(c), amount->currency});
  }
  return keys;
}

std::optional<LedgerKey> chosen_ledger(const Subset& subset, const std::string& width_by) {
  if (width_by.empty() || width_by == "count") return std::nullopt;
  std::vector<std::string> names{"count"};
  for (const LedgerKey& key : ledgers_of(subset)) {
    if (column_name(key) == width_by) return key;
    names.push_back(column_name(key));
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  throw Error("no amount here is " + in_quotes(width_by), "widths can show " + join_or(names),
              did_you_mean(width_by, known));
}

class SankeyWriter {
 public:
  SankeyWriter(const Subset& subset, const GraphStyle& style)
      : subset_(subset),
        graph_(subset.graph()),
        title_(style.title.empty() ? "Who funds what, and who carries it out" : style.title),
        labels_(graph_.node_count()) {
    std::vector<double> least(graph_.node_count());
    for (const NodeId n : subset.nodes()) {
      const bool project = graph_.node_kind(n) == Kind::project;
      labels_[n] = wrap(harmless(short_name(graph_, n)), project ? card_cells : label_cells);
      least[n] = line_height * static_cast<double>(labels_[n].size()) + (project ? 10 : 0);
    }
    layout_ = sankey_layout(subset, chosen_ledger(subset, style.width_by), least);
    set_colours();
    print_ = wrap(small_print(), print_cells);
    for (std::string& line : wrap(sources(subset), print_cells)) print_.push_back(std::move(line));
    place_columns();
  }

  void write(Output& out, LossReport& losses) {
    const double below = top + layout_.height + 20;
    SvgPage page(out, left_[2] + bar + label_room_[1] + margin,
                 below + 15 * static_cast<double>(print_.size()) + margin, title_);
    page.text(margin, 38, title_, {.size = 20, .bold = true});
    write_heads(page);
    for (const SankeyBand& band : layout_.bands) write_band(page, band);
    for (std::size_t c = 0; c < 3; ++c)
      for (const SankeyBox& box : layout_.columns[c]) write_box(page, c, box);
    page.lines(margin, below, print_, {.size = 11, .colour = "#555555"});
    page.end();
    page.report(losses);
    losses.add({.count = layout_.left_out,
                .what = "edge",
                .fate = "not drawn",
                .why = "a Sankey picture shows who funds and who implements"});
    losses.add({.count = layout_.together,
                .what = "node",
                .fate = "drawn as others, together",
                .why = "a column has room for " + to_text(most_boxes) + " boxes"});
    report_not_drawn(subset_, losses);
  }

 private:
  static constexpr double top = 92;

  void place_columns() {
    label_room_[0] = widest_label(0);
    label_room_[1] = widest_label(2);
    left_[0] = margin + label_room_[0];
    const bool has_projects = !layout_.columns[1].empty();
    left_[1] = left_[0] + bar + span;
    left_[2] = has_projects ? left_[1] + card + span : left_[1] + span;
  }

  [[nodiscard]] double widest_label(std::size_t column) const {
    double widest = 80;
    for (const SankeyBox& box : layout_.columns[column])
      for (const std::string& line : label(box))
        widest = std::max(widest, SvgPage::text_width(line, label_size));
    return widest + 8;
  }

  [[nodiscard]] std::vector<std::string> label(const SankeyBox& box) const {
    if (box.nodes == 1) return labels_[box.node];
    return {counted(box.nodes, "other")};
  }

  /// Gives the largest payers, in order, the colours that differ most.
  void set_colours() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < layout_.columns[0].size(); ++i) order.push_back(i);
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t i) { return layout_.columns[0][i].out; });
    double rank = 0;
    for (const std::size_t i : order) {
      const SankeyBox& box = layout_.columns[0][i];
      colours_[box.node] = box.nodes > 1 ? "#8a8a8a" : colour_of_group(++rank).hex();
    }
  }

  void write_heads(SvgPage& page) const {
    const TextLook small{.size = 12, .colour = "#555555", .bold = true};
    TextLook to_the_left = small;
    to_the_left.anchor = Anchor::end;
    page.text(left_[0] + bar, top - 16, head(0, "funder"), to_the_left);
    if (!layout_.columns[1].empty()) page.text(left_[1], top - 16, head(1, "project"), small);
    if (!layout_.columns[2].empty()) page.text(left_[2], top - 16, head(2, "recipient"), small);
  }

  /// The heading of a column: "9 states", or the word `mixed` when the column has several kinds.
  [[nodiscard]] std::string head(std::size_t column, std::string_view mixed) const {
    const auto& boxes = layout_.columns[column];
    if (boxes.empty()) return std::string(mixed) + 's';
    const Kind kind = graph_.node_kind(boxes.front().node);
    const bool same = std::ranges::all_of(
        boxes, [&](const SankeyBox& box) { return graph_.node_kind(box.node) == kind; });
    std::size_t nodes = 0;
    for (const SankeyBox& box : boxes) nodes += box.nodes;
    if (!same) return counted(nodes, mixed);
    const KindRow& row = kinds()[static_cast<std::size_t>(kind)];
    return counted(nodes, row.name, row.plural);
  }

  [[nodiscard]] double width_of(std::size_t column) const { return column == 1 ? card : bar; }

  void write_band(SvgPage& page, const SankeyBand& band) const {
    const double x0 = left_[band.from_column] + width_of(band.from_column);
    const double x1 = left_[band.to_column];
    const double mid = (x0 + x1) / 2;
    const double y0 = top + band.from;
    const double y1 = top + band.to;
    const auto curve = [&](double a, double b, double ya, double yb) {
      return 'C' + svg_number(mid) + ' ' + svg_number(ya) + ' ' + svg_number(mid) + ' ' +
             svg_number(yb) + ' ' + svg_number(b) + ' ' + svg_number(yb) + (a < b ? "" : "Z");
    };
    const std::string path = 'M' + svg_number(x0) + ' ' + svg_number(y0) + curve(x0, x1, y0, y1) +
                             'V' + svg_number(y1 + band.width) +
                             curve(x1, x0, y1 + band.width, y0 + band.width);
    const NodeId payer = layout_.columns[band.from_column][band.from_box].node;
    const std::string colour = band.from_column == 0 ? colours_.at(payer) : "#8a8a8a";
    const bool inferred = is_inferred(band);
    page.shape(path,
               "fill=\"" + colour + "\" fill-opacity=\"" + (inferred ? "0.25" : "0.55") + '"' +
                   (inferred ? " stroke=\"" + colour + "\" stroke-dasharray=\"4 3\"" : ""),
               band.edges == 1 ? edge_words(subset_, band.edge) : counted(band.edges, "edge"),
               band.edges == 1 ? edge_url(subset_, band.edge) : "");
  }

  void write_box(SvgPage& page, std::size_t column, const SankeyBox& box) const {
    const Kind kind = graph_.node_kind(box.node);
    const double x = left_[column];
    const double y = top + box.top;
    const double flow = std::max(box.in, box.out);
    const bool is_card = column == 1;
    const double bar_top = is_card ? y : y + (box.height - flow) / 2;
    const std::string fill = column == 0 ? colours_.at(box.node) : colour_of(kind).hex();
    page.box(x, bar_top, width_of(column), is_card ? box.height : std::max(flow, 2.0),
             is_card
                 ? "rx=\"4\" fill=\"" + colour_of(kind).tint().hex() + "\" stroke=\"" + fill + '"'
                 : "fill=\"" + fill + '"',
             box.nodes == 1 ? node_words(graph_, box.node) : counted(box.nodes, "node"));
    const std::vector<std::string> lines = label(box);
    const double first = y + box.height / 2 + 0.35 * label_size -
                         line_height * static_cast<double>(lines.size() - 1) / 2;
    if (column == 0) page.lines(x - 8, first, lines, {.size = label_size, .anchor = Anchor::end});
    else if (is_card) page.lines(x + 10, first, lines, {.size = label_size});
    else page.lines(x + bar + 8, first, lines, {.size = label_size});
  }

  [[nodiscard]] bool is_inferred(const SankeyBand& band) const {
    return band.edges == 1 && edge_basis(subset_, band.edge) == Basis::inferred;
  }

  [[nodiscard]] std::string small_print() const {
    if (layout_.bands.empty()) return "There is no funding here to draw as flows.";
    std::string text = layout_.money ? "Widths are amounts, " + words(*layout_.money) + '.'
                                     : std::string("Widths count the projects funded, not money.");
    if (layout_.unknown > 0)
      text += " Hairlines: " + counted(layout_.unknown, "payment") + " without an amount of " +
              (layout_.money ? words(*layout_.money) : "money") + ", which is not zero.";
    if (layout_.shared > 0)
      text += " What " + counted(layout_.shared, "project") +
              " with several offices received is split evenly between them: no document says how.";
    const bool inferred = std::ranges::any_of(
        layout_.bands, [&](const SankeyBand& band) { return is_inferred(band); });
    if (inferred) text += " Pale with dashes: inferred, not stated in so many words.";
    return text;
  }

  const Subset& subset_;
  const Graph& graph_;
  std::string title_;
  std::vector<std::vector<std::string>> labels_;
  SankeyLayout layout_;
  std::map<NodeId, std::string> colours_;
  std::vector<std::string> print_;
  std::array<double, 3> left_{};
  std::array<double, 2> label_room_{};
};

}  // namespace

void write_sankey(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  SankeyWriter(subset, style).write(out, losses);
}

void write_sankey_png(const Subset& subset, const GraphStyle& style, Output& out,
                      LossReport& losses) {
  Output svg;
  write_sankey(subset, style, svg, losses);
  out.append(png_of_svg(svg.text(), style.memory, out.context()));
}

void write_sankey_pdf(const Subset& subset, const GraphStyle& style, Output& out,
                      LossReport& losses) {
  Output svg;
  write_sankey(subset, style, svg, losses);
  out.append(pdf_of_svg(svg.text(), style.memory, out.context()));
}

}  // namespace oscegraph
