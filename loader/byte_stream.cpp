// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/byte_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <new>
#include <system_error>
#include <utility>

#include "oscegraph/graph/duration.hpp"
#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";

[[noreturn]] void fail(const std::string& name, const std::string& what, const std::string& next) {
  throw Error(Problem{{name}, what, "", next});
}

/// A file that is open, or bytes in memory: as they are stored.
class Stored {
 public:
  Stored(const std::string& path, std::size_t block) : block_(std::max(block, gzip_magic.size())) {
    const bool standard_input = path == "-";
    name_ = standard_input ? "standard input" : path;
    file_ = standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ < 0) {
      const int error = errno;
      if (error == ENOENT) fail(name_, "no such file or folder", "check the spelling of the path");
      fail(name_, std::string("cannot be opened: ") + std::strerror(error),
           error == EACCES ? "ask for permission to read it" : "");
    }
    struct stat info {};
    if (::fstat(file_, &info) != 0) return;
    is_regular_ = !standard_input && S_ISREG(info.st_mode);
    if (is_regular_ && info.st_size > 0) size_ = static_cast<std::size_t>(info.st_size);
  }
  Stored(std::string name, std::string bytes)
      : name_(std::move(name)),
        bytes_(std::move(bytes)),
        size_(bytes_.size()) {}
  Stored(const Stored&) = delete;
  Stored& operator=(const Stored&) = delete;
  ~Stored() {
    if (file_ > STDERR_FILENO) ::close(file_);
  }

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Can be opened by its path another time, and gives the same bytes then.
  [[nodiscard]] bool is_regular() const { return is_regular_; }
  [[nodiscard]] std::size_t block() const { return block_; }
  /// A good size for the next piece: all of a small file, and one byte more to meet its end.
  [[nodiscard]] std::size_t piece() const {
    return size_ > 0 && size_ < block_ ? size_ + 1 : block_;
  }

  /// How many bytes there were, 0 at the end. A pipe may give less than `most` before its end.
  std::size_t read(char* to, std::size_t most, const Context& context) {
    if (file_ < 0) {
      const std::size_t got = std::min(most, bytes_.size() - read_);
      std::copy_n(bytes_.data() + read_, got, to);
      read_ += got;
      return got;
    }
    for (;;) {
      wait_until_ready(context);
      const ssize_t got = ::read(file_, to, most);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail(name_, std::string("cannot be read: ") + std::strerror(errno), "");
    }
  }

  void rewind() {
    if (file_ < 0) read_ = 0;
    else if (::lseek(file_, 0, SEEK_SET) != 0)
      fail(name_, std::string("cannot be read again: ") + std::strerror(errno), "");
  }

 private:
  /// Comes back now and then to ask whether to go on: nobody may write to a pipe.
  void wait_until_ready(const Context& context) const {
    constexpr int milliseconds = 100;
    pollfd ready{file_, POLLIN, 0};
    do context.check();
    while (::poll(&ready, 1, milliseconds) == 0);
  }

  std::string name_;
  std::size_t block_ = ByteStream::usual_block;
  int file_ = -1;
  bool is_regular_ = false;
  std::string bytes_;
  std::size_t size_ = 0;  ///< 0: not known
  std::size_t read_ = 0;  ///< of the bytes in memory
};

/// gzip: one or more members, and zeros behind the last.
class Gzip {
 public:
  /// `begin` has been read of the file already.
  Gzip(Stored& stored, std::string begin) : stored_(stored), packed_(std::move(begin)) {
    constexpr int gzip_only = 15 + 16;  // window bits, plus zlib's code for a gzip header
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
    give(packed_.size());
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() { inflateEnd(&stream_); }

  /// How many bytes there were, 0 at the end.
  std::size_t read(char* to, std::size_t most, const Context& context) {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(most);
    while (stream_.avail_out == most) {
      context.check();
      if (stream_.avail_in == 0) refill(context);
      if (between_ && !begin_member()) {
        if (stored_ended_) return 0;
        continue;
      }
      const int status = inflate(&stream_, Z_NO_FLUSH);
      between_ = status == Z_STREAM_END;
      const bool cut_short = stored_ended_ && stream_.avail_in == 0 && stream_.avail_out == most;
      if ((status != Z_OK && status != Z_BUF_ERROR && !between_) || (cut_short && !between_))
        fail(stored_.name(), "the gzip data is damaged or cut short",
             "copy or compress the file again");
    }
    return most - stream_.avail_out;
  }

 private:
  void give(std::size_t size) {
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
    stream_.avail_in = static_cast<uInt>(size);
  }
  void refill(const Context& context) {
    packed_.resize(stored_.block());
    const std::size_t got = stored_.read(packed_.data(), packed_.size(), context);
    stored_ended_ = got == 0;
    give(got);
  }
  /// Zeros only fill a block up, as on a tape. False: there is no other member in sight.
  bool begin_member() {
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
      zeros_ = true;
    }
    if (stream_.avail_in == 0) return false;
    if (zeros_ || inflateReset(&stream_) != Z_OK)
      fail(stored_.name(), "the gzip data is damaged or cut short",
           "copy or compress the file again");
    between_ = false;
    return true;
  }

  Stored& stored_;
  std::string packed_;
  z_stream stream_{};
  bool stored_ended_ = false;
  bool between_ = false;  ///< a member has ended
  bool zeros_ = false;    ///< came behind it
};

}  // namespace

class ByteStream::Bytes {
 public:
  Bytes(const std::string& path, const Context& context, std::size_t block)
      : context_{.stop = context.stop},
        stored_(path, block),
        keeps_(!stored_.is_regular()) {}
  Bytes(std::string name, std::string bytes, std::size_t most, const Context& context)
      : context_{.stop = context.stop},
        most_(most),
        stored_(std::move(name),
                bytes.starts_with(gzip_magic) ? std::exchange(bytes, {}) : std::string()),
        buffer_(std::move(bytes)),
        keeps_(true),
        ended_(!buffer_.empty()) {}
  explicit Bytes(std::string text)
      : stored_("", ""),
        buffer_(std::move(text)),
        keeps_(true),
        ended_(true) {}

  std::string_view peek(std::size_t least) {
    while (!ended_ && buffer_.size() - begin_ < least) fill();
    return std::string_view(buffer_).substr(begin_);
  }
  void take(std::size_t bytes) { begin_ += bytes; }
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] std::uint64_t taken() const { return dropped_ + begin_; }

  std::string rest() {
    peek(any_size);
    if (keeps_ || begin_ > 0) {
      std::string copy = buffer_.substr(begin_);
      begin_ = buffer_.size();
      return copy;
    }
    dropped_ += buffer_.size();
    return std::exchange(buffer_, {});
  }

  void rewind() {
    if (dropped_ > 0) {
      stored_.rewind();
      gzip_.reset();
      buffer_.clear();
      dropped_ = 0;
      began_ = ended_ = false;
    }
    begin_ = 0;
  }

  [[nodiscard]] std::string excerpt(const Place& place) const {
    return keeps_ ? excerpt_at(buffer_, place) : excerpt_of_file(place, context_);
  }
  void close() {
    if (keeps_) return;
    dropped_ += buffer_.size();
    begin_ = 0;
    std::string().swap(buffer_);
    gzip_.reset();
    ended_ = true;
  }

 private:
  void fill() {
    if (!keeps_ && begin_ > 0) {
      buffer_.erase(0, begin_);
      dropped_ += std::exchange(begin_, 0);
    }
    const std::size_t had = buffer_.size();
    try {
      buffer_.resize(had + (gzip_ ? stored_.block() : stored_.piece()));
      const std::size_t got = read(buffer_.data() + had, buffer_.size() - had);
      buffer_.resize(had + got);
      ended_ = got == 0;
      if (!std::exchange(began_, true) && buffer_.starts_with(gzip_magic)) {
        gzip_.emplace(stored_, std::exchange(buffer_, {}));
        ended_ = false;
      }
      if (dropped_ + buffer_.size() > most_)
        fail(stored_.name(), "unpacks to more than " + size_in_words(most_),
             "give a smaller part of it");
    } catch (...) {
      buffer_.resize(had);
      ended_ = true;
      throw;
    }
  }

  /// The first piece has the two bytes that tell gzip, where the input has two.
  std::size_t read(char* to, std::size_t most) {
    if (gzip_) return gzip_->read(to, most, context_);
    std::size_t got = stored_.read(to, most, context_);
    while (!began_ && got == 1) {
      const std::size_t more = stored_.read(to + got, most - got, context_);
      if (more == 0) break;
      got += more;
    }
    return got;
  }

  Context context_;
  std::size_t most_ = any_size;
  Stored stored_;
  std::optional<Gzip> gzip_;
  std::string buffer_;
  std::size_t begin_ = 0;      ///< of what was not taken, in the buffer
  std::uint64_t dropped_ = 0;  ///< bytes before the buffer
  bool keeps_;                 ///< nothing is dropped, since it could not be read again
  bool began_ = false;
  bool ended_ = false;
};

ByteStream::ByteStream(const std::string& path, const Context& context, std::size_t block)
    : bytes_(std::make_unique<Bytes>(path, context, block)) {}
ByteStream::ByteStream(std::unique_ptr<Bytes> bytes) : bytes_(std::move(bytes)) {}
ByteStream ByteStream::of_bytes(std::string name, std::string bytes, std::size_t most,
                                const Context& context) {
  return ByteStream(std::make_unique<Bytes>(std::move(name), std::move(bytes), most, context));
}
ByteStream ByteStream::of_text(std::string text) {
  return ByteStream(std::make_unique<Bytes>(std::move(text)));
}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

std::string_view ByteStream::peek(std::size_t least) { return bytes_->peek(least); }
void ByteStream::take(std::size_t bytes) { bytes_->take(bytes); }
bool ByteStream::ends_here() const { return bytes_->ended(); }
std::uint64_t ByteStream::taken() const { return bytes_->taken(); }
std::string ByteStream::rest() { return bytes_->rest(); }
void ByteStream::take_byte_order_mark() {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (peek(mark.size()).starts_with(mark)) take(mark.size());
}

std::optional<std::string_view> ByteStream::line() {
  for (std::size_t looked_at = 0;;) {
    const std::string_view text = peek(looked_at + 1);
    const std::size_t end = text.find('\n', looked_at);
    if (text.empty()) return std::nullopt;
    if (end == std::string_view::npos && !ends_here()) {
      looked_at = text.size();
      continue;
    }
    const std::string_view line = text.substr(0, end);
    take(std::min(line.size() + 1, text.size()));
    return line;
  }
}
void ByteStream::rewind() { bytes_->rewind(); }
std::string ByteStream::excerpt(const Place& place) const { return bytes_->excerpt(place); }
void ByteStream::close() { bytes_->close(); }

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

std::string excerpt_of_file(const Place& place, const Context& context) {
  std::error_code unknown;
  if (place.line == 0 || !std::filesystem::is_regular_file(place.file, unknown)) return {};
  try {
    ByteStream bytes(place.file, context);
    for (std::uint64_t line = 1; line < place.line; ++line)
      if (!bytes.line()) return {};
    return excerpt_at(bytes.line().value_or(""), {place.file, 1, place.column});
  } catch (const Error&) {
    return {};  // gone since
  }
}

}  // namespace oscegraph
