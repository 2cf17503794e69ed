// SPDX-License-Identifier: Apache-2.0
//
// A set of node, edge or claim numbers of one graph: a bit each, iterated in rising order.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace oscegraph {

class IdSet {
 public:
  IdSet() = default;
  /// Empty, over ids 0 .. size - 1.
  explicit IdSet(std::size_t size) : size_(size), words_((size + 63) / 64) {}
  /// Every id 0 .. size - 1.
  static IdSet all(std::size_t size) {
    IdSet set(size);
    for (auto& word : set.words_) word = ~std::uint64_t{0};
    if (size % 64 != 0) set.words_.back() = (std::uint64_t{1} << (size % 64)) - 1;
    return set;
  }

  void insert(std::uint32_t id) { words_[id / 64] |= std::uint64_t{1} << (id % 64); }
  void erase(std::uint32_t id) { words_[id / 64] &= ~(std::uint64_t{1} << (id % 64)); }
  [[nodiscard]] bool contains(std::uint32_t id) const {
    return (words_[id / 64] >> (id % 64) & 1U) != 0;
  }
  /// How many ids are in. Cost: O(size / 64).
  [[nodiscard]] std::size_t count() const {
    std::size_t total = 0;
    for (const auto word : words_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
  }
  [[nodiscard]] bool empty() const { return begin() == end(); }
  /// One past the largest id the set can hold.
  [[nodiscard]] std::size_t capacity() const { return size_; }

  class Iterator {
   public:
    using value_type = std::uint32_t;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    using pointer = const std::uint32_t*;
    using reference = std::uint32_t;

    Iterator() = default;
    Iterator(const std::vector<std::uint64_t>& words, std::size_t word)
        : words_(&words),
          word_(word) {
      if (word_ < words_->size()) rest_ = (*words_)[word_];
      find();
    }
    std::uint32_t operator*() const {
      return static_cast<std::uint32_t>(word_ * 64 +
                                        static_cast<std::size_t>(std::countr_zero(rest_)));
    }
    Iterator& operator++() {
      rest_ &= rest_ - 1;
      find();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const Iterator& a, const Iterator& b) {
      return a.word_ == b.word_ && a.rest_ == b.rest_;
    }

   private:
    void find() {
      while (rest_ == 0 && word_ < words_->size())
        if (++word_ < words_->size()) rest_ = (*words_)[word_];
    }
    const std::vector<std::uint64_t>* words_ = nullptr;
    std::size_t word_ = 0;
    std::uint64_t rest_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return {words_, 0}; }
  [[nodiscard]] Iterator end() const { return {words_, words_.size()}; }

  friend bool operator==(const IdSet&, const IdSet&) = default;

 private:
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace oscegraph
