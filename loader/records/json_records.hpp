// SPDX-License-Identifier: Apache-2.0
//
// Turns JSON events into records: a SAX handler. It stores one record and little state, whatever
// the size or depth of the input, and sets the place of every value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

/// Converts positions in the parsed text to lines and columns of its source. Parsing is in situ, so
/// the address of a string gives its position; for other tokens the stream does.
class JsonPlaces {
 public:
  /// `text` starts at `line`, counted from 1.
  JsonPlaces(std::string_view text, std::uint64_t line)
      : text_(text),
        line_(line),
        line_start_(0) {}

  struct Position {
    std::uint64_t line = 0;
    std::uint64_t column = 0;
  };
  /// Offsets must not decrease between calls, so that lines are counted once.
  Position at(std::size_t offset);

 private:
  std::string_view text_;  ///< not modified by the parser
  std::size_t counted_ = 0;
  std::uint64_t line_;
  std::size_t line_start_;
};

enum class JsonShape : std::uint8_t { line, object };

/// Parses one JSON text (a line of JSON Lines, or a whole .json object) and pushes its records.
/// Reports faults; returns false when the text could not be read to its end.
class JsonRecords {
 public:
  JsonRecords(const Source& source, ReadContext& context, JsonShape shape);
  bool parse(std::string_view text, std::uint64_t first_line);

 private:
  struct Handler;
  const Source& source_;
  ReadContext& context_;
  JsonShape shape_;
  std::string buffer_;
  Record record_;
};

}  // namespace oscegraph
