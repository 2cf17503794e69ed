// SPDX-License-Identifier: Apache-2.0
//
// The events of libxml2's parsers, of XML and of HTML alike, handed to a builder in C++.
#pragma once

#include <cstddef>
#include <exception>
#include <string_view>

#include "oscegraph/loader/press/text/xml_library.hpp"

namespace oscegraph::press {

/// The name of an element with its namespace.
struct XmlName {
  std::string_view local;
  std::string_view prefix;
  std::string_view uri;  ///< empty where the prefix is bound to none
};

/// The attributes of an element whose names have namespaces.
class XmlAttributes {
 public:
  XmlAttributes(const xmlChar** fields, int count)
      : fields_(fields),
        count_(static_cast<std::size_t>(count)) {}
  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view local(std::size_t i) const { return text_of(fields_[i * 5]); }
  [[nodiscard]] std::string_view prefix(std::size_t i) const { return text_of(fields_[i * 5 + 1]); }
  [[nodiscard]] std::string_view value(std::size_t i) const {
    const auto* begin = reinterpret_cast<const char*>(fields_[i * 5 + 3]);
    const auto* end = reinterpret_cast<const char*>(fields_[i * 5 + 4]);
    return {begin, static_cast<std::size_t>(end - begin)};
  }
  /// "" when there is none.
  [[nodiscard]] std::string_view value(std::string_view prefix, std::string_view local) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (this->local(i) == local && this->prefix(i) == prefix) return value(i);
    return {};
  }

 private:
  const xmlChar** fields_;
  std::size_t count_;
};

/// A builder that has start(XmlName, XmlAttributes) wants names with their namespaces.
template <typename Builder>
concept ReadsNamespaces =
    requires(Builder& builder, const XmlName& name, const XmlAttributes& attributes) {
      builder.start(name, attributes);
    };

/// While it lives, `context` calls the builder's start(name, attributes), end(name) and
/// characters(text). The library is C: an exception must not pass through it, so the first one waits
/// here, and later events are dropped.
template <typename Builder>
class SaxEvents {
 public:
  SaxEvents(xmlParserCtxt& context, Builder& builder)
      : context_(context),
        builder_(builder),
        own_handler_(context.sax) {
    if constexpr (ReadsNamespaces<Builder>) listen_with_namespaces();
    else listen();
    handler_.characters = [](void* here, const xmlChar* text, int length) {
      pass_on(here, [&](Builder& to) {
        to.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
      });
    };
    handler_.ignorableWhitespace = handler_.characters;
    handler_.error = say_nothing;
    handler_.warning = say_nothing;
    context_.sax = &handler_;
    context_._private = this;
  }
  ~SaxEvents() {
    context_.sax = own_handler_;
    if (context_.myDoc != nullptr) xml_library().free_document(context_.myDoc);
    context_.myDoc = nullptr;
  }
  SaxEvents(const SaxEvents&) = delete;
  SaxEvents& operator=(const SaxEvents&) = delete;

  /// To be called when the parser is done. Throws what the builder threw.
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  void listen() {
    handler_.startElement = [](void* here, const xmlChar* name, const xmlChar** attributes) {
      pass_on(here, [&](Builder& to) { to.start(text_of(name), attributes); });
    };
    handler_.endElement = [](void* here, const xmlChar* name) {
      pass_on(here, [&](Builder& to) { to.end(text_of(name)); });
    };
  }
  void listen_with_namespaces() {
    handler_.initialized = XML_SAX2_MAGIC;
    handler_.startElementNs = [](void* here, const xmlChar* local, const xmlChar* prefix,
                                 const xmlChar* uri, int, const xmlChar**, int count, int,
                                 const xmlChar** attributes) {
      pass_on(here, [&](Builder& to) {
        to.start(XmlName{text_of(local), text_of(prefix), text_of(uri)},
                 XmlAttributes(attributes, count));
      });
    };
    handler_.endElementNs = [](void* here, const xmlChar* local, const xmlChar* prefix,
                               const xmlChar* uri) {
      pass_on(here, [&](Builder& to) {
        to.end(XmlName{text_of(local), text_of(prefix), text_of(uri)});
      });
    };
  }

  template <typename Event>
  static void pass_on(void* context, const Event& event) {
    auto& events = *static_cast<SaxEvents*>(static_cast<xmlParserCtxt*>(context)->_private);
    if (events.error_) return;
    try {
      event(events.builder_);
    } catch (...) {
      events.error_ = std::current_exception();
    }
  }
  static void say_nothing(void*, const char*, ...) {}

  xmlParserCtxt& context_;
  Builder& builder_;
  xmlSAXHandler* own_handler_;
  xmlSAXHandler handler_{};
  std::exception_ptr error_;
};

}  // namespace oscegraph::press
