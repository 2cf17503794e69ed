// SPDX-License-Identifier: Apache-2.0
//
// Numbers for the names of a Graphviz graph, in the order in which they come. Graphviz's own are the
// addresses of the names, and it writes named subgraphs in the order of their numbers: the same graph
// would be another text at every run.
#pragma once

#include <graphviz/cgraph.h>

namespace oscegraph {

/// For agopen(). Lives as long as the program. Where memory ends, so does the program: no exception may
/// pass through Graphviz's C.
Agdisc_t* dot_disciplines();

}  // namespace oscegraph
