// SPDX-License-Identifier: Apache-2.0
//
// Tells which field of a feed entry an XML element contains: title, text, link, id or date, or
// none. The table has the elements of RSS (with its module `content`), Atom, Dublin Core, Media
// RSS, podcasts (itunes) and XHTML. An element is recognised by its namespace together with its
// name, since the same name can mean different things: `title` of RSS is the title of the entry,
// `media:title` that of a picture. Each element has a rank; of several elements for one field,
// those of the highest rank are used. So `media:title` becomes the entry's title only if no element
// of higher rank gives one.
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
