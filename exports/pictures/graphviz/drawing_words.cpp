// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/drawing_words.hpp"

#include <algorithm>
#include <vector>

#include "oscegraph/exports/model/edge_money.hpp"
#include "oscegraph/exports/model/edge_properties.hpp"
#include "oscegraph/exports/model/palette.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t label_width = 24;     ///< cells a line
constexpr std::size_t longest_label = 140;  ///< bytes; the tooltip has the rest

std::string with_escapes(std::string_view text, std::string_view backslash) {
  std::string result;
  for (const char c : harmless(text)) {
    if (c == '\\') result += backslash;
    else if (c == '&') result += "&amp;";
    else result += c;
  }
  return result;
}

/// Escapes data for labels, in which Graphviz interprets backslashes and entities (P46 in
/// docs/graph-files.md).
std::string label_text(std::string_view text) { return with_escapes(text, R"(\\)"); }

/// The same for tooltips, in which Graphviz reads backslashes twice.
std::string tooltip_text(std::string_view text) { return with_escapes(text, R"(\\\\)"); }

std::string html_escaped(std::string_view text) {
  std::string result;
  for (const char c : harmless(text)) {
    if (c == '&') result += "&amp;";
    else if (c == '<') result += "&lt;";
    else if (c == '>') result += "&gt;";
    else if (c == '"') result += "&quot;";
    else result += c;
  }
  return result;
}

/// The text cut to at most `most` bytes, at a character boundary; an ellipsis follows when it was
/// cut.
std::string cut_short(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return std::string(text.substr(0, most)) + "…";
}

std::vector<DocumentId> edge_documents(const Subset& subset, EdgeId e) {
  std::vector<DocumentId> documents;
  for (const ClaimId c : subset.claims_of(e))
    if (const DocumentId d = subset.graph().claim_document(c);
        documents.empty() || documents.back() != d)
      documents.push_back(d);
  return documents;
}

std::string spaced(std::string_view name) {
  std::string result(name);
  std::ranges::replace(result, '_', ' ');
  return result;
}

/// A coloured cell for each kind that occurs, with the number of its nodes.
std::string kind_cells(const Subset& subset) {
  std::vector<std::size_t> counts(kinds().size());
  for (const NodeId n : subset.nodes())
    ++counts[static_cast<std::size_t>(subset.graph().node_kind(n))];
  std::string html;
  for (const KindRow& row : kinds()) {
    const std::size_t count = counts[static_cast<std::size_t>(row.kind)];
    if (count == 0) continue;
    html += "<TD BGCOLOR=\"" + colour_of(row.kind).tint().hex() + "\">" + grouped(count) + ' ' +
            std::string(count == 1 ? row.name : row.plural) + "</TD>";
  }
  return html;
}

/// A coloured arrow for each relation that occurs, and the meaning of dashed lines if there are
/// any.
std::string relation_cells(const Subset& subset) {
  std::vector<bool> occurs(relations().size());
  bool dashed = false;
  for (const EdgeId e : subset.edges()) {
    occurs[static_cast<std::size_t>(subset.graph().edge_relation(e))] = true;
    dashed = dashed || edge_basis(subset, e) == Basis::inferred;
  }
  std::string html;
  for (const RelationRow& row : relations())
    if (occurs[static_cast<std::size_t>(row.relation)])
      html += "<TD><FONT COLOR=\"" + colour_of(row.relation).hex() + "\"><B>→ " + spaced(row.name) +
              "</B></FONT></TD>";
  return html + (dashed ? "<TD>dashed: inferred</TD>" : "");
}

/// The documents behind the drawing, in small print.
std::string source_row(const Subset& subset) {
  constexpr std::size_t line = 120;  // cells
  if (subset.documents().empty()) return {};
  std::vector<std::string> lines = wrap(harmless(sources(subset)), line);
  for (std::string& text : lines) text = html_escaped(text);
  return R"(<TR><TD ALIGN="LEFT" BALIGN="LEFT" COLSPAN="16"><FONT POINT-SIZE="9" COLOR="#555555">)" +
         join(lines, "<BR/>") + "</FONT></TD></TR>";
}

}  // namespace

std::string node_label(const Graph& graph, NodeId n) {
  const std::string name = cut_short(graph.node_name(n), longest_label);
  std::vector<std::string> lines = wrap(harmless(name), label_width);
  for (std::string& line : lines) line = label_text(line);
  return join(lines, "\\n");
}

std::string short_name(const Graph& graph, NodeId n) {
  constexpr std::size_t most = 76;  // bytes, and three more for the ellipsis
  const std::string_view name = graph.node_name(n);
  return name.size() < 80 ? std::string(name) : cut_short(name, most);
}

std::string node_words(const Graph& graph, NodeId n) {
  std::string text = std::string(graph.node_name(n)) + " (" +
                     std::string(name_of(graph.node_kind(n))) + ", " +
                     std::string(graph.node_id(n)) + ')';
  if (const auto aliases = graph.aliases(n); !aliases.empty())
    text += ", also: " + join(aliases, "; ");
  return text;
}

std::string node_tooltip(const Graph& graph, NodeId n) {
  return tooltip_text(node_words(graph, n));
}

std::string edge_words(const Subset& subset, EdgeId e) {
  const Graph& graph = subset.graph();
  std::string text = std::string(graph.node_name(graph.edge_from(e))) + ' ' +
                     spaced(name_of(graph.edge_relation(e))) + ' ' +
                     std::string(graph.node_name(graph.edge_to(e)));
  const EdgeMoney money = edge_money(subset, e);
  for (const auto& [key, sum] : money.ledger.sums()) text += "; " + words(key, sum);
  std::vector<std::string_view> titles;
  for (const DocumentId d : edge_documents(subset, e)) {
    const Document document = graph.document(d);
    titles.push_back(document.title.empty() ? document.id : document.title);
  }
  text += "; " + counted(titles.size(), "document") + ": " + join(titles, ", ");
  return text;
}

std::string edge_tooltip(const Subset& subset, EdgeId e) {
  return tooltip_text(edge_words(subset, e));
}

std::string edge_url(const Subset& subset, EdgeId e) {
  for (const DocumentId d : edge_documents(subset, e)) {
    const std::string_view url = subset.graph().document(d).url;
    if (url.starts_with("https://") || url.starts_with("http://")) return std::string(url);
  }
  return {};
}

std::string edge_link(const Subset& subset, EdgeId e) { return label_text(edge_url(subset, e)); }

std::string sources(const Subset& subset) {
  constexpr std::size_t most_titles = 6;
  const Graph& graph = subset.graph();
  const std::vector<DocumentId> documents = subset.documents();
  if (documents.empty()) return "Sources: none stated.";
  Date first;
  Date last;
  std::vector<std::string> titles;
  for (const DocumentId d : documents) {
    const Document document = graph.document(d);
    if (titles.size() < most_titles)
      titles.emplace_back(cut_short(document.title.empty() ? document.id : document.title, 80));
    if (!document.date.known()) continue;
    if (!first.known() || document.date < first) first = document.date;
    if (!last.known() || last < document.date) last = document.date;
  }
  std::string text = "Sources: " + counted(documents.size(), "document");
  if (first.known()) text += " of " + first.text() + (first == last ? "" : " to " + last.text());
  text += ": " + join(titles, "; ");
  if (documents.size() > titles.size())
    text += " and " + grouped(documents.size() - titles.size()) + " more";
  return text + '.';
}

std::string money_label(const Subset& subset, EdgeId e) {
  constexpr std::size_t most_lines = 2;
  const EdgeMoney money = edge_money(subset, e);
  std::vector<std::string> lines;
  for (const auto& [key, sum] : money.ledger.sums()) lines.push_back(label_text(words(key, sum)));
  if (lines.size() > most_lines) {
    lines.resize(most_lines);
    lines.back() += " …";
  }
  return join(lines, "\\n");
}

std::string legend(const Subset& subset, const std::string& title) {
  std::string html = R"(<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="4">)";
  if (!title.empty())
    html += R"(<TR><TD ALIGN="LEFT" COLSPAN="16"><FONT POINT-SIZE="18"><B>)" + html_escaped(title) +
            "</B></FONT></TD></TR>";
  html += "<TR>" + kind_cells(subset) + relation_cells(subset);
  if (subset.nodes().empty()) html += "<TD>nothing to draw</TD>";
  return html + "</TR>" + source_row(subset) + "</TABLE>";
}

}  // namespace oscegraph
