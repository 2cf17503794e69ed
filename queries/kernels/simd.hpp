// SPDX-License-Identifier: Apache-2.0
//
// Detects which vector instructions the machine has. The library is built for any machine of its
// architecture. The few loops that are faster with wider vectors are compiled once for each level
// of instructions, in kernels/simd/, and one of the versions is chosen at run time. All levels give
// bitwise equal results, since they do the same additions in the same order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace oscegraph {

/// baseline: the instructions that every machine of the architecture has (SSE2 on x86-64, NEON on
/// AArch64).
enum class Simd : std::uint8_t { baseline, avx2, avx512 };

/// The levels this machine can run, narrowest first; baseline is always among them.
std::vector<Simd> simd_levels();
/// The widest of them.
Simd best_simd();
std::string_view name_of(Simd level);

}  // namespace oscegraph
