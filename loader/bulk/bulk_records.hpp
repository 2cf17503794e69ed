// SPDX-License-Identifier: Apache-2.0
//
// Collects the records that one thread of a bulk load reads: checks each record, and replaces its
// texts by numbers of a StringTable. Anything unusual in a record, most often a mistake, throws
// NotForBulk. The usual reader then reads the piece again and reports what is wrong and where, so
// this file has no error messages.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/loader/bulk/string_table.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"

namespace oscegraph {

/// Thrown when the bulk load cannot handle the input and the usual reader must.
struct NotForBulk {};

/// The texts of a record, as views that must stay valid until flush(). "" means that a field is
/// missing.
struct BulkRecord {
  RecordType type = RecordType::claim;
  std::array<std::string_view, field_count> fields;
  std::vector<std::string_view> aliases;
  struct Attribute {
    std::string_view name;
    std::string_view value;
    AttributeType type;
  };
  std::vector<Attribute> attributes;

  std::string_view& operator[](Field field) { return fields[static_cast<std::size_t>(field)]; }
  std::string_view operator[](Field field) const { return fields[static_cast<std::size_t>(field)]; }
  void clear() {
    fields.fill({});
    aliases.clear();
    attributes.clear();
  }
};

class BulkRecords {
 public:
  explicit BulkRecords(StringTable& strings) : strings_(&strings), lookups_(strings) {}

  void accept(const BulkRecord& record);
  /// Stores a text that is not part of the bytes read, until flush().
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  /// As above, for a record that the usual reader has read.
  void accept(const Record& record);
  /// Finishes pending look-ups. Call it before the texts of the records are freed.
  void flush();

  /// How many entries each list has.
  struct Mark {
    std::size_t documents;
    std::size_t nodes;
    std::size_t aliases;
    std::size_t attributes;
    std::size_t claims;
  };
  /// Call flush() before.
  [[nodiscard]] Mark mark() const;
  /// Removes the entries added since the mark.
  void go_back_to(const Mark& mark);

  // The collected records. In claims, nodes and documents are numbers of strings.
  // Deques, because pending look-ups hold pointers to the values.
  std::deque<NodeValues> nodes;
  std::deque<GraphLists::Alias> aliases;         ///< `node` is a position in `nodes`
  std::deque<GraphLists::Attribute> attributes;  ///< as above
  std::deque<DocumentValues> documents;
  GraphLists::Claims claims;

 private:
  class Texts;
  void accept_document(const BulkRecord& record);
  void accept_node(const BulkRecord& record);
  void accept_claim(const BulkRecord& record);

  /// Caches the last result, for texts that are often the same as in the record before.
  class Repeated {
   public:
    template <typename Find>
    std::uint32_t operator()(std::string_view text, const Find& find) {
      if (text != text_) {
        value_ = find(text);
        text_ = text;
      }
      return value_;
    }

   private:
    std::string text_;
    std::uint32_t value_ = 0;
  };

  StringTable* strings_;
  StringLookups lookups_;
  std::array<ClaimValues, 32> waiting_{};  ///< claims with pending look-ups
  std::size_t waiting_count_ = 0;
  std::deque<std::string> kept_;  ///< until flush()
  Repeated document_;
  Repeated currency_;
};

}  // namespace oscegraph
