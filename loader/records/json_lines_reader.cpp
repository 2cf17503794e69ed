// SPDX-License-Identifier: Apache-2.0
//
// Reads JSON Lines, with one record per line. A damaged line does not affect the other lines. Blank
// lines and a byte order mark are allowed.
#include "oscegraph/loader/records/json_records.hpp"
#include "oscegraph/loader/records/native_readers.hpp"

namespace oscegraph {

void read_json_lines(Source& source, ReadContext& context) {
  JsonRecords records(source, context, JsonShape::line);
  source.bytes.take_byte_order_mark();
  std::uint64_t line = 0;
  while (const auto text = source.bytes.line()) {
    constexpr std::uint64_t lines_between_reports = 4096;
    if (++line % lines_between_reports == 0) context.progressed(source.bytes.taken());
    if (text->find_first_not_of(" \t\r") != std::string_view::npos) records.parse(*text, line);
  }
}

}  // namespace oscegraph
