// SPDX-License-Identifier: Apache-2.0
//
// What the readers of GraphML and GEXF share: where in the file they are, the nodes and edges they are
// collecting (a node may hold a graph, and what is said of it may come after that), and how they say
// what has no place there.
//
// Programs write what they declare (keys, attributes) before the graph, inside of it, or after it.
// Where some comes after the first node, the file is gone through twice: once for what it declares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/loader/graphs/graph_records.hpp"
#include "oscegraph/loader/inputs/xml/xml_reader.hpp"
#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

/// What a reader takes from the file as it goes through it.
enum class XmlPass : std::uint8_t { all, declarations, elements };

/// `Part` names the places of the format; it has `root` and `other`.
template <typename Part>
class XmlGraphReader : public XmlHandler {
 public:
  XmlGraphReader(const Source& source, ReadContext& context)
      : records_(source, context),
        file_(source.name),
        context_(context) {}

  void begin(XmlPass pass) {
    pass_ = pass;
    parts_ = {{Part::root, false}};
    depth_ = 0;
  }
  void text(std::string_view piece) override {
    if (parts_.back().takes_text) text_ += piece;
  }
  virtual void finish() { records_.finish(); }

 protected:
  [[nodiscard]] Part within() const { return parts_.back().part; }
  [[nodiscard]] bool declares() const { return pass_ != XmlPass::elements; }
  [[nodiscard]] bool collects() const { return pass_ != XmlPass::declarations; }
  bool push(Part part, bool takes_text = false) {
    parts_.push_back({part, takes_text});
    if (takes_text) text_.clear();
    return true;
  }
  /// Of no interest, with all that is in it.
  bool skip() {
    push(Part::other);
    return false;
  }
  Part pop() {
    const Part part = within();
    parts_.pop_back();
    return part;
  }

  /// Whether an element is of the format itself. Nearly all are in the space of the one before.
  bool is_own(const XmlElement& element, bool (*is_known)(std::string_view)) {
    if (element.space == own_space_ && knows_space_) return true;
    if (!is_known(element.space)) return false;
    own_space_ = element.space;
    knows_space_ = true;
    return true;
  }

  /// A node or edge begins.
  void open(Scope scope, const XmlElement& element) {
    if (++depth_ > elements_.size()) elements_.emplace_back();
    GraphElement& opened = this->element();
    opened.scope = scope;
    opened.id.clear();
    opened.from.clear();
    opened.to.clear();
    opened.values.clear();
    opened.spells.clear();
    opened.drawn_label.clear();
    opened.direction = EdgeDirection::directed;
    opened.line = element.place.line;
    opened.column_in_line = element.place.column;
  }
  /// The innermost one that is open.
  [[nodiscard]] GraphElement& element() { return elements_[depth_ - 1]; }
  void close() {
    complete(element());
    records_.accept(element());
    --depth_;
  }
  /// What the format adds before an element goes on its way.
  virtual void complete(GraphElement& element) = 0;

  void add_value(std::size_t column, std::string_view text) {
    add_value(column, text, element().line, element().column_in_line);
  }
  void add_value(std::size_t column, std::string_view text, std::uint64_t line,
                 std::uint64_t column_in_line) {
    element().values.push_back({column, std::string(text), line, column_in_line});
  }
  [[nodiscard]] ElementValue* find_value(std::size_t column) {
    for (ElementValue& value : element().values)
      if (value.column == column) return &value;
    return nullptr;
  }

  void warn(const Place& place, std::string what, std::string next = {}) {
    context_.warnings.push_back({place, std::move(what), "", std::move(next)});
  }

  GraphRecords records_;
  const std::string& file_;
  std::string text_;

 private:
  struct OpenPart {
    Part part;
    bool takes_text;
  };
  ReadContext& context_;
  XmlPass pass_ = XmlPass::all;
  std::string own_space_;
  bool knows_space_ = false;
  std::vector<OpenPart> parts_{{Part::root, false}};
  std::vector<GraphElement> elements_;  ///< the first depth_ are open, each inside the one before
  std::size_t depth_ = 0;
};

[[noreturn]] void fail_at(const XmlElement& element, std::string what, std::string allowed = {},
                          std::string next = {});
[[noreturn]] void fail_no_place(const XmlElement& element,
                                std::initializer_list<std::string_view> allowed);
/// The attribute's value; fails when it is missing or empty.
std::string_view needed(const XmlElement& element, std::string_view attribute);
std::string_view given(const XmlElement& element, std::string_view attribute,
                       std::string_view otherwise = {});
/// Fails, naming the edge, when it has no source or no target.
void take_ends(const XmlElement& element, GraphElement& edge);
/// Fails unless the document begins with <name> in a namespace that `is_known`; `usual` is the usual one.
void check_root(const XmlElement& element, std::string_view name, std::string_view format,
                bool (*is_known)(std::string_view), std::string_view usual);
/// "http://www.gexf.net/1.2draft" -> "gexf.net/1.2draft": without what programs write one way or another.
std::string plain_address(std::string_view uri);

struct ColumnTypeRow {
  std::string_view name;
  ValueType type;
};
/// nullopt when there is none of that name: its values are text, and `unknown_type` is to be told.
std::optional<ValueType> column_type(std::string_view name, std::span<const ColumnTypeRow> rows);
/// "'dat' is not a type that GEXF has: ..."
std::string unknown_type(std::string_view name, std::string_view format, std::string_view column);
std::string nearest_type(std::string_view name, std::span<const ColumnTypeRow> rows);

/// Whether an element <name> may stand after the first <node> or <edge>. Text that looks like one counts.
/// The stream must be at its first byte, and is there again.
bool declares_late(ByteStream& bytes, std::string_view name);

/// Runs the reader and reports where it stops.
template <typename Reader>
void run_xml_reader(Source& source, ReadContext& context) {
  Reader reader(source, context);
  try {
    const bool twice = declares_late(source.bytes, Reader::declaration);
    if (twice) {
      reader.begin(XmlPass::declarations);
      read_xml(source, reader, context.progressed);
      source.bytes.rewind();
    }
    reader.begin(twice ? XmlPass::elements : XmlPass::all);
    read_xml(source, reader, context.progressed);
    reader.finish();
  } catch (const Error& error) {
    context.problems.report(error.problem());
  }
}

}  // namespace oscegraph
