// SPDX-License-Identifier: Apache-2.0
//
// Finds the projects in the tokens of a sentence. A project is recognised by a quoted title next to
// the word ("the project 'Safe Borders'"), by a capitalised name before or after it ("the Patrol
// Field Capacity Building project"), by a description in place of a title ("a project to reduce
// ..."), or by a reference to a project named earlier ("this project"). Cost: linear in the
// sentence; around each word for a project, only a limited number of tokens is examined.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "oscegraph/loader/press/sentences/actor.hpp"

namespace oscegraph::press {

enum class Naming : std::uint8_t { named, described, reference, unnamed };

/// What a mention without a name refers to.
enum class Refers : std::uint8_t {
  back,     ///< the current project: "the project", "this project"
  anew,     ///< a project not mentioned before: "a project"
  several,  ///< more than one: "many projects"
  /// a project that is not the current one: "a similar project", "an earlier phase of the project"
  elsewhere
};

struct ProjectMention {
  std::uint32_t begin = 0;  ///< tokens, article included
  std::uint32_t end = 0;
  Naming naming = Naming::unnamed;
  std::string name{};          ///< when named or described
  std::string abbreviation{};  ///< "PFCB2", when given in brackets
  Refers refers = Refers::back;
};

/// The projects in tokens [first, last), in order.
std::vector<ProjectMention> find_projects(const Context& context, std::uint32_t first,
                                          std::uint32_t last);

}  // namespace oscegraph::press
