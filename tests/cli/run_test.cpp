// SPDX-License-Identifier: Apache-2.0
//
// Tests what commands print in addition to their answer: notes, errors, and the progress line.
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "oscegraph/cli/terminal/progress.hpp"
#include "oscegraph/cli/terminal/working.hpp"
#include "oscegraph/tests/cli/run_line.hpp"

namespace oscegraph::test {
namespace {

BOOST_AUTO_TEST_SUITE(running)

BOOST_AUTO_TEST_CASE(without_input_the_example_answers_and_says_so) {
  const Ran ran = run_line("show Norway --as csv");
  BOOST_TEST(ran.exit == cli::done);
  BOOST_TEST(ran.out.find("Joint classes on environmental crime") != std::string::npos);
  BOOST_TEST(ran.errors ==
             "oscegraph: no input given: using the built-in example (20 OSCE press items of 2024); "
             "-i FILE reads yours\n");
}

BOOST_AUTO_TEST_CASE(quiet_keeps_errors) {
  BOOST_TEST(run_line("info -q").errors == "");
  const Ran ran = run_line("show -q Norwey");
  BOOST_TEST(ran.exit == cli::data_says_no);
  BOOST_TEST(ran.errors == "oscegraph: no node is called 'Norwey'; did you mean 'Norway'?\n");
}

BOOST_AUTO_TEST_CASE(a_name_that_nothing_is_near_gets_advice) {
  for (const auto* line : {"show -q Qatar", "neighbors -q Qatar", "funding -q --from Qatar"}) {
    const Ran ran = run_line(line);
    BOOST_TEST(ran.exit == cli::data_says_no);
    BOOST_TEST(
        ran.errors ==
        "oscegraph: no claim of this input is about Qatar; 'oscegraph show' lists all nodes\n");
  }
}

BOOST_AUTO_TEST_CASE(the_environment_names_the_input) {
  cli::Terminal terminal;
  terminal.inputs = OSCEGRAPH_SOURCE "/examples/osce-2024:";
  const Ran ran = run_line("show Norway --as csv", std::move(terminal));
  BOOST_TEST(ran.errors == "");
  BOOST_TEST(ran.out == run_line("show Norway --as csv").out);
}

BOOST_AUTO_TEST_CASE(narrowing_to_nothing_is_told) {
  const Ran ran = run_line("funding --since 2030 --as csv");
  BOOST_TEST(ran.exit == cli::done);
  BOOST_TEST(ran.errors.find("nothing is left of") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_note_is_told_once) {
  const std::string errors = run_line("show --since 2030 --as csv").errors;
  const std::size_t first = errors.find("nothing is left of");
  BOOST_TEST(first != std::string::npos);
  BOOST_TEST(errors.find("nothing is left of", first + 1) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_error_with_a_place_starts_with_it) {
  cli::Terminal terminal;
  cli::tell_error(Error(Problem{{"a.jsonl", 2, 3}, "what", "allowed", "next", "  line\n  ^"}),
                  terminal);
  BOOST_TEST(terminal.errors == "a.jsonl:2:3: what; allowed; next\n  line\n  ^\n");
}

BOOST_AUTO_TEST_CASE(progress_is_a_line_of_constant_width) {
  BOOST_TEST(cli::progress_line(0, 0) == "reading 0 MB");
  BOOST_TEST(cli::progress_line(0, 2'000'000'000) ==
             "reading [                              ]   0%  0 of 2,000 MB");
  BOOST_TEST(cli::progress_line(1'000'000'000, 2'000'000'000) ==
             "reading [===============               ]  50%  1,000 of 2,000 MB");
  BOOST_TEST(cli::progress_line(3, 2) ==
             "reading [==============================] 100%  0 of 0 MB");
}

BOOST_AUTO_TEST_CASE(work_shows_how_long_it_takes) {
  BOOST_TEST(cli::working_line(1.2, 0, 0) == "working, 1 s");
  BOOST_TEST(cli::working_line(10, 500, 2000) ==
             "working [=======                       ]  25%, 30 s left");
  BOOST_TEST(cli::working_line(10, 3, 2) ==
             "working [==============================] 100%, 0 s left");
}

BOOST_AUTO_TEST_CASE(work_is_drawn_after_a_second_and_cleared) {
  const auto shown = [](bool quiet, std::chrono::milliseconds time) {
    cli::Terminal terminal;
    terminal.error_is_terminal = true;
    terminal.quiet = quiet;
    {
      cli::Working working(terminal);
      working.report()(1, 2);
      std::this_thread::sleep_for(time);
    }
    return terminal.errors;
  };
  const std::string drawn = shown(false, std::chrono::milliseconds(1100));
  BOOST_TEST(drawn.find("working [===============               ]  50%, 1 s left") !=
             std::string::npos);
  BOOST_TEST(drawn.ends_with("\r\033[K"));
  BOOST_TEST(shown(false, std::chrono::milliseconds(0)).empty());
  BOOST_TEST(shown(true, std::chrono::milliseconds(1100)).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace oscegraph::test
