// SPDX-License-Identifier: Apache-2.0
//
// Ctrl-C may come at any time, and mostly the process may just end. While a file is being written it
// may not: the unfinished half would stay behind. So the signals that end us wait until this object
// is gone, and whoever writes gives up instead of finishing when one is waiting. Make it before the
// Output that asks it, so that it outlives it.
#pragma once

#include <csignal>
#include <functional>

namespace oscegraph::cli {

class HoldSignals {
 public:
  HoldSignals();
  HoldSignals(const HoldSignals&) = delete;
  HoldSignals& operator=(const HoldSignals&) = delete;
  ~HoldSignals();

  [[nodiscard]] bool any_pending() const;
  /// any_pending(), to be asked by who writes; as long as this object is there.
  [[nodiscard]] std::function<bool()> asked() const {
    return [this] { return any_pending(); };
  }

 private:
  sigset_t before_{};
};

}  // namespace oscegraph::cli
