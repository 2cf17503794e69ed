// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_csv.hpp"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <bit>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/text/white_space.hpp"
#include "oscegraph/loader/inputs/csv/csv_table.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"

namespace oscegraph {
namespace {

/// The first byte that ends an unquoted field or is not allowed in one; `last` when there is none.
/// May read up to 16 bytes beyond `last`.
char* end_of_unquoted(char* p, char* last, char separator) {
#if defined(__SSE2__)
  const __m128i ends[] = {_mm_set1_epi8(separator), _mm_set1_epi8('\n'), _mm_set1_epi8('\r'),
                          _mm_set1_epi8('"')};
  for (; p < last; p += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    __m128i found = _mm_setzero_si128();
    for (const __m128i& end : ends) found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, end));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(found));
    if (mask != 0) return std::min(p + std::countr_zero(mask), last);
  }
  return last;
#else
  while (p < last && *p != separator && *p != '\n' && *p != '\r' && *p != '"') ++p;
  return p;
#endif
}

}  // namespace

BulkColumns bulk_columns(const std::string& path, std::string_view head) {
  BulkColumns columns;
  const auto type = type_of_table(path);
  if (!type) throw NotForBulk();
  columns.type = *type;
  std::vector<CsvField> header;
  try {
    CsvTable table(head, path);
    if (!table.next(header)) throw NotForBulk();
    columns.first_row = table.position();
    columns.separator = table.separator();
  } catch (const Error&) {
    throw NotForBulk();
  }
  std::vector<std::string> names;
  for (const CsvField& field : header) {
    // Checked here, because the check of the pieces' text does not cover the header.
    if (invalid_utf8(field.text) != std::string_view::npos ||
        field.text.find('\0') != std::string_view::npos)
      throw NotForBulk();
    const std::string name = with_single_blanks(field.text);
    if (std::ranges::count(names, name) > 0) throw NotForBulk();
    names.push_back(name);
    BulkColumns::Target target;
    target.field = find_field(*type, name);
    constexpr std::string_view prefix = "attributes.";
    if (*type == RecordType::node) {
      target.aliases = name == "aliases";
      if (name.starts_with(prefix)) target.attribute = name.substr(prefix.size());
    }
    if (!target.field && !target.aliases && target.attribute.empty()) throw NotForBulk();
    columns.targets.push_back(std::move(target));
  }
  for (const FieldRow& field : row_of(*type).fields)
    if (field.required && std::ranges::count(columns.targets, std::optional(field.field),
                                             &BulkColumns::Target::field) == 0)
      throw NotForBulk();
  return columns;
}

char* BulkCsv::read_row(char* p, char* last) {
  row_.clear();
  const auto at_end_of_line = [&] {
    return *p == '\n' || (*p == '\r' && (p + 1 == last || p[1] == '\n'));
  };
  const char separator = columns_->separator;
  for (;;) {
    std::string_view text;
    while (p < last && is_blank(*p, separator)) ++p;
    if (p < last && *p == '"') {
      p = read_quoted(p, last, text);
    } else {
      const char* start = p;
      p = end_of_unquoted(p, last, separator);
      // A lone carriage return is part of the text, but too rare for code of its own here.
      if (p < last && (*p == '"' || (*p == '\r' && !at_end_of_line()))) throw NotForBulk();
      text = {start, static_cast<std::size_t>(p - start)};
      while (!text.empty() && is_blank(text.back(), separator)) text.remove_suffix(1);
    }
    row_.push_back(text);
    if (p == last || *p != separator) break;
    ++p;
  }
  if (p < last && *p == '\r') ++p;
  if (p < last && *p != '\n') throw NotForBulk();
  if (p < last) ++p;
  // A blank line, or a row of empty cells.
  if (std::ranges::all_of(row_, is_white_space)) return p;
  if (row_.size() != columns_->targets.size()) throw NotForBulk();
  fill(row_);
  ++rows_;
  return p;
}

/// Sets `text` to what is between the quotes. Doubled quotes are made single in place.
char* BulkCsv::read_quoted(char* p, char* last, std::string_view& text) {
  char* const start = ++p;
  char* end = start;
  for (;; ++p) {
    if (p == last) throw NotForBulk();
    if (*p == '"') {
      if (p + 1 == last || p[1] != '"') break;
      ++p;
    }
    *end++ = *p;
  }
  text = {start, static_cast<std::size_t>(end - start)};
  ++p;
  while (p < last && is_blank(*p, columns_->separator)) ++p;
  const bool ends = p == last || *p == columns_->separator || *p == '\n' || *p == '\r';
  if (!ends) throw NotForBulk();
  return p;
}

void BulkCsv::fill(const std::vector<std::string_view>& row) {
  record_.clear();
  record_.type = columns_->type;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const BulkColumns::Target& target = columns_->targets[i];
    if (row[i].empty()) continue;
    if (target.aliases) split_aliases(row[i]);
    else if (target.field) record_[*target.field] = row[i];
    else record_.attributes.push_back({target.attribute, row[i], AttributeType::text});
  }
  records_->accept(record_);
}

void BulkCsv::split_aliases(std::string_view list) {
  std::string alias;
  const auto end_alias = [&] {
    if (!alias.empty()) record_.aliases.push_back(records_->keep(std::move(alias)));
    alias.clear();
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == '\\' && i + 1 < list.size()) alias += list[++i];
    else if (list[i] == '|') end_alias();
    else alias += list[i];
  }
  end_alias();
}

}  // namespace oscegraph
