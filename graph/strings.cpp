// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/graph/strings.hpp"

#include "oscegraph/graph/ids.hpp"

namespace oscegraph {

StringInterner::StringInterner() { intern(""); }

StringId StringInterner::intern(std::string_view text) {
  if (const auto found = ids_.find(text); found != ids_.end()) return found->second;
  const StringId id = next_id(texts_.size(), "different texts");
  texts_.emplace_back(text);
  ids_.emplace(texts_.back(), id);
  return id;
}

StringPool StringInterner::finish() {
  StringPool pool;
  pool.starts_.clear();
  pool.starts_.reserve(texts_.size() + 1);
  std::size_t bytes = 0;
  for (const std::string& text : texts_) bytes += text.size();
  pool.bytes_.reserve(bytes);
  for (const std::string& text : texts_) {
    pool.starts_.push_back(pool.bytes_.size());
    pool.bytes_ += text;
  }
  pool.starts_.push_back(pool.bytes_.size());
  *this = StringInterner();
  return pool;
}

}  // namespace oscegraph
