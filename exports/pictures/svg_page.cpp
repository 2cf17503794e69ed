// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/svg_page.hpp"

#include <cmath>

#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

std::string svg_number(double value) {
  const double rounded = std::round(value * 10) / 10;
  return to_text(rounded == 0 ? 0.0 : rounded);
}

SvgPage::SvgPage(Output& out, double width, double height, std::string_view title) : xml_(out) {
  const std::string size = svg_number(width) + ' ' + svg_number(height);
  xml_.markup(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  xml_.attribute("width", svg_number(width)).attribute("height", svg_number(height));
  xml_.attribute("viewBox", "0 0 " + size).attribute("role", "img");
  xml_.attribute("font-family", "Helvetica,Arial,sans-serif").markup(">\n<title>");
  xml_.text(harmless(title))
      .markup("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
}

void SvgPage::end() { xml_.markup("</svg>\n"); }

void SvgPage::text(double x, double y, std::string_view words, const TextLook& look) {
  xml_.markup("<text").attribute("x", svg_number(x)).attribute("y", svg_number(y));
  xml_.attribute("font-size", svg_number(look.size)).attribute("fill", look.colour);
  if (look.bold) xml_.attribute("font-weight", "bold");
  if (look.anchor == Anchor::middle) xml_.attribute("text-anchor", "middle");
  if (look.anchor == Anchor::end) xml_.attribute("text-anchor", "end");
  if (look.turn != 0)
    xml_.attribute("transform", "rotate(" + svg_number(look.turn) + ' ' + svg_number(x) + ' ' +
                                    svg_number(y) + ')');
  xml_.markup(">").text(harmless(words)).markup("</text>\n");
}

double SvgPage::lines(double x, double y, std::span<const std::string> words,
                      const TextLook& look) {
  for (const std::string& line : words) {
    text(x, y, line, look);
    y += 1.3 * look.size;
  }
  return y;
}

void SvgPage::box(double x, double y, double width, double height, std::string_view attributes,
                  std::string_view tooltip) {
  xml_.markup("<rect").attribute("x", svg_number(x)).attribute("y", svg_number(y));
  xml_.attribute("width", svg_number(width)).attribute("height", svg_number(height));
  xml_.markup(" ").markup(attributes).markup("><title>");
  xml_.text(harmless(tooltip)).markup("</title></rect>\n");
}

void SvgPage::shape(std::string_view path, std::string_view attributes, std::string_view tooltip,
                    std::string_view link) {
  if (!link.empty()) xml_.markup("<a").attribute("href", link).markup(">");
  xml_.markup("<path").attribute("d", path).markup(" ").markup(attributes).markup("><title>");
  xml_.text(harmless(tooltip)).markup("</title></path>").markup(link.empty() ? "\n" : "</a>\n");
}

double SvgPage::text_width(std::string_view words, double size) {
  constexpr double mean_advance = 0.56;  // mean width of Helvetica's letters, in ems
  return static_cast<double>(display_width(harmless(words))) * size * mean_advance;
}

}  // namespace oscegraph
