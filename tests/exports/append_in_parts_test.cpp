// SPDX-License-Identifier: Apache-2.0
//
// Tests that append_in_parts() writes the same bytes as one thread, for any number of parts. A part
// that fails ends the whole call.
#include "oscegraph/exports/output/append_in_parts.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"

using namespace oscegraph;
using oscegraph::test::ScratchFolder;

namespace {

IdSet all_but_every_seventh(std::size_t size) {
  IdSet ids = IdSet::all(size);
  for (std::uint32_t id = 0; id < size; id += 7) ids.erase(id);
  return ids;
}

void write_numbers(std::span<const std::uint32_t> part, Output& text) {
  for (const std::uint32_t id : part) {
    text.append(id);
    text.append('\n');
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(append_in_parts_test)

BOOST_AUTO_TEST_CASE(parts_are_in_order) {
  for (const std::size_t size : {0U, 1U, 6U, 1024U, 1025U, 50'000U}) {
    const IdSet ids = all_but_every_seventh(size);
    Output in_one;
    write_numbers(std::vector<std::uint32_t>(ids.begin(), ids.end()), in_one);
    Output in_parts;
    in_parts.append("before\n");
    append_in_parts(in_parts, ids, write_numbers);
    BOOST_TEST((in_parts.text() == "before\n" + in_one.text()), size << " ids");
  }
}

BOOST_AUTO_TEST_CASE(a_part_that_fails_ends_the_whole) {
  for (const std::uint32_t at : {1U, 5'000U, 49'999U}) {
    Output out;
    BOOST_CHECK_THROW(append_in_parts(out, IdSet::all(50'000),
                                      [&](std::span<const std::uint32_t> part, Output& text) {
                                        write_numbers(part, text);
                                        if (part.front() <= at && at <= part.back())
                                          throw std::runtime_error("this one");
                                      }),
                      std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(who_is_told_to_stop_stops) {
  const ScratchFolder folder;
  StopSource source;
  source.stop(StopReason::interrupted);
  Output out = Output::to_file(folder.path("numbers"), {.stop = source.token()});
  BOOST_CHECK_THROW(append_in_parts(out, IdSet::all(500'000), write_numbers), Stopped);
}

BOOST_AUTO_TEST_SUITE_END()
