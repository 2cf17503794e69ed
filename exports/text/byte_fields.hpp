// SPDX-License-Identifier: Apache-2.0
//
// Writes numbers and texts one after the other into a string of bytes, and reads them back in the
// same program. Numbers are in the byte order of the machine; a text is its length and its bytes.
// Reading past the end throws, so a truncated or foreign string does no harm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

class ByteWriter {
 public:
  void add(std::uint64_t number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
  }
  void add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : left_(bytes) {}

  std::uint64_t number() {
    std::uint64_t number = 0;
    const std::string_view bytes = take(sizeof number);
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
  }
  std::string_view text() { return take(number()); }
  [[nodiscard]] bool at_end() const { return left_.empty(); }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > left_.size()) throw Error("these bytes are not what they should be");
    const std::string_view bytes = left_.substr(0, size);
    left_.remove_prefix(size);
    return bytes;
  }

  std::string_view left_;
};

}  // namespace oscegraph
