// SPDX-License-Identifier: Apache-2.0
//
// Numbers the names of a Graphviz graph in the order in which they are added. By default, Graphviz
// uses the addresses of the names as numbers, and writes named subgraphs in the order of these
// numbers. Then the text of the same graph would be different in every run.
#pragma once

#include <graphviz/cgraph.h>

namespace oscegraph {

/// The discipline for agopen(). It lives as long as the program. When memory runs out, the program
/// ends: an exception must not pass through Graphviz's C code.
Agdisc_t* dot_disciplines();

}  // namespace oscegraph
