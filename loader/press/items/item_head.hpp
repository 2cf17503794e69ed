// SPDX-License-Identifier: Apache-2.0
//
// What the first lines of an item say of it: its title, the day it appeared, the address it was taken from.
// A day further down is the day of something the item tells about, and no day of the item.
#pragma once

#include <string>
#include <string_view>

#include "oscegraph/graph/date.hpp"

namespace oscegraph::press {

/// One line: blanks joined, cut between words where it is longer than `longest` bytes.
std::string tidy(std::string_view text, std::size_t longest);

/// "2024-11-22T10:00:00Z", "Fri, 22 Nov 2024 10:00:00 GMT": the day in what a page or feed says of itself.
Date day_of_metadata(std::string_view text);

/// The first line that says more than a day, a label or a number.
std::string_view first_line(std::string_view item);

/// A short first line without a full stop above more text; "" when there is none.
std::string title_of(std::string_view item);

/// The day of a line that says when it was published, of the dateline, with which the first sentence begins,
/// or on which people met in it ("met on 4 October 2024"); unknown otherwise. "By 30 June", "since 2 May",
/// "set up on 3 March" and "signed on 4 May" are no days of an item.
Date day_of(std::string_view item);

}  // namespace oscegraph::press
