// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/svg_image.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <exception>
#include <memory>
#include <string_view>
#include <utility>

#include "oscegraph/exports/pictures/child/picture_library.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

constexpr int without_alpha = 1;  // CAIRO_FORMAT_RGB24: the page of the SVG is white
constexpr int create_date = 5;    // CAIRO_PDF_METADATA_CREATE_DATE
constexpr CairoStatus write_error = 11;

constexpr double usual_scale = 2;
constexpr double longest_side = 32'767;      // cairo's limit for images
constexpr double most_pixels = 150'000'000;  // 600 MB while it is drawn

struct Size {
  double width = 0;
  double height = 0;
};

double number_after(std::string_view text, std::string_view name) {
  const std::size_t found = text.find(name);
  double number = 0;
  if (found == std::string_view::npos) return number;
  const char* begin = text.data() + found + name.size();
  std::from_chars(begin, text.data() + text.size(), number);
  return number;
}

Size size_of(std::string_view svg) {
  const std::string_view head = svg.substr(0, svg.find("<title>"));
  return {number_after(head, " width=\""), number_after(head, " height=\"")};
}

Error cannot_draw(const std::string& why) {
  return Error("librsvg cannot draw the picture: " + why, "", "write .svg");
}

struct DestroySurface {
  void operator()(CairoSurface* surface) const { picture_library().destroy_surface(surface); }
};
struct DestroyCairo {
  void operator()(Cairo* cairo) const { picture_library().destroy(cairo); }
};
struct Unref {
  void operator()(RsvgHandle* handle) const { picture_library().unref(handle); }
};
using Surface = std::unique_ptr<CairoSurface, DestroySurface>;

/// Makes an Error from GLib's error, which it takes over and frees.
Error in_words(GlibError* error) {
  const std::unique_ptr<GlibError, decltype(picture_library().free_error)> owned(
      error, picture_library().free_error);
  return cannot_draw(error == nullptr ? "it does not say why" : error->message);
}

void check(CairoStatus status) {
  if (status != 0) throw cannot_draw(picture_library().status_text(status));
}

void draw_on(CairoSurface* surface, const std::string& svg, const Size& size) {
  const PictureLibrary& library = picture_library();
  GlibError* error = nullptr;
  const std::unique_ptr<RsvgHandle, Unref> handle(
      library.read(reinterpret_cast<const unsigned char*>(svg.data()), svg.size(), &error));
  if (handle == nullptr) throw in_words(error);
  const std::unique_ptr<Cairo, DestroyCairo> cairo(library.create(surface));
  library.source(cairo.get(), 1, 1, 1);  // white, for pixels that the page covers only in part
  library.paint(cairo.get());
  const RsvgRectangle page{0, 0, size.width, size.height};
  if (library.render(handle.get(), cairo.get(), &page, &error) == 0) throw in_words(error);
  check(library.status(cairo.get()));
}

/// cairo is C: an exception must not pass through it.
CairoStatus append(void* closure, const unsigned char* bytes, unsigned length) {
  try {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), length);
    return 0;
  } catch (const std::exception&) {
    return write_error;
  }
}

double scale_of(const Size& size) {
  const double scale = std::min({usual_scale, longest_side / std::max(size.width, size.height),
                                 std::sqrt(most_pixels / (size.width * size.height))});
  if (scale >= 1) return scale;
  throw Error(
      "the picture is too large for a PNG: " + grouped(static_cast<std::uint64_t>(size.width)) +
          " x " + grouped(static_cast<std::uint64_t>(size.height)) + " pixels",
      "", "write .svg or .pdf, or narrow the graph first");
}

PictureWork rendering(std::string svg, std::string format) {
  return {.tool = PictureTool::librsvg,
          .format = std::move(format),
          .source = std::move(svg),
          .what = "the picture",
          .way_out = "write .svg, or narrow the graph"};
}

}  // namespace

std::string png_of_svg(std::string svg, std::uint64_t memory, const Context& context) {
  return make_picture(rendering(std::move(svg), "png"), memory, context);
}

std::string pdf_of_svg(std::string svg, std::uint64_t memory, const Context& context) {
  return make_picture(rendering(std::move(svg), "pdf"), memory, context);
}

std::string render_png(const std::string& svg) {
  const PictureLibrary& library = picture_library();
  const Size size = size_of(svg);
  const double scale = scale_of(size);
  const Size scaled{size.width * scale, size.height * scale};
  const Surface image(library.image(without_alpha, static_cast<int>(std::ceil(scaled.width)),
                                    static_cast<int>(std::ceil(scaled.height))));
  check(library.surface_status(image.get()));
  draw_on(image.get(), svg, scaled);
  std::string png;
  check(library.write_png(image.get(), append, &png));
  return png;
}

std::string render_pdf(const std::string& svg) {
  constexpr double points_in_a_pixel = 0.75;
  const PictureLibrary& library = picture_library();
  const Size size = size_of(svg);
  const Size points{size.width * points_in_a_pixel, size.height * points_in_a_pixel};
  std::string pdf;
  const Surface page(library.pdf(append, &pdf, points.width, points.height));
  check(library.surface_status(page.get()));
  library.pdf_metadata(page.get(), create_date,
                       "1970-01-01T00:00:00Z");  // the same bytes each time
  draw_on(page.get(), svg, points);
  library.finish(page.get());
  check(library.surface_status(page.get()));
  return pdf;
}

}  // namespace oscegraph
