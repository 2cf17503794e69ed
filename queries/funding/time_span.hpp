// SPDX-License-Identifier: Apache-2.0
//
// From when to when do the claims speak? The earliest and latest of their dates, each as precise as
// stated. A period open on one side counts with the side it has.
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
