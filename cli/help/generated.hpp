// SPDX-License-Identifier: Apache-2.0
//
// Texts for other programs that are made from the table of commands: the man page, and completion for
// three shells. Each is a row of the table here and a file of its own.
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
