// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/queries/kernels/breadth_first.hpp"

#include <bit>

namespace oscegraph {
namespace {

constexpr std::size_t words_per_piece = 256;
/// The frontier's arcs weigh this much more than arcs that are only asked.
constexpr std::uint64_t ask_factor = 14;

bool has(const std::vector<std::uint64_t>& bits, Vertex v) {
  return (bits[v / 64] >> (v % 64) & 1U) != 0;
}

}  // namespace

BreadthFirst::BreadthFirst(const Csr& out, const Csr& in)
    : out_(&out),
      in_(&in),
      here_((out.size() + 63) / 64),
      next_((out.size() + 63) / 64) {
  queue_.reserve(out.size());
}

/// From the frontier along its arcs. The queue grows by the next level.
void BreadthFirst::follow(std::uint32_t distance) {
  const std::size_t end = queue_.size();
  front_arcs_ = 0;
  for (; front_ < end; ++front_)
    for (const Vertex u : out_->row(queue_[front_])) {
      if (distance_[u] != unreached) continue;
      distance_[u] = distance;
      queue_.push_back(u);
      front_arcs_ += out_->degree(u);
    }
}

/// From the nodes not reached to any neighbour in `here_`. Returns how many were reached.
std::size_t BreadthFirst::ask(std::uint32_t distance, Workers& workers) {
  struct Found {
    std::size_t nodes = 0;
    std::uint64_t arcs = 0;
    Found& operator+=(const Found& other) {
      nodes += other.nodes;
      arcs += other.arcs;
      return *this;
    }
  };
  const auto found = workers.sum<Found>(
      next_.size(), words_per_piece, [&](std::size_t first, std::size_t last, unsigned) {
        Found sum;
        for (std::size_t word = first; word < last; ++word) {
          std::uint64_t bits = 0;
          const auto end = static_cast<Vertex>(std::min<std::size_t>(word * 64 + 64, out_->size()));
          for (auto v = static_cast<Vertex>(word * 64); v < end; ++v) {
            if (distance_[v] != unreached) continue;
            for (std::uint32_t i = in_->begin[v]; i < in_->begin[v + 1]; ++i) {
              if (!has(here_, in_->to[i])) continue;
              distance_[v] = distance;
              bits |= std::uint64_t{1} << (v % 64);
              ++sum.nodes;
              sum.arcs += out_->degree(v);
              break;
            }
          }
          next_[word] = bits;
        }
        return sum;
      });
  here_.swap(next_);
  front_arcs_ = found.arcs;
  return found.nodes;
}

const std::vector<std::uint32_t>& BreadthFirst::distances(Vertex source, Workers& workers) {
  distance_.assign(out_->size(), unreached);
  queue_.assign(1, source);
  front_ = 0;
  distance_[source] = 0;
  front_arcs_ = out_->degree(source);
  open_arcs_ = out_->arc_count();
  bool in_bits = false;
  std::size_t size = 1;
  for (std::uint32_t distance = 1; size > 0; ++distance) {
    const std::uint64_t arcs = front_arcs_;
    if (arcs > open_arcs_ / ask_factor) {
      if (!in_bits) {
        std::fill(here_.begin(), here_.end(), 0);
        for (std::size_t i = front_; i < queue_.size(); ++i)
          here_[queue_[i] / 64] |= std::uint64_t{1} << (queue_[i] % 64);
        in_bits = true;
      }
      size = ask(distance, workers);
    } else {
      if (in_bits) {
        queue_.clear();
        front_ = 0;
        for (std::size_t word = 0; word < here_.size(); ++word)
          for (std::uint64_t bits = here_[word]; bits != 0; bits &= bits - 1)
            queue_.push_back(static_cast<Vertex>(word * 64) +
                             static_cast<Vertex>(std::countr_zero(bits)));
        in_bits = false;
      }
      follow(distance);
      size = queue_.size() - front_;
    }
    open_arcs_ -= std::min(open_arcs_, arcs);
  }
  return distance_;
}

}  // namespace oscegraph
