// SPDX-License-Identifier: Apache-2.0
//
// Parses XML from bytes that arrive in pieces, and calls a handler for each event. The memory
// depends neither on the size of the file nor on its depth. The readers of GraphML, GEXF and feeds
// use it. The parser is libxml2's SAX2 push parser.
//
//   XmlReader reader("net.gexf", handler);       each format has a handler of its own
//   while (more) reader.read(bytes);             cut anywhere
//   reader.finish();                             also checks the end
//
// Files may come from anybody. Nothing outside of a file is opened. A file that declares entities
// is refused, since a few lines of them can fill any memory. Also refused: elements nested deeper
// than the reader allows, more than 1,000 attributes in an element or namespaces in force, more
// than 100 attributes in the document type, more than 50,000 different names, and a tag, comment or
// CDATA section of more than 8 MB. Text between tags may have any size. Encodings: see
// xml_text.hpp.
//
// A mistake throws Error with its line and column. Handlers may throw anything, Stopped too; it
// leaves read() without passing through C code. After any exception the reader must not be used
// again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/inputs/source.hpp"

namespace oscegraph {

struct XmlAttribute {
  std::string_view space;   ///< the URI of its namespace; empty: none
  std::string_view prefix;  ///< as written: "xml" of xml:base
  std::string_view name;
  std::string_view value;
};

struct XmlElement {
  std::string_view space;
  std::string_view prefix;
  std::string_view name;
  std::vector<XmlAttribute> attributes;
  Place place;  ///< the place of its '<'

  /// The attribute of that name without a namespace; nullptr when there is none.
  [[nodiscard]] const std::string_view* find(std::string_view attribute) const;
  /// The attribute by prefix and name; "" when there is none.
  [[nodiscard]] std::string_view value(std::string_view with_prefix,
                                       std::string_view attribute) const;
};

/// Receives the events; views are valid until the call returns. May throw.
class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;
  /// Return false to skip the content of this element: only its end is reported.
  virtual bool start(const XmlElement& element) = 0;
  virtual void end() = 0;
  /// A text comes in one or more pieces, until an element starts or ends.
  virtual void text(std::string_view piece) = 0;
};

struct XmlOptions {
  enum class Encoding : unsigned char {
    as_declared,
    utf8  ///< whatever the file declares: it was decoded before
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
  /// `file` is its name in places. The handler must outlive the reader. Throws Error when libxml2
  /// is not installed.
  XmlReader(std::string file, XmlHandler& handler, XmlOptions options = {});
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;
  ~XmlReader();

  /// Events are reported during the call; that of a tag when it is complete.
  void read(std::string_view bytes);
  /// Throws Error when the document is incomplete.
  void finish();

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

/// Reads a file to its end. `progressed` gets the number of bytes now and then, and may throw
/// Stopped.
void read_xml(Source& source, XmlHandler& handler,
              const std::function<void(std::uint64_t)>& progressed, XmlOptions options = {});

}  // namespace oscegraph
