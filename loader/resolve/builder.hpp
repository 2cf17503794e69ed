// SPDX-License-Identifier: Apache-2.0
//
// Makes a graph from records. (Large native files have a faster way in loader/bulk, and a graph
// file that is given alone is mapped.) The Builder passes each record to its RecordMerger, which
// merges all records about a node. After the last record, finish() uses the Resolver to find the
// nodes and documents that the claims name, replaces findings (claims that a rule found in a text)
// by the claims that a person reviewed, removes claims that a person refused unless they are to be
// kept, adds facts from the gazetteer, and assembles the graph.
//
// Names are resolved only at the end, so a claim may use an id or name before the record that
// defines it. It is an error if a name fits several nodes, or none. With `create_missing`, a name
// that fits none becomes a new node with the attribute status=referenced (missing_names.hpp).
//
// A fault in a claim that was found in running text is only a warning (load_reports.hpp).
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "oscegraph/graph/columns/strings.hpp"
#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/graph/threads/context.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/record.hpp"
#include "oscegraph/loader/resolve/load_reports.hpp"
#include "oscegraph/loader/resolve/loaded.hpp"
#include "oscegraph/loader/resolve/missing_names.hpp"
#include "oscegraph/loader/resolve/record_merger.hpp"
#include "oscegraph/loader/resolve/resolver.hpp"

namespace oscegraph {

class Builder : public RecordSink {
 public:
  /// The sources must outlive the builder; records name them by position.
  Builder(const std::deque<Source>& sources, bool create_missing, Problems& problems);

  void accept(const Record& record) override { merger_.accept(record); }
  /// What the records have said so far.
  [[nodiscard]] const RecordMerger& records() const { return merger_; }

  /// Resolves all claims and returns the graph. Call it once, after the last record.
  Graph finish(const Context& context = {});

  /// Whether claims reviewed as wrong stay in the graph (see LoadOptions).
  void keep_refused(bool keep) { keep_refused_ = keep; }
  /// Whether place_of() will be called.
  void keep_places(bool keep) { keep_places_ = keep; }
  /// Where a record first defined the node of the finished graph; a Place without a file when none
  /// did.
  [[nodiscard]] Place place_of(NodeId n) const;

  /// The nodes and documents that were created because none existed, in order of id.
  std::vector<Loaded::Created> take_created();
  /// Names that were not resolved exactly as written, in any order; call it after finish().
  std::vector<Loaded::ReadName> take_read_names();
  /// Nodes for which records have several spellings of the name.
  std::vector<Loaded::Spelt> take_spelt() { return std::move(spelt_); }
  /// Nodes that were joined with others of the same name.
  std::vector<Loaded::Joined> take_joined() { return merger_.take_joined(); }
  /// Warnings about the inputs; for a text, what was left out. Call it after finish().
  std::vector<Problem> take_warnings();

 private:
  [[nodiscard]] std::set<StringId> texts_of_claims() const;
  void settle(const OpenClaim& open);
  void apply_reviews();

  // finding nodes
  const NameIndex& titles();
  std::optional<NodeId> resolve_node(StringId text, const Where& where, KindSet allowed);
  std::optional<NodeId> find_node(StringId text, const Where& where, KindSet allowed);
  void report_unknown_node(StringId text, const Where& where, KindSet allowed);
  std::string advice_for(std::string_view text, KindSet allowed);
  void report_code(const CodeText& code, const Where& where);
  void report_ambiguous_node(std::string_view text, const Bodies& bodies, const Where& where);
  void report_body_of_state(std::string_view text, const Body& state, const Where& where);
  NodeId node_of(const Body& body);
  void tell_names();
  std::optional<DocumentId> resolve_document(StringId text, const Where& where);

  // nodes and documents that no record defines (create_missing.cpp)
  /// What a text used in claims leads to.
  struct Meaning {
    bool nowhere = false;
    std::optional<Kind> kind;  ///< set when it leads to one node
  };
  Meaning use_of(StringId text);
  void create_missing_nodes();
  void create_missing_documents();
  void add_created(const MissingNames::Node& made);
  void hint_at_nodes(const std::vector<KindSet>& possible);
  void hint_at_documents(std::size_t made);

  // what the gazetteer adds
  NodeId node_from_gazetteer(const GazetteerEntry& entry);
  void add_state_of(NodeId funder);
  void complete_from_gazetteer(NodeId n, const GazetteerEntry& entry);

  void sort_places();

  bool create_missing_;
  bool keep_refused_ = false;
  bool keep_places_ = false;
  StringInterner strings_;
  LoadReports reports_;
  RecordMerger merger_;
  std::vector<ClaimValues> claims_;
  std::vector<std::uint32_t> claim_sources_;  ///< sources of the claims, in the same order
  std::vector<Where> places_;                 ///< by node of the finished graph, if places are kept
  std::optional<Resolver> resolver_;
  std::optional<NameIndex> titles_;
  std::unordered_map<StringId, std::optional<NodeId>> resolved_nodes_;
  /// Suggestions for texts that lead nowhere, cached because the search is slow.
  std::map<std::pair<StringId, unsigned long>, std::string> advice_;
  std::vector<Loaded::Created> created_;
  struct ReadAs {
    NodeId node;
    Where first;
  };
  std::map<StringId, ReadAs> read_names_;
  std::vector<Loaded::ReadName> told_names_;
  std::vector<Loaded::Spelt> spelt_;
  std::vector<Problem> review_warnings_;
};

}  // namespace oscegraph
