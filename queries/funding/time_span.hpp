// SPDX-License-Identifier: Apache-2.0
//
// Computes the earliest and the latest date of a set of periods, each as precise as it was stated.
// In a period that is open on one side, the date of the other side counts for both.
#pragma once

#include "oscegraph/graph/values/date.hpp"

namespace oscegraph {

class TimeSpan {
 public:
  void add(const Period& period) {
    if (!period.known()) return;
    const Date start = period.start.known() ? period.start : period.end;
    const Date end = period.end.known() ? period.end : period.start;
    if (!first_.known() || start.first_rank() < first_.first_rank()) first_ = start;
    if (!last_.known() || end.last_rank() > last_.last_rank()) last_ = end;
  }
  /// Unknown when no period was known. Of dates that start (end) together the first added stays.
  [[nodiscard]] Date first() const { return first_; }
  [[nodiscard]] Date last() const { return last_; }

 private:
  Date first_;
  Date last_;
};

}  // namespace oscegraph
