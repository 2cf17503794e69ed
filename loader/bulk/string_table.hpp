// SPDX-License-Identifier: Apache-2.0
//
// Interns strings from several threads at once: each distinct string is stored once and gets a
// number. The look-up of a known string, which is the most frequent case, takes no lock: it reads a
// slot in the hash table of one of 16 shards and the string that the slot refers to. Inserting a
// string takes the lock of its shard. A full hash table is replaced by one of twice the size, and
// the old one is kept until the end, for threads that still read it.
//
// Numbers depend on the order of arrival; no lasting result may depend on them.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

class StringTable {
 public:
  StringTable();
  StringTable(const StringTable&) = delete;
  StringTable& operator=(const StringTable&) = delete;
  ~StringTable();

  static std::uint64_t hash(std::string_view text);
  /// Throws std::length_error for a text that does not fit into a block.
  StringId intern(std::string_view text) { return intern(text, hash(text)); }
  StringId intern(std::string_view text, std::uint64_t hash);
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view operator[](StringId id) const;
  /// All strings, by number. The table is empty afterwards and must not be used any more.
  StringPool finish(const Context& context);

 private:
  friend class StringLookups;

  // A string is stored in a block as number, length and bytes, aligned to eight bytes. Its place is
  // the block and the multiple of eight, in 32 bits.
  static constexpr std::size_t block_size = std::size_t{1} << 21U;
  static constexpr std::size_t unit = 8;
  static constexpr std::size_t units_in_block = block_size / unit;
  static constexpr std::size_t most_blocks = (std::size_t{1} << 32U) / units_in_block;
  static constexpr std::size_t shard_count = 16;
  static constexpr std::size_t page_size = std::size_t{1} << 16U;

  struct Table {
    explicit Table(std::size_t size) : mask(size - 1), slots(size) {}
    std::size_t mask;
    std::vector<std::atomic<std::uint64_t>> slots;  ///< hash in the upper half, place in the lower
  };
  struct alignas(64) Shard {
    std::atomic<Table*> table = nullptr;
    std::mutex mutex;
    std::size_t used = 0;
    std::vector<std::unique_ptr<Table>> tables;
    char* block = nullptr;
    std::uint32_t block_number = 0;
    std::size_t filled = block_size;
  };

  // Prefetch for look-ups that follow soon: first the slot, then the string.
  void prefetch_slot(std::uint64_t hash) const;
  void prefetch_string(std::uint64_t hash, std::size_t size) const;
  [[nodiscard]] Shard& shard_of(std::uint64_t hash) { return shards_[hash % shard_count]; }
  [[nodiscard]] const char* at(std::uint32_t place) const;
  /// The slot's value, 0 when the text is not in the table; sets `position` to its slot or to the
  /// free slot for it.
  std::uint64_t probe(const Table& table, std::string_view text, std::uint64_t hash,
                      std::size_t& position) const;
  StringId insert(Shard& shard, std::string_view text, std::uint64_t hash);
  std::uint32_t store(Shard& shard, std::string_view text, StringId id);
  void grow(Shard& shard);
  void remember_place(StringId id, std::uint32_t place);

  std::array<Shard, shard_count> shards_;
  std::vector<std::atomic<char*>> blocks_;
  std::atomic<std::uint32_t> next_block_ = 0;
  std::vector<std::atomic<std::uint32_t*>> pages_;  ///< by number: the place of each string
  std::mutex pages_mutex_;
  std::atomic<std::uint32_t> count_ = 0;
};

/// Collects look-ups and does them in batches with prefetching: in a table of millions of strings,
/// a look-up that waits for memory takes ten times as long as one that finds its data in the cache.
class StringLookups {
 public:
  explicit StringLookups(StringTable& strings) : strings_(&strings) {}

  /// Sets `into` to the number of the text, at the latest in flush(); both must stay valid until
  /// then. For the empty text it is set to 0 at once.
  void add(std::string_view text, StringId& into);
  void flush();

 private:
  struct Waiting {
    std::string_view text;
    std::uint64_t hash;
    StringId* into;
  };

  StringTable* strings_;
  std::array<Waiting, 128> waiting_{};
  std::size_t count_ = 0;
};

}  // namespace oscegraph
