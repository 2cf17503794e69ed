// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_again.hpp"

#include <algorithm>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/loader/formats/csv_file.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/records/fields.hpp"
#include "oscegraph/loader/records/native_readers.hpp"

namespace oscegraph {
namespace {

class CallingSink : public RecordSink {
 public:
  explicit CallingSink(const std::function<void(const Record&)>& accept) : accept_(accept) {}
  void accept(const Record& record) override { accept_(record); }

 private:
  const std::function<void(const Record&)>& accept_;
};

std::uint64_t line_breaks(std::string_view text) {
  return static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
}

std::uint64_t line_breaks_before(const BulkFile& file, std::uint64_t end, const Context& context) {
  constexpr std::uint64_t step = std::uint64_t{1} << 20U;
  std::uint64_t count = 0;
  for (std::uint64_t at = 0; at < end; at += step) {
    context.check();
    count += line_breaks(file.bytes(at, std::min(at + step, end)));
  }
  return count;
}

}  // namespace

PieceAgain::PieceAgain(const BulkFile& file, const BulkColumns* table, const Piece& piece,
                       const Context& context)
    : file_(file),
      is_table_(table != nullptr),
      context_(context) {
  PieceText text;
  text.read(file, piece, is_table_);
  if (is_table_) text_ = file.bytes(0, table->first_row);
  header_ = text_.size();
  begins_ = text.offset();
  text_.append(text.begin(), text.end());
}

std::uint64_t PieceAgain::lines_before() {
  if (!lines_before_)
    lines_before_ = line_breaks_before(file_, begins_, context_) -
                    line_breaks(std::string_view(text_).substr(0, header_));
  return *lines_before_;
}

void PieceAgain::read(const std::function<void(const Record&)>& accept) {
  CallingSink sink(accept);
  Problems problems;
  std::vector<Problem> warnings;
  GraphNodes table_nodes;
  const std::function<void(const TextSeen&)> no_texts;
  ReadContext context{.sink = sink,
                      .problems = problems,
                      .warnings = warnings,
                      .progressed = [this](std::uint64_t) { context_.check(); },
                      .on_text = no_texts,
                      .table_nodes = table_nodes};
  try {
    Source source{file_.path(), ByteStream::of_text(text_)};
    if (is_table_) read_csv(source, context);
    else read_json_lines(source, context);
  } catch (const Error& error) {
    Problem problem = error.problem();
    if (problem.place.line > 0) problem.place.line += lines_before();
    throw Error(std::move(problem));
  }
  if (!warnings.empty()) throw NotForBulk();
}

void PieceAgain::read_checked(const std::function<void(const Record&)>& accept) {
  StringInterner strings;
  Problems problems;
  read([&](const Record& record) {
    FieldReader fields(record, file_.path(), problems, strings);
    check_texts(record, file_.path(), problems);
    ClaimValues claim;
    NodeValues node;
    DocumentValues document;
    switch (record.type) {
      case RecordType::document: check_document(fields, document); break;
      case RecordType::node: check_node(fields, node); break;
      case RecordType::claim: check_claim(fields, claim); break;
    }
    accept(record);
  });
}

}  // namespace oscegraph
