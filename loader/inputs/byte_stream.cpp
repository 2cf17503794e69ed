// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/byte_stream.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/duration.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";

[[noreturn]] void fail(const std::string& name, const std::string& what, const std::string& next) {
  throw Error(Problem{{name}, what, "", next});
}

/// The bytes of a file or of memory as they are stored, compressed or not.
class Stored {
 public:
  Stored(const std::string& path, std::size_t block)
      : name_(name_of_input(path)),
        path_(path),
        block_(std::max(block, gzip_magic.size())) {
    open();
    struct stat info {};
    if (::fstat(file_, &info) != 0) return;
    is_regular_ = path_ != "-" && S_ISREG(info.st_mode);
    if (is_regular_ && info.st_size > 0) size_ = static_cast<std::size_t>(info.st_size);
  }
  Stored(std::string name, std::string bytes)
      : name_(std::move(name)),
        bytes_(std::move(bytes)),
        size_(bytes_.size()) {}
  Stored(const Stored&) = delete;
  Stored& operator=(const Stored&) = delete;
  ~Stored() { close(); }

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Whether it can be opened again by its path and then gives the same bytes.
  [[nodiscard]] bool is_regular() const { return is_regular_; }
  [[nodiscard]] std::size_t block() const { return block_; }
  /// Room for the next read: for a small file all of it, and one byte more to notice its end.
  [[nodiscard]] std::size_t room() const {
    return size_ > 0 && size_ < block_ ? size_ + 1 : block_;
  }

  /// Returns the number of bytes read, 0 at the end, where a file is closed. A pipe may give less
  /// than `most` before its end.
  std::size_t read(char* to, std::size_t most, const Context& context) {
    if (path_.empty()) {
      const std::size_t got = std::min(most, bytes_.size() - read_);
      std::copy_n(bytes_.data() + read_, got, to);
      read_ += got;
      return got;
    }
    if (file_ < 0) return 0;
    for (;;) {
      wait_until_ready(context);
      const ssize_t got = ::read(file_, to, std::min(most, block_));
      if (got == 0) close();
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) fail(name_, std::string("cannot be read: ") + std::strerror(errno), "");
    }
  }

  void rewind() {
    read_ = 0;
    close();
    if (!path_.empty()) open();
  }
  /// Closed as soon as possible: there may be thousands of inputs, and a process may have few files
  /// open.
  void close() {
    if (file_ > STDERR_FILENO) ::close(file_);
    file_ = -1;
  }

 private:
  void open() {
    file_ = path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    if (file_ >= 0) return;
    const int error = errno;
    if (error == ENOENT) fail(name_, "no such file or folder", "check the spelling of the path");
    fail(name_, std::string("cannot be opened: ") + std::strerror(error),
         error == EACCES ? "ask for permission to read it" : "");
  }
  /// Wakes regularly to check for a stop, since a pipe may never get data.
  void wait_until_ready(const Context& context) const {
    constexpr int milliseconds = 100;
    pollfd ready{file_, POLLIN, 0};
    do context.check();
    while (::poll(&ready, 1, milliseconds) == 0);
  }

  std::string name_;
  std::string path_;  ///< empty: the bytes are in memory
  std::size_t block_ = ByteStream::usual_block;
  int file_ = -1;
  bool is_regular_ = false;
  std::string bytes_;
  std::size_t size_ = 0;  ///< 0: not known
  std::size_t read_ = 0;  ///< position in the bytes in memory
};

/// Decompresses gzip: one or more members, perhaps with zeros after the last.
class Gzip {
 public:
  /// `begin` is what has already been read of the file.
  Gzip(Stored& stored, std::string begin) : stored_(stored), packed_(std::move(begin)) {
    constexpr int gzip_only = 15 + 16;  // window bits, plus zlib's code for a gzip header
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
    give(packed_.size());
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() { inflateEnd(&stream_); }

  /// Returns the number of bytes decompressed, 0 at the end.
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
        fail_damaged();
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
  /// Begins the next member, after zeros that only pad a block, as on a tape. Returns false when no
  /// other member follows.
  bool begin_member() {
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
      zeros_ = true;
    }
    if (stream_.avail_in == 0) return false;
    if (zeros_ || inflateReset(&stream_) != Z_OK) fail_damaged();
    between_ = false;
    return true;
  }

  [[noreturn]] void fail_damaged() const {
    fail(stored_.name(), "the gzip data is damaged or cut short",
         "copy or compress the file again");
  }

  Stored& stored_;
  std::string packed_;
  z_stream stream_{};
  bool stored_ended_ = false;
  bool between_ = false;  ///< between two members
  bool zeros_ = false;    ///< zeros followed the last member
};

}  // namespace

std::string name_of_input(const std::string& path) { return path == "-" ? "standard input" : path; }

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
        end_(buffer_.size()),
        keeps_(true),
        ended_(end_ > 0) {}
  explicit Bytes(std::string text)
      : stored_("", ""),
        buffer_(std::move(text)),
        end_(buffer_.size()),
        keeps_(true),
        ended_(true) {}

  std::string_view peek(std::size_t least) {
    while (!ended_ && end_ - next_ < least) fill();
    return {buffer_.data() + next_, end_ - next_};
  }
  void take(std::size_t bytes) { next_ += bytes; }
  [[nodiscard]] bool ended() const { return ended_; }
  [[nodiscard]] std::uint64_t taken() const { return dropped_ + next_; }

  void rewind() {
    next_ = 0;
    if (dropped_ == 0) return;
    stored_.rewind();
    gzip_.reset();
    end_ = 0;
    dropped_ = 0;
    first_is_read_ = ended_ = false;
  }

  [[nodiscard]] bool keeps() const { return keeps_; }
  [[nodiscard]] std::string_view kept() const { return {buffer_.data(), end_}; }
  void close() {
    stored_.close();
    if (keeps_) return;
    drop_buffer();
    gzip_.reset();
  }

 private:
  void drop_buffer() {
    dropped_ += end_;
    next_ = end_ = 0;
    std::string().swap(buffer_);
    ended_ = true;
  }

  void fill() {
    make_room();
    try {
      const std::size_t got = read(buffer_.data() + end_, buffer_.size() - end_);
      end_ += got;
      ended_ = got == 0;
      if (!std::exchange(first_is_read_, true) && kept().starts_with(gzip_magic)) {
        gzip_.emplace(stored_, buffer_.substr(0, std::exchange(end_, 0)));
        ended_ = false;
      }
      if (dropped_ + end_ > most_)
        fail(stored_.name(), "unpacks to more than " + size_in_words(most_),
             "give a smaller part of it");
    } catch (...) {
      stored_.close();
      if (keeps_) next_ = end_;
      else drop_buffer();
      ended_ = true;
      throw;
    }
  }

  /// Makes room at the end of the buffer; bytes not yet taken move to the front.
  void make_room() {
    if (!keeps_ && next_ > 0) {
      std::copy(buffer_.data() + next_, buffer_.data() + end_, buffer_.data());
      end_ -= next_;
      dropped_ += std::exchange(next_, 0);
    }
    const std::size_t room = gzip_ ? stored_.block() : stored_.room();
    const std::size_t half = room / 2 + 1;
    if (buffer_.size() - end_ < half) buffer_.resize(std::max(end_ + room, end_ / 2 * 3));
  }

  /// The first read returns at least two bytes if the input has them: they tell whether it is gzip.
  std::size_t read(char* to, std::size_t most) {
    if (gzip_) return gzip_->read(to, most, context_);
    std::size_t got = stored_.read(to, most, context_);
    while (!first_is_read_ && got == 1) {
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
  std::string buffer_;    ///< has bytes up to end_, and room behind
  std::size_t next_ = 0;  ///< the first byte not taken
  std::size_t end_ = 0;
  std::uint64_t dropped_ = 0;  ///< bytes before the buffer
  bool keeps_;                 ///< nothing is dropped, since it cannot be read again
  bool first_is_read_ = false;
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
std::string_view ByteStream::rest() {
  const std::string_view all = peek(any_size);
  take(all.size());
  return all;
}
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
std::optional<std::string_view> ByteStream::kept() const {
  return bytes_->keeps() ? std::optional(bytes_->kept()) : std::nullopt;
}
void ByteStream::close() { bytes_->close(); }

}  // namespace oscegraph
