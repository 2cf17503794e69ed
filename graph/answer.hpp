// SPDX-License-Identifier: Apache-2.0
//
// What a query answers. Each question returns a struct of its own that is named after it: funding()
// returns a FundingAnswer, why() a WhyAnswer. Its fields are typed: ids of nodes, edges and claims,
// counts, numbers, sums of money. Its field `subset` is the part of the graph that the answer is about.
// The subset holds the graph, so the ids in an answer can be looked up as long as the answer lives.
//
// Beside each struct stands one function that writes it as rows,
//
//   Table table_of(const FundingAnswer& answer, const Context& context = {});
//
// and to_answer() makes of both what the program prints, draws and saves. So every command writes to
// every format, and a page or another program reads the fields of the struct and no table.
#pragma once

#include <concepts>
#include <utility>

#include "oscegraph/graph/subset.hpp"
#include "oscegraph/graph/table.hpp"
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

/// Rows to read, and the part of the graph that they are about.
struct Answer {
  Table table;
  Subset subset;
};

/// A struct that a question returns, as described above.
template <typename T>
concept TypedAnswer = requires(T& answer, const Context& context) {
  { table_of(std::as_const(answer), context) } -> std::same_as<Table>;
  { (answer.subset) } -> std::same_as<Subset&>;
};

/// The rows of an answer, and its subset, which is moved and not copied. Throws Stopped.
/// Cost: that of table_of().
template <TypedAnswer T>
Answer to_answer(T answer, const Context& context = {}) {
  Table table = table_of(std::as_const(answer), context);
  return {std::move(table), std::move(answer.subset)};
}

}  // namespace oscegraph
