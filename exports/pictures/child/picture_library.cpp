// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/child/picture_library.hpp"

#include "oscegraph/graph/libraries/opened_library.hpp"

namespace oscegraph {
namespace {

PictureLibrary load_picture_library() {
  // cairo's and GLib's functions are found through librsvg, which has loaded those libraries.
  const OpenedLibrary library(
      {"librsvg-2.so.2", "librsvg-2.so", "librsvg-2.2.dylib"},
      {"librsvg", "flows and heat maps as PNG or PDF need librsvg, which is not installed here",
       "install it (Debian: librsvg2-2), or write .svg",
       "install librsvg 2.46 or later, or write .svg"});
  PictureLibrary result;
  library.find("rsvg_handle_new_from_data", result.read);
  library.find("rsvg_handle_render_document", result.render);
  library.find("g_object_unref", result.unref);
  library.find("g_error_free", result.free_error);
  library.find("cairo_image_surface_create", result.image);
  library.find("cairo_pdf_surface_create_for_stream", result.pdf);
  library.find("cairo_pdf_surface_set_metadata", result.pdf_metadata);
  library.find("cairo_surface_write_to_png_stream", result.write_png);
  library.find("cairo_surface_finish", result.finish);
  library.find("cairo_surface_status", result.surface_status);
  library.find("cairo_surface_destroy", result.destroy_surface);
  library.find("cairo_create", result.create);
  library.find("cairo_set_source_rgb", result.source);
  library.find("cairo_paint", result.paint);
  library.find("cairo_destroy", result.destroy);
  library.find("cairo_status", result.status);
  library.find("cairo_status_to_string", result.status_text);
  return result;
}

}  // namespace

const PictureLibrary& picture_library() {
  static const PictureLibrary library = load_picture_library();
  return library;
}

}  // namespace oscegraph
