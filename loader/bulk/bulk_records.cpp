// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_records.hpp"

#include "oscegraph/loader/records/check_record.hpp"

namespace oscegraph {

void BulkRecords::accept(const BulkRecord& record) {
  switch (record.type) {
    case RecordType::document: return accept_document(record);
    case RecordType::node: return accept_node(record);
    case RecordType::claim: return accept_claim(record);
  }
}

void BulkRecords::accept(const Record& record) {
  BulkRecord same;
  same.type = record.type;
  for (std::size_t i = 0; i < field_count; ++i) same.fields[i] = record.values[i].text;
  for (const Value& alias : record.aliases) same.aliases.push_back(alias.text);
  for (const AttributeField& attribute : record.attributes)
    same.attributes.push_back(
        {attribute.name, attribute.value.text, attribute_type(attribute.value.type)});
  accept(same);
  flush();  // the record's texts are not kept longer
}

BulkRecords::Mark BulkRecords::mark() const {
  return {documents.size(), nodes.size(), aliases.size(), attributes.size(), claims.size()};
}

void BulkRecords::go_back_to(const Mark& mark) {
  flush();
  documents.resize(mark.documents);
  nodes.resize(mark.nodes);
  aliases.resize(mark.aliases);
  attributes.resize(mark.attributes);
  claims.resize_down(mark.claims);
}

/// Adapts a record to check_record.hpp: any fault throws NotForBulk.
class BulkRecords::Texts {
 public:
  Texts(const BulkRecord& record, BulkRecords& records) : record_(record), records_(records) {}

  [[nodiscard]] std::string_view text(Field field) const { return record_[field]; }
  static bool misfit(Field /*field*/) { return false; }
  [[noreturn]] static bool fault(Fault /*fault*/) { throw NotForBulk(); }
  void number(std::string_view text, std::uint32_t& slot) { records_.lookups_.add(text, slot); }
  void number_of_document(std::string_view text, std::uint32_t& slot) {
    slot = records_.document_(text,
                              [&](std::string_view id) { return records_.strings_->intern(id); });
  }
  std::optional<Currency> currency(std::string_view code) {
    return Currency::from_index(
        static_cast<std::uint16_t>(records_.currency_(code, [](std::string_view text) {
          const auto known = Currency::parse(text);
          if (!known) throw NotForBulk();
          return std::uint32_t{known->index()};
        })));
  }

 private:
  const BulkRecord& record_;
  BulkRecords& records_;
};

void BulkRecords::accept_document(const BulkRecord& record) {
  Texts texts(record, *this);
  check_document(texts, documents.emplace_back());
}

void BulkRecords::accept_node(const BulkRecord& record) {
  const auto place = static_cast<NodeId>(nodes.size());
  Texts texts(record, *this);
  check_node(texts, nodes.emplace_back());
  for (const std::string_view alias : record.aliases) {
    if (!alias.empty()) {
      aliases.push_back({place, 0});
      lookups_.add(alias, aliases.back().name);
    }
  }
  for (const BulkRecord::Attribute& from : record.attributes) {
    GraphLists::Attribute& attribute = attributes.emplace_back();
    attribute.node = place;
    attribute.type = from.type;
    lookups_.add(from.name, attribute.name);
    lookups_.add(from.value, attribute.value);
  }
}

void BulkRecords::accept_claim(const BulkRecord& record) {
  // A review changes claims found in texts, so all reviews must be known first: the usual loader
  // does that.
  if (!record[Field::reviewed].empty()) throw NotForBulk();
  Texts texts(record, *this);
  check_claim(texts, waiting_[waiting_count_]);
  if (++waiting_count_ == waiting_.size()) flush();
}

void BulkRecords::flush() {
  lookups_.flush();
  for (std::size_t i = 0; i < waiting_count_; ++i) claims.push_back(waiting_[i]);
  waiting_count_ = 0;
  kept_.clear();
}

}  // namespace oscegraph
