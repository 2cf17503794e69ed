// SPDX-License-Identifier: Apache-2.0
//
// Writes the drawing as PDF, for print. Cairo writes the current time into the file. The same graph
// should give the same bytes, so the time is overwritten in place, which keeps all offsets. Cairo
// 1.18 and later write the time into a compressed stream, which is not changed.
#include <algorithm>

#include "oscegraph/exports/pictures/graphviz/drawing.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"

namespace oscegraph {
namespace {

void forget_time(std::string& pdf) {
  constexpr std::string_view mark = "/CreationDate (D:";
  constexpr std::string_view epoch = "19700101000000";
  const std::size_t found = pdf.find(mark);
  if (found == std::string::npos || found + mark.size() + epoch.size() > pdf.size()) return;
  std::ranges::copy(epoch, pdf.begin() + static_cast<std::ptrdiff_t>(found + mark.size()));
}

}  // namespace

void write_pdf(const Subset& subset, const GraphStyle& style, Output& out, LossReport& losses) {
  std::string pdf = draw(subset, style, {"pdf"}, out.context(), losses);
  forget_time(pdf);
  out.append(pdf);
}

}  // namespace oscegraph
