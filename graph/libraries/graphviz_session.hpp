// SPDX-License-Identifier: Apache-2.0
//
// Gives one thread exclusive access to Graphviz. Its library has global state, so only one thread
// at a time may read or write with it. While a session exists, other threads wait for theirs. The
// library prints its warnings and errors on stderr; the session collects them instead, since only
// the cli may print.
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <string_view>

namespace oscegraph {

class GraphvizSession {
 public:
  GraphvizSession();
  GraphvizSession(const GraphvizSession&) = delete;
  GraphvizSession(GraphvizSession&&) = delete;
  GraphvizSession& operator=(const GraphvizSession&) = delete;
  GraphvizSession& operator=(GraphvizSession&&) = delete;
  ~GraphvizSession();

  /// All messages so far, on one line.
  [[nodiscard]] std::string messages() const;

 private:
  using Listener = int (*)(char*);
  static int listen(char* message) noexcept;  // called by C code

  static std::mutex one_at_a_time_;
  static std::string heard_;
  std::unique_lock<std::mutex> lock_;
  Listener previous_;
};

/// The attributes of nodes and edges that Graphviz itself uses, mostly for drawing.
std::span<const std::string_view> graphviz_attributes();

}  // namespace oscegraph
