// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/xml/xml_text.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/encoding/utf8.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// The length of a UTF-8 character by its first byte.
std::size_t length_by_lead(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC2 || byte > 0xF4) return 1;
  if (byte < 0xE0) return 2;
  return byte < 0xF0 ? 3 : 4;
}

/// Whether the bytes are the beginning of a character.
bool is_begun(std::string_view bytes) {
  return !bytes.empty() && bytes.size() < length_by_lead(bytes[0]) &&
         std::ranges::all_of(bytes.substr(1), [](char c) {
           return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
         });
}

/// The name of the encoding in `<?xml version="1.0" encoding="..."?>`; empty when there is none.
std::string_view declared_encoding(std::string_view declaration) {
  const std::string_view word = "encoding";
  const std::size_t found = declaration.find(word);
  if (found == std::string_view::npos) return {};
  std::string_view rest = declaration.substr(found + word.size());
  for (const std::string_view sign : {"=", "\"'"}) {
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (rest.empty() || sign.find(rest[0]) == std::string_view::npos) return {};
    if (sign == "=") rest.remove_prefix(1);
  }
  const std::size_t close = rest.find(rest[0], 1);
  return close == std::string_view::npos ? std::string_view() : rest.substr(1, close - 1);
}

/// "UTF-8" -> "utf8".
std::string plain_name(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') result += static_cast<char>(c + 32);
    else if (c != '-' && c != '_') result += c;
  }
  return result;
}

}  // namespace

XmlText::XmlText(std::string file, Encoding encoding)
    : file_(std::move(file)),
      encoding_(encoding) {}

std::string_view XmlText::add(std::string_view bytes, bool last) {
  const std::size_t had = text_.size();
  if (faulty_) return {};
  std::string joined;
  if (!waiting_.empty()) {
    joined = std::exchange(waiting_, {});
    joined += bytes;
    bytes = joined;
  }
  if (encoding_ != Encoding::unknown || tell_encoding(bytes, last)) {
    if (encoding_ == Encoding::utf8) take_utf8(bytes, last);
    else if (encoding_ == Encoding::code_page) take_code_page(bytes);
    else take_utf16(bytes, last);
    // Many parsers take NUL for the end of the text.
    if (const std::size_t nul = text_.find('\0', had); nul != std::string::npos) {
      text_.resize(nul);
      faulty_ = has_nul_ = true;
    }
  }
  waiting_ = bytes;
  return std::string_view(text_).substr(had);
}

void XmlText::check() {
  if (!faulty_) return;
  const Place place = at(end());
  if (has_nul_)
    throw Error(Problem{place, "the XML is damaged: a NUL byte in the text", "XML has none",
                        "is the file cut, or copied badly?"});
  if (ends_within_)
    throw Error(Problem{place, "the XML is damaged: the file ends within a character", "",
                        "is the file cut short?"});
  if (encoding_ == Encoding::utf8)
    throw Error(Problem{place, "the XML is damaged: a byte that is not UTF-8",
                        "XML is UTF-8 unless its first line names another encoding",
                        "save the file again as UTF-8"});
  const std::string name = page_ == nullptr ? "UTF-16" : std::string(page_->name);
  throw Error(Problem{place, "the XML is damaged: what follows is no character of " + name,
                      "the file says that it is in this encoding", "save it again as UTF-8"});
}

/// Returns false when more bytes are needed.
bool XmlText::tell_encoding(std::string_view& bytes, bool last) {
  struct Mark {
    std::string_view bytes;
    Encoding encoding;
    std::size_t length;  ///< of the byte order mark
  };
  const Mark marks[] = {{"\xEF\xBB\xBF", Encoding::utf8, 3},
                        {"\xFF\xFE", Encoding::utf16_little, 2},
                        {"\xFE\xFF", Encoding::utf16_big, 2},
                        {{"<\0", 2}, Encoding::utf16_little, 0},
                        {{"\0<", 2}, Encoding::utf16_big, 0}};
  for (const Mark& mark : marks) {
    if (!last && bytes.size() < mark.bytes.size() && mark.bytes.starts_with(bytes)) return false;
    if (!bytes.starts_with(mark.bytes)) continue;
    encoding_ = mark.encoding;
    bytes.remove_prefix(mark.length);
    column_ += mark.length;
    return true;
  }
  constexpr std::string_view start = "<?xml";
  constexpr std::size_t longest = 1024;
  const std::size_t end = bytes.find("?>");
  const bool may_declare = bytes.substr(0, start.size()) == start.substr(0, bytes.size());
  if (!last && may_declare && end == std::string_view::npos && bytes.size() < longest) return false;
  encoding_ = Encoding::utf8;
  if (may_declare) take_declared(bytes.substr(0, std::min(end, longest)));
  return true;
}

void XmlText::take_declared(std::string_view bytes) {
  const std::string_view name = declared_encoding(bytes);
  const std::string plain = plain_name(name);
  // ASCII is read as UTF-8.
  for (const std::string_view utf8 : {"", "utf8", "ascii", "usascii", "ansix3.41968"})
    if (plain == utf8) return;
  page_ = find_code_page(name);
  if (page_ != nullptr) {
    encoding_ = Encoding::code_page;
    return;
  }
  const auto at = static_cast<std::size_t>(name.data() - bytes.data());
  text_ = bytes.substr(0, at);
  const Place place = this->at(at);
  if (plain.starts_with("utf16") || plain.starts_with("utf32") || plain.starts_with("ucs"))
    throw Error(Problem{place,
                        "the file declares the encoding " + in_quotes(name) + ", and is in another",
                        "its first line would have a NUL beside each letter", "correct the name"});
  throw Error(Problem{
      place, "the encoding " + in_quotes(name) + ", which the file declares, is not known here", "",
      "save it again as UTF-8"});
}

void XmlText::take_utf8(std::string_view& bytes, bool last) {
  const std::size_t good = std::min(invalid_utf8(bytes), bytes.size());
  text_.append(bytes.substr(0, good));
  bytes.remove_prefix(good);
  ends_within_ = last && is_begun(bytes);
  faulty_ = !bytes.empty() && (last || !is_begun(bytes));
}

void XmlText::take_code_page(std::string_view& bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(1)) {
    const auto byte = static_cast<unsigned char>(bytes[0]);
    const char16_t character = page_->character(byte);
    faulty_ = character == 0 && byte != 0;
    if (faulty_) return;
    append_utf8(text_, character);
  }
}

void XmlText::take_utf16(std::string_view& bytes, bool last) {
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return encoding_ == Encoding::utf16_big ? std::uint32_t{first} << 8U | second
                                            : std::uint32_t{second} << 8U | first;
  };
  while (bytes.size() >= 2) {
    std::uint32_t point = unit(0);
    std::size_t length = 2;
    if (point >= 0xD800 && point < 0xE000) {
      if (bytes.size() < 4) break;
      const std::uint32_t low = unit(2);
      faulty_ = point >= 0xDC00 || low < 0xDC00 || low >= 0xE000;
      if (faulty_) return;
      point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
      length = 4;
    }
    append_utf8(text_, point);
    bytes.remove_prefix(length);
  }
  ends_within_ = faulty_ = last && !bytes.empty();
}

std::string_view XmlText::from(std::uint64_t position) const {
  const std::uint64_t at = std::clamp(position, begin_, end()) - begin_;
  return std::string_view(text_).substr(static_cast<std::size_t>(at));
}

std::uint64_t XmlText::last_before(std::uint64_t position, std::string_view what) const {
  const auto length = static_cast<std::size_t>(std::clamp(position, begin_, end()) - begin_);
  const std::string_view held = std::string_view(text_).substr(0, length);
  const std::size_t found = what.size() == 1 ? held.rfind(what[0]) : held.rfind(what);
  return found == std::string_view::npos ? position : begin_ + found;
}

Place XmlText::at(std::uint64_t position) {
  Place place{file_, 0, 0};
  move_to(position, place.line, place.column);
  return place;
}

void XmlText::move_to(std::uint64_t position, std::uint64_t& line, std::uint64_t& column) {
  position = std::clamp(position, seen_, end());
  std::string_view passed = from(seen_).substr(0, static_cast<std::size_t>(position - seen_));
  while (!passed.empty()) {
    const void* found = std::memchr(passed.data(), '\n', passed.size());
    if (found == nullptr) break;
    passed.remove_prefix(static_cast<std::size_t>(static_cast<const char*>(found) - passed.data()) +
                         1);
    ++line_;
    // A line begins after the byte 0A; in UTF-16 little-endian the other half of the line break
    // follows it.
    column_ = encoding_ == Encoding::utf16_little ? 2 : 1;
  }
  column_ += bytes_in_file(passed);
  seen_ = position;
  line = line_;
  column = column_;
}

void XmlText::release_before(std::uint64_t position) {
  std::uint64_t ignored = 0;
  move_to(position, ignored, ignored);
  text_.erase(0, static_cast<std::size_t>(seen_ - begin_));
  begin_ = seen_;
}

std::uint64_t XmlText::bytes_in_file(std::string_view text) const {
  if (encoding_ == Encoding::utf8 || encoding_ == Encoding::unknown) return text.size();
  std::uint64_t result = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;
    if (encoding_ == Encoding::code_page) ++result;
    else result += byte < 0xF0 ? 2 : 4;
  }
  return result;
}

}  // namespace oscegraph
