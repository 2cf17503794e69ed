// SPDX-License-Identifier: Apache-2.0
//
// Ctrl-C while a file is being written: the old file is still there and nothing else is. The signal
// is sent before the writing starts and held back by the test, so that nothing depends on timing.
#include "oscegraph/cli/hold_signals.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

namespace fs = std::filesystem;

/// Holds the signal back for the whole test, and swallows it at the end.
class PendingSignal {
 public:
  explicit PendingSignal(int signal) : signal_(signal) { std::raise(signal); }
  PendingSignal(const PendingSignal&) = delete;
  PendingSignal& operator=(const PendingSignal&) = delete;
  ~PendingSignal() {
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal_);
    int swallowed = 0;
    sigwait(&one, &swallowed);
  }

 private:
  cli::HoldSignals held_;
  int signal_;
};

struct Scratch {
  fs::path folder = fs::temp_directory_path() / ("oscegraph-signals-" + std::to_string(::getpid()));
  Scratch() { fs::create_directory(folder); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(folder); }

  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
      names.push_back(entry.path().filename().string());
    return names;
  }
};

BOOST_AUTO_TEST_SUITE(hold_signals)

BOOST_AUTO_TEST_CASE(no_signal_no_matter) {
  const cli::HoldSignals held;
  BOOST_TEST(!held.any_pending());
}

BOOST_AUTO_TEST_CASE(a_signal_while_writing_leaves_nothing_behind) {
  const Scratch scratch;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    for (const auto* name : {"x.csv", "x.gexf", "x/"}) {
      const PendingSignal pending(signal);
      const std::string path = (scratch.folder / name).string();
      const Ran ran = run_line("funding -q -o " + path);
      BOOST_TEST(ran.exit == cli::data_says_no);
      BOOST_TEST(ran.errors.find("is not written: the program was told to stop") !=
                 std::string::npos);
      BOOST_TEST(scratch.files().empty());
    }
}

BOOST_AUTO_TEST_CASE(a_signal_while_writing_keeps_the_old_file) {
  const Scratch scratch;
  const fs::path path = scratch.folder / "x.csv";
  std::ofstream(path) << "old";
  const PendingSignal pending(SIGINT);
  run_line("funding -q -o " + path.string());
  std::ifstream file(path);
  BOOST_TEST(std::string(std::istreambuf_iterator<char>(file), {}) == "old");
  BOOST_TEST(scratch.files().size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
