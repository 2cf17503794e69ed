// SPDX-License-Identifier: Apache-2.0
//
// From a class attribute to the names in it and the words of each: "has-sidebar mainMenu" is two names of two
// words. furniture.hpp tells menus by them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::press {

/// The words of one name, in lower case: "nav-menu__item" is nav, menu, item; "mainMenu" is main, menu.
using ClassWords = std::vector<std::string>;

/// Those of each name in a class, id or role.
std::vector<ClassWords> class_words(std::string_view attribute);

}  // namespace oscegraph::press
