// SPDX-License-Identifier: Apache-2.0
//
// The part that the GraphML and GEXF readers share: a stack of the open XML elements, the open
// nodes and edges, and errors for misplaced elements. A node may contain a graph, and the node's
// own data may follow that graph.
//
// Declarations (keys, attributes) may stand before the graph, inside it, or after it. When some may
// come after the first node, the file is read twice: first only for its declarations.
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

/// What a pass over the file takes from it.
enum class XmlPass : std::uint8_t { all, declarations, elements };

/// `Part` is the enumeration of the format's places; it has `root` and `other`.
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
  [[nodiscard]] Part current_place() const { return parts_.back().part; }
  [[nodiscard]] bool declares() const { return pass_ != XmlPass::elements; }
  [[nodiscard]] bool collects() const { return pass_ != XmlPass::declarations; }
  bool push(Part part, bool takes_text = false) {
    parts_.push_back({part, takes_text});
    if (takes_text) text_.clear();
    return true;
  }
  /// Ignores the element and all its content.
  bool skip() {
    push(Part::other);
    return false;
  }
  Part pop() {
    const Part part = current_place();
    parts_.pop_back();
    return part;
  }

  /// Whether an element belongs to the format itself. Most are in the same namespace as the one
  /// before.
  bool is_own(const XmlElement& element, bool (*is_known)(std::string_view)) {
    if (element.space == own_space_ && knows_space_) return true;
    if (!is_known(element.space)) return false;
    own_space_ = element.space;
    knows_space_ = true;
    return true;
  }

  /// Begins a node or edge.
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
  /// The innermost open node or edge.
  [[nodiscard]] GraphElement& element() { return elements_[depth_ - 1]; }
  void close() {
    complete(element());
    records_.accept(element());
    --depth_;
  }
  /// Lets the format complete an element before it is passed on.
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
  /// the first depth_ are open, each nested in the one before
  std::vector<GraphElement> elements_;
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
/// Sets source and target; fails, naming the edge, when one is missing.
void take_ends(const XmlElement& element, GraphElement& edge);
/// Fails unless the document begins with <name> in a namespace that `is_known`; `usual` is named in
/// the error.
void check_root(const XmlElement& element, std::string_view name, std::string_view format,
                bool (*is_known)(std::string_view), std::string_view usual);
/// "http://www.gexf.net/1.2draft" -> "gexf.net/1.2draft": without the parts that programs write
/// differently.
std::string plain_address(std::string_view uri);

struct ColumnTypeRow {
  std::string_view name;
  ValueType type;
};
/// nullopt for an unknown type name: its values are text, and `unknown_type` is the warning.
std::optional<ValueType> column_type(std::string_view name, std::span<const ColumnTypeRow> rows);
/// "'dat' is not a type that GEXF has: ..."
std::string unknown_type(std::string_view name, std::string_view format, std::string_view column);
std::string nearest_type(std::string_view name, std::span<const ColumnTypeRow> rows);

/// Whether an element <name> may stand after the first <node> or <edge>. Text that looks like one
/// counts too. The stream must be at its first byte, and is there again afterwards.
bool declares_late(ByteStream& bytes, std::string_view name);

/// Runs the reader and reports the error that stops it.
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
