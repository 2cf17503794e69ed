// SPDX-License-Identifier: Apache-2.0
//
// Reads the options given by their rows: each value by its type, once unless it may repeat, in company
// that fits. On the command line they are "option '--min-documents'", in a web address "parameter
// 'min_documents'"; all else is the same.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "oscegraph/cli/options/values.hpp"

namespace oscegraph::cli {

struct GivenOption {
  const Option* option;
  std::string value;  ///< of no meaning for a flag
};

/// What messages call an option.
struct Spelling {
  std::string_view noun;
  std::string (*spelled)(std::string_view name);
};

/// Throws UsageError.
Values check_given(std::span<const GivenOption> given, const Spelling& spelling);

}  // namespace oscegraph::cli
