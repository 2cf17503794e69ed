// SPDX-License-Identifier: Apache-2.0
//
// The inner loops of distance_sums.cpp. This file is compiled once for each level of vector
// instructions; OSCEGRAPH_SIMD is the name of the level. All values are integers, except the
// harmonic sum, which is added in the order of the levels of the search.
#include "oscegraph/queries/kernels/simd/bit_steps.hpp"

#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace oscegraph::simd {
namespace {

#if defined(__AVX512F__)
using Block = __m512i;
inline Block load(const BitBlock& from) { return _mm512_load_si512(&from); }
inline void store(BitBlock& to, Block value) { _mm512_store_si512(&to, value); }
inline Block both(Block a, Block b) { return _mm512_and_si512(a, b); }
inline Block either(Block a, Block b) { return _mm512_or_si512(a, b); }
inline Block without(Block a, Block b) { return _mm512_andnot_si512(b, a); }
inline bool any(Block a) { return _mm512_test_epi64_mask(a, a) != 0; }
inline std::uint64_t count(Block a) {
  return static_cast<std::uint64_t>(_mm512_reduce_add_epi64(_mm512_popcnt_epi64(a)));
}
inline Block nothing() { return _mm512_setzero_si512(); }
inline Block everything() { return _mm512_set1_epi64(-1); }
#else
#if defined(__AVX2__)
constexpr std::size_t width = 4;
#else
constexpr std::size_t width = 2;
#endif
constexpr std::size_t vectors = bit_words / width;
using Vector = unsigned long long __attribute__((vector_size(width * 8)));
struct Block {
  Vector part[vectors];
};
inline Block load(const BitBlock& from) {
  Block value;
  for (std::size_t k = 0; k < vectors; ++k)
    value.part[k] = *reinterpret_cast<const Vector*>(from.word + k * width);
  return value;
}
inline void store(BitBlock& to, Block value) {
  for (std::size_t k = 0; k < vectors; ++k)
    *reinterpret_cast<Vector*>(to.word + k * width) = value.part[k];
}
inline Block both(Block a, Block b) {
  for (std::size_t k = 0; k < vectors; ++k) a.part[k] &= b.part[k];
  return a;
}
inline Block either(Block a, Block b) {
  for (std::size_t k = 0; k < vectors; ++k) a.part[k] |= b.part[k];
  return a;
}
inline Block without(Block a, Block b) {
  for (std::size_t k = 0; k < vectors; ++k) a.part[k] &= ~b.part[k];
  return a;
}
inline bool any(Block a) {
  Vector all = a.part[0];
  for (std::size_t k = 1; k < vectors; ++k) all |= a.part[k];
  unsigned long long bits = 0;
  for (std::size_t i = 0; i < width; ++i) bits |= all[i];
  return bits != 0;
}
inline std::uint64_t count(Block a) {
  std::uint64_t sum = 0;
  for (std::size_t k = 0; k < vectors; ++k)
    for (std::size_t i = 0; i < width; ++i)
      sum += static_cast<std::uint64_t>(__builtin_popcountll(a.part[k][i]));
  return sum;
}
inline Block nothing() { return Block{}; }
inline Block everything() {
  Block value{};
  for (std::size_t k = 0; k < vectors; ++k) value.part[k] = ~value.part[k];
  return value;
}
#endif

/// Adds the searches that came to v in this level to the node's sums.
inline void add_to_sums(const BitSearch& at, std::uint32_t v, Block came, std::uint32_t distance,
                        double inverse) {
  std::uint64_t members = count(both(came, load(at.planes[0])));
  for (std::size_t p = 1; p < at.plane_count; ++p)
    members += count(both(came, load(at.planes[p]))) << p;
  at.reached[v] += members;
  at.total[v] += members * distance;
  at.harmonic[v] += static_cast<double>(members) * inverse;
}

/// The searches that are at neighbours of `v` and that `v` has not seen yet. It stops when none is
/// missing; rows list hubs first, so for most rows that is after a few neighbours.
inline Block gather(const BitSearch& at, Rows in, std::uint32_t v, Block missing) {
  Block came = nothing();
  std::uint32_t j = in.begin[v];
  const std::uint32_t end = in.begin[v + 1];
  for (; j + 4 <= end; j += 4) {
    const Block a = either(load(at.front[in.to[j]]), load(at.front[in.to[j + 1]]));
    const Block b = either(load(at.front[in.to[j + 2]]), load(at.front[in.to[j + 3]]));
    came = either(came, either(a, b));
    if (!any(without(missing, came))) return missing;
  }
  for (; j < end; ++j) came = either(came, load(at.front[in.to[j]]));
  return both(came, missing);
}

void pull(const BitSearch& at, Rows in, const std::uint32_t* open, std::size_t size,
          std::uint32_t distance, BitLists& lists) {
  const double inverse = 1.0 / static_cast<double>(distance);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t v = open[i];
    const Block seen = load(at.seen[v]);
    const Block missing = without(everything(), seen);
    if (!any(missing)) continue;
    const Block came = gather(at, in, v, missing);
    store(at.next[v], came);
    lists.open[lists.open_size++] = v;
    if (!any(came)) continue;
    store(at.seen[v], either(seen, came));
    add_to_sums(at, v, came, distance, inverse);
    lists.found[lists.found_size++] = v;
  }
}

void push(const BitSearch& at, Rows out, const std::uint32_t* front, std::size_t size,
          std::uint32_t distance, BitLists& lists) {
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t u = front[i];
    const Block here = load(at.front[u]);
    for (std::uint32_t j = out.begin[u]; j < out.begin[u + 1]; ++j) {
      const std::uint32_t v = out.to[j];
      const Block came = without(here, load(at.seen[v]));
      if (!any(came)) continue;
      if (at.touched[v] == distance) {
        store(at.next[v], either(load(at.next[v]), came));
        continue;
      }
      at.touched[v] = distance;
      store(at.next[v], came);
      lists.found[lists.found_size++] = v;
    }
  }
}

void finish_level(const BitSearch& at, const std::uint32_t* found, std::size_t size,
                  std::uint32_t distance) {
  const double inverse = 1.0 / static_cast<double>(distance);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t v = found[i];
    const Block came = load(at.next[v]);
    store(at.seen[v], either(load(at.seen[v]), came));
    add_to_sums(at, v, came, distance, inverse);
  }
}

}  // namespace

#define OSCEGRAPH_NAME_(prefix, level) prefix##_##level
#define OSCEGRAPH_NAME(prefix, level) OSCEGRAPH_NAME_(prefix, level)
const BitSteps OSCEGRAPH_NAME(bit_steps, OSCEGRAPH_SIMD){pull, push, finish_level};

}  // namespace oscegraph::simd
