// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/dot_merged_edges.hpp"

#include <algorithm>
#include <utility>

namespace oscegraph {
namespace {

/// Graphviz first looks up an edge with a key, and creates it when there is none; both calls are
/// counted.
std::uint64_t looked_for = 0;
std::uint64_t made = 0;

long count_and_map(void* state, int type, char* name, IDTYPE* id, int create) noexcept {
  if (type == AGEDGE && name != nullptr) ++(create != 0 ? made : looked_for);
  return AgIdDisc.map(state, type, name, id, create);
}

/// The position after white space and comments.
std::size_t first_word(std::string_view dot) {
  std::size_t at = dot.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto past = [&](std::string_view end) {
    const std::size_t found = dot.find(end, at);
    at = found == std::string_view::npos ? dot.size() : found + end.size();
  };
  while (at < dot.size()) {
    const std::string_view left = dot.substr(at);
    if (left.starts_with("/*")) past("*/");
    else if (left.starts_with("//") || left.starts_with('#')) past("\n");
    else if (left.find_first_of(" \t\r\n") == 0) ++at;
    else break;
  }
  return at;
}

}  // namespace

Agiddisc_t* counting_ids() {
  static Agiddisc_t ids = [] {
    Agiddisc_t result = AgIdDisc;
    result.map = count_and_map;
    return result;
  }();
  return &ids;
}

std::uint64_t take_repeated_keys() {
  const std::uint64_t repeated = looked_for - std::min(made, looked_for);
  looked_for = 0;
  made = 0;
  return repeated;
}

std::optional<std::string> without_strict(std::string_view dot) {
  constexpr std::string_view word = "strict";
  const std::size_t at = first_word(dot);
  std::string result(dot);
  if (dot.size() - at <= word.size()) return std::nullopt;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = dot[at + i];
    if ((c | 0x20) != word[i]) return std::nullopt;
    result[at + i] = ' ';
  }
  return result;
}

}  // namespace oscegraph
