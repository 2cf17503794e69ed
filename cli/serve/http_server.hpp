// SPDX-License-Identifier: Apache-2.0
//
// HTTP/1.1 over TCP, and nothing about graphs. A few threads move bytes; a request that may take long
// is answered on a pool of its own, so that quick ones never wait behind it. A connection costs a
// socket, not a thread: a thousand slow ones keep nobody else waiting. Everything has a limit in bytes
// and in time, and what is over a limit is told so before the connection is closed.
//
// It reads with Boost.Beast, whose parser refuses what HTTP/1.1 does not allow. Beast is seen in
// http_server.cpp only: it takes seconds to compile.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "oscegraph/cli/serve/http_message.hpp"

namespace oscegraph::cli {

/// What is on the other side of the connection. Called from many threads at once; throws nothing.
class RequestHandler {
 public:
  RequestHandler() = default;
  RequestHandler(const RequestHandler&) = delete;
  RequestHandler& operator=(const RequestHandler&) = delete;
  virtual ~RequestHandler() = default;

  /// An answer that the head alone decides; nullopt: read the body, then answer().
  [[nodiscard]] virtual std::optional<Response> refuse(const Request& head) const = 0;
  /// How many bytes the body of this request may have; not asked of one that is refused.
  [[nodiscard]] virtual std::size_t most_body(const Request& head) const = 0;
  /// Whether answer() takes microseconds. Another is stopped, by request.stop, when its client leaves and
  /// when the server ends.
  [[nodiscard]] virtual bool is_quick(const Request& request) const = 0;
  /// Whether answer() takes less than a moment. Such requests have threads of their own, so that they do
  /// not wait for long ones.
  [[nodiscard]] virtual bool is_short(const Request& request) const = 0;
  /// Called once when answering begins: work that the first request would have to wait for.
  virtual void prepare(const Stop& stop) const = 0;
  [[nodiscard]] virtual Response answer(const Request& request) const = 0;
  /// The answer to what is no request, or one too many: 400, 408, 413, 431, 503.
  [[nodiscard]] virtual Response fault(unsigned status, const std::string& what) const = 0;
};

struct HttpLimits {
  std::size_t head_bytes = std::size_t{256} << 10U;
  std::size_t connections = 512;  ///< at once; more wait to be accepted
  std::size_t waiting = 64;       ///< long requests at once, running or waiting; more get 503
  std::chrono::milliseconds head{15'000};   ///< from the connection, or the last answer, to a head
  std::chrono::milliseconds body{60'000};   ///< to send a body
  std::chrono::milliseconds write{60'000};  ///< to take an answer
  std::chrono::milliseconds stop{1'500};    ///< for last words when told to stop
};

class HttpServer {
 public:
  explicit HttpServer(const HttpLimits& limits);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();

  /// Port 0 means any that is free. Throws Error: the port is taken or refused, the host is not here.
  void listen(const std::string& host, std::uint16_t port);
  /// The port listened to.
  [[nodiscard]] std::uint16_t port() const;
  /// Answers until SIGINT or SIGTERM, or stop(): then stops what is being answered, and returns.
  /// A second signal ends the process. Call once.
  void run(const RequestHandler& handler);
  /// From any thread, while it runs.
  void stop();

 private:
  class Listening;
  std::unique_ptr<Listening> listening_;
};

}  // namespace oscegraph::cli
