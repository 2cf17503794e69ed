// SPDX-License-Identifier: Apache-2.0
//
// From the tokens of a sentence to the projects it speaks of: a quoted title beside the word ("the project
// 'Safe Borders'"), a name in capitals before or after it ("the Patrol Field Capacity Building project"), a
// description where a title would stand ("a project to reduce ..."), or a reference to one named before
// ("this project"). Cost: linear, and a bounded stretch around each word for a project.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/loader/press/actor.hpp"

namespace oscegraph::press {

enum class Naming : std::uint8_t { named, described, reference, unnamed };

/// What a mention without a name stands for.
enum class Refers : std::uint8_t {
  back,      ///< the project spoken of: "the project", "this project"
  anew,      ///< one that has not been spoken of before: "a project"
  several,   ///< more than one: "many projects"
  elsewhere  ///< one that is not spoken of: "a similar project", "an earlier phase of the project"
};

struct ProjectMention {
  std::uint32_t begin = 0;  ///< tokens, article included
  std::uint32_t end = 0;
  Naming naming = Naming::unnamed;
  std::string name{};          ///< when named or described
  std::string abbreviation{};  ///< "PFCB2", when brackets give one
  Refers refers = Refers::back;
};

/// The projects in tokens [first, last), in order.
std::vector<ProjectMention> find_projects(const Context& context, std::uint32_t first,
                                          std::uint32_t last);

}  // namespace oscegraph::press
