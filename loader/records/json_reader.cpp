// SPDX-License-Identifier: Apache-2.0
//
// Reads records from one JSON object: {"oscegraph":1,"documents":[],"nodes":[],"claims":[]}.
#include "oscegraph/loader/records/json_records.hpp"
#include "oscegraph/loader/records/native_readers.hpp"

namespace oscegraph {

void read_json(Source& source, ReadContext& context) {
  source.bytes.take_byte_order_mark();
  JsonRecords(source, context, JsonShape::object).parse(source.bytes.rest(), 1);
}

}  // namespace oscegraph
