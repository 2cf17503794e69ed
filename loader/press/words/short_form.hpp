// SPDX-License-Identifier: Apache-2.0
//
// Splits a project's name into the name and its short form in brackets: "Patrol Field Capacity
// Building (PFCB)". The letters of a short form occur in the name in the same order, and the first
// letter begins a word. "(2020-2024)", "(II)" and "(Phase 2)" are not short forms, since they
// distinguish projects.
#pragma once

#include <string>
#include <string_view>

namespace oscegraph::press {

struct NameParts {
  std::string name;        ///< without the short form
  std::string short_form;  ///< empty when there is none
};

/// Removes the last short form in brackets from the name.
NameParts take_short_form(std::string_view name);

/// Whether `letters` may be a short form of the name. A number at their end ("PFCB2") is ignored.
bool is_short_for(std::string_view letters, std::string_view name);

}  // namespace oscegraph::press
