// SPDX-License-Identifier: Apache-2.0
//
// Declares errors. An error is a sentence for a person: where, what, what is allowed, what to do
// next. A reader that can go on after a bad record reports a Problem to a Problems list. All other
// code throws Error where it finds the mistake, and main catches it once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph {

/// A position in an input. Lines and columns count from 1, columns in bytes; 0 means "not known".
struct Place {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

struct Problem {
  Place place;
  std::string what;
  std::string allowed{};  ///< "a relation is one of funds, implements ..."; may be empty
  std::string next{};     ///< "did you mean 'funds'?"; may be empty
  std::string excerpt{};  ///< the offending line with a caret line below it; may be empty
};

/// "file:line:column: what; allowed; next" without the excerpt, on one line.
std::string sentence(const Problem& problem);

/// The line (cut around the column when long, control characters as '·') and a caret under it.
std::string excerpt(std::string_view line, std::uint64_t column);

/// An error; the program ends with exit code 1.
class Error : public std::runtime_error {
 public:
  explicit Error(Problem problem);
  /// An error with no place in a file.
  explicit Error(std::string what, std::string allowed = {}, std::string next = {});
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

/// The node, document or path that was asked for does not exist.
class NotThere : public Error {
 public:
  using Error::Error;
};

/// The name exists but is not usable here: it fits two nodes, or it names a project as a funder.
class WrongValue : public Error {
 public:
  using Error::Error;
};

/// The question would take too much time or memory; a smaller one can be answered.
class TooCostly : public Error {
 public:
  using Error::Error;
};

/// A mistake in the command line; the program ends with exit code 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// Thrown through a reader when a Problems list is full; only the owner of the list catches it.
class TooManyProblems : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "too many problems"; }
};

/// Where readers report what is wrong with a record. A list of capacity 0 throws the first problem
/// as an Error (loading stops); a larger one collects until it is full (checking goes on).
class Problems {
 public:
  Problems() = default;
  explicit Problems(std::size_t capacity) : capacity_(capacity) {}

  /// Sets the function that returns the excerpt() of a place; the owner of the text gives it.
  void set_excerpts(std::function<std::string(const Place&)> excerpts) {
    excerpts_ = std::move(excerpts);
  }

  void report(Problem problem);

  [[nodiscard]] const std::vector<Problem>& list() const { return list_; }
  [[nodiscard]] bool collects() const { return capacity_ > 0; }

 private:
  std::size_t capacity_ = 0;
  std::vector<Problem> list_;
  std::function<std::string(const Place&)> excerpts_;
};

}  // namespace oscegraph
