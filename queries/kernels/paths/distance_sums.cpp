// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/distance_sums.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <span>

#include "oscegraph/queries/kernels/ordered_sums.hpp"
#include "oscegraph/queries/kernels/simd/bit_steps.hpp"
#include "oscegraph/queries/kernels/structure/components.hpp"
#include "oscegraph/queries/kernels/structure/twins.hpp"

namespace oscegraph {
namespace {

using simd::BitBlock;
constexpr std::size_t searches = simd::bit_words * 64;

const simd::BitSteps& steps_for(Simd level) {
#if defined(__x86_64__)
  if (level == Simd::avx512) return simd::bit_steps_avx512;
  if (level == Simd::avx2) return simd::bit_steps_avx2;
#endif
  static_cast<void>(level);
  return simd::bit_steps_baseline;
}

simd::Rows rows_of(const Csr& graph) { return {graph.begin.data(), graph.to.data()}; }

void set_bit(BitBlock& block, std::size_t bit) {
  block.word[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

/// The graph to search. A row of `pull` lists the nodes from which a search comes to the node in
/// the next level; a row of `push` lists the nodes to which a search goes on from the node.
struct Problem {
  const Csr* pull;
  const Csr* push;
  std::vector<std::uint32_t> members;  ///< by node: the number of merged twins; empty: 1 each
  /// Nodes [part_begin[i], part_begin[i + 1]) can reach only each other.
  std::vector<Vertex> part_begin;
};

/// The memory of one worker, for one batch of searches at a time.
class Batch {
 public:
  Batch(const Problem& problem, Simd simd, const Context& context)
      : problem_(&problem),
        context_(&context),
        steps_(&steps_for(simd)),
        seen_(problem.pull->size()),
        front_(seen_.size()),
        next_(seen_.size()),
        touched_(seen_.size()),
        open_(seen_.size()),
        found_(seen_.size()),
        last_(seen_.size()) {}

  /// Searches from the nodes [first, last) and adds to the sums.
  void run(Vertex first, Vertex last, DistanceSums& sums, std::vector<double>& harmonic);

 private:
  void start(Vertex first, Vertex last);
  void push(const simd::BitSearch& search, std::span<const Vertex> front, std::uint32_t distance);
  void pull(const simd::BitSearch& search, std::uint32_t distance);
  void set_planes(Vertex first, Vertex last);
  [[nodiscard]] static std::uint64_t arcs_of(const Csr& rows, std::span<const Vertex> nodes) {
    std::uint64_t arcs = 0;
    for (const Vertex v : nodes) arcs += rows.degree(v);
    return arcs;
  }

  const Problem* problem_;
  const Context* context_;
  const simd::BitSteps* steps_;
  std::vector<BitBlock> seen_;
  std::vector<BitBlock> front_;
  std::vector<BitBlock> next_;
  std::vector<std::uint32_t> touched_;
  std::vector<Vertex> open_;
  std::vector<Vertex> found_;
  std::vector<Vertex> last_;
  std::vector<BitBlock> planes_;
  simd::BitLists lists_{};
};

void Batch::set_planes(Vertex first, Vertex last) {
  planes_.assign(1, BitBlock{});
  for (Vertex v = first; v < last; ++v) {
    const std::uint32_t members = problem_->members.empty() ? 1 : problem_->members[v];
    const auto needed = static_cast<std::size_t>(std::bit_width(members));
    if (needed > planes_.size()) planes_.resize(needed);
    for (std::size_t p = 0; p < needed; ++p)
      if ((members >> p & 1U) != 0) set_bit(planes_[p], v - first);
  }
}

/// Sets the sources, lists the nodes of their components, and marks as seen, at each node, the
/// searches that start in another component: they can never reach it.
void Batch::start(Vertex first, Vertex last) {
  const auto& begin = problem_->part_begin;
  auto part = std::ranges::upper_bound(begin, first) - 1;
  lists_ = {open_.data(), 0, found_.data(), 0};
  for (; *part < last; ++part) {
    BitBlock never{};
    for (std::uint64_t& word : never.word) word = ~std::uint64_t{0};
    for (Vertex s = std::max(first, *part); s < std::min(last, part[1]); ++s)
      never.word[(s - first) / 64] &= ~(std::uint64_t{1} << ((s - first) % 64));
    for (Vertex v = *part; v < part[1]; ++v) {
      seen_[v] = never;
      front_[v] = BitBlock{};
      next_[v] = BitBlock{};
      touched_[v] = 0;
      open_[lists_.open_size++] = v;
    }
  }
  for (Vertex s = first; s < last; ++s) {
    set_bit(seen_[s], s - first);
    set_bit(front_[s], s - first);
    last_[s - first] = s;
  }
}

/// Calls body(first, count) for slices of [0, size), and checks the context before each.
template <typename Body>
void for_slices(std::size_t size, const Context& context, const Body& body) {
  constexpr std::size_t slice = 4096;
  for (std::size_t first = 0; first < size; first += slice) {
    context.check();
    body(first, std::min(slice, size - first));
  }
}

void Batch::push(const simd::BitSearch& search, std::span<const Vertex> front,
                 std::uint32_t distance) {
  lists_.found_size = 0;
  for_slices(front.size(), *context_, [&](std::size_t first, std::size_t count) {
    steps_->push(search, rows_of(*problem_->push), front.data() + first, count, distance, lists_);
  });
  for_slices(lists_.found_size, *context_, [&](std::size_t first, std::size_t count) {
    steps_->finish_level(search, lists_.found + first, count, distance);
  });
}

void Batch::pull(const simd::BitSearch& search, std::uint32_t distance) {
  const std::size_t open = lists_.open_size;
  lists_.open_size = 0;
  lists_.found_size = 0;
  for_slices(open, *context_, [&](std::size_t first, std::size_t count) {
    steps_->pull(search, rows_of(*problem_->pull), open_.data() + first, count, distance, lists_);
  });
}

void Batch::run(Vertex first, Vertex last, DistanceSums& sums, std::vector<double>& harmonic) {
  set_planes(first, last);
  start(first, last);
  std::size_t front_size = last - first;
  std::uint64_t open_arcs = arcs_of(*problem_->pull, std::span(open_).first(lists_.open_size));
  for (std::uint32_t distance = 1; front_size > 0; ++distance) {
    const simd::BitSearch search{seen_.data(),    front_.data(),       next_.data(),
                                 touched_.data(), sums.reached.data(), sums.total.data(),
                                 harmonic.data(), planes_.data(),      planes_.size()};
    const std::span<const Vertex> front(last_.data(), front_size);
    if (arcs_of(*problem_->push, front) * 2 < open_arcs) {
      push(search, front, distance);
    } else {
      pull(search, distance);
      open_arcs = arcs_of(*problem_->pull, std::span(open_).first(lists_.open_size));
    }
    front_.swap(next_);
    last_.swap(found_);
    lists_.found = found_.data();
    front_size = lists_.found_size;
  }
}

DistanceSums search_all(const Problem& problem, Workers& workers, Simd simd) {
  const Vertex size = problem.pull->size();
  DistanceSums sums{std::vector<std::uint64_t>(size), std::vector<std::uint64_t>(size),
                    std::vector<double>(size)};
  struct Part {
    std::optional<Batch> batch;
    DistanceSums sums;
  };
  std::vector<Part> parts(workers.count());
  SharedProgress progress(workers.context().report, size);
  add_in_order<1>(
      workers, size, searches, {&sums.harmonic},
      [&](unsigned worker) {
        Part part;
        part.batch.emplace(problem, simd, workers.context());
        part.sums.reached.resize(size);
        part.sums.total.resize(size);
        parts[worker] = std::move(part);
      },
      [&](std::size_t first, std::size_t last, unsigned worker, auto& harmonic) {
        Part& part = parts[worker];
        part.batch->run(static_cast<Vertex>(first), static_cast<Vertex>(last), part.sums,
                        harmonic[0]);
        progress.add(last - first, worker);
      });
  for (const Part& part : parts)
    for (Vertex v = 0; v < part.sums.total.size(); ++v) {
      sums.reached[v] += part.sums.reached[v];
      sums.total[v] += part.sums.total[v];
    }
  return sums;
}

/// The nodes sorted by component, and within a component by falling degree.
std::vector<Vertex> by_component(const Csr& graph, Workers& workers, std::vector<Vertex>& begin) {
  const std::vector<Vertex> label = components(graph, workers.context());
  std::vector<Vertex> start(std::size_t{graph.size()} + 1);
  for (const Vertex root : label) ++start[root];
  std::exclusive_scan(start.begin(), start.end(), start.begin(), 0U);
  for (Vertex v = 0; v < graph.size(); ++v)
    if (label[v] == v) begin.push_back(start[v]);
  begin.push_back(graph.size());
  std::vector<Vertex> order(graph.size());
  for (const Vertex v : by_falling_degree(graph)) order[start[label[v]]++] = v;
  return order;
}

}  // namespace

DistanceSums undirected_distance_sums(const Csr& graph, Workers& workers, Simd simd) {
  const Twins twins = merge_twins(graph, workers.context());
  Problem problem{};
  const std::vector<Vertex> order = by_component(twins.graph, workers, problem.part_begin);
  const Csr rows = reordered(twins.graph, order, workers.context());
  problem.pull = &rows;
  problem.push = &rows;
  for (const Vertex c : order) problem.members.push_back(twins.members[c]);
  const DistanceSums by_place = search_all(problem, workers, simd);

  const std::vector<Vertex> place = inverse_of(order);
  DistanceSums sums{std::vector<std::uint64_t>(graph.size()),
                    std::vector<std::uint64_t>(graph.size()), std::vector<double>(graph.size())};
  for (Vertex v = 0; v < graph.size(); ++v) {
    const Vertex at = place[twins.class_of[v]];
    const std::uint32_t others = problem.members[at] - 1;  // the twins of v, at distance 2
    sums.reached[v] = by_place.reached[at] + others;
    sums.total[v] = by_place.total[at] + 2 * std::uint64_t{others};
    sums.harmonic[v] = by_place.harmonic[at] + others / 2.0;
  }
  return sums;
}

DistanceSums directed_distance_sums(const Csr& out, const Csr& in, Workers& workers, Simd simd) {
  const std::vector<Vertex> order = by_falling_degree(in);
  const Csr pull = reordered(out, order, workers.context());
  const Csr push = reordered(in, order, workers.context());
  Problem problem{&pull, &push, {}, {0, out.size()}};
  const DistanceSums by_place = search_all(problem, workers, simd);
  DistanceSums sums = by_place;
  for (Vertex i = 0; i < out.size(); ++i) {
    sums.reached[order[i]] = by_place.reached[i];
    sums.total[order[i]] = by_place.total[i];
    sums.harmonic[order[i]] = by_place.harmonic[i];
  }
  return sums;
}

}  // namespace oscegraph
