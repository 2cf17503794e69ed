// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <utility>

#include "oscegraph/exports/target_path.hpp"

namespace oscegraph {

Output Output::to_file(std::string path, StopAsked stop_asked) {
  Output output;
  output.name_ = std::move(path);
  output.stop_asked_ = std::move(stop_asked);
  output.target_ = follow_symlinks(output.name_);
  struct stat found {};
  if (::stat(output.target_.c_str(), &found) != 0) {
    output.open_beside(0);
    return output;
  }
  if (S_ISDIR(found.st_mode)) output.fail(EISDIR);
  // Renaming would replace even a file its owner has protected.
  if (::access(output.target_.c_str(), W_OK) != 0) output.fail(errno);
  if (S_ISREG(found.st_mode)) output.open_beside(found.st_mode & 07777U);
  else output.open_directly();
  return output;
}

Output Output::to_standard_output() {
  Output output;
  output.name_ = "standard output";
  output.descriptor_ = STDOUT_FILENO;
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
  stop_asked_ = std::exchange(other.stop_asked_, {});
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
  if (descriptor_ < 0) return;
  write(buffer_);
  buffer_.clear();
}

void Output::give_up_if_asked() const {
  if (stop_asked_ && stop_asked_()) throw told_to_stop(name_);
}

void Output::write(std::string_view rest) {
  give_up_if_asked();
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written >= 0) rest.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) fail(errno);
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
}

void Output::open_beside(unsigned mode) {
  for (int n = 0; n < most_temporaries; ++n) {
    std::string beside = temporary_beside(target_, n);
    descriptor_ = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ >= 0) {
      temporary_ = std::move(beside);
      is_ours_ = true;
      break;
    }
    // Another run's, or one that was killed: not ours to remove.
    if (errno != EEXIST) fail(errno);
  }
  if (descriptor_ < 0) fail(EEXIST);
  // A file that is replaced keeps its permissions.
  if (mode != 0 && ::fchmod(descriptor_, mode) != 0) fail(errno);
}

void Output::finish_writing() {
  give_up_if_asked();
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
}

void Output::discard() noexcept {
  if (is_ours_) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  descriptor_ = -1;
  is_ours_ = false;
  temporary_.clear();
}

void Output::fail(int error) {
  discard();
  throw cannot_write(name_, error);
}

}  // namespace oscegraph
