// SPDX-License-Identifier: Apache-2.0
//
// Serves HTTP/1.1 over TCP: reads requests, passes them to a RequestHandler and writes its answers.
// It contains nothing about graphs. A few threads read and write. A request that may take long is
// answered on a pool of threads, so that quick requests never wait for it. A connection costs a
// socket and no thread, so a thousand slow connections delay nobody. Everything has a limit in
// bytes and in time. A client that exceeds a limit is told so, where this is possible, before the
// connection is closed.
//
// The server reads with Boost.Beast, whose parser refuses what HTTP/1.1 does not allow. Only
// http_server.cpp includes Beast, which takes seconds to compile.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "oscegraph/cli/serve/http_message.hpp"

namespace oscegraph::cli {

/// Answers the requests that the server reads. Called from many threads at once; throws nothing.
class RequestHandler {
 public:
  RequestHandler() = default;
  RequestHandler(const RequestHandler&) = delete;
  RequestHandler& operator=(const RequestHandler&) = delete;
  virtual ~RequestHandler() = default;

  /// A refusal that the head alone decides; nullopt: the body is read and answer() is called.
  [[nodiscard]] virtual std::optional<Response> refuse(const Request& head) const = 0;
  /// How many bytes the body of this request may have; not called for a request that is refused.
  [[nodiscard]] virtual std::size_t most_body(const Request& head) const = 0;
  /// Whether answer() takes microseconds. Any other answer is stopped, by request.stop, when its
  /// client leaves and when the server ends.
  [[nodiscard]] virtual bool is_quick(const Request& request) const = 0;
  /// Whether answer() takes less than a moment. Such requests have threads of their own, so that they do
  /// not wait for long ones.
  [[nodiscard]] virtual bool is_short(const Request& request) const = 0;
  /// Called once when the server begins to answer: does work that the first request would have to
  /// wait for.
  virtual void prepare(const Stop& stop) const = 0;
  [[nodiscard]] virtual Response answer(const Request& request) const = 0;
  /// The response to something that is no valid request, or to one request too many: 400, 408, 413,
  /// 431, 503.
  [[nodiscard]] virtual Response fault(unsigned status, const std::string& what) const = 0;
};

struct HttpLimits {
  std::size_t head_bytes = std::size_t{256} << 10U;
  std::size_t connections = 512;  ///< at once; more wait to be accepted
  std::size_t waiting = 64;       ///< long requests at once, running or waiting; more get 503
  std::chrono::milliseconds head{15'000};   ///< from the connection, or the last answer, to a head
  std::chrono::milliseconds body{60'000};   ///< to send a body
  std::chrono::milliseconds write{60'000};  ///< to take an answer
  std::chrono::milliseconds stop{1'500};    ///< to send the last answers when the server stops
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
  /// Answers until SIGINT, SIGTERM or stop(). Then stops the answers that are being computed, and
  /// returns. A second signal ends the process. Call it once.
  void run(const RequestHandler& handler);
  /// From any thread, while it runs.
  void stop();

 private:
  class Listening;
  std::unique_ptr<Listening> listening_;
};

}  // namespace oscegraph::cli
