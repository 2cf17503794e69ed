// SPDX-License-Identifier: Apache-2.0
//
// From a name as the gazetteer has it to its forms in a sentence. German and Russian bend names ("von der
// Europäischen Union", "при поддержке Норвегии"), and adjectives bend in all languages here but English
// ("norvégienne"). The gazetteer lists the form a dictionary has; the others are made by rule, a few too
// many rather than too few: a form that nobody writes is never met.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/language.hpp"

namespace oscegraph::press {

/// The other forms of a name in one language; empty where names do not bend.
std::vector<std::string> forms_of_name(std::string_view name, Languages language);

/// The other forms of an adjective given in its masculine singular.
std::vector<std::string> forms_of_adjective(std::string_view adjective, Languages language);

}  // namespace oscegraph::press
