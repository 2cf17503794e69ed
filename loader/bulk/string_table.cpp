// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/string_table.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "oscegraph/graph/text/checksum.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

struct Head {
  std::uint32_t id;
  std::uint32_t size;
};

Head head_at(const char* string) {
  Head head{};
  std::memcpy(&head, string, sizeof head);
  return head;
}

std::string_view text_at(const char* string) {
  return {string + sizeof(Head), head_at(string).size};
}

std::uint64_t upper(std::uint64_t hash) { return hash >> 32U; }

}  // namespace

StringTable::StringTable() : blocks_(most_blocks), pages_(page_size) {
  constexpr std::size_t first_size = 256;
  for (Shard& shard : shards_) {
    shard.tables.push_back(std::make_unique<Table>(first_size));
    shard.table = shard.tables.back().get();
  }
  intern("");
}

StringTable::~StringTable() {
  for (auto& block : blocks_) delete[] block.load();
  for (auto& page : pages_) delete[] page.load();
}

std::uint64_t StringTable::hash(std::string_view text) { return checksum(text); }

const char* StringTable::at(std::uint32_t place) const {
  const char* block = blocks_[place / units_in_block].load(std::memory_order_relaxed);
  return block + place % units_in_block * unit;
}

std::uint64_t StringTable::probe(const Table& table, std::string_view text, std::uint64_t hash,
                                 std::size_t& position) const {
  for (position = upper(hash) & table.mask;; position = (position + 1) & table.mask) {
    const std::uint64_t slot = table.slots[position].load(std::memory_order_acquire);
    if (slot == 0) return 0;
    if (upper(slot) == upper(hash) && text_at(at(static_cast<std::uint32_t>(slot))) == text)
      return slot;
  }
}

StringId StringTable::intern(std::string_view text, std::uint64_t hash) {
  Shard& shard = shard_of(hash);
  std::size_t position = 0;
  const Table& table = *shard.table.load(std::memory_order_acquire);
  const std::uint64_t slot = probe(table, text, hash, position);
  return slot != 0 ? head_at(at(static_cast<std::uint32_t>(slot))).id : insert(shard, text, hash);
}

StringId StringTable::insert(Shard& shard, std::string_view text, std::uint64_t hash) {
  const std::lock_guard lock(shard.mutex);
  if (2 * shard.used >= shard.table.load()->slots.size()) grow(shard);
  Table& table = *shard.table.load();
  std::size_t position = 0;
  // Another thread may have inserted it meanwhile.
  if (const std::uint64_t slot = probe(table, text, hash, position); slot != 0)
    return head_at(at(static_cast<std::uint32_t>(slot))).id;
  const StringId id = count_.fetch_add(1);
  const std::uint32_t place = store(shard, text, id);
  remember_place(id, place);
  table.slots[position].store(upper(hash) << 32U | place, std::memory_order_release);
  ++shard.used;
  return id;
}

std::uint32_t StringTable::store(Shard& shard, std::string_view text, StringId id) {
  const std::size_t size = (sizeof(Head) + text.size() + unit - 1) / unit * unit;
  if (size > block_size) throw std::length_error("a string of two megabytes");
  if (shard.filled + size > block_size) {
    // A slot of 0 means "empty", so no string may be at place 0: the first block is never used.
    shard.block_number = next_block_.fetch_add(1) + 1;
    if (shard.block_number >= most_blocks) throw std::length_error("too many strings");
    shard.block = new char[block_size];
    blocks_[shard.block_number].store(shard.block);
    shard.filled = 0;
  }
  char* string = shard.block + shard.filled;
  const Head head{id, static_cast<std::uint32_t>(text.size())};
  std::memcpy(string, &head, sizeof head);
  std::memcpy(string + sizeof head, text.data(), text.size());
  const std::size_t place = shard.block_number * units_in_block + shard.filled / unit;
  shard.filled += size;
  return static_cast<std::uint32_t>(place);
}

void StringTable::grow(Shard& shard) {
  const Table& old = *shard.table.load();
  auto larger = std::make_unique<Table>(2 * old.slots.size());
  for (const auto& slot : old.slots) {
    const std::uint64_t value = slot.load(std::memory_order_relaxed);
    if (value == 0) continue;
    std::size_t position = upper(value) & larger->mask;
    while (larger->slots[position].load(std::memory_order_relaxed) != 0)
      position = (position + 1) & larger->mask;
    larger->slots[position].store(value, std::memory_order_relaxed);
  }
  shard.table.store(larger.get(), std::memory_order_release);
  shard.tables.push_back(std::move(larger));
}

void StringTable::remember_place(StringId id, std::uint32_t place) {
  auto& page = pages_[id / page_size];
  if (page.load(std::memory_order_acquire) == nullptr) {
    const std::lock_guard lock(pages_mutex_);
    if (page.load() == nullptr) page.store(new std::uint32_t[page_size], std::memory_order_release);
  }
  page.load(std::memory_order_acquire)[id % page_size] = place;
}

void StringTable::prefetch_slot(std::uint64_t hash) const {
  const Table& table = *shards_[hash % shard_count].table.load(std::memory_order_acquire);
  __builtin_prefetch(&table.slots[upper(hash) & table.mask]);
}

void StringTable::prefetch_string(std::uint64_t hash, std::size_t size) const {
  const Table& table = *shards_[hash % shard_count].table.load(std::memory_order_acquire);
  const std::uint64_t slot = table.slots[upper(hash) & table.mask].load(std::memory_order_acquire);
  if (slot == 0) return;
  const char* string = at(static_cast<std::uint32_t>(slot));
  __builtin_prefetch(string);
  __builtin_prefetch(string + sizeof(Head) + size);
}

std::string_view StringTable::operator[](StringId id) const {
  return text_at(at(pages_[id / page_size].load(std::memory_order_acquire)[id % page_size]));
}

StringPool StringTable::finish(const Context& context) {
  const std::size_t count = size();
  std::vector<std::uint64_t> starts(count + 1);
  for (std::size_t i = 0; i < count; ++i)
    starts[i + 1] = starts[i] + (*this)[static_cast<StringId>(i)].size();
  std::vector<char> bytes(starts.back());
  constexpr std::size_t grain = std::size_t{1} << 14U;
  parallel_ranges(count, grain, context, [&](std::size_t first, std::size_t last, unsigned) {
    for (std::size_t i = first; i < last; ++i) {
      const std::string_view text = (*this)[static_cast<StringId>(i)];
      if (!text.empty()) std::memcpy(bytes.data() + starts[i], text.data(), text.size());
    }
  });
  for (auto& block : blocks_) delete[] block.exchange(nullptr);
  for (auto& page : pages_) delete[] page.exchange(nullptr);
  for (Shard& shard : shards_) shard.tables.clear();
  return {std::move(bytes), std::move(starts)};
}

void StringLookups::add(std::string_view text, StringId& into) {
  if (text.empty()) {
    into = 0;
    return;
  }
  if (count_ == waiting_.size()) flush();
  const std::uint64_t hash = StringTable::hash(text);
  strings_->prefetch_slot(hash);
  waiting_[count_++] = {text, hash, &into};
}

void StringLookups::flush() {
  // About as many memory loads as a core can have in flight.
  constexpr std::size_t ahead = 16;
  const auto prefetch_string = [this](std::size_t i) {
    strings_->prefetch_string(waiting_[i].hash, waiting_[i].text.size());
  };
  for (std::size_t i = 0; i < std::min(ahead, count_); ++i) prefetch_string(i);
  for (std::size_t i = 0; i < count_; ++i) {
    if (i + ahead < count_) prefetch_string(i + ahead);
    *waiting_[i].into = strings_->intern(waiting_[i].text, waiting_[i].hash);
  }
  count_ = 0;
}

}  // namespace oscegraph
