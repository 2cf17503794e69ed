// SPDX-License-Identifier: Apache-2.0
//
// Writes an SVG page with a title above and small print below, for the pictures we draw ourselves
// (sankey.cpp, heat_map.cpp). Text stays text, and coordinates have one decimal. A shape has a
// `<title>`, which browsers show as its tooltip and screen readers read.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/exports/output/output.hpp"
#include "oscegraph/exports/text/xml_writer.hpp"

namespace oscegraph {

enum class Anchor : std::uint8_t { start, middle, end };

struct TextLook {
  double size = 12;
  Anchor anchor = Anchor::start;
  std::string_view colour = "#222222";
  bool bold = false;
  double turn = 0;  ///< degrees, around the text's own point
};

class SvgPage {
 public:
  SvgPage(Output& out, double width, double height, std::string_view title);
  void end();

  void text(double x, double y, std::string_view words, const TextLook& look = {});
  /// Writes each of the words as a line, from `y` downwards; returns the y of the next line.
  double lines(double x, double y, std::span<const std::string> words, const TextLook& look);
  void box(double x, double y, double width, double height, std::string_view attributes,
           std::string_view tooltip);
  /// `path` is a `d` attribute. `link` may be empty.
  void shape(std::string_view path, std::string_view attributes, std::string_view tooltip,
             std::string_view link = {});

  void report(LossReport& losses) const { xml_.report(losses); }

  /// An estimate of the width of a text of this size.
  static double text_width(std::string_view words, double size);

 private:
  XmlWriter xml_;
};

/// The number with one decimal, never "-0".
std::string svg_number(double value);

}  // namespace oscegraph
