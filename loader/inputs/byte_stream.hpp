// SPDX-License-Identifier: Apache-2.0
//
// The bytes of an input, unpacked, in order: of a file (plain or gzip), of standard input, of memory.
// Readers look at what comes next and take what they have read, so that only a window of a file is in
// memory, whatever its size:
//
//   while (!(text = stream.peek(1)).empty()) {      at least one byte, unless the input has ended
//     use(text);
//     stream.take(text.size());
//   }
//
// What comes through a pipe cannot be read again, neither for a second pass nor for showing a line that
// is wrong: it stays in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"

namespace oscegraph {

inline constexpr std::size_t any_size = std::string::npos;

/// What the input of a path is called in messages: "standard input" for "-".
std::string name_of_input(const std::string& path);

class ByteStream {
 public:
  static constexpr std::size_t usual_block = std::size_t{1} << 20U;

  /// `path` is opened now and read when bytes are asked for, up to `block` at once; "-" is standard input.
  /// Throws Error when it is missing or may not be read.
  explicit ByteStream(const std::string& path, const Context& context = {},
                      std::size_t block = usual_block);

  /// Of bytes in memory, packed or not. `name` is theirs in errors. They may unpack to `most` bytes: a few
  /// kilobytes can become many gigabytes.
  static ByteStream of_bytes(std::string name, std::string bytes, std::size_t most = any_size,
                             const Context& context = {});

  /// Of bytes that are unpacked, or never were packed.
  static ByteStream of_text(std::string text);

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  /// What comes next: at least `least` bytes, unless the input ends before. The view lives until the next
  /// call that needs more bytes than it has, or close(). Throws Error when the file cannot be read, is a
  /// damaged gzip file, or unpacks to too much; there are no more bytes then.
  std::string_view peek(std::size_t least);
  /// Steps over bytes that peek() has shown.
  void take(std::size_t bytes);
  /// Whether what peek() has shown goes to the input's end.
  [[nodiscard]] bool ends_here() const;
  /// How many bytes were taken.
  [[nodiscard]] std::uint64_t taken() const;

  /// Takes the mark of UTF-8, where it comes next.
  void take_byte_order_mark();
  /// The next line without its "\n", and takes it; nullopt at the end.
  std::optional<std::string_view> line();
  /// All that has not been taken, and takes it. The view lives until rewind() or close().
  std::string_view rest();
  /// Goes back to the first byte. Throws Error when the file is gone since.
  void rewind();

  /// All bytes from the first, where they stay in memory.
  [[nodiscard]] std::optional<std::string_view> kept() const;
  /// Closes the file and lets its bytes go. What cannot be read again stays in memory.
  void close();

 private:
  class Bytes;
  explicit ByteStream(std::unique_ptr<Bytes> bytes);
  std::unique_ptr<Bytes> bytes_;
};

}  // namespace oscegraph
