// SPDX-License-Identifier: Apache-2.0
//
// The running texts that are read: which of them were there before, word for word, and which are one text
// before and after an edit. Both are told, since neither may count twice in silence.
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
  /// A record that a reader gives; most are of no text.
  void note(const Record& record);
  /// What there is to tell of the texts, once the graph is made. `sources` by number, as records name them.
  void tell(const Graph& graph, const std::deque<Source>& sources,
            std::vector<Problem>& warnings) const;

 private:
  void tell_edits(const Graph& graph, std::vector<Problem>& warnings) const;

  std::unordered_map<std::string, std::uint32_t> source_of_;  ///< by the id of the text's document
  std::map<std::uint32_t, std::size_t> repeated_;  ///< texts of a source that came before
};

}  // namespace oscegraph
