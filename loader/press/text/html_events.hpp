// SPDX-License-Identifier: Apache-2.0
//
// Passes the events of libxml2's HTML parser to a builder, which is a class in C++.
#pragma once

#include <cstddef>
#include <exception>
#include <string_view>

#include "oscegraph/loader/inputs/xml/xml_library.hpp"

namespace oscegraph::press {

/// The value of an attribute; "" when there is none.
inline std::string_view attribute(const xmlChar** attributes, std::string_view name) {
  for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
    if (text_of(attributes[0]) == name) return text_of(attributes[1]);
  return {};
}

/// As long as it lives, `context` calls the builder's start(name, attributes), end(name) and
/// characters(text). No exception may pass through the C library, so the first one is kept here and
/// later events are dropped.
template <typename Builder>
class HtmlEvents {
 public:
  HtmlEvents(htmlParserCtxt& context, Builder& builder)
      : context_(context),
        builder_(builder),
        own_handler_(context.sax) {
    handler_.startElement = [](void* here, const xmlChar* name, const xmlChar** attributes) {
      pass_on(here, [&](Builder& to) { to.start(text_of(name), attributes); });
    };
    handler_.endElement = [](void* here, const xmlChar* name) {
      pass_on(here, [&](Builder& to) { to.end(text_of(name)); });
    };
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
  ~HtmlEvents() {
    context_.sax = own_handler_;
    if (context_.myDoc != nullptr) xml_library().free_document(context_.myDoc);
    context_.myDoc = nullptr;
  }
  HtmlEvents(const HtmlEvents&) = delete;
  HtmlEvents& operator=(const HtmlEvents&) = delete;

  /// Call it after parsing. Throws what the builder has thrown.
  void rethrow() const {
    if (error_) std::rethrow_exception(error_);
  }

 private:
  template <typename Event>
  static void pass_on(void* context, const Event& event) {
    auto& events = *static_cast<HtmlEvents*>(static_cast<htmlParserCtxt*>(context)->_private);
    if (events.error_) return;
    try {
      event(events.builder_);
    } catch (...) {
      events.error_ = std::current_exception();
    }
  }
  static void say_nothing(void*, const char*, ...) {}

  htmlParserCtxt& context_;
  Builder& builder_;
  xmlSAXHandler* own_handler_;
  xmlSAXHandler handler_{};
  std::exception_ptr error_;
};

}  // namespace oscegraph::press
