// SPDX-License-Identifier: Apache-2.0
//
// Splits a value at commas if its type is a list, reads each word, and writes the error for a word
// that cannot be read.
#include "oscegraph/cli/options/value_type.hpp"

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

UsageError no_value(const ValueType& type, std::string_view word, const std::string& where) {
  const std::string what = where + in_quotes(word) + " is not " + std::string(type.meaning);
  if (type.choices == nullptr) return UsageError(what, std::string(type.allowed));
  const std::vector<std::string_view> choices = type.choices();
  const std::string next = did_you_mean(word, choices);
  return UsageError(what, next.empty() ? "allowed are " + join(choices, ", ") : "", next);
}

}  // namespace

std::vector<std::string_view> words_of(const ValueType& type, std::string_view value) {
  std::vector<std::string_view> words;
  while (type.list) {
    const std::size_t comma = value.find(',');
    if (comma == std::string_view::npos) break;
    words.push_back(value.substr(0, comma));
    value.remove_prefix(comma + 1);
  }
  words.push_back(value);
  return words;
}

std::vector<std::any> read_value(const ValueType& type, std::string_view value,
                                 const std::string& where) {
  std::vector<std::any> read;
  for (const std::string_view word : words_of(type, value)) {
    try {
      read.push_back(type.read(word));
    } catch (const UsageError& error) {
      const Problem& problem = error.problem();
      throw UsageError(where + problem.what, problem.allowed, problem.next);
    }
    if (!read.back().has_value()) throw no_value(type, word, where);
  }
  return read;
}

}  // namespace oscegraph::cli
