// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/feed_elements.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "oscegraph/graph/text/ascii.hpp"

namespace oscegraph::press {
namespace {

struct NamespaceRow {
  std::string_view uri;  ///< without "http://" and without optional endings
  Vocabulary vocabulary;
};
constexpr std::array<NamespaceRow, 17> namespaces{{
    {"www.w3.org/2005/Atom", Vocabulary::atom},
    {"purl.org/atom/ns", Vocabulary::atom},
    {"purl.org/rss/1.0", Vocabulary::rss},
    {"purl.org/net/rss1.1", Vocabulary::rss},
    {"my.netscape.com/rdf/simple/0.9", Vocabulary::rss},
    {"channel.netscape.com/rdf/simple/0.9", Vocabulary::rss},
    {"backend.userland.com/rss2", Vocabulary::rss},
    {"backend.userland.com/RSS2", Vocabulary::rss},
    {"blogs.law.harvard.edu/tech/rss", Vocabulary::rss},
    {"purl.org/rss/1.0/modules/content", Vocabulary::content},
    {"purl.org/dc/elements/1.1", Vocabulary::dublin_core},
    {"purl.org/dc/elements/1.0", Vocabulary::dublin_core},
    {"purl.org/dc/terms", Vocabulary::dublin_core},
    {"search.yahoo.com/mrss", Vocabulary::media},
    {"www.rssboard.org/media-rss", Vocabulary::media},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Vocabulary::itunes},
    {"www.w3.org/1999/xhtml", Vocabulary::xhtml},
}};

struct PrefixRow {
  std::string_view prefix;
  Vocabulary vocabulary;
};
constexpr std::array<PrefixRow, 10> prefixes{{{"atom", Vocabulary::atom},
                                              {"a10", Vocabulary::atom},
                                              {"rss", Vocabulary::rss},
                                              {"content", Vocabulary::content},
                                              {"dc", Vocabulary::dublin_core},
                                              {"dcterms", Vocabulary::dublin_core},
                                              {"media", Vocabulary::media},
                                              {"itunes", Vocabulary::itunes},
                                              {"xhtml", Vocabulary::xhtml},
                                              {"html", Vocabulary::xhtml}}};

struct ElementRow {
  Vocabulary vocabulary;
  std::string_view local;  ///< in lower case
  FeedElement element;
};
using enum Vocabulary;
using enum FeedField;
constexpr FeedForm as_plain = FeedForm::plain;
constexpr FeedForm as_html = FeedForm::html;
// The feed's own elements have a higher rank than borrowed ones; those of a picture count only when
// there are no others. The date of publication has a higher rank than that of a change.
constexpr std::array<ElementRow, 34> elements{{
    {rss, "title", {title, as_html, 3}},
    {atom, "title", {title, as_plain, 3}},
    {dublin_core, "title", {title, as_html, 2}},
    {itunes, "title", {title, as_html, 1}},
    {media, "title", {title, as_plain, 1}},
    {rss, "description", {text, as_html, 3}},
    {rss, "content", {text, as_html, 3}},
    {rss, "summary", {text, as_html, 3}},
    {rss, "fulltext", {text, as_html, 3}},
    {atom, "content", {text, as_plain, 3}},
    {atom, "summary", {text, as_plain, 3}},
    {content, "encoded", {text, as_html, 3}},
    {xhtml, "body", {text, as_html, 3}},
    {xhtml, "div", {text, as_html, 3}},
    {dublin_core, "description", {text, as_html, 2}},
    {itunes, "summary", {text, as_html, 2}},
    {media, "description", {text, as_plain, 1}},
    {rss, "link", {link, as_plain, 3}},
    {atom, "link", {link, as_plain, 3}},
    {rss, "guid", {id, as_plain, 2}},
    {atom, "id", {id, as_plain, 1}},
    {rss, "pubdate", {date, as_plain, 4}},
    {atom, "published", {date, as_plain, 4}},
    {atom, "issued", {date, as_plain, 4}},
    {dublin_core, "date", {date, as_plain, 3}},
    {dublin_core, "issued", {date, as_plain, 3}},
    {dublin_core, "created", {date, as_plain, 2}},
    {atom, "created", {date, as_plain, 2}},
    {rss, "date", {date, as_plain, 2}},
    {rss, "published", {date, as_plain, 2}},
    {dublin_core, "modified", {date, as_plain, 1}},
    {atom, "updated", {date, as_plain, 1}},
    {atom, "modified", {date, as_plain, 1}},
    {rss, "updated", {date, as_plain, 1}},
}};

std::string_view bare(std::string_view uri) {
  for (const std::string_view scheme : {"http://", "https://"})
    if (uri.starts_with(scheme)) uri.remove_prefix(scheme.size());
  while (uri.ends_with('/') || uri.ends_with('#')) uri.remove_suffix(1);
  return uri;
}

}  // namespace

Vocabulary vocabulary_of(const XmlElement& element, Vocabulary own) {
  const auto known = std::ranges::find(namespaces, bare(element.space), &NamespaceRow::uri);
  if (known != namespaces.end()) return known->vocabulary;
  if (element.prefix.empty()) return own;
  const auto usual = std::ranges::find(prefixes, element.prefix, &PrefixRow::prefix);
  return usual == prefixes.end() ? Vocabulary::other : usual->vocabulary;
}

FeedElement feed_element(Vocabulary vocabulary, std::string_view local) {
  const std::string lower = lower_case(local);
  const auto row = std::ranges::find_if(elements, [&](const ElementRow& element) {
    return element.vocabulary == vocabulary && element.local == lower;
  });
  return row == elements.end() ? FeedElement() : row->element;
}

}  // namespace oscegraph::press
