// SPDX-License-Identifier: Apache-2.0
//
// Runs the program and catches all errors, in one place. Exit codes: 0 done; 1 a fault in the data,
// such as a mistake in the input or an unknown name; 2 wrong usage. If a signal stops the work, the
// process ends by this signal (130 for Ctrl-C in a shell). The program also starts itself as a
// child process that makes pictures (exports/pictures/child/picture_work.hpp); main() recognises
// this case first.
#include <csignal>
#include <exception>
#include <new>

#include "oscegraph/cli/run.hpp"
#include "oscegraph/cli/terminal/stop_signals.hpp"
#include "oscegraph/exports/pictures/child/picture_work.hpp"

namespace {

using namespace oscegraph;

int run_and_catch(int count, char** words, cli::Terminal& terminal) {
  try {
    const std::vector<std::string> line(words + (count > 0 ? 1 : 0), words + count);
    return cli::run(line, terminal);
  } catch (const UsageError& error) {
    cli::tell_error(error, terminal);
    return cli::wrong_usage;
  } catch (const Error& error) {
    cli::tell_error(error, terminal);
    return cli::data_says_no;
  } catch (const Stopped&) {
    cli::end_by_signal();
  } catch (const std::bad_alloc&) {
    cli::tell_error(
        Error("not enough memory for this", {}, "narrow the graph, or give fewer inputs at once"),
        terminal);
  } catch (const std::exception& error) {
    cli::tell_error(Error("something went wrong that should not: " + std::string(error.what()), {},
                          "please report it with the command line"),
                    terminal);
  }
  return cli::data_says_no;
}

}  // namespace

int main(int count, char** words) {
  if (is_picture_child(count, words)) return run_picture_child(words);
#if defined(__linux__)
  use_picture_child("/proc/self/exe");
#endif
  // A reader that has seen enough (`| head`) ends us quietly, also where a parent ignores the signal.
  std::signal(SIGPIPE, SIG_DFL);
  cli::Terminal terminal = cli::Terminal::of_this_process();
  terminal.stop = cli::stop_on_signals();
  terminal.out.set_context(terminal.context());
  return run_and_catch(count, words, terminal);
}
