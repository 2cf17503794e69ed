// SPDX-License-Identifier: Apache-2.0
//
// Stops the program when it receives SIGINT (Ctrl-C), SIGTERM or SIGHUP. The first signal sets the
// Stop that all work checks; the command then ends, and the process ends by this signal. Some work
// cannot check a Stop: a sort, a library, a read that waits. So after 0.3 seconds, or at a second
// signal, the unfinished files are removed and the signal ends the process at once. A file that is
// just being put in place is put in place first.
#pragma once

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph::cli {

/// Call it once. Signals that the parent has set to be ignored (nohup) stay ignored.
Stop stop_on_signals();

/// For main, after it has caught Stopped: ends the process by the signal that it received. Returns
/// when there was none.
void end_by_signal();

}  // namespace oscegraph::cli
