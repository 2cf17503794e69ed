// SPDX-License-Identifier: Apache-2.0
//
// The table of how other programs show each kind of node: its colour, its shape in each program
// that draws it, and its schema in FollowTheMoney. A new kind needs one row here and one in
// graph/values/vocabulary.hpp.
#pragma once

#include <string_view>

#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"

namespace oscegraph {

struct KindForms {
  Kind kind;
  Colour colour;
  std::string_view graphviz;  ///< a node shape of Graphviz
  std::string_view yed;
  std::string_view page;  ///< a shape of web/src/ui/shape_program.ts
  std::string_view ftm;   ///< a schema; an agency of a government becomes PublicBody instead
};

const KindForms& forms_of(Kind kind);

}  // namespace oscegraph
