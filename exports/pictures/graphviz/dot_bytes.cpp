// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/dot_bytes.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "oscegraph/exports/pictures/graphviz/dot_names.hpp"
#include "oscegraph/exports/text/byte_fields.hpp"

namespace oscegraph {
namespace {

constexpr std::array<int, 3> kinds_of_objects{AGRAPH, AGNODE, AGEDGE};
constexpr std::uint64_t no_name = 0;
constexpr std::uint64_t named = 1;

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

class DotWriter {
 public:
  explicit DotWriter(Agraph_t* graph) : graph_(graph) {}

  std::string write() {
    fields_.add(view(agnameof(graph_)));
    for (const int kind : kinds_of_objects) declare(kind);
    values(graph_, symbols_[0]);
    nodes();
    edges();
    frames();
    return fields_.take();
  }

 private:
  using Symbols = std::vector<Agsym_t*>;

  void value(char* text) {
    fields_.add(std::uint64_t{text != nullptr && aghtmlstr(text) != 0 ? 1U : 0U});
    fields_.add(view(text));
  }

  void declare(int kind) {
    Symbols& symbols = symbols_[static_cast<std::size_t>(kind)];
    for (Agsym_t* symbol = agnxtattr(graph_, kind, nullptr); symbol != nullptr;
         symbol = agnxtattr(graph_, kind, symbol))
      symbols.push_back(symbol);
    fields_.add(std::uint64_t{symbols.size()});
    for (const Agsym_t* symbol : symbols) {
      fields_.add(view(symbol->name));
      value(symbol->defval);
    }
  }

  void values(void* object, const Symbols& symbols) {
    for (Agsym_t* symbol : symbols) value(agxget(object, symbol));
  }

  void nodes() {
    fields_.add(std::uint64_t{static_cast<unsigned>(agnnodes(graph_))});
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
      fields_.add(view(agnameof(node)));
      values(node, symbols_[AGNODE]);
      places_.emplace_back(node, places_.size());
    }
    std::ranges::sort(places_);
  }

  [[nodiscard]] std::uint64_t place_of(Agnode_t* node) const {
    return std::ranges::lower_bound(places_, node, {}, &std::pair<Agnode_t*, std::uint64_t>::first)
        ->second;
  }

  void edges() {
    std::vector<Agedge_t*> edges;
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node))
      for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr; edge = agnxtout(graph_, edge))
        edges.push_back(edge);
    std::ranges::sort(edges, {}, [](Agedge_t* edge) { return AGSEQ(edge); });
    fields_.add(std::uint64_t{edges.size()});
    for (Agedge_t* edge : edges) {
      fields_.add(place_of(agtail(edge)));
      fields_.add(place_of(aghead(edge)));
      const char* key = agnameof(edge);
      fields_.add(key == nullptr ? no_name : named);
      fields_.add(view(key));
      values(edge, symbols_[AGEDGE]);
    }
  }

  void frames() {
    std::vector<Agraph_t*> frames;
    for (Agraph_t* frame = agfstsubg(graph_); frame != nullptr; frame = agnxtsubg(frame))
      frames.push_back(frame);
    std::ranges::sort(frames, {}, [](Agraph_t* frame) { return AGSEQ(frame); });
    fields_.add(std::uint64_t{frames.size()});
    for (Agraph_t* frame : frames) {
      fields_.add(view(agnameof(frame)));
      values(frame, symbols_[AGRAPH]);
      fields_.add(std::uint64_t{static_cast<unsigned>(agnnodes(frame))});
      for (Agnode_t* node = agfstnode(frame); node != nullptr; node = agnxtnode(frame, node))
        fields_.add(place_of(node));
    }
  }

  Agraph_t* graph_;
  ByteWriter fields_;
  std::array<Symbols, kinds_of_objects.size()> symbols_;
  std::vector<std::pair<Agnode_t*, std::uint64_t>> places_;
};

class DotMaker {
 public:
  explicit DotMaker(std::string_view bytes) : fields_(bytes) {}

  DotGraph make() {
    graph_.reset(agopen(text().data(), Agdirected, dot_disciplines()));
    for (const int kind : kinds_of_objects) declare(kind);
    values(graph_.get(), symbols_[AGRAPH]);
    for (std::uint64_t left = fields_.number(); left > 0; --left) {
      nodes_.push_back(agnode(graph_.get(), text().data(), 1));
      values(nodes_.back(), symbols_[AGNODE]);
    }
    for (std::uint64_t left = fields_.number(); left > 0; --left) edge();
    for (std::uint64_t left = fields_.number(); left > 0; --left) frame();
    if (!fields_.at_end()) throw Error("these bytes are not what they should be");
    return std::move(graph_);
  }

 private:
  using Symbols = std::vector<Agsym_t*>;

  /// The next text, ending in a zero byte for cgraph. It is valid until the next text is read.
  std::string& text() {
    text_ = fields_.text();
    return text_;
  }

  /// The next value of an attribute, which may be an HTML-like label, as a copy that the graph
  /// owns.
  char* value() {
    const bool markup = fields_.number() != 0;
    char* text = this->text().data();
    return markup ? agstrdup_html(graph_.get(), text) : agstrdup(graph_.get(), text);
  }

  void declare(int kind) {
    for (std::uint64_t left = fields_.number(); left > 0; --left) {
      std::string name(fields_.text());
      symbols_[static_cast<std::size_t>(kind)].push_back(
          agattr(graph_.get(), kind, name.data(), value()));
    }
  }

  void values(void* object, const Symbols& symbols) {
    for (Agsym_t* symbol : symbols) agxset(object, symbol, value());
  }

  Agnode_t* node() {
    const std::uint64_t place = fields_.number();
    if (place >= nodes_.size()) throw Error("these bytes are not what they should be");
    return nodes_[place];
  }

  void edge() {
    Agnode_t* from = node();
    Agnode_t* to = node();
    const bool has_key = fields_.number() == named;
    char* key = text().data();
    Agedge_t* edge = agedge(graph_.get(), from, to, has_key ? key : nullptr, 1);
    values(edge, symbols_[AGEDGE]);
  }

  void frame() {
    Agraph_t* frame = agsubg(graph_.get(), text().data(), 1);
    values(frame, symbols_[AGRAPH]);
    for (std::uint64_t left = fields_.number(); left > 0; --left) agsubnode(frame, node(), 1);
  }

  ByteReader fields_;
  DotGraph graph_;
  std::string text_;
  std::array<Symbols, kinds_of_objects.size()> symbols_;
  std::vector<Agnode_t*> nodes_;
};

}  // namespace

std::string bytes_of_dot(Agraph_s* graph) { return DotWriter(graph).write(); }

DotGraph dot_of_bytes(std::string_view bytes) { return DotMaker(bytes).make(); }

}  // namespace oscegraph
