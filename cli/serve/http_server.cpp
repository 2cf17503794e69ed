// SPDX-License-Identifier: Apache-2.0
//
// Implements the server with Boost.Asio and Boost.Beast. Each socket has a Connection, which is a
// chain of asynchronous steps on a strand of its own:
//
//   read_head -> refuse, or read_body -> answer (here, or on a pool) -> write -> read_head
//
// A connection that is not kept first shuts down its sending half, and then reads what the client
// still sends, for two seconds at most. If it closed at once, the system would discard our answer
// together with the bytes that were not read.
#include "oscegraph/cli/serve/http_server.hpp"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cerrno>
#include <csignal>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "oscegraph/cli/serve/framing.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/duration.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph::cli {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::size_t largest_body = std::size_t{64} << 20U;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return lower;
}

std::string_view view(beast::string_view text) { return {text.data(), text.size()}; }

/// The answer's first lines. An answer's own headers hold no line ends: they are ours.
std::string head_of(const Response& response, bool keep) {
  std::string head = "HTTP/1.1 " + to_text(response.status) + " ";
  head += view(http::obsolete_reason(static_cast<http::status>(response.status)));
  head += "\r\nContent-Length: " + to_text(response.body.size());
  if (!response.content_type.empty()) head += "\r\nContent-Type: " + response.content_type;
  for (const auto& [name, value] : response.headers) head += "\r\n" + name + ": " + value;
  head += keep ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
  return head;
}

/// Whether the parser did not like what it read; the connection itself is fine.
bool is_malformed(error_code error) {
  return error.category() == make_error_code(http::error::bad_method).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

}  // namespace

class HttpServer::Listening {
 public:
  explicit Listening(const HttpLimits& limits)
      : limits_(limits),
        threads_(std::max(2U, std::thread::hardware_concurrency())),
        io_(static_cast<int>(threads_)),
        acceptor_(asio::make_strand(io_)),
        retry_(acceptor_.get_executor()),
        deadline_(acceptor_.get_executor()),
        signals_(acceptor_.get_executor()),
        short_pool_(threads_),
        pool_(threads_) {}

  Listening(const Listening&) = delete;
  Listening& operator=(const Listening&) = delete;
  ~Listening() { finished_ = true; }

  void listen(const std::string& host, std::uint16_t port);
  [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }
  void run(const RequestHandler& handler);
  void stop() {
    asio::post(acceptor_.get_executor(), [this] { begin_to_stop(); });
  }

 private:
  class Connection;

  tcp::endpoint endpoint_of(const std::string& host, std::uint16_t port);
  void accept();
  void accepted(error_code error, tcp::socket socket);
  void begin_to_stop();
  void joined(Connection& connection);
  void left(Connection& connection);

  const RequestHandler* handler_ = nullptr;  ///< set while running
  const HttpLimits limits_;
  const unsigned threads_;
  std::atomic<bool> finished_ = false;  ///< outlives io_, whose end ends the last connections
  asio::io_context io_;
  tcp::acceptor acceptor_;
  asio::steady_timer retry_;
  asio::steady_timer deadline_;
  asio::signal_set signals_;
  asio::thread_pool short_pool_;
  asio::thread_pool pool_;
  std::atomic<bool> stopping_ = false;
  StopSource preparing_;  ///< the work before the first request
  std::atomic<std::size_t> waiting_ = 0;

  std::mutex mutex_;
  std::set<Connection*> connections_;
  bool full_ = false;  ///< as many connections as may be: nobody is being accepted
};

class HttpServer::Listening::Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Listening& server, tcp::socket socket)
      : server_(server),
        stream_(std::move(socket)),
        patience_(stream_.get_executor()) {
    server_.joined(*this);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { server_.left(*this); }

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
      error_code ignored;
      self->stream_.socket().set_option(tcp::no_delay(true), ignored);
      self->read_head();
    });
  }

  /// One that waits for a request is closed; one that is being answered is told so and closed afterwards.
  void stop() {
    asio::post(stream_.get_executor(), [self = shared_from_this()] {
      if (self->idle_) self->close();
      else if (self->work_) self->work_->stop(StopReason::terminated);
    });
  }

 private:
  using Parser = http::request_parser<http::string_body>;

  void read_head() {
    if (server_.stopping_) return close();
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(server_.limits_.head_bytes));
    parser_->body_limit(largest_body);
    idle_ = true;
    stream_.expires_after(server_.limits_.head);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->head_read(error); });
  }

  void head_read(error_code error) {
    idle_ = false;
    // One that sent nothing has nothing to be told.
    const bool silent = buffer_.size() == 0 && !parser_->got_some();
    if (error == beast::error::timeout && !silent)
      return end_with(408, "the head of the request took too long");
    if (error == http::error::header_limit)
      return end_with(431, "the head of the request is larger than " +
                               grouped(server_.limits_.head_bytes) + " bytes");
    if (error == http::error::body_limit) return end_with(413, too_large(largest_body));
    if (is_malformed(error))
      return end_with(400, "this is not an HTTP request: " + error.message());
    if (error) return close();
    take_head();
    if (auto fault = framing_fault(parser_->get().version(), request_.headers))
      return end_with(fault->status, fault->what);
    if (auto refusal = server_.handler_->refuse(request_))
      return respond(std::move(*refusal), !has_body());
    check_body();
  }

  void take_head() {
    const auto& head = parser_->get();
    request_ = {};
    request_.method = view(head.method_string());
    request_.target = view(head.target());
    for (const auto& field : head)
      request_.headers.emplace_back(lower_case(view(field.name_string())), view(field.value()));
    keep_ = head.keep_alive();
  }

  [[nodiscard]] bool has_body() const {
    return parser_->chunked() || parser_->content_length().value_or(0) > 0;
  }

  static std::string too_large(std::size_t most) {
    if (most == 0) return "this request takes no body";
    return "the body is larger than " + size_in_words(most);
  }

  void check_body() {
    if (!has_body()) return answer();
    const std::size_t most = server_.handler_->most_body(request_);
    if (most == 0 || parser_->content_length().value_or(0) > most)
      return end_with(413, too_large(most));
    parser_->body_limit(most);
    if (const auto expected = request_.header("expect"); expected && *expected == "100-continue")
      return promise_to_read();
    read_body();
  }

  void promise_to_read() {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    stream_.expires_after(server_.limits_.write);
    asio::async_write(stream_, asio::buffer(go_on.data(), go_on.size()),
                      [self = shared_from_this()](error_code error, std::size_t) {
                        if (error) self->close();
                        else self->read_body();
                      });
  }

  void read_body() {
    stream_.expires_after(server_.limits_.body);
    http::async_read(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t) { self->body_read(error); });
  }

  void body_read(error_code error) {
    if (error == beast::error::timeout) return end_with(408, "the body took too long");
    if (error == http::error::body_limit)
      return end_with(413, too_large(server_.handler_->most_body(request_)));
    if (is_malformed(error))
      return end_with(400, "the body is not chunked as HTTP says: " + error.message());
    if (error) return close();
    request_.body = std::move(parser_->get().body());
    answer();
  }

  void answer() {
    stream_.expires_never();
    if (server_.handler_->is_quick(request_))
      return respond(server_.handler_->answer(request_), true);
    const bool is_short = server_.handler_->is_short(request_);
    if (++server_.waiting_ > server_.limits_.waiting) {
      --server_.waiting_;
      return respond(server_.handler_->fault(503, "too many questions at once"), true);
    }
    work_.emplace();
    if (server_.stopping_) work_->stop(StopReason::terminated);
    request_.stop = work_->token();
    watch_client();
    asio::post(is_short ? server_.short_pool_ : server_.pool_, [self = shared_from_this()] {
      auto response = std::make_shared<Response>(self->server_.handler_->answer(self->request_));
      --self->server_.waiting_;
      asio::post(self->stream_.get_executor(), [self, response] {
        self->work_.reset();
        error_code ignored;
        self->stream_.socket().cancel(ignored);  // the watch
        self->patience_.cancel();
        self->respond(std::move(*response), true);
      });
    });
  }

  /// A client that closes its end waits for no answer; but it may have closed one half, as a pipe into
  /// netcat does, and has what is ready within a moment. One that sends its next request already is not
  /// watched any more.
  void watch_client() {
    stream_.socket().async_wait(tcp::socket::wait_read,
                                [self = shared_from_this()](error_code error) {
                                  if (!error && self->work_ && self->has_left())
                                    self->stop_in_a_moment();
                                });
  }

  void stop_in_a_moment() {
    patience_.expires_after(std::chrono::milliseconds(100));
    patience_.async_wait([self = shared_from_this()](error_code cancelled) {
      if (!cancelled && self->work_) self->work_->stop(StopReason::client_gone);
    });
  }

  [[nodiscard]] bool has_left() {
    char next = 0;
    const ssize_t got = ::recv(stream_.socket().native_handle(), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
  }

  void end_with(unsigned status, const std::string& what) {
    keep_ = false;
    respond(server_.handler_->fault(status, what), false);
  }

  void respond(Response response, bool may_keep) {
    keep_ = keep_ && may_keep && !server_.stopping_;
    response_ = std::move(response);
    head_ = head_of(response_, keep_);
    const bool only_head = request_.method == "HEAD";
    const std::array<asio::const_buffer, 2> bytes{
        asio::buffer(head_),
        asio::buffer(response_.body.data(), only_head ? 0 : response_.body.size())};
    stream_.expires_after(server_.limits_.write);
    asio::async_write(stream_, bytes, [self = shared_from_this()](error_code error, std::size_t) {
      self->written(error);
    });
  }

  void written(error_code error) {
    response_ = {};
    request_ = {};
    if (error) return close();
    if (keep_) return read_head();
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    if (server_.stopping_) return close();
    stream_.expires_after(std::chrono::seconds(2));
    drain();
  }

  /// What arrives after our last word is thrown away, for two seconds at most.
  void drain() {
    stream_.async_read_some(asio::buffer(thrown_away_),
                            [self = shared_from_this()](error_code error, std::size_t) {
                              if (error) self->close();
                              else self->drain();
                            });
  }

  void close() { stream_.close(); }

  Listening& server_;
  beast::tcp_stream stream_;
  asio::steady_timer patience_;  ///< with a client that seems to have left
  beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  Request request_;
  Response response_;
  std::string head_;
  std::array<char, 4096> thrown_away_{};
  std::optional<StopSource> work_;  ///< of the long answer that is being worked out
  bool keep_ = true;
  bool idle_ = true;
};

tcp::endpoint HttpServer::Listening::endpoint_of(const std::string& host, std::uint16_t port) {
  error_code error;
  const auto address = asio::ip::make_address(host, error);
  if (!error) return {address, port};
  tcp::resolver resolver(io_);
  const auto found = resolver.resolve(host, "", error);
  if (error || found.empty())
    throw Error("no address is known for the host " + in_quotes(host), {},
                "give an address of this machine, such as 127.0.0.1");
  return {found.begin()->endpoint().address(), port};
}

void HttpServer::Listening::listen(const std::string& host, std::uint16_t port) {
  const tcp::endpoint endpoint = endpoint_of(host, port);
  const std::string where = "port " + to_text(port) + " of " + host;
  error_code error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (!error) return;
  if (error == asio::error::address_in_use)
    throw Error(where + " is taken", {},
                "give another with --port, or --port 0 for any that is free");
  if (error == asio::error::access_denied)
    throw Error(where + " is not for everybody", "ports from 1024 are", "give one with --port");
  if (error == boost::system::errc::address_not_available)
    throw Error(in_quotes(host) + " is no address of this machine", {},
                "leave --host out, or give one of its addresses");
  throw Error(where + " cannot be listened to: " + error.message(), {}, "give another with --port");
}

void HttpServer::Listening::run(const RequestHandler& handler) {
  handler_ = &handler;
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  signals_.async_wait([this](error_code error, int) {
    if (!error) begin_to_stop();
  });
  asio::post(acceptor_.get_executor(), [this] { accept(); });
  asio::post(short_pool_, [this] { handler_->prepare(preparing_.token()); });
  std::vector<std::thread> others;
  for (unsigned i = 1; i < threads_; ++i) others.emplace_back([this] { io_.run(); });
  io_.run();
  for (std::thread& thread : others) thread.join();
  short_pool_.join();
  pool_.join();
}

void HttpServer::Listening::accept() {
  acceptor_.async_accept(asio::make_strand(io_), [this](error_code error, tcp::socket socket) {
    accepted(error, std::move(socket));
  });
}

void HttpServer::Listening::accepted(error_code error, tcp::socket socket) {
  if (stopping_) return;
  if (error) {  // no file descriptors left, mostly: there will be
    retry_.expires_after(std::chrono::milliseconds(50));
    retry_.async_wait([this](error_code cancelled) {
      if (!cancelled && !stopping_) accept();
    });
    return;
  }
  std::make_shared<Connection>(*this, std::move(socket))->start();
  const std::scoped_lock lock(mutex_);
  full_ = connections_.size() >= limits_.connections;
  if (!full_) accept();
}

void HttpServer::Listening::begin_to_stop() {
  if (stopping_.exchange(true)) return;
  error_code ignored;
  signals_.clear(ignored);  // the next one does what it does to any program
  signals_.cancel(ignored);
  retry_.cancel();
  preparing_.stop(StopReason::terminated);
  acceptor_.close(ignored);
  std::vector<std::shared_ptr<Connection>> open;
  {
    const std::scoped_lock lock(mutex_);
    for (Connection* connection : connections_)
      if (auto alive = connection->weak_from_this().lock()) open.push_back(std::move(alive));
    if (open.empty()) return;
  }
  for (const auto& connection : open) connection->stop();
  deadline_.expires_after(limits_.stop);
  deadline_.async_wait([this](error_code cancelled) {
    if (cancelled) return;
    short_pool_.stop();  // questions that have not been begun
    pool_.stop();
    io_.stop();
  });
}

void HttpServer::Listening::joined(Connection& connection) {
  const std::scoped_lock lock(mutex_);
  connections_.insert(&connection);
}

void HttpServer::Listening::left(Connection& connection) {
  if (finished_) return;
  const std::scoped_lock lock(mutex_);
  connections_.erase(&connection);
  if (stopping_ && connections_.empty())
    asio::post(acceptor_.get_executor(), [this] { deadline_.cancel(); });
  if (full_ && !stopping_) {
    full_ = false;
    asio::post(acceptor_.get_executor(), [this] {
      if (!stopping_) accept();
    });
  }
}

HttpServer::HttpServer(const HttpLimits& limits)
    : listening_(std::make_unique<Listening>(limits)) {}
HttpServer::~HttpServer() = default;
void HttpServer::listen(const std::string& host, std::uint16_t port) {
  listening_->listen(host, port);
}
std::uint16_t HttpServer::port() const { return listening_->port(); }
void HttpServer::run(const RequestHandler& handler) { listening_->run(handler); }
void HttpServer::stop() { listening_->stop(); }

}  // namespace oscegraph::cli
