// SPDX-License-Identifier: Apache-2.0
//
// Where the writers put their bytes: a string, a file, or standard output, behind one buffer.
//
// A file appears whole or not at all. Bytes go to a temporary file in the same folder; commit()
// flushes it to the disk, renames it over the target, and flushes the folder. Without commit() (an
// error was thrown, the work was stopped) the target is as it was. A symlink is written through.
// What is not a regular file (a FIFO, /dev/stdout, /dev/full) cannot be renamed over and is written
// directly.
//
// Every call may throw Error. Finishing can fail, so it is a call, not a destructor.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "oscegraph/exports/output/temporary_files.hpp"
#include "oscegraph/graph/context.hpp"

namespace oscegraph {

class Output {
 public:
  /// Into a string; text() shows it.
  explicit Output(Context context = {}) : context_(std::move(context)) {}
  /// Into the file at `path`. Throws when it cannot be created. Whether to stop is asked at each block of
  /// bytes and before the end.
  static Output to_file(std::string path, Context context = {});
  static Output to_standard_output();

  Output(Output&& other) noexcept;
  Output& operator=(Output&& other) noexcept;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  /// Removes the temporary file when there was no commit().
  ~Output();

  void append(std::string_view bytes) {
    if (bytes.size() >= buffer_limit && descriptor_ >= 0) return append_directly(bytes);
    buffer_ += bytes;
    if (buffer_.size() >= buffer_limit) flush();
  }
  void append(char byte) { buffer_ += byte; }

  /// Decimal digits; a double as the shortest text that reads back as the same number.
  template <std::integral Number>
    requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
  void append(Number value) {
    append_integer(static_cast<long long>(value));
  }
  void append(double value);

  /// Hands the buffered bytes on; a string Output keeps them.
  void flush();
  /// Makes the result final. Nothing may be appended afterwards.
  void commit();

  /// What a string Output holds.
  [[nodiscard]] const std::string& text() const { return buffer_; }
  /// A string Output forgets it, and keeps the memory.
  void clear() { buffer_.clear(); }
  /// What the bytes are made and written under: writers look at it, and hand it on.
  [[nodiscard]] const Context& context() const { return context_; }
  void set_context(Context context) { context_ = std::move(context); }
  /// What messages call the target: its path, or "standard output".
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class OutputFolder;
  static constexpr std::size_t buffer_limit = std::size_t{1} << 18U;

  void open_directly();
  void open_beside(unsigned mode);
  void append_integer(long long value);
  /// More than the buffer should copy.
  void append_directly(std::string_view bytes);
  void write(std::string_view bytes);
  void wait_until_ready() const;
  /// The two halves of commit(): all bytes on the disk, and the target replaced.
  void finish_writing();
  void put_in_place();
  void discard() noexcept;
  [[noreturn]] void fail(int error);

  std::string buffer_;
  std::string name_ = "memory";
  std::string target_;     ///< the file the symlinks lead to
  std::string temporary_;  ///< beside it; empty: written directly
  TemporaryName entered_;  ///< ... while it exists
  Context context_;
  bool may_block_ = false;  ///< a pipe, a terminal: whoever reads it may let us wait
  int descriptor_ = -1;     ///< -1: a string, or finished
  bool is_ours_ = false;    ///< to close
};

}  // namespace oscegraph
