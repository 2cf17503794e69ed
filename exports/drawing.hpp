// SPDX-License-Identifier: Apache-2.0
//
// Graphviz draws a graph: lays it out and renders it, through its library and plugins.
#pragma once

#include <string>

#include "oscegraph/exports/graph_format.hpp"

namespace oscegraph {

struct Drawing {
  const char* format;    ///< a Graphviz renderer: "svg", "png:cairo"
  const char* dpi = "";  ///< for images; "" is Graphviz's own
};

/// The bytes of the drawing. Throws with Graphviz's words when it cannot.
std::string draw(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                 LossReport& losses);

}  // namespace oscegraph
