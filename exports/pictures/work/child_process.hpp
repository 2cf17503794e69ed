// SPDX-License-Identifier: Apache-2.0
//
// Work that cannot be asked to stop (a library's layout, a renderer) is done by a process of its own. It is
// given a text, answers with a text, and can be killed: when the user wants to stop, when its time is over,
// when it takes too much memory. It is killed and reaped in every way out of ask_child(), and on Linux it
// dies with us when we are killed.
//
// The child is started from an executable file (posix_spawn): after a fork() alone, a program that has
// threads may call next to nothing, since another thread may have held any lock at that moment.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/context.hpp"

namespace oscegraph {

struct ChildLimits {
  std::chrono::milliseconds time{};
  std::uint64_t memory = 0;  ///< bytes of address space
};

/// Half of what the machine has, and 1 GB at least; no more than this process may have.
std::uint64_t usual_child_memory();

enum class ChildEnd : std::uint8_t {
  answered,  ///< it ended with exit code 0
  stopped,   ///< the context said so
  out_of_time,
  out_of_memory,  ///< it said so (child_out_of_memory), or broke with most of its memory in use
  broken,         ///< it was killed, crashed, or ended with another exit code
  not_started
};

/// The exit code by which a child says that it got no more memory.
inline constexpr int child_out_of_memory = 97;

struct ChildAnswer {
  ChildEnd end = ChildEnd::not_started;
  std::string bytes;  ///< what it wrote on its standard output
};

/// Starts `command` (its first word is the path of the program), gives it `work` on its standard input and
/// waits for its end; the context is looked at fifty times a second. The memory is for the child to limit, by
/// limit_this_child(); here it tells why a child broke. Its standard error goes nowhere: what
/// it has to say is in its answer. Threads of a program may ask at the same time.
ChildAnswer ask_child(const std::vector<std::string>& command, std::string_view work,
                      const ChildLimits& limits, const Context& context);

/// To be called first thing by a child: no more address space than `memory`, no more time on the processor
/// than `seconds`, no core file, and on Linux the end together with its parent. False when that parent
/// is already gone.
bool limit_this_child(std::uint64_t memory, std::uint64_t seconds, long parent);

}  // namespace oscegraph
