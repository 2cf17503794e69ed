// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graph_file/xml_events.hpp"

#include <expat.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <memory>
#include <string>

#include "oscegraph/graph/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t deepest = 100;
/// Between namespace and name: a character that can be in neither.
constexpr char separator = '\n';

/// Lines and columns of positions that only grow, in bytes: each byte is looked at once.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Source& source) : source_(source) {}
  Place at(std::size_t position) {
    const std::string_view text = source_.text;
    position = std::min(position, text.size());
    while (seen_ < position) {
      const void* found = std::memchr(text.data() + seen_, '\n', position - seen_);
      if (found == nullptr) break;
      seen_ = static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) + 1;
      line_start_ = seen_;
      ++line_;
    }
    seen_ = std::max(seen_, position);
    return {source_.name, line_, position - std::min(position, line_start_) + 1};
  }

 private:
  const Source& source_;
  std::size_t seen_ = 0;
  std::size_t line_start_ = 0;
  std::uint64_t line_ = 1;
};

std::string_view view(const XML_Char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

void split(std::string_view whole, std::string_view& space, std::string_view& name) {
  const std::size_t at = whole.find(separator);
  space = at == std::string_view::npos ? std::string_view() : whole.substr(0, at);
  name = at == std::string_view::npos ? whole : whole.substr(at + 1);
}

/// What Unicode character each byte of an encoding is; false when it is not of one byte a character.
bool map_bytes(const char* encoding, std::array<int, 256>& map) {
  const iconv_t converter = ::iconv_open("UTF-32LE", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  bool single = true;
  for (std::size_t byte = 0; byte < map.size(); ++byte) {
    char in = static_cast<char>(byte);
    std::array<unsigned char, 8> out{};
    char* from = &in;
    char* to = reinterpret_cast<char*>(out.data());
    std::size_t in_left = 1;
    std::size_t out_left = out.size();
    ::iconv(converter, nullptr, nullptr, nullptr, nullptr);
    const std::size_t done = ::iconv(converter, &from, &in_left, &to, &out_left);
    const bool one_character = done != static_cast<std::size_t>(-1) && out_left == 4;
    map[byte] = one_character ? out[0] | out[1] << 8 | out[2] << 16 : -1;
    // ASCII must be ASCII, or the markup would be something else.
    if (byte < 0x80 && map[byte] != static_cast<int>(byte)) single = false;
  }
  ::iconv_close(converter);
  return single;
}

class Parsing {
 public:
  Parsing(const Source& source, XmlHandler& handler,
          const std::function<void(std::uint64_t)>& progressed)
      : source_(source),
        handler_(handler),
        progressed_(progressed),
        places_(source),
        parser_(XML_ParserCreateNS(nullptr, separator), XML_ParserFree) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetEntityDeclHandler(parser_.get(), on_entity);
    XML_SetSkippedEntityHandler(parser_.get(), on_skipped_entity);
    XML_SetUnknownEncodingHandler(parser_.get(), on_encoding, this);
  }

  void run() {
    std::string_view rest = source_.text;
    constexpr std::size_t piece = std::size_t{1} << 30U;
    do {
      const std::string_view now = rest.substr(0, piece);
      rest.remove_prefix(now.size());
      const XML_Status status =
          XML_Parse(parser_.get(), now.data(), static_cast<int>(now.size()), rest.empty() ? 1 : 0);
      if (thrown_) std::rethrow_exception(thrown_);
      if (status == XML_STATUS_ERROR) fail();
    } while (!rest.empty());
  }

 private:
  static Parsing& self(void* data) { return *static_cast<Parsing*>(data); }

  /// Expat is C: what a handler throws waits until Expat has returned.
  template <typename Action>
  void guarded(Action action) {
    if (thrown_) return;
    try {
      action();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    self(data).guarded([&] { self(data).start(name, attributes); });
  }
  static void on_end(void* data, const XML_Char*) {
    self(data).guarded([&] { self(data).end(); });
  }
  static void on_text(void* data, const XML_Char* text, int length) {
    self(data).guarded([&] {
      if (self(data).skipping_ == 0)
        self(data).handler_.text({text, static_cast<std::size_t>(length)});
    });
  }
  static void on_entity(void* data, const XML_Char* name, int, const XML_Char*, int,
                        const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
    self(data).guarded([&] {
      self(data).refuse("the file declares an entity, " + in_quotes(view(name)),
                        "graph files need none, and a few of them can fill any memory",
                        "write out what it stands for");
    });
  }
  static void on_skipped_entity(void* data, const XML_Char* name, int is_parameter) {
    if (is_parameter != 0) return;
    self(data).guarded([&] {
      self(data).refuse("the entity " + in_quotes(view(name)) + " is not defined in this file",
                        "nothing outside of the file is read", "write out what it stands for");
    });
  }
  static int on_encoding(void*, const XML_Char* name, XML_Encoding* info) {
    std::array<int, 256> map{};
    if (!map_bytes(name, map)) return XML_STATUS_ERROR;
    std::ranges::copy(map, std::begin(info->map));
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
  }

  void start(const XML_Char* name, const XML_Char** attributes) {
    if (++depth_ > deepest)
      refuse("elements are nested more than " + to_text(deepest) + " deep", "",
             "is this a graph file?");
    if (skipping_ > 0) {
      ++skipping_;
      return;
    }
    element_.place = here();
    split(view(name), element_.space, element_.name);
    element_.attributes.clear();
    for (; *attributes != nullptr; attributes += 2) {
      XmlAttribute attribute;
      split(view(attributes[0]), attribute.space, attribute.name);
      attribute.value = view(attributes[1]);
      element_.attributes.push_back(attribute);
    }
    constexpr std::uint64_t elements_between_reports = 16384;
    if (++count_ % elements_between_reports == 0) progressed_(position());
    if (!handler_.start(element_)) skipping_ = 1;
  }

  void end() {
    --depth_;
    if (skipping_ > 1) {
      --skipping_;
      return;
    }
    skipping_ = 0;
    handler_.end();
  }

  [[nodiscard]] std::size_t position() const {
    return static_cast<std::size_t>(std::max<XML_Index>(XML_GetCurrentByteIndex(parser_.get()), 0));
  }
  Place here() { return places_.at(position()); }

  [[noreturn]] void refuse(std::string what, std::string allowed, std::string next) {
    throw Error(Problem{here(), std::move(what), std::move(allowed), std::move(next)});
  }

  [[noreturn]] void fail() {
    const XML_Error error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    if (error == XML_ERROR_UNKNOWN_ENCODING)
      refuse("the encoding the file declares is not known here", "", "save it again as UTF-8");
    if (error == XML_ERROR_INVALID_TOKEN)
      refuse("the XML is damaged: not well-formed, or a byte that is not in the file's encoding",
             "XML is UTF-8 unless its first line names another encoding", "");
    const bool cut = error == XML_ERROR_NO_ELEMENTS || error == XML_ERROR_UNCLOSED_TOKEN ||
                     error == XML_ERROR_UNCLOSED_CDATA_SECTION || error == XML_ERROR_PARTIAL_CHAR;
    refuse("the XML is damaged: " + std::string(view(XML_ErrorString(error))), "",
           cut ? "is the file cut short?" : "");
  }

  const Source& source_;
  XmlHandler& handler_;
  const std::function<void(std::uint64_t)>& progressed_;
  PlaceFinder places_;
  std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
  XmlElement element_;
  std::size_t depth_ = 0;
  std::size_t skipping_ = 0;  ///< depth inside an element of no interest; 0: not in one
  std::uint64_t count_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

const std::string_view* XmlElement::find(std::string_view attribute) const {
  for (const XmlAttribute& candidate : attributes)
    if (candidate.space.empty() && candidate.name == attribute) return &candidate.value;
  return nullptr;
}

void read_xml(const Source& source, XmlHandler& handler,
              const std::function<void(std::uint64_t)>& progressed) {
  Parsing(source, handler, progressed).run();
}

}  // namespace oscegraph
