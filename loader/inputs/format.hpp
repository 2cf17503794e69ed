// SPDX-License-Identifier: Apache-2.0
//
// The table of input formats: one row and one reader file each. format_decision.hpp says which one an
// input is.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/tables/mapping.hpp"

namespace oscegraph {

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

/// Each has its row.
enum class InputFormatId : std::uint8_t {
  jsonl,
  json,
  csv,
  oscg,
  graphml,
  gexf,
  dot,
  html,
  feed,
  text
};

struct InputFormat {
  InputFormatId id;
  std::string_view name;
  std::vector<std::string_view> extensions;
  std::string_view description;
  /// Whether the start of a file, in UTF-8, is of this format for certain.
  bool (*recognises)(std::string_view head);
  /// Pushes every record into the context's sink, in order. Reports what is wrong and, when the
  /// problems are being collected, goes on with the next record where the format allows.
  void (*read)(Source& source, ReadContext& context);
  /// Running text for people: no place in it is shown later, so its bytes are let go when it is read.
  bool running_text = false;
  /// A file of a graph program. In a folder it is passed over: it may be our own export of the records
  /// beside it, which would then count twice.
  bool graph_file = false;
  /// A table: its name or a mapping says which records it holds.
  bool table = false;
  /// A native record on each line.
  bool lines = false;
};

std::span<const InputFormat> input_format_table();
const InputFormat* input_format(InputFormatId id);
const InputFormat* find_input_format(std::string_view name);
/// By the ending of the path (without ".gz"); nullptr when none matches.
const InputFormat* input_format_for_path(std::string_view path);

// The readers, for the table.
void read_json_lines(Source& source, ReadContext& context);
void read_json(Source& source, ReadContext& context);
void read_csv(Source& source, ReadContext& context);
/// What a table's name says it holds: documents, nodes or claims; nullopt when it says nothing.
std::optional<RecordType> type_of_table(std::string_view path);
void read_graphml(Source& source, ReadContext& context);
void read_gexf(Source& source, ReadContext& context);
void read_dot(Source& source, ReadContext& context);
void read_text(Source& source, ReadContext& context);
/// Out of a graph file that is in memory; load() maps those that are files.
void read_oscg(Source& source, ReadContext& context);
void read_html(Source& source, ReadContext& context);
void read_feed(Source& source, ReadContext& context);

}  // namespace oscegraph
