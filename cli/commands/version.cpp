// SPDX-License-Identifier: Apache-2.0
//
// The command that runs for `--version`: prints the version of the program, and the file NOTICE,
// which says whose work it contains.
#include "embedded/notice.hpp"
#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/model/program.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/terminal/terminal.hpp"

namespace oscegraph::cli {
namespace {

/// Whose work the program is and contains: NOTICE, whose first line is the name again.
std::string_view notice_below_name() {
  const std::string_view notice = embedded::notice.front().text;
  return notice.substr(notice.find('\n') + 1);
}

int run_version(const Invocation& /*invocation*/, Terminal& terminal) {
  terminal.out.append("oscegraph " + std::string(version()) + "\n");
  terminal.out.append(notice_below_name());
  terminal.out.commit();
  return 0;
}

}  // namespace

constinit const Command version_command{
    .name = "version",
    .summary = "The version, and whose work the program contains",
    .description = "",
    .groups = only_general_group,
    .says_no = "standard output cannot be written",
    .run = run_version,
};

}  // namespace oscegraph::cli
