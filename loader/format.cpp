// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/format.hpp"

#include <algorithm>

#include "oscegraph/graph/graph_file.hpp"

namespace oscegraph {
namespace {

std::string_view without_blanks(std::string_view head) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
  const auto first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : head.substr(first);
}

bool looks_like_json_lines(std::string_view head) {
  head = without_blanks(head);
  return head.starts_with('{') &&
         head.substr(0, head.find('\n')).find("\"type\"") != std::string_view::npos;
}

bool looks_like_json(std::string_view head) { return without_blanks(head).starts_with('{'); }

bool looks_like_html(std::string_view head) {
  head = without_blanks(head).substr(0, 1024);
  return head.starts_with('<') && (head.find("<html") != std::string_view::npos ||
                                   head.find("<HTML") != std::string_view::npos ||
                                   head.starts_with("<!doctype") || head.starts_with("<!DOCTYPE"));
}

bool looks_like_feed(std::string_view head) {
  head = without_blanks(head);
  return head.starts_with('<') && (head.find("<rss") != std::string_view::npos ||
                                   head.find("<feed") != std::string_view::npos ||
                                   head.find("<rdf:RDF") != std::string_view::npos);
}

bool begins_with_element(std::string_view head, std::string_view element) {
  head = without_blanks(head);
  return head.starts_with('<') && head.find(element) != std::string_view::npos;
}

bool looks_like_graphml(std::string_view head) { return begins_with_element(head, "<graphml"); }

bool looks_like_gexf(std::string_view head) { return begins_with_element(head, "<gexf"); }

bool looks_like_dot(std::string_view head) {
  head = without_blanks(head);
  if (head.starts_with("strict ")) head.remove_prefix(7);
  return (head.starts_with("digraph") || head.starts_with("graph")) &&
         head.find('{') != std::string_view::npos;
}

/// Any bytes could be text for people: it is told by its name or by --format.
bool never(std::string_view) { return false; }

/// A header line of known fields: at least one required field of some record among its names.
bool looks_like_csv(std::string_view head) {
  const std::string_view line = without_blanks(head).substr(0, without_blanks(head).find('\n'));
  return line.find_first_of(",;\t") != std::string_view::npos && !line.starts_with('<');
}

const InputFormat rows[] = {
    {"jsonl",
     {".jsonl", ".ndjson"},
     "native records, one JSON object a line",
     looks_like_json_lines,
     read_json_lines},
    {"json", {".json"}, "native records, one JSON object for all", looks_like_json, read_json},
    {"csv",
     {".csv", ".tsv"},
     "native records as documents.csv, nodes.csv, claims.csv; Gephi's tables; any table with --map",
     looks_like_csv,
     read_csv},
    {"oscg",
     {".oscg"},
     "a graph file, opened in place; among other inputs, what it kept of them gives way",
     looks_like_graph_file,
     read_oscg,
     false,
     true},
    {"graphml",
     {".graphml"},
     "a graph from any program that writes GraphML; other programs' names need --map",
     looks_like_graphml,
     read_graphml,
     false,
     true},
    {"gexf",
     {".gexf"},
     "a graph from Gephi and its kin, likewise",
     looks_like_gexf,
     read_gexf,
     false,
     true},
    {"dot",
     {".dot", ".gv"},
     "a graph in Graphviz's language, likewise",
     looks_like_dot,
     read_dot,
     false,
     true},
    {"html",
     {".html", ".htm", ".xhtml"},
     "a saved page, whose claims are found in its text",
     looks_like_html,
     read_html,
     true},
    {"feed",
     {".rss", ".atom", ".xml"},
     "an RSS or Atom feed, each entry a text",
     looks_like_feed,
     read_feed,
     true},
    {"text",
     {".txt", ".md"},
     "running text, whose claims are found by rules",
     never,
     read_text,
     true},
};

}  // namespace

std::span<const InputFormat> input_format_table() { return rows; }

const InputFormat* find_input_format(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &InputFormat::name);
  return found == std::end(rows) ? nullptr : found;
}

const InputFormat* input_format_for_path(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  for (const InputFormat& row : rows)
    for (const std::string_view extension : row.extensions)
      if (path.ends_with(extension)) return &row;
  return nullptr;
}

}  // namespace oscegraph
