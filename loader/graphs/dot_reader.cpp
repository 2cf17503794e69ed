// SPDX-License-Identifier: Apache-2.0
//
// Reads DOT files, ours and those of other programs, into records. Graphviz's own parser reads
// them, so "subgraph", "strict" and defaults mean the same as in Graphviz. Subgraphs are flattened.
// Attributes that only control the drawing are ignored unless a mapping uses them. The exception is
// `dir`, which says whether an edge runs backwards, both ways or without direction. Labels are read
// without markup; if there is no label, the xlabel is used. `\\` is a backslash; in labels `\n` is
// a space and `&uuml;` a letter.
//
// The parser reports the line of a syntax error, but no places of nodes and edges. So an edge is
// named by its number in the file. Edges that Graphviz merges (in a strict graph, or with the same
// key) are one; a note counts them, since each may be a payment of its own.
#include <graphviz/cgraph.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "oscegraph/graph/libraries/graphviz_session.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/dot_merged_edges.hpp"
#include "oscegraph/loader/graphs/graph_readers.hpp"
#include "oscegraph/loader/graphs/graph_records.hpp"
#include "oscegraph/loader/graphs/markup_text.hpp"
#include "oscegraph/loader/graphs/value_text.hpp"
#include "oscegraph/loader/inputs/text_check.hpp"

namespace oscegraph {
namespace {

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using ParsedGraph = std::unique_ptr<Agraph_t, CloseGraph>;

std::string_view view(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

/// "... syntax error in line 3 near '-'" -> 3; 0 when the message names no line.
std::uint64_t line_of(std::string_view message) {
  constexpr std::string_view words = " in line ";
  const auto at = message.find(words);
  std::uint64_t line = 0;
  if (at != std::string_view::npos)
    std::from_chars(message.data() + at + words.size(), message.data() + message.size(), line);
  return line;
}

using Progressed = std::function<void(std::uint64_t offset)>;

/// Feeds a text to the parser, which may find several graphs in it. The parser is C code: when
/// `progressed` throws, it is told that the file ends there.
class TextChannel {
 public:
  TextChannel(std::string_view text, const Progressed& progressed)
      : left_(text),
        progressed_(progressed) {
    disciplines_.io = &io_;
    disciplines_.id = counting_ids();
    disciplines_.mem = &AgMemDisc;
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (left_.starts_with(byte_order_mark)) left_.remove_prefix(byte_order_mark.size());
    agreadline(1);  // otherwise lines continue the count of the last file
  }
  ParsedGraph next() { return ParsedGraph(agread(this, &disciplines_)); }
  /// Call it after the parser has finished.
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  static int read(void* channel, char* buffer, int size) {
    return static_cast<TextChannel*>(channel)->read(buffer, size);
  }

  int read(char* buffer, int size) {
    try {
      progressed_(0);
    } catch (...) {
      failure_ = std::current_exception();
      left_ = {};
    }
    const std::size_t count = std::min(left_.size(), static_cast<std::size_t>(std::max(size, 0)));
    std::memcpy(buffer, left_.data(), count);
    left_.remove_prefix(count);
    return static_cast<int>(count);
  }

  std::string_view left_;
  const Progressed& progressed_;
  std::exception_ptr failure_;
  Agiodisc_t io_{read, nullptr, nullptr};
  Agdisc_t disciplines_{};
};

struct ParsedFile {
  std::vector<ParsedGraph> graphs;
  bool damaged = false;
  bool never_closed = false;  ///< the file ends inside quotes, a comment or markup
  std::string messages;       ///< messages of Graphviz
};

/// Parses to the end of the text: the parser keeps input that it has not read and would prepend it
/// to the next file. At the end it returns no graph and no message. Throws what `progressed`
/// throws.
ParsedFile parse_to_end(std::string_view text, const GraphvizSession& session,
                        const Progressed& progressed) {
  ParsedFile file;
  TextChannel channel(text, progressed);
  for (;;) {
    const std::string before = session.messages();
    ParsedGraph graph = channel.next();
    const bool spoke = session.messages() != before;
    if (graph == nullptr && !spoke) break;
    if (graph == nullptr) file.damaged = true;
    else file.graphs.push_back(std::move(graph));
  }
  channel.rethrow();
  return file;
}

/// Whether the text ends inside quotes, a comment or markup. The parser keeps that state for the
/// next file, so closing text is fed to it until it parses an empty graph again.
bool ends_in_open_text(std::string_view text, const GraphvizSession& session) {
  const auto reads_a_graph = [&] {
    return !parse_to_end("graph {}\n", session, [](std::uint64_t) {}).graphs.empty();
  };
  if (reads_a_graph()) return false;
  const auto brackets = static_cast<std::size_t>(std::ranges::count(text, '<'));
  for (const std::string& closing :
       {std::string("\"\n"), std::string("*/\n"), std::string(brackets + 1, '>')}) {
    (void)parse_to_end(closing, session, [](std::uint64_t) {});
    if (reads_a_graph()) break;
  }
  return true;
}

/// Throws what `progressed` throws.
ParsedFile parse(std::string_view text, const GraphvizSession& session,
                 const Progressed& progressed) {
  (void)take_repeated_keys();
  ParsedFile file = parse_to_end(text, session, progressed);
  file.messages = session.messages();
  file.never_closed = ends_in_open_text(text, session);
  file.damaged = file.damaged || file.never_closed;
  return file;
}

/// Resolves backslash escapes: `\\` is one backslash. In a label, line breaks become spaces, `\N`
/// becomes the node's name, and any other escaped character stands for itself.
std::string plain(std::string_view text, bool label, std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = text[i] == '\\' && i + 1 < text.size() ? text[i + 1] : '\0';
    if (next == '\\') result += '\\';
    else if (label && (next == 'n' || next == 'l' || next == 'r')) result += ' ';
    else if (label && next == 'N') result += name;
    else if (label && next != '\0') result += next;
    else {
      result += text[i];
      continue;
    }
    ++i;
  }
  return label ? on_one_line(without_entities(result)) : result;
}

/// The number of edges in the file that Graphviz merged with an earlier one.
std::uint64_t count_merged(std::string_view text, Agraph_t* graph, const GraphvizSession& session,
                           const Progressed& progressed) {
  std::uint64_t merged = take_repeated_keys();
  const auto loose = agisstrict(graph) != 0 ? without_strict(text) : std::nullopt;
  if (!loose) return merged;
  const ParsedFile again = parse(*loose, session, progressed);
  merged = take_repeated_keys();
  if (again.graphs.size() != 1) return merged;
  return merged + static_cast<std::uint64_t>(
                      std::max(agnedges(again.graphs.front().get()) - agnedges(graph), 0));
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
    dir_ = find(graph, AGEDGE, "dir");
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
  static Agsym_t* find(Agraph_t* graph, int kind, std::string name) {
    return agattr(graph, kind, name.data(), nullptr);
  }

  struct Column {
    Agsym_t* symbol;
    std::size_t number;
    bool label;
  };

  void declare(Agraph_t* graph, Scope scope, int kind, std::vector<Column>& columns) {
    std::string name_text = "name";
    // Declared before "label", so that a label hides it.
    if (Agsym_t* xlabel = find(graph, kind, "xlabel"))
      columns.push_back({xlabel, records_.declare(scope, "label", ValueType::text), true});
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
    element_.from.clear();
    element_.to.clear();
    element_.values = {{0, element_.id, 0, 0}};
  }

  void read_edge(Agedge_t* edge) {
    begin(Scope::edge, view(agnameof(edge)));
    element_.from = plain(view(agnameof(agtail(edge))), false, {});
    element_.to = plain(view(agnameof(aghead(edge))), false, {});
    element_.number = AGSEQ(edge);
    take_direction(edge);
    take_values(edge, of_edges_);
    records_.accept(element_);
    constexpr std::uint64_t edges_between_reports = 4096;
    if (++edges_ % edges_between_reports == 0) context_.progressed(0);
  }

  /// Sets the direction in which the edge is drawn.
  void take_direction(Agedge_t* edge) {
    const std::string_view drawn = dir_ == nullptr ? std::string_view() : view(agxget(edge, dir_));
    const bool directed = drawn == "forward" || drawn == "back" || (drawn != "none" && directed_);
    element_.direction = directed ? EdgeDirection::directed : EdgeDirection::undirected;
    if (drawn == "both") element_.direction = EdgeDirection::both;
    if (drawn == "back") std::swap(element_.from, element_.to);
  }

  void take_values(void* object, const std::vector<Column>& columns) {
    for (const Column& column : columns) {
      char* text = agxget(object, column.symbol);
      if (view(text).empty()) continue;
      std::string value = aghtmlstr(text) != 0 ? text_of_markup(view(text))
                                               : plain(view(text), column.label, element_.id);
      element_.values.push_back({column.number, std::move(value), 0, 0});
    }
  }

  ReadContext& context_;
  GraphRecords records_;
  bool mapped_;
  bool directed_ = true;
  Agsym_t* dir_ = nullptr;
  std::vector<Column> of_nodes_;
  std::vector<Column> of_edges_;
  GraphElement element_;
  std::uint64_t edges_ = 0;
};

/// Graphviz would accept bytes that are not UTF-8, and take NUL for the end.
bool is_text(std::string_view whole, const std::string& file, Problems& problems) {
  std::uint64_t line = 0;
  while (!whole.empty()) {
    const std::string_view text = whole.substr(0, whole.find('\n'));
    if (!check_text(text, file, ++line, 1, problems)) return false;
    whole.remove_prefix(std::min(text.size() + 1, whole.size()));
  }
  return true;
}

}  // namespace

void read_dot(Source& source, ReadContext& context) {
  const std::string_view text = source.bytes.rest();
  if (!is_text(text, source.name, context.problems)) return;
  const GraphvizSession session;
  const auto report = [&](std::uint64_t line, std::string what, std::string next) {
    context.problems.report({{source.name, line}, std::move(what), "", std::move(next)});
  };
  const ParsedFile file = parse(text, session, context.progressed);
  if (file.graphs.size() > 1)
    return report(0, "the file holds several graphs", "put each into a file of its own");
  const std::uint64_t line = line_of(file.messages);
  if (file.never_closed && line == 0)
    return report(0, "the file ends inside quotes, a comment or markup, which is never closed",
                  "add what closes it");
  if (file.damaged || file.graphs.empty()) {
    return report(line,
                  file.damaged ? "this is not DOT" + std::string(line > 0 ? " from here on" : "")
                               : "there is no graph in this file",
                  "'dot -Tsvg " + source.name + "' should draw it");
  }
  if (!file.messages.empty())
    context.warnings.push_back({{source.name}, "Graphviz says: " + file.messages});
  Agraph_t* graph = file.graphs.front().get();
  // This parses the file a second time; the messages of that are not reported.
  if (const std::uint64_t merged = count_merged(text, graph, session, context.progressed);
      merged > 0)
    context.warnings.push_back(
        {{source.name},
         counted(merged, "edge is one with an earlier edge", "edges are one with earlier edges") +
             ": so Graphviz reads a strict graph, and edges of one key",
         "",
         "where each is a payment of its own, leave out 'strict' and give each a key of its own"});
  DotReader(source, context).read(graph);
}

}  // namespace oscegraph
