// SPDX-License-Identifier: Apache-2.0
//
// What load() gives: the graph, and an account of how it came about: what was read from which file, what was
// left out, made, joined, or read otherwise than it is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/resolve/same_names.hpp"

namespace oscegraph {

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

}  // namespace oscegraph
