// SPDX-License-Identifier: Apache-2.0
//
// Reads one piece of a bulk load again with the usual reader: when the fast reader refused it, to word a
// mistake, or to find the line where a name stands.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/loader/bulk/bulk_csv.hpp"
#include "oscegraph/loader/bulk/bulk_pieces.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

class PieceAgain {
 public:
  /// `table`: of its columns, for a table; else nullptr. All must outlive it. Throws Unusual when the file
  /// cannot be read any more.
  PieceAgain(const BulkFile& file, const BulkColumns* table, const Piece& piece,
             const Context& context);

  /// Calls `accept` with each record; places in it are lines of the piece. Throws the first problem,
  /// with its place in the file. Unusual where the reader has a warning.
  void read(const std::function<void(const Record&)>& accept);

  /// The same, and each record that may not be is the first problem.
  void read_checked(const std::function<void(const Record&)>& accept);

  /// What to add to a line of the piece for that of the file. Cost: the first call reads the file up to
  /// the piece.
  std::uint64_t lines_before();

 private:
  const BulkFile& file_;
  std::string text_;  ///< of a table, with the header before it
  std::size_t header_ = 0;
  std::uint64_t begins_ = 0;  ///< in the file
  bool is_table_;
  std::optional<std::uint64_t> lines_before_;
  const Context& context_;
};

}  // namespace oscegraph
