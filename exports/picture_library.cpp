// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/picture_library.hpp"

#include <dlfcn.h>

#include <string>

#include "oscegraph/graph/error.hpp"

namespace oscegraph {
namespace {

/// cairo and GLib are looked for through librsvg, which has loaded its own.
template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw Error("the librsvg found here has no " + std::string(name), "",
                "install librsvg 2.46 or later, or write .svg");
}

PictureLibrary load_picture_library() {
  void* library = nullptr;
  for (const char* name : {"librsvg-2.so.2", "librsvg-2.so", "librsvg-2.2.dylib"})
    if (library == nullptr) library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw Error("flows and heat maps as PNG or PDF need librsvg, which is not installed here", "",
                "install it (Debian: librsvg2-2), or write .svg");
  PictureLibrary result;
  find(library, "rsvg_handle_new_from_data", result.read);
  find(library, "rsvg_handle_render_document", result.render);
  find(library, "g_object_unref", result.unref);
  find(library, "g_error_free", result.free_error);
  find(library, "cairo_image_surface_create", result.image);
  find(library, "cairo_pdf_surface_create_for_stream", result.pdf);
  find(library, "cairo_pdf_surface_set_metadata", result.pdf_metadata);
  find(library, "cairo_surface_write_to_png_stream", result.write_png);
  find(library, "cairo_surface_finish", result.finish);
  find(library, "cairo_surface_status", result.surface_status);
  find(library, "cairo_surface_destroy", result.destroy_surface);
  find(library, "cairo_create", result.create);
  find(library, "cairo_set_source_rgb", result.source);
  find(library, "cairo_paint", result.paint);
  find(library, "cairo_destroy", result.destroy);
  find(library, "cairo_status", result.status);
  find(library, "cairo_status_to_string", result.status_text);
  return result;
}

}  // namespace

const PictureLibrary& picture_library() {
  static const PictureLibrary library = load_picture_library();
  return library;
}

}  // namespace oscegraph
