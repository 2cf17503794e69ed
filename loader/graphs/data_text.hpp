// SPDX-License-Identifier: Apache-2.0
//
// Collects the text of a <data> element of GraphML. Most <data> elements hold plain text; the text
// of nested elements is part of it. In files of yEd, a <data> element describes how a node or edge
// is drawn; then the labels are collected: <y:NodeLabel> and <y:EdgeLabel> in files of yEd,
// <y:Label> in those of newer yFiles programs. A group node has a description for its open and one
// for its closed state; only the one that is drawn is used.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/inputs/xml/xml_reader.hpp"

namespace oscegraph {

class DataText {
 public:
  enum class Holds : unsigned char { text, graphics };

  void begin(Holds holds);
  /// A nested element begins. Returns false when its content is to be skipped.
  bool start(const XmlElement& element);
  /// Call it for each element for which start() was called.
  void end();
  void text(std::string_view piece);

  /// The whole text of a plain <data>, as written.
  [[nodiscard]] const std::string& whole() const { return text_; }
  /// The labels of graphics that are not empty, each on one line.
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }

 private:
  /// An element that has begun and not ended.
  struct Open {
    bool breaks = false;     ///< separated from the text beside it
    bool is_label = false;   ///< its own text is a label's
    bool is_choice = false;  ///< only one of its child elements is drawn
    std::size_t drawn = 0;   ///< which one
    std::size_t inside = 0;  ///< number of children so far
  };
  bool start_in_graphics(const XmlElement& element);
  void add_label(std::string_view text);

  Holds holds_ = Holds::text;
  std::string text_;
  std::vector<std::string> labels_;
  std::vector<Open> open_;
};

}  // namespace oscegraph
