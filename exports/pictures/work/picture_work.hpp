// SPDX-License-Identifier: Apache-2.0
//
// Pictures that libraries make for us, Graphviz and librsvg: neither can be asked to stop, dot's time grows
// with the cube of what it places, and a fault in them would end the program. So the work is done by a
// child process (child_process.hpp), which is this program started once more:
//
//   int main(int count, char** words) {
//     if (oscegraph::is_picture_child(count, words)) return oscegraph::run_picture_child(words);
//     oscegraph::use_picture_child("/proc/self/exe");
//     ...
//
// A program that does not say so has its pictures made in its own process: the same bytes, without limits
// of time and memory, and nobody can stop them. So it is also where no child can be started.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"

namespace oscegraph {

enum class PictureTool : std::uint8_t { graphviz, librsvg };

struct PictureWork {
  PictureTool tool = PictureTool::graphviz;
  std::string engine{};  ///< of Graphviz: "dot"
  std::string format{};  ///< "svg", "png", "pdf"
  std::string dpi{};     ///< for images of Graphviz; "" is its own
  std::string source{};  ///< bytes_of_dot() of the graph, or an SVG
  /// What limits are told about: "dot did not place 1,500 nodes ...", "take another layout".
  std::string what{};
  std::string way_out{};
};

/// The bytes of the picture, made within the context's budget and so many bytes of memory (0:
/// usual_child_memory()). Throws Error in the tool's words when it cannot make one, TooCostly with
/// `way_out` when it took more of either, Error when it crashed. Throws Stopped.
std::string make_picture(const PictureWork& work, std::uint64_t memory, const Context& context);

/// From now on pictures are made by children. `program` is the path of a program whose main() begins as
/// above; the empty path is back to this process. Not while others are in make_picture().
void use_picture_child(std::string program);

bool is_picture_child(int count, const char* const* words);
/// Reads the work, writes the picture; returns the exit code.
/// Precondition: is_picture_child().
int run_picture_child(const char* const* words);

}  // namespace oscegraph
