// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/drawing.hpp"

#include "oscegraph/exports/model/claim_losses.hpp"
#include "oscegraph/exports/pictures/child/picture_work.hpp"
#include "oscegraph/exports/pictures/graphviz/dot_bytes.hpp"
#include "oscegraph/exports/pictures/graphviz/dot_graph.hpp"
#include "oscegraph/exports/pictures/graphviz/layout.hpp"
#include "oscegraph/graph/libraries/graphviz_session.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

PictureWork work_of(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                    const Context& context) {
  const std::string layout = layout_of(subset, style);
  PictureWork work{.engine = engine_of(layout), .format = drawing.format, .dpi = drawing.dpi};
  work.what = "drawing " + counted(subset.nodes().count(), "node") + " and " +
              counted(subset.edges().count(), "edge") + " with the layout " + layout;
  work.way_out = layout == "springs" ? "narrow the graph, or write .gexf and look at it in Gephi"
                                     : "take --layout springs, or narrow the graph";
  const GraphvizSession session;
  work.source = bytes_of_dot(make_dot_graph(subset, style, context).get());
  return work;
}

}  // namespace

std::string draw(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                 const Context& context, LossReport& losses) {
  if (const std::size_t nodes = subset.nodes().count(); nodes > most_readable_nodes)
    losses.add({.count = nodes,
                .what = "node",
                .fate = "hard to read in one drawing",
                .why = "narrow the graph first"});
  report_not_drawn(subset, losses);
  return make_picture(work_of(subset, style, drawing, context), style.memory, context);
}

}  // namespace oscegraph
