// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/structure/core_numbers.hpp"

#include <boost/graph/core_numbers.hpp>

#include "oscegraph/queries/kernels/csr_bgl.hpp"

namespace oscegraph {
namespace {

class AskToStop : public boost::core_numbers_visitor<> {
 public:
  explicit AskToStop(PeriodicCheck& check) : check_(&check) {}
  void examine_vertex(Vertex v, const Csr& graph) const { check_->count(graph.degree(v) + 1); }

 private:
  PeriodicCheck* check_;
};

}  // namespace

std::vector<std::uint32_t> core_numbers(const Csr& graph, const Context& context) {
  std::vector<std::uint32_t> numbers(graph.size());
  if (numbers.empty()) return numbers;
  PeriodicCheck check(context);
  boost::core_numbers(graph, by_vertex(numbers), AskToStop(check));
  return numbers;
}

}  // namespace oscegraph
