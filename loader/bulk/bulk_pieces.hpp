// SPDX-License-Identifier: Apache-2.0
//
// Splits a large file into pieces that threads can read independently. Each piece begins and ends
// between two records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// A regular file that any thread may read at any position. Throws NotForBulk on failure.
class BulkFile {
 public:
  explicit BulkFile(std::string path);
  BulkFile(BulkFile&& other) noexcept;
  BulkFile& operator=(BulkFile&&) = delete;
  BulkFile(const BulkFile&) = delete;
  BulkFile& operator=(const BulkFile&) = delete;
  ~BulkFile();

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// Reads `size` bytes at `offset` into `to`.
  void read(std::uint64_t offset, char* to, std::size_t size) const;
  /// The bytes [first, last), cut at the end of the file.
  [[nodiscard]] std::string bytes(std::uint64_t first, std::uint64_t last) const;

 private:
  std::string path_;
  int descriptor_;
  std::uint64_t size_ = 0;
};

/// The bytes [first, last) of a file; the piece has the records that begin in it.
struct Piece {
  std::size_t file = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  /// Whether the number of quotes before it is odd: it begins inside a quoted field of a table.
  bool inside_quotes = false;
  bool ends_inside_quotes = false;
  /// The first piece of its file: a record begins with it, after a byte order mark or a header.
  bool is_first = false;
};

/// The complete records of a piece, in a block with padding behind them.
class PieceText {
 public:
  /// `quoted`: a line break between quotes does not end a record. The text is valid until the next
  /// call. Throws NotForBulk when the file cannot be read.
  void read(const BulkFile& file, const Piece& piece, bool quoted);
  /// Whether the text is UTF-8 without NUL.
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] char* begin() { return block_.data() + first_; }
  [[nodiscard]] char* end() { return block_.data() + last_; }
  /// The offset of begin() in the file.
  [[nodiscard]] std::uint64_t offset() const { return offset_ + first_; }

 private:
  [[nodiscard]] std::size_t end_of_last_record(std::size_t size, bool quoted) const;
  [[nodiscard]] std::size_t end_of_record(std::size_t from, std::size_t to, bool quoted);
  void extend(const BulkFile& file, std::uint64_t upto);

  std::vector<char> block_;
  std::uint64_t offset_ = 0;  ///< offset of the block in the file
  std::size_t filled_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  bool inside_ = false;
};

}  // namespace oscegraph
