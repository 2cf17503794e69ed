// SPDX-License-Identifier: Apache-2.0
//
// What the <data> of a GraphML file says. Most hold a text, and the text of elements inside of it is a
// part of it. yEd's hold how a node or edge is drawn, and with that its labels: <y:NodeLabel> and
// <y:EdgeLabel> in files of yEd, <y:Label> in those of newer yFiles programs. Of a group that has one
// look open and one closed, the look that is drawn counts.
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
  /// An element inside of it. false: what is in that is of no interest.
  bool start(const XmlElement& element);
  /// Of an element for which start() was called.
  void end();
  void text(std::string_view piece);

  /// Of a text: as it is written.
  [[nodiscard]] const std::string& whole() const { return text_; }
  /// Of graphics: those that are not empty, each on one line.
  [[nodiscard]] const std::vector<std::string>& labels() const { return labels_; }

 private:
  /// An element that is open.
  struct Open {
    bool breaks = false;     ///< stands apart from the text beside it
    bool is_label = false;   ///< its own text is a label's
    bool is_choice = false;  ///< of its elements one is drawn
    std::size_t drawn = 0;   ///< the number of that one
    std::size_t inside = 0;  ///< how many elements it had so far
  };
  bool start_in_graphics(const XmlElement& element);
  void add_label(std::string_view text);

  Holds holds_ = Holds::text;
  std::string text_;
  std::vector<std::string> labels_;
  std::vector<Open> open_;
};

}  // namespace oscegraph
