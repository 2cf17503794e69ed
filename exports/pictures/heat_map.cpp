// SPDX-License-Identifier: Apache-2.0
//
// Draws a table of counts as a heat map: rows down, columns across, darker cells for larger
// numbers, and the number in every cell. There is only one colour, from light to dark, so that the
// map can be read in grey and by colour-blind people. Throws an error if a shown column after the
// first contains anything but whole numbers.
#include <algorithm>
#include <cmath>

#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"
#include "oscegraph/exports/pictures/svg_image.hpp"
#include "oscegraph/exports/pictures/svg_page.hpp"
#include "oscegraph/exports/text/cell_text.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {
namespace {

constexpr double cell = 34;
constexpr double margin = 24;
constexpr double label_size = 12;
constexpr double least_page = 560;

struct Shade {
  std::string fill;
  std::string_view text;
};

/// A shade between almost white (0) and the palette's blue (1), and a readable text colour for it.
Shade shade(double part) {
  const Colour dark = colour_of(Relation::funds);
  const auto mix = [part](std::uint8_t channel) {
    const double strength = 0.12 + 0.88 * part;
    return static_cast<std::uint8_t>(std::lround(255 + strength * (channel - 255.0)));
  };
  return {Colour{mix(dark.red), mix(dark.green), mix(dark.blue)}.hex(),
          part > 0.9 ? "#ffffff" : "#222222"};
}

class HeatMapWriter {
 public:
  explicit HeatMapWriter(const Table& table) : table_(table) {
    bool others = false;
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
      if (table.columns[c].type == ColumnType::integer) counts_.push_back(c);
      else others = others || !table.columns[c].detail;
    }
    if (counts_.empty() || others || table.columns.front().type != ColumnType::text)
      throw Error("this table is not all counts, as a heat map has to be", "",
                  "'funding --matrix' gives one that has");
    for (const auto& row : table.rows) {
      names_.push_back(human_text(row.front()));
      for (const std::size_t c : counts_) most_ = std::max(most_, count(row[c]));
    }
  }

  void write(Output& out) {
    const double left = margin + widest(names_) + 10;
    std::vector<std::string> heads;
    for (const std::size_t c : counts_) heads.push_back(human_name(table_.columns[c].name));
    const double top = 64 + widest(heads);
    const double width =
        std::max(left + cell * static_cast<double>(counts_.size()) + margin, least_page);
    const double below = top + cell * static_cast<double>(names_.size()) + 24;
    const auto notes = wrapped_notes(width);
    const std::string title =
        table_.title.empty() ? "Projects between States and offices" : table_.title;
    SvgPage page(out, width, below + 15 * static_cast<double>(notes.size()) + margin, title);
    page.text(margin, 38, title, {.size = 20, .bold = true});
    for (std::size_t i = 0; i < heads.size(); ++i)
      page.text(left + cell * (static_cast<double>(i) + 0.62), top - 8, heads[i],
                {.size = label_size, .turn = -90});
    for (std::size_t r = 0; r < names_.size(); ++r) write_row(page, left, top, r, heads);
    page.lines(margin, below, notes, {.size = 11, .colour = "#555555"});
    page.end();
  }

 private:
  static std::int64_t count(const Cell& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number == nullptr ? 0 : *number;
  }

  static double widest(const std::vector<std::string>& texts) {
    double width = 0;
    for (const std::string& text : texts)
      width = std::max(width, SvgPage::text_width(text, label_size));
    return width;
  }

  [[nodiscard]] std::vector<std::string> wrapped_notes(double width) const {
    std::vector<std::string> lines;
    const auto cells =
        static_cast<std::size_t>((width - 2 * margin) / SvgPage::text_width("x", 11));
    for (const std::string& note : table_.notes)
      for (std::string& line : wrap(harmless(note), cells)) lines.push_back(std::move(line));
    return lines;
  }

  void write_row(SvgPage& page, double left, double top, std::size_t r,
                 const std::vector<std::string>& heads) const {
    const double y = top + cell * static_cast<double>(r);
    page.text(left - 10, y + 0.62 * cell, names_[r], {.size = label_size, .anchor = Anchor::end});
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const std::int64_t value = count(table_.rows[r][counts_[i]]);
      const double x = left + cell * static_cast<double>(i);
      const Shade look = shade(static_cast<double>(value) / static_cast<double>(most_));
      page.box(x + 1, y + 1, cell - 2, cell - 2,
               "rx=\"3\" fill=\"" + (value > 0 ? look.fill : "#f4f4f4") + '"',
               names_[r] + ", " + heads[i] + ": " + human_text(table_.rows[r][counts_[i]]));
      if (value > 0)
        page.text(x + cell / 2, y + 0.62 * cell, to_text(value),
                  {.size = 13, .anchor = Anchor::middle, .colour = look.text});
    }
  }

  const Table& table_;
  std::vector<std::size_t> counts_;
  std::vector<std::string> names_;
  std::int64_t most_ = 1;
};

}  // namespace

void write_heat_map(const Table& table, const TableStyle& /*style*/, Output& out) {
  HeatMapWriter(table).write(out);
}

void write_heat_map_png(const Table& table, const TableStyle& style, Output& out) {
  Output svg;
  write_heat_map(table, style, svg);
  out.append(png_of_svg(svg.text(), {}, out.context()));
}

void write_heat_map_pdf(const Table& table, const TableStyle& style, Output& out) {
  Output svg;
  write_heat_map(table, style, svg);
  out.append(pdf_of_svg(svg.text(), {}, out.context()));
}

}  // namespace oscegraph
