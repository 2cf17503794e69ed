// SPDX-License-Identifier: Apache-2.0
//
// What the values of a record mean, and whether they may: each function reads one field, reports
// what is wrong with it, and remembers that the record is not fit to use.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/date.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/money.hpp"
#include "oscegraph/graph/vocabulary.hpp"
#include "oscegraph/loader/record.hpp"

namespace oscegraph {

/// A percentage from 0 to 100 with up to six decimals.
std::optional<ShareMillionths> parse_share(std::string_view text);

class FieldReader {
 public:
  FieldReader(const Record& record, const std::string& file, Problems& problems)
      : record_(record),
        file_(file),
        problems_(problems) {}

  /// Whether every field read so far was right.
  [[nodiscard]] bool ok() const { return ok_; }

  /// Reports each required field that is missing or empty.
  void require_fields();

  [[nodiscard]] std::string_view text(Field field) const { return record_[field].text; }
  Date date(Field field);
  /// The period `start` .. `end`; they must be in order.
  Period period();
  Kind kind();
  Relation relation();
  Flow flow();      ///< unknown when absent
  Basis basis();    ///< stated when absent
  Review review();  ///< unreviewed when absent
  /// `amount` in `currency`: both or neither. In a table with a mapping, what is wrong with a number or a
  /// date is said of the cell as it is written, and which line of the mapping would read it.
  Money amount();
  ShareMillionths share();

  void report(const Value& value, std::string what, std::string allowed = {},
              std::string next = {});

 private:
  [[nodiscard]] const WrittenCell* cell(Field field) const;
  [[nodiscard]] std::string_view as_written(Field field) const;
  using Fits = std::function<bool(std::string_view number)>;
  void report_number(Field field, std::string_view noun, std::string allowed, const Fits& fits);
  void report_decimals(Currency currency);

  template <typename Word>
  Word word(Field field, std::optional<Word> (*parse)(std::string_view),
            const std::vector<std::string_view>& allowed, Word otherwise);

  const Record& record_;
  const std::string& file_;
  Problems& problems_;
  bool ok_ = true;
};

}  // namespace oscegraph
