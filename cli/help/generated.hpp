// SPDX-License-Identifier: Apache-2.0
//
// Declares the texts for other programs that are generated from the table of commands: the man
// page, and the completion for three shells. Each text has a row in the table of generated.cpp and
// a file of its own.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace oscegraph::cli {

struct Generated {
  std::string_view name;  ///< as in `help --as bash`
  std::string_view what;
  std::string (*text)();
};

std::span<const Generated> generated_texts();
const Generated* find_generated(std::string_view name);

std::string man_page();
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace oscegraph::cli
