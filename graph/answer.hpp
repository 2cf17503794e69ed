// SPDX-License-Identifier: Apache-2.0
//
// The form in which queries return answers. Each query returns a struct of its own: funding()
// returns a FundingAnswer, why() a WhyAnswer. Its fields are typed: ids of nodes, edges and claims,
// counts, numbers, sums of money. Its field `subset` is the part of the graph that the answer is
// about. (A Difference is about two graphs, and has two subsets.) The subset holds the graph, so
// the ids can be looked up as long as the answer exists.
//
// For each struct there is one function that makes rows from it,
//
//   Table table_of(const FundingAnswer& answer, const Context& context = {});
//
// to_answer() calls it and returns an Answer: these rows together with the subset. The program
// prints, draws and saves only Answers, so every command can write every format. A page or another
// program can use the fields of the struct and needs no table.
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
