// SPDX-License-Identifier: Apache-2.0
//
// Checks the values of Content-Length and Transfer-Encoding. Several headers of one name are read
// as one list.
#include "oscegraph/cli/serve/framing.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::string_view blanks = " \t";

std::string trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  text.remove_prefix(begin);
  text = text.substr(0, text.find_last_not_of(blanks) + 1);
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

/// The values of all headers of a name as one list, as section 5.3 of RFC 9110 joins them.
std::vector<std::string> listed(const Headers& headers, std::string_view name) {
  std::vector<std::string> elements;
  for (const auto& [key, value] : headers) {
    if (key != name) continue;
    std::string_view rest = value;
    for (;;) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      elements.push_back(trimmed(rest.substr(0, comma)));
      if (comma == rest.size()) break;
      rest.remove_prefix(comma + 1);
    }
  }
  return elements;
}

bool is_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<FramingFault> coding_fault(const std::vector<std::string>& codings) {
  if (codings.back() != "chunked")
    return FramingFault{400,
                        "the last Transfer-Encoding is not 'chunked', so the end of the body "
                        "is not known"};
  if (std::ranges::count(codings, "chunked") > 1)
    return FramingFault{400, "the Transfer-Encoding 'chunked' is given twice"};
  if (codings.size() > 1)
    return FramingFault{501, "the Transfer-Encoding " + in_quotes(codings.front()) +
                                 " is not understood here, only 'chunked' alone"};
  return std::nullopt;
}

}  // namespace

std::optional<FramingFault> framing_fault(unsigned version, const Headers& headers) {
  const std::vector<std::string> codings = listed(headers, "transfer-encoding");
  const std::vector<std::string> lengths = listed(headers, "content-length");
  if (lengths.size() > 1) return FramingFault{400, "the Content-Length is given twice"};
  if (!lengths.empty() && !is_number(lengths.front()))
    return FramingFault{400, "the Content-Length is no number"};
  if (codings.empty()) return std::nullopt;
  if (!lengths.empty())
    return FramingFault{400, "a request has a Content-Length or a Transfer-Encoding, not both"};
  if (version < 11) return FramingFault{400, "HTTP/1.0 has no Transfer-Encoding"};
  return coding_fault(codings);
}

}  // namespace oscegraph::cli
