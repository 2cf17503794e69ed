// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/excerpts.hpp"

#include <filesystem>
#include <system_error>

namespace oscegraph {

std::string excerpt_at(std::string_view text, const Place& place) {
  for (std::uint64_t line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return place.line == 0 ? std::string() : excerpt(text, place.column);
}

std::string Excerpts::of_file(const Place& place) {
  std::error_code unknown;
  if (place.line == 0 || !std::filesystem::is_regular_file(place.file, unknown)) return {};
  try {
    if (!bytes_ || file_ != place.file || place.line < line_) {
      bytes_.emplace(place.file, context_);
      file_ = place.file;
      line_ = 0;
    }
    for (; line_ < place.line; ++line_) {
      const auto line = bytes_->line();
      if (!line) return {};
      if (line_ + 1 == place.line) last_ = *line;
    }
    return excerpt_at(last_, {place.file, 1, place.column});
  } catch (const Error&) {
    bytes_.reset();
    return {};  // the file no longer exists
  }
}

}  // namespace oscegraph
