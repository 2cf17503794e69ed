// SPDX-License-Identifier: Apache-2.0
//
// Defines the table of generated texts and the search for one by its name.
#include "oscegraph/cli/help/generated.hpp"

#include <algorithm>
#include <array>

namespace oscegraph::cli {
namespace {

constexpr std::array<Generated, 4> rows{{
    {"man", "the manual page, for man", man_page},
    {"bash", "completion for bash", bash_completion},
    {"zsh", "completion for zsh", zsh_completion},
    {"fish", "completion for fish", fish_completion},
}};

}  // namespace

std::span<const Generated> generated_texts() { return rows; }

const Generated* find_generated(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &Generated::name);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace oscegraph::cli
