// SPDX-License-Identifier: Apache-2.0
//
// What one thread of a bulk load gathers: the records it read, checked one by one, their texts as
// numbers of a StringTable. A record of which anything is unusual (a mistake above all) is refused by
// throwing Unusual: its piece is then read again in the usual way, which says what is wrong and where.
// So this file has no error messages.
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

/// Not for the bulk load.
struct Unusual {};

/// A record's texts, wherever they lie; they must stay until flush(). "" is a field that is absent.
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
  /// A text that is not among the bytes read, for the next record.
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  /// The same for a record that was read in the usual way.
  void accept(const Record& record);
  /// To be called before the texts of the records go.
  void flush();

  /// How much has been gathered.
  struct Mark {
    std::size_t documents;
    std::size_t nodes;
    std::size_t aliases;
    std::size_t attributes;
    std::size_t claims;
  };
  /// After flush().
  [[nodiscard]] Mark mark() const;
  /// Forgets what was gathered since.
  void go_back_to(const Mark& mark);

  // What was gathered. In the claims, nodes and documents are numbers of strings.
  // Deques, as look-ups that wait know where their answer goes.
  std::deque<NodeValues> nodes;
  std::deque<GraphLists::Alias> aliases;         ///< their node is a position in `nodes`
  std::deque<GraphLists::Attribute> attributes;  ///< likewise
  std::deque<DocumentValues> documents;
  GraphLists::Claims claims;

 private:
  class Texts;
  void accept_document(const BulkRecord& record);
  void accept_node(const BulkRecord& record);
  void accept_claim(const BulkRecord& record);

  /// A text that is often the same as in the last record.
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
  std::array<ClaimValues, 32> waiting_{};  ///< for their look-ups
  std::size_t waiting_count_ = 0;
  std::deque<std::string> kept_;  ///< until flush()
  Repeated document_;
  Repeated currency_;
};

}  // namespace oscegraph
