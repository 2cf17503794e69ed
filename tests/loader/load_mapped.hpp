// SPDX-License-Identifier: Apache-2.0
//
// Loads graph files from strings by a mapping, and returns the result as text: problems and notes
// as sentences, edges as lines, and the amounts of all claims.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "load_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_lines.hpp"

namespace oscegraph::testing {

inline const std::string plain_map = "records = graph\nkind = kind\nrelation = relation\n";
inline const std::string money_map = plain_map + "amount = amount\ncurrency = \"EUR\"\n";

struct Mapped {
  Loaded loaded;
  std::string problems;  ///< one on each line
  std::string notes;     ///< one on each line

  [[nodiscard]] std::string edges() const { return test::edge_lines(Subset::whole(loaded.graph)); }
  /// The nodes as "kind id: name", one on each line, in order of id.
  [[nodiscard]] std::string nodes() const {
    std::vector<std::string> lines;
    const Graph& graph = loaded.graph;
    for (NodeId n = 0; n < graph.node_count(); ++n)
      lines.push_back(std::string(graph.node_id(n)) + " (" +
                      std::string(name_of(graph.node_kind(n))) +
                      "): " + std::string(graph.node_name(n)) + '\n');
    std::ranges::sort(lines);
    return join(lines, "");
  }
  /// The amounts of all claims, in order.
  [[nodiscard]] std::string amounts() const {
    std::vector<std::string> all;
    for (const ClaimId c : loaded.graph.claims())
      if (const auto amount = loaded.graph.claim(c).amount) all.push_back(amount->decimal());
    std::ranges::sort(all);
    return join(all, " ");
  }
  [[nodiscard]] std::string locators() const {
    std::vector<std::string> all;
    for (const ClaimId c : loaded.graph.claims()) all.emplace_back(loaded.graph.claim(c).locator);
    std::ranges::sort(all);
    return join(all, "; ");
  }
};

/// Loads files with the given names and contents, in their order. An empty `map` means no mapping.
inline Mapped load_files(const std::vector<std::pair<std::string, std::string>>& files,
                         const std::string& map = plain_map) {
  const Folder folder;
  LoadOptions options;
  if (!map.empty()) options.map = folder.write("m.map", map);
  for (const auto& [name, text] : files) options.inputs.push_back(folder.write(name, text));
  Problems problems(100);
  Mapped result{load(options, problems), {}, {}};
  const auto lines = [&](const std::vector<Problem>& list) {
    std::string text;
    for (const Problem& problem : list) text += folder.strip(sentence(problem)) + '\n';
    return text;
  };
  result.problems = lines(problems.list());
  result.notes = lines(result.loaded.warnings);
  return result;
}

inline Mapped load_file(const std::string& name, const std::string& text,
                        const std::string& map = plain_map) {
  return load_files({{name, text}}, map);
}

/// A GraphML file with the keys k (kind), n (name), r (relation) and a (amount). `inside` is the
/// content of its graph.
inline std::string graphml(const std::string& inside, const std::string& edges = "directed",
                           const std::string& keys = {}) {
  return "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "<key id=\"k\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>"
         "<key id=\"n\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"
         "<key id=\"r\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>"
         "<key id=\"a\" for=\"edge\" attr.name=\"amount\" attr.type=\"double\"/>" +
         keys + "\n<graph edgedefault=\"" + edges + "\">\n" + inside + "\n</graph></graphml>\n";
}
inline std::string graphml_node(const std::string& id, const std::string& kind,
                                const std::string& more = {}) {
  return "<node id=\"" + id + "\"><data key=\"k\">" + kind + "</data>" + more + "</node>";
}
inline std::string graphml_edge(const std::string& from, const std::string& to,
                                const std::string& relation, const std::string& amount = {},
                                const std::string& more = {}) {
  return "<edge source=\"" + from + "\" target=\"" + to + "\"" + more + "><data key=\"r\">" +
         relation + "</data>" + (amount.empty() ? "" : "<data key=\"a\">" + amount + "</data>") +
         "</edge>";
}

/// A GEXF file whose nodes and edges have a kind, and a relation and an amount.
inline std::string gexf(const std::string& nodes, const std::string& edges,
                        const std::string& type = "directed",
                        const std::string& space = "http://gexf.net/1.3") {
  return "<gexf xmlns=\"" + space + "\"><graph defaultedgetype=\"" + type +
         "\">\n<attributes class=\"node\"><attribute id=\"k\" title=\"kind\" type=\"string\"/>"
         "</attributes>\n<attributes class=\"edge\"><attribute id=\"r\" title=\"relation\" "
         "type=\"string\"/><attribute id=\"a\" title=\"amount\" type=\"double\"/></attributes>\n"
         "<nodes>" +
         nodes + "</nodes>\n<edges>" + edges + "</edges></graph></gexf>\n";
}
inline std::string gexf_node(const std::string& id, const std::string& label,
                             const std::string& kind) {
  return "<node id=\"" + id + "\" label=\"" + label + "\"><attvalues><attvalue for=\"k\" value=\"" +
         kind + "\"/></attvalues></node>";
}
inline std::string gexf_edge(const std::string& from, const std::string& to,
                             const std::string& relation, const std::string& amount = {},
                             const std::string& more = {}) {
  return "<edge source=\"" + from + "\" target=\"" + to + "\"" + more +
         "><attvalues><attvalue for=\"r\" value=\"" + relation + "\"/>" +
         (amount.empty() ? "" : "<attvalue for=\"a\" value=\"" + amount + "\"/>") +
         "</attvalues></edge>";
}

}  // namespace oscegraph::testing
