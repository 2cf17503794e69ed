// SPDX-License-Identifier: Apache-2.0
//
// The record stream between readers and builder. A reader knows a format and no graph: it finds the
// values of a record, with their places, and pushes them. The builder knows the graph and no format:
// what the values mean, and whether they may, is checked there, once for every format.
//
// Which fields a record has is in graph/schema.hpp: every reader's field names come from there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/schema.hpp"

namespace oscegraph {

struct CellStyles;
struct CodeColumn;

struct RecordRow {
  RecordType type;
  std::string_view name;   ///< as in {"type":"claim"}
  std::string_view table;  ///< as in claims.csv and {"claims":[...]}
  std::span<const FieldRow> fields;
};

std::span<const RecordRow> record_types();
const RecordRow& row_of(RecordType type);
std::string_view name_of(Field field);
std::optional<Field> find_field(RecordType type, std::string_view name);
/// All names a record of this type may use, `aliases` and `attributes` included.
std::vector<std::string_view> field_names(RecordType type);

enum class ValueType : std::uint8_t { absent, text, number, boolean };

/// One value as the input spells it. The text lives until the sink's call returns.
struct Value {
  std::string_view text;
  ValueType type = ValueType::absent;
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  [[nodiscard]] bool present() const { return type != ValueType::absent; }
};

/// What an attribute that is written so is; a table has only text.
AttributeType attribute_type(ValueType type);

struct AttributeField {
  std::string_view name;
  Value value;
};

/// A value that a mapping translated: what stands in the table, for messages.
struct WrittenCell {
  Field field;
  std::string_view text;
  bool misfit = false;  ///< it is not written as the mapping says of all
};

/// A value that stands in a column of codes.
struct CodeCell {
  Field field;
  const CodeColumn* column;
};

/// What a file calls the thing that a record is of: "the node 'n7' ('UNDP')". It is put into words
/// when a message needs them.
class RecordSubject {
 public:
  RecordSubject() = default;
  RecordSubject(const RecordSubject&) = delete;
  RecordSubject& operator=(const RecordSubject&) = delete;
  virtual ~RecordSubject() = default;
  [[nodiscard]] virtual std::string words() const = 0;
};

struct Record {
  RecordType type = RecordType::document;
  std::uint32_t source = 0;  ///< which input, a position in the list of sources
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  /// Something in it was wrong and has been reported: good for knowing that its id exists, no more.
  bool damaged = false;
  /// Damaged, and stands for all records of its type in a table that could not be read.
  bool unread = false;
  /// Read out of running text: a node's name that differs from another record's is one more name
  /// for it, not a contradiction.
  bool from_text = false;
  /// Out of a graph file: where another record of the same node or document differs, that one is right.
  bool from_graph_file = false;
  /// A node's id was made by a program, of its name or of a number: it says nothing about who it is. Out of
  /// a graph program's file, it is good within that graph only.
  bool made_id = false;
  /// Of a claim out of such a file: the sources whose made ids its texts are.
  static constexpr std::uint32_t no_source = ~std::uint32_t{0};
  std::uint32_t from_made_in = no_source;
  std::uint32_t to_made_in = no_source;
  std::uint32_t via_made_in = no_source;
  /// What the file calls it, for messages. nullptr: the place says enough.
  const RecordSubject* subject = nullptr;
  std::array<Value, field_count> values;
  std::vector<Value> aliases;
  std::vector<AttributeField> attributes;
  const CellStyles* styles = nullptr;  ///< of the table, when a mapping says what its columns are
  std::vector<WrittenCell> written;    ///< of values that are not in it as they are here
  std::vector<CodeCell> codes;         ///< of a table; in no order

  [[nodiscard]] const Value& operator[](Field field) const {
    return values[static_cast<std::size_t>(field)];
  }
  Value& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }

  struct Position {
    std::uint64_t line;
    std::uint64_t column;
  };
  /// Where the value stands: where the record does, for one without a place of its own.
  [[nodiscard]] Position position_of(const Value& value) const {
    return value.line > 0 ? Position{value.line, value.column} : Position{line, column};
  }

  /// Empties the record and keeps its storage, for the next one of the same source.
  void clear();
};

class RecordSink {
 public:
  RecordSink() = default;
  RecordSink(const RecordSink&) = delete;
  RecordSink& operator=(const RecordSink&) = delete;
  virtual ~RecordSink() = default;
  virtual void accept(const Record& record) = 0;
};

}  // namespace oscegraph
