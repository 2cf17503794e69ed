// SPDX-License-Identifier: Apache-2.0
//
// Declares the function that writes the explorer page with its data; formats/graph_formats.cpp
// lists it.
#pragma once

#include "oscegraph/exports/model/graph_format.hpp"

namespace oscegraph {

void write_html(const Subset&, const GraphStyle&, Output&, LossReport&);

}  // namespace oscegraph
