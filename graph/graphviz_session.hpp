// SPDX-License-Identifier: Apache-2.0
//
// Graphviz is one program with one memory: its library has global state, so only one thread may be
// in it, reading or writing, and it prints its warnings and errors on stderr. While a session lives,
// other threads wait for theirs, and the messages are kept instead: here only the cli speaks.
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
  static int listen(char* message) noexcept;  // it is called by C

  static std::mutex one_at_a_time_;
  static std::string heard_;
  std::unique_lock<std::mutex> lock_;
  Listener previous_;
};

/// The attributes of nodes and edges that mean something to Graphviz: how to draw them, as a rule.
std::span<const std::string_view> graphviz_attributes();

}  // namespace oscegraph
