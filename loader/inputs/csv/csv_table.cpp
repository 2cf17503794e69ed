// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/csv/csv_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::string_view separators = ",;\t|";

/// The separator that occurs most often in the header line outside quotes; a comma if none occurs.
/// Of equally frequent ones, the first in `separators`.
char sniff_separator(std::string_view text) {
  std::array<std::size_t, separators.size()> counts{};
  bool inside = false;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    if (inside) continue;
    if (c == '\n') break;
    if (const std::size_t i = separators.find(c); i != std::string_view::npos) ++counts.at(i);
  }
  const auto most = std::ranges::max_element(counts);
  return separators[static_cast<std::size_t>(most - counts.begin())];
}

/// Whether the text has a line end outside quotes.
bool has_line_end(std::string_view text) {
  bool inside = false;
  for (const char c : text) {
    if (c == '"') inside = !inside;
    if (c == '\n' && !inside) return true;
  }
  return false;
}

}  // namespace

CsvTable::CsvTable(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {
  begin();
}

CsvTable::CsvTable(ByteStream& bytes, std::string file) : stream_(&bytes), file_(std::move(file)) {
  text_ = stream_->peek(1);
  while (may_go_on() && !has_line_end(text_)) widen();
  begin();
}

void CsvTable::begin() {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text_.starts_with(byte_order_mark)) position_ = line_start_ = byte_order_mark.size();
  if (!read_separator_line()) separator_ = sniff_separator(text_.substr(position_));
}

bool CsvTable::may_go_on() const { return stream_ != nullptr && !stream_->ends_here(); }

/// Doubles the window at least, so that a long row is not parsed again too often.
void CsvTable::widen() { text_ = stream_->peek(text_.size() * 2 + 1); }

/// Reads a line "sep=;", in which a spreadsheet program names the separator before the header.
bool CsvTable::read_separator_line() {
  constexpr std::string_view key = "sep=";
  const std::string_view rest = text_.substr(position_);
  if (!rest.starts_with(key) || rest.size() <= key.size() ||
      separators.find(rest[key.size()]) == std::string_view::npos)
    return false;
  position_ += key.size() + 1;
  if (!at_end() && at_line_end()) {
    separator_ = rest[key.size()];
    end_line();
    return true;
  }
  position_ -= key.size() + 1;
  return false;
}

/// A row that reaches the end of the window may continue: it is then parsed again in a larger
/// window.
bool CsvTable::next(std::vector<CsvField>& fields) {
  for (;;) {
    if (stream_ != nullptr) {
      stream_->take(position_);
      passed_ += position_;
      line_start_ -= position_;  // may wrap: a line may begin before the window
      position_ = 0;
      text_ = stream_->peek(1);
    }
    const std::size_t line_start = line_start_;
    const std::uint64_t line = line_;
    std::optional<Error> error;
    bool found = false;
    try {
      found = read_row(fields);
    } catch (const Error& damaged) {
      error = damaged;
    }
    if (!may_go_on() || position_ + 1 < text_.size()) {
      if (error) throw *error;
      return found;
    }
    // Only blank lines, which need not be parsed again.
    if (!found && !error && !text_.ends_with('\r')) continue;
    position_ = 0;
    line_start_ = line_start;
    line_ = line;
    widen();
  }
}

bool CsvTable::read_row(std::vector<CsvField>& fields) {
  fields.clear();
  unescaped_.clear();
  while (!at_end() && at_line_end()) end_line();
  if (at_end()) return false;
  for (;;) {
    fields.push_back(read_field());
    if (at_end()) return true;
    if (at_line_end()) {
      end_line();
      return true;
    }
    ++position_;  // the separator
  }
}

Problem CsvTable::problem_at(std::size_t position, std::string what, std::string next) const {
  return {{file_, line_, position - line_start_ + 1}, std::move(what), "", std::move(next)};
}

void CsvTable::skip_blanks() {
  while (!at_end() && is_blank(text_[position_], separator_)) ++position_;
}

CsvField CsvTable::read_field() {
  skip_blanks();
  CsvField field{{}, line_, position_ - line_start_ + 1};
  if (!at_end() && text_[position_] == '"') {
    field.text = read_quoted();
    return field;
  }
  const std::size_t start = position_;
  while (!at_end() && text_[position_] != separator_ && !at_line_end()) {
    if (text_[position_] == '"') {
      Problem problem = problem_at(position_, "a quote inside a field that is not quoted",
                                   "put the whole field in quotes and double the quotes inside");
      skip_line();
      throw Error(std::move(problem));
    }
    ++position_;
  }
  field.text = text_.substr(start, position_ - start);
  while (!field.text.empty() && is_blank(field.text.back(), separator_))
    field.text.remove_suffix(1);
  return field;
}

std::string_view CsvTable::read_quoted() {
  const Problem unclosed =
      problem_at(position_, "a quoted field is never closed", "add the missing quote");
  const std::size_t start = ++position_;
  bool doubled = false;
  for (;; ++position_) {
    if (at_end()) throw Error(unclosed);
    if (text_[position_] == '\n') {
      ++line_;
      line_start_ = position_ + 1;
    }
    if (text_[position_] != '"') continue;
    if (position_ + 1 >= text_.size() || text_[position_ + 1] != '"') break;
    doubled = true;
    ++position_;
  }
  const std::string_view raw = text_.substr(start, position_ - start);
  const std::size_t after = ++position_;  // the closing quote
  skip_blanks();
  if (!at_end() && text_[position_] != separator_ && !at_line_end()) {
    Problem problem = problem_at(after, "text after the closing quote of a field",
                                 "double the quotes that belong to the text");
    skip_line();
    throw Error(std::move(problem));
  }
  if (!doubled) return raw;
  std::string& plain = unescaped_.emplace_back();
  plain.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    plain += raw[i];
    if (raw[i] == '"') ++i;
  }
  return plain;
}

void CsvTable::skip_line() {
  position_ = std::min(text_.find('\n', position_), text_.size());
  if (!at_end()) end_line();
}

bool CsvTable::at_line_end() const {
  const char c = text_[position_];
  return c == '\n' || (c == '\r' && position_ + 1 < text_.size() && text_[position_ + 1] == '\n') ||
         (c == '\r' && position_ + 1 == text_.size());
}

void CsvTable::end_line() {
  if (text_[position_] == '\r') ++position_;
  if (!at_end()) ++position_;
  line_start_ = position_;
  ++line_;
}

}  // namespace oscegraph
