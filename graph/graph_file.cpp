// SPDX-License-Identifier: Apache-2.0
//
// Reads the header and table of a graph file, makes columns that use its bytes, verifies them, and
// writes a graph as such a file. Only the column of currencies is ever copied: when a program that
// numbers them in another way wrote the file.
#include "oscegraph/graph/graph_file.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/text/checksum.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

// As in PNG: a byte that is not ASCII, the name, and line ends that a transfer as text would
// change.
constexpr std::string_view magic("\x89OSCG\r\n\x1a", 8);
constexpr std::uint32_t version = 1;
constexpr std::size_t header_size = 64;
constexpr std::size_t entry_size = 32;
constexpr std::size_t alignment = 64;
constexpr std::uint32_t most_sections = 1024;
constexpr std::size_t verified_at_once = std::size_t{2} << 20U;
constexpr std::size_t summed_at_once = std::size_t{32} << 20U;

/// One thread for a small file: summing up fewer bytes than this takes less than starting a thread.
Context threads_for(std::size_t bytes, const Context& context) {
  constexpr std::size_t worth_a_thread = std::size_t{1} << 20U;
  return {.stop = context.stop, .threads = bytes < worth_a_thread ? 1 : context.threads};
}

constexpr int currency_codes = 3;
constexpr int rules_of_names = 4;
/// Sections from this number on can be computed from the others: a program that does not know them
/// ignores them.
constexpr std::uint32_t first_passed_over = 1000;

template <typename Number>
Number number_at(std::string_view bytes, std::size_t offset) {
  Number number = 0;
  std::memcpy(&number, bytes.data() + offset, sizeof number);
  return number;
}

template <typename Number>
void append(std::string& bytes, Number number) {
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof raw);
}

std::size_t aligned(std::size_t offset) { return (offset + alignment - 1) / alignment * alignment; }

/// Three letters for each currency number, blanks for "no currency".
std::string all_currency_codes() {
  std::string codes;
  for (std::size_t i = 0; i < Currency::count(); ++i) {
    const Currency currency = Currency::from_index(static_cast<std::uint16_t>(i));
    codes += currency.known() ? std::string(currency.code()) : "   ";
  }
  return codes;
}

template <typename Value>
std::string_view raw(std::span<const Value> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

struct Piece {
  GraphFile::Section section;
  std::string_view bytes;
};

std::string header_and_table(const Graph& graph, std::vector<Piece>& pieces) {
  std::size_t offset = aligned(header_size + pieces.size() * entry_size);
  std::string table;
  for (Piece& piece : pieces) {
    piece.section.offset = offset;
    offset = aligned(offset + piece.bytes.size());
    append(table, piece.section.code);
    append(table, piece.section.width);
    append(table, piece.section.stored);
    append(table, piece.section.offset);
    append(table, piece.section.rows);
    append(table, piece.section.checksum);
  }
  std::string header(magic);
  append(header, version);
  append(header, static_cast<std::uint32_t>(pieces.size()));
  append(header, std::uint64_t{offset});
  append(header, std::uint64_t{graph.node_count()});
  append(header, std::uint64_t{graph.edge_count()});
  append(header, std::uint64_t{graph.claim_count()});
  append(header, std::uint64_t{graph.document_count()});
  const std::uint64_t sum = checksum(header + table);
  append(header, sum);
  return header + table;
}

}  // namespace

bool looks_like_graph_file(std::string_view head) { return head.starts_with(magic); }

Graph read_graph_file(std::string_view bytes, std::shared_ptr<const void> owner, std::string name) {
  const auto file = std::make_shared<const GraphFile>(bytes, std::move(owner), std::move(name));
  Graph graph = GraphFile::open(file);
  if (bytes.size() <= verified_at_once) graph.verify();
  else if (bytes.size() <= summed_at_once) file->check_sections();
  return graph;
}

void write_graph_file(const Graph& graph, const std::function<void(std::string_view)>& write,
                      const Context& context) {
  GraphFile::write(graph, write, context);
}

// --- reading -------------------------------------------------------------------------------------

GraphFile::GraphFile(std::string_view bytes, std::shared_ptr<const void> owner, std::string name)
    : bytes_(bytes),
      owner_(std::move(owner)),
      name_(std::move(name)) {
  read_header();
}

void GraphFile::damaged(const std::string& how) const {
  throw Error(Problem{{name_},
                      "the graph file is damaged: " + how,
                      "",
                      "copy it again, or make it again with 'export' from what it was made of"});
}

void GraphFile::read_header() {
  if (!looks_like_graph_file(bytes_))
    throw Error(Problem{{name_}, "this is not a graph file", "", "is it in another format?"});
  if (std::endian::native != std::endian::little)
    throw Error(Problem{{name_},
                        "graph files are little-endian, and this machine is not",
                        "",
                        "use .jsonl to carry a graph between them"});
  if (bytes_.size() < header_size) damaged("it ends within its header");
  if (const auto theirs = number_at<std::uint32_t>(bytes_, 8); theirs != version)
    throw Error(Problem{{name_},
                        "this graph file has version " + to_text(theirs) +
                            ", and this program reads version " + to_text(version),
                        "",
                        "use a newer oscegraph, or export it as .jsonl with the one that made it"});
  if (number_at<std::uint64_t>(bytes_, 16) != bytes_.size())
    damaged("it should have " + grouped(number_at<std::uint64_t>(bytes_, 16)) + " bytes and has " +
            grouped(bytes_.size()));
  counts_ = {number_at<std::uint64_t>(bytes_, 24), number_at<std::uint64_t>(bytes_, 32),
             number_at<std::uint64_t>(bytes_, 40), number_at<std::uint64_t>(bytes_, 48)};
  read_table(number_at<std::uint32_t>(bytes_, 12));
}

void GraphFile::read_table(std::uint32_t sections) {
  const std::size_t end = header_size + std::size_t{sections} * entry_size;
  if (sections > most_sections || end > bytes_.size()) damaged("it ends within its table");
  const std::string summed(bytes_.substr(0, header_size - 8));
  const std::string_view table = bytes_.substr(header_size, end - header_size);
  if (checksum(summed + std::string(table)) != number_at<std::uint64_t>(bytes_, header_size - 8))
    damaged("its header and table are not what was written");
  for (std::size_t at = header_size; at < end; at += entry_size) {
    const Section section{
        number_at<std::uint32_t>(bytes_, at),      number_at<std::uint16_t>(bytes_, at + 4),
        number_at<std::uint16_t>(bytes_, at + 6),  number_at<std::uint64_t>(bytes_, at + 8),
        number_at<std::uint64_t>(bytes_, at + 16), number_at<std::uint64_t>(bytes_, at + 24)};
    const std::uint64_t stored =
        section.stored == 0 ? section.rows : std::min<std::uint64_t>(section.rows, 1);
    if (section.stored > 1 || section.width == 0 || section.width > 8 ||
        section.offset % alignment != 0 || section.offset > bytes_.size() ||
        stored > (bytes_.size() - section.offset) / section.width)
      damaged("section " + to_text(section.code) + " lies outside of it");
    table_.push_back(section);
  }
}

const GraphFile::Section* GraphFile::find(int code) const {
  const auto found = std::ranges::find(table_, static_cast<std::uint32_t>(code), &Section::code);
  return found == table_.end() ? nullptr : &*found;
}

const GraphFile::Section& GraphFile::section(int code) const {
  const Section* found = find(code);
  if (found == nullptr) damaged("section " + to_text(code) + " is missing");
  return *found;
}

std::string_view GraphFile::bytes_of(const Section& section) const {
  const std::uint64_t stored =
      section.stored == 0 ? section.rows : std::min<std::uint64_t>(section.rows, 1);
  return bytes_.substr(section.offset, stored * section.width);
}

/// `rows`: the number of rows there must be, when the header tells it.
template <typename Value>
SharedColumn<Value> GraphFile::column(int code, std::optional<std::uint64_t> rows) const {
  static_assert(std::is_trivially_copyable_v<Value>);
  const Section& section = this->section(code);
  if (section.width != sizeof(Value) || (rows && section.rows != *rows))
    damaged("section " + to_text(code) + " has another size than its header says");
  const std::string_view bytes = bytes_of(section);
  return SharedColumn<Value>::view(
      {reinterpret_cast<const Value*>(bytes.data()), bytes.size() / sizeof(Value)}, section.rows,
      owner_);
}

/// Reads the currency column. Files of older programs, which knew fewer currencies, have one byte
/// per value.
SharedColumn<Currency> GraphFile::currencies(int code, std::optional<std::uint64_t> rows) const {
  if (section(code).width != 1) return column<Currency>(code, rows);
  const SharedColumn<std::uint8_t> bytes = column<std::uint8_t>(code, rows);
  std::vector<Currency> values;
  for (const std::uint8_t number : bytes.stored()) values.push_back(Currency::from_index(number));
  if (bytes.stored().size() == bytes.size()) return SharedColumn(std::move(values));
  return SharedColumn<Currency>::constant(values.front(), bytes.size());
}

std::optional<std::uint64_t> GraphFile::rows_of(Graph::Rows rows) const {
  switch (rows) {
    case Graph::Rows::nodes: return counts_.nodes;
    case Graph::Rows::node_begins: return counts_.nodes + 1;
    case Graph::Rows::edges: return counts_.edges;
    case Graph::Rows::edge_begins: return counts_.edges + 1;
    case Graph::Rows::claims: return counts_.claims;
    case Graph::Rows::documents: return counts_.documents;
    default: return std::nullopt;
  }
}

Graph GraphFile::open(std::shared_ptr<const GraphFile> file) {
  Graph graph;
  std::vector<std::uint32_t> known{currency_codes, rules_of_names};
  Graph::each_column(graph,
                     [&]<typename Value>(int code, std::string_view, SharedColumn<Value>& column,
                                         Graph::Rows rows, const std::optional<Value>& absent) {
                       known.push_back(static_cast<std::uint32_t>(code));
                       const auto count = file->rows_of(rows);
                       if (absent && !file->has(code))
                         column = SharedColumn<Value>::constant(*absent, count.value());
                       else if (rows == Graph::Rows::names && !file->has(code)) column = {};
                       else if constexpr (std::is_same_v<Value, Currency>)
                         column = file->currencies(code, count);
                       else column = file->column<Value>(code, count);
                     });
  file->check_sections_are_of(known);
  file->check_counts(graph);
  file->translate_currencies(graph);
  if (!file->has_our_names()) graph.name_hash_ = graph.name_node_ = {};
  graph.file_ = std::move(file);
  return graph;
}

/// Refuses a file with unknown sections, whose content would be lost, unless they can be computed
/// from the others.
void GraphFile::check_sections_are_of(const std::vector<std::uint32_t>& known) const {
  for (const Section& section : table_)
    if (section.code < first_passed_over && std::ranges::count(known, section.code) == 0)
      throw Error(
          Problem{{name_},
                  "this graph file has section " + to_text(section.code) +
                      ", which this program does not know",
                  "",
                  "use a newer oscegraph, or export it as .jsonl with the one that made it"});
}

/// Whether the index of names was made with this program's rules.
bool GraphFile::has_our_names() const {
  if (!has(rules_of_names)) return false;
  const std::string_view rules = bytes_of(section(rules_of_names));
  return rules.size() == sizeof(std::uint32_t) &&
         number_at<std::uint32_t>(rules, 0) == name_rules();
}

/// Checks what the clamping in Graph relies on: whatever is pointed at has at least one row, and
/// columns that belong together have the same size.
void GraphFile::check_counts(const Graph& g) const {
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max() - 1;
  const bool fits = counts_.nodes < most && counts_.edges < most && counts_.claims < most &&
                    counts_.documents < most && g.strings_.starts_.size() <= most &&
                    g.alias_.size() <= most && g.attribute_name_.size() <= most &&
                    g.name_hash_.size() <= most;
  const bool grounded = (counts_.edges == 0 || counts_.nodes > 0) &&
                        (counts_.claims == 0 || (counts_.edges > 0 && counts_.documents > 0)) &&
                        (g.name_node_.size() == 0 || counts_.nodes > 0);
  const bool paired = g.strings_.starts_.size() >= 2 &&
                      g.attribute_name_.size() == g.attribute_value_.size() &&
                      g.attribute_name_.size() == g.attribute_type_.size() &&
                      g.name_hash_.size() == g.name_node_.size();
  const bool arena = g.strings_.bytes_.stored().size() == g.strings_.bytes_.size();
  if (!fits || !grounded || !paired || !arena) damaged("its counts contradict each other");
}

/// Currencies are numbered by the list of this build. When the file has another list, the column is
/// rewritten.
void GraphFile::translate_currencies(Graph& graph) const {
  const std::string_view theirs = bytes_of(section(currency_codes));
  if (theirs == all_currency_codes()) return;
  std::vector<Currency> ours;
  for (std::size_t i = 0; i + 3 <= theirs.size(); i += 3)
    ours.push_back(Currency::parse(theirs.substr(i, 3)).value_or(Currency()));
  auto& column = graph.claims_.of<&ClaimValues::currency>();
  const auto stored = column.stored();
  std::vector<Currency> values;
  values.reserve(stored.size());
  for (const Currency theirs_of_claim : stored) {
    const std::size_t index = theirs_of_claim.index();
    if (index >= ours.size() || (index != 0 && !ours[index].known()))
      damaged("it has a currency that this program does not know");
    values.push_back(ours[index]);
  }
  column = values.size() == graph.claim_count()
               ? SharedColumn<Currency>::packed(std::move(values))
               : SharedColumn<Currency>::constant(values[0], graph.claim_count());
}

// --- verifying -----------------------------------------------------------------------------------

void GraphFile::verify(const Graph& graph, const Context& context) const {
  std::call_once(verified_, [&] {
    check_sections(context);
    if (const std::string broken = first_violation(graph, context); !broken.empty())
      damaged(broken);
  });
}

void GraphFile::check_sections(const Context& context) const {
  std::vector<char> fine(table_.size(), 0);
  parallel_for(table_.size(), threads_for(bytes_.size(), context), [&](std::size_t i, unsigned) {
    fine[i] = checksum(bytes_of(table_[i])) == table_[i].checksum ? 1 : 0;
  });
  for (std::size_t i = 0; i < table_.size(); ++i)
    if (fine[i] == 0) damaged("section " + to_text(table_[i].code) + " is not what was written");
  // The gaps between sections must be zero.
  std::vector<Section> in_order = table_;
  std::ranges::sort(in_order, {}, [&](const Section& section) {
    return std::pair(section.offset, bytes_of(section).size());
  });
  std::size_t end = header_size + table_.size() * entry_size;
  const auto blank = [&](std::size_t from, std::size_t to) {
    return from <= to &&
           bytes_.substr(from, to - from).find_first_not_of('\0') == std::string_view::npos;
  };
  for (const Section& section : in_order) {
    if (!blank(end, section.offset)) damaged("there is something between its sections");
    end = section.offset + bytes_of(section).size();
  }
  if (!blank(end, bytes_.size())) damaged("there is something after its last section");
}

// --- writing -------------------------------------------------------------------------------------

void GraphFile::write(const Graph& graph, const std::function<void(std::string_view)>& write,
                      const Context& context) {
  graph.verify(context);
  Graph complete = graph;
  if (complete.name_hash_.size() == 0) {
    NameHashes names = hash_names(graph, context);
    complete.name_hash_ = SharedColumn(std::move(names.hash));
    complete.name_node_ = SharedColumn(std::move(names.node));
  }
  const std::string codes = all_currency_codes();
  std::string rules;
  append(rules, name_rules());
  std::vector<Piece> pieces;
  Graph::each_column(
      complete, [&]<typename Value>(int code, std::string_view, const SharedColumn<Value>& column,
                                    Graph::Rows, const std::optional<Value>& absent) {
        const bool one_for_all = column.stored().size() != column.size();
        // A field whose values are all the default is not written, so that older programs can read
        // the file.
        const auto stored = column.stored();
        if (absent && std::ranges::all_of(stored, [&](const Value& v) { return v == *absent; }))
          return;
        pieces.push_back({{static_cast<std::uint32_t>(code), sizeof(Value),
                           static_cast<std::uint16_t>(one_for_all ? 1 : 0), 0, column.size(), 0},
                          raw(column.stored())});
      });
  pieces.push_back({{currency_codes, 1, 0, 0, codes.size(), 0}, codes});
  pieces.push_back({{rules_of_names, 4, 0, 0, 1, 0}, rules});
  parallel_for(pieces.size(), context, [&](std::size_t i, unsigned) {
    pieces[i].section.checksum = checksum(pieces[i].bytes);
  });
  std::size_t written = 0;
  const auto put = [&](std::string_view bytes) {
    write(bytes);
    written += bytes.size();
  };
  const std::string padding(alignment, '\0');
  put(header_and_table(complete, pieces));
  for (const Piece& piece : pieces) {
    put(std::string_view(padding).substr(0, piece.section.offset - written));
    put(piece.bytes);
  }
  put(std::string_view(padding).substr(0, aligned(written) - written));
}

}  // namespace oscegraph
