// SPDX-License-Identifier: Apache-2.0
//
// Gives measures what they are computed from: the compact graph, the options, and passes over the
// graph that several measures use. A pass runs when the first measure asks for it, and only once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/threads/workers.hpp"
#include "oscegraph/queries/kernels/paths/path_sums.hpp"
#include "oscegraph/queries/kernels/spectra/spectral.hpp"
#include "oscegraph/queries/kernels/structure/cuts.hpp"
#include "oscegraph/queries/kernels/structure/structural_holes.hpp"
#include "oscegraph/queries/measures/centrality.hpp"
#include "oscegraph/queries/measures/two_mode.hpp"

namespace oscegraph {

class MeasureInput {
 public:
  /// All must outlive the input. Measures add remarks about themselves to `remarks`.
  MeasureInput(const Subset& s, const CentralityOptions& o, const CompactGraph& g, Workers& w,
               std::vector<MeasureRemark>& r)
      : scope(s),
        options(o),
        graph(g),
        workers(w),
        remarks(r) {}

  const Subset& scope;
  const CentralityOptions& options;
  const CompactGraph& graph;
  Workers& workers;
  std::vector<MeasureRemark>& remarks;

  [[nodiscard]] bool directed() const { return graph.arrows == Arrows::followed; }

  /// The distances from each node: how many nodes are reached, their total and their harmonic sum.
  const PathSums& distances();
  /// One search from each node, with lengths and scored arcs.
  const PathSums& paths();
  const StructuralHoles& holes();
  const HubsAndAuthorities& hits();
  const Cuts& cuts();
  const Sides& sides();

  /// Adds a remark that an iteration had not settled after so many passes, unless it had.
  void note_unless(bool settled, std::size_t passes, std::string_view what) const {
    if (!settled) remarks.push_back({MeasureRemark::About::unsettled, std::string(what), passes});
  }

 private:
  std::optional<PathSums> distances_;
  std::optional<PathSums> paths_;
  std::optional<StructuralHoles> holes_;
  std::optional<HubsAndAuthorities> hits_;
  std::optional<Cuts> cuts_;
  std::optional<Sides> sides_;
};

}  // namespace oscegraph
