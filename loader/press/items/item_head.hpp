// SPDX-License-Identifier: Apache-2.0
//
// Reads the first lines of an item: its title and its day. Also reads the day in the metadata of a
// page or feed. Later lines are not searched for the day, since a day there is the day of an event
// that the item reports.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/values/date.hpp"

namespace oscegraph::press {

/// The text on one line: blanks joined, cut between words when longer than `longest` bytes.
std::string tidy(std::string_view text, std::size_t longest);

/// The day in the metadata of a page or feed: "2024-11-22T10:00:00Z", "Fri, 22 Nov 2024 10:00:00
/// GMT".
Date day_of_metadata(std::string_view text);

/// The first line that is more than a day, a label or a number.
std::string_view first_line(std::string_view item);

/// A short first line without a full stop, followed by more text; "" when there is none.
std::string title_of(std::string_view item);

/// The day of the item: that of a line with its publication date, of the dateline, the one with
/// which the first sentence begins, or on which people met ("met on 4 October 2024"); unknown
/// otherwise. "By 30 June", "since 2 May", "set up on 3 March" and "signed on 4 May" do not count.
Date day_of(std::string_view item);

}  // namespace oscegraph::press
