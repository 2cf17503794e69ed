// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk_records.hpp"

#include <algorithm>

#include "oscegraph/loader/fields.hpp"

namespace oscegraph {
namespace {

template <typename Value>
Value expect(const std::optional<Value>& value) {
  if (!value) throw Unusual();
  return *value;
}

void expect(bool fine) {
  if (!fine) throw Unusual();
}

Date date_of(std::string_view text) { return text.empty() ? Date() : expect(Date::parse(text)); }

/// The word of a list that the text is; the first test is right nearly always.
template <typename Word>
Word word_of(std::string_view text, Word otherwise,
             std::optional<Word> (*parse)(std::string_view)) {
  return text.empty() ? otherwise : expect(parse(text));
}

}  // namespace

void BulkRecords::accept(const BulkRecord& record) {
  switch (record.type) {
    case RecordType::document: return accept_document(record);
    case RecordType::node: return accept_node(record);
    case RecordType::claim: return accept_claim(record);
  }
}

void BulkRecords::accept_document(const BulkRecord& record) {
  expect(!record[Field::id].empty());
  DocumentValues& document = documents.emplace_back();
  document.date = date_of(record[Field::date]);
  lookups_.add(record[Field::id], document.id);
  lookups_.add(record[Field::title], document.title);
  lookups_.add(record[Field::publisher], document.publisher);
  lookups_.add(record[Field::url], document.url);
  lookups_.add(record[Field::file], document.file);
  lookups_.add(record[Field::checksum], document.checksum);
}

void BulkRecords::accept_node(const BulkRecord& record) {
  const std::string_view id = record[Field::id];
  expect(!id.empty());
  const Kind kind = expect(parse_kind(record[Field::kind]));
  if (const std::size_t colon = id.find(':'); colon != std::string_view::npos) {
    const auto says = parse_kind(id.substr(0, colon));
    expect(!says || *says == kind);
  }
  const auto place = static_cast<NodeId>(nodes.size());
  Node& node = nodes.emplace_back();
  node.kind = kind;
  lookups_.add(id, node.id);
  lookups_.add(record[Field::name], node.name);
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
  expect(!record[Field::from].empty() && !record[Field::relation].empty() &&
         !record[Field::to].empty() && !record[Field::document].empty() &&
         record[Field::reviewed].empty());
  ClaimValues& claim = waiting_[waiting_count_];
  claim.relation = expect(parse_relation(record[Field::relation]));
  claim.flow = word_of(record[Field::flow], Flow::unknown, parse_flow);
  claim.basis = word_of(record[Field::basis], Basis::stated, parse_basis);
  claim.start = date_of(record[Field::start]);
  claim.end = date_of(record[Field::end]);
  expect(!claim.period().reversed());
  claim.share = record[Field::share].empty() ? no_share : expect(parse_share(record[Field::share]));
  claim.amount = 0;
  claim.currency = {};
  expect(record[Field::amount].empty() == record[Field::currency].empty());
  if (!record[Field::amount].empty()) {
    claim.currency = Currency::from_index(
        static_cast<std::uint16_t>(currency_(record[Field::currency], [](std::string_view code) {
          return std::uint32_t{expect(Currency::parse(code)).index()};
        })));
    const ParsedAmount amount = parse_amount(record[Field::amount], claim.currency);
    expect(amount.fault == AmountFault::no_fault);
    claim.amount = amount.minor;
  }
  claim.document = document_(record[Field::document],
                             [this](std::string_view id) { return strings_->intern(id); });
  claim.via = none;
  if (!record[Field::via].empty()) lookups_.add(record[Field::via], claim.via);
  lookups_.add(record[Field::from], claim.from);
  lookups_.add(record[Field::to], claim.to);
  lookups_.add(record[Field::locator], claim.locator);
  lookups_.add(record[Field::quote], claim.quote);
  lookups_.add(record[Field::rule], claim.rule);
  if (++waiting_count_ == waiting_.size()) flush();
}

void BulkRecords::flush() {
  lookups_.flush();
  for (std::size_t i = 0; i < waiting_count_; ++i) claims.push_back(waiting_[i]);
  waiting_count_ = 0;
  kept_.clear();
}

}  // namespace oscegraph
