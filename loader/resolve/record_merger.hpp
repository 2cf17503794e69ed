// SPDX-License-Identifier: Apache-2.0
//
// Merges all records about a node, or about a document, into one, and checks and stores the claims.
// It is the first half of the usual loader; builder.hpp is the second half.
//
// Two records about one node must not contradict each other (kind, an attribute's value); aliases
// and attributes are collected. Among several spellings of the name, the first in order of file and
// line is the name and the others become aliases, which is reported. A finding in running text
// never stops a load: records have priority over it. A graph file has the lowest priority.
//
// Cost: each record is looked at once, with one look-up by id for a node or document.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/loader/records/fields.hpp"
#include "oscegraph/loader/records/marked_text.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/resolve/known_nodes.hpp"
#include "oscegraph/loader/resolve/load_reports.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"
#include "oscegraph/loader/tables/code_columns.hpp"

namespace oscegraph {

/// A claim whose nodes and document are still texts.
struct OpenClaim {
  ClaimValues claim;
  Where from_where;
  Where to_where;
  Where via_where;
  Where document_where;
};

class RecordMerger : public RecordSink, public KnownNodes {
 public:
  /// Both must outlive this object.
  RecordMerger(StringInterner& strings, LoadReports& reports)
      : strings_(strings),
        reports_(reports) {}

  void accept(const Record& record) override;

  /// Call it once, after the last record: joins nodes with the same name and made ids
  /// (join_made.cpp), and assigns each id to one node (graph_ids.cpp). After that the set of
  /// defined nodes and documents is fixed; those added later are not among the known ones.
  void close(PeriodicCheck& check);

  // What the records define, for the Resolver.
  [[nodiscard]] std::size_t count() const override { return defined_nodes_; }
  [[nodiscard]] std::optional<NodeId> find(std::string_view id) const override;
  [[nodiscard]] std::string_view id(NodeId n) const override;
  [[nodiscard]] std::string_view name(NodeId n) const override;
  [[nodiscard]] Kind kind(NodeId n) const override;
  [[nodiscard]] NodeId spelt(std::string_view name) const override;
  void for_each_alias(NodeId n, const std::function<void(std::string_view)>& visit) const override;
  [[nodiscard]] std::string_view references(NodeId n) const override;
  [[nodiscard]] bool named_by_text(NodeId n) const override;
  [[nodiscard]] std::size_t document_count() const { return defined_documents_; }

  // Everything, in order of arrival.
  [[nodiscard]] std::vector<GraphParts::Node>& nodes() { return nodes_; }
  [[nodiscard]] const std::vector<GraphParts::Node>& nodes() const { return nodes_; }
  [[nodiscard]] std::vector<DocumentValues>& documents() { return documents_; }
  [[nodiscard]] const std::vector<DocumentValues>& documents() const { return documents_; }
  [[nodiscard]] const std::vector<OpenClaim>& claims() const { return claims_; }
  [[nodiscard]] std::optional<NodeId> node_of_id(StringId id) const;
  [[nodiscard]] std::optional<DocumentId> document_of_id(StringId id) const;
  /// Where a record first defined the node; nowhere when none did.
  [[nodiscard]] const Where& where_of_node(NodeId n) const { return node_where_[n]; }

  /// The node with this id, created if there is none.
  NodeId add_node(std::string_view id, std::string_view name, Kind kind);
  DocumentId add_document(StringId id);
  void set_missing_attribute(NodeId n, std::string_view name, std::string_view value);

  /// Whether a node or document of that id or name was left out, which was reported.
  [[nodiscard]] bool is_damaged(StringId text) const;
  /// A table of nodes could not be read, so any name may be defined there.
  [[nodiscard]] bool nodes_unread() const { return nodes_unread_; }
  [[nodiscard]] bool documents_unread() const { return documents_unread_; }
  /// A text of a claim as written in the input.
  [[nodiscard]] std::string_view written(StringId text) const {
    return without_mark(strings_[text]);
  }
  /// The columns that marked codes refer to by number.
  [[nodiscard]] const std::vector<std::pair<CodeColumn, Field>>& code_columns() const {
    return code_columns_;
  }

  /// The checksum that is known for the document so far; "" when none.
  [[nodiscard]] std::string_view checksum_of(std::string_view document) const;
  /// Whether the document was among the first `count`.
  [[nodiscard]] bool is_among_first(std::string_view document, std::size_t count) const;

  /// Nodes for which records have several spellings of the name, in order of id.
  [[nodiscard]] std::vector<Loaded::Spelt> spelt_otherwise() const;
  /// Nodes that were joined with others of the same name; call it after close().
  std::vector<Loaded::Joined> take_joined();
  /// For each graph file: ids that other nodes have too, and what was left out; call it after
  /// close().
  std::vector<Problem> take_warnings() { return std::move(warnings_); }

 private:
  // records
  void remember_damaged(const Record& record);
  [[nodiscard]] std::optional<DocumentId> document_written(std::string_view id) const;
  void accept_document(const Record& record);
  void accept_node(const Record& record);
  void accept_claim(const Record& record);
  void mark_code(const CodeCell& cell, ClaimValues& claim);
  void merge_document(const Record& record, const DocumentValues& values, DocumentValues& into,
                      const Where& first, FieldReader& fields);
  void merge_node(const Record& record, const NodeValues& values, GraphParts::Node& into,
                  const Where& first, FieldReader& fields);
  bool add_spelling(const GraphParts::Node& node, StringId name, const Where& where,
                    const Where& first);
  void add_attribute(const Record& record, GraphParts::Node& node, const AttributeField& attribute,
                     const Where& first, FieldReader& fields);

  // nodes with made ids (join_made.cpp)
  [[nodiscard]] std::string_view attribute_of(const GraphParts::Node& node,
                                              std::string_view name) const;
  [[nodiscard]] bool differ_in_references(const GraphParts::Node& a,
                                          const GraphParts::Node& b) const;
  [[nodiscard]] bool contradict(const GraphParts::Node& a, const GraphParts::Node& b) const;
  struct NameGroup;
  [[nodiscard]] std::map<std::pair<Kind, std::string>, NameGroup> groups_by_name(
      PeriodicCheck& check) const;
  void leave_out_doubles(NameGroup& group) const;
  void join_made_nodes(PeriodicCheck& check);
  void join(const GraphParts::Node& node, GraphParts::Node& into);
  void forget(const std::vector<NodeId>& became);
  [[nodiscard]] StringId merged_references(StringId a, StringId b);
  void tell_joined();

  // ids that graph programs made (graph_ids.cpp)
  [[nodiscard]] StringId program_id(StringId id, std::uint32_t source);
  [[nodiscard]] StringId name_by_id(StringId id) const;
  [[nodiscard]] std::string_view file_of(StringId id) const;
  [[nodiscard]] std::string in_its_file(StringId id) const;
  [[nodiscard]] std::optional<NodeId> node_written(std::string_view id) const;
  [[nodiscard]] bool is_same(const GraphParts::Node& made, const GraphParts::Node& other) const;
  [[nodiscard]] std::map<std::string_view, std::vector<StringId>> made_in_graphs() const;
  void join_same_ids();
  void give_ids();
  void give_id(StringId marked, bool is_only);
  void note_left_out(const GraphParts::Node& node, const GraphParts::Attribute& attribute);

  StringInterner& strings_;
  LoadReports& reports_;
  std::vector<GraphParts::Node> nodes_;
  std::vector<DocumentValues> documents_;
  std::vector<OpenClaim> claims_;
  std::vector<Where> node_where_;
  std::vector<Where> document_where_;
  std::unordered_map<StringId, NodeId> node_of_id_;
  std::unordered_map<StringId, DocumentId> document_of_id_;
  std::size_t defined_nodes_ = 0;
  std::size_t defined_documents_ = 0;
  Spellings spellings_;  ///< of the nodes that records define
  std::vector<std::pair<CodeColumn, Field>> code_columns_;
  /// by id, for nodes with several names
  std::unordered_map<StringId, std::set<StringId>> names_of_;
  /// by id: place of the name, if not that of the node
  std::unordered_map<StringId, Where> name_where_;
  /// Made ids, with the sources that have a node of that id.
  std::unordered_map<StringId, std::set<std::uint32_t>> program_ids_;
  struct JoinedNode {
    StringId id;
    StringId name;
    StringId into;
  };
  std::vector<JoinedNode> joined_nodes_;
  std::vector<Loaded::Joined> joined_;
  struct Told {
    std::size_t count = 0;
    std::string first;
  };
  std::map<std::string, Told> given_ids_;  ///< by file
  std::map<std::string, Told> left_out_;   ///< as above
  std::vector<Problem> warnings_;
  std::unordered_set<StringId> named_by_text_;   ///< ids of nodes whose name comes only from texts
  std::unordered_set<StringId> stated_by_text_;  ///< ids of documents that only texts state
  /// id and attribute name; stated only by texts
  std::set<std::pair<StringId, StringId>> attributes_by_text_;
  std::unordered_set<StringId> damaged_;  ///< ids and names of records that were left out
  bool nodes_unread_ = false;
  bool documents_unread_ = false;
};

}  // namespace oscegraph
