// SPDX-License-Identifier: Apache-2.0
//
// Loads librsvg and cairo when a picture that we draw ourselves is first rendered as an image; if
// they were linked, every command would start more slowly. The few functions that we use have not
// changed since librsvg 2.46 and cairo 1.16. They are declared here, so that the build does not
// need the headers of the libraries.
#pragma once

#include <cstddef>

namespace oscegraph {

struct RsvgHandle;    ///< an SVG that was read
struct CairoSurface;  ///< cairo_surface_t, the image or page
struct Cairo;         ///< cairo_t, a drawing context
struct GlibError {
  unsigned domain;
  int code;
  char* message;
};
struct RsvgRectangle {
  double x;
  double y;
  double width;
  double height;
};

/// 0 is success.
using CairoStatus = int;
using CairoWrite = CairoStatus (*)(void* closure, const unsigned char* bytes, unsigned length);

struct PictureLibrary {
  RsvgHandle* (*read)(const unsigned char* bytes, std::size_t length, GlibError** error) = nullptr;
  int (*render)(RsvgHandle*, Cairo*, const RsvgRectangle*, GlibError** error) = nullptr;
  void (*unref)(void* object) = nullptr;
  void (*free_error)(GlibError*) = nullptr;

  CairoSurface* (*image)(int format, int width, int height) = nullptr;
  CairoSurface* (*pdf)(CairoWrite, void* closure, double width, double height) = nullptr;
  void (*pdf_metadata)(CairoSurface*, int which, const char* text) = nullptr;
  CairoStatus (*write_png)(CairoSurface*, CairoWrite, void* closure) = nullptr;
  void (*finish)(CairoSurface*) = nullptr;
  CairoStatus (*surface_status)(CairoSurface*) = nullptr;
  void (*destroy_surface)(CairoSurface*) = nullptr;
  Cairo* (*create)(CairoSurface*) = nullptr;
  void (*source)(Cairo*, double red, double green, double blue) = nullptr;
  void (*paint)(Cairo*) = nullptr;
  void (*destroy)(Cairo*) = nullptr;
  CairoStatus (*status)(Cairo*) = nullptr;
  const char* (*status_text)(CairoStatus) = nullptr;
};

/// Loads the library on first use. Throws Error with what to install when it is not installed.
const PictureLibrary& picture_library();

}  // namespace oscegraph
