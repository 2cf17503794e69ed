// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace oscegraph {

struct PictureWork;

/// Lays the graph out and draws it, in this process, through Graphviz's library and plugins. Nothing stops
/// it: make_picture() is what others call. Throws Error in Graphviz's words.
std::string graphviz_picture(const PictureWork& work);

}  // namespace oscegraph
