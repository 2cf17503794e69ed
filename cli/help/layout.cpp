// SPDX-License-Identifier: Apache-2.0
//
// Wraps paragraphs, and writes terms in a column with their meanings to the right of it.
#include "oscegraph/cli/help/layout.hpp"

#include <algorithm>

#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::size_t widest_term = 26;
constexpr std::size_t narrowest_text = 20;
constexpr std::string_view between_paragraphs = "\n\n";

std::vector<std::string> wrap_beside(std::string_view text, std::size_t width, std::size_t indent) {
  const std::size_t room = width > indent ? width - indent : 0;
  return wrap(text, std::max(room, narrowest_text));
}

}  // namespace

std::vector<std::string_view> split_paragraphs(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between_paragraphs), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + between_paragraphs.size(), text.size()));
  }
  return parts;
}

std::string paragraphs(std::string_view text, std::size_t width, std::size_t indent) {
  std::string result;
  for (const std::string_view paragraph : split_paragraphs(text)) {
    if (!result.empty()) result += '\n';
    for (const std::string& line : wrap_beside(paragraph, width, indent))
      result += std::string(indent, ' ') + line + '\n';
  }
  return result;
}

std::string list_of_terms(const std::vector<Term>& terms, std::size_t width) {
  std::size_t column = 0;
  for (const auto& [term, meaning] : terms)
    if (term.size() <= widest_term) column = std::max(column, term.size());
  const std::size_t indent = 2 + column + 2;

  std::string result;
  for (const auto& [term, meaning] : terms) {
    std::string line = "  " + term;
    if (term.size() > column) {
      result += line + '\n';
      line.clear();
    }
    for (const std::string& part : wrap_beside(meaning, width, indent)) {
      line.resize(indent, ' ');
      result += line + part + '\n';
      line.clear();
    }
  }
  return result;
}

std::string spelling_of(const Option& option) {
  std::string spelling = option.letter == 0 ? "    --" : std::string("-") + option.letter + ", --";
  spelling += option.name;
  if (option.value != nullptr) spelling += " " + std::string(option.value->placeholder);
  return spelling;
}

std::string meaning_of(const Option& option) {
  std::string meaning = help_of(option);
  if (option.value != nullptr && option.value->choices != nullptr)
    meaning += ": " + join_or(option.value->choices());
  if (option.value != nullptr && option.value->settings != nullptr)
    meaning += "; " + option.value->settings();
  return meaning;
}

std::vector<Term> terms_of(std::span<const Option* const> options) {
  std::vector<Term> terms;
  for (const Option* option : options)
    terms.emplace_back(spelling_of(*option), meaning_of(*option));
  return terms;
}

}  // namespace oscegraph::cli
