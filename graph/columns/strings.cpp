// SPDX-License-Identifier: Apache-2.0
//
// Interns strings in a hash table, and copies them into one arena at the end.
#include "oscegraph/graph/columns/strings.hpp"

#include "oscegraph/graph/values/ids.hpp"

namespace oscegraph {

StringInterner::StringInterner() { intern(""); }

StringId StringInterner::intern(std::string_view text) {
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const StringId id = next_id(texts_.size(), "different texts");
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

std::optional<StringId> StringInterner::find(std::string_view text) const {
  const auto found = ids_.find(text);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

StringPool StringInterner::finish() {
  std::vector<char> bytes;
  std::vector<std::uint64_t> starts;
  starts.reserve(texts_.size() + 1);
  std::size_t size = 0;
  for (const std::string& text : texts_) size += text.size();
  bytes.reserve(size);
  for (const std::string& text : texts_) {
    starts.push_back(bytes.size());
    bytes.insert(bytes.end(), text.begin(), text.end());
  }
  starts.push_back(bytes.size());
  *this = StringInterner();
  return {std::move(bytes), std::move(starts)};
}

}  // namespace oscegraph
