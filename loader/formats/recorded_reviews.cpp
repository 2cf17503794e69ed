// SPDX-License-Identifier: Apache-2.0
//
// Runs the usual reader of the file's format, with a sink that looks only at the field `reviewed`.
// So each format has only one parser, and load() counts the same reviews.
#include "oscegraph/loader/formats/recorded_reviews.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/inputs/json_outline.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"

namespace oscegraph {
namespace {

class ReviewSink : public RecordSink {
 public:
  void accept(const Record& record) override {
    fits = fits || !record.unread;
    const Value& reviewed = record[Field::reviewed];
    if (record.type != RecordType::claim || reviewed.text.empty()) return;
    const auto review = parse_review(reviewed.text);
    if (review == Review::yes || review == Review::corrected) ++found.accepted;
    else if (review != Review::unreviewed) ++found.refused;
  }
  RecordedReviews found;
  bool fits = false;  ///< whether a native record was read
};

/// Whether the field can occur at all: by its plain name, or by a name with JSON escapes.
bool may_speak_of_reviews(std::string_view text) {
  return text.find("reviewed") != std::string_view::npos ||
         text.find("\\u") != std::string_view::npos;
}

/// Whether the file certainly holds native records. The rows of an answer as JSON or CSV are not.
bool is_records(const InputFormat& format, Source& source) {
  if (format.lines) return true;
  if (format.id == InputFormatId::json) return is_native_object(json_outline(source.bytes));
  return format.table && type_of_table(source.name).has_value();
}

/// The format by the content first, since records may be in a file of any name. nullptr: a format
/// that cannot hold reviews.
const InputFormat* format_of(Source& source) {
  const JsonOutline outline = json_outline(source.bytes);
  if (is_native_lines(outline)) return input_format(InputFormatId::jsonl);
  if (is_native_object(outline)) return input_format(InputFormatId::json);
  const InputFormat* format = decide_format(source, {}).format;
  const bool may = format != nullptr && !format->running_text && !format->graph_file;
  return may ? format : nullptr;
}

RecordedReviews read_reviews(Source source) {
  const InputFormat* format = format_of(source);
  if (format == nullptr) return {};
  const bool is_ours = is_records(*format, source);
  if (!is_ours && format->table) source.name = "claims.csv";
  ReviewSink sink;
  constexpr std::size_t all = SIZE_MAX;
  Problems problems{all};
  std::vector<Problem> warnings;
  const std::function<void(const TextSeen&)> no_texts;
  GraphNodes no_nodes;
  ReadContext context{0,        nullptr, false, sink, problems, warnings, [](std::uint64_t) {},
                      no_texts, no_nodes};
  format->read(source, context);
  // Tables of other programs may be called claims.csv too, and others also write one object per
  // line.
  const bool spoken_of = is_ours && (sink.fits || format->id == InputFormatId::json);
  sink.found.unsure = spoken_of && !problems.list().empty();
  return sink.found;
}

}  // namespace

RecordedReviews recorded_reviews(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return {};
  try {
    std::string text = text_of_file(path);
    if (!may_speak_of_reviews(text)) return {};
    return read_reviews({path, ByteStream::of_text(std::move(text))});
  } catch (const Error&) {
    return {};  // no records that load() could read
  }
}

}  // namespace oscegraph
