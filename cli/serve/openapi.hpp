// SPDX-License-Identifier: Apache-2.0
//
// Declares the function that writes docs/openapi.yaml.
#pragma once

#include <string>

namespace oscegraph::cli {

/// The OpenAPI description of the API, made from the table of endpoints: docs/openapi.yaml.
std::string openapi_document();

}  // namespace oscegraph::cli
