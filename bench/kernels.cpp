// SPDX-License-Identifier: Apache-2.0
//
// Measures every kernel of cases.hpp with 1 and 2 threads, with Google Benchmark.
//
//   bench_kernels GRAPH.el [--benchmark_filter=pagerank] ...
#include <benchmark/benchmark.h>

#include <iostream>
#include <string>

#include "oscegraph/bench/cases.hpp"
#include "oscegraph/bench/edge_list.hpp"

int main(int argc, char** argv) {
  using namespace oscegraph;
  if (argc < 2) {
    std::cerr << "usage: bench_kernels GRAPH.el [--benchmark_...]\n";
    return 2;
  }
  const Csr graph = bench::read_edge_list(argv[1]);
  argv[1] = argv[0];
  int rest = argc - 1;
  char** options = argv + 1;
  for (const bench::Case& measured : bench::cases)
    for (const unsigned threads : {1U, 2U})
      benchmark::RegisterBenchmark(
          (std::string(measured.name) + "/threads:" + std::to_string(threads)).c_str(),
          [&graph, &measured, threads](benchmark::State& state) {
            Workers workers(threads);
            for (auto _ : state)
              benchmark::DoNotOptimize(measured.run(graph, workers, best_simd()));
          })
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime();
  benchmark::Initialize(&rest, options);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
