// SPDX-License-Identifier: Apache-2.0
//
// Reads names of cases from standard input, one on each line, runs each case once and answers with
// a line "seconds value", or "none". A name may be followed by a level of vector instructions:
// baseline, avx2, avx512. The graph is read once, as in the runners of the other libraries.
//
//   bench_once GRAPH.el THREADS
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

#include "oscegraph/bench/cases.hpp"
#include "oscegraph/bench/edge_list.hpp"

namespace {

using namespace oscegraph;

/// The level of that name; nullopt when this machine does not have it.
std::optional<Simd> level_named(std::string_view word) {
  for (const Simd level : simd_levels())
    if (word == (level == Simd::avx512 ? "avx512" : level == Simd::avx2 ? "avx2" : "baseline"))
      return level;
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench_once GRAPH.el THREADS\n";
    return 2;
  }
  const Csr graph = bench::read_edge_list(argv[1]);
  Workers workers(static_cast<unsigned>(std::atoi(argv[2])));
  std::cout << std::setprecision(12) << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    const std::size_t space = line.find(' ');
    const std::string name = line.substr(0, space);
    const auto level =
        space == std::string::npos ? best_simd() : level_named(line.substr(space + 1));
    const auto found = std::ranges::find(bench::cases, name, &bench::Case::name);
    if (found == bench::cases.end() || !level) {
      std::cout << "none" << std::endl;
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const double value = found->run(graph, workers, *level);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::cout << seconds.count() << ' ' << value << std::endl;
  }
  return 0;
}
