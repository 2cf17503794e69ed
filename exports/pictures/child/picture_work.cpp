// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/child/picture_work.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include "oscegraph/exports/pictures/child/child_process.hpp"
#include "oscegraph/exports/pictures/graphviz/graphviz_picture.hpp"
#include "oscegraph/exports/pictures/svg_image.hpp"
#include "oscegraph/exports/text/byte_fields.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/duration.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

/// The child's first argument. No command has this name.
constexpr std::string_view child_word = "make-picture-for";
constexpr std::string_view answer_mark = "oscegraph picture";

std::string& child_program() {
  static std::string program;
  return program;
}

// --- used by parent and child

std::string bytes_of(const PictureWork& work) {
  ByteWriter fields;
  fields.add(static_cast<std::uint64_t>(work.tool));
  for (const std::string* text : {&work.engine, &work.format, &work.dpi, &work.source})
    fields.add(std::string_view(*text));
  return fields.take();
}

PictureWork work_of(std::string_view bytes) {
  ByteReader fields(bytes);
  PictureWork work;
  work.tool = static_cast<PictureTool>(fields.number());
  for (std::string* text : {&work.engine, &work.format, &work.dpi, &work.source})
    *text = fields.text();
  return work;
}

std::string made_here(const PictureWork& work) {
  if (work.tool == PictureTool::graphviz) return graphviz_picture(work);
  return work.format == "png" ? render_png(work.source) : render_pdf(work.source);
}

/// The picture, or the message why it could not be made.
struct Outcome {
  bool good = false;
  std::string bytes{};
  std::string allowed{};
  std::string next{};
};

std::string bytes_of(const Outcome& outcome) {
  ByteWriter fields;
  fields.add(answer_mark);
  fields.add(std::uint64_t{outcome.good ? 1U : 0U});
  for (const std::string* text : {&outcome.bytes, &outcome.allowed, &outcome.next})
    fields.add(std::string_view(*text));
  return fields.take();
}

/// Throws Error when the bytes do not hold an outcome.
Outcome outcome_of(std::string_view bytes) {
  ByteReader fields(bytes);
  Outcome outcome;
  if (fields.text() != answer_mark) throw Error("these bytes are not what they should be");
  outcome.good = fields.number() != 0;
  for (std::string* text : {&outcome.bytes, &outcome.allowed, &outcome.next}) *text = fields.text();
  return outcome;
}

// --- the parent

std::string picture_of(const Outcome& outcome) {
  if (!outcome.good) throw Error(outcome.bytes, outcome.allowed, outcome.next);
  return outcome.bytes;
}

[[noreturn]] void give_up(ChildEnd end, const PictureWork& work, std::uint64_t memory,
                          const Context& context) {
  switch (end) {
    case ChildEnd::stopped: throw Stopped(context.stop.reason());
    case ChildEnd::out_of_time:
      throw TooCostly(work.what + " took longer than " + duration_in_words(context.budget), {},
                      work.way_out);
    case ChildEnd::out_of_memory:
      throw TooCostly(work.what + " needs more than " + size_in_words(memory) + " of memory", {},
                      work.way_out);
    default:
      throw Error(work.what + " ended without a picture: its library crashed", {}, work.way_out);
  }
}

// --- the child

std::uint64_t number_in(std::string_view text) {
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string read_all(int file) {
  std::string bytes;
  std::array<char, 1U << 16U> piece{};
  for (;;) {
    const ssize_t got = ::read(file, piece.data(), piece.size());
    if (got > 0) bytes.append(piece.data(), static_cast<std::size_t>(got));
    else if (got == 0 || errno != EINTR) return bytes;
  }
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written >= 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) return false;
  }
  return true;
}

Outcome outcome_of_work(std::string_view bytes) {
  try {
    return {true, made_here(work_of(bytes))};
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    return {false, problem.what, problem.allowed, problem.next};
  }
}

}  // namespace

std::string make_picture(const PictureWork& work, std::uint64_t memory, const Context& context) {
  constexpr double longest = 1e9;  // seconds; a longer budget could overflow the clock
  if (child_program().empty()) return made_here(work);
  if (memory == 0) memory = usual_child_memory();
  const double seconds = std::min(context.budget, longest);
  const ChildAnswer answer = ask_child(
      {child_program(), std::string(child_word), to_text(::getpid()), to_text(memory),
       to_text(static_cast<std::uint64_t>(std::ceil(seconds)) + 1)},
      bytes_of(work),
      {std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)), memory}, context);
  if (answer.end == ChildEnd::not_started) return made_here(work);
  if (answer.end != ChildEnd::answered) give_up(answer.end, work, memory, context);
  Outcome outcome;
  try {
    outcome = outcome_of(answer.bytes);
  } catch (const Error&) {
    give_up(ChildEnd::broken, work, memory, context);
  }
  return picture_of(outcome);
}

void use_picture_child(std::string program) { child_program() = std::move(program); }

bool is_picture_child(int count, const char* const* words) {
  constexpr int words_of_a_child = 5;
  return count == words_of_a_child && words[1] == child_word;
}

int run_picture_child(const char* const* words) {
  constexpr int failed = 1;
  try {
    if (!limit_this_child(number_in(words[3]), number_in(words[4]),
                          static_cast<long>(number_in(words[2]))))
      return failed;
    const Outcome outcome = outcome_of_work(read_all(STDIN_FILENO));
    return write_all(STDOUT_FILENO, bytes_of(outcome)) ? 0 : failed;
  } catch (const std::bad_alloc&) {
    return child_out_of_memory;
  }
}

}  // namespace oscegraph
