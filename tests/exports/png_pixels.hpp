// SPDX-License-Identifier: Apache-2.0
//
// Reads a PNG file: its size and the colour of each pixel. Only 8-bit RGB without interlacing is
// supported, which our own pictures have.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace oscegraph::test {

class PngPixels {
 public:
  explicit PngPixels(std::string_view png) {
    if (!png.starts_with("\x89PNG\r\n\x1A\n")) throw std::runtime_error("no PNG");
    std::string packed;
    for (std::size_t at = 8; at + 12 <= png.size();) {
      const std::uint32_t length = number(png, at);
      const std::string_view name = png.substr(at + 4, 4);
      const std::string_view data = png.substr(at + 8, length);
      if (name == "IHDR") read_head(data);
      if (name == "IDAT") packed += data;
      at += 12 + length;
    }
    unpack(packed);
  }

  [[nodiscard]] std::uint32_t width() const { return width_; }
  [[nodiscard]] std::uint32_t height() const { return height_; }
  /// "#rrggbb".
  [[nodiscard]] std::string at(std::uint32_t x, std::uint32_t y) const {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string colour = "#";
    for (std::size_t i = 0; i < 3; ++i) {
      const auto byte = static_cast<unsigned char>(rows_.at(y * row_size() + 1 + x * 3 + i));
      colour += hex[byte >> 4U];
      colour += hex[byte & 15U];
    }
    return colour;
  }

 private:
  static std::uint32_t number(std::string_view bytes, std::size_t at) {
    std::uint32_t result = 0;
    for (std::size_t i = 0; i < 4; ++i)
      result = result << 8U | static_cast<unsigned char>(bytes.at(at + i));
    return result;
  }

  void read_head(std::string_view data) {
    width_ = number(data, 0);
    height_ = number(data, 4);
    if (data.substr(8, 5) != std::string_view("\x08\x02\0\0\0", 5))
      throw std::runtime_error("not RGB of eight bits");
  }

  /// The size of a row in bytes, with the filter byte in front.
  [[nodiscard]] std::size_t row_size() const { return 1 + std::size_t{width_} * 3; }

  void unpack(const std::string& packed) {
    rows_.resize(row_size() * height_);
    uLongf size = static_cast<uLongf>(rows_.size());
    const auto* from = reinterpret_cast<const Bytef*>(packed.data());
    if (::uncompress(reinterpret_cast<Bytef*>(rows_.data()), &size, from,
                     static_cast<uLong>(packed.size())) != Z_OK ||
        size != rows_.size())
      throw std::runtime_error("damaged");
    for (std::size_t y = 0; y < height_; ++y)
      for (std::size_t i = 1; i < row_size(); ++i) unfilter(y, i);
  }

  void unfilter(std::size_t y, std::size_t i) {
    const int left = i > 3 ? byte(y, i - 3) : 0;
    const int above = y > 0 ? byte(y - 1, i) : 0;
    const int corner = y > 0 && i > 3 ? byte(y - 1, i - 3) : 0;
    int guess = 0;
    switch (rows_[y * row_size()]) {
      case 1: guess = left; break;
      case 2: guess = above; break;
      case 3: guess = (left + above) / 2; break;
      case 4: guess = nearest(left, above, corner); break;
      default: break;
    }
    char& place = rows_[y * row_size() + i];
    place = static_cast<char>(static_cast<unsigned char>(place) + guess);
  }

  [[nodiscard]] int byte(std::size_t y, std::size_t i) const {
    return static_cast<unsigned char>(rows_[y * row_size() + i]);
  }

  static int nearest(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int to_left = std::abs(guess - left);
    const int to_above = std::abs(guess - above);
    const int to_corner = std::abs(guess - corner);
    if (to_left <= to_above && to_left <= to_corner) return left;
    return to_above <= to_corner ? above : corner;
  }

  std::uint32_t width_ = 0;
  std::uint32_t height_ = 0;
  std::string rows_;
};

}  // namespace oscegraph::test
