// SPDX-License-Identifier: Apache-2.0
//
// Which files an output does not replace: what is read, and what people decided about claims.
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
