// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/embedded/embedded_rows.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <string>

#include "embedded/gazetteer.hpp"
#include "embedded/press.hpp"

namespace oscegraph {
namespace {

std::string_view embedded_text(std::string_view file) {
  for (const auto& files : {embedded::gazetteer, embedded::press})
    for (const embedded::File& embedded : files) {
      const std::string_view path = embedded.path;
      const bool whole = path.size() == file.size() || path[path.size() - file.size() - 1] == '/';
      if (path.ends_with(file) && whole) return embedded.text;
    }
  throw std::logic_error("the program has no table " + std::string(file));
}

}  // namespace

void for_each_row(std::string_view file, const std::function<void(std::vector<CsvField>&)>& use) {
  static std::mutex mutex;
  static std::deque<std::string> kept;
  const std::string_view text = embedded_text(file);
  CsvTable table(text, std::string(file));
  std::vector<CsvField> row;
  table.next(row);
  while (table.next(row)) {
    for (CsvField& field : row)
      if (field.text.find('"') != std::string_view::npos) {
        const std::lock_guard lock(mutex);
        field.text = kept.emplace_back(field.text);
      }
    use(row);
  }
}

void for_each_part(std::string_view list, char separator,
                   const std::function<void(std::string_view)>& use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace oscegraph
