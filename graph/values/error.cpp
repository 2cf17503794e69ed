// SPDX-License-Identifier: Apache-2.0
//
// Joins the parts of a problem into a sentence, and cuts the excerpt around the column.
#include "oscegraph/graph/values/error.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

std::string sentence(const Problem& problem) {
  std::string result;
  if (!problem.place.file.empty()) {
    result += problem.place.file;
    if (problem.place.line > 0) result += ':' + to_text(problem.place.line);
    if (problem.place.column > 0) result += ':' + to_text(problem.place.column);
    result += ": ";
  }
  result += problem.what;
  if (!problem.allowed.empty()) result += "; " + problem.allowed;
  if (!problem.next.empty()) result += "; " + problem.next;
  return result;
}

std::string excerpt(std::string_view line, std::uint64_t column) {
  constexpr std::size_t before = 40;
  constexpr std::size_t width = 76;
  if (line.empty() || column == 0 || column > line.size() + 1) return {};
  const auto starts_character = [&](std::size_t i) {
    return i >= line.size() || (static_cast<unsigned char>(line[i]) & 0xC0U) != 0x80U;
  };
  std::size_t begin = column - 1 > before ? column - 1 - before : 0;
  while (!starts_character(begin)) ++begin;
  std::size_t end = std::min(line.size(), begin + width);
  while (!starts_character(end)) --end;

  std::string shown;
  std::string caret;
  for (std::size_t i = begin; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool visible = byte >= 0x20 && byte != 0x7F;
    if (visible) shown += line[i];
    else shown += "·";
    if (i + 1 < column && starts_character(i)) caret += ' ';
  }
  // Bytes that are not UTF-8 would disturb the terminal, so each byte above 127 of such a line
  // becomes '?'.
  if (invalid_utf8(shown) != std::string::npos) {
    for (char& c : shown)
      if ((static_cast<unsigned char>(c) & 0x80U) != 0) c = '?';
  }
  return "  " + shown + "\n  " + caret + "^";
}

Error::Error(Problem problem)
    : std::runtime_error(sentence(problem)),
      problem_(std::move(problem)) {}

Error::Error(std::string what, std::string allowed, std::string next)
    : Error(Problem{{}, std::move(what), std::move(allowed), std::move(next)}) {}

void Problems::report(Problem problem) {
  if (problem.excerpt.empty() && excerpts_) problem.excerpt = excerpts_(problem.place);
  if (capacity_ == 0) throw Error(std::move(problem));
  list_.push_back(std::move(problem));
  if (list_.size() >= capacity_) throw TooManyProblems();
}

}  // namespace oscegraph
