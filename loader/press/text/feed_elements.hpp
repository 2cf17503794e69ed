// SPDX-License-Identifier: Apache-2.0
//
// The elements of an entry that say what it is called, what it says, where it is and when it appeared.
// RSS and Atom have their own, and feeds of both kinds take others from the vocabularies of Dublin Core,
// Media RSS and podcasts. An element is known by its vocabulary and its name: <media:title> is the title
// of a picture.
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

/// How the text of an element is written where it does not say so itself.
enum class FeedForm : unsigned char { plain, html };

struct FeedElement {
  FeedField field = FeedField::none;
  FeedForm form = FeedForm::plain;
  int rank = 0;  ///< of several that say the same, the higher one counts
};

/// By the namespace, or by the usual prefix where the namespace is one that nobody knows. What has
/// neither is of the feed's own vocabulary, `own`.
Vocabulary vocabulary_of(const XmlElement& element, Vocabulary own);

FeedElement feed_element(Vocabulary vocabulary, std::string_view local);

}  // namespace oscegraph::press
