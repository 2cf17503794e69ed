// SPDX-License-Identifier: Apache-2.0
//
// Tests Workers. When pieces fail, the call ends with the first failure in the order of pieces;
// when none fails, the results are those of one thread.
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <new>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>

#include "oscegraph/graph/libraries/sanitized.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/threads/workers.hpp"

namespace oscegraph::testing {
namespace {

constexpr std::array<unsigned, 6> thread_counts{1, 2, 3, 8, 100, 1000};

struct Failed : std::runtime_error {
  explicit Failed(std::size_t of) : runtime_error("no"), piece(of) {}
  std::size_t piece;
};

const auto nothing = [](unsigned) {};

/// The numbers of the pieces in the order in which ordered() takes them; `fail` may throw for a
/// piece.
template <typename MakeFails, typename TakeFails>
std::string in_order(Workers& workers, std::size_t count, const MakeFails& make_fails,
                     const TakeFails& take_fails) {
  std::string all;
  workers.ordered(
      count, nothing, [] { return std::string(); },
      [&](std::size_t piece, unsigned, std::string& text) {
        make_fails(piece);
        text = std::to_string(piece) + ' ';
      },
      [&](std::size_t piece, std::string& text) {
        take_fails(piece);
        all += text;
      });
  return all;
}

const auto never = [](std::size_t) {};
auto at(std::size_t bad) {
  return [bad](std::size_t piece) {
    if (piece == bad) throw Failed(piece);
  };
}

/// Prevents the start of new threads, as a system limit does. A few may still start, on stacks of
/// ended threads that the C library has kept.
class NoMoreThreads {
 public:
  NoMoreThreads() {
    ::getrlimit(RLIMIT_AS, &before_);
    rlimit none = before_;
    none.rlim_cur = 0;  // no memory for a stack
    ::setrlimit(RLIMIT_AS, &none);
  }
  NoMoreThreads(const NoMoreThreads&) = delete;
  NoMoreThreads& operator=(const NoMoreThreads&) = delete;
  ~NoMoreThreads() { ::setrlimit(RLIMIT_AS, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

BOOST_AUTO_TEST_SUITE(workers)

BOOST_AUTO_TEST_CASE(more_threads_than_make_sense_are_not_started) {
  BOOST_TEST(thread_count(3) == 3U);
  BOOST_TEST(thread_count(0) >= 1U);
  BOOST_TEST(thread_count(100'000) <= 1023U);
}

BOOST_AUTO_TEST_CASE(every_piece_is_done_once_in_every_task) {
  Workers workers(4U);  // more than most test machines have cores, so that some start late
  std::vector<std::uint32_t> times(300);
  for (std::uint32_t task = 1; task <= 2000; ++task) {
    workers.pieces(times.size(), 7, [&](std::size_t first, std::size_t last, unsigned) {
      for (std::size_t i = first; i < last; ++i) ++times[i];
    });
    BOOST_REQUIRE(std::ranges::all_of(times, [&](std::uint32_t n) { return n == task; }));
  }
}

BOOST_AUTO_TEST_CASE(the_first_failure_in_order_comes_back) {
  for (const unsigned threads : thread_counts) {
    Workers workers(threads);
    for (const std::size_t bad : {0U, 1U, 70U, 199U}) {
      std::atomic<int> calls{0};
      const auto body = [&](std::size_t first, std::size_t, unsigned) {
        ++calls;
        if (first >= bad) throw Failed(first);
      };
      BOOST_CHECK_EXCEPTION(workers.pieces(200, 1, body), Failed,
                            [&](const Failed& failed) { return failed.piece == bad; });
      BOOST_TEST(calls <= static_cast<int>(bad + workers.count()));
    }
    std::atomic<int> calls{0};
    workers.pieces(200, 1, [&](std::size_t, std::size_t, unsigned) { ++calls; });
    BOOST_TEST(calls == 200);
  }
}

BOOST_AUTO_TEST_CASE(results_are_taken_in_order) {
  Workers one(1U);
  for (const std::size_t count : {0U, 1U, 2U, 7U, 500U}) {
    const std::string wanted = in_order(one, count, never, never);
    for (const unsigned threads : thread_counts) {
      Workers workers(threads);
      for (int again = 0; again < 5; ++again)
        BOOST_TEST(in_order(workers, count, never, never) == wanted);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_piece_that_fails_ends_it) {
  for (const unsigned threads : thread_counts) {
    Workers workers(threads);
    for (std::size_t bad = 0; bad < 40; ++bad) {
      const auto is_it = [&](const Failed& failed) { return failed.piece == bad; };
      BOOST_CHECK_EXCEPTION(in_order(workers, 40, at(bad), never), Failed, is_it);
      BOOST_CHECK_EXCEPTION(in_order(workers, 40, never, at(bad)), Failed, is_it);
      // The last piece may or may not be made before the failing one is taken.
      BOOST_CHECK_EXCEPTION(
          in_order(workers, 40, at(39), at(bad)), Failed,
          [&](const Failed& failed) { return failed.piece == bad || failed.piece == 39; });
    }
    BOOST_TEST(in_order(workers, 3, never, never) == "0 1 2 ");
  }
}

BOOST_AUTO_TEST_CASE(memory_that_runs_out_ends_it) {
  Workers workers(3U);
  const auto no_memory = [](std::size_t piece) {
    if (piece % 7 == 6) throw std::bad_alloc();
  };
  BOOST_CHECK_THROW(in_order(workers, 100, no_memory, never), std::bad_alloc);
  BOOST_CHECK_THROW(in_order(workers, 100, never, no_memory), std::bad_alloc);
}

BOOST_AUTO_TEST_CASE(who_gets_no_memory_leaves_its_pieces_to_others) {
  Workers workers(8U);
  const auto only_first = [](unsigned worker) {
    if (worker != 0) throw std::bad_alloc();
  };
  std::size_t sum = 0;
  workers.pieces(1000, 1, only_first, [&](std::size_t first, std::size_t, unsigned worker) {
    BOOST_REQUIRE(worker == 0U);
    sum += first;
  });
  BOOST_TEST(sum == 499'500U);
  const auto nobody = [](unsigned) { throw std::bad_alloc(); };
  const auto unwanted = [](std::size_t, std::size_t, unsigned) { BOOST_ERROR("no memory"); };
  BOOST_CHECK_THROW(workers.pieces(1000, 1, nobody, unwanted), std::bad_alloc);
}

BOOST_AUTO_TEST_CASE(few_places_for_results_are_enough) {
  for (const int most : {1, 2, 5}) {
    Workers workers(4U);
    std::atomic<int> made{0};
    std::size_t sum = 0;
    workers.ordered(
        300, nothing,
        [&] {
          if (++made > most) throw std::bad_alloc();
          return std::size_t{0};
        },
        [](std::size_t piece, unsigned, std::size_t& result) { result = piece; },
        [&](std::size_t, const std::size_t& result) { sum += result; });
    BOOST_TEST(sum == 44'850U);
  }
  Workers workers(4U);
  const auto no_place = []() -> int { throw std::bad_alloc(); };
  BOOST_CHECK_THROW(
      workers.ordered(
          300, nothing, no_place, [](std::size_t, unsigned, int&) {}, [](std::size_t, int&) {}),
      std::bad_alloc);
}

BOOST_AUTO_TEST_CASE(work_stops_in_the_middle) {
  for (const unsigned threads : thread_counts) {
    StopSource source;
    Workers workers(Context{.stop = source.token(), .threads = threads});
    std::atomic<std::size_t> calls{0};
    const auto count = [&](std::size_t) {
      if (++calls == 50) source.stop(StopReason::interrupted);
    };
    BOOST_CHECK_THROW(in_order(workers, 100'000, count, never), Stopped);
    BOOST_TEST(calls <= 50 + workers.count());
    calls = 0;
    const auto unwanted = [&](std::size_t, std::size_t, unsigned) { ++calls; };
    BOOST_CHECK_THROW(workers.pieces(100, 1, unwanted), Stopped);
    BOOST_TEST(calls == 0U);
  }
}

BOOST_AUTO_TEST_CASE(work_stops_from_outside) {
  StopSource source;
  Workers workers(Context{.stop = source.token(), .threads = 3});
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    source.stop(StopReason::client_gone);
  });
  const auto endless = [&](std::size_t) {
    while (true) workers.check();
  };
  BOOST_CHECK_EXCEPTION(
      in_order(workers, 100, endless, never), Stopped,
      [](const Stopped& stopped) { return stopped.reason() == StopReason::client_gone; });
  other.join();
}

BOOST_AUTO_TEST_CASE(where_no_more_threads_start_those_there_do_it_all,
                     *boost::unit_test::enable_if<!sanitized>()) {
  Workers workers(8U);
  std::vector<std::uint32_t> times(1000);
  {
    const NoMoreThreads limit;
    workers.pieces(times.size(), 1,
                   [&](std::size_t first, std::size_t, unsigned) { ++times[first]; });
  }
  BOOST_TEST(std::ranges::count(times, 1U) == 1000);
  BOOST_TEST(in_order(workers, 3, never, never) == "0 1 2 ");
}

BOOST_AUTO_TEST_CASE(tasks_and_ranges) {
  std::atomic<int> done{0};
  parallel_tasks({.threads = 3}, {[&] { done += 1; }, [&] { done += 10; }, [&] { done += 100; }});
  BOOST_TEST(done == 111);
  std::vector<std::size_t> seen(10'000);
  parallel_ranges(seen.size(), 77, {.threads = 5},
                  [&](std::size_t first, std::size_t last, unsigned) {
                    std::iota(seen.begin() + static_cast<std::ptrdiff_t>(first),
                              seen.begin() + static_cast<std::ptrdiff_t>(last), first);
                  });
  BOOST_TEST(seen[9'999] == 9'999U);
  BOOST_TEST(std::ranges::is_sorted(seen));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace oscegraph::testing
