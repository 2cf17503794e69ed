// SPDX-License-Identifier: Apache-2.0
//
// XML as a stream of events, from bytes that come in pieces: neither the size of a file nor its depth
// costs memory. GraphML, GEXF and feeds are read with it. The parser is libxml2's SAX2 push parser.
//
//   XmlReader reader("net.gexf", handler);       what reads does so with a handler of its own
//   while (more) reader.read(bytes);             cut anywhere
//   reader.finish();                             here the end is checked, too
//
// Files come from strangers. Nothing outside of a file is opened. A file that declares entities is
// refused, since a few lines of them can fill any memory. So is one with elements nested deeper than the
// reader wants, with more than 1,000 attributes in an element or namespaces in force, with more than 100
// attributes in its document type, with more than 50,000 different names, or with a tag, a comment or a
// CDATA section of more than 8 MB. A text between tags may be of any size. Encodings: see xml_text.hpp.
//
// What is wrong is an Error with its line and column. Handlers may throw what they like, Stopped too: it
// passes out of read(), and no C code is in between. After any exception the reader is of no more use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"

namespace oscegraph {

struct XmlAttribute {
  std::string_view space;   ///< the URI of its namespace; empty: none
  std::string_view prefix;  ///< as it is written: "xml" of xml:base
  std::string_view name;
  std::string_view value;
};

struct XmlElement {
  std::string_view space;
  std::string_view prefix;
  std::string_view name;
  std::vector<XmlAttribute> attributes;
  Place place;  ///< of its '<'

  /// nullptr when there is none of that name, without a namespace.
  [[nodiscard]] const std::string_view* find(std::string_view attribute) const;
  /// By prefix and name; "" when there is none.
  [[nodiscard]] std::string_view value(std::string_view with_prefix,
                                       std::string_view attribute) const;
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

struct XmlOptions {
  enum class Encoding : unsigned char {
    as_declared,
    utf8  ///< whatever the file says of itself: it was decoded before
  };
  enum class Prefixes : unsigned char {
    bound,  ///< a prefix without a namespace is a fault
    any     ///< such names have a prefix and no namespace
  };
  Encoding encoding = Encoding::as_declared;
  Prefixes prefixes = Prefixes::bound;
  std::size_t deepest = 100;  ///< elements within elements
};

class XmlReader {
 public:
  /// `file` is its name in places. The handler must outlive the reader. Throws Error when libxml2 is not
  /// installed.
  XmlReader(std::string file, XmlHandler& handler, XmlOptions options = {});
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Events come during the calls; a tag's, when it is whole.
  void read(std::string_view bytes);
  /// Throws Error when the document is not at its end.
  void finish();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

/// Reads a file to its end. `progressed` is told bytes now and then, and may throw Stopped.
void read_xml(Source& source, XmlHandler& handler,
              const std::function<void(std::uint64_t)>& progressed, XmlOptions options = {});

}  // namespace oscegraph
