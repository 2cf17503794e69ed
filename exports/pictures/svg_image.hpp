// SPDX-License-Identifier: Apache-2.0
//
// Renders the pictures that we draw ourselves (as SVG) as PNG and PDF with librsvg, so all formats
// show the same drawing. On one machine, the same SVG gives the same bytes; the fonts of machines
// differ.
#pragma once

#include <cstdint>
#include <string>

#include "oscegraph/exports/pictures/child/picture_work.hpp"

namespace oscegraph {

/// An image with two pixels for each pixel of the SVG, as in images of networks, or fewer (down to
/// one) when the image would be too large. Throws Error when librsvg is not installed or cannot
/// draw the picture, when even one pixel for each is too many, and as make_picture() does, which
/// does the work.
/// Precondition: the SVG is one of SvgPage.
std::string png_of_svg(std::string svg, std::uint64_t memory = 0, const Context& context = {});

/// A PDF of one page as large as the picture, at 96 pixels an inch. Throws as png_of_svg() does.
std::string pdf_of_svg(std::string svg, std::uint64_t memory = 0, const Context& context = {});

/// The same in this process, where it cannot be stopped.
std::string render_png(const std::string& svg);
std::string render_pdf(const std::string& svg);

}  // namespace oscegraph
