// SPDX-License-Identifier: Apache-2.0
//
// Reads graph files (graph/graph_file.hpp) as inputs. A graph file that is the only input is mapped
// into memory and is the result. Among other inputs it is turned into records of lower priority:
// what it states about a document is left out if records state that document, or if a later graph
// file has another version of it. So a stored graph can be updated by reading its sources again.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

/// Throws Error when the file is missing, unreadable, or not a graph file that this program reads.
Graph open_graph_file(const std::string& path, const Context& context = {});
/// The same for bytes in memory.
Graph open_graph_file(Source& source);

/// Whether the graph file's document is replaced by one with the same id and this checksum: both
/// have a checksum, and they differ.
bool is_replaced(const Document& theirs, std::string_view checksum);

struct Replaced {
  std::size_t documents = 0;
  std::size_t claims = 0;  ///< of those documents
};

/// Pushes the graph's documents, nodes and claims, except documents for which `replaced` is true
/// and their claims. Returns how many were left out.
Replaced push_records(const Graph& graph, std::uint32_t source,
                      const std::function<bool(const Document&)>& replaced, RecordSink& sink,
                      const Context& context = {});

}  // namespace oscegraph
