// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/graphviz_picture.hpp"

#include <graphviz/gvc.h>

#include <memory>

#include "oscegraph/exports/pictures/child/picture_work.hpp"
#include "oscegraph/exports/pictures/graphviz/dot_bytes.hpp"
#include "oscegraph/graph/libraries/graphviz_session.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

/// The Graphviz context, one for the whole run: making one loads plugins, which takes longer than a
/// small drawing, and the text plugin of Graphviz 2.43 keeps using a font name that an older
/// context has freed.
GVC_t* context() {
  static GVC_t* const shared = gvContext();
  return shared;
}

struct FreeBytes {
  void operator()(char* bytes) const { gvFreeRenderData(bytes); }
};

/// A layout of the graph; it must be freed before the graph.
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

std::string graphviz_picture(const PictureWork& work) {
  const GraphvizSession session;
  const auto failed = [&] {
    return Error("Graphviz cannot draw the graph: " + session.messages());
  };
  const DotGraph dot = dot_of_bytes(work.source);
  std::string dpi = "dpi";
  std::string value = work.dpi;
  agattr(dot.get(), AGRAPH, dpi.data(), value.data());
  const Layout layout(dot.get(), work.engine.c_str());
  if (!layout.good()) throw failed();
  char* bytes = nullptr;
  unsigned length = 0;
  const int result = gvRenderData(context(), dot.get(), work.format.c_str(), &bytes, &length);
  const std::unique_ptr<char, FreeBytes> owned(bytes);
  if (result != 0 || bytes == nullptr) throw failed();
  return {bytes, length};
}

}  // namespace oscegraph
