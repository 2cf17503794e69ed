// SPDX-License-Identifier: Apache-2.0
//
// Declares the endpoints of the HTTP API as a table. A row has a path and the command whose
// question it asks. Its parameters are the arguments and options of this command, from the same
// rows that the command line uses. So a new endpoint is a new row, and docs/openapi.yaml is
// generated from the table.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/cli/delivery/asking.hpp"
#include "oscegraph/cli/model/command.hpp"
#include "oscegraph/cli/serve/http_message.hpp"
#include "oscegraph/queries/cost.hpp"

namespace oscegraph::cli {

struct Endpoint;

/// The nodes and edges of a view of at most `most_nodes`.
Cost cost_of_view(const Subset& scope, std::size_t most_nodes);

/// The seconds that an answer may take, by its estimate: a client waits for it, and other requests
/// need the threads.
inline constexpr double longest_answer = 30;

/// One request that was read: its row of the table, and the checked values.
class Call {
 public:
  Call(const Endpoint& endpoint, const PreparedGraph& served, const Request& request)
      : endpoint_(&endpoint),
        served_(&served),
        request_(&request) {}

  [[nodiscard]] const Endpoint& endpoint() const { return *endpoint_; }
  [[nodiscard]] const PreparedGraph& served() const { return *served_; }
  [[nodiscard]] const Request& request() const { return *request_; }
  /// The conditions under which the answer is computed.
  [[nodiscard]] Context context() const {
    return {.stop = request_->stop, .budget = longest_answer};
  }
  [[nodiscard]] const Values& values() const { return invocation.values; }
  /// The three steps that the command line takes too, with a graph that it has loaded.
  [[nodiscard]] Asking asking() const { return {invocation, context(), "ask the command line"}; }
  /// The graph as the parameters narrow it, by the rows of --at, --relation and the like; the graph
  /// itself, not a copy, when none is given. Throws Error, and TooCostly when the endpoint's question
  /// would take longer than longest_answer with it.
  const Subset& scope();
  /// The seconds that the question would take with the whole graph, including narrowing it.
  [[nodiscard]] double expected_time() const;

  Invocation invocation;

 private:
  [[nodiscard]] std::vector<Cost> costs(const Subset& scope) const;

  const Endpoint* endpoint_;
  const PreparedGraph* served_;
  const Request* request_;
  std::optional<Subset> narrowed_;
};

struct Endpoint {
  std::string_view path;       ///< below /api/v1/; "nodes/{node}" takes an argument from the path
  std::string_view summary{};  ///< empty: the command's
  const Command* command = nullptr;  ///< whose question it asks; null: none
  /// What the command's arguments are called: the one in the path first, then parameters.
  std::span<const std::string_view> arguments{};
  std::span<const Option* const> options{};      ///< in addition to those of the command
  std::span<const Option* const> without{};      ///< options of the command that it has not
  std::span<const OptionGroup* const> groups{};  ///< options that several endpoints share
  /// What it costs, if not what the command's question does; null for both: next to nothing.
  std::vector<Cost> (*cost)(const Values&, const Subset& scope) = nullptr;
  std::size_t most_body = 0;           ///< bytes; not 0: it is a POST, else a GET
  bool quick = false;                  ///< takes microseconds when nothing is narrowed
  std::string_view answers = "Table";  ///< the schema of the answer, in openapi.cpp
  Response (*answer)(Call&) = nullptr;
};

std::span<const Endpoint> endpoints();

/// The options of the endpoint, then those of the command except `without`, then those of its
/// groups. Each name once.
std::vector<const Option*> options_of(const Endpoint& endpoint);

/// "min-documents" as a parameter: "min_documents".
std::string parameter_name(std::string_view option);

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Seconds that the answer is expected to take. Throws Error when the request cannot be understood.
double expected_time(const Endpoint& endpoint, const PreparedGraph& served, const Request& request,
                     const std::string& path, const Parameters& parameters);

/// Reads the request's parameters and calls the row's function. Throws Error. `path` is the part of
/// the path that stands for "{...}", if there is one.
Response answer_call(const Endpoint& endpoint, const PreparedGraph& served, const Request& request,
                     const std::string& path, const Parameters& parameters);

}  // namespace oscegraph::cli
