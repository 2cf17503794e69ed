// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/kind_forms.hpp"

#include <array>
#include <cstddef>

namespace oscegraph {
namespace {

using namespace okabe_ito;

constexpr std::array all_forms{
    KindForms{Kind::state, sky_blue, "ellipse", "ellipse", "circle", "PublicBody"},
    KindForms{Kind::office, green, "box", "rectangle", "square", "Organization"},
    KindForms{Kind::donor, orange, "hexagon", "hexagon", "hexagon", "Organization"},
    KindForms{Kind::project, yellow, "box", "roundrectangle", "diamond", "Project"},
    KindForms{Kind::agency, purple, "box", "octagon", "triangle", "Organization"},
};

static_assert(has_row_for_each(all_forms, &KindForms::kind),
              "each kind of the vocabulary has a row here");

}  // namespace

const KindForms& forms_of(Kind kind) { return all_forms.at(static_cast<std::size_t>(kind)); }

}  // namespace oscegraph
