// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/source.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "oscegraph/graph/duration.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr std::size_t block = std::size_t{1} << 20U;

[[noreturn]] void fail(const std::string& name, const std::string& what, const std::string& next) {
  throw Error(Problem{{name}, what, "", next});
}

/// A file descriptor that is closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Comes back now and then to ask whether to go on: nobody may write to a pipe.
void wait_until_ready(int descriptor, const Context& context) {
  constexpr int milliseconds = 100;
  pollfd ready{descriptor, POLLIN, 0};
  do context.check();
  while (::poll(&ready, 1, milliseconds) == 0);
}

std::string read_all(int descriptor, const std::string& name, const Context& context) {
  std::string bytes;
  struct stat info {};
  std::size_t expected = 0;
  if (::fstat(descriptor, &info) == 0 && info.st_size > 0)
    expected = static_cast<std::size_t>(info.st_size) + 1;  // one more: to meet the end
  for (;;) {
    const std::size_t had = bytes.size();
    bytes.resize(had < expected ? expected : had + block);
    wait_until_ready(descriptor, context);
    const ssize_t got =
        ::read(descriptor, bytes.data() + had, std::min(bytes.size() - had, 16 * block));
    bytes.resize(had + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return bytes;
    if (got < 0 && errno != EINTR)
      fail(name, std::string("cannot be read: ") + std::strerror(errno), "");
  }
}

}  // namespace

FolderListing list_folder(const std::string& folder,
                          const std::function<bool(std::string_view path)>& wanted) {
  namespace fs = std::filesystem;
  FolderListing listing;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) fail(folder, "the folder cannot be read: " + error.message(), "check its permissions");
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const fs::path& path = entry->path();
    std::error_code ignored;
    if (path.filename().native().starts_with('.')) {
      if (entry->is_directory(ignored)) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(ignored)) continue;
    const fs::path plain = path.extension() == ".gz" ? fs::path(path).replace_extension() : path;
    (wanted(plain.native()) ? listing.files : listing.skipped).push_back(path.native());
  }
  if (error)
    fail(folder, "a folder inside cannot be read: " + error.message(), "check its permissions");
  std::ranges::sort(listing.files);
  std::ranges::sort(listing.skipped);
  return listing;
}

Source read_source(const std::string& path, const Context& context) {
  const bool standard_input = path == "-";
  const std::string name = standard_input ? "standard input" : path;
  const Descriptor file(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    const int error = errno;
    if (error == ENOENT) fail(name, "no such file or folder", "check the spelling of the path");
    fail(name, std::string("cannot be opened: ") + std::strerror(error),
         error == EACCES ? "ask for permission to read it" : "");
  }
  return {name, decompress(name, read_all(file.number(), name, context), any_size, context)};
}

std::string decompress(const std::string& name, std::string bytes, std::size_t most,
                       const Context& context) {
  if (!bytes.starts_with(gzip_magic)) return bytes;
  z_stream stream{};
  constexpr int gzip_only = 15 + 16;  // window bits, plus zlib's code for a gzip header
  if (inflateInit2(&stream, gzip_only) != Z_OK) throw std::bad_alloc();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, &inflateEnd);

  std::string plain;
  std::string buffer(block, '\0');
  std::string_view rest = bytes;
  int status = Z_OK;
  do {
    context.check();
    if (stream.avail_in == 0 && !rest.empty()) {
      const std::size_t piece = std::min(rest.size(), std::size_t{1} << 30U);
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(rest.data()));
      stream.avail_in = static_cast<uInt>(piece);
      rest.remove_prefix(piece);
    }
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    plain.append(buffer, 0, buffer.size() - stream.avail_out);
    if (plain.size() > most)
      fail(name, "unpacks to more than " + size_in_words(most), "give a smaller part of it");
    if (status != Z_STREAM_END) continue;
    // Another member may follow; zeros only fill a block up, as on a tape.
    const std::string_view behind =
        std::string_view(bytes).substr(bytes.size() - rest.size() - stream.avail_in);
    if (behind.find_first_not_of('\0') != std::string_view::npos) status = inflateReset(&stream);
  } while (status == Z_OK);
  if (status != Z_STREAM_END)
    fail(name, "the gzip data is damaged or cut short", "copy or compress the file again");
  return plain;
}

std::string excerpt_at(std::string_view text, const Place& place) {
  for (std::uint64_t line = 1; line < place.line; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return place.line == 0 ? std::string() : excerpt(text, place.column);
}

bool can_be_read_again(const std::string& path) {
  std::error_code unknown;
  return std::filesystem::is_regular_file(path, unknown);
}

std::string excerpt_of_file(const Place& place, const Context& context) {
  if (place.line == 0 || !can_be_read_again(place.file)) return {};
  std::ifstream file(place.file, std::ios::binary);
  std::array<char, 2> head{};
  file.read(head.data(), head.size());
  if (std::string_view(head.data(), head.size()) == gzip_magic) {
    try {
      return excerpt_at(read_source(place.file, context).text, place);
    } catch (const Error&) {
      return {};  // gone since
    }
  }
  file.clear();
  file.seekg(0);
  std::string line;
  for (std::uint64_t at = 0; at < place.line; ++at)
    if (!std::getline(file, line)) return {};
  if (line.ends_with('\r')) line.pop_back();
  return excerpt(line, place.column);
}

}  // namespace oscegraph
