// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/options/option.hpp"

namespace oscegraph::cli {

std::string help_of(const Option& option) {
  std::string help(option.help);
  if (option.says_fallback) return help;
  const std::string fallback =
      option.otherwise.empty() ? option.fallback_word() : std::string(option.otherwise);
  if (fallback.empty()) return help;
  return help + "; " + fallback + " unless given" + std::string(option.aside);
}

}  // namespace oscegraph::cli
