// SPDX-License-Identifier: Apache-2.0
//
// Stores the values of one field for many claims, while they are loaded. As long as all values are
// equal, only one is stored; this is the case for most fields of most inputs.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "oscegraph/graph/columns/shared_column.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {

template <typename Value>
class FieldList {
 public:
  void push_back(Value value) {
    if (size_ == 0) first_ = value;
    if (values_differ_) values_.push_back(value);
    else if (value != first_) spread_with(value);
    ++size_;
  }
  [[nodiscard]] Value operator[](std::size_t i) const {
    return values_differ_ ? values_[i] : first_;
  }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Keeps the first `size` values. Precondition: there are at least as many.
  void resize_down(std::size_t size) {
    if (values_differ_) values_.resize(size);
    size_ = size;
  }

  [[nodiscard]] bool same_everywhere() const { return !values_differ_; }

  /// The concatenation of the lists, each of which is empty afterwards.
  static FieldList joined(const std::vector<FieldList*>& lists) {
    FieldList result;
    for (const FieldList* list : lists) {
      if (list->size_ == 0) continue;
      if (result.size_ == 0) result.first_ = list->first_;
      result.values_differ_ =
          result.values_differ_ || list->values_differ_ || list->first_ != result.first_;
      result.size_ += list->size_;
    }
    if (result.values_differ_) result.values_.reserve(result.size_);
    for (FieldList* list : lists) {
      if (result.values_differ_) list->copy_to(result.values_);
      *list = {};
    }
    return result;
  }

  /// Replaces each value v by mapping(v).
  template <typename Mapping>
  void map(const Context& context, const Mapping& mapping) {
    if (size_ > 0) first_ = mapping(first_);
    parallel_ranges(values_.size(), grain, context,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      for (std::size_t i = first; i < last; ++i) values_[i] = mapping(values_[i]);
                    });
  }

  /// A column of the values at the positions in `order`. The list is empty afterwards.
  SharedColumn<Value> gathered(const std::vector<std::uint32_t>& order, const Context& context) {
    if (!values_differ_) return SharedColumn<Value>::constant(first_, order.size());
    std::vector<Value> values(order.size());
    parallel_ranges(order.size(), grain, context,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      for (std::size_t i = first; i < last; ++i) values[i] = values_[order[i]];
                    });
    *this = {};
    return SharedColumn<Value>::packed(std::move(values));
  }

 private:
  static constexpr std::size_t grain = std::size_t{1} << 16U;

  void spread_with(Value value) {
    values_.assign(size_, first_);
    values_.push_back(value);
    values_differ_ = true;
  }
  void copy_to(std::vector<Value>& values) const {
    if (values_differ_) values.insert(values.end(), values_.begin(), values_.end());
    else values.insert(values.end(), size_, first_);
  }

  std::vector<Value> values_;  ///< empty while all values are equal
  Value first_{};
  std::size_t size_ = 0;
  bool values_differ_ = false;
};

}  // namespace oscegraph
