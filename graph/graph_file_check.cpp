// SPDX-License-Identifier: Apache-2.0
//
// Checks that the columns of a graph file keep all that Graph promises. Checksums only prove that
// the bytes are those that some program wrote. Here every number must refer to something that
// exists, everything must be in canonical order, and the two directions of the adjacency must
// agree. Cost: one pass over the columns, on all threads.
#include <algorithm>
#include <array>
#include <atomic>
#include <compare>

#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {

class GraphFile::Check {
 public:
  Check(const Graph& graph, const Context& context) : g_(graph), context_(context) {}

  std::string run() {
    const auto node_count = static_cast<std::uint32_t>(g_.node_count());
    const auto edge_count = static_cast<std::uint32_t>(g_.edge_count());
    const auto claim_count = static_cast<std::uint32_t>(g_.claim_count());
    check_strings();
    check_numbers();
    check_begins("aliases", g_.alias_begin_, g_.alias_.size());
    check_begins("attributes", g_.attribute_begin_, g_.attribute_name_.size());
    check_begins("out-edges", g_.out_begin_, edge_count);
    check_begins("in-edges", g_.in_begin_, edge_count);
    check_begins("claims", g_.claim_begin_, claim_count);
    check_all("nodes are not in order", node_count,
              [&](std::uint32_t n) { return node_in_order(n); });
    check_all("documents are not in order", static_cast<std::uint32_t>(g_.document_count()),
              [&](std::uint32_t d) { return d == 0 || g_.document_id(d - 1) < g_.document_id(d); });
    check_all("edges are not where their nodes say", node_count,
              [&](std::uint32_t n) { return edges_agree(n); });
    check_all("edges are not in order", edge_count,
              [&](std::uint32_t e) { return edge_in_order(e); });
    check_all("claims are not where their edges say", edge_count,
              [&](std::uint32_t e) { return claims_agree(e); });
    check_all("its index of names is not in order",
              static_cast<std::uint32_t>(g_.name_hash_.size()), [&](std::uint32_t i) {
                const auto entry = [&](std::uint32_t at) {
                  return std::pair(g_.name_hash_[at], g_.name_node_[at]);
                };
                return (i == 0 || entry(i - 1) < entry(i)) && g_.name_node_[i] < g_.node_count();
              });
    return broken_;
  }

 private:
  /// Checks holds(i) for 0 .. count - 1 and keeps `otherwise` as the message when one is false.
  /// Stops early then, since a small damaged file can claim to have billions of rows.
  template <typename Holds>
  void check_all(std::string_view otherwise, std::uint32_t count, const Holds& holds) {
    if (!broken_.empty()) return;
    constexpr std::size_t grain = std::size_t{1} << 14U;
    std::atomic<bool> fine = true;
    parallel_ranges(count, grain, context_, [&](std::size_t first, std::size_t last, unsigned) {
      if (!fine) return;
      for (const std::uint32_t i : id_range(first, last))
        if (!holds(i)) fine = false;
    });
    if (!fine) broken_ = otherwise;
  }

  void check_strings() {
    const auto& starts = g_.strings_.starts_;
    const std::string_view bytes(g_.strings_.bytes_.stored().data(), g_.strings_.bytes_.size());
    const bool whole =
        starts[0] == 0 && starts[starts.size() - 1] == bytes.size() && starts[1] == 0;
    if (!whole) broken_ = "its strings do not fill their arena";
    check_all("its strings are not in order", static_cast<std::uint32_t>(starts.size() - 1),
              [&](std::uint32_t i) {
                const bool filled = i == 0 ? starts[1] == 0 : starts[i] < starts[i + 1];
                if (!filled || starts[i + 1] > bytes.size()) return false;
                const std::string_view text = g_.strings_[i];
                return invalid_utf8(text) == std::string_view::npos &&
                       text.find('\0') == std::string_view::npos;
              });
  }

  /// Checks that every value stored in the column is below `bound`.
  template <typename Value>
  void check_below(std::string_view what, const SharedColumn<Value>& column, std::uint64_t bound) {
    const auto stored = column.stored();
    check_all(what, static_cast<std::uint32_t>(stored.size()),
              [&](std::uint32_t i) { return static_cast<std::uint64_t>(stored[i]) < bound; });
  }

  void check_numbers() {
    for (const auto* column :
         {&g_.node_id_, &g_.node_name_, &g_.alias_, &g_.attribute_name_, &g_.attribute_value_})
      check_values<Form::text>(*column);
    constexpr std::string_view no_node = "it names nodes that are not there";
    check_below(no_node, g_.edge_from_, g_.node_count());
    check_below(no_node, g_.edge_to_, g_.node_count());
    check_below("it names edges that are not there", g_.in_edge_, g_.edge_count());
    check_below("it names edges that are not there", g_.claim_edge_, g_.edge_count());
    check_values<Form::word>(g_.node_kind_);
    check_values<Form::word>(g_.edge_relation_);
    check_below(no_word, g_.attribute_type_, attribute_type_count);
    for_each_field_by<claim_fields, &FieldRow::section>(
        [&](auto field) { check_values<field.form>(g_.claims_[field]); });
    for_each_field_by<document_fields, &FieldRow::section>(
        [&](auto field) { check_values<field.form>(g_.documents_[field]); });
  }

  /// Checks that each stored value is valid for a field of that form.
  template <Form form, typename Value>
  void check_values(const SharedColumn<Value>& column) {
    const auto stored = column.stored();
    const auto each = [&](std::string_view otherwise, const auto& holds) {
      check_all(otherwise, static_cast<std::uint32_t>(stored.size()),
                [&](std::uint32_t i) { return holds(stored[i]); });
    };
    if constexpr (form == Form::text) {
      check_below("it names strings that are not there", column, g_.strings_.size());
    } else if constexpr (form == Form::node) {
      each("it names nodes that are not there",
           [&](NodeId n) { return n == none || n < g_.node_count(); });
    } else if constexpr (form == Form::document) {
      check_below("it names documents that are not there", column, g_.document_count());
    } else if constexpr (form == Form::word) {
      check_below(no_word, column, word_count<Value>());
    } else if constexpr (form == Form::currency) {
      each(no_word, [](Currency currency) { return currency.valid(); });
    } else if constexpr (form == Form::date) {
      each("it has a date that does not exist", [](Date date) { return date.exists(); });
    } else if constexpr (form == Form::share) {
      each("it has a share that is none", [](ShareMillionths share) {
        constexpr ShareMillionths all_of_it = 100'000'000;
        return share >= no_share && share <= all_of_it;
      });
    } else {
      static_assert(form == Form::amount, "any number is an amount");
    }
  }

  void check_begins(std::string_view of, const SharedColumn<std::uint32_t>& begins,
                    std::size_t size) {
    const std::string otherwise = "its " + std::string(of) + " are not in order";
    if (broken_.empty() && (begins[0] != 0 || begins[begins.size() - 1] != size))
      broken_ = otherwise;
    check_all(otherwise, static_cast<std::uint32_t>(begins.size() - 1),
              [&](std::uint32_t i) { return begins[i] <= begins[i + 1]; });
  }

  [[nodiscard]] bool node_in_order(NodeId n) const {
    if (n > 0 && g_.node_id(n - 1) >= g_.node_id(n)) return false;
    const auto text = [&](const SharedColumn<StringId>& column, std::uint32_t i) {
      return g_.strings_[column[i]];
    };
    for (std::uint32_t i = g_.alias_begin_[n] + 1; i < g_.alias_begin_[n + 1]; ++i)
      if (text(g_.alias_, i - 1) >= text(g_.alias_, i)) return false;
    for (std::uint32_t i = g_.attribute_begin_[n] + 1; i < g_.attribute_begin_[n + 1]; ++i)
      if (text(g_.attribute_name_, i - 1) >= text(g_.attribute_name_, i)) return false;
    return true;
  }

  /// Whether the node's out-edges start from it, and its in-edges, in ascending order, lead to it.
  /// Since both adjacencies have room for each edge once, every edge is then in both.
  [[nodiscard]] bool edges_agree(NodeId n) const {
    for (std::uint32_t e = g_.out_begin_[n]; e < g_.out_begin_[n + 1]; ++e)
      if (g_.edge_from_[e] != n) return false;
    for (std::uint32_t i = g_.in_begin_[n]; i < g_.in_begin_[n + 1]; ++i) {
      if (g_.edge_to_[g_.in_edge_[i]] != n) return false;
      if (i > g_.in_begin_[n] && g_.in_edge_[i - 1] >= g_.in_edge_[i]) return false;
    }
    return true;
  }

  [[nodiscard]] bool edge_in_order(EdgeId e) const {
    const Relation relation = g_.edge_relation(e);
    if (!allows(relation, g_.node_kind(g_.edge_from_[e]), g_.node_kind(g_.edge_to_[e])))
      return false;
    return e == 0 ||
           std::tuple(g_.edge_from_[e - 1], g_.edge_relation_[e - 1], g_.edge_to_[e - 1]) <
               std::tuple(g_.edge_from_[e], relation, g_.edge_to_[e]);
  }

  /// Whether the edge has claims, each of which names this edge, in the order of assemble.cpp and
  /// without repetition.
  [[nodiscard]] bool claims_agree(EdgeId e) const {
    if (g_.claim_begin_[e] == g_.claim_begin_[e + 1]) return false;
    for (std::uint32_t c = g_.claim_begin_[e]; c < g_.claim_begin_[e + 1]; ++c) {
      if (g_.claim_edge_[c] != e || !is_a_claim(c)) return false;
      if (c > g_.claim_begin_[e] && !comes_before(c - 1, c)) return false;
    }
    return true;
  }

  /// What the loaders require of a claim: `via` is a project, an amount has a currency, a period
  /// does not end before it starts, and no reviewer has refused it.
  [[nodiscard]] bool is_a_claim(ClaimId c) const {
    const NodeId via = g_.claims_.of<&ClaimValues::via>()[c];
    return (via == none || g_.node_kind_[via] == Kind::project) &&
           (g_.claims_.of<&ClaimValues::currency>()[c].known() ||
            g_.claims_.of<&ClaimValues::amount>()[c] == 0) &&
           g_.claims_.of<&ClaimValues::review>()[c] != Review::no && !g_.claim_period(c).reversed();
  }

  [[nodiscard]] bool comes_before(ClaimId a, ClaimId b) const {
    const auto order = claim_order([&](auto field) {
      const auto& column = g_.claims_[field];
      if constexpr (field.form == Form::text)
        return g_.strings_[column[a]] <=> g_.strings_[column[b]];
      else return column[a] <=> column[b];
    });
    return order < 0;
  }

  static constexpr std::string_view no_word = "it has words that this program does not know";

  const Graph& g_;
  const Context& context_;
  std::string broken_;
};

std::string GraphFile::first_violation(const Graph& graph, const Context& context) {
  return Check(graph, context).run();
}

}  // namespace oscegraph
