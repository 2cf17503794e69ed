// SPDX-License-Identifier: Apache-2.0
//
// DOT, ours and other programs', by Graphviz's own parser. What it means by "subgraph", "strict" and
// defaults is so what Graphviz means by it; subgraphs are read flat. An attribute that only says how to
// draw is not for us, unless a mapping asks for it. `\\` is a backslash, in labels `\n` is a space.
//
// The parser tells the line of a mistake in the file's form; of what is in it, it tells no places.
#include <graphviz/cgraph.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>
#include <utility>

#include "oscegraph/graph/graphviz_session.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/format.hpp"
#include "oscegraph/loader/graph_file/graph_records.hpp"
#include "oscegraph/loader/text_check.hpp"

namespace oscegraph {
namespace {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using ParsedGraph = std::unique_ptr<Agraph_t, CloseGraph>;

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

/// "... syntax error in line 3 near '-'" -> 3; 0 when it names none.
std::uint64_t line_of(std::string_view message) {
  constexpr std::string_view words = " in line ";
  const auto at = message.find(words);
  std::uint64_t line = 0;
  if (at != std::string_view::npos)
    std::from_chars(message.data() + at + words.size(), message.data() + message.size(), line);
  return line;
}

/// The text as a file that the parser reads, so that it may hold several graphs.
class TextChannel {
 public:
  explicit TextChannel(std::string_view text) : left_(text) {
    disciplines_.io = &io_;
    disciplines_.id = &AgIdDisc;
    disciplines_.mem = &AgMemDisc;
    agreadline(1);  // else lines are counted on from the last file
  }
  ParsedGraph next() { return ParsedGraph(agread(this, &disciplines_)); }

 private:
  static int read(void* channel, char* buffer, int size) {
    std::string_view& left = static_cast<TextChannel*>(channel)->left_;
    const std::size_t count = std::min(left.size(), static_cast<std::size_t>(std::max(size, 0)));
    std::memcpy(buffer, left.data(), count);
    left.remove_prefix(count);
    return static_cast<int>(count);
  }

  std::string_view left_;
  Agiodisc_t io_{read, nullptr, nullptr};
  Agdisc_t disciplines_{};
};

struct ParsedFile {
  std::vector<ParsedGraph> graphs;
  bool damaged = false;
};

/// Reads to the very end: the parser keeps what it has not read, and the next file would begin with it.
/// At the end it has no graph and nothing to say.
ParsedFile parse(std::string_view text, const GraphvizSession& session) {
  ParsedFile file;
  TextChannel channel(text);
  for (;;) {
    const std::string before = session.messages();
    ParsedGraph graph = channel.next();
    const bool spoke = session.messages() != before;
    if (graph == nullptr && !spoke) return file;
    if (graph == nullptr) file.damaged = true;
    else file.graphs.push_back(std::move(graph));
  }
}

/// `\\` is one backslash. In labels, what breaks a line is a space, and `\N` the node's name.
std::string plain(std::string_view text, bool label, std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == '\\') result += '\\';
    else if (label && (next == 'n' || next == 'l' || next == 'r')) result += ' ';
    else if (label && next == 'N') result += name;
    else {
      result += text[i];
      continue;
    }
    ++i;
  }
  while (label && result.ends_with(' ')) result.pop_back();
  return result;
}

class DotReader {
 public:
  DotReader(const Source& source, ReadContext& context)
      : context_(context),
        records_(source, context),
        mapped_(context.map != nullptr && context.map->graph) {}

  void read(Agraph_t* graph) {
    records_.declare(Scope::node, "id", ValueType::text);
    records_.declare(Scope::edge, "id", ValueType::text);
    declare(graph, Scope::node, AGNODE, of_nodes_);
    declare(graph, Scope::edge, AGEDGE, of_edges_);
    directed_ = agisdirected(graph) != 0;
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
      begin(Scope::node, view(agnameof(node)));
      take_values(node, of_nodes_);
      records_.accept(element_);
    }
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node))
      for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge))
        read_edge(edge);
    records_.finish();
  }

 private:
  struct Column {
    Agsym_t* symbol;
    std::size_t number;
    bool label;
  };

  void declare(Agraph_t* graph, Scope scope, int kind, std::vector<Column>& columns) {
    std::string name_text = "name";
    for (Agsym_t* symbol = agnxtattr(graph, kind, nullptr); symbol != nullptr;
         symbol = agnxtattr(graph, kind, symbol)) {
      const std::string_view name = view(symbol->name);
      const bool label = name == "label";
      const bool drawing = std::ranges::count(graphviz_attributes(), name) > 0;
      if (name == "id" || name == "key" || (drawing && !label && !mapped_)) continue;
      const bool name_is_free = agattr(graph, kind, name_text.data(), nullptr) == nullptr;
      const std::string_view column = name == "full_name" && name_is_free ? "name" : name;
      columns.push_back({symbol, records_.declare(scope, column, ValueType::text), label});
    }
  }

  void begin(Scope scope, std::string_view id) {
    element_.scope = scope;
    element_.id = plain(id, false, {});
    element_.values = {{0, element_.id, 0, 0}};
  }

  void read_edge(Agedge_t* edge) {
    begin(Scope::edge, view(agnameof(edge)));
    element_.from = plain(view(agnameof(agtail(edge))), false, {});
    element_.to = plain(view(agnameof(aghead(edge))), false, {});
    element_.direction = directed_ ? EdgeDirection::directed : EdgeDirection::undirected;
    take_values(edge, of_edges_);
    records_.accept(element_);
    constexpr std::uint64_t edges_between_reports = 4096;
    if (++edges_ % edges_between_reports == 0) context_.progressed(0);
  }

  void take_values(void* object, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
      char* text = agxget(object, column.symbol);
      // A label of markup is for the drawing.
      if (view(text).empty() || (column.label && aghtmlstr(text) != 0)) continue;
      element_.values.push_back(
          {column.number, plain(view(text), column.label, element_.id), 0, 0});
    }
  }

  ReadContext& context_;
  GraphRecords records_;
  bool mapped_;
  bool directed_ = true;
  std::vector<Column> of_nodes_;
  std::vector<Column> of_edges_;
  GraphElement element_;
  std::uint64_t edges_ = 0;
};

/// Graphviz would take other bytes than UTF-8 as they are, and NUL for the end.
bool is_text(const Source& source, Problems& problems) {
  std::uint64_t line = 0;
  for (std::string_view left = source.text; !left.empty();) {
    const std::string_view text = left.substr(0, left.find('\n'));
    if (!check_text(text, source.name, ++line, 1, problems)) return false;
    left.remove_prefix(std::min(text.size() + 1, left.size()));
  }
  return true;
}

}  // namespace

void read_dot(const Source& source, ReadContext& context) {
  if (!is_text(source, context.problems)) return;
  const GraphvizSession session;
  const auto report = [&](std::uint64_t line, std::string what, std::string next) {
    context.problems.report({{source.name, line}, std::move(what), "", std::move(next)});
  };
  const ParsedFile file = parse(source.text, session);
  if (file.graphs.size() > 1)
    return report(0, "the file holds several graphs", "put each into a file of its own");
  if (file.damaged || file.graphs.empty()) {
    const std::uint64_t line = line_of(session.messages());
    return report(line,
                  file.damaged ? "this is not DOT" + std::string(line > 0 ? " from here on" : "")
                               : "there is no graph in this file",
                  "'dot -Tsvg " + source.name + "' should draw it");
  }
  if (const std::string message = session.messages(); !message.empty())
    context.warnings.push_back({{source.name}, "Graphviz says: " + message});
  DotReader(source, context).read(file.graphs.front().get());
}

}  // namespace oscegraph
