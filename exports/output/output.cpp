// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output/output.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstdio>
#include <utility>

#include "oscegraph/exports/output/target_path.hpp"

namespace oscegraph {
namespace {

/// Whether a write may block: on a pipe, a socket or a terminal, until somebody reads.
bool may_block(int descriptor) {
  struct stat found {};
  if (::fstat(descriptor, &found) != 0) return false;
  return S_ISFIFO(found.st_mode) || S_ISSOCK(found.st_mode) || ::isatty(descriptor) == 1;
}

}  // namespace

Output Output::to_file(std::string path, Context context) {
  Output output(std::move(context));
  output.name_ = std::move(path);
  output.target_ = follow_symlinks(output.name_);
  struct stat found {};
  if (::stat(output.target_.c_str(), &found) != 0) {
    output.open_beside(0);
    return output;
  }
  if (S_ISDIR(found.st_mode)) output.fail(EISDIR);
  // A rename would replace even a write-protected file, so ask for the permission first.
  if (::access(output.target_.c_str(), W_OK) != 0) output.fail(errno);
  if (S_ISREG(found.st_mode)) output.open_beside(found.st_mode & 07777U);
  else output.open_directly();
  return output;
}

Output Output::to_standard_output() {
  Output output;
  output.name_ = "standard output";
  output.descriptor_ = STDOUT_FILENO;
  output.may_block_ = may_block(STDOUT_FILENO);
  return output;
}

Output::Output(Output&& other) noexcept { *this = std::move(other); }

Output& Output::operator=(Output&& other) noexcept {
  if (this == &other) return *this;
  discard();
  buffer_ = std::exchange(other.buffer_, {});
  name_ = std::exchange(other.name_, {});
  target_ = std::exchange(other.target_, {});
  temporary_ = std::exchange(other.temporary_, {});
  entered_ = std::move(other.entered_);
  context_ = std::exchange(other.context_, {});
  may_block_ = std::exchange(other.may_block_, false);
  descriptor_ = std::exchange(other.descriptor_, -1);
  is_ours_ = std::exchange(other.is_ours_, false);
  return *this;
}

Output::~Output() { discard(); }

void Output::append(double value) {
  char digits[32];
  append(std::string_view(digits, std::to_chars(digits, digits + sizeof digits, value).ptr));
}

void Output::append_integer(long long value) {
  char digits[24];
  append(std::string_view(digits, std::to_chars(digits, digits + sizeof digits, value).ptr));
}

void Output::append_directly(std::string_view bytes) {
  flush();
  write(bytes);
}

void Output::flush() {
  if (descriptor_ < 0) return context_.check();
  write(buffer_);
  buffer_.clear();
}

/// Waits in short steps and checks the context at each: perhaps nobody ever reads.
void Output::wait_until_ready() const {
  constexpr int milliseconds = 100;
  pollfd ready{descriptor_, POLLOUT, 0};
  while (::poll(&ready, 1, milliseconds) == 0) context_.check();
}

void Output::write(std::string_view rest) {
  while (!rest.empty()) {
    context_.check();
    if (may_block_) wait_until_ready();
    // A pipe that is ready takes PIPE_BUF bytes without blocking.
    const std::size_t most = may_block_ ? PIPE_BUF : buffer_limit;
    const ssize_t written = ::write(descriptor_, rest.data(), std::min(rest.size(), most));
    if (written >= 0) rest.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR && errno != EAGAIN) fail(errno);
  }
}

void Output::commit() {
  const bool renamed = !temporary_.empty();
  finish_writing();
  put_in_place();
  if (renamed) sync_folder(folder_of(target_), name_);
}

void Output::open_directly() {
  descriptor_ = ::open(target_.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  is_ours_ = true;
  may_block_ = may_block(descriptor_);
}

void Output::open_beside(unsigned mode) {
  for (int n = 0; n < most_temporaries; ++n) {
    std::string beside = temporary_beside(target_, n);
    descriptor_ = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) {
      temporary_ = std::move(beside);
      entered_ = TemporaryName(temporary_);
      is_ours_ = true;
      break;
    }
    // The file exists: another run writes it now, or was killed. Do not remove it, try the next
    // name.
    if (errno != EEXIST) fail(errno);
  }
  if (descriptor_ < 0) fail(EEXIST);
  // A file that is replaced keeps its permissions.
  if (mode != 0 && ::fchmod(descriptor_, mode) != 0) fail(errno);
}

void Output::finish_writing() {
  context_.check();
  flush();
  if (descriptor_ < 0 || !is_ours_) return;
  if (!temporary_.empty() && ::fsync(descriptor_) != 0) fail(errno);
  const int closed = ::close(std::exchange(descriptor_, -1));
  is_ours_ = false;
  if (closed != 0) fail(errno);
}

void Output::put_in_place() {
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
  entered_.forget();
}

void Output::discard() noexcept {
  if (is_ours_) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  descriptor_ = -1;
  is_ours_ = false;
  temporary_.clear();
  entered_.forget();
}

void Output::fail(int error) {
  discard();
  throw cannot_write(name_, error);
}

}  // namespace oscegraph
