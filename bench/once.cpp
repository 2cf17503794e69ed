// SPDX-License-Identifier: Apache-2.0
//
//   bench_once GRAPH.el THREADS
//
// Reads case names from standard input, one a line, runs each once and answers with a line
// "seconds value". The graph is read once, as the peers' runners do.
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>

#include "oscegraph/bench/cases.hpp"
#include "oscegraph/bench/edge_list.hpp"

int main(int argc, char** argv) {
  using namespace oscegraph;
  if (argc != 3) {
    std::cerr << "usage: bench_once GRAPH.el THREADS\n";
    return 2;
  }
  const Csr graph = bench::read_edge_list(argv[1]);
  Workers workers(static_cast<unsigned>(std::atoi(argv[2])));
  std::cout << std::setprecision(12) << "ready" << std::endl;
  for (std::string name; std::getline(std::cin, name);) {
    const auto found = std::ranges::find(bench::cases, name, &bench::Case::name);
    if (found == bench::cases.end()) {
      std::cout << "none" << std::endl;
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const double value = found->run(graph, workers);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::cout << seconds.count() << ' ' << value << std::endl;
  }
  return 0;
}
