// SPDX-License-Identifier: Apache-2.0
//
// From a project's name to the name alone and the short form that stands in brackets in it: "Patrol Field
// Capacity Building (PFCB)". The letters of a short form stand in the name in the same order, the first at
// the beginning of a word. "(2020-2024)", "(II)" and "(Phase 2)" tell projects apart and are no short
// forms.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

struct NameParts {
  std::string name;        ///< without the short form
  std::string short_form;  ///< empty when there is none
};

/// Takes the last short form in brackets out of the name.
NameParts take_short_form(std::string_view name);

/// Whether `letters` may stand for the name. A number at their end ("PFCB2") is not looked at.
bool is_short_for(std::string_view letters, std::string_view name);

}  // namespace oscegraph::press
