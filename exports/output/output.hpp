// SPDX-License-Identifier: Apache-2.0
//
// The destination to which writers append their bytes: a string, a file, or standard output, with
// one buffer.
//
// A file appears whole or not at all. Bytes go to a temporary file in the same folder; commit()
// flushes it to the disk, renames it over the target, and flushes the folder. Without commit() (an
// error was thrown, the work was stopped) the target is unchanged. For a symlink, the file it leads
// to is written. A target that is not a regular file (a FIFO, /dev/stdout, /dev/full) cannot be
// replaced by a rename and is written directly.
//
// Every call may throw Error. Finishing can fail, so commit() is a call and not part of the
// destructor.
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "oscegraph/exports/output/temporary_files.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

class Output {
 public:
  /// Writes into a string; text() returns it.
  explicit Output(Context context = {}) : context_(std::move(context)) {}
  /// Writes into the file at `path`. Throws when it cannot be created. The context is checked at
  /// each block of bytes and before the end.
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

  /// Writes the buffered bytes to the file; a string Output keeps them.
  void flush();
  /// Makes the result final. Nothing may be appended afterwards.
  void commit();

  /// The text of a string Output.
  [[nodiscard]] const std::string& text() const { return buffer_; }
  /// Empties the text of a string Output; its memory is kept for the next text.
  void clear() { buffer_.clear(); }
  /// The context of this work: writers check it, and pass it on to what they call.
  [[nodiscard]] const Context& context() const { return context_; }
  void set_context(Context context) { context_ = std::move(context); }
  /// The name of the target in messages: its path, or "standard output".
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class OutputFolder;
  static constexpr std::size_t buffer_limit = std::size_t{1} << 18U;

  void open_directly();
  void open_beside(unsigned mode);
  void append_integer(long long value);
  /// For bytes that are too many to copy into the buffer.
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
  std::string temporary_;  ///< path of the temporary file; empty: the target is written directly
  TemporaryName entered_;  ///< the entry of temporary_ in the list of temporary files
  Context context_;
  bool may_block_ = false;  ///< a pipe, a socket or a terminal: a write may block
  int descriptor_ = -1;     ///< -1: a string, or finished
  bool is_ours_ = false;    ///< we opened the descriptor, so we close it
};

}  // namespace oscegraph
