// SPDX-License-Identifier: Apache-2.0
//
// Looks for options ("--name") and commands ("'oscegraph name") in a sentence, and replaces those
// that the API has.
#include "oscegraph/cli/serve/web_words.hpp"

#include <algorithm>
#include <optional>

#include "oscegraph/cli/options/value_types.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::string_view program = "'oscegraph ";
constexpr std::string_view not_here = "at the command line: ";
constexpr std::string_view all_nodes = "\'/api/v1/rows?of=nodes";

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool in_option(char c) { return is_letter(c) || c == '-'; }

/// "FILE" stands for a value.
bool is_placeholder(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_value(const ValueType& type, std::string_view word) {
  if (is_placeholder(word)) return true;
  if (&type == &text_value || word.empty()) return false;
  return std::ranges::all_of(words_of(type, word),
                             [&](std::string_view one) { return type.read(one).has_value(); });
}

/// The word that begins here, without the marks after it.
std::string_view word_at(std::string_view text) {
  std::string_view word = text.substr(0, text.find(' '));
  while (!word.empty() && std::string_view(",;:.'").find(word.back()) != std::string_view::npos)
    word.remove_suffix(1);
  return word;
}

class Translation {
 public:
  Translation(std::string_view sentence, const Endpoint& endpoint)
      : left_(sentence),
        options_(options_of(endpoint)) {}

  std::string make() {
    while (!left_.empty()) {
      const bool begins = text_.empty() || !in_option(text_.back());
      if (begins && left_.size() > 2 && left_.starts_with("--") && is_letter(left_[2])) option();
      else if (left_.starts_with(program)) command();
      else take(1);
    }
    return elsewhere_ ? std::string(not_here) + text_ : std::move(text_);
  }

 private:
  void take(std::size_t count) {
    text_ += left_.substr(0, count);
    left_.remove_prefix(count);
  }

  void option() {
    const auto end = std::ranges::find_if_not(left_.substr(2), in_option);
    const std::string_view name(left_.begin() + 2, end);
    const auto found = std::ranges::find(options_, name, [](const Option* o) { return o->name; });
    if (found == options_.end()) {
      elsewhere_ = true;
      return take(2 + name.size());
    }
    left_.remove_prefix(2 + name.size());
    text_ += parameter_name(name);
    const ValueType* type = (*found)->value;
    if (type == nullptr || !left_.starts_with(' ')) return;
    const std::string_view value = word_at(left_.substr(1));
    if (!is_value(*type, value)) return;
    text_ += '=';
    left_.remove_prefix(1);
    take(value.size());
  }

  /// 'oscegraph components' is the address below which its question is asked.
  void command() {
    const std::string_view rest = left_.substr(program.size());
    const std::string_view name = rest.substr(0, rest.find_first_of("' "));
    for (const Endpoint& endpoint : endpoints()) {
      if (endpoint.command == nullptr || endpoint.command->name != name) continue;
      const bool is_alone = rest.substr(name.size()).starts_with('\'');
      if (is_alone && endpoint.path.find('{') != std::string_view::npos) {
        text_ += all_nodes;  // without a node, it lists them
        left_.remove_prefix(program.size() + name.size());
        return;
      }
      text_ += "'/api/v1/" + std::string(endpoint.path.substr(0, endpoint.path.find('/')));
      left_.remove_prefix(program.size() + name.size());
      return;
    }
    take(program.size());
  }

  std::string_view left_;
  std::string text_;
  std::vector<const Option*> options_;
  bool elsewhere_ = false;  ///< it speaks of an option that is none here
};

}  // namespace

std::string in_web_words(std::string_view sentence, const Endpoint& endpoint) {
  return Translation(sentence, endpoint).make();
}

Problem in_web_words(Problem problem, const Endpoint& endpoint) {
  for (std::string* text : {&problem.what, &problem.allowed, &problem.next})
    *text = in_web_words(*text, endpoint);
  return problem;
}

}  // namespace oscegraph::cli
