// SPDX-License-Identifier: Apache-2.0
//
// Ctrl-C may come at any time. The first SIGINT, SIGTERM or SIGHUP tells all work to stop, by the Stop
// that is handed down to it; the command then ends as the signal would have ended it. Work that cannot
// be asked (a sort, a library, a read that waits) has a moment to end, and a second signal takes that
// moment away: then the unfinished files are removed and the signal ends the process where it stands.
// Files that are being put in place are put in place first.
#pragma once

#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph::cli {

/// Call it once. Signals that the parent has set to be ignored (nohup) stay ignored.
Stop stop_on_signals();

/// For main, when Stopped has come up: lets the signal that came end the process. Returns when none has.
void end_by_signal();

}  // namespace oscegraph::cli
