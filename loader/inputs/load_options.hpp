// SPDX-License-Identifier: Apache-2.0
//
// What load() is asked to read, and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "oscegraph/graph/context.hpp"

namespace oscegraph {

struct TextSeen;

/// A file that is in memory already: somebody uploaded it.
struct InputBytes {
  std::string name;  ///< for messages, and its ending may tell the format
  std::string bytes;
};

/// How much there is to read: bytes of the files, as they are stored.
struct InputSize {
  std::uint64_t records = 0;
  std::uint64_t texts = 0;  ///< running text, in which claims are looked for
  bool complete = true;     ///< no size is unknown: none is a stream, none is compressed
  /// Graph files, which are opened, and read only where all of them is asked for.
  std::uint64_t graphs = 0;
};

struct LoadOptions {
  /// Files, folders (their records, recursively, in order of path) and "-" for standard input.
  std::vector<std::string> inputs;
  /// Read after the inputs.
  std::vector<InputBytes> in_memory;
  /// What one of them may unpack to.
  std::size_t most_unpacked = std::size_t{256} << 20U;
  /// One of input_formats(), for inputs whose name and content do not tell; empty: they tell.
  std::string format;
  /// A mapping file for CSV tables and graph files with names of their own; empty: none.
  std::string map;
  /// Of folders, read the running texts only.
  bool texts_only = false;
  /// Files that are read for another purpose: a folder passes over them without a word.
  std::vector<std::string> read_elsewhere;
  /// What is read is a part of more: a part that holds nothing is no mistake.
  bool part_of_more = false;
  /// Claims reviewed as wrong stay in the graph, marked so, for who writes them out again. They keep
  /// what a rule found out of it all the same.
  bool keep_refused = false;
  /// Names and ids that resolve to nothing become nodes with attribute status=referenced.
  bool create_missing = false;
  /// How many of the names that several nodes of one kind have are put in words; 0: none is looked for.
  std::size_t most_same_names = 0;
  /// How large inputs of native records are read; what comes out does not depend on it.
  struct Bulk {
    std::size_t piece = std::size_t{4} << 20U;     ///< bytes that a thread reads at once
    std::uint64_t from = std::uint64_t{1} << 20U;  ///< bytes of all inputs for it to be worth it
  };
  Bulk bulk{};
  std::size_t block = std::size_t{1} << 20U;  ///< read of a file at once; few in tests
  /// Called before anything is read; it may throw to refuse so much.
  std::function<void(const InputSize&)> on_size;
  /// Called with each running text when it has been read.
  std::function<void(const TextSeen&)> on_text;
  /// Its report is told of bytes read and bytes in all (0: not known).
  Context context;
};

}  // namespace oscegraph
