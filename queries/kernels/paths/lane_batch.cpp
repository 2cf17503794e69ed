// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/paths/lane_batch.hpp"

#include <algorithm>
#include <cstring>

namespace oscegraph {
namespace {

const simd::LaneSteps* steps_for(Simd level) {
#if defined(__x86_64__)
  if (level == Simd::avx512) return &simd::lane_steps_avx512;
  if (level == Simd::avx2) return &simd::lane_steps_avx2;
#endif
  static_cast<void>(level);
  return &simd::lane_steps_baseline;
}

/// A level is processed in slices, and the context is checked before each.
constexpr std::size_t slice_nodes = 4096;

/// Calls body(slice) for the slices of the level, in order.
template <typename Body>
void for_slices(simd::Level level, const Context& context, const Body& body) {
  for (std::size_t first = 0; first < level.size; first += slice_nodes) {
    context.check();
    body({level.node + first, level.mask + first, std::min(slice_nodes, level.size - first)});
  }
}

simd::Rows rows_of(const Csr& graph) { return {graph.begin.data(), graph.to.data()}; }

}  // namespace

LaneBatch::LaneBatch(const LaneGraph& graph, Simd simd, const Context& context)
    : graph_(&graph),
      context_(&context),
      steps_(steps_for(simd)),
      out_(rows_of(*graph.out)),
      in_(rows_of(*graph.in)),
      paths_(graph.out->size()),
      factor_(graph.out->size()),
      weights_{},
      seen_(graph.out->size()),
      current_mask_(graph.out->size()),
      next_mask_(graph.out->size()),
      found_(graph.out->size()) {
  lanes_.size = graph.out->size();
  lanes_.seen = seen_.data();
  lanes_.paths = paths_.data()->lane;
  lanes_.factor = factor_.data()->lane;
  lanes_.members = graph.members.empty() ? nullptr : graph.members.data();
  lanes_.targets = graph.targets.empty() ? nullptr : graph.targets.data();
  lanes_.weights = weights_.lane;
}

simd::Level LaneBatch::level(std::size_t number) const {
  const std::size_t first = level_begin_[number];
  return {level_node_.data() + first, level_mask_.data() + first, level_begin_[number + 1] - first};
}

std::uint64_t LaneBatch::arcs_of(std::size_t number, const Csr& rows) const {
  std::uint64_t arcs = 0;
  const simd::Level nodes = level(number);
  for (std::size_t i = 0; i < nodes.size; ++i) arcs += rows.degree(nodes.node[i]);
  return arcs;
}

void LaneBatch::start(std::span<const Vertex> sources) {
  std::memset(paths_.data(), 0, paths_.size() * sizeof(Block));
  std::memset(factor_.data(), 0, factor_.size() * sizeof(Block));
  std::ranges::fill(seen_, 0U);
  level_begin_.assign(1, 0);
  level_node_.clear();
  level_mask_.clear();
  weights_ = Block{};
  for (std::size_t lane = 0; lane < sources.size(); ++lane) {
    const Vertex s = sources[lane];
    if (seen_[s] == 0) level_node_.push_back(s);
    seen_[s] |= 1U << lane;
    paths_[s].lane[lane] = 1;
    weights_.lane[lane] = graph_->targets.empty() ? 1 : graph_->targets[s];
  }
  for (const Vertex s : level_node_) {
    level_mask_.push_back(seen_[s]);
    current_mask_[s] = seen_[s];
  }
  level_begin_.push_back(level_node_.size());
  open_arcs_ = graph_->in->arc_count();
}

/// Makes a level of the nodes found; `next_mask_` becomes `current_mask_`.
void LaneBatch::close_level(std::size_t found, std::uint32_t active) {
  const simd::Level old = level(level_begin_.size() - 2);
  for (std::size_t i = 0; i < old.size; ++i) current_mask_[old.node[i]] = 0;
  for (std::size_t i = 0; i < found; ++i) {
    const Vertex v = found_[i];
    level_node_.push_back(v);
    level_mask_.push_back(next_mask_[v]);
    seen_[v] |= next_mask_[v];
    if (seen_[v] == active) open_arcs_ -= graph_->in->degree(v);
  }
  level_begin_.push_back(level_node_.size());
  current_mask_.swap(next_mask_);
}

std::size_t LaneBatch::push(simd::Level nodes) {
  std::size_t found = 0;
  for_slices(nodes, *context_, [&](simd::Level slice) {
    found += steps_->push(lanes_, out_, slice, found_.data() + found);
  });
  return found;
}

std::size_t LaneBatch::pull(std::uint32_t active) {
  std::size_t found = 0;
  for (std::uint32_t first = 0; first < lanes_.size; first += slice_nodes) {
    context_->check();
    const auto last = static_cast<std::uint32_t>(
        std::min<std::size_t>(std::size_t{first} + slice_nodes, lanes_.size));
    found += steps_->pull(lanes_, in_, first, last, active, found_.data() + found);
  }
  return found;
}

void LaneBatch::forward(std::size_t source_count) {
  const std::uint32_t active = source_count == simd::lanes ? ~0U : (1U << source_count) - 1;
  while (true) {
    lanes_.current_mask = current_mask_.data();
    lanes_.next_mask = next_mask_.data();
    const std::size_t last = level_begin_.size() - 2;
    const bool from_front = arcs_of(last, *graph_->out) < open_arcs_ / 3;
    const std::size_t found = from_front ? push(level(last)) : pull(active);
    close_level(found, active);
    if (found == 0) break;
    if (lanes_.members != nullptr) steps_->scale(lanes_, level(last + 1));
  }
  level_begin_.pop_back();  // the level in which nothing was found
}

void LaneBatch::backward() {
  // The masks were cleared when the last, empty level was closed; each level sets its own below.
  std::size_t number = level_begin_.size() - 2;
  const auto set = [&](std::vector<std::uint32_t>& masks, std::size_t which, bool on) {
    const simd::Level nodes = level(which);
    for (std::size_t i = 0; i < nodes.size; ++i) masks[nodes.node[i]] = on ? nodes.mask[i] : 0;
  };
  set(next_mask_, number, true);
  for (; number >= 1; --number) {
    lanes_.current_mask = current_mask_.data();
    lanes_.next_mask = next_mask_.data();
    for_slices(level(number), *context_, [&](simd::Level slice) { steps_->settle(lanes_, slice); });
    if (number > 1) {
      set(current_mask_, number - 1, true);
      if (arcs_of(number, *graph_->in) < arcs_of(number - 1, *graph_->out))
        for_slices(level(number), *context_,
                   [&](simd::Level slice) { steps_->push_back(lanes_, in_, slice); });
      else
        for_slices(level(number - 1), *context_,
                   [&](simd::Level slice) { steps_->pull_back(lanes_, out_, slice); });
    }
    set(next_mask_, number, false);
    current_mask_.swap(next_mask_);
  }
  if (level_begin_.size() == 2) set(next_mask_, 0, false);
}

void LaneBatch::run(std::span<const Vertex> sources, std::vector<double>& total,
                    std::vector<double>* squares) {
  lanes_.total = total.data();
  lanes_.squares = squares == nullptr ? nullptr : squares->data();
  start(sources);
  forward(sources.size());
  backward();
}

}  // namespace oscegraph
