// SPDX-License-Identifier: Apache-2.0
//
// Reads the values of the options that are given, and checks that the options fit together. Each
// value is read by the type of its option. An option that may not repeat is refused the second
// time, and so is one that excludes another or has no effect with it. The command line and the
// server use the same checks. Only the words of errors differ: "option '--min-documents'" on the
// command line, "parameter 'min_documents'" in a web address.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "oscegraph/cli/options/values.hpp"

namespace oscegraph::cli {

struct GivenOption {
  const Option* option;
  std::string value;  ///< unused for a flag
};

/// What messages call an option.
struct Spelling {
  std::string_view noun;
  std::string (*spelled)(std::string_view name);
};

/// Throws UsageError.
Values check_given(std::span<const GivenOption> given, const Spelling& spelling);

}  // namespace oscegraph::cli
