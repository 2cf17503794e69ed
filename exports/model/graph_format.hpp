// SPDX-License-Identifier: Apache-2.0
//
// What a format for graphs is: a name, endings, what it can, and the function that writes a Subset. The
// table of all of them is formats/graph_formats.cpp.
//
// The native formats carry everything and load() reads them back. Every other format has one edge
// for each (from, relation, to), because most programs merge parallel edges and keep one at random:
// what the claims behind it say is added up, and the LossReport tells what that left out.
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
  std::string title{};      ///< shown by formats that have a place for it
  std::string size_by{};    ///< a node score of the subset that gives sizes; empty: the degree
  std::string colour_by{};  ///< a node score that numbers groups; empty: colours by kind
  std::string width_by{};   ///< what a flow's width shows: "committed_EUR"; empty: each edge is one
  std::string layout{};     ///< of a drawing, one of layout_names(); empty: what suits its size
  std::string source{};     ///< where the graph was read from, for formats that say so
  std::uint64_t memory = 0;  ///< bytes for Graphviz or librsvg; 0: usual_child_memory()
};

struct GraphFormat {
  std::string_view name;
  std::vector<std::string_view> extensions;  ///< how a path ends: ".graphml"; "/" is a folder
  std::string_view description;
  bool readable = false;  ///< load() reads back all of it
  bool records = false;   ///< native records, which a person may review in it
  bool in_parts =
      false;  ///< lines after lines: parts of a graph may be written one after the other
  bool laid_out = false;   ///< obeys GraphStyle::layout
  bool has_flows = false;  ///< obeys GraphStyle::width_by
  /// A format is one file or a folder of files: exactly one of the two is set.
  void (*write)(const Subset&, const GraphStyle&, Output&, LossReport&) = nullptr;
  void (*write_folder)(const Subset&, const GraphStyle&, OutputFolder&, LossReport&) = nullptr;

  [[nodiscard]] bool folder() const { return write_folder != nullptr; }
};

}  // namespace oscegraph
