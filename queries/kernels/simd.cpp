// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/simd.hpp"

namespace oscegraph {

std::vector<Simd> simd_levels() {
  std::vector<Simd> levels{Simd::baseline};
#if defined(__x86_64__)
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") &&
                    __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
  if (avx2) levels.push_back(Simd::avx2);
  // The vector popcount came with Ice Lake and Zen 4; without it AVX-512 gains little here.
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vpopcntdq"))
    levels.push_back(Simd::avx512);
#endif
  return levels;
}

Simd best_simd() {
  static const Simd best = simd_levels().back();
  return best;
}

std::string_view name_of(Simd level) {
  switch (level) {
    case Simd::baseline: return "baseline";
    case Simd::avx2: return "AVX2";
    case Simd::avx512: return "AVX-512";
  }
  return "";
}

}  // namespace oscegraph
