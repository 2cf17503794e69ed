// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <string>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {

/// A score as a column holds it; undefined and infinite scores are missing.
inline std::string score_text(double value) {
  return std::isfinite(value) ? to_text(value) : std::string();
}

}  // namespace oscegraph
