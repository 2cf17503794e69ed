// SPDX-License-Identifier: Apache-2.0
//
// Locks a mutex for the session, collects the messages of Graphviz, and defines the list of its
// attributes.
#include "oscegraph/graph/libraries/graphviz_session.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <array>

namespace oscegraph {
namespace {

/// The attributes of https://graphviz.org/doc/info/attrs.html, and "key", which cgraph writes for
/// the name of an edge.
constexpr std::array<std::string_view, 96> attributes{"URL",
                                                      "area",
                                                      "arrowhead",
                                                      "arrowsize",
                                                      "arrowtail",
                                                      "class",
                                                      "color",
                                                      "colorscheme",
                                                      "comment",
                                                      "constraint",
                                                      "decorate",
                                                      "dir",
                                                      "distortion",
                                                      "edgeURL",
                                                      "edgehref",
                                                      "edgetarget",
                                                      "edgetooltip",
                                                      "fillcolor",
                                                      "fixedsize",
                                                      "fontcolor",
                                                      "fontname",
                                                      "fontsize",
                                                      "gradientangle",
                                                      "group",
                                                      "headURL",
                                                      "head_lp",
                                                      "headclip",
                                                      "headhref",
                                                      "headlabel",
                                                      "headport",
                                                      "headtarget",
                                                      "headtooltip",
                                                      "height",
                                                      "href",
                                                      "id",
                                                      "image",
                                                      "imagepos",
                                                      "imagescale",
                                                      "key",
                                                      "label",
                                                      "labelURL",
                                                      "labelangle",
                                                      "labeldistance",
                                                      "labelfloat",
                                                      "labelfontcolor",
                                                      "labelfontname",
                                                      "labelfontsize",
                                                      "labelhref",
                                                      "labelloc",
                                                      "labeltarget",
                                                      "labeltooltip",
                                                      "layer",
                                                      "len",
                                                      "lhead",
                                                      "lp",
                                                      "ltail",
                                                      "margin",
                                                      "minlen",
                                                      "nojustify",
                                                      "ordering",
                                                      "orientation",
                                                      "penwidth",
                                                      "peripheries",
                                                      "pin",
                                                      "pos",
                                                      "radius",
                                                      "rects",
                                                      "regular",
                                                      "root",
                                                      "samehead",
                                                      "sametail",
                                                      "samplepoints",
                                                      "shape",
                                                      "shapefile",
                                                      "showboxes",
                                                      "sides",
                                                      "skew",
                                                      "sortv",
                                                      "style",
                                                      "tailURL",
                                                      "tail_lp",
                                                      "tailclip",
                                                      "tailhref",
                                                      "taillabel",
                                                      "tailport",
                                                      "tailtarget",
                                                      "tailtooltip",
                                                      "target",
                                                      "texlbl",
                                                      "tooltip",
                                                      "vertices",
                                                      "weight",
                                                      "width",
                                                      "xlabel",
                                                      "xlp",
                                                      "z"};

}  // namespace

std::mutex GraphvizSession::one_at_a_time_;
std::string GraphvizSession::heard_;

GraphvizSession::GraphvizSession() : lock_(one_at_a_time_), previous_(agseterrf(listen)) {
  heard_.clear();
}

GraphvizSession::~GraphvizSession() { agseterrf(previous_); }

int GraphvizSession::listen(char* message) noexcept {
  heard_ += message;
  return 0;
}

std::string GraphvizSession::messages() const {
  std::string line = heard_;
  while (line.ends_with('\n')) line.pop_back();
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::span<const std::string_view> graphviz_attributes() { return attributes; }

}  // namespace oscegraph
