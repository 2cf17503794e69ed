// SPDX-License-Identifier: Apache-2.0
//
// The options of load(): what to read and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct TextSeen;

/// A file in memory, for example one that was uploaded.
struct InputBytes {
  std::string name;  ///< for messages; its ending may decide the format
  std::string bytes;
};

/// How much there is to read, in bytes as stored.
struct InputSize {
  std::uint64_t records = 0;
  std::uint64_t texts = 0;  ///< running text, in which claims are looked for
  bool complete = true;     ///< all sizes are known: no input is a stream or compressed
  /// Graph files. They are mapped, and read fully only when a question needs all of them.
  std::uint64_t graphs = 0;
};

struct LoadOptions {
  /// Files, folders (their records, recursively, in order of path) and "-" for standard input.
  std::vector<std::string> inputs;
  /// Inputs in memory, read after `inputs`.
  std::vector<InputBytes> in_memory;
  /// The limit on the decompressed size of each of them.
  std::size_t most_unpacked = std::size_t{256} << 20U;
  /// One of input_formats(), for inputs whose name and content do not decide; empty: they decide.
  std::string format;
  /// A mapping file for CSV tables and graph files with other column names; empty: none.
  std::string map;
  /// In folders, read only the running texts.
  bool texts_only = false;
  /// Files that are read for another purpose: a folder skips them without a note.
  std::vector<std::string> read_elsewhere;
  /// This loads one chunk of a corpus: an empty chunk is not an error.
  bool is_chunk = false;
  /// Claims reviewed as wrong stay in the graph, marked, for a caller that writes them out again.
  /// They still remove the findings of rules that they refuse.
  bool keep_refused = false;
  /// Names and ids that resolve to nothing become nodes with the attribute status=referenced.
  bool create_missing = false;
  /// How many names shared by several nodes of one kind are reported in words; 0: they are not
  /// searched for.
  std::size_t most_same_names = 0;
  /// How large inputs of native records are read; the result does not depend on it.
  struct Bulk {
    /// bytes per piece, which a thread reads at once
    std::size_t piece = std::size_t{4} << 20U;
    /// least number of bytes in all inputs for the bulk load
    std::uint64_t from = std::uint64_t{1} << 20U;
  };
  Bulk bulk{};
  std::size_t block = std::size_t{1} << 20U;  ///< bytes read of a file at once; tests use few
  /// Called before reading; may throw to refuse an input that is too large.
  std::function<void(const InputSize&)> on_size;
  /// Called with each running text after it has been read.
  std::function<void(const TextSeen&)> on_text;
  /// Its report receives the bytes read and the bytes in all (0: not known).
  Context context;
};

}  // namespace oscegraph
