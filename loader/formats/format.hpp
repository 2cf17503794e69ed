// SPDX-License-Identifier: Apache-2.0
//
// The table of input formats: one row and one reader for each format. format_decision.hpp decides
// which format an input has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

/// One for each row of the table.
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
  /// Whether the start of a file, in UTF-8, is certainly of this format.
  bool (*recognises)(std::string_view head);
  /// Pushes all records into the context's sink, in order. Reports problems and, when they are
  /// collected, goes on with the next record where the format allows it.
  void (*read)(Source& source, ReadContext& context);
  /// Running text for people: no place in it is shown later, so its bytes are freed after reading.
  bool running_text = false;
  /// A file of a graph program. Skipped in a folder, since it may be our own export of the records
  /// beside it, which would then count twice.
  bool graph_file = false;
  /// A table: its name or a mapping decides which records it holds.
  bool table = false;
  /// One native record per line.
  bool lines = false;
};

std::span<const InputFormat> input_format_table();
/// In the order of the table.
std::vector<std::string_view> input_format_names();
const InputFormat* input_format(InputFormatId id);
const InputFormat* find_input_format(std::string_view name);
/// The format of the path's ending (without ".gz"); nullptr when none matches.
const InputFormat* input_format_for_path(std::string_view path);

}  // namespace oscegraph
