// SPDX-License-Identifier: Apache-2.0
//
// Gives the input lines that error messages show. A text in memory is searched for the line; a file
// is read again. Problems mostly come in the order of lines, so a file is read on from the last
// line that was shown: a thousand problems cost about one pass over the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/byte_stream.hpp"

namespace oscegraph {

/// The line at a place, in the form of excerpt(); "" when the place is not in the text.
std::string excerpt_at(std::string_view text, const Place& place);

class Excerpts {
 public:
  explicit Excerpts(const Context& context = {}) : context_{.stop = context.stop} {}
  /// The same for a file, compressed or not; "" when it has no such line or no longer exists.
  std::string of_file(const Place& place);

 private:
  Context context_;
  std::string file_;
  std::optional<ByteStream> bytes_;
  std::uint64_t line_ = 0;  ///< the number of the line in last_
  std::string last_;
};

}  // namespace oscegraph
