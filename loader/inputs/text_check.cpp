// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/text_check.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

bool check_text(std::string_view text, const std::string& file, std::uint64_t line,
                std::uint64_t column, Problems& problems) {
  const std::size_t nul = text.find('\0');
  const std::size_t invalid = invalid_utf8(text);
  if (nul == std::string_view::npos && invalid == std::string_view::npos) return true;
  const std::size_t position = std::min(nul, invalid);
  // A quoted field may span several lines: find the line of the byte.
  const std::string_view before = text.substr(0, position);
  const auto breaks = static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
  const std::uint64_t at = breaks == 0 ? column + position : position - before.rfind('\n');
  if (position == nul)
    problems.report({{file, line + breaks, at},
                     "a NUL byte in the text",
                     "records are UTF-8 text, which has none",
                     "is the file damaged, or UTF-16?"});
  else
    problems.report({{file, line + breaks, at},
                     "a byte that is not UTF-8",
                     "records are UTF-8 text",
                     "save the file again as UTF-8"});
  return false;
}

}  // namespace oscegraph
