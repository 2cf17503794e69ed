// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes a graph as a file that is used in place. The file contains the columns of
// graph.hpp one after the other, behind a header and a table with their positions. Mapping the file
// into memory gives a Graph at once, whatever its size, and of ten million claims only the pages
// that a question needs are read.
//
// Opening a file checks the header, the table with its checksum, and every offset and length. In a
// file of up to 32 MiB it also checks all checksums, and up to 2 MiB all that verify() checks,
// since this takes only milliseconds. Larger files are verified by commands that read all of them
// anyway (check, merging, writing a graph file), and before an algorithm that uses the adjacency
// without bounds checks. Other questions trust the checksum of the table, and Graph clamps every
// number that it reads. The layout is in docs/oscg-format.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/graph.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

/// Whether the bytes begin with the mark of a graph file.
bool looks_like_graph_file(std::string_view head);

/// The graph in `bytes`, which live as long as `owner`. Throws Error, with `name` as the place,
/// when the bytes are no graph file, one of a newer version, or visibly damaged (see above).
Graph read_graph_file(std::string_view bytes, std::shared_ptr<const void> owner, std::string name);

/// Passes the file's bytes to `write`, in order, piece by piece. The same graph gives the same
/// bytes.
void write_graph_file(const Graph& graph, const std::function<void(std::string_view)>& write,
                      const Context& context = {});

/// The graph file in which the columns of a Graph lie. It is kept so that it can be verified later.
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

  /// The graph, not verified.
  static Graph open(std::shared_ptr<const GraphFile> file);
  void verify(const Graph& graph, const Context& context = {}) const;
  /// The part of verify() that compares checksums: whether the bytes are those that were written.
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
  /// Throws Error when the section is missing.
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
  /// Describes the first violated invariant of Graph's order and bounds; "" when all hold.
  static std::string first_violation(const Graph& graph, const Context& context);
  [[noreturn]] void damaged(const std::string& how) const;

  std::string_view bytes_;
  std::shared_ptr<const void> owner_;
  std::string name_;
  Counts counts_;
  std::vector<Section> table_;
  mutable std::once_flag verified_;
};

}  // namespace oscegraph
