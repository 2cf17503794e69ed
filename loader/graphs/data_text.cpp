// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/data_text.hpp"

#include <charconv>

#include "oscegraph/loader/graphs/markup_text.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"

namespace oscegraph {

void DataText::begin(Holds holds) {
  holds_ = holds;
  text_.clear();
  labels_.clear();
  open_.clear();
}

bool DataText::start(const XmlElement& element) {
  if (holds_ == Holds::graphics) return start_in_graphics(element);
  open_.emplace_back().breaks = breaks_text(element.name);
  if (open_.back().breaks) text_ += ' ';
  return element.name != "style" && element.name != "script";
}

bool DataText::start_in_graphics(const XmlElement& element) {
  const bool in_label = !open_.empty() && open_.back().is_label;
  const bool of_choice = !open_.empty() && open_.back().is_choice;
  const bool hidden = of_choice && open_.back().inside++ != open_.back().drawn;
  Open& opened = open_.emplace_back();
  // Elements inside a label describe its position, not its text.
  if (in_label || hidden) return false;
  opened.is_label =
      element.name == "NodeLabel" || element.name == "EdgeLabel" || element.name == "Label.Text";
  opened.is_choice = element.name == "Realizers";
  if (opened.is_label) text_.clear();
  if (element.name == "Label")
    if (const std::string_view* text = element.find("Text")) add_label(*text);
  const std::string_view* active = element.find("active");
  if (opened.is_choice && active != nullptr)
    std::from_chars(active->data(), active->data() + active->size(), opened.drawn);
  return true;
}

void DataText::end() {
  if (open_.back().is_label) add_label(text_);
  if (open_.back().breaks) text_ += ' ';
  open_.pop_back();
}

void DataText::text(std::string_view piece) {
  if (holds_ == Holds::text || (!open_.empty() && open_.back().is_label)) text_ += piece;
}

void DataText::add_label(std::string_view text) {
  const std::string_view start = trimmed(text).substr(0, 6);
  const bool markup = start == "<html>" || start == "<HTML>";
  std::string label = markup ? text_of_markup(text) : on_one_line(text);
  if (!label.empty()) labels_.push_back(std::move(label));
}

}  // namespace oscegraph
