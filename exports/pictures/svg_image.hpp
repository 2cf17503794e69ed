// SPDX-License-Identifier: Apache-2.0
//
// The pictures we draw ourselves as images: the same SVG, rendered by librsvg, so that there is one
// drawing for all. The same SVG gives the same bytes on one machine; fonts are the machine's.
#pragma once

#include <cstdint>
#include <string>

#include "oscegraph/exports/pictures/work/picture_work.hpp"

namespace oscegraph {

/// Two pixels for each of the SVG, as in images of networks, fewer where no PNG could hold so many.
/// Throws Error when librsvg is not there or cannot draw it, when a PNG cannot hold one for each, and as
/// make_picture() does, which does the work.
/// Precondition: the SVG is one of SvgPage.
std::string png_of_svg(std::string svg, std::uint64_t memory = 0, const Context& context = {});

/// One page as large as the picture at 96 pixels an inch. Throws likewise.
std::string pdf_of_svg(std::string svg, std::uint64_t memory = 0, const Context& context = {});

/// The same in this process, where nothing stops it.
std::string render_png(const std::string& svg);
std::string render_pdf(const std::string& svg);

}  // namespace oscegraph
