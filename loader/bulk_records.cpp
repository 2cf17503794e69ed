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
  documents.push_back({text(record[Field::id]), text(record[Field::title]),
                       text(record[Field::publisher]), date_of(record[Field::date]),
                       text(record[Field::url]), text(record[Field::file]),
                       text(record[Field::checksum])});
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
  nodes.push_back({text(id), text(record[Field::name]), kind});
  for (const std::string_view alias : record.aliases)
    if (!alias.empty()) aliases.push_back({place, text(alias)});
  for (const BulkRecord::Attribute& attribute : record.attributes)
    attributes.push_back({place, text(attribute.name), text(attribute.value), attribute.type});
}

void BulkRecords::accept_claim(const BulkRecord& record) {
  expect(!record[Field::from].empty() && !record[Field::relation].empty() &&
         !record[Field::to].empty() && !record[Field::document].empty() &&
         record[Field::reviewed].empty());
  Waiting& waiting = waiting_[waiting_count_];
  GraphParts::Claim& claim = waiting.claim;
  claim.relation = expect(parse_relation(record[Field::relation]));
  claim.flow = word_of(record[Field::flow], Flow::unknown, parse_flow);
  claim.basis = word_of(record[Field::basis], Basis::stated, parse_basis);
  claim.period = {date_of(record[Field::start]), date_of(record[Field::end])};
  expect(!claim.period.start.known() || !claim.period.end.known() ||
         claim.period.start.first_day() <= claim.period.end.last_day());
  claim.share = record[Field::share].empty() ? no_share : expect(parse_share(record[Field::share]));
  claim.amount = 0;
  claim.currency = {};
  expect(record[Field::amount].empty() == record[Field::currency].empty());
  if (!record[Field::amount].empty()) {
    claim.currency = Currency::from_index(
        static_cast<std::uint8_t>(currency_(record[Field::currency], [](std::string_view code) {
          return std::uint32_t{expect(Currency::parse(code)).index()};
        })));
    const ParsedAmount amount = parse_amount(record[Field::amount], claim.currency);
    expect(amount.fault == AmountFault::no_fault);
    claim.amount = amount.minor;
  }
  claim.document =
      document_(record[Field::document], [this](std::string_view id) { return text(id); });
  claim.via = record[Field::via].empty() ? none : text(record[Field::via]);
  claim.locator = text(record[Field::locator]);
  claim.quote = text(record[Field::quote]);
  claim.rule = text(record[Field::rule]);
  waiting.from = record[Field::from];
  waiting.to = record[Field::to];
  waiting.from_hash = StringTable::hash(waiting.from);
  waiting.to_hash = StringTable::hash(waiting.to);
  strings_->prefetch_slot(waiting.from_hash);
  strings_->prefetch_slot(waiting.to_hash);
  if (++waiting_count_ == batch) flush();
}

void BulkRecords::flush() {
  for (std::size_t i = 0; i < waiting_count_; ++i) {
    strings_->prefetch_string(waiting_[i].from_hash);
    strings_->prefetch_string(waiting_[i].to_hash);
  }
  for (std::size_t i = 0; i < waiting_count_; ++i) {
    Waiting& waiting = waiting_[i];
    waiting.claim.from = strings_->intern(waiting.from, waiting.from_hash);
    waiting.claim.to = strings_->intern(waiting.to, waiting.to_hash);
    claims.push_back(waiting.claim);
  }
  waiting_count_ = 0;
}

}  // namespace oscegraph
