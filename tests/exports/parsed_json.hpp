// SPDX-License-Identifier: Apache-2.0
//
// Parses JSON text with RapidJSON, and validates its UTF-8.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace oscegraph::test {

/// Throws when the text is not one JSON value, or not UTF-8. Numbers are kept as text, so they are
/// exact.
inline rapidjson::Document parse_json(const std::string& text) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(
      text.c_str(), text.size());
  if (document.HasParseError())
    throw std::invalid_argument(std::string(GetParseError_En(document.GetParseError())) + " at " +
                                text.substr(document.GetErrorOffset(), 40));
  return document;
}

inline std::string text_of(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd() || !found->value.IsString()) return "no text";
  return {found->value.GetString(), found->value.GetStringLength()};
}

/// The element of an array whose `key` is `value`; throws when there is none.
inline const rapidjson::Value& element_with(const rapidjson::Value& array, const char* key,
                                            std::string_view value) {
  for (const auto& element : array.GetArray())
    if (text_of(element, key) == value) return element;
  throw std::out_of_range("no element with " + std::string(key) + " " + std::string(value));
}

}  // namespace oscegraph::test
