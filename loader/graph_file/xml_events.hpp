// SPDX-License-Identifier: Apache-2.0
//
// XML as a stream of events, by Expat: it hands them out one by one, so that neither depth nor size
// costs memory; it says where each begins, which libxml2 (ours for web pages) does not; and Graphviz
// loads it anyway, so it costs nothing at the start of a command.
//
// Files come from strangers. A document that declares entities is refused: graph files have no use
// for them, and a few lines of them can fill any memory. Elements may be nested 100 deep, and nothing
// outside of the file is ever opened. UTF-8, UTF-16, ISO-8859-1 and every encoding of one byte a
// character that the system knows are read as the XML declaration names them.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/source.hpp"

namespace oscegraph {

struct XmlAttribute {
  std::string_view space;  ///< the URI of its namespace; empty: none
  std::string_view name;
  std::string_view value;
};

struct XmlElement {
  std::string_view space;
  std::string_view name;
  std::vector<XmlAttribute> attributes;
  Place place;  ///< of its '<'

  /// nullptr when there is none of that name, without a namespace.
  [[nodiscard]] const std::string_view* find(std::string_view attribute) const;
};

/// Receives the events, on views that live until the call returns. May throw.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  /// false: this element's content is of no interest, and no events come for it but its end.
  virtual bool start(const XmlElement& element) = 0;
  virtual void end() = 0;
  /// In pieces, as long as no element starts or ends.
  virtual void text(std::string_view piece) = 0;
};

/// Throws Error where the XML is damaged or refused. `progressed` is told bytes now and then.
void read_xml(const Source& source, XmlHandler& handler,
              const std::function<void(std::uint64_t)>& progressed);

}  // namespace oscegraph
