// SPDX-License-Identifier: Apache-2.0
//
// Gives the bytes of an input in order, decompressed. The input is a file (plain or gzip), standard
// input or memory. A reader looks at the next bytes and then takes those that it has used, so only
// a window of a file is in memory, whatever the size of the file:
//
//   while (!(text = stream.peek(1)).empty()) {      at least one byte, unless the input has ended
//     use(text);
//     stream.take(text.size());
//   }
//
// Input from a pipe cannot be read again, neither for a second pass nor to show a wrong line, so it
// stays in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

inline constexpr std::size_t any_size = std::string::npos;

/// The name of an input in messages: "standard input" for "-".
std::string name_of_input(const std::string& path);

class ByteStream {
 public:
  static constexpr std::size_t usual_block = std::size_t{1} << 20U;

  /// Opens `path` at once and reads on demand, up to `block` bytes at a time; "-" is standard
  /// input. Throws Error when it is missing or may not be read.
  explicit ByteStream(const std::string& path, const Context& context = {},
                      std::size_t block = usual_block);

  /// A stream over bytes in memory, compressed or not. `name` is used in errors. `most` limits the
  /// decompressed size, since a few kilobytes can become many gigabytes.
  static ByteStream of_bytes(std::string name, std::string bytes, std::size_t most = any_size,
                             const Context& context = {});

  /// A stream over text in memory that is never decompressed.
  static ByteStream of_text(std::string text);

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  /// The next bytes: at least `least`, unless the input ends before. The view is valid until the
  /// next call that needs more bytes, or close(). Throws Error when the file cannot be read, is
  /// damaged gzip, or decompresses to too much; there are no more bytes then.
  std::string_view peek(std::size_t least);
  /// Consumes bytes that peek() has shown.
  void take(std::size_t bytes);
  /// Whether the last peek() reached the end of the input.
  [[nodiscard]] bool ends_here() const;
  /// The number of bytes taken.
  [[nodiscard]] std::uint64_t taken() const;

  /// Takes a UTF-8 byte order mark, if it comes next.
  void take_byte_order_mark();
  /// Takes the next line and returns it without its "\n"; nullopt at the end.
  std::optional<std::string_view> line();
  /// Takes all remaining bytes and returns them. The view is valid until rewind() or close().
  std::string_view rest();
  /// Goes back to the first byte. Throws Error when the file no longer exists.
  void rewind();

  /// All bytes from the first, if they stay in memory.
  [[nodiscard]] std::optional<std::string_view> kept() const;
  /// Closes the file and frees its bytes. Input that cannot be read again stays in memory.
  void close();

 private:
  class Bytes;
  explicit ByteStream(std::unique_ptr<Bytes> bytes);
  std::unique_ptr<Bytes> bytes_;
};

}  // namespace oscegraph
