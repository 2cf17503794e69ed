// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/graphviz_session.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>

namespace oscegraph {

std::mutex GraphvizSession::one_at_a_time_;
std::string GraphvizSession::heard_;

GraphvizSession::GraphvizSession() : lock_(one_at_a_time_), previous_(agseterrf(listen)) {
  heard_.clear();
}

GraphvizSession::~GraphvizSession() { agseterrf(previous_); }

int GraphvizSession::listen(char* message) {
  heard_ += message;
  return 0;
}

std::string GraphvizSession::messages() const {
  std::string line = heard_;
  while (line.ends_with('\n')) line.pop_back();
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace oscegraph
