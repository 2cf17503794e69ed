// SPDX-License-Identifier: Apache-2.0
//
// Writes the benchmark graphs, as edge lists or records. They are the same on every machine;
// network.hpp describes their shape.
//
//   bench_generate DONORS OFFICES PROJECTS EDGES SEED > graph.el      one "a b" for each edge
//   bench_generate DONORS OFFICES PROJECTS EDGES SEED FORM TARGET     one claim for each edge
//
// FORM is how the records are written: `native`, JSON Lines with the keys in the order of export;
// `shuffled`, the same records, each with its keys in a random order; `csv`, a folder of three
// tables. All three have the same content.
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "oscegraph/bench/network.hpp"
#include "oscegraph/bench/records.hpp"

int main(int argc, char** argv) {
  using namespace oscegraph::bench;
  if (argc != 6 && argc != 8) {
    std::cerr << "usage: bench_generate DONORS OFFICES PROJECTS EDGES SEED "
                 "[native|shuffled|csv TARGET]\n";
    return 2;
  }
  const auto number = [&](int i) { return std::strtoull(argv[i], nullptr, 10); };
  const auto node = [&](int i) { return static_cast<Node>(number(i)); };
  const Network network({node(1), node(2), node(3), number(4)}, number(5));
  if (argc == 8) return write_records(network, number(5), argv[6], argv[7]) ? 0 : 1;
  std::string text;
  for (const auto& [a, b] : network.edges())
    text += std::to_string(a) + ' ' + std::to_string(b) + '\n';
  std::cout << text;
  return 0;
}
