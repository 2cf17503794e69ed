// SPDX-License-Identifier: Apache-2.0
//
// What a reader of any format is given beside its bytes, and where it puts the records it reads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

struct GraphNodes;
struct Mapping;
struct TextSeen;

/// What a reader works with beside its bytes.
struct ReadContext {
  std::uint32_t source = 0;      ///< the source's position, copied into each record
  const Mapping* map = nullptr;  ///< for tables with their own headers
  bool map_used = false;         ///< set by the reader that used it
  RecordSink& sink;
  Problems& problems;
  /// What kept a file of running text from being read, or read well, while the others still load; and
  /// what a file of records says of itself.
  std::vector<Problem>& warnings;
  /// To be called now and then with how many of the source's bytes are behind the reader.
  std::function<void(std::uint64_t offset)> progressed;
  /// Shown each text with what was found in it; may be empty.
  const std::function<void(const TextSeen&)>& on_text;
  GraphNodes& table_nodes;  ///< of Gephi's tables: those with the edges name them
  /// What the file is called as a document: its name, and as much of its folders as tells it from others.
  std::string document_name{};
};

/// What the source is called as a document.
std::string document_name_of(const Source& source, const ReadContext& context);

/// A warning that repeats what a file of records says of itself: that it is a part of a graph, for one.
void tell_what_it_says(const Source& source, std::string_view sentence, ReadContext& context);

}  // namespace oscegraph
