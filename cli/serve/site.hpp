// SPDX-License-Identifier: Apache-2.0
//
// Answers requests for the explorer page at /, for its two files, and for the endpoints below
// /api/v1/. Any other address gets 404. An address is never used as the name of a file.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "oscegraph/cli/serve/endpoint.hpp"
#include "oscegraph/cli/serve/gate.hpp"
#include "oscegraph/cli/serve/http_server.hpp"

namespace oscegraph::cli {

class Site : public RequestHandler {
 public:
  /// Both must outlive the site.
  Site(const PreparedGraph& served, const Gate& gate) : served_(served), gate_(gate) {}

  [[nodiscard]] std::optional<Response> refuse(const Request& head) const override;
  [[nodiscard]] std::size_t most_body(const Request& head) const override;
  [[nodiscard]] bool is_quick(const Request& request) const override;
  [[nodiscard]] bool is_short(const Request& request) const override;
  void prepare(const Stop& stop) const override;
  [[nodiscard]] Response answer(const Request& request) const override;
  [[nodiscard]] Response fault(unsigned status, const std::string& what) const override;

 private:
  [[nodiscard]] Response find_answer(const Request& request) const;

  [[nodiscard]] Response answer_of(const Endpoint& endpoint, const Request& request,
                                   const std::string& argument, const Parameters& parameters) const;

  const PreparedGraph& served_;
  const Gate& gate_;
  mutable std::mutex mutex_;               ///< of the next
  mutable std::optional<Response> facts_;  ///< of `info` about the whole graph, which never changes
};

}  // namespace oscegraph::cli
