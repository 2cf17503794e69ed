// SPDX-License-Identifier: Apache-2.0
//
// The result of load(): the graph and a report. The report says what was read from which file, and
// what was left out, created, joined, or not resolved exactly as written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/resolve/same_names.hpp"

namespace oscegraph {

struct Loaded {
  Graph graph;
  /// Its origin in words: the name of the only file, without folders, or "3 files".
  std::string origin;
  /// How many records each source had, in order of reading: "claims.csv" -> 120 records.
  struct Source {
    std::string file;
    std::uint64_t documents = 0;
    std::uint64_t nodes = 0;
    std::uint64_t claims = 0;
  };
  std::vector<Source> sources;
  /// Files in folders that were skipped (unknown format, or a table that needs a mapping), in order
  /// of path.
  std::vector<std::string> skipped;
  /// What was left out: texts that could not be read or only in part, and records for which rows of
  /// a mapped table are incomplete. All else is in the graph. When nothing at all was read, these
  /// are problems instead.
  std::vector<Problem> warnings;
  /// Nodes of one kind with the same name, if they were searched for.
  SameNames same_names;
  /// Graph files with documents that records or later graph files also state: those replace what
  /// the graph file says about them.
  struct Refreshed {
    std::string file;
    std::uint64_t documents = 0;
    std::uint64_t claims = 0;  ///< claims of the file that were replaced
  };
  std::vector<Refreshed> refreshed;
  /// A node or document that create_missing made.
  struct Created {
    std::string id;
    std::string name;   ///< as claims write it
    Place place;        ///< the first place, in order of file and line
    std::string meant;  ///< a known name of which it may be a misspelling; may be empty
  };
  /// A name in claims that was not resolved exactly as written: "Norway, Government of".
  struct ReadName {
    std::string text;
    std::string id;    ///< id of the node that it was resolved to
    std::string name;  ///< name of that node
    Place place;       ///< the first place, in order of file and line
  };
  std::vector<ReadName> read_names;  ///< in order of place
  /// A node for which records have several spellings of the name.
  struct Spelt {
    std::string id;
    std::string name;                 ///< the first, in order of file and line
    std::vector<std::string> others;  ///< in order; they became aliases
  };
  std::vector<Spelt> spelt;  ///< in order of id
  /// A node from a text or a graph program's file that was joined with the node of the same name.
  struct Joined {
    std::string id;  ///< its id there
    std::string name;
    std::string into;  ///< the id of the node that it was joined with
  };
  std::vector<Joined> joined;  ///< in order of `into`, then of `id`
  /// When more were created, none is compared with known names.
  static constexpr std::size_t most_hinted_at = 10'000;
  std::vector<Created> created;  ///< in order of id
};

}  // namespace oscegraph
