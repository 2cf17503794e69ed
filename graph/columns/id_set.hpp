// SPDX-License-Identifier: Apache-2.0
//
// Stores a set of node, edge or claim numbers of one graph as a bitmap, and iterates over it in
// ascending order. The full set is a flag without a bitmap. A copy or union does not write zero
// words, so the pages of memory that calloc returns stay unused. So both the full set and a set of
// few numbers cost little in a large graph.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <new>
#include <utility>

namespace oscegraph {

class IdSet {
 public:
  IdSet() = default;
  /// Empty, over ids 0 .. size - 1.
  explicit IdSet(std::size_t size) : size_(size), words_(zeros(word_count())) {}
  /// Every id 0 .. size - 1.
  static IdSet all(std::size_t size) {
    IdSet set;
    set.size_ = size;
    set.all_ = true;
    return set;
  }
  IdSet(const IdSet& other) : size_(other.size_), all_(other.all_) {
    if (all_) return;
    words_ = zeros(word_count());
    copy_words(other);
  }
  IdSet(IdSet&& other) noexcept
      : size_(std::exchange(other.size_, 0)),
        all_(std::exchange(other.all_, false)),
        words_(std::move(other.words_)) {}
  IdSet& operator=(IdSet other) noexcept {
    std::swap(size_, other.size_);
    std::swap(all_, other.all_);
    std::swap(words_, other.words_);
    return *this;
  }
  ~IdSet() = default;

  void insert(std::uint32_t id) {
    if (!all_) words_[id / 64] |= bit(id);
  }
  void erase(std::uint32_t id) {
    if (all_) write_out();
    words_[id / 64] &= ~bit(id);
  }
  /// Inserts all of `other`, a set of the same size.
  void unite(const IdSet& other) {
    if (all_ || other.all_) *this = all(size_);
    else copy_words(other);
  }
  [[nodiscard]] bool contains(std::uint32_t id) const {
    return all_ || (words_[id / 64] & bit(id)) != 0;
  }
  /// The number of ids in the set. Cost: O(size / 64).
  [[nodiscard]] std::size_t count() const {
    if (all_) return size_;
    std::size_t total = 0;
    for (std::size_t i = 0; i < word_count(); ++i)
      total += static_cast<std::size_t>(std::popcount(words_[i]));
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
    Iterator(const IdSet& set, std::size_t word) : set_(&set), word_(word) {
      if (word_ < set.word_count()) rest_ = set.word(word_);
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
      while (rest_ == 0 && word_ < set_->word_count())
        if (++word_ < set_->word_count()) rest_ = set_->word(word_);
    }
    const IdSet* set_ = nullptr;
    std::size_t word_ = 0;
    std::uint64_t rest_ = 0;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, word_count()}; }

  friend bool operator==(const IdSet& a, const IdSet& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.word_count(); ++i)
      if (a.word(i) != b.word(i)) return false;
    return true;
  }

 private:
  struct Free {
    void operator()(std::uint64_t* words) const { std::free(words); }
  };
  using Words = std::unique_ptr<std::uint64_t[], Free>;

  static std::uint64_t bit(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }
  /// calloc, since `new` would write the zeros.
  static Words zeros(std::size_t count) {
    Words words(static_cast<std::uint64_t*>(
        std::calloc(std::max<std::size_t>(count, 1), sizeof(std::uint64_t))));
    if (words == nullptr) throw std::bad_alloc();
    return words;
  }

  [[nodiscard]] std::size_t word_count() const { return (size_ + 63) / 64; }
  [[nodiscard]] std::uint64_t word(std::size_t i) const {
    if (!all_) return words_[i];
    const std::size_t rest = size_ - i * 64;
    return rest >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << rest) - 1;
  }
  void copy_words(const IdSet& other) {
    for (std::size_t i = 0; i < word_count(); ++i)
      if (other.words_[i] != 0) words_[i] |= other.words_[i];
  }
  void write_out() {
    Words words = zeros(word_count());
    for (std::size_t i = 0; i < word_count(); ++i) words[i] = word(i);
    words_ = std::move(words);
    all_ = false;
  }

  std::size_t size_ = 0;
  bool all_ = false;  ///< the set holds every id, and words_ is null
  Words words_;
};

}  // namespace oscegraph
