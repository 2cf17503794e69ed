// SPDX-License-Identifier: Apache-2.0
//
// Declares the exit codes of the program.
#pragma once

namespace oscegraph::cli {

enum ExitCode : int { done = 0, data_says_no = 1, wrong_usage = 2 };

}  // namespace oscegraph::cli
