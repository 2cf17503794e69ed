// SPDX-License-Identifier: Apache-2.0
//
// Declares the types of values that options and arguments take. A type has the texts that people
// read about its values, and one function that reads a value. The value is read when the command
// line is checked, before any file is opened. The result is stored, and the command gets it.
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

/// The texts about the values. Error messages about a bad value are made of them.
struct ValueWords {
  std::string_view placeholder;  ///< "DATE", as help shows it
  std::string_view meaning;      ///< "a date", for "'x' is not a date"
  std::string_view allowed{};    ///< "a date is YYYY, ..."; not needed when there are choices
  /// The words allowed; null: not a closed list. A function, as some lists live in other libraries.
  std::vector<std::string_view> (*choices)() = nullptr;
  /// The text for help about what may follow a choice in the same word, "pagerank:damping=0.9";
  /// null: nothing may.
  std::string (*settings)() = nullptr;
  bool list = false;  ///< "a,b" means a and b
  Completes completes = Completes::nothing;
};

/// A type of values, without the C++ type that it reads.
class ValueType : public ValueWords {
 public:
  /// The value that a word stands for; empty when it stands for none. Throws UsageError if the word
  /// has several parts and the type can say which is wrong.
  [[nodiscard]] std::any read(std::string_view word) const { return read_(*this, word); }

 protected:
  using Read = std::any (*)(const ValueType&, std::string_view);
  constexpr ValueType(const ValueWords& words, Read reader) : ValueWords(words), read_(reader) {}
  constexpr ~ValueType() = default;

 private:
  Read read_;
};

/// A type of values that reads a T.
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

  /// A word that is read as this value; empty when the type has no words for its values.
  [[nodiscard]] std::string say(const T& value) const {
    return say_ == nullptr ? std::string() : say_(value);
  }

 private:
  Parse parse_;
  Say say_;
};

/// The words of a value: itself, or its comma-separated parts for a list.
std::vector<std::string_view> words_of(const ValueType& type, std::string_view value);

/// What each word of the value stands for. Throws a UsageError that begins with `where` when a word
/// stands for nothing.
std::vector<std::any> read_value(const ValueType& type, std::string_view value,
                                 const std::string& where);

}  // namespace oscegraph::cli
