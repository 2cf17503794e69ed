// SPDX-License-Identifier: Apache-2.0
//
// Tracks the running texts, to find texts that repeat an earlier one word for word, and texts that
// are an edited version of an earlier one. Both are reported, since their claims must not silently
// be counted twice.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

class TextVersions {
 public:
  /// Records a document from a reader, if it is a text; most records are not.
  void note(const Record& record);
  /// Adds warnings about the texts, after the graph is made. `sources`: by the number used in
  /// records.
  void tell(const Graph& graph, const std::deque<Source>& sources,
            std::vector<Problem>& warnings) const;

 private:
  void tell_edits(const Graph& graph, std::vector<Problem>& warnings) const;

  std::unordered_map<std::string, std::uint32_t> source_of_;  ///< by the id of the text's document
  /// number of texts of a source that are repetitions
  std::map<std::uint32_t, std::size_t> repeated_;
};

}  // namespace oscegraph
