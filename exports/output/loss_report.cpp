// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output/loss_report.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

std::string sentence(const Loss& loss) {
  constexpr std::size_t most_items = 3;
  std::string text = counted(loss.count, loss.what) + ' ' + loss.fate + ": " + loss.why;
  if (loss.items.empty()) return text;
  const std::span shown = std::span(loss.items).first(std::min(loss.items.size(), most_items));
  text += " (" + join(shown, "; ");
  return text + (loss.items.size() > most_items ? "; ...)" : ")");
}

void LossReport::add(Loss loss) {
  if (loss.count == 0) return;
  const auto known = std::ranges::find_if(losses_, [&](const Loss& other) {
    return other.what == loss.what && other.fate == loss.fate && other.why == loss.why;
  });
  if (known == losses_.end()) {
    losses_.push_back(std::move(loss));
    return;
  }
  known->count += loss.count;
  std::ranges::move(loss.items, std::back_inserter(known->items));
}

Table LossReport::table(std::string_view format) const {
  Table table;
  table.columns = {{"format", ColumnType::text}, {"count", ColumnType::integer},
                   {"what", ColumnType::text},   {"fate", ColumnType::text},
                   {"why", ColumnType::text},    {"items", ColumnType::list}};
  for (const Loss& loss : losses_)
    table.add_row({text_cell(format), count_cell(loss.count), text_cell(loss.what),
                   text_cell(loss.fate), text_cell(loss.why),
                   loss.items.empty() ? Cell() : Cell(loss.items)});
  return table;
}

}  // namespace oscegraph
