// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output/temporary_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <utility>

namespace oscegraph {
namespace {

enum class State : std::uint8_t { free, being_written, entered };

struct Entry {
  std::atomic<State> state{State::free};
  std::array<char, 1024> path{};
};

static_assert(std::atomic<State>::is_always_lock_free, "a signal handler reads it");
std::array<Entry, 64> entries;
std::atomic<int> being_put_in_place{0};

}  // namespace

TemporaryName::TemporaryName(const std::string& path) {
  if (path.size() >= Entry{}.path.size()) return;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    State free = State::free;
    if (!entries[i].state.compare_exchange_strong(free, State::being_written)) continue;
    *std::ranges::copy(path, entries[i].path.begin()).out = '\0';
    entries[i].state.store(State::entered);
    slot_ = i;
    return;
  }
}

TemporaryName::TemporaryName(TemporaryName&& other) noexcept
    : slot_(std::exchange(other.slot_, nowhere)) {}

TemporaryName& TemporaryName::operator=(TemporaryName&& other) noexcept {
  if (this == &other) return *this;
  forget();
  slot_ = std::exchange(other.slot_, nowhere);
  return *this;
}

void TemporaryName::forget() noexcept {
  if (slot_ != nowhere) entries[std::exchange(slot_, nowhere)].state.store(State::free);
}

PuttingInPlace::PuttingInPlace() noexcept { ++being_put_in_place; }
PuttingInPlace::~PuttingInPlace() { --being_put_in_place; }

bool remove_temporaries() noexcept {
  if (being_put_in_place.load() > 0) return false;
  // Files first: a folder goes when it is empty.
  for (const Entry& entry : entries)
    if (entry.state.load() == State::entered) ::unlink(entry.path.data());
  for (const Entry& entry : entries)
    if (entry.state.load() == State::entered) ::rmdir(entry.path.data());
  return true;
}

}  // namespace oscegraph
