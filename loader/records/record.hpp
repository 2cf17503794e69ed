// SPDX-License-Identifier: Apache-2.0
//
// A record, and the stream of records from readers to builder. A reader handles a format and not
// the graph: it finds the values of a record, with their places, and pushes them. The builder
// handles the graph and not the format: it checks and interprets the values, in one place for all
// formats.
//
// The fields of a record are defined in graph/columns/schema.hpp; all readers take their names from there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/columns/schema.hpp"
#include "oscegraph/graph/graph.hpp"

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
/// All names that a record of this type may use, `aliases` and `attributes` included.
std::vector<std::string_view> field_names(RecordType type);

enum class ValueType : std::uint8_t { absent, text, number, boolean };

/// One value as written in the input. Its text is valid until the sink's call returns.
struct Value {
  std::string_view text;
  ValueType type = ValueType::absent;
  std::uint64_t line = 0;
  std::uint64_t column = 0;

  [[nodiscard]] bool present() const { return type != ValueType::absent; }
};

/// The type of an attribute written in this form; a table has only text.
AttributeType attribute_type(ValueType type);

struct AttributeField {
  std::string_view name;
  Value value;
};

/// A value that a mapping has converted, with the original cell for messages.
struct WrittenCell {
  Field field;
  std::string_view text;
  bool misfit = false;  ///< not in the style that the mapping states for the table
};

/// A value in a column of codes.
struct CodeCell {
  Field field;
  const CodeColumn* column;
};

/// The name that a file uses for the subject of a record: "the node 'n7' ('UNDP')". Worded only
/// when a message needs it.
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
  /// It had a fault, which was reported: use it only to know that its id exists.
  bool damaged = false;
  /// Damaged, and a placeholder for all records of its type in a table that could not be read.
  bool unread = false;
  /// Found in running text: if its name for a node differs from another record's, it is an alias,
  /// not a contradiction.
  bool from_text = false;
  /// From a graph file: where another record of the same node or document differs, the other one is
  /// right.
  bool from_graph_file = false;
  /// The node's id was made by a program, from its name or a number, and does not identify a body.
  /// An id from a graph program's file is valid only within that file.
  bool has_program_id = false;
  /// For a claim from such a file: the sources in which the made ids of its ends are valid.
  static constexpr std::uint32_t no_source = ~std::uint32_t{0};
  std::uint32_t from_made_in = no_source;
  std::uint32_t to_made_in = no_source;
  std::uint32_t via_made_in = no_source;
  /// The subject for messages; nullptr when the place is enough.
  const RecordSubject* subject = nullptr;
  std::array<Value, field_count> values;
  std::vector<Value> aliases;
  std::vector<AttributeField> attributes;
  const CellStyles* styles = nullptr;  ///< styles of the table, if it has a mapping
  std::vector<WrittenCell> written;    ///< for values that the mapping has converted
  std::vector<CodeCell> codes;         ///< for tables; in no order

  [[nodiscard]] const Value& operator[](Field field) const {
    return values[static_cast<std::size_t>(field)];
  }
  Value& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }

  struct Position {
    std::uint64_t line;
    std::uint64_t column;
  };
  /// The place of the value; that of the record when the value has none.
  [[nodiscard]] Position position_of(const Value& value) const {
    return value.line > 0 ? Position{value.line, value.column} : Position{line, column};
  }

  /// Empties the record, except for its storage, for the next one of the same source.
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
