// SPDX-License-Identifier: Apache-2.0
//
// The description of a graph format: its name, path endings, abilities, and the function that
// writes a Subset. The table of all formats is formats/graph_formats.cpp.
//
// The native formats hold everything, and load() reads them back. Every other format has one edge
// for each (from, relation, to), because most programs merge parallel edges and keep one at random.
// The values of the edge's claims are added up, and the LossReport says what is lost by that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/exports/output/loss_report.hpp"
#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/exports/output/output_folder.hpp"
#include "oscegraph/graph/subset.hpp"

namespace oscegraph {

struct GraphStyle {
  std::string title{};       ///< shown by formats that have a place for it
  std::string size_by{};     ///< a node score of the subset that gives sizes; empty: the degree
  std::string colour_by{};   ///< a node score that numbers groups; empty: colours by kind
  std::string width_by{};    ///< width of a flow: "committed_EUR"; empty: each edge counts as one
  std::string layout{};      ///< one of layout_names(); empty: chosen by the size of the graph
  std::string source{};      ///< where the graph was read from, for formats that say so
  std::uint64_t memory = 0;  ///< bytes for Graphviz or librsvg; 0: usual_child_memory()
};

struct GraphFormat {
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< how a path ends: ".graphml"; "/" is a folder
  std::string_view description;
  bool readable = false;   ///< load() reads back all of it
  bool records = false;    ///< native records, which a person may review in it
  bool in_parts = false;   ///< a file of lines: parts of a graph may be written one after the other
  bool laid_out = false;   ///< obeys GraphStyle::layout
  bool has_flows = false;  ///< obeys GraphStyle::width_by
  /// A format is one file or a folder of files: exactly one of the two is set.
  void (*write)(const Subset&, const GraphStyle&, Output&, LossReport&) = nullptr;
  void (*write_folder)(const Subset&, const GraphStyle&, OutputFolder&, LossReport&) = nullptr;

  [[nodiscard]] bool folder() const { return write_folder != nullptr; }
};

}  // namespace oscegraph
