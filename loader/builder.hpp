// SPDX-License-Identifier: Apache-2.0
//
// The sink at the end of the record stream: it checks records, joins those about the same node or
// document, finds who each claim is about, and makes the graph.
//
// Who a name means is decided when all records are in, so ids and names may be used before they are
// defined; the Resolver says what a text means. Two nodes for one name is an error, as is none; with
// `create_missing` none becomes a new node with attribute status=referenced (missing_names.hpp).
//
// Two records about one node must not contradict each other (kind, an attribute's value); aliases and
// attributes add up. Of several spellings of its name the first, in order of file and line, is the
// name and the others are aliases, which is counted. What the gazetteer knows of a node fills what the input leaves out.
//
// What a rule read out of a running text never stops a load: it gives way to what a record says, and a
// fault in it is a warning about the text (text_faults.hpp).
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "oscegraph/graph/context.hpp"
#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/names.hpp"
#include "oscegraph/graph/strings.hpp"
#include "oscegraph/loader/code_columns.hpp"
#include "oscegraph/loader/fields.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/known_nodes.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/loader/missing_names.hpp"
#include "oscegraph/loader/record.hpp"
#include "oscegraph/loader/resolver.hpp"
#include "oscegraph/loader/source.hpp"
#include "oscegraph/loader/text_faults.hpp"

namespace oscegraph {

class Builder : public RecordSink {
 public:
  /// The sources must outlive the builder; records name them by position.
  Builder(const std::deque<Source>& sources, bool create_missing, Problems& problems);

  void accept(const Record& record) override;

  /// Resolves all claims and hands over the graph. Call once, after the last record.
  Graph finish(const Context& context = {});

  /// Whether claims reviewed as wrong stay in the graph (see LoadOptions).
  void keep_refused(bool keep) { keep_refused_ = keep; }
  /// Whether place_of() will be asked.
  void keep_places(bool keep) { keep_places_ = keep; }
  /// Where a record first defined the node of the finished graph; nowhere when none did.
  [[nodiscard]] Place place_of(NodeId n) const;
  /// What has been said so far of the document's checksum; "" when nothing.
  [[nodiscard]] std::string_view checksum_of(std::string_view document) const;
  /// Whether it was among the first `count` documents.
  [[nodiscard]] bool is_among_first(std::string_view document, std::size_t count) const;
  [[nodiscard]] std::size_t document_count() const { return parts_.documents.size(); }

  /// The nodes and documents made for want of one, in order of id.
  std::vector<Loaded::Created> take_created();
  /// Names that were read otherwise than they are written, in any order; after finish().
  std::vector<Loaded::ReadName> take_read_names();
  /// Nodes whose name records spell in several ways.
  std::vector<Loaded::Spelt> take_spelt();
  /// Nodes that are one with others that are called the same.
  std::vector<Loaded::Joined> take_joined();
  /// Of each text, what of it was left out; after finish().
  std::vector<Problem> take_text_faults();

 private:
  /// Where something was said, small enough to keep for every claim.
  struct Where {
    static constexpr std::uint32_t nowhere = ~std::uint32_t{0};
    std::uint32_t source = 0;
    std::uint32_t column = 0;
    std::uint64_t line = 0;
  };
  /// A claim whose nodes and document are still texts.
  struct OpenClaim {
    ClaimValues claim;
    Where from_where;
    Where to_where;
    Where via_where;
    Where document_where;
  };

  /// The nodes that records define.
  class Defined : public KnownNodes {
   public:
    explicit Defined(const Builder& builder);
    [[nodiscard]] std::size_t count() const override { return builder_.defined_nodes_; }
    [[nodiscard]] std::optional<NodeId> find(std::string_view id) const override;
    [[nodiscard]] std::string_view id(NodeId n) const override;
    [[nodiscard]] std::string_view name(NodeId n) const override;
    [[nodiscard]] Kind kind(NodeId n) const override;
    [[nodiscard]] NodeId spelt(std::string_view name) const override;
    void for_each_alias(NodeId n,
                        const std::function<void(std::string_view)>& visit) const override;
    [[nodiscard]] std::string_view references(NodeId n) const override;
    [[nodiscard]] bool named_by_text(NodeId n) const override;

   private:
    [[nodiscard]] const GraphParts::Node& node(NodeId n) const { return builder_.parts_.nodes[n]; }
    const Builder& builder_;
    Spellings spellings_;
  };

  // records
  void remember_damaged(const Record& record);
  void accept_document(const Record& record);
  void accept_node(const Record& record);
  void accept_claim(const Record& record);
  void merge_document(const Record& record, const DocumentValues& values, DocumentValues& into,
                      const Where& first, FieldReader& fields);
  void merge_node(const Record& record, const NodeValues& values, GraphParts::Node& into,
                  const Where& first, FieldReader& fields);
  bool add_spelling(const GraphParts::Node& node, StringId name, const Where& where,
                    const Where& first);
  void add_attribute(const Record& record, GraphParts::Node& node, const AttributeField& attribute,
                     const Where& first, FieldReader& fields);

  // nodes whose ids say nothing
  [[nodiscard]] std::string_view attribute_of(const GraphParts::Node& node,
                                              std::string_view name) const;
  [[nodiscard]] bool contradict(const GraphParts::Node& a, const GraphParts::Node& b) const;
  struct Called;
  [[nodiscard]] std::map<std::pair<Kind, std::string>, Called> called_the_same(
      CheckNowAndThen& check) const;
  void leave_out_doubles(Called& called) const;
  void join_made_nodes(CheckNowAndThen& check);
  void join(const GraphParts::Node& node, GraphParts::Node& into);
  void forget(const std::vector<NodeId>& became);

  // who is meant
  const NameIndex& titles();
  void settle(const OpenClaim& open);
  std::optional<NodeId> resolve_node(StringId text, const Where& where, KindSet allowed);
  std::optional<NodeId> find_node(StringId text, const Where& where, KindSet allowed);
  void report_unknown_node(std::string_view text, const Where& where, KindSet allowed);
  void report_code(const CodeText& code, const Where& where);
  void mark_code(const CodeCell& cell, ClaimValues& claim);
  [[nodiscard]] std::string_view written(StringId text) const;
  [[nodiscard]] bool is_damaged(StringId text) const;
  void report_ambiguous_node(std::string_view text, const Bodies& bodies, const Where& where);
  void report_body_of_state(std::string_view text, const Body& state, const Where& where);
  NodeId node_of(const Body& body);
  void tell_names();
  std::optional<DocumentId> resolve_document(StringId text, const Where& where);
  void apply_reviews();

  // nodes and documents that no record defines
  /// What a text that claims use leads to.
  struct Meaning {
    bool nowhere = false;
    std::optional<Kind> kind;  ///< when it leads to one node
  };
  Meaning use_of(StringId text);
  void create_missing_nodes();
  void create_missing_documents();
  void add_created(const MissingNames::Node& made);
  void hint_at_nodes(const std::vector<KindSet>& possible);
  void hint_at_documents(std::size_t made);
  NodeId node_from_gazetteer(const GazetteerEntry& entry);
  void add_state_of(NodeId funder);
  void complete_from_gazetteer(GraphParts::Node& node, const GazetteerEntry& entry);
  NodeId add_node(std::string_view id, std::string_view name, Kind kind);
  void set_missing_attribute(GraphParts::Node& node, std::string_view name, std::string_view value);

  /// Of a record of a running text, a list of its own: its faults are no errors.
  Problems& problems_of(const Record& record) {
    return record.from_text ? text_faults_.open() : problems_;
  }
  void sort_places();

  void report(const Where& where, std::string what, std::string allowed = {},
              std::string next = {});
  [[nodiscard]] Where where_of(const Record& record, const Value& value) const;
  [[nodiscard]] bool is_earlier(const Where& a, const Where& b) const;
  [[nodiscard]] std::string place_text(const Where& where) const;

  const std::deque<Source>& sources_;
  bool create_missing_;
  bool keep_refused_ = false;
  bool keep_places_ = false;
  Problems& problems_;
  StringInterner strings_;
  GraphParts parts_;
  std::vector<Where> node_where_;
  std::vector<Where> document_where_;
  std::vector<Where> places_;  ///< of the finished graph's nodes, where they are kept
  std::unordered_map<StringId, NodeId> node_of_id_;
  std::unordered_map<StringId, DocumentId> document_of_id_;
  std::vector<OpenClaim> open_;
  /// The columns that marked codes name by number.
  std::vector<std::pair<CodeColumn, Field>> code_columns_;
  std::optional<Defined> known_;
  std::optional<Resolver> resolver_;
  std::optional<NameIndex> titles_;
  std::unordered_map<StringId, std::optional<NodeId>> resolved_nodes_;
  std::unordered_map<StringId, std::optional<DocumentId>> resolved_documents_;
  std::size_t defined_nodes_ = 0;      ///< by records; those made for claims come after them
  std::size_t defined_documents_ = 0;  ///< likewise
  std::vector<Loaded::Created> created_;
  struct ReadAs {
    NodeId node;
    Where first;
  };
  std::map<StringId, ReadAs> read_names_;
  std::unordered_map<StringId, std::set<StringId>> spellings_;  ///< by id, of nodes with several
  std::unordered_map<StringId, Where> name_where_;  ///< by id, where that is not where the node is
  std::vector<Loaded::ReadName> told_names_;
  std::vector<Loaded::Spelt> told_spellings_;
  /// Ids that programs made, with the sources that have a node of that id.
  std::unordered_map<StringId, std::set<std::uint32_t>> made_ids_;
  std::vector<Loaded::Joined> joined_;
  std::unordered_set<StringId> named_by_text_;   ///< ids of nodes whose name only texts give
  std::unordered_set<StringId> stated_by_text_;  ///< ids of documents that only texts state
  std::set<std::pair<StringId, StringId>> attributes_by_text_;  ///< id and name, likewise
  TextFaults text_faults_;
  std::vector<std::uint32_t> claim_sources_;  ///< of the graph's claims, in their order
  std::vector<Problem> review_warnings_;
  std::unordered_set<StringId> damaged_;  ///< ids and names of records that were left out
  bool nodes_unread_ = false;      ///< a table of nodes could not be read: any name may stand there
  bool documents_unread_ = false;  ///< likewise
};

}  // namespace oscegraph
