// SPDX-License-Identifier: Apache-2.0
//
// Runs work that cannot be stopped, such as a layout or renderer of a library, in a child process.
// The child receives bytes and answers with bytes. It is killed when the user wants to stop, when
// its time is over, or when it uses too much memory. Whenever ask_child() returns or throws, the
// child has been killed and reaped; on Linux it also dies when this process is killed.
//
// The child is started from an executable file (posix_spawn). After a fork() alone, a program with
// threads may call almost no function, since another thread may have held any lock at that moment.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

struct ChildLimits {
  std::chrono::milliseconds time{};
  std::uint64_t memory = 0;  ///< bytes of address space
};

/// Half of the machine's memory, but at least 1 GB, and at most the limit of this process.
std::uint64_t usual_child_memory();

enum class ChildEnd : std::uint8_t {
  answered,  ///< it ended with exit code 0
  stopped,   ///< the context said so
  out_of_time,
  out_of_memory,  ///< exit code child_out_of_memory, or it broke with most of its memory in use
  broken,         ///< it was killed, crashed, or ended with another exit code
  not_started
};

/// The exit code by which a child says that it ran out of memory.
inline constexpr int child_out_of_memory = 97;

struct ChildAnswer {
  ChildEnd end = ChildEnd::not_started;
  std::string bytes;  ///< what it wrote on its standard output
};

/// Starts `command` (its first word is the path of the program), gives it `work` on its standard
/// input and waits for its end; the context is checked fifty times a second. The child itself must
/// limit its memory, by limit_this_child(); here the limit only serves to tell why a child broke.
/// Its standard error is discarded: messages must be in its answer. Several threads may call this
/// at the same time.
ChildAnswer ask_child(const std::vector<std::string>& command, std::string_view work,
                      const ChildLimits& limits, const Context& context);

/// A child calls this first. Limits its address space to `memory` and its processor time to
/// `seconds`, turns core files off, and on Linux lets it die together with its parent. False when
/// the parent has already ended.
bool limit_this_child(std::uint64_t memory, std::uint64_t seconds, long parent);

}  // namespace oscegraph
