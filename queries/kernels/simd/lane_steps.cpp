// SPDX-License-Identifier: Apache-2.0
//
// The inner loops of lane_batch.cpp. This file is compiled once for each level of vector
// instructions; OSCEGRAPH_SIMD is the name of the level. A block of lanes is 32 doubles. Sums over
// lanes always use eight partial sums, for any vector width, so all levels round alike.
#include "oscegraph/queries/kernels/simd/lane_steps.hpp"

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace oscegraph::simd {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t width = 8;
#elif defined(__AVX2__)
constexpr std::size_t width = 4;
#else
constexpr std::size_t width = 2;
#endif
constexpr std::size_t vectors = lanes / width;
using Vector = double __attribute__((vector_size(width * sizeof(double))));

inline Vector load(const double* from) { return *reinterpret_cast<const Vector*>(from); }
inline void store(double* to, Vector value) { *reinterpret_cast<Vector*>(to) = value; }

#if defined(__AVX512F__)
inline Vector splat(double x) { return _mm512_set1_pd(x); }
/// x where the bit is set, 0 elsewhere.
inline Vector keep(Vector x, std::uint32_t bits) {
  return _mm512_maskz_mov_pd(static_cast<__mmask8>(bits), x);
}
inline Vector add_where(Vector sum, Vector x, std::uint32_t bits) {
  return _mm512_mask_add_pd(sum, static_cast<__mmask8>(bits), sum, x);
}
inline void store_where(double* to, Vector x, std::uint32_t bits) {
  _mm512_mask_store_pd(to, static_cast<__mmask8>(bits), x);
}
#else
#if defined(__AVX2__)
inline Vector splat(double x) { return Vector{x, x, x, x}; }
#else
inline Vector splat(double x) { return Vector{x, x}; }
#endif
using Bits = long long __attribute__((vector_size(width * sizeof(double))));
/// All ones in the lanes whose bit is set.
inline Bits spread(std::uint32_t bits) {
#if defined(__AVX2__)
  const Bits place{1, 2, 4, 8};
  const Bits all = Bits{} + static_cast<long long>(bits);
#else
  const Bits place{1, 2};
  const Bits all = Bits{} + static_cast<long long>(bits);
#endif
  return (all & place) == place;
}
inline Vector keep(Vector x, std::uint32_t bits) {
  return reinterpret_cast<Vector>(reinterpret_cast<Bits>(x) & spread(bits));
}
inline Vector add_where(Vector sum, Vector x, std::uint32_t bits) { return sum + keep(x, bits); }
inline void store_where(double* to, Vector x, std::uint32_t bits) {
  const Bits where = spread(bits);
  const Bits old = reinterpret_cast<Bits>(load(to));
  store(to, reinterpret_cast<Vector>((reinterpret_cast<Bits>(x) & where) | (old & ~where)));
}
#endif

inline double* block(double* values, std::uint32_t node) {
  return static_cast<double*>(__builtin_assume_aligned(values + std::size_t{node} * lanes, 64));
}

inline void add_block(double* to, const double* from, std::uint32_t mask) {
  for (std::size_t k = 0; k < vectors; ++k)
    store(to + k * width,
          add_where(load(to + k * width), load(from + k * width), mask >> (k * width)));
}

/// The sum of all lanes: eight partial sums of every eighth lane, then added as a tree.
inline double sum_lanes(const Vector (&values)[vectors]) {
  alignas(64) double part[8];
  constexpr std::size_t per_eight = 8 / width;
  for (std::size_t j = 0; j < per_eight; ++j) {
    Vector sum = values[j];
    for (std::size_t k = j + per_eight; k < vectors; k += per_eight) sum += values[k];
    store(part + j * width, sum);
  }
  return ((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]));
}

std::size_t push(const Lanes& at, Rows out, Level level, std::uint32_t* found) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < level.size; ++i) {
    const std::uint32_t u = level.node[i];
    const double* from = block(at.paths, u);
    for (std::uint32_t j = out.begin[u]; j < out.begin[u + 1]; ++j) {
      const std::uint32_t v = out.to[j];
      const std::uint32_t mask = level.mask[i] & ~at.seen[v];
      if (mask == 0) continue;
      if (at.next_mask[v] == 0) found[count++] = v;
      at.next_mask[v] |= mask;
      add_block(block(at.paths, v), from, mask);
    }
  }
  return count;
}

std::size_t pull(const Lanes& at, Rows in, std::uint32_t first, std::uint32_t last,
                 std::uint32_t active, std::uint32_t* found) {
  std::size_t count = 0;
  for (std::uint32_t v = first; v < last; ++v) {
    const std::uint32_t missing = active & ~at.seen[v];
    if (missing == 0) continue;
    Vector sum[vectors] = {};
    std::uint32_t reached = 0;
    for (std::uint32_t j = in.begin[v]; j < in.begin[v + 1]; ++j) {
      const std::uint32_t u = in.to[j];
      const std::uint32_t mask = at.current_mask[u] & missing;
      if (mask == 0) continue;
      reached |= mask;
      const double* from = block(at.paths, u);
      for (std::size_t k = 0; k < vectors; ++k)
        sum[k] = add_where(sum[k], load(from + k * width), mask >> (k * width));
    }
    if (reached == 0) continue;
    double* to = block(at.paths, v);
    for (std::size_t k = 0; k < vectors; ++k) store(to + k * width, load(to + k * width) + sum[k]);
    at.next_mask[v] = reached;
    found[count++] = v;
  }
  return count;
}

void scale(const Lanes& at, Level level) {
  for (std::size_t i = 0; i < level.size; ++i) {
    const double members = at.members[level.node[i]];
    if (members == 1) continue;
    double* paths = block(at.paths, level.node[i]);
    for (std::size_t k = 0; k < vectors; ++k) {
      const Vector old = load(paths + k * width);
      store_where(paths + k * width, old * splat(members), level.mask[i] >> (k * width));
    }
  }
}

void settle(const Lanes& at, Level level) {
  for (std::size_t i = 0; i < level.size; ++i) {
    const std::uint32_t u = level.node[i];
    const double* paths = block(at.paths, u);
    double* factor = block(at.factor, u);
    const Vector members = splat(at.members != nullptr ? at.members[u] : 1);
    const Vector targets = splat(at.targets != nullptr ? at.targets[u] : 1);
    Vector sum[vectors];
    Vector square[vectors];
    for (std::size_t k = 0; k < vectors; ++k) {
      const std::uint32_t bits = level.mask[i] >> (k * width);
      const Vector to_one = load(paths + k * width) / members;
      const Vector dependency = to_one * load(factor + k * width);
      sum[k] = keep(dependency * load(at.weights + k * width), bits);
      square[k] = sum[k] * sum[k];
      store_where(factor + k * width, (members * dependency + targets) / to_one, bits);
    }
    at.total[u] += sum_lanes(sum);
    if (at.squares != nullptr) at.squares[u] += sum_lanes(square);
  }
}

void push_back(const Lanes& at, Rows in, Level level) {
  for (std::size_t i = 0; i < level.size; ++i) {
    const std::uint32_t u = level.node[i];
    const double* from = block(at.factor, u);
    for (std::uint32_t j = in.begin[u]; j < in.begin[u + 1]; ++j) {
      const std::uint32_t v = in.to[j];
      const std::uint32_t mask = level.mask[i] & at.current_mask[v];
      if (mask != 0) add_block(block(at.factor, v), from, mask);
    }
  }
}

void pull_back(const Lanes& at, Rows out, Level level) {
  for (std::size_t i = 0; i < level.size; ++i) {
    const std::uint32_t v = level.node[i];
    Vector sum[vectors] = {};
    for (std::uint32_t j = out.begin[v]; j < out.begin[v + 1]; ++j) {
      const std::uint32_t u = out.to[j];
      const std::uint32_t mask = at.next_mask[u] & level.mask[i];
      if (mask == 0) continue;
      const double* from = block(at.factor, u);
      for (std::size_t k = 0; k < vectors; ++k)
        sum[k] = add_where(sum[k], load(from + k * width), mask >> (k * width));
    }
    double* to = block(at.factor, v);
    for (std::size_t k = 0; k < vectors; ++k) store(to + k * width, load(to + k * width) + sum[k]);
  }
}

}  // namespace

#define OSCEGRAPH_NAME_(prefix, level) prefix##_##level
#define OSCEGRAPH_NAME(prefix, level) OSCEGRAPH_NAME_(prefix, level)
const LaneSteps OSCEGRAPH_NAME(lane_steps, OSCEGRAPH_SIMD){push,   pull,      scale,
                                                           settle, push_back, pull_back};

}  // namespace oscegraph::simd
