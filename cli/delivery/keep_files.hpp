// SPDX-License-Identifier: Apache-2.0
//
// Refuses an output that would destroy something: a file that is being read, or a file in which a person
// has decided about claims. Lists the inputs, and reads the file that is to be replaced.
#pragma once

#include <span>
#include <string>

#include "oscegraph/cli/delivery/deliver.hpp"

namespace oscegraph::cli {

/// Throws Error when the output would replace one of the files that are read, or stand among them.
void keep_inputs(const Delivery& delivery, std::span<const std::string> inputs);

/// For outputs that hold no refused claim. Throws Error when what they would replace holds one.
void keep_refusals(const Delivery& delivery);

/// For `extract`, which writes every decision out again that it has read. Throws Error when the output
/// would replace decisions, yes or no, in a file that is not among `kept`, the files it writes out again.
void keep_reviews(const Delivery& delivery, std::span<const std::string> kept);

}  // namespace oscegraph::cli
