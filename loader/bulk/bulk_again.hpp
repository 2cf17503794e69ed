// SPDX-License-Identifier: Apache-2.0
//
// Reads one piece of a bulk load a second time, with the usual reader. This is done when the fast
// reader has refused the piece, when a mistake needs an error message, and when the line of a name
// is needed.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/loader/bulk/bulk_csv.hpp"
#include "oscegraph/loader/bulk/bulk_pieces.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

class PieceAgain {
 public:
  /// `table` describes the columns of a table; nullptr for other files. All arguments must outlive
  /// this object. Throws NotForBulk when the file can no longer be read.
  PieceAgain(const BulkFile& file, const BulkColumns* table, const Piece& piece,
             const Context& context);

  /// Calls `accept` with each record; places in a record count lines from the piece's beginning.
  /// Throws the first problem, with its place in the file. Throws NotForBulk when the reader has a
  /// warning.
  void read(const std::function<void(const Record&)>& accept);

  /// As read(), and checks each record: a record with a fault is thrown as the first problem.
  void read_checked(const std::function<void(const Record&)>& accept);

  /// The number to add to a line of the piece to get the line in the file. Cost: the first call
  /// reads the file up to the piece.
  std::uint64_t lines_before();

 private:
  const BulkFile& file_;
  std::string text_;  ///< the text of the piece; of a table, with the header before it
  std::size_t header_ = 0;
  std::uint64_t begins_ = 0;  ///< offset in the file
  bool is_table_;
  std::optional<std::uint64_t> lines_before_;
  const Context& context_;
};

}  // namespace oscegraph
