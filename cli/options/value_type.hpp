// SPDX-License-Identifier: Apache-2.0
//
// A kind of value that options and arguments take: how people read about it, and the one function that
// reads it. The value is read when the command line is checked, before any file is opened, and kept; a
// command is handed what was read.
#pragma once

#include <any>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oscegraph::cli {

/// What a shell offers when the user presses Tab on a value.
enum class Completes : std::uint8_t { nothing, choices, files };

/// What people read about the values. Everything that an error message says about a bad one is here.
struct ValueWords {
  std::string_view placeholder;  ///< "DATE", as help shows it
  std::string_view meaning;      ///< "a date", for "'x' is not a date"
  std::string_view allowed{};    ///< "a date is YYYY, ..."; not needed when there are choices
  /// The words allowed; null: not a closed list. A function, as some lists live in other libraries.
  std::vector<std::string_view> (*choices)() = nullptr;
  /// What follows a choice in the same word, "pagerank:damping=0.9", as help says it; null: nothing does.
  std::string (*settings)() = nullptr;
  bool list = false;  ///< "a,b" means a and b
  Completes completes = Completes::nothing;
};

/// A kind of value, for those who do not care what it reads.
class ValueType : public ValueWords {
 public:
  /// The value that a word stands for; empty when it stands for none. Throws UsageError where a word of
  /// several parts has a sentence of its own for what is wrong.
  [[nodiscard]] std::any read(std::string_view word) const { return read_(*this, word); }

 protected:
  using Read = std::any (*)(const ValueType&, std::string_view);
  constexpr ValueType(const ValueWords& words, Read reader) : ValueWords(words), read_(reader) {}
  constexpr ~ValueType() = default;

 private:
  Read read_;
};

/// A kind of value that reads a T.
template <typename T>
class TypeOf : public ValueType {
 public:
  using Parse = std::optional<T> (*)(std::string_view word);
  using Say = std::string (*)(const T& value);

  constexpr TypeOf(const ValueWords& words, Parse parser, Say teller = nullptr)
      : ValueType(words,
                  [](const ValueType& type, std::string_view word) -> std::any {
                    std::optional<T> value = static_cast<const TypeOf&>(type).parse_(word);
                    return value ? std::any(std::move(*value)) : std::any();
                  }),
        parse_(parser),
        say_(teller) {}

  /// A word that reads as the value; empty when the type has no words for its values.
  [[nodiscard]] std::string say(const T& value) const {
    return say_ == nullptr ? std::string() : say_(value);
  }

 private:
  Parse parse_;
  Say say_;
};

/// The words of a value: itself, or its comma-separated parts for a list.
std::vector<std::string_view> words_of(const ValueType& type, std::string_view value);

/// What each word of the value stands for. Throws UsageError that begins with `where` when one stands for
/// nothing.
std::vector<std::any> read_value(const ValueType& type, std::string_view value,
                                 const std::string& where);

}  // namespace oscegraph::cli
