// SPDX-License-Identifier: Apache-2.0
//
// The builder's part in columns of codes (code_columns.hpp): it marks the codes among the texts of claims,
// so that the Resolver sees which they are, and says of each that means nobody why.
#include <algorithm>
#include <utility>

#include "oscegraph/loader/builder.hpp"

namespace oscegraph {

void Builder::mark_code(const CodeCell& cell, ClaimValues& claim) {
  const auto known = std::ranges::find_if(code_columns_, [&](const auto& column) {
    return column.second == cell.field && column.first == *cell.column;
  });
  const auto number = static_cast<std::size_t>(known - code_columns_.begin());
  auto& text = cell.field == Field::from ? claim.from : claim.to;
  const auto marked = marked_code(strings_[text], cell.column->of, number);
  if (!marked) return;
  if (known == code_columns_.end()) code_columns_.emplace_back(*cell.column, cell.field);
  text = strings_.intern(*marked);
}

void Builder::report_code(const CodeText& code, const Where& where) {
  const auto& [column, field] = code_columns_.at(code.column);
  CodeFault fault = fault_of_code(code.text, column, field);
  report(where, std::move(fault.what), std::move(fault.allowed), std::move(fault.next));
}

/// A text of a claim as the input has it.
std::string_view Builder::written(StringId text) const { return without_code_mark(strings_[text]); }

bool Builder::is_damaged(StringId text) const {
  const std::string_view marked = strings_[text];
  const std::string_view as_written = without_code_mark(marked);
  if (as_written.size() == marked.size()) return damaged_.contains(text);
  const auto plain = strings_.find(as_written);
  return plain && damaged_.contains(*plain);
}

}  // namespace oscegraph
