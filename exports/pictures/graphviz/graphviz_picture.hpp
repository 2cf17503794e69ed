// SPDX-License-Identifier: Apache-2.0
//
// Draws a picture with Graphviz in this process; the child process of picture_work.hpp uses it.
#pragma once

#include <string>

namespace oscegraph {

struct PictureWork;

/// Lays the graph out and draws it in this process, with Graphviz's library and plugins. It cannot
/// be stopped: other code calls make_picture(). Throws Error with Graphviz's message.
std::string graphviz_picture(const PictureWork& work);

}  // namespace oscegraph
