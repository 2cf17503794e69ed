// SPDX-License-Identifier: Apache-2.0
//
// Implements Decisions and ReviewWriter. Decisions reads from a graph what persons decided about its
// claims, and finds the decision on a claim by its document, its relation and the two nodes it
// joins. ReviewWriter prints the sentences of a text in their order, each one once, with all its
// claims below it.
#include "oscegraph/cli/delivery/review_writer.hpp"

#include <algorithm>
#include <initializer_list>
#include <numeric>
#include <utility>

#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/values/vocabulary.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/queries/labels.hpp"

namespace oscegraph::cli {
namespace {

/// The parts as one key.
std::string key(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) key.append(part).append(1, '\n');
  return key;
}

std::string with_amount(std::string statement, const std::optional<Money>& amount) {
  if (amount)
    statement += ", " + std::string(amount->currency.code()) + ' ' + amount->grouped_decimal();
  return statement;
}

std::string in_words(const Graph& graph, const Claim& claim) {
  const auto name = [&](NodeId n) { return harmless(display_name(graph, n)); };
  return with_amount(name(graph.edge_from(claim.edge)) + ' ' +
                         std::string(name_of(graph.edge_relation(claim.edge))) + ' ' +
                         name(graph.edge_to(claim.edge)),
                     claim.amount);
}

}  // namespace

Decisions::Decisions(const Graph& graph) {
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    any_ = any_ || claim.review != Review::unreviewed;
    const std::string_view document = graph.document_id(claim.document);
    const std::string_view relation = name_of(graph.edge_relation(claim.edge));
    std::string decision(name_of(claim.review));
    if (claim.review == Review::corrected) {
      decision += ": " + in_words(graph, claim);
      corrected_[key({document, relation, claim.locator})] = decision;
    }
    known_[key({document, graph.node_id(graph.edge_from(claim.edge)), relation,
                graph.node_id(graph.edge_to(claim.edge))})] = decision;
  }
}

std::string Decisions::of(std::string_view document, const press::FoundClaim& claim,
                          std::string_view locator) const {
  if (!any_) return {};
  const std::string_view relation = name_of(claim.relation);
  if (const auto known = known_.find(key({document, claim.from, relation, claim.to}));
      known != known_.end())
    return known->second;
  // What is gone gave way to a claim that was corrected at its place.
  const auto instead = corrected_.find(key({document, relation, locator}));
  return instead == corrected_.end() ? std::string(name_of(Review::corrected)) : instead->second;
}

ReviewWriter::ReviewWriter(Terminal& terminal, bool explain, Decisions decisions)
    : out_(terminal.out),
      colour_(terminal.table_style.colour),
      explain_(explain),
      decisions_(std::move(decisions)) {}

void ReviewWriter::write(const TextSeen& seen) {
  if (seen.found.claims.empty()) return;
  document_ = seen.document;
  names_.clear();
  for (const press::FoundNode& node : seen.found.nodes) names_[node.id] = node.name;
  out_.append(bold(harmless(seen.document) + ": " + harmless(seen.title)) + "\n");
  const auto sentence = [&](std::size_t i) { return seen.found.claims[i].sentence_begin; };
  std::vector<std::size_t> order(seen.found.claims.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, sentence);
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && sentence(order[end]) == sentence(order[i])) ++end;
    sentence_with(seen, std::span(order).subspan(i, end - i));
    i = end;
  }
}

std::string ReviewWriter::bold(const std::string& text) const {
  return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text;
}

void ReviewWriter::sentence_with(const TextSeen& seen, std::span<const std::size_t> claims) {
  const auto& found = seen.found.claims;
  const std::size_t begin = found[claims.front()].sentence_begin;
  const std::size_t end = found[claims.front()].sentence_end;
  std::vector<bool> marked(end - begin);
  for (const std::size_t c : claims)
    for (std::size_t i = std::max(found[c].begin, begin); i < std::min(found[c].end, end); ++i)
      marked[i - begin] = true;
  out_.append("\n  ");
  for (std::size_t i = begin; i < end;) {
    std::size_t next = i;
    while (next < end && marked[next - begin] == marked[i - begin]) ++next;
    mark(harmless(seen.text.substr(i, next - i)), marked[i - begin]);
    i = next;
  }
  out_.append("\n");
  for (const std::size_t c : claims) line_for(found[c], seen.locators[c]);
}

void ReviewWriter::mark(const std::string& words, bool is_evidence) {
  if (!is_evidence) out_.append(words);
  else if (colour_) out_.append("\x1b[30;43m" + words + "\x1b[0m");
  else out_.append("[" + words + "]");
}

void ReviewWriter::line_for(const press::FoundClaim& claim, std::string_view locator) {
  std::string line =
      "    " + with_amount(name(claim.from) + ' ' + std::string(name_of(claim.relation)) + ' ' +
                               name(claim.to),
                           claim.amount);
  line += " (" + std::string(name_of(claim.basis));
  if (explain_) line += ", rule " + std::string(claim.rule);
  if (const std::string decision = decisions_.of(document_, claim, locator); !decision.empty())
    line += ", reviewed: " + decision;
  out_.append(line + ")\n");
}

std::string ReviewWriter::name(const std::string& id) const {
  if (const auto own = names_.find(id); own != names_.end()) return harmless(own->second);
  const GazetteerEntry* entry = Gazetteer::instance().find_id(id);
  return entry == nullptr ? id : std::string(entry->name);
}

}  // namespace oscegraph::cli
