// SPDX-License-Identifier: Apache-2.0
//
// Describes options and arguments as plain data. One object contains everything about an option.
// Parsing, checking, help, the man page, shell completion and the description of the API read its
// row of texts. Its type determines what a command gets from it:
//
//   Flag            whether it is given
//   OptionOf<T>     a T: the value given, else the fallback
//   OptionalOf<T>   a T, or nothing
//   ListOf<T>       every T given, in order, else the fallback
//
// A command reads an option by its object (`values[top]`). A misspelt name or a value of another
// type does not compile. Neither does an option of another command, since the options of each
// command are in an unnamed namespace. All objects are constant-initialised; no code runs before
// main.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/options/value_type.hpp"

namespace oscegraph::cli {

class Option;
class Values;
struct OptionGroup;

/// Why an option has no effect with the other options that are given.
struct Idle {
  std::string beside;     ///< "degree"
  std::string goes_with;  ///< "it goes with pagerank"
};

/// Which outputs show the effect of an option; with any other output it is refused.
enum class ShownBy : std::uint8_t {
  all,
  rows,
  graphs,
  looks,    ///< graph formats that show how nodes look
  layouts,  ///< those that place nodes
  flows     ///< pictures of flows
};

/// What the author of an option writes.
struct OptionRow {
  std::string_view name;  ///< without dashes
  std::string_view help;  ///< a phrase without full stop; the fallback is said by help_of()
  char letter = 0;        ///< 'o' for -o; 0: none
  /// The fallback in words, where its value alone would not say it: "all the machine has".
  std::string_view otherwise{};
  std::string_view aside{};                   ///< what help prints after the fallback
  bool says_fallback = false;                 ///< `help` has the words for it already
  const Option* needs = nullptr;              ///< has an effect only together with this option
  std::span<const Option* const> excludes{};  ///< options that may not be given together with it
  std::span<const OptionGroup* const> excludes_groups{};  ///< nor any option of these groups
  /// Returns why it has no effect with the other values that are given, for an error; null: it
  /// always has one.
  std::optional<Idle> (*idle)(const Values& values) = nullptr;
  ShownBy shown_by = ShownBy::all;
  bool about_inputs = false;      ///< means nothing to the built-in example
  bool without_argument = false;  ///< goes with no argument of the command
};

/// The row of an option, and those parts of its type that are used without reading a value.
class Option : public OptionRow {
 public:
  Option(const Option&) = delete;
  Option& operator=(const Option&) = delete;

  const ValueType* value = nullptr;  ///< null: a flag
  bool repeatable = false;

  /// "20"; empty when there is none, or no word for it.
  [[nodiscard]] std::string fallback_word() const {
    return say_fallback_ == nullptr ? std::string() : say_fallback_(*this);
  }

 protected:
  using SayFallback = std::string (*)(const Option&);
  constexpr Option(const OptionRow& row, const ValueType* type, bool repeats,
                   SayFallback say_fallback)
      : OptionRow(row),
        value(type),
        repeatable(repeats),
        say_fallback_(say_fallback) {}
  constexpr ~Option() = default;

 private:
  SayFallback say_fallback_;
};

class Flag : public Option {
 public:
  explicit constexpr Flag(const OptionRow& row) : Option(row, nullptr, false, nullptr) {}
};

/// The fallback is a function, so that it can be the default of a library's options.
template <typename T>
class OptionOf : public Option {
 public:
  constexpr OptionOf(const OptionRow& row, const TypeOf<T>& type, T (*usual)())
      : Option(row, &type, false,
               [](const Option& option) {
                 const auto& own = static_cast<const OptionOf&>(option);
                 return own.type_->say(own.fallback());
               }),
        type_(&type),
        fallback_(usual) {}

  [[nodiscard]] T fallback() const { return fallback_(); }

 private:
  const TypeOf<T>* type_;
  T (*fallback_)();
};

template <typename T>
class OptionalOf : public Option {
 public:
  constexpr OptionalOf(const OptionRow& row, const TypeOf<T>& type)
      : Option(row, &type, false, nullptr) {}
};

/// May be given several times, and each time several values where the type is a list. A fallback is a
/// list of one.
template <typename T>
class ListOf : public Option {
 public:
  constexpr ListOf(const OptionRow& row, const TypeOf<T>& type, T (*usual)() = nullptr)
      : Option(row, &type, true,
               [](const Option& option) {
                 const auto& own = static_cast<const ListOf&>(option);
                 return own.fallback_ == nullptr ? std::string() : own.type_->say(own.fallback_());
               }),
        type_(&type),
        fallback_(usual) {}

  [[nodiscard]] std::vector<T> fallback() const {
    return fallback_ == nullptr ? std::vector<T>() : std::vector<T>{fallback_()};
  }

 private:
  const TypeOf<T>* type_;
  T (*fallback_)();
};

/// The options in the order in which people are shown them.
template <std::derived_from<Option>... Options>
constexpr std::array<const Option*, sizeof...(Options)> option_list(const Options&... options) {
  return {&options...};
}

/// The phrase, and what holds when the option is not given: "how many rows; 20 unless given".
std::string help_of(const Option& option);

/// All options that this option excludes: the two may not be given together.
std::vector<const Option*> excluded_by(const Option& option);

/// Options that several commands share, under the heading help prints.
struct OptionGroup {
  std::string_view title;
  std::span<const Option* const> options;
};

struct Argument {
  std::string_view name;  ///< "NODE", as help shows it
  std::string_view meaning;
  bool required = true;
  const ValueType* value = nullptr;  ///< null: anything
  bool repeats = false;              ///< the last one: any number more may follow
};

}  // namespace oscegraph::cli
