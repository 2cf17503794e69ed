// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/serve/problems_json.hpp"

#include "oscegraph/exports/json_text.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph::cli {
namespace {

/// Names and excerpts may hold bytes of a file that is not UTF-8; JSON has to be.
std::string as_utf8(std::string_view text) {
  std::string clean(text);
  for (std::size_t bad = invalid_utf8(clean); bad != std::string::npos; bad = invalid_utf8(clean))
    clean.replace(bad, 1, "\xEF\xBF\xBD");
  return clean;
}

void append_problem(Output& out, const Problem& problem) {
  JsonObject object(out);
  object.known_text("file", as_utf8(problem.place.file));
  if (problem.place.line > 0) object.member("line").append(problem.place.line);
  if (problem.place.column > 0) object.member("column").append(problem.place.column);
  object.text("what", as_utf8(problem.what));
  object.known_text("allowed", as_utf8(problem.allowed));
  object.known_text("next", as_utf8(problem.next));
  object.known_text("excerpt", as_utf8(problem.excerpt));
  object.end();
}

}  // namespace

Response problems_response(unsigned status, std::span<const Problem> problems) {
  Output out;
  out.append("{\"problems\":[");
  bool first = true;
  for (const Problem& problem : problems) {
    if (!first) out.append(",\n");
    first = false;
    append_problem(out, problem);
  }
  out.append("]}\n");
  return {status, "application/json", out.text()};
}

Response problem_response(unsigned status, std::string what, std::string allowed,
                          std::string next) {
  const Problem problem{{}, std::move(what), std::move(allowed), std::move(next), {}};
  return problems_response(status, {&problem, 1});
}

}  // namespace oscegraph::cli
