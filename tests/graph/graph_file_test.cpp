// SPDX-License-Identifier: Apache-2.0
//
// Tests graph files (.oscg): a graph that is written is read back the same. Damaged and forged
// files are refused, or at least never read out of bounds.
#include "oscegraph/graph/graph_file.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstring>

#include "oscegraph/graph/node_names.hpp"
#include "oscegraph/graph/record_text.hpp"
#include "oscegraph/graph/text/checksum.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/tests/support/make_graph.hpp"

namespace {

using namespace oscegraph;
using namespace oscegraph::test;

constexpr std::size_t header_size = 64;
constexpr std::size_t entry_size = 32;

Graph some_graph() {
  return make_graph(
      "node state:NO name=Norway alias=Norge alias=Noreg attr.city=Oslo\n"
      "node office:X name=\"Centre in Osh\"\n"
      "document d1 title=\"A title\" date=2024-11-22 publisher=OSCE\n"
      "document d2 title=Two\n"
      "state:NO funds project:A doc=d1 amount=100.00 currency=EUR flow=committed start=2023 at=5\n"
      "state:NO funds project:A doc=d2 amount=7 currency=JPY via=project:B share=12.5 quote=words\n"
      "state:SE funds project:A doc=d2 basis=inferred end=2024-02\n"
      "office:X implements project:A doc=d1\n"
      "office:X implements project:B doc=d1\n"
      "project:B part_of project:A doc=d2\n");
}

std::string file_of(const Graph& graph) {
  std::string bytes;
  write_graph_file(graph, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

Graph read(std::string bytes) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  return read_graph_file(*owner, owner, "x.oscg");
}

/// The graph of the file, opened without full verification, as a large file is.
Graph read_unverified(std::string bytes) {
  const auto owner = std::make_shared<const std::string>(std::move(bytes));
  return GraphFile::open(std::make_shared<const GraphFile>(*owner, owner, "x.oscg"));
}

/// Reads every value of the graph, so that sanitizers detect a read outside of the file.
std::size_t walk(const Graph& graph) {
  std::size_t sum = 0;
  const auto add = [&](std::string_view text) { sum += text.size(); };
  for (const NodeId n : graph.nodes()) {
    add(graph.node_id(n));
    add(graph.node_name(n));
    add(name_of(graph.node_kind(n)));
    for (const std::string_view alias : graph.aliases(n)) add(alias);
    for (const Attribute& a : graph.attributes(n)) add(a.value);
    for (const EdgeId e : graph.out_edges(n)) add(graph.node_id(graph.edge_to(e)));
    for (const EdgeId e : graph.in_edges(n)) add(graph.node_id(graph.other_end(e, n)));
  }
  for (const EdgeId e : graph.edges()) {
    add(name_of(graph.edge_relation(e)));
    for (const ClaimId c : graph.claims_of(e)) sum += c;
  }
  for (const ClaimId c : graph.claims()) {
    const Claim claim = graph.claim(c);
    add(graph.node_id(graph.edge_from(claim.edge)));
    add(graph.document_id(claim.document));
    if (claim.via != none) add(graph.node_id(claim.via));
    if (claim.amount) add(claim.amount->decimal());
    add(claim.period.start.text());
    add(share_text(claim.share));
    add(claim.locator);
    add(claim.quote);
    add(name_of(claim.review));
    RecordText text(graph);
    text.read_claim(c);
    for_each_field(claim_fields, [&](auto field) { add(text[field.field]); });
    if (graph.claim_time(c).known())
      sum += graph.claim_time(c).meets(graph.claim_period(c)) ? 1 : 0;
  }
  for (const DocumentId d : graph.documents()) {
    RecordText text(graph);
    text.read_document(d);
    for_each_field(document_fields, [&](auto field) { add(text[field.field]); });
  }
  NodeNames names(graph);
  sum += names.find("norge").size();
  return sum + (graph.find_node("state:NO") ? 1 : 0) + (graph.find_document("d1") ? 1 : 0);
}

/// The bytes with a correct checksum of the header, as an attacker would make them.
std::string with_sum(std::string bytes) {
  std::uint32_t sections = 0;
  std::memcpy(&sections, bytes.data() + 12, sizeof sections);
  const std::size_t end = std::min(header_size + sections * entry_size, bytes.size());
  const std::uint64_t sum =
      checksum(bytes.substr(0, header_size - 8) + bytes.substr(header_size, end - header_size));
  std::memcpy(bytes.data() + header_size - 8, &sum, sizeof sum);
  return bytes;
}

/// A row of the file's table of sections.
struct Entry {
  std::size_t at = 0;  ///< where the row begins
  std::uint32_t code = 0;
  std::uint16_t width = 0;
  std::uint16_t stored = 0;
  std::uint64_t offset = 0;
  std::uint64_t rows = 0;

  [[nodiscard]] std::size_t size() const { return (stored == 1 ? 1 : rows) * width; }
};

std::vector<Entry> entries_of(const std::string& bytes) {
  std::uint32_t sections = 0;
  std::memcpy(&sections, bytes.data() + 12, sizeof sections);
  std::vector<Entry> entries(sections);
  for (std::size_t s = 0; s < sections; ++s) {
    Entry& entry = entries[s];
    entry.at = header_size + s * entry_size;
    const char* const row = bytes.data() + entry.at;
    std::memcpy(&entry.code, row, sizeof entry.code);
    std::memcpy(&entry.width, row + 4, sizeof entry.width);
    std::memcpy(&entry.stored, row + 6, sizeof entry.stored);
    std::memcpy(&entry.offset, row + 8, sizeof entry.offset);
    std::memcpy(&entry.rows, row + 16, sizeof entry.rows);
  }
  return entries;
}

/// The bytes with a correct checksum of the section, and so of the header too.
std::string with_sums(std::string bytes, const Entry& entry) {
  const std::uint64_t sum = checksum(std::string_view(bytes).substr(entry.offset, entry.size()));
  std::memcpy(bytes.data() + entry.at + 24, &sum, sizeof sum);
  return with_sum(std::move(bytes));
}

/// The file without the sections of these codes: their rows are removed from the table, and their
/// bytes, to which nothing refers any more, are zeroed.
std::string without(std::string bytes, const std::vector<std::uint32_t>& codes) {
  std::vector<Entry> entries = entries_of(bytes);
  std::string table;
  for (const Entry& entry : entries) {
    if (std::ranges::count(codes, entry.code) == 0) table += bytes.substr(entry.at, entry_size);
    else std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(entry.offset), entry.size(), '\0');
  }
  const auto sections = static_cast<std::uint32_t>(table.size() / entry_size);
  table.resize(entries.size() * entry_size, '\0');
  bytes.replace(header_size, table.size(), table);
  std::memcpy(bytes.data() + 12, &sections, sizeof sections);
  return with_sum(std::move(bytes));
}

/// The file with another code for the section.
std::string renumbered(std::string bytes, std::uint32_t from, std::uint32_t to) {
  for (const Entry& entry : entries_of(bytes))
    if (entry.code == from) std::memcpy(bytes.data() + entry.at, &to, sizeof to);
  return with_sum(std::move(bytes));
}

bool says(const Error& error, std::string_view words) {
  return sentence(error.problem()).find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(graph_file_test)

BOOST_AUTO_TEST_CASE(a_graph_comes_back_as_it_was) {
  const Graph graph = some_graph();
  const std::string bytes = file_of(graph);
  const Graph again = read(bytes);
  BOOST_TEST(walk(again) == walk(graph));
  BOOST_TEST(again.node_count() == graph.node_count());
  const auto node = again.find_node("state:NO");
  BOOST_REQUIRE(node.has_value());
  BOOST_TEST(join(again.aliases(*node), ",") == "Noreg,Norge");
  BOOST_TEST(again.claim(0).document == graph.claim(0).document);
  BOOST_TEST((file_of(again) == bytes), "writing what was read gives the same file");
  BOOST_TEST(bytes.size() % 64 == 0U);
}

/// The file in the form of older programs, which knew at most 255 currencies: one byte for each
/// currency, a position in a list in the file.
std::string with_byte_for_currency(std::string bytes, const std::string& codes) {
  constexpr std::uint16_t one = 1;
  for (const Entry& entry : entries_of(bytes)) {
    if (entry.code == 45) {
      for (std::size_t i = 0; i < entry.size() / 2; ++i) {
        std::uint16_t number = 0;
        std::memcpy(&number, bytes.data() + entry.offset + 2 * i, sizeof number);
        const auto code = Currency::from_index(number).code();
        bytes[entry.offset + i] =
            static_cast<char>(number == 0 ? 0 : codes.find(code.data(), 0, 3) / 3);
      }
      for (std::size_t i = entry.size() / 2; i < entry.size(); ++i) bytes[entry.offset + i] = '\0';
      std::memcpy(bytes.data() + entry.at + 4, &one, sizeof one);
    }
    if (entry.code == 3) {
      const std::uint64_t rows = codes.size();
      std::string room = codes;
      room.resize(entry.size(), '\0');
      bytes.replace(entry.offset, room.size(), room);
      std::memcpy(bytes.data() + entry.at + 16, &rows, sizeof rows);
    }
  }
  for (const Entry& entry : entries_of(bytes)) bytes = with_sums(bytes, entry);
  return bytes;
}

BOOST_AUTO_TEST_CASE(a_file_with_a_byte_for_each_currency_is_read) {
  for (const std::string more : {"", "state:SE funds project:B doc=d1 amount=5 currency=USD\n"}) {
    const Graph graph =
        make_graph("state:NO funds project:A doc=d1 amount=1 currency=USD\n" + more);
    const std::string bytes = file_of(graph);
    const Graph again = read(with_byte_for_currency(bytes, "   EURJPYUSD"));
    BOOST_TEST((file_of(again) == bytes));
  }
  const Graph mixed = some_graph();
  const Graph again = read(with_byte_for_currency(file_of(mixed), "   EURJPYUSD"));
  BOOST_TEST((file_of(again) == file_of(mixed)));
  BOOST_CHECK_THROW(read(with_byte_for_currency(file_of(mixed), "   EURJPX")), Error);
}

BOOST_AUTO_TEST_CASE(the_empty_graph_is_a_file_too) {
  const Graph again = read(file_of(Graph()));
  BOOST_TEST(again.node_count() == 0U);
  BOOST_TEST(walk(again) == 0U);
}

BOOST_AUTO_TEST_CASE(the_same_statements_in_any_order_are_the_same_file) {
  const std::string bytes = file_of(
      make_graph("state:A funds project:p doc=d at=x\nstate:B funds project:q doc=e at=y\n"));
  BOOST_TEST((bytes == file_of(make_graph("state:B funds project:q doc=e at=y\n"
                                          "state:A funds project:p doc=d at=x\n"))));
}

BOOST_AUTO_TEST_CASE(a_file_cut_short_anywhere_is_refused) {
  const std::string bytes = file_of(some_graph());
  for (std::size_t size = 0; size < bytes.size(); ++size)
    BOOST_REQUIRE_THROW(read(bytes.substr(0, size)), Error);
  BOOST_CHECK_THROW(read(bytes + std::string(64, '\0')), Error);
}

BOOST_AUTO_TEST_CASE(any_changed_byte_is_refused) {
  const std::string bytes = file_of(some_graph());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (const int bit : {0, 7}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ 1 << bit);
      BOOST_REQUIRE_THROW(read(changed), Error);
    }
}

// A large file is not verified when it is opened. Nothing outside of it may be read, whatever it
// contains.
BOOST_AUTO_TEST_CASE(no_changed_byte_leads_outside) {
  const std::string bytes = file_of(some_graph());
  std::size_t opened = 0;
  for (std::size_t i = 8; i < bytes.size(); ++i)
    for (const unsigned value : {0U, 1U, 0x7FU, 0x80U, 0xFFU}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(value);
      try {
        const Graph graph = read_unverified(with_sum(changed));
        (void)walk(graph);
        ++opened;
      } catch (const Error&) {
      }
    }
  BOOST_TEST(opened > bytes.size());  // most of it is values that only verify() looks at
}

BOOST_AUTO_TEST_CASE(no_forged_words_lead_outside) {
  const std::string bytes = file_of(some_graph());
  Random random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string changed = bytes;
    for (int i = 0; i < 8; ++i) {
      const std::size_t at =
          16 + 4 * random.below(static_cast<std::uint32_t>(bytes.size() / 4 - 4));
      const auto value = static_cast<std::uint32_t>(random.next() >> random.below(64));
      std::memcpy(changed.data() + at, &value, sizeof value);
    }
    try {
      const Graph graph = read_unverified(with_sum(changed));
      (void)walk(graph);
      BOOST_CHECK_THROW(graph.verify(), Error);
    } catch (const Error&) {
    }
  }
}

BOOST_AUTO_TEST_CASE(broken_promises_with_right_checksums_are_found) {
  const std::string bytes = file_of(some_graph());
  std::size_t refused = 0;
  std::size_t tried = 0;
  for (const Entry& entry : entries_of(bytes)) {
    const std::uint32_t code = entry.code;
    // Left out: amounts may have any value, 0xFF.. means "no via" or "no share", and hashes are not
    // checked.
    if (entry.rows == 0 || code == 44 || code == 43 || code == 50 || code == 19 || code < 10)
      continue;
    std::string changed = bytes;
    std::memset(changed.data() + entry.offset, 0xFF, entry.size());
    ++tried;
    try {
      read(with_sums(changed, entry));
      BOOST_TEST_MESSAGE("section " << code);
    } catch (const Error&) {
      ++refused;
    }
  }
  BOOST_TEST(tried > 25U);
  BOOST_TEST(refused == tried);
}

// For files above a few megabytes, opening checks only the checksums; verify() checks the
// invariants.
BOOST_AUTO_TEST_CASE(damage_is_seen_in_larger_files_too) {
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += "state:A funds project:" + std::to_string(i) + " quote=\"" + std::to_string(i) +
            std::string(1000, 'x') + "\"\n";
  const std::string bytes = file_of(make_graph(text));
  BOOST_REQUIRE(bytes.size() > 3'000'000U);
  BOOST_CHECK_NO_THROW(read(bytes));
  for (const std::size_t at : {std::size_t{100}, bytes.size() / 2, bytes.size() - 1}) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    BOOST_CHECK_THROW(read(changed), Error);
  }
  // The first edge is made to point at the last node, and its checksum is made right again.
  constexpr std::uint32_t where_edges_lead = 32;
  const auto entries = entries_of(bytes);
  const auto leads = std::ranges::find(entries, where_edges_lead, &Entry::code);
  BOOST_REQUIRE((leads != entries.end()));
  std::string forged = bytes;
  const std::uint32_t last = 3000;
  std::memcpy(forged.data() + leads->offset, &last, sizeof last);
  const Graph graph = read(with_sums(forged, *leads));
  BOOST_CHECK_THROW(graph.verify(), Error);
}

// A column may store one value for all its rows, so a file of a few kilobytes can claim 2^32 rows.
// Such a file must be refused before anything loops over the rows.
BOOST_AUTO_TEST_CASE(a_small_file_cannot_claim_billions_of_rows) {
  const std::string bytes = file_of(some_graph());
  constexpr std::uint64_t many = 4'000'000'000;
  for (const std::size_t header_at : {24U, 32U, 40U, 48U}) {  // nodes, edges, claims, documents
    std::uint64_t counted = 0;
    std::memcpy(&counted, bytes.data() + header_at, sizeof counted);
    std::string inflated = bytes;
    std::memcpy(inflated.data() + header_at, &many, sizeof many);
    for (const Entry& entry : entries_of(bytes)) {
      if (entry.rows != counted && entry.rows != counted + 1) continue;
      const std::uint64_t rows = many + (entry.rows - counted);
      const std::uint16_t one_for_all = 1;
      std::memcpy(inflated.data() + entry.at + 6, &one_for_all, sizeof one_for_all);
      std::memcpy(inflated.data() + entry.at + 16, &rows, sizeof rows);
    }
    BOOST_CHECK_THROW(read(with_sum(inflated)), Error);
  }
}

BOOST_AUTO_TEST_CASE(claims_of_an_edge_are_in_order_and_differ) {
  const std::string bytes =
      file_of(make_graph("document d1 title=One\n"
                         "state:NO funds project:A doc=d1 at=5\n"
                         "state:NO funds project:A doc=d1 at=6\n"));
  BOOST_CHECK_NO_THROW(read(bytes));
  constexpr std::uint32_t locators = 51;
  const auto entries = entries_of(bytes);
  const auto entry = std::ranges::find(entries, locators, &Entry::code);
  BOOST_REQUIRE((entry != entries.end() && entry->size() == 8));
  for (const bool swapped : {true, false}) {
    std::string changed = bytes;
    std::uint32_t pair[2];
    std::memcpy(pair, changed.data() + entry->offset, sizeof pair);
    if (swapped) std::swap(pair[0], pair[1]);
    else pair[1] = pair[0];
    std::memcpy(changed.data() + entry->offset, pair, sizeof pair);
    BOOST_CHECK_EXCEPTION(read(with_sums(changed, *entry)), Error, [](const Error& e) {
      return says(e, "claims are not where their edges say");
    });
  }
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said) {
  const std::string bytes = file_of(some_graph());
  const auto fails_with = [](const std::string& file, std::string_view words) {
    BOOST_CHECK_EXCEPTION(read(file), Error, [&](const Error& e) { return says(e, words); });
  };
  fails_with("{\"type\":\"node\"}", "x.oscg: this is not a graph file");
  fails_with(bytes.substr(0, 20), "it ends within its header");
  fails_with(bytes.substr(0, bytes.size() - 1), "bytes and has");
  std::string newer = bytes;
  newer[8] = 9;
  fails_with(newer, "this graph file has version 9, and this program reads version 1");
  std::string changed = bytes;
  changed[70] = 'x';
  fails_with(changed, "its header and table are not what was written");
}

BOOST_AUTO_TEST_CASE(names_are_found_by_the_index_in_the_file) {
  const Graph made = some_graph();
  const Graph graph = read(file_of(made));
  BOOST_TEST(graph.indexed_names(0).has_value());
  BOOST_TEST(!made.indexed_names(0).has_value());
  NodeNames in_memory(made);
  NodeNames in_file(graph);
  for (const std::string_view name : {"Norway", "NORWAY", "norge", "the Norge", "Centre in Osh",
                                      "OSCE Centre in Osh", "A", "B", "nobody", "", "-"})
    BOOST_TEST((in_memory.find(name) == in_file.find(name)), name);
  BOOST_TEST(in_file.find("NORGE").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_file_may_lack_its_index_of_names_and_nothing_else) {
  const std::string bytes = file_of(some_graph());
  const Graph graph = read(without(bytes, {4, 19, 20}));
  BOOST_TEST(file_of(graph) == bytes);
  BOOST_TEST(NodeNames(graph).find("norge").size() == 1);
  for (const Entry& entry : entries_of(bytes)) {
    if (entry.code == 4) continue;  // the rules of the index, whose absence is tested elsewhere
    const bool of_names = entry.code == 19 || entry.code == 20;
    BOOST_CHECK_EXCEPTION(read(without(bytes, {entry.code})), Error, [&](const Error& error) {
      return says(error, of_names ? "its counts contradict each other"
                                  : "section " + to_text(entry.code) + " is missing");
    });
  }
}

BOOST_AUTO_TEST_CASE(a_section_that_nobody_knows_is_passed_over_only_when_it_says_so) {
  const std::string bytes = without(file_of(some_graph()), {19, 20});
  BOOST_TEST(file_of(read(renumbered(bytes, 4, 1000))) == file_of(some_graph()));
  BOOST_CHECK_EXCEPTION(read(renumbered(bytes, 4, 999)), Error, [](const Error& error) {
    return says(
        error,
        "this graph file has section 999, which this program does not know; use a newer oscegraph");
  });
}

BOOST_AUTO_TEST_SUITE_END()
