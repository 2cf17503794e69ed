// SPDX-License-Identifier: Apache-2.0
//
// Applies check_record.hpp to a Record, and turns the faults into error messages.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/records/check_record.hpp"
#include "oscegraph/loader/records/record.hpp"

namespace oscegraph {

/// Whether all texts of a record are UTF-8 without NUL. Readers check the bytes they read; a text
/// may also come from an escape sequence or a file name.
bool check_texts(const Record& record, const std::string& file, Problems& problems);

class FieldReader {
 public:
  /// Numbers of texts are those of `strings`.
  FieldReader(const Record& record, const std::string& file, Problems& problems,
              StringInterner& strings)
      : record_(record),
        file_(file),
        problems_(problems),
        strings_(strings) {}

  // The interface that check_record.hpp needs.
  [[nodiscard]] std::string_view text(Field field) const { return record_[field].text; }
  [[nodiscard]] bool misfit(Field field) const;
  void number(std::string_view text, std::uint32_t& slot) { slot = strings_.intern(text); }
  void number_of_document(std::string_view text, std::uint32_t& slot) { number(text, slot); }
  static std::optional<Currency> currency(std::string_view code) { return Currency::parse(code); }
  /// Reports the fault. For a number or date in a table with a mapping, the message shows the
  /// original cell and the line of the mapping that would accept it.
  bool fault(Fault fault);

  void report(const Value& value, std::string what, std::string allowed = {},
              std::string next = {});

 private:
  [[nodiscard]] const WrittenCell* cell(Field field) const;
  [[nodiscard]] std::string_view as_written(Field field) const;
  using Fits = std::function<bool(std::string_view number)>;
  void report_missing(Field field);
  void report_unknown_word(Field field);
  void report_date(Field field);
  void report_share();
  void report_not_an_amount();
  void report_number(Field field, std::string_view noun, std::string allowed, const Fits& fits);
  void report_decimals();
  void report_kind_of_gazetteer();
  void report_kind_of_id();
  [[nodiscard]] Currency known_currency() const;

  const Record& record_;
  const std::string& file_;
  Problems& problems_;
  StringInterner& strings_;
};

}  // namespace oscegraph
