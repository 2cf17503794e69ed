// SPDX-License-Identifier: Apache-2.0
//
// Splits a class attribute into names and each name into words: "has-sidebar mainMenu" is two names
// of two words each. boilerplate.hpp uses the words to recognise menus.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::press {

/// The words of one name, in lower case: "nav-menu__item" is nav, menu, item; "mainMenu" is main, menu.
using ClassWords = std::vector<std::string>;

/// The words of each name in a class, id or role.
std::vector<ClassWords> class_words(std::string_view attribute);

}  // namespace oscegraph::press
