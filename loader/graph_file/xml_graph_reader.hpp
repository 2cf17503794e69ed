// SPDX-License-Identifier: Apache-2.0
//
// What the readers of GraphML and GEXF share: where in the file they are, the element they are
// collecting, and how they say what has no place there.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/graph_file/graph_records.hpp"
#include "oscegraph/loader/graph_file/xml_events.hpp"

namespace oscegraph {

/// `Part` names the places of the format; it has `root` and `other`.
template <typename Part>
class XmlGraphReader : public XmlHandler {
 public:
  XmlGraphReader(const Source& source, ReadContext& context) : records_(source, context) {}

  void text(std::string_view piece) override {
    if (takes_text_) text_ += piece;
  }
  void finish() { records_.finish(); }

 protected:
  [[nodiscard]] Part within() const { return parts_.back(); }
  bool push(Part part, bool takes_text = false) {
    parts_.push_back(part);
    takes_text_ = takes_text;
    text_.clear();
    return true;
  }
  /// Of no interest, with all that is in it.
  bool skip() {
    push(Part::other);
    return false;
  }
  Part pop() {
    const Part part = parts_.back();
    parts_.pop_back();
    takes_text_ = false;
    return part;
  }

  /// A node or edge begins. One that is still open (nodes may hold a graph) is complete.
  void open(Scope scope, const XmlElement& element) {
    flush();
    element_.scope = scope;
    element_.id.clear();
    element_.values.clear();
    element_.spells.clear();
    element_.direction = EdgeDirection::directed;
    element_.line = element.place.line;
    element_.column_in_line = element.place.column;
    open_ = true;
  }
  void flush() {
    if (!open_) return;
    open_ = false;
    complete(element_);
    records_.accept(element_);
  }
  /// What the format adds before an element goes on its way.
  virtual void complete(GraphElement& element) = 0;

  void add_value(std::size_t column, std::string_view text) {
    add_value(column, text, element_.line, element_.column_in_line);
  }
  void add_value(std::size_t column, std::string_view text, std::uint64_t line,
                 std::uint64_t column_in_line) {
    element_.values.push_back({column, std::string(text), line, column_in_line});
  }
  [[nodiscard]] ElementValue* find_value(std::size_t column) {
    for (ElementValue& value : element_.values)
      if (value.column == column) return &value;
    return nullptr;
  }

  GraphRecords records_;
  GraphElement element_;
  bool open_ = false;  ///< element_ is being read
  std::string text_;

 private:
  std::vector<Part> parts_{Part::root};
  bool takes_text_ = false;
};

[[noreturn]] void fail_at(const XmlElement& element, std::string what, std::string allowed = {},
                          std::string next = {});
[[noreturn]] void fail_no_place(const XmlElement& element,
                                std::initializer_list<std::string_view> allowed);
/// The attribute's value; fails when it is missing or empty.
std::string_view needed(const XmlElement& element, std::string_view attribute);
std::string_view given(const XmlElement& element, std::string_view attribute,
                       std::string_view otherwise = {});
/// Fails unless the document begins with <name> in one of the namespaces (the first is the usual one).
void check_root(const XmlElement& element, std::string_view name, std::string_view format,
                std::span<const std::string_view> spaces);

struct ColumnTypeRow {
  std::string_view name;
  ValueType type;
};
/// Fails, naming the nearest, when there is none of that name.
ValueType column_type(const XmlElement& element, std::string_view attribute, std::string_view name,
                      std::span<const ColumnTypeRow> rows);

/// Runs the reader and reports where it stops.
template <typename Reader>
void run_xml_reader(const Source& source, ReadContext& context) {
  Reader reader(source, context);
  try {
    read_xml(source, reader, context.progressed);
    reader.finish();
  } catch (const Error& error) {
    context.problems.report(error.problem());
  }
}

}  // namespace oscegraph
