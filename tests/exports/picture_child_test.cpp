// SPDX-License-Identifier: Apache-2.0
//
// Tests pictures made by a child process: the bytes are the same as without a child, and the call
// always returns.
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "oscegraph/exports/pictures/child/child_process.hpp"
#include "oscegraph/exports/pictures/child/picture_work.hpp"
#include "oscegraph/exports/pictures/svg_image.hpp"
#include "oscegraph/graph/libraries/sanitized.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/graph_maker.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;
using namespace std::chrono_literals;

namespace {

/// While such an object lives, child processes of the given program make the pictures.
class Children {
 public:
  explicit Children(const std::string& program = OSCEGRAPH_PROGRAM) { use_picture_child(program); }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;
  ~Children() { use_picture_child({}); }
};

/// A context that stops as soon as the condition holds.
class StoppedWhen {
 public:
  explicit StoppedWhen(std::function<bool()> condition)
      : watcher_([this, holds = std::move(condition)](const std::stop_token& over) {
          while (!over.stop_requested() && !holds()) std::this_thread::sleep_for(5ms);
          source_.stop(StopReason::terminated);
        }) {}
  [[nodiscard]] Context context() const { return {.stop = source_.token()}; }

 private:
  StopSource source_;
  std::jthread watcher_;
};

ChildAnswer shell(const std::string& script, std::string_view work = "",
                  std::chrono::milliseconds time = 60s, const Context& context = {}) {
  return ask_child({"/bin/sh", "-c", script}, work, {time, std::uint64_t{1} << 30U}, context);
}

/// A program that ignores its arguments and runs the script.
std::string program_that(const std::string& script) {
  const std::string path = "picture-child-" + std::to_string(::getpid()) + ".sh";
  std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
  BOOST_REQUIRE(::chmod(path.c_str(), 0700) == 0);
  return "./" + path;
}

/// A complete graph, for which dot takes long.
Graph tangle(int nodes) {
  std::string text;
  for (int i = 0; i < nodes; ++i)
    for (int k = 1; k <= 5; ++k)
      text += "office:" + std::to_string(i) +
              " implements project:" + std::to_string((i * 7919 + k * k * 104'729) % nodes) + "\n";
  return make_graph(text);
}

std::string fault_of(const Graph& graph, const GraphStyle& style, const Context& context = {}) {
  try {
    written("svg", graph, style, context);
  } catch (const Error& error) {
    return sentence(error.problem());
  }
  return "none";
}

bool is_gone(long process) { return ::kill(static_cast<pid_t>(process), 0) != 0; }

BOOST_AUTO_TEST_SUITE(picture_child)

BOOST_AUTO_TEST_CASE(a_child_gives_back_what_it_says) {
  const ChildAnswer answer = shell("cat", "some work");
  BOOST_TEST((answer.end == ChildEnd::answered));
  BOOST_TEST(answer.bytes == "some work");
  const std::string much(10'000'000, 'x');
  BOOST_TEST((shell("cat", much).bytes == much));
  BOOST_TEST((shell("exec < /dev/null; echo no", much).bytes == "no\n"));
}

BOOST_AUTO_TEST_CASE(a_child_that_breaks_is_told_from_one_that_answers) {
  BOOST_TEST((shell("exit 3").end == ChildEnd::broken));
  BOOST_TEST((shell("kill -KILL $$").end == ChildEnd::broken));
  BOOST_TEST((shell("kill -SEGV $$").end == ChildEnd::broken));
  BOOST_TEST((shell("exit 97").end == ChildEnd::out_of_memory));
  const ChildAnswer none = ask_child({"/nowhere/at/all"}, "", {1s, 0}, {});
  BOOST_TEST((none.end == ChildEnd::not_started || none.end == ChildEnd::broken));
}

BOOST_AUTO_TEST_CASE(a_child_is_stopped_within_a_moment) {
  const auto start = std::chrono::steady_clock::now();
  {
    const StoppedWhen later([&] { return std::chrono::steady_clock::now() - start > 100ms; });
    BOOST_TEST((shell("sleep 60", "", 60s, later.context()).end == ChildEnd::stopped));
  }
  BOOST_TEST((shell("sleep 60", "", 100ms).end == ChildEnd::out_of_time));
  // A child that has closed its side, and one that does not read.
  BOOST_TEST((shell("exec >&- <&-; sleep 60", "", 100ms).end == ChildEnd::out_of_time));
  BOOST_TEST((shell("sleep 60", std::string(10'000'000, 'x'), 100ms).end == ChildEnd::out_of_time));
  BOOST_TEST((std::chrono::steady_clock::now() - start < 5s));
}

BOOST_AUTO_TEST_CASE(a_child_that_was_stopped_is_gone) {
  long process = 0;
  const std::string path = "child-number-" + std::to_string(::getpid());
  {
    const StoppedWhen started([&] {
      std::ifstream file(path);
      return static_cast<bool>(file >> process);
    });
    BOOST_TEST((shell("echo $$ > " + path + "; exec sleep 60", "", 60s, started.context()).end ==
                ChildEnd::stopped));
  }
  BOOST_TEST(process > 0);
  BOOST_TEST(is_gone(process));
  ::unlink(path.c_str());
}

BOOST_AUTO_TEST_CASE(a_child_has_no_file_of_ours_and_no_signal_of_ours_held) {
  const int kept = ::dup(STDOUT_FILENO);
  sigset_t all;
  sigset_t before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_BLOCK, &all, &before);
  const ChildAnswer files = shell("ls /proc/self/fd | wc -l");
  const ChildAnswer held = shell("grep SigBlk /proc/self/status");
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::close(kept);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
  BOOST_TEST(std::stoi(files.bytes) <=
             4);  // the three standard files, and the folder that ls reads
#endif
  BOOST_TEST(contains(held.bytes, "0000000000000000"));
}

BOOST_AUTO_TEST_CASE(many_threads_may_have_children) {
  std::vector<std::jthread> threads;
  std::vector<ChildAnswer> answers(8);
  for (ChildAnswer& answer : answers)
    threads.emplace_back([&answer] { answer = shell("cat", "work"); });
  threads.clear();
  for (const ChildAnswer& answer : answers) BOOST_TEST(answer.bytes == "work");
}

BOOST_AUTO_TEST_CASE(a_child_draws_the_same_bytes) {
  const Graph small = make_graph(
      "state:NO funds project:A\noffice:X implements project:A\n"
      "agency:N part_of state:NO\nstate:SE funds project:A basis=inferred");
  for (const Graph& graph : {small, nasty_graph(), tangle(30), Graph()})
    for (const std::string layout : {"dot", "springs", "neato"})
      for (const char* format : {"svg", "png"}) {
        const GraphStyle style{.title = "A <title>", .layout = layout};
        const std::string here = written(format, graph, style).text;
        const Children children;
        BOOST_TEST((written(format, graph, style).text == here), layout << " " << format);
      }
}

BOOST_AUTO_TEST_CASE(a_child_makes_pdfs) {
  // cairo gives the fonts of a PDF random names, which differ even within one process.
  const Graph page = make_graph("state:NO funds project:A");
  const Children children;
  BOOST_TEST(written("pdf", page).text.starts_with("%PDF-"));
  BOOST_TEST(written("sankey-pdf", page).text.starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(a_child_renders_the_same_bytes) {
  const Graph graph = make_graph("state:NO funds project:A\noffice:X implements project:A");
  for (const char* format : {"sankey-png", "sankey-pdf"}) {
    const std::string here = written(format, graph).text;
    const Children children;
    BOOST_TEST((written(format, graph).text == here), format);
  }
}

BOOST_AUTO_TEST_CASE(a_fault_of_the_tool_is_the_same_sentence) {
  const auto fault = [] {
    try {
      png_of_svg("<svg width=\"10\" height=\"10\"><title>");
    } catch (const Error& error) {
      return sentence(error.problem());
    }
    return std::string("none");
  };
  const std::string here = fault();
  const Children children;
  BOOST_TEST(fault() == here);
  BOOST_TEST(contains(here, "librsvg cannot draw the picture"));
}

BOOST_AUTO_TEST_CASE(limits_are_told_in_a_sentence) {
  const Children children;
  const Graph graph = tangle(1500);
  const auto start = std::chrono::steady_clock::now();
  BOOST_TEST(
      fault_of(graph, {.layout = "dot"}, {.budget = 0.2}) ==
      "drawing 3,000 nodes and 7,500 edges with the layout dot took longer than 200 milliseconds; "
      "take --layout springs, or narrow the graph");
  BOOST_TEST((std::chrono::steady_clock::now() - start < 20s));
}

BOOST_AUTO_TEST_CASE(too_little_memory_is_told_in_a_sentence,
                     *boost::unit_test::enable_if<!sanitized>()) {
  const Children children;
  constexpr std::uint64_t too_little = std::uint64_t{1} << 20U;
  const std::string fault = fault_of(tangle(1500), {.layout = "dot", .memory = too_little});
  BOOST_TEST(contains(fault, "with the layout dot needs more than 1 MB of memory; take --layout"));
}

BOOST_AUTO_TEST_CASE(a_child_that_crashes_or_says_nonsense_is_told_in_a_sentence) {
  for (const char* script : {"cat > /dev/null; kill -SEGV $$", "exit 1", "cat > /dev/null", "cat",
                             "cat > /dev/null; echo an answer that is none"}) {
    const std::string program = program_that(script);
    const Children children(program);
    BOOST_TEST(fault_of(make_graph("state:NO funds project:A"), {}) ==
                   "drawing 2 nodes and 1 edge with the layout dot ended without a picture: its "
                   "library crashed; take --layout springs, or narrow the graph",
               script);
    ::unlink(program.c_str());
  }
}

BOOST_AUTO_TEST_CASE(without_children_pictures_are_made_here) {
  const Graph graph = make_graph("state:NO funds project:A");
  const std::string here = written("svg", graph).text;
  const Children children("/nowhere/at/all");
  BOOST_TEST((written("svg", graph).text == here));
}

BOOST_AUTO_TEST_CASE(a_writer_that_is_told_to_stop_stops_its_child) {
  const Children children;
  const Graph graph = tangle(1500);
  const auto start = std::chrono::steady_clock::now();
  const StoppedWhen soon([&] { return std::chrono::steady_clock::now() - start > 1s; });
  const std::string path = "stopped-" + std::to_string(::getpid()) + ".svg";
  {
    Output file = Output::to_file(path, soon.context());
    LossReport losses;
    BOOST_CHECK_EXCEPTION(
        find_graph_format("svg")->write(Subset::whole(graph), {.layout = "dot"}, file, losses),
        Stopped, [](const Stopped& stopped) { return stopped.reason() == StopReason::terminated; });
  }
  BOOST_TEST(!std::ifstream(path));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
