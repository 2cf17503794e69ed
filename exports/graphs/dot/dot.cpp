// SPDX-License-Identifier: Apache-2.0
//
// Writes the drawing of a graph in Graphviz's language DOT, so that a person can edit and render
// it: dot -Tsvg x.dot > x.svg. The file also contains the data (dot_data.hpp), for gvpr and for our
// own reader.
#include <graphviz/cgraph.h>

#include <exception>

#include "oscegraph/exports/graphs/dot/dot_data.hpp"
#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/graph/libraries/graphviz_session.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

/// The argument of cgraph's output callback. cgraph is C, and an exception must not pass through
/// it: the callback stores it here, and it is thrown again after agwrite().
struct Channel {
  Output& out;
  std::exception_ptr error;
};

int put(void* channel, const char* text) {
  auto& [out, error] = *static_cast<Channel*>(channel);
  if (error) return -1;
  try {
    out.append(std::string_view(text));
  } catch (...) {
    error = std::current_exception();
    return -1;
  }
  return 0;
}

}  // namespace

void write_dot(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  const GraphvizSession session;
  const DotGraph dot = make_dot_graph(subset, style, out.context());
  add_data(dot, subset, losses);
  static Agiodisc_t to_output{nullptr, put, [](void* /*channel*/) { return 0; }};
  dot->clos->disc.io = &to_output;
  Channel channel{out, nullptr};
  const int result = agwrite(dot.get(), &channel);
  if (channel.error) std::rethrow_exception(channel.error);
  if (result != 0) throw Error("Graphviz cannot write the graph: " + session.messages());
}

}  // namespace oscegraph
