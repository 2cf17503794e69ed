// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/signature.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace oscegraph {
namespace {

using namespace std::literals;

constexpr ForeignFile spreadsheet{"this is a spreadsheet file", "save the sheet as CSV"};
constexpr ForeignFile document{"this is a document of a word processor", "save it as plain text"};
constexpr ForeignFile slides{"this is a presentation", "save it as plain text"};
constexpr ForeignFile office{"this is a file of an office program",
                             "save a sheet as CSV, a text as plain text"};
constexpr ForeignFile pdf{"this is a PDF", "save it as plain text"};
constexpr ForeignFile archive{"this is an archive of files", "unpack it and give the files"};
constexpr ForeignFile packed{"this is a packed file of a kind that is not read",
                             "unpack it, or pack it with gzip"};
constexpr ForeignFile picture{"this is a picture", "give its text as a text file"};
constexpr ForeignFile recording{"this is a recording", "give its words as a text file"};
constexpr ForeignFile saved_page{"this is a web page saved with its pictures in one file",
                                 "save the page as HTML"};
constexpr ForeignFile mail{"this is a saved mail whose text is encoded", "save it as plain text"};
constexpr ForeignFile gml{"this is a graph in GML", "save it as GraphML"};
constexpr ForeignFile database{"this is a database file", "write its tables as CSV"};
constexpr ForeignFile program{"this is a program", "check the name of the file"};

struct Signature {
  std::string_view bytes;
  const ForeignFile* file;
  std::size_t at = 0;
};
constexpr std::array<Signature, 37> signatures{{
    {"\x09\x08\x10\x00"sv, &spreadsheet},
    {"\x09\x08\x08\x00"sv, &spreadsheet},
    {"\x09\x04\x06\x00"sv, &spreadsheet},
    {"\x09\x02\x06\x00"sv, &spreadsheet},
    {"\x09\x00\x04\x00"sv, &spreadsheet},
    {"ID;PWXL"sv, &spreadsheet},
    {"ID;P\r"sv, &spreadsheet},
    {"ID;P\n"sv, &spreadsheet},
    {"%PDF-"sv, &pdf},
    {"{\\rtf"sv, &document},
    {"\xDB\xA5-\0"sv, &document},
    {"Rar!\x1A\x07"sv, &archive},
    {"7z\xBC\xAF\x27\x1C"sv, &archive},
    {"ustar"sv, &archive, 257},
    {"\xFD"
     "7zXZ\0"sv,
     &packed},
    {"BZh91AY&SY"sv, &packed},
    {"\x28\xB5\x2F\xFD"sv, &packed},
    {"\x1F\x8B"sv, &packed},
    {"\x1F\x9D"sv, &packed},
    {"\x04\x22\x4D\x18"sv, &packed},
    {"\x89PNG\r\n\x1A\n"sv, &picture},
    {"\xFF\xD8\xFF"sv, &picture},
    {"GIF87a"sv, &picture},
    {"GIF89a"sv, &picture},
    {"II*\0"sv, &picture},
    {"MM\0*"sv, &picture},
    {"WEBP"sv, &picture, 8},
    {"ftyp"sv, &recording, 4},
    {"OggS\0"sv, &recording},
    {"ID3\x03\0"sv, &recording},
    {"ID3\x04\0"sv, &recording},
    {"SQLite format 3\0"sv, &database},
    {"PAR1\x15"sv, &database},
    {"ARROW1\0\0"sv, &database},
    {"\x89HDF\r\n\x1A\n"sv, &database},
    {"\x7F"
     "ELF"sv,
     &program},
    {"\0asm"sv, &program},
}};

unsigned little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  unsigned value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// The container of old Microsoft Office files.
bool is_compound(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/// The file names in a zip archive's directory, which is at its end.
std::vector<std::string_view> names_in_zip(std::string_view bytes) {
  std::vector<std::string_view> names;
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end + 22 > bytes.size()) return names;
  std::size_t at = little_endian(bytes, end + 16, 4);
  while (at + 46 <= bytes.size() && bytes.substr(at, 4) == "PK\x01\x02") {
    const std::size_t length = little_endian(bytes, at + 28, 2);
    names.push_back(bytes.substr(at + 46, length));
    at += 46 + length + little_endian(bytes, at + 30, 2) + little_endian(bytes, at + 32, 2);
  }
  return names;
}

/// The media type of OpenDocument files and e-books, which the first file of the zip states.
std::string_view media_type_in_zip(std::string_view bytes) {
  constexpr std::size_t header = 30;
  constexpr std::string_view name = "mimetype";
  if (bytes.size() < header || bytes.substr(header, name.size()) != name) return {};
  const std::size_t begin = header + name.size() + little_endian(bytes, 28, 2);
  const std::string_view rest = bytes.substr(std::min(begin, bytes.size()), 80);
  return rest.substr(0, rest.find("PK"));
}

const ForeignFile* zip_file(std::string_view bytes) {
  const std::string_view type = media_type_in_zip(bytes);
  if (type.find("spreadsheet") != std::string_view::npos) return &spreadsheet;
  if (type.find("presentation") != std::string_view::npos) return &slides;
  if (type.find("opendocument") != std::string_view::npos ||
      type.find("epub") != std::string_view::npos)
    return &document;
  const std::vector<std::string_view> names = names_in_zip(bytes);
  const auto has = [&](std::string_view start) {
    // the directory is missing: cut short
    if (names.empty()) return bytes.find(start) != std::string_view::npos;
    return std::ranges::any_of(names,
                               [&](std::string_view name) { return name.starts_with(start); });
  };
  if (has("xl/")) return &spreadsheet;
  if (has("word/")) return &document;
  if (has("ppt/")) return &slides;
  if (has("Index/Document.iwa")) return &office;
  return &archive;
}

/// Recognises an old Office file by the names of its streams, which are in UTF-16.
const ForeignFile* compound_file(std::string_view bytes) {
  const auto has = [&](std::string_view name) {
    std::string wide;
    for (const char c : name) wide += {c, '\0'};
    return bytes.find(wide) != std::string_view::npos;
  };
  if (has("WordDocument")) return &document;
  if (has("PowerPoint Document")) return &slides;
  if (has("Workbook") || has("Book")) return &spreadsheet;
  return &office;
}

/// Whether a header before the first empty line says "Content-Transfer-Encoding: base64" or the
/// like.
bool is_encoded_mail(std::string_view head) {
  head = head.substr(0, std::min({head.find("\n\n"), head.find("\r\n\r\n"), head.size()}));
  std::string small(head);
  std::ranges::transform(small, small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  const bool has_header =
      small.starts_with("content-") || small.find("\ncontent-") != std::string::npos;
  return has_header && (small.find("encoding: quoted-printable") != std::string::npos ||
                        small.find("encoding: base64") != std::string::npos ||
                        small.find("type: multipart/") != std::string::npos);
}

/// Whether it begins like GML, "graph [ node [ id 1", perhaps after a line "Creator ...".
bool begins_like_gml(std::string_view head) {
  constexpr std::string_view blanks = " \t\r\n";
  if (head.starts_with("Creator ")) head.remove_prefix(std::min(head.find('\n') + 1, head.size()));
  head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
  if (!head.starts_with("graph")) return false;
  head.remove_prefix(5);
  head.remove_prefix(std::min(head.find_first_not_of(blanks), head.size()));
  return head.starts_with('[');
}

}  // namespace

bool is_container(std::string_view head) { return is_zip(head) || is_compound(head); }

const ForeignFile* foreign_by_signature(std::string_view bytes) {
  if (is_zip(bytes)) return zip_file(bytes);
  if (is_compound(bytes)) return compound_file(bytes);
  const auto found = std::ranges::find_if(signatures, [&](const Signature& signature) {
    return bytes.size() > signature.at && bytes.substr(signature.at).starts_with(signature.bytes);
  });
  if (found != signatures.end()) return found->file;
  const std::string_view head = bytes.substr(0, 2048);
  const bool of_mail = head.starts_with("MIME-Version:") || head.starts_with("From: <Saved by");
  if (of_mail && head.find("multipart/related") != std::string_view::npos) return &saved_page;
  if (is_encoded_mail(bytes.substr(0, 8192))) return &mail;
  return begins_like_gml(head) ? &gml : nullptr;
}

const ForeignFile* foreign_by_ending(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  constexpr std::array<std::string_view, 8> of_sheets{".xlsx", ".xls", ".xlsm", ".xlsb",
                                                      ".xltx", ".ods", ".fods", ".numbers"};
  constexpr std::array<std::string_view, 5> of_documents{".docx", ".doc", ".odt", ".rtf", ".pages"};
  const auto ends = [&](std::string_view ending) { return path.ends_with(ending); };
  if (std::ranges::any_of(of_sheets, ends)) return &spreadsheet;
  if (std::ranges::any_of(of_documents, ends)) return &document;
  return path.ends_with(".pdf") ? &pdf : nullptr;
}

}  // namespace oscegraph
