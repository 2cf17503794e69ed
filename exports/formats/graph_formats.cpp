// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/formats/graph_formats.hpp"

#include <algorithm>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/output/path_ending.hpp"
#include "oscegraph/exports/page/page_writer.hpp"
#include "oscegraph/exports/pictures/picture_writers.hpp"

namespace oscegraph {
namespace {

GraphFormat file_format(std::string_view name, std::vector<std::string_view> extensions,
                        std::string_view description, decltype(GraphFormat::write) write) {
  return {.name = name,
          .extensions = std::move(extensions),
          .description = description,
          .write = write};
}

GraphFormat folder_format(std::string_view name, std::vector<std::string_view> extensions,
                          std::string_view description,
                          decltype(GraphFormat::write_folder) write_folder) {
  return {.name = name,
          .extensions = std::move(extensions),
          .description = description,
          .write_folder = write_folder};
}

GraphFormat readable(GraphFormat format) {
  format.readable = true;
  return format;
}

GraphFormat records(GraphFormat format) {
  format.records = true;
  return readable(std::move(format));
}

GraphFormat in_parts(GraphFormat format) {
  format.in_parts = true;
  return format;
}

GraphFormat laid_out(GraphFormat format) {
  format.laid_out = true;
  return format;
}

GraphFormat with_flows(GraphFormat format) {
  format.has_flows = true;
  return format;
}

}  // namespace

std::span<const GraphFormat> graph_formats() {
  static const std::vector<GraphFormat> formats{
      in_parts(records(file_format("jsonl", {".jsonl", ".ndjson"},
                                   "oscegraph's own records, one a line: everything, and read back",
                                   write_jsonl))),
      records(file_format("json", {".json"}, "the same records as one JSON object", write_json)),
      records(folder_format("csv", {"/"},
                            "the same records as documents.csv, nodes.csv, claims.csv in a folder",
                            write_csv_folder)),
      readable(file_format("oscg", {".oscg"},
                           "a graph file: everything, checked, and open again at once",
                           write_oscg)),
      file_format("graphml", {".graphml"}, "for Gephi, Cytoscape, NetworkX, igraph, graph-tool",
                  write_graphml),
      file_format("graphml-strict", {".strict.graphml"},
                  "the same, valid by the standard's schema; Gephi merges its edges",
                  write_graphml_strict),
      file_format("graphml-yed", {".yed.graphml"}, "for yEd, with its shapes and labels",
                  write_graphml_yed),
      file_format("gexf", {".gexf"}, "for Gephi, with colours, sizes and dates", write_gexf),
      file_format("gexf-1.3", {".1.3.gexf"}, "the same by GEXF's later version", write_gexf_1_3),
      file_format("gexf-desktop", {".desktop.gexf"},
                  "for Gephi's desktop program only: weights change over time", write_gexf_desktop),
      laid_out(file_format("dot", {".dot", ".gv"}, "a drawing to finish with Graphviz", write_dot)),
      file_format("dot-gephi", {".gephi.dot", ".gephi.gv"},
                  "DOT that Gephi can read, if it has to be DOT", write_dot_gephi),
      folder_format(
          "csv-gephi", {".gephi/"},
          "nodes.csv, edges.csv, evidence.csv in a folder, for Gephi's spreadsheet import",
          write_csv_gephi),
      file_format("cyjs", {".cyjs"}, "for Cytoscape and Cytoscape.js, with colours and places",
                  write_cyjs),
      file_format("jgf", {".jgf", ".jgf.json"}, "JSON Graph Format 2", write_jgf),
      file_format("graphology", {".graphology.json"},
                  "for graphology, sigma.js and Gephi Lite, with colours and places",
                  write_graphology),
      folder_format("neo4j", {".neo4j/"},
                    "tables for neo4j-admin and a load.cypher for a running server, in a folder",
                    write_neo4j),
      file_format("ftm", {".ftm.json", ".ftm"},
                  "FollowTheMoney entities, for Aleph and OpenSanctions' tools", write_ftm),
      file_format("sqlite", {".sqlite", ".db"},
                  "an SQLite database, with views `funding` and `evidence`", write_sqlite),
      laid_out(file_format("svg", {".svg"}, "a drawing for the web, with tooltips and links",
                           write_svg)),
      laid_out(file_format("png", {".png"}, "a drawing as an image", write_png)),
      laid_out(file_format("pdf", {".pdf"}, "a drawing for print", write_pdf)),
      file_format("html", {".html"}, "the explorer page with its data inside, for any browser",
                  write_html),
      with_flows(file_format("sankey", {".sankey.svg"},
                             "funders, projects and offices as flows, for the web", write_sankey)),
      with_flows(
          file_format("sankey-png", {".sankey.png"}, "the same as an image", write_sankey_png)),
      with_flows(
          file_format("sankey-pdf", {".sankey.pdf"}, "the same for print", write_sankey_pdf)),
  };
  return formats;
}

const GraphFormat* find_graph_format(std::string_view name) {
  const auto found = std::ranges::find(graph_formats(), name, &GraphFormat::name);
  return found == graph_formats().end() ? nullptr : &*found;
}

const GraphFormat* graph_format_for(std::string_view path) {
  return format_by_ending(graph_formats(), path);
}

}  // namespace oscegraph
