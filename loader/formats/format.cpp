// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/formats/format.hpp"

#include <algorithm>

#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/loader/formats/csv_file.hpp"
#include "oscegraph/loader/graphs/graph_readers.hpp"
#include "oscegraph/loader/inputs/xml/xml_root.hpp"
#include "oscegraph/loader/press/text_readers.hpp"
#include "oscegraph/loader/records/native_readers.hpp"

namespace oscegraph {
namespace {

std::string_view without_blanks(std::string_view head) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
  const auto first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : head.substr(first);
}

// Whether the first element of an XML or HTML text has this local name.
bool is_root(std::string_view head, std::string_view local) {
  return xml_root(head).local == local;
}

bool looks_like_html(std::string_view head) {
  const XmlRoot root = xml_root(head);
  const auto is_html = [](std::string_view name) {
    return name.size() == 4 && std::ranges::equal(name, std::string_view("html"), {}, [](char c) {
             return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
           });
  };
  return is_html(root.local) || is_html(root.doctype);
}

bool looks_like_feed(std::string_view head) {
  const XmlRoot root = xml_root(head);
  if (root.local == "rss" || root.local == "feed") return true;
  const bool atom = root.tag.find("w3.org/2005/Atom") != std::string_view::npos;
  const bool rss = root.tag.find("purl.org/rss/") != std::string_view::npos ||
                   root.tag.find("netscape.com/rdf/") != std::string_view::npos;
  return (root.local == "entry" && atom) || (root.local == "RDF" && rss);
}

bool looks_like_graphml(std::string_view head) { return is_root(head, "graphml"); }

bool looks_like_gexf(std::string_view head) { return is_root(head, "gexf"); }

/// Whether it begins like `strict digraph "name" {`, after comments.
bool looks_like_dot(std::string_view head) {
  const auto skip_blanks = [&] {
    for (;;) {
      head = without_blanks(head);
      const bool line = head.starts_with("//") || head.starts_with('#');
      if (!line && !head.starts_with("/*")) return;
      const std::size_t end = head.find(line ? "\n" : "*/");
      head.remove_prefix(end == std::string_view::npos ? head.size() : end + (line ? 1 : 2));
    }
  };
  const auto take = [&](std::string_view word) {
    if (!head.starts_with(word) || head.substr(word.size()).find_first_of(" \t\r\n{\"") != 0)
      return false;
    head.remove_prefix(word.size());
    skip_blanks();
    return true;
  };
  skip_blanks();
  take("strict");
  if (!take("digraph") && !take("graph")) return false;
  if (head.starts_with('"')) head.remove_prefix(std::min(head.find('"', 1), head.size() - 1) + 1);
  else head.remove_prefix(std::min(head.find_first_of(" \t\r\n{"), head.size()));
  skip_blanks();
  return head.starts_with('{');
}

/// For JSON (decided by its outermost keys), tables and running text (decided by their looks, which
/// is not certain): see format_decision.cpp.
bool never(std::string_view) { return false; }

const InputFormat rows[] = {
    {.id = InputFormatId::jsonl,
     .name = "jsonl",
     .extensions = {".jsonl", ".ndjson"},
     .description = "native records, one JSON object a line",
     .recognises = never,
     .read = read_json_lines,
     .lines = true},
    {.id = InputFormatId::json,
     .name = "json",
     .extensions = {".json"},
     .description = "native records, one JSON object for all",
     .recognises = never,
     .read = read_json},
    {.id = InputFormatId::csv,
     .name = "csv",
     .extensions = {".csv", ".tsv"},
     .description =
         "native records as documents.csv, nodes.csv, claims.csv; Gephi's tables; any table with "
         "--map",
     .recognises = never,
     .read = read_csv,
     .table = true},
    {.id = InputFormatId::oscg,
     .name = "oscg",
     .extensions = {".oscg"},
     .description =
         "a graph file, opened in place; among other inputs, what it kept of them gives way",
     .recognises = looks_like_graph_file,
     .read = read_oscg,
     .graph_file = true},
    {.id = InputFormatId::graphml,
     .name = "graphml",
     .extensions = {".graphml"},
     .description =
         "a graph from any program that writes GraphML; other programs' names need --map",
     .recognises = looks_like_graphml,
     .read = read_graphml,
     .graph_file = true},
    {.id = InputFormatId::gexf,
     .name = "gexf",
     .extensions = {".gexf"},
     .description = "a graph from Gephi and its kin, likewise",
     .recognises = looks_like_gexf,
     .read = read_gexf,
     .graph_file = true},
    {.id = InputFormatId::dot,
     .name = "dot",
     .extensions = {".dot", ".gv"},
     .description = "a graph in Graphviz's language, likewise",
     .recognises = looks_like_dot,
     .read = read_dot,
     .graph_file = true},
    {.id = InputFormatId::html,
     .name = "html",
     .extensions = {".html", ".htm", ".xhtml"},
     .description = "a saved page, whose claims are found in its text",
     .recognises = looks_like_html,
     .read = read_html,
     .running_text = true},
    {.id = InputFormatId::feed,
     .name = "feed",
     .extensions = {".rss", ".atom", ".xml"},
     .description = "an RSS or Atom feed, each entry a text",
     .recognises = looks_like_feed,
     .read = read_feed,
     .running_text = true},
    {.id = InputFormatId::text,
     .name = "text",
     .extensions = {".txt", ".md"},
     .description = "running text, whose claims are found by rules",
     .recognises = never,
     .read = read_text,
     .running_text = true},
};

}  // namespace

std::span<const InputFormat> input_format_table() { return rows; }

std::vector<std::string_view> input_format_names() {
  std::vector<std::string_view> names;
  for (const InputFormat& format : input_format_table()) names.push_back(format.name);
  return names;
}

const InputFormat* input_format(InputFormatId id) {
  return std::ranges::find(rows, id, &InputFormat::id);
}

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
