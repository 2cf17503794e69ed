// SPDX-License-Identifier: Apache-2.0
//
// Runs the child and exchanges bytes with it. One socket carries the work to the child and the
// answer back. Both directions are polled, so full buffers cannot block the two sides. Writing to a
// child that has ended returns an error and raises no signal.
#include "oscegraph/exports/pictures/child/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): of POSIX
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include <algorithm>
#include <array>
#include <cerrno>
#include <thread>
#include <utility>

#include "oscegraph/graph/libraries/sanitized.hpp"

// NOLINTNEXTLINE(readability-redundant-declaration): POSIX leaves it to the program
extern char** environ;

namespace oscegraph {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds between_looks{20};

#if defined(MSG_NOSIGNAL)
constexpr int no_signal = MSG_NOSIGNAL;
#else
constexpr int no_signal = 0;
#endif

class Socket {
 public:
  explicit Socket(int number = -1) : number_(number) {}
  Socket(Socket&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { close(); }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Our end and the child's end; other processes do not inherit them. {-1, -1} when none can be
/// made.
std::pair<Socket, Socket> socket_pair() {
  std::array<int, 2> ends{-1, -1};
#if defined(SOCK_CLOEXEC)
  constexpr int type = SOCK_STREAM | SOCK_CLOEXEC;
#else
  constexpr int type = SOCK_STREAM;
#endif
  if (::socketpair(AF_UNIX, type, 0, ends.data()) != 0) return {Socket(), Socket()};
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
#if defined(SO_NOSIGPIPE)
  const int yes = 1;
  ::setsockopt(ends[0], SOL_SOCKET, SO_NOSIGPIPE, &yes, sizeof yes);
#endif
  return {Socket(ends[0]), Socket(ends[1])};
}

/// Starts the child. It inherits only the socket, as standard input and output: no other file
/// (sockets of a server would stay open), no blocked or ignored signal. It has its own process
/// group, so that Ctrl-C in the terminal does not reach it.
class Start {
 public:
  explicit Start(int socket) {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawn_file_actions_adddup2(&files_, socket, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, socket, STDOUT_FILENO);
    if (!sanitized)
      ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
#endif
    ::posix_spawnattr_init(&how_);
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&how_, &none);
    ::posix_spawnattr_setsigdefault(&how_, &all);
    ::posix_spawnattr_setpgroup(&how_, 0);
    ::posix_spawnattr_setflags(
        &how_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    ::posix_spawnattr_destroy(&how_);
    ::posix_spawn_file_actions_destroy(&files_);
  }

  /// The id of the started process; 0 when it could not be started.
  pid_t operator()(std::vector<std::string> command) const {
    std::vector<char*> words;
    for (std::string& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    pid_t child = 0;
    return ::posix_spawn(&child, words.front(), &files_, &how_, words.data(), environ) == 0 ? child
                                                                                            : 0;
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t how_{};
};

/// A child process. The destructor kills and reaps it if it has not ended.
class Child {
 public:
  explicit Child(pid_t number) : number_(number) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (number_ == 0) return;
    ::kill(-number_, SIGKILL);  // kills its process group, so also the processes it has started
    while (::waitpid(number_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }

  /// Whether it has ended by itself.
  bool has_ended() {
    if (number_ == 0) return true;
    const pid_t got = ::wait4(number_, &status_, WNOHANG, &used_);
    if (got == 0 || (got < 0 && errno == EINTR)) return false;
    if (got < 0) status_ = 0;  // the program reaps children elsewhere, or ignores SIGCHLD
    number_ = 0;
    return true;
  }

  /// How the child ended. Precondition: it has ended.
  [[nodiscard]] ChildEnd how(std::uint64_t memory) const {
    if (WIFEXITED(status_) && WEXITSTATUS(status_) == 0) return ChildEnd::answered;
    if (WIFEXITED(status_) && WEXITSTATUS(status_) == child_out_of_memory)
      return ChildEnd::out_of_memory;
    // C libraries do not say why they end, so the memory used decides. The child's peak includes
    // the memory that we had in use when it was started, so a peak below our own says nothing.
    rusage ours{};
    ::getrusage(RUSAGE_SELF, &ours);
    constexpr std::uint64_t bytes_in_a_unit = 1024;
    const std::uint64_t most = static_cast<std::uint64_t>(used_.ru_maxrss) * bytes_in_a_unit;
    const bool much = memory > 0 && most > memory / 2 && used_.ru_maxrss > ours.ru_maxrss;
    return much ? ChildEnd::out_of_memory : ChildEnd::broken;
  }

 private:
  pid_t number_;
  int status_ = 0;
  rusage used_{};
};

class Conversation {
 public:
  Conversation(Socket socket, std::string_view work) : socket_(std::move(socket)), left_(work) {
    if (left_.empty()) ::shutdown(socket_.number(), SHUT_WR);
  }

  /// Sends and receives what is possible now, or waits a moment. False when the child has closed
  /// its end.
  bool exchange(std::string& answer) {
    pollfd ready{socket_.number(), POLLIN, 0};
    if (!left_.empty()) ready.events |= POLLOUT;
    if (::poll(&ready, 1, static_cast<int>(between_looks.count())) <= 0) return true;
    if ((ready.revents & POLLOUT) != 0) send();
    return (ready.revents & (POLLIN | POLLHUP | POLLERR)) == 0 || receive(answer);
  }

 private:
  void send() {
    const ssize_t sent =
        ::send(socket_.number(), left_.data(), left_.size(), no_signal | MSG_DONTWAIT);
    if (sent >= 0) left_.remove_prefix(static_cast<std::size_t>(sent));
    else if (errno != EINTR && errno != EAGAIN) left_ = {};  // the child no longer reads
    if (left_.empty()) ::shutdown(socket_.number(), SHUT_WR);
  }

  bool receive(std::string& answer) {
    std::array<char, 1U << 16U>
        piece;  // NOLINT(cppcoreguidelines-pro-type-member-init): is read into
    const ssize_t got = ::recv(socket_.number(), piece.data(), piece.size(), MSG_DONTWAIT);
    if (got > 0) answer.append(piece.data(), static_cast<std::size_t>(got));
    return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
  }

  Socket socket_;
  std::string_view left_;
};

void lower_limit(int which, std::uint64_t most) {
  rlimit limit{};
  if (::getrlimit(which, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(most, limit.rlim_cur);
  ::setrlimit(which, &limit);
}

}  // namespace

std::uint64_t usual_child_memory() {
  constexpr std::uint64_t least = std::uint64_t{1} << 30U;
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page = ::sysconf(_SC_PAGESIZE);
  std::uint64_t memory = least;
  if (pages > 0 && page > 0)
    memory =
        std::max(least, static_cast<std::uint64_t>(pages) / 2 * static_cast<std::uint64_t>(page));
  // A child may not have more memory than its parent.
  struct rlimit limit {};
  if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
    memory = std::min<std::uint64_t>(memory, limit.rlim_cur);
  return memory;
}

ChildAnswer ask_child(const std::vector<std::string>& command, std::string_view work,
                      const ChildLimits& limits, const Context& context) {
  const auto end = Clock::now() + limits.time;
  auto [ours, theirs] = socket_pair();
  if (ours.number() < 0) return {};
  const pid_t number = Start(theirs.number())(command);
  theirs.close();
  if (number == 0) return {};
  Child child(number);
  Conversation conversation(std::move(ours), work);
  ChildAnswer answer;
  bool talks = true;
  for (;;) {
    if (talks) talks = conversation.exchange(answer.bytes);
    else if (child.has_ended()) break;
    else std::this_thread::sleep_for(milliseconds(1));
    if (context.stop.asked()) return {ChildEnd::stopped, {}};
    if (Clock::now() >= end) return {ChildEnd::out_of_time, {}};
  }
  answer.end = child.how(limits.memory);
  return answer;
}

bool limit_this_child(std::uint64_t memory, std::uint64_t seconds, long parent) {
#if defined(__linux__)
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  lower_limit(RLIMIT_CORE, 0);
  lower_limit(RLIMIT_CPU, seconds);
  if (!sanitized) lower_limit(RLIMIT_AS, memory);
  return ::getppid() == static_cast<pid_t>(parent);
}

}  // namespace oscegraph
