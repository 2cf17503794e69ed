// SPDX-License-Identifier: Apache-2.0
//
// Makes the inflected forms of a name in the gazetteer. German and Russian inflect names ("von der
// Europäischen Union", "при поддержке Норвегии"), and all six languages except English inflect
// adjectives ("norvégienne"). The gazetteer has the dictionary form; rules make the other forms.
// The rules may make forms that nobody writes, since these do no harm.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/press/words/language.hpp"

namespace oscegraph::press {

/// The other forms of a name in one language; empty when the language does not inflect names.
std::vector<std::string> forms_of_name(std::string_view name, Languages language);

/// The other forms of an adjective given in its masculine singular.
std::vector<std::string> forms_of_adjective(std::string_view adjective, Languages language);

}  // namespace oscegraph::press
