// SPDX-License-Identifier: Apache-2.0
//
// Graphviz draws a graph: lays it out and renders it. In a process of its own, where there can be one
// (picture_work.hpp).
#pragma once

#include <string>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

struct Drawing {
  const char* format;    ///< a Graphviz renderer: "svg", "png:cairo"
  const char* dpi = "";  ///< for images; "" is Graphviz's own
};

/// The bytes of the drawing. Throws with Graphviz's words when it cannot or when it went beyond its
/// limits, and Stopped; the context is looked at all the time.
std::string draw(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                 const Context& context, LossReport& losses);

}  // namespace oscegraph
