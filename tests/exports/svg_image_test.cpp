// SPDX-License-Identifier: Apache-2.0
//
// Tests images of the pictures that we draw ourselves: they show the same drawing as the SVG, in
// the right size and colours, and have the same bytes each time.
#include "oscegraph/exports/pictures/svg_image.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "oscegraph/exports/pictures/svg_page.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/tests/exports/png_pixels.hpp"
#include "oscegraph/tests/exports/written.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

using namespace oscegraph;
using namespace oscegraph::test;

namespace {

std::string page_with_box(double width, double height) {
  Output out;
  SvgPage page(out, width, height, "width=\"7\" & <b>");
  page.box(10, 20, 30, 40, "fill=\"#0072b2\"", "a box");
  page.end();
  return out.text();
}

Graph funded() {
  return make_graph(
      "state:NO funds project:A\nstate:SE funds project:A\noffice:X implements project:A");
}

Table counts() {
  Table table;
  table.columns = {{"state", ColumnType::text}, {"x", ColumnType::integer}};
  table.add_row({std::string("Norway"), std::int64_t{3}});
  table.add_row({std::string("Sweden"), std::monostate{}});
  return table;
}

std::string as(std::string_view format, const Table& table) {
  Output out;
  find_table_format(format)->write(table, {}, out);
  return out.text();
}

/// How many pixels of the image have the colour.
std::size_t pixels_of(const PngPixels& image, std::string_view colour) {
  std::size_t count = 0;
  for (std::uint32_t y = 0; y < image.height(); ++y)
    for (std::uint32_t x = 0; x < image.width(); ++x) count += image.at(x, y) == colour ? 1U : 0U;
  return count;
}

/// "1071" of <svg ... width="1071" ...>.
double size_in(const std::string& svg, const std::string& name) {
  const std::size_t found = svg.find(' ' + name + "=\"");
  return std::stod(svg.substr(found + name.size() + 3));
}

void check_size(const PngPixels& image, const std::string& svg) {
  BOOST_TEST(image.width() == std::ceil(2 * size_in(svg, "width")));
  BOOST_TEST(image.height() == std::ceil(2 * size_in(svg, "height")));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(svg_images)

BOOST_AUTO_TEST_CASE(a_png_has_two_pixels_for_each_of_the_svg) {
  const PngPixels image(png_of_svg(page_with_box(60, 80.3)));
  BOOST_TEST(image.width() == 120U);
  BOOST_TEST(image.height() == 161U);
  BOOST_TEST(image.at(19, 60) == "#ffffff");
  BOOST_TEST(image.at(21, 41) == "#0072b2");
  BOOST_TEST(image.at(78, 118) == "#0072b2");
  BOOST_TEST(image.at(81, 60) == "#ffffff");
  // The page covers the last row only in part: it must be white, too.
  BOOST_TEST(image.at(60, 160) == "#ffffff");
  BOOST_TEST(pixels_of(image, "#0072b2") == 60U * 80U);
}

BOOST_AUTO_TEST_CASE(a_picture_too_large_for_two_pixels_has_fewer_or_is_refused) {
  const PngPixels image(png_of_svg(page_with_box(50, 20'000)));
  BOOST_TEST(image.height() == 32'767U);
  BOOST_TEST(image.at(32, 60) == "#0072b2");
  BOOST_CHECK_EXCEPTION(png_of_svg(page_with_box(50, 40'000)), Error, [](const Error& error) {
    return contains(error.what(), "too large for a PNG: 50 x 40,000 pixels");
  });
  BOOST_TEST(pdf_of_svg(page_with_box(50, 40'000)).starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(flows_are_the_same_picture_in_all_formats) {
  const Graph graph = funded();
  const std::string svg = written("sankey", graph).text;
  const Written png = written("sankey-png", graph);
  const PngPixels image(png.text);
  check_size(image, svg);
  BOOST_TEST(png.text == png_of_svg(svg));
  BOOST_TEST(written("sankey-pdf", graph).text == pdf_of_svg(svg));
  BOOST_TEST((png.lost == written("sankey", graph).lost));
  // The office's bar, and words.
  BOOST_TEST(contains(svg, "fill=\"#009e73\""));
  BOOST_TEST(pixels_of(image, "#009e73") > 500U);
  BOOST_TEST(pixels_of(image, "#222222") > 100U);
}

BOOST_AUTO_TEST_CASE(shades_are_the_same_picture_in_all_formats) {
  const std::string svg = as("heatmap", counts());
  const PngPixels image(as("heatmap-png", counts()));
  check_size(image, svg);
  // One cell of 32 by 32 is dark, save the number in it; the other is empty.
  BOOST_TEST(contains(svg, "fill=\"#0072b2\""));
  BOOST_TEST(pixels_of(image, "#0072b2") > 3'000U);
  BOOST_TEST(pixels_of(image, "#f4f4f4") > 3'900U);
  BOOST_TEST(as("heatmap-pdf", counts()) == pdf_of_svg(svg));
}

BOOST_AUTO_TEST_CASE(a_pdf_is_one_page_and_has_no_time) {
  const std::string svg = page_with_box(100, 80);
  const std::string pdf = pdf_of_svg(svg);
  BOOST_TEST(pdf.starts_with("%PDF-"));
  BOOST_TEST(contains(pdf, "%%EOF"));
  BOOST_TEST(pdf == pdf_of_svg(svg));
  // Later versions of cairo compress the page size.
  if (contains(pdf, "/MediaBox")) BOOST_TEST(contains(pdf, "/MediaBox [ 0 0 75 60 ]"));
  if (contains(pdf, "/CreationDate")) BOOST_TEST(contains(pdf, "/CreationDate (19700101"));
}

BOOST_AUTO_TEST_CASE(what_is_no_svg_is_told) {
  BOOST_CHECK_EXCEPTION(png_of_svg("<svg width=\"10\" height=\"10\"><title>"), Error,
                        [](const Error& error) {
                          return contains(error.what(), "librsvg cannot draw the picture: ");
                        });
}

BOOST_AUTO_TEST_SUITE_END()
