// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/formats/format_decision.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/json_outline.hpp"
#include "oscegraph/loader/inputs/signature.hpp"
#include "oscegraph/loader/inputs/xml/xml_root.hpp"
#include "oscegraph/loader/press/text/decode.hpp"
#include "oscegraph/loader/tables/table_shape.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t looked_at = std::size_t{1} << 16U;

/// The start of the text, converted to UTF-8; when it is cut, up to the end of a line.
std::string readable_head(ByteStream& bytes) {
  const std::string_view text = bytes.peek(looked_at + 1);
  std::string_view head = text.substr(0, looked_at);
  if (head.size() < text.size()) {
    const std::size_t line = head.rfind('\n');
    if (line != std::string_view::npos && head.find('\0') == std::string_view::npos)
      head = head.substr(0, line + 1);
  }
  press::Decoded decoded;
  press::decode(head, decoded, press::Markup::none);
  return decoded.encoding == press::Encoding::binary ? std::string() : std::string(decoded.text);
}

bool is(const InputFormat* format, InputFormatId id) {
  return format != nullptr && format->id == id;
}

bool is_json(const InputFormat* format) {
  return is(format, InputFormatId::json) || is(format, InputFormatId::jsonl);
}

bool is_xml_graph(const InputFormat* format) {
  return is(format, InputFormatId::graphml) || is(format, InputFormatId::gexf);
}

class Decision {
 public:
  Decision(Source& source, const FormatHints& hints)
      : path_(source.name),
        bytes_(source.bytes),
        hints_(hints),
        by_path_(input_format_for_path(path_)),
        head_(readable_head(bytes_)),
        root_(xml_root(head_)) {}

  FormatDecision make() {
    if (const ForeignFile* file = foreign_by_signature(text_of_signature())) return refuse(*file);
    if (!hints_.format.empty()) return named();
    if (const ForeignFile* file = foreign()) return refuse(*file);
    const InputFormat* content = by_content();
    if (by_path_ == nullptr) return content != nullptr ? take(content) : by_looks();
    if (content == nullptr || content == by_path_) return by_name();
    if (gives_way(content)) return take(content);
    return is(by_path_, InputFormatId::oscg) ? take(by_path_) : refuse(mismatch(*content));
  }

 private:
  [[nodiscard]] FormatDecision take(const InputFormat* format) const {
    return {format, {}, {}, is_text()};
  }
  [[nodiscard]] FormatDecision refuse(Problem problem) const {
    return {nullptr, std::move(problem), {}, is_text()};
  }
  [[nodiscard]] FormatDecision refuse(const ForeignFile& file) const {
    return refuse({{std::string(path_)}, std::string(file.what), "", std::string(file.next)});
  }
  [[nodiscard]] bool is_text() const { return by_path_ != nullptr && by_path_->running_text; }

  [[nodiscard]] std::string_view text() const { return bytes_.peek(looked_at); }
  /// The content of a container (a zip file) may be described only at its end.
  [[nodiscard]] std::string_view text_of_signature() const {
    constexpr std::size_t largest = std::size_t{64} << 20U;
    return is_container(text()) ? bytes_.peek(largest) : text();
  }

  FormatDecision named() const {
    if (const InputFormat* format = find_input_format(hints_.format)) return take(format);
    const auto names = input_format_names();
    throw UsageError("unknown input format " + in_quotes(hints_.format),
                     "formats are " + join_or(names), did_you_mean(hints_.format, names));
  }

  /// A format of other programs that XML or JSON content clearly shows.
  [[nodiscard]] const ForeignFile* foreign() const {
    const bool page = is(by_path_, InputFormatId::html);
    if (!root_.local.empty() && !page)
      if (const ForeignFile* file = foreign_xml(root_)) return file;
    return is_certain_json() ? foreign_json(outline()) : nullptr;
  }

  /// False for "[Skopje, 2 May] ...", which is a text.
  [[nodiscard]] bool is_certain_json() const {
    const JsonOutline& outline = this->outline();
    return outline.opens == '{' || outline.first_inside == '{' || outline.first_inside == '"';
  }

  [[nodiscard]] const JsonOutline& outline() const {
    if (!outline_) outline_ = json_outline(bytes_);
    return *outline_;
  }

  /// The format that the content certainly has; nullptr when it is not certain.
  [[nodiscard]] const InputFormat* by_content() const {
    if (is_native_lines(outline())) return input_format(InputFormatId::jsonl);
    if (is_native_object(outline())) return input_format(InputFormatId::json);
    const auto rows = input_format_table();
    // Our binary graph files have no text.
    const std::string_view head = head_.empty() ? text() : std::string_view(head_);
    const auto found = std::ranges::find_if(
        rows, [&](const InputFormat& format) { return format.recognises(head); });
    return found == rows.end() ? nullptr : &*found;
  }

  /// Whether the content may overrule the name: the name fits several formats (.xml), or a format
  /// that accepts any text.
  [[nodiscard]] bool gives_way(const InputFormat* content) const {
    return by_path_->running_text || (is_xml_graph(by_path_) && is_xml_graph(content)) ||
           (is_json(by_path_) && is_json(content));
  }

  [[nodiscard]] Problem mismatch(const InputFormat& content) const {
    return {{std::string(path_)},
            "by its name this is " + std::string(by_path_->name) + ", and by its content " +
                std::string(content.name),
            "",
            "rename it, or say which it is with --format"};
  }

  [[nodiscard]] FormatDecision by_name() const {
    const bool may_be_feed = root_.local.empty() || root_.local == "RDF" ||
                             root_.local == "channel" || is(by_content(), InputFormatId::feed);
    if (is(by_path_, InputFormatId::feed) && !may_be_feed)
      return refuse({{std::string(path_)},
                     "this XML begins with <" + std::string(root_.local.substr(0, 40)) +
                         ">: it is no RSS or Atom feed, page or graph",
                     "",
                     "leave it out"});
    FormatDecision decision = take(by_path_);
    if (!is(by_path_, InputFormatId::text)) return decision;
    const auto table = table_shape(head_);
    if (!table) return decision;
    if (hints_.has_table_map) return take(input_format(InputFormatId::csv));
    decision.note = Problem{{std::string(path_)},
                            "this looks like a table separated by " +
                                std::string(name_of_separator(table->separator)) +
                                ", and was read as running text",
                            "",
                            "--format csv and --map FILE read it as a table"};
    return decision;
  }

  /// Without a known name and certain content: decides between a table and running text.
  FormatDecision by_looks() const {
    const InputFormat* csv = input_format(InputFormatId::csv);
    if (is_html_fragment(root_)) return take(input_format(InputFormatId::html));
    if (outline().opens == '{') return take(input_format(InputFormatId::json));
    const bool table = table_shape(head_) || likely_table_shape(head_) ||
                       (hints_.has_table_map && has_table_header(head_));
    if (table && !is_certain_json()) return take(csv);
    if (root_.local.empty() && !is_certain_json() && has_sentences(head_))
      return take(input_format(InputFormatId::text));
    if (const ForeignFile* file = foreign_by_ending(path_)) return refuse(*file);
    const std::string_view line = std::string_view(head_).substr(0, head_.find('\n'));
    if (line.find_first_of(",;\t|") != std::string_view::npos && !line.starts_with('<'))
      return take(csv);
    return refuse({{std::string(path_)},
                   "the format of this file is not known",
                   "formats are " + join_or(input_format_names()),
                   "name it with --format"});
  }

  std::string_view path_;
  ByteStream& bytes_;
  const FormatHints& hints_;
  const InputFormat* by_path_;
  std::string head_;
  XmlRoot root_;
  mutable std::optional<JsonOutline> outline_;
};

}  // namespace

FormatDecision decide_format(Source& source, const FormatHints& hints) {
  return Decision(source, hints).make();
}

FormatDecision decide_format(std::string_view path, std::string_view text,
                             const FormatHints& hints) {
  Source source{std::string(path), ByteStream::of_text(std::string(text))};
  return decide_format(source, hints);
}

const InputFormat* input_format_of_file(std::string_view path) {
  const InputFormat* by_path = input_format_for_path(path);
  const bool several = path.ends_with(".xml") || path.ends_with(".xml.gz");
  if (!several) return by_path;
  std::string file(path);
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown)) file += ".gz";
  try {
    Source source = open_source(file);
    const FormatDecision decision = decide_format(source, {});
    return decision.format != nullptr ? decision.format : by_path;
  } catch (const Error&) {
    return by_path;  // the reader then reports why it cannot be read
  }
}

bool is_graph_file(const std::string& path) {
  if (path == "-") return false;
  if (const InputFormat* format = input_format_for_path(path))
    return format->id == InputFormatId::oscg;
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;
  std::array<char, 8> head{};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const ssize_t got = ::read(descriptor, head.data(), head.size());
  ::close(descriptor);
  return got > 0 && looks_like_graph_file({head.data(), static_cast<std::size_t>(got)});
}

}  // namespace oscegraph
