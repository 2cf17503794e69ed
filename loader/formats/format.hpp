// SPDX-License-Identifier: Apache-2.0
//
// The table of input formats: one row and one reader file each. format_decision.hpp says which one an
// input is.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

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
/// In order of the table.
std::vector<std::string_view> input_format_names();
const InputFormat* input_format(InputFormatId id);
const InputFormat* find_input_format(std::string_view name);
/// By the ending of the path (without ".gz"); nullptr when none matches.
const InputFormat* input_format_for_path(std::string_view path);

}  // namespace oscegraph
