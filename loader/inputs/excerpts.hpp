// SPDX-License-Identifier: Apache-2.0
//
// The lines that sentences about inputs are shown with: out of memory where a text is kept, else out of its
// file, which is read again. Problems mostly come in the order of lines, so a file is read on from the last
// one: a thousand problems of a file read it about once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

/// The line a place is on, as excerpt() shows it; "" when the place is not in the text.
std::string excerpt_at(std::string_view text, const Place& place);

class Excerpts {
 public:
  explicit Excerpts(const Context& context = {}) : context_{.stop = context.stop} {}
  /// The same of a file, packed or not; "" when it has no such line, or is no longer there.
  std::string of_file(const Place& place);

 private:
  Context context_;
  std::string file_;
  std::optional<ByteStream> bytes_;
  std::uint64_t line_ = 0;  ///< the number of the last line that was read, which is `last_`
  std::string last_;
};

}  // namespace oscegraph
