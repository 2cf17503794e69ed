// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/tables/csv_rows.hpp"

#include <algorithm>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/text/white_space.hpp"
#include "oscegraph/loader/inputs/text_check.hpp"

namespace oscegraph {

CsvRows::CsvRows(Source& source, ReadContext& context)
    : file_(source.name),
      context_(context),
      table_(source.bytes, source.name) {
  try {
    if (!table_.next(header_)) return;
  } catch (const Error& error) {
    header_.clear();  // the next line is not a header either
    context_.problems.report(error.problem());
    return;
  }
  for (CsvField& field : header_) {
    if (!is_text(field)) {
      header_.clear();
      return;
    }
    field.text = header_texts_.emplace_back(with_single_blanks(field.text));
  }
}

std::optional<std::size_t> CsvRows::find(std::string_view name) const {
  const auto found = std::ranges::find(header_, name, &CsvField::text);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

std::optional<std::size_t> CsvRows::second(std::string_view name) const {
  const auto first = std::ranges::find(header_, name, &CsvField::text);
  if (first == header_.end()) return std::nullopt;
  const auto found = std::ranges::find(first + 1, header_.end(), name, &CsvField::text);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

bool CsvRows::next(std::vector<CsvField>& row) {
  constexpr std::uint64_t rows_between_reports = 4096;
  while (next_undamaged(row)) {
    if (std::ranges::all_of(row, is_white_space, &CsvField::text)) continue;
    if (++count_ % rows_between_reports == 0) context_.progressed(table_.position());
    if (fits(row)) return true;
    if (on_damaged_) on_damaged_(row);
  }
  return false;
}

void CsvRows::report(std::uint64_t line, std::uint64_t column, std::string what,
                     std::string allowed, std::string next) {
  context_.problems.report(
      {{file_, line, column}, std::move(what), std::move(allowed), std::move(next)});
}

bool CsvRows::next_undamaged(std::vector<CsvField>& row) {
  for (;;) {
    try {
      return table_.next(row);
    } catch (const Error& error) {
      context_.problems.report(error.problem());
    }
  }
}

bool CsvRows::is_text(const CsvField& field) {
  return check_text(field.text, file_, field.line, field.column, context_.problems);
}

bool CsvRows::fits(const std::vector<CsvField>& row) {
  if (row.size() == header_.size())
    return std::ranges::all_of(row, [&](const CsvField& field) { return is_text(field); });
  report(row.front().line, 1, "the row has " + counted(row.size(), "field"),
         "the header has " + to_text(header_.size()),
         "quote fields that hold the separator or a line break");
  return false;
}

}  // namespace oscegraph
