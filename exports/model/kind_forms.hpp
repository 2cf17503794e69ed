// SPDX-License-Identifier: Apache-2.0
//
// What stands for a kind outside of the program: its colour, its shape in what draws it, its schema in
// FollowTheMoney. A new kind is a row here, beside its row in the vocabulary.
#pragma once

#include <string_view>

#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/graph/vocabulary.hpp"

namespace oscegraph {

struct KindForms {
  Kind kind;
  Colour colour;
  std::string_view graphviz;  ///< one of its node shapes
  std::string_view yed;
  std::string_view page;  ///< one of web/src/ui/shape_program.ts
  std::string_view ftm;   ///< a government's agency is a PublicBody all the same
};

const KindForms& forms_of(Kind kind);

}  // namespace oscegraph
