// SPDX-License-Identifier: Apache-2.0
//
// The readers of running text. Each pushes a document for each text, and the claims that rules find
// in it.
#pragma once

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_text(Source& source, ReadContext& context);
void read_html(Source& source, ReadContext& context);
void read_feed(Source& source, ReadContext& context);

}  // namespace oscegraph
