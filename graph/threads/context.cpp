// SPDX-License-Identifier: Apache-2.0
//
// Words the reasons for stopping.
#include "oscegraph/graph/threads/context.hpp"

namespace oscegraph {

const char* sentence(StopReason reason) {
  switch (reason) {
    case StopReason::not_asked: return "nothing stops it";
    case StopReason::interrupted:
    case StopReason::terminated: return "the program was told to stop";
    case StopReason::deadline: return "the time allowed for it is over";
    case StopReason::client_gone: return "nobody waits for the answer";
  }
  return "";
}

}  // namespace oscegraph
