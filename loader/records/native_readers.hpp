// SPDX-License-Identifier: Apache-2.0
//
// Declares the readers of native records. Each reader pushes every record of its source into the
// context's sink, in order.
#pragma once

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

/// Reads one JSON object per line.
void read_json_lines(Source& source, ReadContext& context);
/// Reads one JSON object with a list for each record type.
void read_json(Source& source, ReadContext& context);

}  // namespace oscegraph
