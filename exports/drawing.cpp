// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/drawing.hpp"

#include <graphviz/gvc.h>

#include <memory>

#include "oscegraph/exports/claim_losses.hpp"
#include "oscegraph/exports/dot_graph.hpp"
#include "oscegraph/exports/layout.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graphviz_session.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

/// One for the whole run: it loads plugins, which takes longer than a small drawing, and the text
/// plugin of Graphviz 2.43 goes on using a font name that the last context has freed.
GVC_t* context() {
  static GVC_t* const shared = gvContext();
  return shared;
}

struct FreeBytes {
  void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

/// A layout is freed before its graph.
class Layout {
 public:
  Layout(graph_t* graph, const char* engine)
      : graph_(graph),
        good_(gvLayout(context(), graph, engine) == 0) {}
  Layout(const Layout&) = delete;
  Layout(Layout&&) = delete;
  Layout& operator=(const Layout&) = delete;
  Layout& operator=(Layout&&) = delete;
  ~Layout() {
    if (good_) gvFreeLayout(context(), graph_);
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  graph_t* graph_;
  bool good_;
};

}  // namespace

std::string draw(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                 LossReport& losses) {
  if (const std::size_t nodes = subset.nodes().count(); nodes > most_readable_nodes)
    losses.add({.count = nodes,
                .what = "node",
                .fate = "hard to read in one drawing",
                .why = "narrow the graph first"});
  const GraphvizSession session;
  const auto failed = [&] {
    return Error("Graphviz cannot draw the graph: " + session.messages());
  };

  report_not_drawn(subset, losses);
  const DotGraph dot = make_dot_graph(subset, style);
  std::string dpi = "dpi";
  std::string value = drawing.dpi;
  agattr(dot.get(), AGRAPH, dpi.data(), value.data());
  const Layout layout(dot.get(), engine_of(layout_of(subset, style)));
  if (!layout.good()) throw failed();
  char* bytes = nullptr;
  unsigned length = 0;
  const int result = gvRenderData(context(), dot.get(), drawing.format, &bytes, &length);
  const std::unique_ptr<char, FreeBytes> owned(bytes);
  if (result != 0 || bytes == nullptr) throw failed();
  return {bytes, length};
}

}  // namespace oscegraph
