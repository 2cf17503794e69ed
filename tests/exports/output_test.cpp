// SPDX-License-Identifier: Apache-2.0
//
// Tests that output files appear whole or not at all.
#include "oscegraph/exports/output/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <chrono>
#include <thread>

#include "oscegraph/exports/output/output_folder.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/scratch_folder.hpp"

using namespace oscegraph;
using oscegraph::test::ScratchFolder;
using Names = std::vector<std::string>;

namespace {

/// The sentence of the Error that `action` throws; "no error" when it throws none.
template <typename Action>
std::string error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

unsigned mode_of(const std::string& path) {
  struct stat found {};
  ::stat(path.c_str(), &found);
  return found.st_mode & 07777U;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(output)

BOOST_AUTO_TEST_CASE(a_string_output_shows_its_text) {
  Output out;
  out.append("a");
  out.append('b');
  out.append(std::size_t{12});
  out.append(-3);
  out.append(0.1);
  out.commit();
  BOOST_TEST(out.text() == "ab12-30.1");
}

BOOST_AUTO_TEST_CASE(a_file_appears_on_commit_and_not_before) {
  const ScratchFolder folder;
  Output out = Output::to_file(folder.path("x.txt"));
  out.append("text");
  BOOST_TEST(folder.names() == Names{".x.txt.oscegraph-tmp"}, boost::test_tools::per_element());
  out.commit();
  BOOST_TEST(folder.names() == Names{"x.txt"}, boost::test_tools::per_element());
  BOOST_TEST(folder.read("x.txt") == "text");
}

BOOST_AUTO_TEST_CASE(without_commit_the_old_file_stays) {
  const ScratchFolder folder;
  folder.write("x.txt", "old");
  {
    Output out = Output::to_file(folder.path("x.txt"));
    out.append(std::string(1 << 20, 'n'));
  }
  BOOST_TEST(folder.names() == Names{"x.txt"}, boost::test_tools::per_element());
  BOOST_TEST(folder.read("x.txt") == "old");
}

BOOST_AUTO_TEST_CASE(who_is_told_to_stop_gives_up_at_the_next_block) {
  const ScratchFolder folder;
  const std::string block(std::size_t{1} << 18U, 'x');
  {
    StopSource source;
    Output out = Output::to_file(folder.path("x.txt"), {.stop = source.token()});
    out.append(block);
    source.stop(StopReason::interrupted);
    BOOST_CHECK_THROW(out.append(block), Stopped);
    BOOST_CHECK_THROW(out.commit(), Stopped);
  }
  {
    StopSource source;
    OutputFolder files(folder.path("x"), {.stop = source.token()});
    Output& out = files.file("y.txt");
    out.append(block);
    source.stop(StopReason::terminated);
    BOOST_CHECK_THROW(out.append(block), Stopped);
    BOOST_CHECK_THROW(files.commit(), Stopped);
  }
  BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_CASE(nobody_reads_the_pipe) {
  const ScratchFolder folder;
  const std::string path = folder.path("pipe");
  BOOST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
  StopSource source;
  std::thread impatient([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    source.stop(StopReason::interrupted);
  });
  {
    Output out = Output::to_file(path, {.stop = source.token()});
    const auto fill = [&] {
      while (true) out.append(std::string(std::size_t{1} << 18U, 'x'));
    };
    BOOST_CHECK_THROW(fill(), Stopped);
  }
  impatient.join();
  ::close(reader);
}

BOOST_AUTO_TEST_CASE(what_is_unfinished_can_be_removed_at_once) {
  const ScratchFolder folder;
  folder.write("x.txt", "old");
  Output out = Output::to_file(folder.path("x.txt"));
  OutputFolder files(folder.path("y"));
  files.file("z.txt").append("text");
  {
    const PuttingInPlace not_now;
    BOOST_TEST(!remove_temporaries());
  }
  BOOST_TEST(folder.names().size() == 3U);
  BOOST_TEST(remove_temporaries());
  BOOST_TEST(folder.names() == Names{"x.txt"}, boost::test_tools::per_element());
  BOOST_TEST(folder.read("x.txt") == "old");
}

BOOST_AUTO_TEST_CASE(a_moved_output_leaves_one_owner) {
  const ScratchFolder folder;
  Output out = Output::to_file(folder.path("x.txt"));
  out.append("text");
  {
    Output other = std::move(out);
    other.commit();
  }
  BOOST_TEST(folder.read("x.txt") == "text");
}

BOOST_AUTO_TEST_CASE(somebody_elses_temporary_is_left_alone) {
  const ScratchFolder folder;
  folder.write(".x.txt.oscegraph-tmp", "theirs");
  Output out = Output::to_file(folder.path("x.txt"));
  out.append("ours");
  out.commit();
  BOOST_TEST(folder.read(".x.txt.oscegraph-tmp") == "theirs");
  BOOST_TEST(folder.read("x.txt") == "ours");
}

BOOST_AUTO_TEST_CASE(the_longest_file_name_works) {
  const ScratchFolder folder;
  const std::string name(255, 'n');
  Output out = Output::to_file(folder.path(name));
  out.append("text");
  out.commit();
  BOOST_TEST(folder.read(name) == "text");
}

BOOST_AUTO_TEST_CASE(a_new_file_follows_the_umask_and_a_replaced_one_keeps_its_mode) {
  const ScratchFolder folder;
  folder.write("old.txt", "old");
  ::chmod(folder.path("old.txt").c_str(), 0640);
  const mode_t before = ::umask(027);
  for (const std::string name : {"new.txt", "old.txt"}) Output::to_file(folder.path(name)).commit();
  ::umask(before);
  BOOST_TEST(mode_of(folder.path("new.txt")) == 0640U);
  BOOST_TEST(mode_of(folder.path("old.txt")) == 0640U);
}

BOOST_AUTO_TEST_CASE(a_symlink_is_written_through) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.path("real"));
  folder.write("real/x.txt", "old");
  std::filesystem::create_symlink("real/x.txt", folder.path("link"));
  std::filesystem::create_symlink("real/new.txt", folder.path("dangling"));
  for (const std::string name : {"link", "dangling"}) {
    Output out = Output::to_file(folder.path(name));
    out.append("new");
    out.commit();
    BOOST_TEST(std::filesystem::is_symlink(folder.path(name)));
  }
  BOOST_TEST(folder.read("real/x.txt") == "new");
  BOOST_TEST(folder.read("real/new.txt") == "new");
}

BOOST_AUTO_TEST_CASE(a_missing_folder_is_named) {
  const ScratchFolder folder;
  BOOST_TEST(error_of([&] { Output::to_file(folder.path("out/x.txt")); }) ==
             folder.path("out/x.txt") + ": cannot write: no such folder '" + folder.path("out") +
                 "'; create it or give another -o");
}

BOOST_AUTO_TEST_CASE(a_folder_is_no_file) {
  const ScratchFolder folder;
  BOOST_TEST(error_of([&] { Output::to_file(folder.path()); }) ==
             folder.path() + ": cannot write: this is a folder; give the name of a file in it");
}

BOOST_AUTO_TEST_CASE(a_file_is_no_folder) {
  const ScratchFolder folder;
  folder.write("file", "");
  BOOST_TEST(error_of([&] { Output::to_file(folder.path("file/x.txt")); }) ==
             folder.path("file/x.txt") + ": cannot write: '" + folder.path("file") +
                 "' is not a folder; give another -o");
}

BOOST_AUTO_TEST_CASE(a_full_device_is_an_error_and_stays_a_device) {
  const std::string expected =
      "/dev/full: cannot write: No space left on device; free some space or write elsewhere; "
      "nothing was kept";
  BOOST_TEST(error_of([] {
               Output out = Output::to_file("/dev/full");
               out.append("text");
               out.commit();
             }) == expected);
  BOOST_TEST(error_of([] {
               Output out = Output::to_file("/dev/full");
               for (int i = 0; i < 10; ++i) out.append(std::string(1 << 18, 'x'));
             }) == expected);
  BOOST_TEST(std::filesystem::is_character_file("/dev/full"));
}

BOOST_AUTO_TEST_CASE(where_writing_is_not_allowed_nothing_changes,
                     *boost::unit_test::precondition([](boost::unit_test::test_unit_id) {
                       return ::geteuid() != 0;  // root may write anywhere
                     })) {
  const ScratchFolder folder;
  folder.write("x.txt", "old");
  ::chmod(folder.path("x.txt").c_str(), 0444);
  BOOST_TEST(error_of([&] { Output::to_file(folder.path("x.txt")); }) ==
             folder.path("x.txt") +
                 ": cannot write: no permission to write there; give another -o");
  ::chmod(folder.path().c_str(), 0555);
  BOOST_TEST(error_of([&] { Output::to_file(folder.path("y.txt")); }) ==
             folder.path("y.txt") +
                 ": cannot write: no permission to write there; give another -o");
  BOOST_TEST(folder.read("x.txt") == "old");
}

BOOST_AUTO_TEST_CASE(a_new_folder_appears_whole) {
  const ScratchFolder folder;
  OutputFolder out(folder.path("out/"));
  out.file("a.csv").append("a");
  out.file("b.csv").append("b");
  BOOST_TEST(folder.names() == Names{".out.oscegraph-tmp"}, boost::test_tools::per_element());
  out.commit();
  BOOST_TEST(folder.names() == Names{"out"}, boost::test_tools::per_element());
  BOOST_TEST(folder.read("out/a.csv") == "a");
  BOOST_TEST(folder.read("out/b.csv") == "b");
}

BOOST_AUTO_TEST_CASE(a_folder_without_commit_leaves_nothing) {
  const ScratchFolder folder;
  { OutputFolder(folder.path("out")).file("a.csv").append("a"); }
  BOOST_TEST(folder.names().empty());
}

BOOST_AUTO_TEST_CASE(in_an_existing_folder_other_files_stay) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder.path("out"));
  folder.write("out/mine.txt", "mine");
  folder.write("out/a.csv", "old");
  {
    OutputFolder dropped(folder.path("out"));
    dropped.file("a.csv").append("half");
  }
  BOOST_TEST(folder.read("out/a.csv") == "old");
  OutputFolder out(folder.path("out"));
  out.file("a.csv").append("new");
  out.commit();
  BOOST_TEST(folder.read("out/a.csv") == "new");
  BOOST_TEST(folder.read("out/mine.txt") == "mine");
}

BOOST_AUTO_TEST_CASE(a_folder_cannot_replace_a_file_or_stand_nowhere) {
  const ScratchFolder folder;
  folder.write("out", "a file");
  BOOST_TEST(error_of([&] { OutputFolder out(folder.path("out")); }) ==
             folder.path("out") +
                 ": cannot write: a file of this name exists; this format is a folder of files; "
                 "give another -o");
  BOOST_TEST(error_of([&] { OutputFolder out(folder.path("none/out/")); }) ==
             folder.path("none/out") + ": cannot write: no such folder '" + folder.path("none") +
                 "'; create it or give another -o");
}

BOOST_AUTO_TEST_SUITE_END()
