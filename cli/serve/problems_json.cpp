// SPDX-License-Identifier: Apache-2.0
//
// Writes problems as JSON. Bytes that are not UTF-8 become U+FFFD.
#include "oscegraph/cli/serve/problems_json.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

/// Names and excerpts may hold bytes of a file that is not UTF-8; JSON has to be.
std::string as_utf8(std::string_view text) {
  std::string clean(text);
  for (std::size_t bad = invalid_utf8(clean); bad != std::string::npos; bad = invalid_utf8(clean))
    clean.replace(bad, 1, "\xEF\xBF\xBD");
  return clean;
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& writer, const char* name, std::string_view value) {
  const std::string clean = as_utf8(value);
  writer.Key(name);
  writer.String(clean.data(), static_cast<rapidjson::SizeType>(clean.size()));
}

/// Nothing when the value is empty.
void write_known(Writer& writer, const char* name, std::string_view value) {
  if (!value.empty()) write_text(writer, name, value);
}

void write_known(Writer& writer, const char* name, std::uint64_t value) {
  if (value == 0) return;
  writer.Key(name);
  writer.Uint64(value);
}

std::string object_of(const Problem& problem) {
  rapidjson::StringBuffer text;
  Writer writer(text);
  writer.StartObject();
  write_known(writer, "file", problem.place.file);
  write_known(writer, "line", problem.place.line);
  write_known(writer, "column", problem.place.column);
  write_text(writer, "what", problem.what);
  write_known(writer, "allowed", problem.allowed);
  write_known(writer, "next", problem.next);
  write_known(writer, "excerpt", problem.excerpt);
  writer.EndObject();
  return {text.GetString(), text.GetSize()};
}

}  // namespace

Response problems_response(unsigned status, std::span<const Problem> problems) {
  std::vector<std::string> objects;  // one a line
  for (const Problem& problem : problems) objects.push_back(object_of(problem));
  return {status, "application/json", "{\"problems\":[" + join(objects, ",\n") + "]}\n"};
}

Response problem_response(unsigned status, std::string what, std::string allowed,
                          std::string next) {
  const Problem problem{{}, std::move(what), std::move(allowed), std::move(next), {}};
  return problems_response(status, {&problem, 1});
}

}  // namespace oscegraph::cli
