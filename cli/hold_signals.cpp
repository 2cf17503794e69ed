// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/hold_signals.hpp"

#include <algorithm>
#include <array>

namespace oscegraph::cli {
namespace {

constexpr std::array<int, 3> ending_signals{SIGINT, SIGTERM, SIGHUP};

}  // namespace

HoldSignals::HoldSignals() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : ending_signals) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

HoldSignals::~HoldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool HoldSignals::any_pending() const {
  sigset_t pending;
  ::sigemptyset(&pending);
  ::sigpending(&pending);
  return std::ranges::any_of(ending_signals,
                             [&](int signal) { return ::sigismember(&pending, signal) == 1; });
}

}  // namespace oscegraph::cli
