// SPDX-License-Identifier: Apache-2.0
//
// Turns lists in the order of the inputs into columns in canonical order. Nodes and documents are
// sorted by id. Claims are grouped by the node they start from, with a counting sort, and the few
// claims of each node are sorted by relation, target and the other fields; so ten million claims
// need no sort of ten million elements. Claims with the same ends and the same relation then become
// one edge. The reverse adjacency is one more counting sort.
//
// The fields of the claims are put in order one at a time, and each list is freed when its column
// is done, so that the peak memory is one and a half times that of the finished graph. Work is cut
// into pieces by its size, never by the number of threads.
#include <array>
#include <compare>
#include <functional>
#include <numeric>
#include <span>
#include <type_traits>
#include <utility>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/threads/group_by_key.hpp"
#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/graph/threads/text_order.hpp"

namespace oscegraph {
namespace {

/// Groups the positions 0 .. size - 1 by key_of(position), which is below `bound`.
template <typename KeyOf>
Groups<std::uint32_t> positions_by_key(std::size_t size, std::size_t bound, const Context& context,
                                       const KeyOf& key_of) {
  return group_by_key<std::uint32_t>(size, bound, context, key_of,
                                     [](std::size_t i) { return static_cast<std::uint32_t>(i); });
}

template <typename Value>
SharedColumn<Value> gathered(const std::vector<Value>& values,
                             const std::vector<std::uint32_t>& order) {
  std::vector<Value> result;
  result.reserve(order.size());
  for (const std::uint32_t i : order) result.push_back(values[i]);
  return SharedColumn<Value>::packed(std::move(result));
}

std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  return place;
}

constexpr std::size_t grain = std::size_t{1} << 16U;
constexpr std::size_t nodes_at_once = 4096;

/// Renumbers strings in the order in which the graph's columns first use them. So the arena does
/// not depend on who interned them, and holds only strings that the graph uses.
class StringOrder {
 public:
  explicit StringOrder(const StringPool& strings)
      : strings_(strings),
        number_(strings.size(), none) {
    use(0);
  }
  void use(StringId id) {
    if (number_[id] != none) return;
    number_[id] = static_cast<StringId>(used_.size());
    used_.push_back(id);
  }
  [[nodiscard]] StringId number(StringId id) const { return number_[id]; }

  [[nodiscard]] StringPool pool(const Context& context) const {
    std::vector<std::uint64_t> starts(used_.size() + 1);
    for (std::size_t i = 0; i < used_.size(); ++i)
      starts[i + 1] = starts[i] + strings_[used_[i]].size();
    std::vector<char> bytes(starts.back());
    parallel_ranges(
        used_.size(), grain, context, [&](std::size_t first, std::size_t last, unsigned) {
          for (std::size_t i = first; i < last; ++i) {
            const std::string_view text = strings_[used_[i]];
            std::ranges::copy(text, bytes.begin() + static_cast<std::ptrdiff_t>(starts[i]));
          }
        });
    return {std::move(bytes), std::move(starts)};
  }

 private:
  const StringPool& strings_;
  std::vector<StringId> number_;
  std::vector<StringId> used_;
};

}  // namespace

void GraphLists::Claims::push_back(const ClaimValues& claim) {
  for_each_field(claim_fields, [&](auto field) { (*this)[field].push_back(claim.*field.member); });
}

void GraphLists::Claims::resize_down(std::size_t size) {
  for_each_field(claim_fields, [&](auto field) { (*this)[field].resize_down(size); });
}

GraphLists::Claims GraphLists::Claims::joined(std::vector<Claims>& parts, const Context& context) {
  Claims all;
  std::vector<std::function<void()>> tasks;
  for_each_field(claim_fields, [&](auto field) {
    tasks.emplace_back([&all, &parts, field] {
      using List = std::remove_reference_t<decltype(all[field])>;
      std::vector<List*> lists;
      for (Claims& part : parts) lists.push_back(&part[field]);
      all[field] = List::joined(lists);
    });
  });
  parallel_tasks(context, tasks);
  return all;
}

/// Turns lists into columns.
class GraphAssembler {
 public:
  GraphAssembler(GraphLists lists, const Context& context)
      : lists_(std::move(lists)),
        context_(context) {}

  Graph assemble() {
    (void)next_id(lists_.node_id.size(), "nodes");
    (void)next_id(lists_.documents.size(), "documents");
    (void)next_id(lists_.claims.size(), "claims");
    (void)next_id(lists_.aliases.size(), "other names");
    (void)next_id(lists_.attributes.size(), "attributes");
    place_nodes();
    place_documents();
    sort_claims();
    context_.check();
    place_edges();
    place_strings();
    place_claims();
    place_edges_in();
    return std::move(graph_);
  }

 private:
  [[nodiscard]] std::string_view text(StringId id) const { return lists_.strings[id]; }

  void place_nodes() {
    const auto& ids = lists_.node_id;
    const auto order =
        order_by_text(ids.size(), context_, [&](std::uint32_t i) { return text(ids[i]); });
    node_place_ = inverse(order);
    graph_.node_id_ = gathered(lists_.node_id, order);
    graph_.node_name_ = gathered(lists_.node_name, order);
    graph_.node_kind_ = gathered(lists_.node_kind, order);
    parallel_tasks(context_, {[&] { place_aliases(); }, [&] { place_attributes(); }});
    lists_.node_id = lists_.node_name = {};
    lists_.node_kind = {};
  }

  /// Groups the entries of a list by the new position of their node; within a node, in order of
  /// text.
  template <typename Entry, typename TextOf>
  [[nodiscard]] Groups<std::uint32_t> by_node(const std::vector<Entry>& entries,
                                              const TextOf& text_of) const {
    Groups<std::uint32_t> groups =
        positions_by_key(entries.size(), node_place_.size(), {.stop = context_.stop, .threads = 1},
                         [&](std::size_t i) { return node_place_[entries[i].node]; });
    PeriodicCheck check(context_);
    for (std::size_t n = 0; n < node_place_.size(); ++n) {
      check.count();
      std::sort(groups.values.begin() + groups.begins[n],
                groups.values.begin() + groups.begins[n + 1],
                [&](std::uint32_t a, std::uint32_t b) {
                  return text_of(entries[a]) < text_of(entries[b]);
                });
    }
    return groups;
  }

  /// Keeps each alias once, and drops one that equals the name.
  void place_aliases() {
    const auto groups =
        by_node(lists_.aliases, [&](const auto& entry) { return text(entry.name); });
    std::vector<std::uint32_t> begins{0};
    std::vector<StringId> aliases;
    begins.reserve(groups.begins.size());
    aliases.reserve(groups.values.size());
    for (std::size_t n = 0; n < node_place_.size(); ++n) {
      StringId last = graph_.node_name_[n];
      for (std::uint32_t i = groups.begins[n]; i < groups.begins[n + 1]; ++i) {
        const StringId alias = lists_.aliases[groups.values[i]].name;
        if (alias != graph_.node_name_[n] && alias != last) aliases.push_back(alias);
        last = alias;
      }
      begins.push_back(static_cast<std::uint32_t>(aliases.size()));
    }
    graph_.alias_begin_ = SharedColumn(std::move(begins));
    graph_.alias_ = SharedColumn<StringId>::packed(std::move(aliases));
    lists_.aliases = {};
  }

  void place_attributes() {
    auto& entries = lists_.attributes;
    auto groups = by_node(entries, [&](const auto& entry) { return text(entry.name); });
    const auto column = [&]<typename Value>(Value GraphLists::Attribute::*member) {
      std::vector<Value> values;
      values.reserve(entries.size());
      for (const std::uint32_t i : groups.values) values.push_back(entries[i].*member);
      return SharedColumn<Value>::packed(std::move(values));
    };
    graph_.attribute_begin_ = SharedColumn(std::move(groups.begins));
    graph_.attribute_name_ = column(&GraphLists::Attribute::name);
    graph_.attribute_value_ = column(&GraphLists::Attribute::value);
    graph_.attribute_type_ = column(&GraphLists::Attribute::type);
    entries = {};
  }

  void place_documents() {
    const auto& documents = lists_.documents;
    const auto order = order_by_text(documents.size(), context_,
                                     [&](std::uint32_t i) { return text(documents[i].id); });
    document_place_ = inverse(order);
    for_each_field(document_fields, [&](auto field) {
      std::vector<typename decltype(field)::Value> values;
      for (const std::uint32_t i : order) values.push_back(documents[i].*field.member);
      graph_.documents_[field] =
          SharedColumn<typename decltype(values)::value_type>::packed(std::move(values));
    });
  }

  /// The value by which claims are sorted in this field: of a text field, the text itself.
  template <auto Member, Form form>
  [[nodiscard]] auto key(FieldOf<Member, form> field, std::uint32_t i) const {
    if constexpr (form == Form::text) return text(lists_.claims[field][i]);
    else return lists_.claims[field][i];
  }

  /// All fields take part, so that equal claims are found and the order never depends on the input.
  [[nodiscard]] std::strong_ordering compared(std::uint32_t a, std::uint32_t b) const {
    return claim_order([&](auto field) { return key(field, a) <=> key(field, b); });
  }

  void sort_claims() {
    GraphLists::Claims& claims = lists_.claims;
    const auto new_node = [&](NodeId n) { return n == none ? none : node_place_[n]; };
    const auto new_document = [&](DocumentId d) { return document_place_[d]; };
    for_each_field(claim_fields, [&](auto field) {
      if constexpr (field.form == Form::node) claims[field].map(context_, new_node);
      if constexpr (field.form == Form::document) claims[field].map(context_, new_document);
    });
    auto& from = claims.of<&ClaimValues::from>();
    Groups<std::uint32_t> groups = positions_by_key(claims.size(), node_place_.size(), context_,
                                                    [&](std::size_t i) { return from[i]; });
    order_ = std::move(groups.values);
    claim_begins_ = std::move(groups.begins);
    from = {};
    marks_.resize(order_.size());
    to_.resize(order_.size());
    relation_.resize(order_.size());
    parallel_ranges(node_place_.size(), nodes_at_once, context_,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      for (std::size_t n = first; n < last; ++n)
                        sort_claims_from(claim_begins_[n], claim_begins_[n + 1]);
                    });
    claims.of<&ClaimValues::to>() = {};
    claims.of<&ClaimValues::relation>() = {};
    drop_repeated();
  }

  enum class ClaimMark : std::uint8_t { begins_edge, same_edge, duplicate };
  struct Target {
    std::uint64_t relation_and_to;
    std::uint32_t claim;
  };

  /// Sorts the claims at positions [first, last) of order_, which all start from one node.
  void sort_claims_from(std::size_t first, std::size_t last) {
    const auto& to = lists_.claims.of<&ClaimValues::to>();
    const auto& relations = lists_.claims.of<&ClaimValues::relation>();
    std::vector<Target> targets;
    targets.reserve(last - first);
    for (std::size_t i = first; i < last; ++i) {
      const std::uint32_t claim = order_[i];
      const auto relation = static_cast<std::uint64_t>(relations[claim]);
      targets.push_back({relation << 32U | to[claim], claim});
    }
    std::ranges::sort(targets, [&](const Target& a, const Target& b) {
      if (a.relation_and_to != b.relation_and_to) return a.relation_and_to < b.relation_and_to;
      return a.claim != b.claim && compared(a.claim, b.claim) < 0;
    });
    for (std::size_t i = 0; i < targets.size(); ++i) {
      const std::uint64_t target = targets[i].relation_and_to;
      order_[first + i] = targets[i].claim;
      to_[first + i] = static_cast<NodeId>(target);
      relation_[first + i] = static_cast<Relation>(target >> 32U);
      if (i == 0 || target != targets[i - 1].relation_and_to)
        marks_[first + i] = ClaimMark::begins_edge;
      else
        marks_[first + i] = compared(targets[i].claim, targets[i - 1].claim) == 0
                                ? ClaimMark::duplicate
                                : ClaimMark::same_edge;
    }
    for (std::size_t begin = first, end = first; begin < last; begin = end) {
      end = begin + 1;
      while (end < last && marks_[end] != ClaimMark::begins_edge) ++end;
      if (end - begin > 1) join_findings(begin, end);
    }
  }

  /// Compares all that a rule found except where it stands (the fields with tells_apart). The same
  /// document may be in two files, or move within an edited file; what it says is no second
  /// payment.
  [[nodiscard]] std::strong_ordering compared_findings(std::uint32_t a, std::uint32_t b) const {
    return claim_order([&](auto field) {
      return field.tells_apart ? key(field, a) <=> key(field, b) : std::strong_ordering::equal;
    });
  }

  /// Among the claims of one edge, at [first, last) of order_, marks the duplicate findings of
  /// rules; the first of equal ones stays.
  void join_findings(std::size_t first, std::size_t last) {
    std::vector<std::size_t> found;
    for (std::size_t i = first; i < last; ++i)
      if (lists_.claims.of<&ClaimValues::rule>()[order_[i]] != 0 &&
          lists_.claims.of<&ClaimValues::review>()[order_[i]] == Review::unreviewed)
        found.push_back(i);
    std::ranges::stable_sort(found, [&](std::size_t a, std::size_t b) {
      return compared_findings(order_[a], order_[b]) < 0;
    });
    for (std::size_t i = 1; i < found.size(); ++i)
      if (compared_findings(order_[found[i]], order_[found[i - 1]]) == 0)
        marks_[found[i]] = ClaimMark::duplicate;
  }

  void drop_repeated() {
    std::uint32_t kept = 0;
    PeriodicCheck check(context_);
    for (std::size_t n = 0, i = 0; n < node_place_.size(); ++n) {
      check.count();
      const std::size_t last = claim_begins_[n + 1];
      for (claim_begins_[n] = kept; i < last; ++i) {
        if (marks_[i] == ClaimMark::duplicate) continue;
        order_[kept] = order_[i];
        to_[kept] = to_[i];
        relation_[kept] = relation_[i];
        marks_[kept++] = marks_[i];
      }
    }
    claim_begins_.back() = kept;
    order_.resize(kept);
    to_.resize(kept);
    relation_.resize(kept);
    marks_.resize(kept);
  }

  void place_edges() {
    const std::size_t node_count = node_place_.size();
    // A prefix sum over pieces of nodes: the number of each piece's first edge.
    std::vector<EdgeId> first_edge((node_count + nodes_at_once - 1) / nodes_at_once + 1, 0);
    parallel_ranges(
        node_count, nodes_at_once, context_, [&](std::size_t first, std::size_t last, unsigned) {
          const auto marks = marks_.begin();
          first_edge[first / nodes_at_once + 1] = static_cast<EdgeId>(std::count(
              marks + claim_begins_[first], marks + claim_begins_[last], ClaimMark::begins_edge));
        });
    std::partial_sum(first_edge.begin(), first_edge.end(), first_edge.begin());
    const std::size_t edge_count = first_edge.back();
    std::vector<NodeId> from(edge_count);
    std::vector<NodeId> to(edge_count);
    std::vector<Relation> relation(edge_count);
    std::vector<std::uint32_t> claim_begin(edge_count + 1, claim_begins_.back());
    std::vector<EdgeId> claim_edge(order_.size());
    std::vector<EdgeId> out_begin(node_count + 1, static_cast<EdgeId>(edge_count));
    parallel_ranges(node_count, nodes_at_once, context_,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      EdgeId next = first_edge[first / nodes_at_once];
                      for (std::size_t n = first; n < last; ++n) {
                        out_begin[n] = next;
                        for (std::uint32_t i = claim_begins_[n]; i < claim_begins_[n + 1]; ++i) {
                          if (marks_[i] == ClaimMark::begins_edge) {
                            from[next] = static_cast<NodeId>(n);
                            to[next] = to_[i];
                            relation[next] = relation_[i];
                            claim_begin[next++] = i;
                          }
                          claim_edge[i] = next - 1;
                        }
                      }
                    });
    marks_ = {};
    to_ = {};
    relation_ = {};
    claim_begins_ = {};
    graph_.out_begin_ = SharedColumn(std::move(out_begin));
    graph_.edge_from_ = SharedColumn<NodeId>::packed(std::move(from));
    graph_.edge_to_ = SharedColumn<NodeId>::packed(std::move(to));
    graph_.edge_relation_ = SharedColumn<Relation>::packed(std::move(relation));
    graph_.claim_begin_ = SharedColumn(std::move(claim_begin));
    graph_.claim_edge_ = SharedColumn<EdgeId>::packed(std::move(claim_edge));
  }

  /// Runs last, when the claims' lists and their order are freed: the sort needs two entries per
  /// edge.
  void place_edges_in() {
    order_ = {};
    Groups<EdgeId> in = positions_by_key(graph_.edge_count(), graph_.node_count(), context_,
                                         [&](std::size_t e) { return graph_.edge_to_[e]; });
    graph_.in_begin_ = SharedColumn(std::move(in.begins));
    graph_.in_edge_ = SharedColumn(std::move(in.values));
  }

  void place_strings() {
    StringOrder order(lists_.strings);
    std::vector<SharedColumn<StringId>*> columns{&graph_.node_id_, &graph_.node_name_,
                                                 &graph_.alias_, &graph_.attribute_name_,
                                                 &graph_.attribute_value_};
    for_each_field(document_fields, [&](auto field) {
      if constexpr (field.form == Form::text) columns.push_back(&graph_.documents_[field]);
    });
    std::vector<FieldList<StringId>*> lists;
    for_each_field(claim_fields, [&](auto field) {
      if constexpr (field.form == Form::text) lists.push_back(&lists_.claims[field]);
    });
    PeriodicCheck check(context_);
    const auto use = [&](StringId id) {
      check.count();
      order.use(id);
    };
    for (const SharedColumn<StringId>* column : columns)
      for (const StringId id : column->stored()) use(id);
    for (FieldList<StringId>* list : lists) {
      if (list->same_everywhere() && !order_.empty()) use((*list)[0]);
      else
        for (const std::uint32_t i : order_) use((*list)[i]);
    }
    graph_.strings_ = order.pool(context_);
    lists_.strings = {};
    const auto number = [&](StringId id) { return order.number(id); };
    for (SharedColumn<StringId>* column : columns) {
      std::vector<StringId> values(column->stored().begin(), column->stored().end());
      for (StringId& id : values) id = number(id);
      *column = values.size() == column->size()
                    ? SharedColumn(std::move(values))
                    : SharedColumn<StringId>::constant(values[0], column->size());
    }
    for (FieldList<StringId>* list : lists) list->map(context_, number);
  }

  void place_claims() {
    for_each_field_by<claim_fields, &FieldRow::section>([&](auto field) {
      graph_.claims_[field] = lists_.claims[field].gathered(order_, context_);
    });
  }

  GraphLists lists_;
  const Context& context_;
  Graph graph_;
  std::vector<NodeId> node_place_;
  std::vector<DocumentId> document_place_;
  /// the claims in canonical order, by their position in lists_
  std::vector<std::uint32_t> order_;
  // Scratch arrays parallel to order_; place_edges() frees them.
  std::vector<ClaimMark> marks_;
  std::vector<NodeId> to_;
  std::vector<Relation> relation_;
  std::vector<std::uint32_t> claim_begins_;  ///< by node: position in order_ of its first claim
};

Graph assemble(GraphLists lists, const Context& context) {
  return GraphAssembler(std::move(lists), context).assemble();
}

Graph assemble(GraphParts parts, const Context& context) {
  GraphLists lists;
  lists.strings = std::move(parts.strings);
  for (NodeId n = 0; n < parts.nodes.size(); ++n) {
    const GraphParts::Node& node = parts.nodes[n];
    lists.node_id.push_back(node.id);
    lists.node_name.push_back(node.name);
    lists.node_kind.push_back(node.kind);
    for (const StringId alias : node.aliases) lists.aliases.push_back({n, alias});
    for (const auto& [name, value, type] : node.attributes)
      lists.attributes.push_back({n, name, value, type});
  }
  lists.documents = std::move(parts.documents);
  for (const ClaimValues& claim : parts.claims) lists.claims.push_back(claim);
  return assemble(std::move(lists), context);
}

}  // namespace oscegraph
