// SPDX-License-Identifier: Apache-2.0
//
// Writes the help of an option with its fallback, and lists the options that it excludes.
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

std::vector<const Option*> excluded_by(const Option& option) {
  std::vector<const Option*> excluded(option.excludes.begin(), option.excludes.end());
  for (const OptionGroup* group : option.excludes_groups)
    excluded.insert(excluded.end(), group->options.begin(), group->options.end());
  return excluded;
}

}  // namespace oscegraph::cli
