// SPDX-License-Identifier: Apache-2.0
//
// Stores one property of all nodes, edges, claims or documents as an array. A column never changes,
// so its copies share the memory. The memory is owned by the column or is part of a mapped file. A
// property with the same value everywhere (no claim has a share, for example) is stored once: the
// index is masked to 0.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace oscegraph {

template <typename Value>
class SharedColumn {
 public:
  using value_type = Value;

  SharedColumn() = default;
  /// Takes ownership of the values.
  explicit SharedColumn(std::vector<Value> values) : size_(values.size()) {
    adopt(std::move(values));
  }
  /// Stores a single value when all are equal.
  static SharedColumn packed(std::vector<Value> values) {
    const bool same = std::ranges::adjacent_find(values, std::not_equal_to{}) == values.end();
    if (same && values.size() > 1) return constant(values.front(), values.size());
    return SharedColumn(std::move(values));
  }
  static SharedColumn constant(Value value, std::size_t size) {
    SharedColumn column;
    column.size_ = size;
    column.mask_ = 0;
    column.adopt({value});
    return column;
  }
  /// A column of `size` values that uses memory of another owner: `stored` has all values, or the
  /// one value of all rows, and lives as long as `owner`.
  static SharedColumn view(std::span<const Value> stored, std::size_t size,
                           std::shared_ptr<const void> owner) {
    SharedColumn column;
    column.data_ = stored.data();
    column.size_ = size;
    column.mask_ = stored.size() == size ? ~std::size_t{0} : 0;
    column.owner_ = std::move(owner);
    return column;
  }

  [[nodiscard]] Value operator[](std::size_t i) const { return data_[i & mask_]; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// The values in memory: `size()` of them, or the single one.
  [[nodiscard]] std::span<const Value> stored() const {
    return {data_, mask_ == 0 ? std::min<std::size_t>(size_, 1) : size_};
  }
  [[nodiscard]] std::size_t byte_size() const { return stored().size_bytes(); }

 private:
  void adopt(std::vector<Value> values) {
    auto owned = std::make_shared<const std::vector<Value>>(std::move(values));
    data_ = owned->data();
    owner_ = std::move(owned);
  }

  const Value* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t mask_ = ~std::size_t{0};
  std::shared_ptr<const void> owner_;
};

}  // namespace oscegraph
