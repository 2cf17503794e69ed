// SPDX-License-Identifier: Apache-2.0
//
// Reads the parameters of a request by the rows of its endpoint, estimates how long the answer will
// take, and calls the function that answers.
#include "oscegraph/cli/serve/endpoint.hpp"

#include <algorithm>

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/options/check_given.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/serve/answer_options.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

const Option& option_called(const Endpoint& endpoint, std::string_view parameter) {
  const auto options = options_of(endpoint);
  for (const Option* option : options)
    if (parameter_name(option->name) == parameter) return *option;
  std::vector<std::string> names;
  for (const Option* option : options) names.push_back(parameter_name(option->name));
  for (const std::string_view argument : endpoint.arguments)
    if (endpoint.path.find('{') == std::string_view::npos) names.emplace_back(argument);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  std::string next = did_you_mean(parameter, candidates);
  throw UsageError("unknown parameter " + in_quotes(parameter),
                   next.empty() ? "known are " + join(names, ", ") : "", next);
}

/// A flag is given by its name alone, or by 1 or true; 0 or false leaves it out.
bool is_wanted(const Option& flag, std::string_view value) {
  if (value.empty() || value == "1" || value == "true") return true;
  if (value == "0" || value == "false") return false;
  throw UsageError(parameter_name(flag.name) + ": " + in_quotes(value) + " is not yes or no",
                   "1 or true, 0 or false");
}

class Understanding {
 public:
  Understanding(const Endpoint& endpoint, const std::string& path) : endpoint_(endpoint) {
    if (endpoint.path.find('{') != std::string_view::npos) given_.emplace_back(0, path);
  }

  void take(const std::string& name, const std::string& value) {
    const auto argument = std::ranges::find(endpoint_.arguments, name);
    const bool in_path = endpoint_.path.find("{" + name + "}") != std::string_view::npos;
    if (argument != endpoint_.arguments.end() && !in_path) {
      given_.emplace_back(argument - endpoint_.arguments.begin(), value);
      return;
    }
    const Option& option = option_called(endpoint_, name);
    if (option.value == nullptr && !is_wanted(option, value)) return;
    options_.push_back({&option, value});
  }

  Invocation finish() {
    Values values = check_given(options_, {"parameter", parameter_name});
    check_shown(values);
    return {endpoint_.command, arguments(), std::move(values)};
  }

 private:
  /// What is about rows does nothing when none are answered.
  static void check_shown(const Values& values) {
    if (values[option::subset] != SubsetAs::only) return;
    for (const Option* option : values.options())
      if (option->shown_by == ShownBy::rows)
        throw UsageError("parameter " + in_quotes(parameter_name(option->name)) +
                             " is about rows, and subset=only answers none",
                         "it goes with subset=view");
  }

  /// In the order of the command's arguments; one that repeats may be given any number of times.
  std::vector<std::string> arguments() {
    std::ranges::stable_sort(given_, {}, [](const auto& one) { return one.first; });
    std::vector<std::string> arguments;
    if (endpoint_.arguments.empty()) return arguments;
    const auto rows = endpoint_.command->arguments;
    for (const auto& [position, value] : given_) {
      const std::string name(endpoint_.arguments[static_cast<std::size_t>(position)]);
      const std::size_t row = std::min(arguments.size(), rows.size() - 1);
      const bool one_too_many = arguments.size() >= rows.size() && !rows.back().repeats;
      if (one_too_many || (endpoint_.arguments.size() > 1 &&
                           arguments.size() != static_cast<std::size_t>(position)))
        throw missing_or_twice(name, arguments.size(), static_cast<std::size_t>(position));
      if (rows[row].value != nullptr) (void)read_value(*rows[row].value, value, name + ": ");
      arguments.push_back(value);
    }
    const std::size_t needed =
        static_cast<std::size_t>(std::ranges::count(rows, true, &Argument::required));
    if (arguments.size() < needed) throw missing(arguments.size());
    return arguments;
  }

  [[nodiscard]] UsageError missing(std::size_t position) const {
    const std::size_t last = endpoint_.arguments.size() - 1;
    const std::string name(endpoint_.arguments[std::min(position, last)]);
    const std::string number = position > last ? " for the second time" : "";
    return UsageError("parameter " + in_quotes(name) + " is missing" + number,
                      "it is " + std::string(endpoint_.command->arguments[position].meaning));
  }
  [[nodiscard]] UsageError missing_or_twice(const std::string& name, std::size_t expected,
                                            std::size_t position) const {
    if (position > expected) return missing(expected);
    return UsageError("parameter " + in_quotes(name) + " is given twice", {}, "give it once");
  }

  const Endpoint& endpoint_;
  std::vector<std::pair<std::ptrdiff_t, std::string>> given_;
  std::vector<GivenOption> options_;
};

}  // namespace

Cost cost_of_view(const Subset& scope, std::size_t most_nodes) {
  const double nodes = nodes_of(scope);
  const double drawn = std::min(nodes, static_cast<double>(most_nodes));
  const double edges = nodes == 0 ? 0 : edges_of(scope) * drawn / nodes;
  return {Work::view, drawn + edges};
}

std::vector<Cost> Call::costs(const Subset& scope) const {
  std::vector<Cost> costs;
  if (endpoint_->cost != nullptr) costs = endpoint_->cost(values(), scope);
  else if (endpoint_->command != nullptr) costs = costs_of(*endpoint_->command, values(), scope);
  if (values().has(option::subset))
    costs.push_back(cost_of_view(scope, values()[option::subset_limit]));
  return costs;
}

double Call::expected_time() const {
  const Subset& whole = served_->whole();
  std::vector<Cost> all = costs(whole);
  if (narrows(values())) all.push_back({Work::look, size_of(whole)});
  return oscegraph::expected_time(all);
}

const Subset& Call::scope() {
  if (narrowed_) return *narrowed_;
  if (narrows(values())) narrowed_.emplace(asking().narrow(served_->graph()));
  const Subset& scope = narrowed_ ? *narrowed_ : served_->whole();
  asking().require_patience(costs(scope), extent_of(scope));
  return scope;
}

std::vector<const Option*> options_of(const Endpoint& endpoint) {
  std::vector<const Option*> options;
  const auto add = [&](const Option* option) {
    if (std::ranges::find(options, option->name, &Option::name) == options.end() &&
        std::ranges::count(endpoint.without, option) == 0)
      options.push_back(option);
  };
  for (const Option* option : endpoint.options) add(option);
  if (endpoint.command != nullptr)
    for (const Option* option : endpoint.command->options) add(option);
  for (const OptionGroup* group : endpoint.groups)
    for (const Option* option : group->options) add(option);
  return options;
}

std::string parameter_name(std::string_view option) {
  std::string name(option);
  std::ranges::replace(name, '-', '_');
  return name;
}

namespace {

Call understood(const Endpoint& endpoint, const PreparedGraph& served, const Request& request,
                const std::string& path, const Parameters& parameters) {
  Understanding understanding(endpoint, path);
  for (const auto& [name, value] : parameters) understanding.take(name, value);
  Call call(endpoint, served, request);
  call.invocation = understanding.finish();
  return call;
}

}  // namespace

double expected_time(const Endpoint& endpoint, const PreparedGraph& served, const Request& request,
                     const std::string& path, const Parameters& parameters) {
  return understood(endpoint, served, request, path, parameters).expected_time();
}

Response answer_call(const Endpoint& endpoint, const PreparedGraph& served, const Request& request,
                     const std::string& path, const Parameters& parameters) {
  Call call = understood(endpoint, served, request, path, parameters);
  return endpoint.answer(call);
}

}  // namespace oscegraph::cli
