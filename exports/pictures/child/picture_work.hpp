// SPDX-License-Identifier: Apache-2.0
//
// Makes pictures with Graphviz and librsvg in a child process (child_process.hpp). Neither library
// can be stopped, the time of dot grows with the cube of the number of things that it places, and a
// crash in a library would end the program. The child is this program, started once more:
//
//   int main(int count, char** words) {
//     if (oscegraph::is_picture_child(count, words)) return oscegraph::run_picture_child(words);
//     oscegraph::use_picture_child("/proc/self/exe");
//     ...
//
// A program whose main() does not do this makes its pictures in its own process: the bytes are the
// same, but there are no limits of time and memory, and the work cannot be stopped. The same
// happens where no child can be started.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

enum class PictureTool : std::uint8_t { graphviz, librsvg };

struct PictureWork {
  PictureTool tool = PictureTool::graphviz;
  std::string engine{};  ///< of Graphviz: "dot"
  std::string format{};  ///< "svg", "png", "pdf"
  std::string dpi{};     ///< for images of Graphviz; "" is its own
  std::string source{};  ///< bytes_of_dot() of the graph, or an SVG
  /// The subject and the advice of the message when a limit is exceeded: see give_up().
  std::string what{};
  std::string way_out{};
};

/// The bytes of the picture. The limits are the context's budget of time and `memory` bytes (0:
/// usual_child_memory()). Throws Error with the tool's message when it cannot make the picture,
/// TooCostly with `way_out` when it exceeds a limit, Error when it crashes. Throws Stopped.
std::string make_picture(const PictureWork& work, std::uint64_t memory, const Context& context);

/// From now on child processes make the pictures. `program` is the path of a program whose main()
/// begins as above; with an empty path this process makes them again. Do not call it while another
/// thread is in make_picture().
void use_picture_child(std::string program);

bool is_picture_child(int count, const char* const* words);
/// Reads the work from standard input and writes the picture; returns the exit code.
/// Precondition: is_picture_child().
int run_picture_child(const char* const* words);

}  // namespace oscegraph
