// SPDX-License-Identifier: Apache-2.0
//
// The input and output of a reader of any format, except its bytes: the mapping, the sink for
// records, and the lists of problems and warnings.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

struct GraphNodes;
struct Mapping;
struct TextSeen;

/// The inputs and outputs of a reader, beside its bytes.
struct ReadContext {
  std::uint32_t source = 0;      ///< the source's position, copied into each record
  const Mapping* map = nullptr;  ///< for tables with their own headers
  bool map_used = false;         ///< set by the reader that used it
  RecordSink& sink;
  Problems& problems;
  /// Problems that do not stop the load: a running text that could not be read, or only badly; and
  /// sentences that a file of records says about itself.
  std::vector<Problem>& warnings;
  /// Call it regularly with the number of the source's bytes that have been read.
  std::function<void(std::uint64_t offset)> progressed;
  /// Called with each text and what was found in it; may be empty.
  const std::function<void(const TextSeen&)>& on_text;
  GraphNodes& table_nodes;  ///< nodes of Gephi's tables, which its tables of edges refer to
  /// The file's name as a document: its file name, with as many folders as distinguish it from
  /// others.
  std::string document_name{};
};

/// The name of the source as a document.
std::string document_name_of(const Source& source, const ReadContext& context);

/// Adds a warning that repeats what a file of records says about itself, for example that it is a
/// part of a graph.
void tell_what_it_says(const Source& source, std::string_view sentence, ReadContext& context);

}  // namespace oscegraph
