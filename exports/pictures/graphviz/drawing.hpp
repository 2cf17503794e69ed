// SPDX-License-Identifier: Apache-2.0
//
// Draws a subset with Graphviz and returns the bytes of the picture. Graphviz runs in a child
// process where that is possible (picture_work.hpp).
#pragma once

#include <string>

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

struct Drawing {
  const char* format;    ///< a Graphviz renderer: "svg", "png:cairo"
  const char* dpi = "";  ///< for images; "" is Graphviz's own
};

/// The bytes of the drawing. Throws Error with Graphviz's message when Graphviz cannot draw it,
/// TooCostly when it exceeds its limits, and Stopped; the context is checked all the time.
std::string draw(const Subset& subset, const GraphStyle& style, const Drawing& drawing,
                 const Context& context, LossReport& losses);

}  // namespace oscegraph
