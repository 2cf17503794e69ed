// SPDX-License-Identifier: Apache-2.0
//
// Checks that writing the output would not destroy other work. Throws Error if the output would
// replace an input file, or is a folder of tables that contains one, or would replace a file with
// claims that a person has reviewed (accepted, corrected or refused). Which reviews count depends
// on the function. Cost: lists the input folders, and reads the file that would be replaced.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/delivery/deliver.hpp"

namespace oscegraph::cli {

/// Throws Error when the output would replace one of the files that are read, or is a folder of
/// tables that contains one. With `may_rewrite` the output may, since it holds all that is read; the
/// report of losses never may. Throws Error also when the report would replace the output.
void keep_inputs(const Delivery& delivery, std::span<const std::string> inputs, bool may_rewrite);

/// For outputs that contain no refused claim. Throws Error when the file that they would replace
/// contains one.
void keep_refusals(const Delivery& delivery);

/// For `extract`, which writes again every decision that it has read. Throws Error when the output
/// would replace decisions, yes or no, in a file that is not one of `kept`, the files whose
/// decisions it writes again.
void keep_reviews(const Delivery& delivery, std::span<const std::string> kept);

}  // namespace oscegraph::cli
