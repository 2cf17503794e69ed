// SPDX-License-Identifier: Apache-2.0
//
// Options and arguments as plain data. One row says all there is to say about an option: parsing,
// checking, help, the man page and shell completion read it, so they cannot disagree. Rows are
// constant-initialised; nothing here runs before main.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oscegraph::cli {

/// What a shell offers when the user presses Tab on a value.
enum class Completes : std::uint8_t { nothing, choices, files };

/// What is wrong with a value, for a sentence.
struct ValueFault {
  std::string what;     ///< "'weekly' is not a date"
  std::string allowed;  ///< "a date is ..."
  std::string next;     ///< "did you mean ...?"; may be empty
};

/// What a value may be. Everything an error message says about a bad value comes from here.
struct ValueType {
  std::string_view placeholder;  ///< "DATE", as help shows it
  std::string_view meaning;      ///< "a date", for "'x' is not a date"
  std::string_view allowed{};    ///< "a date is YYYY, ..."; not needed when there are choices
  /// The words allowed; null: not a closed list. A function, as some lists live in other libraries.
  std::vector<std::string_view> (*choices)() = nullptr;
  /// Whether a value is one of them; null: `choices` decide, or anything goes.
  bool (*accepts)(std::string_view value) = nullptr;
  /// In place of `accepts`, for words with parts of their own: what is wrong with one. It may begin
  /// with one of the `choices`, behind which something follows.
  std::optional<ValueFault> (*fault)(std::string_view word) = nullptr;
  std::string (*more)() = nullptr;  ///< what help says after the choices
  bool list = false;                ///< "a,b" means a and b
  Completes completes = Completes::nothing;
};

class Values;

/// Why an option does nothing beside the others given.
struct Idle {
  std::string beside;     ///< "degree"
  std::string goes_with;  ///< "it goes with pagerank"
};

struct Option {
  std::string_view name;             ///< without dashes
  std::string_view help;             ///< a phrase without full stop
  char letter = 0;                   ///< 'o' for -o; 0: none
  const ValueType* value = nullptr;  ///< null: a flag
  bool repeatable = false;
  std::string_view needs{};     ///< means something only beside this option
  std::string_view excludes{};  ///< means nothing beside this option
  /// Whether it does nothing beside the other values given, which an error says; null: it always does.
  std::optional<Idle> (*idle)(const Values& values) = nullptr;
};

/// Options that several commands share, under the heading help prints.
struct OptionGroup {
  std::string_view title;
  std::span<const Option> options;
};

struct Argument {
  std::string_view name;  ///< "NODE", as help shows it
  std::string_view meaning;
  bool required = true;
  const ValueType* value = nullptr;  ///< null: anything
  bool repeats = false;              ///< the last one: any number more may follow
};

}  // namespace oscegraph::cli
