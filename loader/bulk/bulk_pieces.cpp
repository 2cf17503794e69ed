// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_pieces.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/bulk/bulk_json.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t none_found = static_cast<std::size_t>(-1);

}  // namespace

BulkFile::BulkFile(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  struct stat info {};
  const bool fine = descriptor_ >= 0 && ::fstat(descriptor_, &info) == 0 && S_ISREG(info.st_mode);
  if (!fine) {
    if (descriptor_ >= 0) ::close(descriptor_);
    throw NotForBulk();
  }
  size_ = static_cast<std::uint64_t>(info.st_size);
}

BulkFile::BulkFile(BulkFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_) {}

BulkFile::~BulkFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void BulkFile::read(std::uint64_t offset, char* to, std::size_t size) const {
  while (size > 0) {
    const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw NotForBulk();  // the file has become shorter, or cannot be read
    to += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

std::string BulkFile::bytes(std::uint64_t first, std::uint64_t last) const {
  std::string bytes(std::min(last, size_) - std::min(first, size_), '\0');
  read(first, bytes.data(), bytes.size());
  return bytes;
}

/// Extends the block so that it holds the file up to offset `upto`.
void PieceText::extend(const BulkFile& file, std::uint64_t upto) {
  const std::size_t size = static_cast<std::size_t>(std::min(upto, file.size()) - offset_);
  if (size <= filled_) return;
  if (block_.size() < size + BulkJson::padding) block_.resize(size + BulkJson::padding);
  file.read(offset_ + filled_, block_.data() + filled_, size - filled_);
  filled_ = size;
  std::memset(block_.data() + filled_, 0, BulkJson::padding);
}

/// The position after the first line break in [from, to) that ends a record, or none_found.
std::size_t PieceText::end_of_record(std::size_t from, std::size_t to, bool quoted) {
  if (!quoted) {
    const void* found = std::memchr(block_.data() + from, '\n', to - from);
    if (found == nullptr) return none_found;
    return static_cast<std::size_t>(static_cast<const char*>(found) - block_.data()) + 1;
  }
  for (std::size_t i = from; i < to; ++i) {
    if (block_[i] == '"') inside_ = !inside_;
    if (block_[i] == '\n' && !inside_) return i + 1;
  }
  return none_found;
}

/// The position after the last line break before `size` that ends a record; `first_` when there is
/// none. inside_ must be the quote state at `size`.
std::size_t PieceText::end_of_last_record(std::size_t size, bool quoted) const {
  if (!quoted) {
    const void* found = ::memrchr(block_.data() + first_, '\n', size - first_);
    if (found == nullptr) return first_;
    return static_cast<std::size_t>(static_cast<const char*>(found) - block_.data()) + 1;
  }
  bool inside = inside_;
  for (std::size_t i = size; i > first_; --i) {
    if (block_[i - 1] == '"') inside = !inside;
    if (block_[i - 1] == '\n' && !inside) return i;
  }
  return first_;
}

void PieceText::read(const BulkFile& file, const Piece& piece, bool quoted) {
  constexpr std::uint64_t step = std::uint64_t{1} << 16U;
  // Starts one byte earlier: that byte tells whether a record begins with the piece.
  offset_ = piece.first > 0 ? piece.first - 1 : 0;
  filled_ = 0;
  extend(file, piece.last);
  const std::size_t size = filled_;
  inside_ = piece.inside_quotes;
  first_ = last_ = 0;
  if (piece.first > 0) {
    // inside_quotes is the state at the first byte of the piece, not at the byte before.
    const bool ends_before = piece.is_first || (block_[0] == '\n' && !inside_);
    first_ = ends_before ? 1 : end_of_record(1, size, quoted);
    if (first_ == none_found || first_ >= size) {
      first_ = last_ = 0;  // one record from an earlier piece covers the whole piece
      return;
    }
  }
  // The last record that begins in the piece may end beyond it.
  inside_ = piece.ends_inside_quotes;
  last_ = end_of_last_record(size, quoted);
  for (std::size_t from = size; last_ < size;) {
    if (offset_ + filled_ == file.size()) {
      last_ = filled_;
      break;
    }
    extend(file, offset_ + filled_ + step);
    const std::size_t end = end_of_record(from, filled_, quoted);
    if (end != none_found) last_ = end;
    from = filled_;
  }
}

bool PieceText::is_text() const {
  const std::string_view text(block_.data() + first_, last_ - first_);
  return invalid_utf8(text) == std::string_view::npos && text.find('\0') == std::string_view::npos;
}

}  // namespace oscegraph
