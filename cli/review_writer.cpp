// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/cli/review_writer.hpp"

#include <algorithm>
#include <utility>

#include "oscegraph/exports/terminal_text.hpp"
#include "oscegraph/graph/vocabulary.hpp"
#include "oscegraph/loader/gazetteer.hpp"

namespace oscegraph::cli {
namespace {

std::string statement(std::string_view document, std::string_view from, Relation relation,
                      std::string_view to) {
  std::string key;
  for (const std::string_view part : {document, from, name_of(relation), to})
    key.append(part).append(1, '\n');
  return key;
}

}  // namespace

Decisions::Decisions(const Graph& graph) {
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    any_ = any_ || claim.review != Review::unreviewed;
    known_[statement(graph.document_id(claim.document), graph.node_id(graph.edge_from(claim.edge)),
                     graph.edge_relation(claim.edge), graph.node_id(graph.edge_to(claim.edge)))] =
        name_of(claim.review);
  }
}

std::string_view Decisions::of(std::string_view document, const press::FoundClaim& claim) const {
  if (!any_) return {};
  const auto known = known_.find(statement(document, claim.from, claim.relation, claim.to));
  // What is gone gave way to a claim that was corrected at its place.
  return known == known_.end() ? name_of(Review::corrected) : known->second;
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
  auto claims = seen.found.claims;
  std::ranges::stable_sort(claims, {}, &press::FoundClaim::sentence_begin);
  for (std::size_t i = 0; i < claims.size();) {
    std::size_t end = i;
    while (end < claims.size() && claims[end].sentence_begin == claims[i].sentence_begin) ++end;
    sentence_with(seen.text, {claims.begin() + static_cast<std::ptrdiff_t>(i),
                              claims.begin() + static_cast<std::ptrdiff_t>(end)});
    i = end;
  }
}

std::string ReviewWriter::bold(const std::string& text) const {
  return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text;
}

void ReviewWriter::sentence_with(std::string_view text,
                                 const std::vector<press::FoundClaim>& claims) {
  const std::size_t begin = claims.front().sentence_begin;
  const std::size_t end = claims.front().sentence_end;
  std::vector<bool> marked(end - begin);
  for (const press::FoundClaim& claim : claims)
    for (std::size_t i = std::max(claim.begin, begin); i < std::min(claim.end, end); ++i)
      marked[i - begin] = true;
  out_.append("\n  ");
  for (std::size_t i = begin; i < end;) {
    std::size_t next = i;
    while (next < end && marked[next - begin] == marked[i - begin]) ++next;
    mark(harmless(text.substr(i, next - i)), marked[i - begin]);
    i = next;
  }
  out_.append("\n");
  for (const press::FoundClaim& claim : claims) line_for(claim);
}

void ReviewWriter::mark(const std::string& words, bool is_evidence) {
  if (!is_evidence) out_.append(words);
  else if (colour_) out_.append("\x1b[30;43m" + words + "\x1b[0m");
  else out_.append("[" + words + "]");
}

void ReviewWriter::line_for(const press::FoundClaim& claim) {
  std::string line =
      "    " + name(claim.from) + ' ' + std::string(name_of(claim.relation)) + ' ' + name(claim.to);
  if (claim.amount)
    line +=
        ", " + std::string(claim.amount->currency.code()) + ' ' + claim.amount->grouped_decimal();
  line += " (" + std::string(name_of(claim.basis));
  if (explain_) line += ", rule " + std::string(claim.rule);
  if (const auto decision = decisions_.of(document_, claim); !decision.empty())
    line += ", reviewed: " + std::string(decision);
  out_.append(line + ")\n");
}

std::string ReviewWriter::name(const std::string& id) const {
  if (const auto own = names_.find(id); own != names_.end()) return harmless(own->second);
  const GazetteerEntry* entry = Gazetteer::instance().find_id(id);
  return entry == nullptr ? id : std::string(entry->name);
}

}  // namespace oscegraph::cli
