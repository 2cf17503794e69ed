// SPDX-License-Identifier: Apache-2.0
//
// The elements of a feed entry for title, text, address and date. RSS and Atom have their own, and
// feeds also use those of Dublin Core, Media RSS and podcasts. An element is identified by
// vocabulary and name: <media:title> is the title of a picture.
#pragma once

#include <cstddef>
#include <string_view>

#include "oscegraph/loader/inputs/xml/xml_reader.hpp"

namespace oscegraph::press {

enum class Vocabulary : unsigned char {
  rss,
  atom,
  content,
  dublin_core,
  media,
  itunes,
  xhtml,
  other
};

enum class FeedField : unsigned char { none, title, text, link, id, date };

/// The form of an element's text when the element does not state it.
enum class FeedForm : unsigned char { plain, html };

struct FeedElement {
  FeedField field = FeedField::none;
  FeedForm form = FeedForm::plain;
  int rank = 0;  ///< among elements for the same field, the highest rank counts
};

/// The vocabulary by namespace, or by the usual prefix when the namespace is unknown. An element
/// with neither belongs to the feed's own vocabulary, `own`.
Vocabulary vocabulary_of(const XmlElement& element, Vocabulary own);

FeedElement feed_element(Vocabulary vocabulary, std::string_view local);

}  // namespace oscegraph::press
