// SPDX-License-Identifier: Apache-2.0
//
// Turns each field of a document, node or claim into text by the form that the schema gives it.
#include "oscegraph/graph/record_text.hpp"

#include <utility>

namespace oscegraph {
namespace {

/// The name of a word; "" for a flow that is unknown.
std::string_view said(Flow flow) { return flow == Flow::unknown ? "" : name_of(flow); }
template <typename Word>
std::string_view said(Word word) {
  return name_of(word);
}

}  // namespace

void RecordText::begin() {
  texts_.fill({});
  made_count_ = 0;
}

void RecordText::set_made(Field field, std::string text) {
  std::string& kept = made_.at(made_count_++);
  kept = std::move(text);
  set(field, kept);
}

const RecordText& RecordText::read_document(DocumentId d) & {
  begin();
  for_each_field(document_fields, [&](auto field) {
    const auto value = graph_->value(field, d);
    if constexpr (field.form == Form::date) set_made(field.field, value.text());
    else set(field.field, value);
  });
  return *this;
}

const RecordText& RecordText::read_node(NodeId n) & {
  begin();
  set(Field::id, graph_->node_id(n));
  set(Field::kind, name_of(graph_->node_kind(n)));
  set(Field::name, graph_->node_name(n));
  return *this;
}

const RecordText& RecordText::read_claim(ClaimId c) & {
  begin();
  for_each_field(claim_fields, [&](auto field) {
    const auto value = graph_->value(field, c);
    if constexpr (field.form == Form::text) set(field.field, value);
    else if constexpr (field.form == Form::node) {
      if (value != none) set(field.field, graph_->node_id(value));
    } else if constexpr (field.form == Form::document) {
      set(field.field, graph_->document_id(value));
    } else if constexpr (field.form == Form::word) set(field.field, said(value));
    else if constexpr (field.form == Form::date) set_made(field.field, value.text());
    else if constexpr (field.form == Form::share) set_made(field.field, share_text(value));
    else if constexpr (field.form == Form::currency) set(field.field, value.code());
    else {
      static_assert(field.form == Form::amount);
      if (const auto amount = graph_->claim_amount(c)) set_made(field.field, amount->decimal());
    }
  });
  return *this;
}

}  // namespace oscegraph
