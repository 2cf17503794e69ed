// SPDX-License-Identifier: Apache-2.0
//
// Declares the topics of `help`, such as formats, relations and mapping. Their lists are generated
// from the tables that readers and writers use, so the lists are never out of date.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "oscegraph/cli/help/layout.hpp"

namespace oscegraph::cli {

/// Part of a topic: a heading (or none), then text, then a list, then an example; each may be empty.
struct Section {
  std::string heading;
  std::string text;
  std::vector<Term> terms;
  std::string_view example{};  ///< lines to be shown as they are
};

struct Topic {
  std::string_view name;
  std::string_view summary;
  std::vector<Section> (*sections)();
};

std::span<const Topic> topics();
const Topic* find_topic(std::string_view name);

}  // namespace oscegraph::cli
