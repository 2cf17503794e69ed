// SPDX-License-Identifier: Apache-2.0
//
// Tests contexts: stop tokens, the reasons for a stop, and how often PeriodicCheck checks.
#include "oscegraph/graph/threads/context.hpp"

#include <boost/test/unit_test.hpp>
#include <csignal>
#include <string>

namespace oscegraph::testing {
namespace {

StopSource* told_by_signal = nullptr;

bool interrupted(const Stopped& stopped) { return stopped.reason() == StopReason::interrupted; }

}  // namespace

BOOST_AUTO_TEST_SUITE(context)

BOOST_AUTO_TEST_CASE(by_default_nothing_stops_it) {
  const Context context;
  BOOST_TEST(!context.stop.asked());
  BOOST_CHECK_NO_THROW(context.check());
  BOOST_TEST(context.threads == 0U);
  BOOST_TEST(context.budget > 1e300);
}

BOOST_AUTO_TEST_CASE(all_who_hold_a_token_are_told) {
  StopSource source;
  const Context context{.stop = source.token()};
  const Context copy = context;
  BOOST_CHECK_NO_THROW(copy.check());
  source.stop(StopReason::interrupted);
  BOOST_CHECK_EXCEPTION(context.check(), Stopped, interrupted);
  BOOST_CHECK_EXCEPTION(copy.check(), Stopped, interrupted);
}

BOOST_AUTO_TEST_CASE(the_first_reason_stays) {
  StopSource source;
  source.stop(StopReason::client_gone);
  source.stop(StopReason::terminated);
  BOOST_TEST((source.token().reason() == StopReason::client_gone));
}

BOOST_AUTO_TEST_CASE(a_token_lives_longer_than_its_source) {
  Stop token;
  {
    StopSource source;
    token = source.token();
    source.stop(StopReason::deadline);
  }
  BOOST_TEST(token.asked());
}

BOOST_AUTO_TEST_CASE(a_signal_handler_may_say_stop) {
  StopSource source;
  told_by_signal = &source;
  const auto before =
      std::signal(SIGUSR1, [](int) { told_by_signal->stop(StopReason::interrupted); });
  std::raise(SIGUSR1);
  std::signal(SIGUSR1, before);
  BOOST_CHECK_EXCEPTION(Context{.stop = source.token()}.check(), Stopped, interrupted);
}

BOOST_AUTO_TEST_CASE(now_and_then_is_at_least_so_often) {
  StopSource source;
  const Context context{.stop = source.token()};
  PeriodicCheck check(context, 100);
  source.stop(StopReason::terminated);
  int steps = 0;
  const auto walk = [&] {
    while (true) {
      ++steps;
      check.count();
    }
  };
  BOOST_CHECK_THROW(walk(), Stopped);
  BOOST_TEST(steps == 100);
  BOOST_CHECK_THROW(check.count(1'000'000), Stopped);
}

BOOST_AUTO_TEST_CASE(every_reason_has_its_sentence) {
  BOOST_TEST(std::string(Stopped(StopReason::interrupted).what()) ==
             "the program was told to stop");
  BOOST_TEST(std::string(Stopped(StopReason::deadline).what()) ==
             "the time allowed for it is over");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
