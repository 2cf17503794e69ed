// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/load_reports.hpp"

#include <string_view>
#include <tuple>
#include <utility>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

Where where_of(const Record& record, const Value& value) {
  const auto [line, column] = record.position_of(value);
  return {record.source, static_cast<std::uint32_t>(column), line};
}

void LoadReports::report(const Where& where, std::string what, std::string allowed,
                         std::string next) {
  Problem problem{place_of(where), std::move(what), std::move(allowed), std::move(next)};
  if (is_text(where.source)) text_faults_.note(where.source, std::move(problem));
  else problems_.report(std::move(problem));
}

Place LoadReports::place_of(const Where& where) const {
  if (where.source >= sources_.size()) return {};
  return {file(where.source), where.line, where.column};
}

std::string LoadReports::place_text(const Where& where) const {
  const std::string& name = file(where.source);
  return where.line == 0 ? name : name + ':' + to_text(where.line);
}

bool LoadReports::is_earlier(const Where& a, const Where& b) const {
  if (a.source == Where::nowhere || b.source == Where::nowhere) return b.source == Where::nowhere;
  const auto key = [&](const Where& where) {
    return std::tuple(std::string_view(file(where.source)), where.line, where.column);
  };
  return key(a) < key(b);
}

}  // namespace oscegraph
