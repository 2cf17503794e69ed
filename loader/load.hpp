// SPDX-License-Identifier: Apache-2.0
//
// From files to a Graph: the one door into this library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/resolve/same_names.hpp"

namespace oscegraph {

namespace press {
struct Found;
}

/// A text that was read, with what was found in it. Views live until the call returns.
struct TextSeen {
  std::string_view document;  ///< its id
  std::string_view title;
  std::string_view text;
  const press::Found& found;
  const std::vector<std::string>& locators;  ///< of the claims found, in their order
};

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

struct Loaded {
  Graph graph;
  /// Where it is from, in words: the one file's name without folders, or "3 files".
  std::string origin;
  /// Where each record came from, in order of reading: "claims.csv" -> 120 records.
  struct Source {
    std::string file;
    std::uint64_t documents = 0;
    std::uint64_t nodes = 0;
    std::uint64_t claims = 0;
  };
  std::vector<Source> sources;
  /// Files of the folders that were passed over (no format of ours, or a table that needs a mapping),
  /// in order of path.
  std::vector<std::string> skipped;
  /// What was left out for a reason: texts that could not be read, or only in part, and records that
  /// rows of a mapped table do not state. All else is in the graph. Where nothing else is, they are
  /// problems instead.
  std::vector<Problem> warnings;
  /// Nodes of one kind that are called the same, as far as they were looked for.
  SameNames same_names;
  /// Graph files of which records or newer graph files state documents again: these replace all that
  /// the file says of them.
  struct Refreshed {
    std::string file;
    std::uint64_t documents = 0;
    std::uint64_t claims = 0;  ///< of the file, that gave way
  };
  std::vector<Refreshed> refreshed;
  /// A node or document that create_missing made.
  struct Created {
    std::string id;
    std::string name;   ///< as claims write it
    Place place;        ///< where first, in order of file and line
    std::string meant;  ///< the known name that it may be a misspelling of; may be empty
  };
  /// A name in claims that was read otherwise than it is written: "Norway, Government of".
  struct ReadName {
    std::string text;
    std::string id;    ///< of the node it was taken for
    std::string name;  ///< of that node
    Place place;       ///< where first, in order of file and line
  };
  std::vector<ReadName> read_names;  ///< in order of place
  /// A node whose name records spell in several ways.
  struct Spelt {
    std::string id;
    std::string name;                 ///< the first, in order of file and line
    std::vector<std::string> others;  ///< in order; now aliases
  };
  std::vector<Spelt> spelt;  ///< in order of id
  /// A node of a text or of a graph program's file, which is one with the node called the same.
  struct Joined {
    std::string id;  ///< that it had there
    std::string name;
    std::string into;  ///< the id of the node that it is
  };
  std::vector<Joined> joined;  ///< in order of `into`, then of `id`
  /// Of more than this, none is compared with the known names.
  static constexpr std::size_t most_hinted_at = 10'000;
  std::vector<Created> created;  ///< in order of id
};

/// Reads the inputs into one graph. The result does not depend on their order.
/// Errors: with problems.collects() false, the first problem is thrown as Error; otherwise records
/// with a problem are left out, the list says why, and TooManyProblems never leaves this function.
/// Throws Stopped.
Loaded load(const LoadOptions& options, Problems& problems);

/// Reads running texts a few megabytes at a time, for who can do without one graph of all: `part` gets
/// the graph of the next files, in order of path, and their memory is let go when it returns. Gives
/// back what load() does beside the graph. Call it when only_texts() says so.
Loaded load_in_parts(const LoadOptions& options, Problems& problems,
                     const std::function<void(const Graph&)>& part);

/// Whether the inputs are, by their names, running texts and folders to be read for them.
bool only_texts(const LoadOptions& options);

/// The example data set that is compiled in.
Loaded load_example(std::size_t most_same_names = 0);

/// The formats load() knows: "jsonl", "json", "csv", ...
std::vector<std::string_view> input_formats();

}  // namespace oscegraph
