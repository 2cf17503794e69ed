// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/text_faults.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

/// Names a record: "the claim 'state:NO funds project:x' (text 10-40)", "the node 'project:x'".
std::string name_of_record(const Record& record) {
  std::string result = "the " + std::string(row_of(record.type).name) + ' ';
  if (record.type != RecordType::claim)
    return result + in_quotes(std::string(record[Field::id].text));
  const auto text = [&](Field field) { return std::string(record[field].text); };
  result += in_quotes(text(Field::from) + ' ' + text(Field::relation) + ' ' + text(Field::to));
  if (record[Field::locator].present()) result += " (" + text(Field::locator) + ')';
  return result;
}

}  // namespace

void TextFaults::note(const Record& record) {
  if (texts_.size() <= record.source) texts_.resize(record.source + 1);
  texts_[record.source] = true;
  if (open_.list().empty()) return;
  const Problems reported = std::exchange(open_, Problems(no_limit));
  for (Problem problem : reported.list()) {
    problem.what = name_of_record(record) + ": " + problem.what;
    note(record.source, std::move(problem));
  }
}

void TextFaults::note(std::uint32_t source, Problem problem) {
  OfText& faults = faults_[source];
  if (faults.count++ == 0) faults.first = std::move(problem);
}

std::vector<Problem> TextFaults::take_warnings(const std::deque<Source>& sources) {
  std::vector<Problem> warnings;
  for (auto& [source, faults] : std::exchange(faults_, {})) {
    Problem warning = std::move(faults.first);
    // A record from a text has no line; its locator, if any, says where the words are.
    warning.place = {sources[source].name};
    warning.excerpt.clear();
    warning.what = "something read out of this text cannot be, and is left out: " + warning.what;
    if (faults.count > 1)
      warning.next = "and " + counted(faults.count - 1, "more fault") + " of it";
    warnings.push_back(std::move(warning));
  }
  return warnings;
}

}  // namespace oscegraph
