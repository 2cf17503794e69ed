// SPDX-License-Identifier: Apache-2.0
//
// Reads the values of all options first, and then checks each option against the others.
#include "oscegraph/cli/options/check_given.hpp"

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

void check_company(const Option& option, const Values& values, const Spelling& spelling) {
  const std::string noun(spelling.noun);
  const std::string name = in_quotes(spelling.spelled(option.name));
  if (option.needs != nullptr && !values.has(*option.needs))
    throw UsageError(noun + " " + name + " means something only beside " +
                     in_quotes(spelling.spelled(option.needs->name)));
  for (const Option* other : excluded_by(option))
    if (values.has(*other))
      throw UsageError(noun + "s " + name + " and " + in_quotes(spelling.spelled(other->name)) +
                           " exclude each other",
                       {}, "give one of them");
  if (option.idle == nullptr) return;
  if (const auto idle = option.idle(values))
    throw UsageError(noun + " " + name + " does nothing for " + idle->beside, idle->goes_with);
}

}  // namespace

Values check_given(std::span<const GivenOption> given, const Spelling& spelling) {
  Values values;
  for (const auto& [option, value] : given) {
    const std::string name = spelling.spelled(option->name);
    if (option->value == nullptr) {
      values.add(*option, {});
      continue;
    }
    if (!option->repeatable && values.has(*option))
      throw UsageError(std::string(spelling.noun) + " " + in_quotes(name) + " is given twice", {},
                       "give it once");
    for (std::any& word : read_value(*option->value, value, name + ": "))
      values.add(*option, std::move(word));
  }
  for (const GivenOption& one : given) check_company(*one.option, values, spelling);
  return values;
}

}  // namespace oscegraph::cli
