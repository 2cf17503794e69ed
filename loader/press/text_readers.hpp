// SPDX-License-Identifier: Apache-2.0
//
// Declares the readers of running text. Each reader pushes a record of a document for each text,
// and records of the claims that rules find in it.
#pragma once

#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

void read_text(Source& source, ReadContext& context);
void read_html(Source& source, ReadContext& context);
void read_feed(Source& source, ReadContext& context);

}  // namespace oscegraph
