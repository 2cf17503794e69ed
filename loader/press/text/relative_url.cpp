// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/text/relative_url.hpp"

#include <algorithm>
#include <vector>

namespace oscegraph::press {
namespace {

/// The length of a scheme such as "https:"; 0 when the text begins with none.
std::size_t scheme_length(std::string_view url) {
  const std::size_t end =
      url.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
  return end != std::string_view::npos && end > 1 && url[end] == ':' ? end + 1 : 0;
}

/// Resolves dot segments: "/a/../b" becomes "/b".
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> parts;
  bool folder = false;  // whether the path ends in '/'
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at + 1), path.size());
    const std::string_view part = path.substr(at + 1, end - at - 1);
    folder = part == "." || part == ".." || part.empty();
    if (part == ".." && !parts.empty()) parts.pop_back();
    else if (!folder) parts.push_back(part);
    at = end;
  }
  std::string result;
  for (const std::string_view part : parts) result.append("/").append(part);
  return folder || result.empty() ? result + '/' : result;
}

}  // namespace

std::string absolute_url(std::string_view link, std::string_view base) {
  const std::size_t scheme = scheme_length(base);
  if (link.empty() || scheme_length(link) > 0 || !base.substr(scheme).starts_with("//"))
    return std::string(link);
  if (link.starts_with("//")) return std::string(base.substr(0, scheme)).append(link);
  base = base.substr(0, base.find('#'));
  if (link.starts_with('#')) return std::string(base).append(link);
  base = base.substr(0, base.find('?'));
  const std::size_t path = std::min(base.find('/', scheme + 2), base.size());
  const std::string_view host = base.substr(0, path);
  if (link.starts_with('?')) return std::string(base).append(link);
  const std::size_t end = std::min(link.find_first_of("?#"), link.size());
  std::string whole(link.starts_with('/') ? "" : base.substr(path, base.rfind('/') + 1 - path));
  if (path == base.size() && !link.starts_with('/')) whole = "/";
  whole += link.substr(0, end);
  return std::string(host) + without_dots(whole) + std::string(link.substr(end));
}

}  // namespace oscegraph::press
