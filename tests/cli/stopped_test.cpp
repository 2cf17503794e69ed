// SPDX-License-Identifier: Apache-2.0
//
// Tests that a command that is stopped, in any phase, leaves no new file and does not change an
// existing one. tests/stop/stop_test.py sends the signals themselves.
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

namespace fs = std::filesystem;

struct Scratch {
  fs::path folder = fs::temp_directory_path() / ("oscegraph-stopped-" + std::to_string(::getpid()));
  Scratch() { fs::create_directory(folder); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { fs::remove_all(folder); }

  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
};

cli::Terminal stopped(StopReason reason) {
  StopSource source;
  source.stop(reason);
  cli::Terminal terminal;
  terminal.stop = source.token();
  terminal.out.set_context(terminal.context());
  return terminal;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stopped_commands)

BOOST_AUTO_TEST_CASE(it_ends_and_leaves_nothing_behind) {
  const Scratch scratch;
  for (const auto* name : {"x.csv", "x.gexf", "x/"}) {
    const std::string line = "funding -q -o " + (scratch.folder / name).string();
    BOOST_CHECK_THROW(run_line(line, stopped(StopReason::interrupted)), Stopped);
    BOOST_TEST(scratch.files() == 0U);
  }
}

BOOST_AUTO_TEST_CASE(it_keeps_the_old_file) {
  const Scratch scratch;
  const fs::path path = scratch.folder / "x.csv";
  std::ofstream(path) << "old";
  BOOST_CHECK_THROW(run_line("funding -q -o " + path.string(), stopped(StopReason::terminated)),
                    Stopped);
  std::ifstream file(path);
  BOOST_TEST(std::string(std::istreambuf_iterator<char>(file), {}) == "old");
  BOOST_TEST(scratch.files() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::test
