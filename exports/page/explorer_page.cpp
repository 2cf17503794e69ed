// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/page/explorer_page.hpp"

#include <optional>

#include "embedded/page.hpp"

namespace oscegraph {
namespace {

PageFile file_called(std::string_view name) {
  for (const embedded::File& file : embedded::page)
    if (file.path.ends_with(name)) return {file.text, file.sha256};
  return {};
}

std::optional<ExplorerPage> built_in_page() {
  const ExplorerPage page{file_called("/index.html"), file_called("/app.css"),
                          file_called("/app.js")};
  if (page.html.text.empty() || page.css.text.empty() || page.script.text.empty())
    return std::nullopt;
  return page;
}

}  // namespace

const ExplorerPage* explorer_page() {
  static const std::optional<ExplorerPage> page = built_in_page();
  return page ? &*page : nullptr;
}

}  // namespace oscegraph
