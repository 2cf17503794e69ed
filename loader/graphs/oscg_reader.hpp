// SPDX-License-Identifier: Apache-2.0
//
// Graph files (graph/graph_file.hpp) as inputs. A graph file given alone is mapped and is the graph;
// among other inputs it is one more stream of records, which gives way to them: what it says of a
// document that they state again is left out, so that what was read before
// and is kept in a graph file is updated by reading its sources again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

/// Throws Error when it is missing, unreadable, or no graph file that this program reads.
Graph open_graph_file(const std::string& path, const Context& context = {});
/// The same of bytes that are in memory already.
Graph open_graph_file(Source& source);

/// Whether what `theirs` says of itself gives way to a document with the same id and this checksum:
/// both have one, and they differ.
bool is_replaced(const Document& theirs, std::string_view checksum);

struct GaveWay {
  std::size_t documents = 0;
  std::size_t claims = 0;  ///< of those documents
};

/// Pushes the graph's documents, nodes and claims, but for the documents that are `replaced`, and
/// what they say: that is counted.
GaveWay push_records(const Graph& graph, std::uint32_t source,
                     const std::function<bool(const Document&)>& replaced, RecordSink& sink,
                     const Context& context = {});

}  // namespace oscegraph
