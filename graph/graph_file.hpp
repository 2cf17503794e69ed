// SPDX-License-Identifier: Apache-2.0
//
// A graph as a file that is used where it lies: the columns of graph.hpp one after the other, behind a
// header and a table that says where each is. Mapped into memory it is a Graph at once, whatever its
// size, and of ten million claims only the pages that a question touches are read.
//
// What is looked at when: opening checks the header, the table with its checksum, every offset and
// length, and what takes a few milliseconds: up to 32 MiB all checksums, up to 2 MiB all that verify()
// checks. Larger files are verified by what reads all of them anyway (check, merging, writing a graph
// file), and before an algorithm that relies on the adjacency without looking; other questions trust
// the checksum of the table, and Graph keeps every number it reads within bounds.
// docs/oscg-format.md has the layout.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/error.hpp"
#include "oscegraph/graph/graph.hpp"

namespace oscegraph {

/// Whether the bytes begin as a graph file does.
bool looks_like_graph_file(std::string_view head);

/// The graph in `bytes`, which live as long as `owner`. Throws Error, with `name` as the place, when
/// they are no graph file, a newer one, or, as far as is looked at once, a damaged one.
Graph read_graph_file(std::string_view bytes, std::shared_ptr<const void> owner, std::string name);

/// Hands over the file's bytes in order, piece by piece. The same graph gives the same bytes.
void write_graph_file(const Graph& graph, const std::function<void(std::string_view)>& write,
                      const Context& context = {});

/// A graph file that a Graph lies in: what is needed to verify it later.
class GraphFile {
 public:
  struct Section {
    std::uint32_t code = 0;
    std::uint16_t width = 0;   ///< bytes of a value
    std::uint16_t stored = 0;  ///< 0: every row; 1: one value for all rows
    std::uint64_t offset = 0;
    std::uint64_t rows = 0;
    std::uint64_t checksum = 0;
  };

  GraphFile(std::string_view bytes, std::shared_ptr<const void> owner, std::string name);

  /// The graph without having verified it.
  static Graph open(std::shared_ptr<const GraphFile> file);
  void verify(const Graph& graph, const Context& context = {}) const;
  /// Of all that verify() checks, the checksums: whether the bytes are those that were written.
  void check_sections(const Context& context = {}) const;
  static void write(const Graph& graph, const std::function<void(std::string_view)>& write,
                    const Context& context = {});

 private:
  struct Counts {
    std::uint64_t nodes = 0;
    std::uint64_t edges = 0;
    std::uint64_t claims = 0;
    std::uint64_t documents = 0;
  };
  class Check;

  void read_header();
  void read_table(std::uint32_t sections);
  [[nodiscard]] const Section* find(int code) const;
  [[nodiscard]] bool has(int code) const { return find(code) != nullptr; }
  /// Throws when it is missing.
  [[nodiscard]] const Section& section(int code) const;
  void check_sections_are_of(const std::vector<std::uint32_t>& known) const;
  [[nodiscard]] bool has_our_names() const;
  [[nodiscard]] std::string_view bytes_of(const Section& section) const;
  template <typename Value>
  SharedColumn<Value> column(int code, std::optional<std::uint64_t> rows) const;
  [[nodiscard]] SharedColumn<Currency> currencies(int code,
                                                  std::optional<std::uint64_t> rows) const;
  [[nodiscard]] std::optional<std::uint64_t> rows_of(Graph::Rows rows) const;
  void check_counts(const Graph& graph) const;
  void translate_currencies(Graph& graph) const;
  /// What of Graph's order and bounds does not hold, in words; "" when all does.
  static std::string broken_promise(const Graph& graph, const Context& context);
  [[noreturn]] void damaged(const std::string& how) const;

  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
  std::string name_;
  Counts counts_;
  std::vector<Section> table_;
  mutable std::once_flag verified_;
};

}  // namespace oscegraph
