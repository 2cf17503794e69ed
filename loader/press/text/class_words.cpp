// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/class_words.hpp"

#include <algorithm>

#include "oscegraph/graph/text/ascii.hpp"

namespace oscegraph::press {
namespace {

ClassWords words_of(std::string_view name) {
  ClassWords words;
  bool begins = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '-' || c == '_' || c == ':' || c == '.' || c == '/') {
      begins = true;
      continue;
    }
    if (is_capital_letter(c) && i > 0 && is_small_letter(name[i - 1])) begins = true;
    if (begins) words.emplace_back();
    begins = false;
    words.back() += lower_case(c);
  }
  return words;
}

}  // namespace

std::vector<ClassWords> class_words(std::string_view attribute) {
  constexpr std::string_view blanks = " \t\r\n\f";
  std::vector<ClassWords> names;
  while (!attribute.empty()) {
    attribute.remove_prefix(std::min(attribute.find_first_not_of(blanks), attribute.size()));
    const std::size_t end = std::min(attribute.find_first_of(blanks), attribute.size());
    if (end > 0) names.push_back(words_of(attribute.substr(0, end)));
    attribute.remove_prefix(end);
  }
  return names;
}

}  // namespace oscegraph::press
