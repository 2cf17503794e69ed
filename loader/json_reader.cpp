// SPDX-License-Identifier: Apache-2.0
//
// The same records as one JSON object: {"oscegraph":1,"documents":[],"nodes":[],"claims":[]}.
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/json_records.hpp"

namespace oscegraph {

void read_json(const Source& source, ReadContext& context) {
  std::string_view text = source.text;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  JsonRecords(source, context, JsonShape::object).parse(text, 1);
}

}  // namespace oscegraph
