// SPDX-License-Identifier: Apache-2.0
//
// Which vector instructions the machine at hand has. The library is built for any machine of its
// architecture; the few loops that gain from wider vectors are compiled once for each level in
// kernels/simd/ and chosen here at run time. All levels give the same bits: they do the same
// additions in the same order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace oscegraph {

/// baseline: what every machine of the architecture has (SSE2 on x86-64, NEON on AArch64).
enum class Simd : std::uint8_t { baseline, avx2, avx512 };

/// The levels this machine can run, narrowest first; baseline always.
std::vector<Simd> simd_levels();
/// The widest of them.
Simd best_simd();
std::string_view name_of(Simd level);

}  // namespace oscegraph
