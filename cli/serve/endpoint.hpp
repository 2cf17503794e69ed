// SPDX-License-Identifier: Apache-2.0
//
// What can be asked over HTTP, as a table: a row is a path and the command whose question it asks. The
// parameters are that command's arguments and options, by the same rows that drive the command line,
// so a new endpoint is a new row, and docs/openapi.yaml is made from the table.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/cli/command.hpp"
#include "oscegraph/cli/serve/http_message.hpp"
#include "oscegraph/cli/serve/served_graph.hpp"

namespace oscegraph::cli {

struct Endpoint;

/// One request, understood: which row, with which checked values.
class Call {
 public:
  Call(const Endpoint& endpoint, const ServedGraph& served, const Request& request)
      : endpoint_(&endpoint),
        served_(&served),
        request_(&request) {}

  [[nodiscard]] const Endpoint& endpoint() const { return *endpoint_; }
  [[nodiscard]] const ServedGraph& served() const { return *served_; }
  [[nodiscard]] const Request& request() const { return *request_; }
  /// What the answer is worked out under.
  [[nodiscard]] Context context() const { return {.stop = request_->stop}; }
  [[nodiscard]] const Values& values() const { return invocation.values; }
  /// The graph as the parameters narrow it, by the rows of --at, --relation and the like; the graph
  /// itself, not a copy, when none is given. Throws Error, also when it has more edges than the
  /// endpoint's question can take.
  const Subset& scope();

  Invocation invocation;

 private:
  const Endpoint* endpoint_;
  const ServedGraph* served_;
  const Request* request_;
  std::optional<Subset> narrowed_;
};

/// A value for an option that the caller does not give.
struct Preset {
  std::string_view option;
  std::string_view value;
};

struct Endpoint {
  std::string_view path;       ///< below /api/v1/; "nodes/{node}" takes an argument from the path
  std::string_view summary{};  ///< empty: the command's
  const Command* command = nullptr;  ///< whose question it asks; null: none
  /// What the command's arguments are called: the one in the path first, then parameters.
  std::span<const std::string_view> arguments{};
  std::span<const Option> options{};             ///< beside the command's
  std::span<const std::string_view> without{};   ///< options of the command that it has not
  std::span<const Preset> presets{};             ///< for some of those
  std::span<const OptionGroup* const> groups{};  ///< options that several endpoints share
  std::size_t most_edges = 0;          ///< of the narrowed graph; 0: any number is quick enough
  std::size_t most_body = 0;           ///< bytes; not 0: it is a POST, else a GET
  bool quick = false;                  ///< takes microseconds when nothing is narrowed
  std::string_view answers = "Table";  ///< the schema of the answer, in openapi.cpp
  Response (*answer)(Call&) = nullptr;
};

std::span<const Endpoint> endpoints();

/// Its own options, the command's without `without`, its groups', in order. Each name once.
std::vector<const Option*> options_of(const Endpoint& endpoint);

/// "min-documents" as a parameter: "min_documents".
std::string parameter_name(std::string_view option);

/// Does what the row says with the request's parameters. Throws Error.
/// `path` is the part of the path that stands for "{...}", if there is one.
Response answer_call(const Endpoint& endpoint, const ServedGraph& served, const Request& request,
                     const std::string& path,
                     const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace oscegraph::cli
