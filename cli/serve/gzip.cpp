// SPDX-License-Identifier: Apache-2.0
//
// Reads the header Accept-Encoding, and compresses with zlib.
#include "oscegraph/cli/serve/gzip.hpp"

#include <zlib.h>

#include <memory>
#include <new>
#include <optional>

namespace oscegraph::cli {
namespace {

/// Takes off everything up to the separator, without spaces around it.
std::string_view take_part(std::string_view& text, char separator) {
  const std::size_t end = text.find(separator);
  std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (part.starts_with(' ') || part.starts_with('\t')) part.remove_prefix(1);
  while (part.ends_with(' ') || part.ends_with('\t')) part.remove_suffix(1);
  return part;
}

/// "q=0", "q=0.0": not wanted.
bool is_refused(std::string_view weight) {
  return weight.starts_with("q=0") && weight.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  std::optional<bool> named;
  bool anything = false;
  while (!accept_encoding.empty()) {
    std::string_view choice = take_part(accept_encoding, ',');
    const std::string_view coding = take_part(choice, ';');
    const bool wanted = !is_refused(take_part(choice, ';'));
    if (coding == "gzip") named = wanted;
    if (coding == "*") anything = wanted;
  }
  return named.value_or(anything);
}

std::string gzipped(std::string_view bytes, int level) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16;
  constexpr int usual_memory = 8;
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, usual_memory, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&deflateEnd)> closer(&stream, &deflateEnd);
  std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(packed.size() - stream.avail_out);
  return packed;
}

}  // namespace oscegraph::cli
