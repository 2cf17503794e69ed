// SPDX-License-Identifier: Apache-2.0
//
// JSON Lines: one record a line, so that a damaged line costs only itself. Blank lines are allowed,
// and so is a byte order mark.
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/json_records.hpp"

namespace oscegraph {

void read_json_lines(const Source& source, ReadContext& context) {
  JsonRecords records(source, context, JsonShape::line);
  std::string_view rest = source.text;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (rest.starts_with(byte_order_mark)) rest.remove_prefix(byte_order_mark.size());
  for (std::uint64_t line = 1; !rest.empty(); ++line) {
    constexpr std::uint64_t lines_between_reports = 4096;
    if (line % lines_between_reports == 0) context.progressed(source.text.size() - rest.size());
    const std::size_t end = rest.find('\n');
    const std::string_view text = rest.substr(0, end);
    if (text.find_first_not_of(" \t\r") != std::string_view::npos) records.parse(text, line);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
}

}  // namespace oscegraph
