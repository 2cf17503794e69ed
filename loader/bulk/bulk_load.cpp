// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_load.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <functional>
#include <map>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "oscegraph/graph/threads/parallel.hpp"
#include "oscegraph/loader/bulk/bulk_again.hpp"
#include "oscegraph/loader/bulk/bulk_csv.hpp"
#include "oscegraph/loader/bulk/bulk_json.hpp"
#include "oscegraph/loader/bulk/bulk_pieces.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"
#include "oscegraph/loader/records/check_record.hpp"
#include "oscegraph/loader/resolve/resolver.hpp"

namespace oscegraph {
namespace {

struct Input {
  BulkFile file;
  bool is_csv = false;
  BulkColumns columns;  ///< set for a table
};

/// Opens a plain file of native records. Throws NotForBulk for anything else: the usual loader
/// reads it.
Input open_input(const std::string& path) {
  if (path == "-" || path.ends_with(".gz")) throw NotForBulk();
  const InputFormat* format = input_format_for_path(path);
  if (format == nullptr || !(format->lines || format->table)) throw NotForBulk();
  Input input{BulkFile(path), format->table, {}};
  if (input.file.size() == 0) throw NotForBulk();
  if (input.is_csv) {
    constexpr std::uint64_t longest_header = std::uint64_t{1} << 16U;
    input.columns = bulk_columns(path, input.file.bytes(0, longest_header));
  }
  return input;
}

/// Reads the pieces of all inputs.
class Reading {
 public:
  Reading(std::vector<Input>& inputs, const LoadOptions& options, bool may_read_again)
      : inputs_(inputs),
        options_(options),
        may_read_again_(may_read_again),
        threads_(thread_count(options.context.threads)),
        records_(threads_, BulkRecords(strings)),
        pieces_of_(threads_),
        counts_(inputs.size()) {
    for (const Input& input : inputs) total_ += input.file.size();
  }

  void run() {
    cut();
    parallel_for(pieces_.size(), options_.context, [this](std::size_t i, unsigned thread) {
      read(i, thread);
      done_ += pieces_[i].last - pieces_[i].first;
      if (const Report& report = options_.context.report; thread == 0 && report)
        report(done_, total_);
    });
    if (!fault_) return;
    confirm_format(inputs_[pieces_[first_fault_].file].file);
    throw Error(*fault_);
  }

  /// Where the claims of each piece begin in the list of all claims, after the lists of the threads
  /// are joined in order.
  struct Claims {
    std::size_t piece;
    std::size_t first;
  };
  [[nodiscard]] std::vector<Claims> claims_of_pieces() const {
    std::vector<Claims> all;
    std::size_t before = 0;
    for (unsigned thread = 0; thread < threads_; ++thread) {
      for (const Claims& claims : pieces_of_[thread])
        all.push_back({claims.piece, before + claims.first});
      before += records_[thread].claims.size();
    }
    return all;
  }

  /// The rank of each piece in the order of file names and positions.
  [[nodiscard]] std::vector<std::size_t> order_of_pieces() const {
    std::vector<std::size_t> pieces(pieces_.size());
    std::iota(pieces.begin(), pieces.end(), std::size_t{0});
    std::ranges::sort(pieces, {}, [&](std::size_t i) {
      return std::pair(std::string_view(inputs_[pieces_[i].file].file.path()), pieces_[i].first);
    });
    std::vector<std::size_t> order(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) order[pieces[i]] = i;
    return order;
  }

  [[nodiscard]] PieceAgain again(std::size_t piece) const {
    const Input& input = inputs_[pieces_[piece].file];
    return {input.file, input.is_csv ? &input.columns : nullptr, pieces_[piece], options_.context};
  }
  [[nodiscard]] const std::string& file_of(std::size_t piece) const {
    return inputs_[pieces_[piece].file].file.path();
  }

  [[nodiscard]] std::vector<Loaded::Source> sources() const {
    std::vector<Loaded::Source> result;
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const auto& count = counts_[i];
      if (count[0] + count[1] + count[2] == 0 && !inputs_[i].is_csv) throw NotForBulk();  // empty
      result.push_back({inputs_[i].file.path(), count[0], count[1], count[2]});
    }
    return result;
  }

  StringTable strings;
  [[nodiscard]] std::vector<BulkRecords>& records() { return records_; }

 private:
  void cut() {
    blocks_.resize(threads_);
    for (std::size_t i = 0; i < inputs_.size(); ++i) {
      const std::uint64_t size = inputs_[i].file.size();
      const std::uint64_t start =
          inputs_[i].is_csv ? inputs_[i].columns.first_row : byte_order_mark(i);
      for (std::uint64_t first = start; first < size; first += options_.bulk.piece)
        pieces_.push_back({.file = i,
                           .first = first,
                           .last = std::min(first + options_.bulk.piece, size),
                           .is_first = first == start});
    }
    count_quotes();
  }

  [[nodiscard]] std::uint64_t byte_order_mark(std::size_t i) const {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return inputs_[i].file.bytes(0, mark.size()) == mark ? mark.size() : 0;
  }

  /// Sets whether each piece of a table begins and ends inside a quoted field, by counting all
  /// quotes before.
  void count_quotes() {
    std::vector<char> odd(pieces_.size(), 0);
    parallel_for(pieces_.size(), options_.context, [&](std::size_t i, unsigned) {
      const Piece& piece = pieces_[i];
      if (!inputs_[piece.file].is_csv) return;
      constexpr std::uint64_t step = std::uint64_t{1} << 18U;
      std::vector<char> bytes(step);
      std::ptrdiff_t quotes = 0;
      for (std::uint64_t at = piece.first; at < piece.last; at += step) {
        const std::size_t size = std::min(step, piece.last - at);
        inputs_[piece.file].file.read(at, bytes.data(), size);
        quotes += std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size), '"');
      }
      odd[i] = static_cast<char>(quotes % 2);
    });
    bool inside = false;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      if (i == 0 || pieces_[i].file != pieces_[i - 1].file) inside = false;
      pieces_[i].inside_quotes = inside;
      inside = inside != (odd[i] != 0);
      pieces_[i].ends_inside_quotes = inside;
    }
  }

  /// Throws NotForBulk when the content decides for another format than the name: the usual loader
  /// has to tell.
  static void confirm_format(const BulkFile& file) {
    constexpr std::uint64_t enough = std::uint64_t{1} << 16U;
    std::string head = file.bytes(0, enough);
    if (head.size() < file.size()) head.resize(head.rfind('\n') + 1);
    const FormatDecision decision = decide_format(file.path(), head, {});
    if (decision.note || decision.problem || decision.format != input_format_for_path(file.path()))
      throw NotForBulk();
  }

  void read(std::size_t i, unsigned thread) {
    if (i > first_fault_) return;
    const Piece& piece = pieces_[i];
    BulkRecords& records = records_[thread];
    const BulkRecords::Mark before = records.mark();
    pieces_of_[thread].push_back({i, before.claims});
    try {
      read_fast(piece, records, blocks_[thread]);
    } catch (const NotForBulk&) {
      if (!may_read_again_) throw;
      records.go_back_to(before);
      try {
        again(i).read_checked([&](const Record& record) { records.accept(record); });
      } catch (const Error& error) {
        records.go_back_to(before);
        remember(i, error.problem());
      }
    }
    const BulkRecords::Mark after = records.mark();
    counts_[piece.file][0] += after.documents - before.documents;
    counts_[piece.file][1] += after.nodes - before.nodes;
    counts_[piece.file][2] += after.claims - before.claims;
  }

  void read_fast(const Piece& piece, BulkRecords& records, PieceText& text) {
    const Input& input = inputs_[piece.file];
    text.read(input.file, piece, input.is_csv);
    if (!text.is_text()) throw NotForBulk();
    if (input.is_csv) {
      BulkCsv rows(input.columns, records);
      for (char* p = text.begin(); p < text.end();) p = rows.read_row(p, text.end());
    } else {
      BulkJson lines(records);
      for (char* p = text.begin(); p < text.end();) {
        void* found = std::memchr(p, '\n', static_cast<std::size_t>(text.end() - p));
        char* end = found != nullptr ? static_cast<char*>(found) : text.end();
        lines.read_line(p, end);
        p = end + 1;
      }
    }
    records.flush();
  }

  /// Keeps the first fault in the order of pieces. Since pieces are handed out in order, all pieces
  /// before it are read.
  void remember(std::size_t piece, const Problem& problem) {
    const std::lock_guard lock(fault_mutex_);
    if (piece >= first_fault_) return;
    first_fault_ = piece;
    fault_ = problem;
  }

  std::vector<Input>& inputs_;
  const LoadOptions& options_;
  bool may_read_again_;  ///< whether a piece that the fast reader refuses is read again
  unsigned threads_;
  std::vector<BulkRecords> records_;
  std::vector<std::vector<Claims>> pieces_of_;  ///< by thread, in order
  std::atomic<std::size_t> first_fault_ = ~std::size_t{0};
  std::mutex fault_mutex_;
  std::optional<Problem> fault_;
  std::vector<PieceText> blocks_;
  std::vector<Piece> pieces_;
  std::vector<std::array<std::atomic<std::uint64_t>, 3>> counts_;
  std::atomic<std::uint64_t> done_ = 0;
  std::uint64_t total_ = 0;
};

/// Gives a Resolver access to the nodes that the records define.
class ListedNodes : public KnownNodes {
 public:
  /// `node_of`: by the number of an id's string, the node.
  ListedNodes(const GraphLists& lists, StringTable& strings, const std::vector<NodeId>& node_of)
      : lists_(lists),
        strings_(strings),
        node_of_(node_of),
        count_(lists.node_id.size()),
        alias_begins_(count_ + 1),
        aliases_(lists.aliases.size()) {
    for (const GraphLists::Alias& alias : lists.aliases) ++alias_begins_[alias.node + 1];
    std::partial_sum(alias_begins_.begin(), alias_begins_.end(), alias_begins_.begin());
    std::vector<std::size_t> next(alias_begins_.begin(), alias_begins_.end() - 1);
    for (NodeId n = 0; n < count_; ++n) spellings_.add(lists.node_name[n], n);
    for (const GraphLists::Alias& alias : lists.aliases) {
      aliases_[next[alias.node]++] = alias.name;
      spellings_.add(alias.name, alias.node);
    }
    const StringId refs = strings.intern("refs");
    for (const GraphLists::Attribute& attribute : lists.attributes)
      if (attribute.name == refs) references_.emplace(attribute.node, attribute.value);
  }

  [[nodiscard]] std::size_t count() const override { return count_; }
  [[nodiscard]] std::optional<NodeId> find(std::string_view id) const override {
    const StringId text = strings_.intern(id);
    const NodeId node = text < node_of_.size() ? node_of_[text] : none;
    return node < count_ ? std::optional(node) : std::nullopt;
  }
  [[nodiscard]] std::string_view id(NodeId n) const override { return strings_[lists_.node_id[n]]; }
  [[nodiscard]] std::string_view name(NodeId n) const override {
    return strings_[lists_.node_name[n]];
  }
  [[nodiscard]] Kind kind(NodeId n) const override { return lists_.node_kind[n]; }
  [[nodiscard]] NodeId spelt(std::string_view name) const override {
    return spellings_.of(strings_.intern(name));
  }
  void for_each_alias(NodeId n, const std::function<void(std::string_view)>& visit) const override {
    for (std::size_t i = alias_begins_[n]; i < alias_begins_[n + 1]; ++i)
      visit(strings_[aliases_[i]]);
  }
  [[nodiscard]] std::string_view references(NodeId n) const override {
    const auto found = references_.find(n);
    return found == references_.end() ? std::string_view() : strings_[found->second];
  }
  /// Always false: the bulk load reads records only, no texts.
  [[nodiscard]] bool named_by_text(NodeId /*n*/) const override { return false; }

  /// A fast path for most texts that are no id of the input: the one node with exactly this
  /// spelling. none when the Resolver must decide, because the text may be an id of the gazetteer
  /// or a reference.
  [[nodiscard]] NodeId exact_spelling(StringId text) const {
    const NodeId n = spellings_.of(text);
    const bool is_sure =
        n < count_ && references_.empty() && strings_[text].find(':') == std::string_view::npos;
    return is_sure ? n : none;
  }

 private:
  const GraphLists& lists_;
  StringTable& strings_;
  const std::vector<NodeId>& node_of_;
  std::size_t count_;
  std::vector<std::size_t> alias_begins_;  ///< where each node's aliases begin in aliases_
  std::vector<StringId> aliases_;
  Spellings spellings_;
  std::unordered_map<NodeId, StringId> references_;
};

/// Builds the graph from what the threads collected.
class Joining {
 public:
  Joining(Reading& reading, const Context& context)
      : reading_(reading),
        strings_(reading.strings),
        records_(reading.records()),
        context_(context) {}

  Graph run() {
    for (const auto step :
         {&Joining::take_documents, &Joining::take_nodes, &Joining::take_claims,
          &Joining::resolve_claims, &Joining::check_claims, &Joining::complete_nodes}) {
      context_.check();
      (this->*step)();
    }
    for (std::size_t n = 0; n < lists_.node_id.size(); ++n)
      if (lists_.node_name[n] == 0) lists_.node_name[n] = lists_.node_id[n];
    tell_read_names();
    records_.clear();
    lists_.strings = strings_.finish(context_);
    return assemble(std::move(lists_), context_);
  }

  std::vector<Loaded::ReadName> take_read_names() { return std::move(read_names_); }

 private:
  /// Merges records of one document: values must agree, and a missing value is taken from the
  /// other.
  void take_documents() {
    std::map<StringId, DocumentId> place;
    for (BulkRecords& records : records_)
      for (const DocumentValues& document : records.documents) {
        const auto [found, is_new] =
            place.try_emplace(document.id, static_cast<DocumentId>(lists_.documents.size()));
        if (is_new) {
          lists_.documents.push_back(document);
          continue;
        }
        DocumentValues& into = lists_.documents[found->second];
        for_each_field(document_fields, [&](auto field) {
          auto& slot = into.*field.member;
          const auto& value = document.*field.member;
          const auto silent = typename decltype(field)::Value();
          if (slot == silent) slot = value;
          else if (value != silent && value != slot) throw NotForBulk();
        });
      }
  }

  void take_nodes() {
    node_of_.assign(strings_.size(), none);
    for (BulkRecords& records : records_) {
      std::vector<NodeId> place;
      place.reserve(records.nodes.size());
      PeriodicCheck check(context_);
      for (const NodeValues& node : records.nodes) {
        check.count();
        place.push_back(take_node(node));
      }
      for (const GraphLists::Alias& alias : records.aliases)
        lists_.aliases.push_back({place[alias.node], alias.name});
      for (GraphLists::Attribute attribute : records.attributes) {
        attribute.node = place[attribute.node];
        lists_.attributes.push_back(attribute);
      }
      records.nodes = {};
      records.aliases = {};
      records.attributes = {};
    }
    merge_attributes();
  }

  NodeId take_node(const NodeValues& node) {
    NodeId& place = node_of_[node.id];
    if (place == none) {
      place = static_cast<NodeId>(lists_.node_id.size());
      add_node(node.id, node.name, node.kind);
      return place;
    }
    repeated_.push_back(place);
    StringId& name = lists_.node_name[place];
    if (lists_.node_kind[place] != node.kind) throw NotForBulk();
    if (name == 0) name = node.name;
    else if (node.name != 0 && node.name != name) throw NotForBulk();
    return place;
  }

  void add_node(StringId id, StringId name, Kind kind) {
    lists_.node_id.push_back(id);
    lists_.node_name.push_back(name);
    lists_.node_kind.push_back(kind);
  }

  /// Merges the attributes of nodes with several records: an attribute that both have must be
  /// equal.
  void merge_attributes() {
    if (repeated_.empty()) return;
    std::vector<char> has_several(lists_.node_id.size(), 0);
    for (const NodeId n : repeated_) has_several[n] = 1;
    std::map<std::pair<NodeId, StringId>, GraphLists::Attribute> seen;
    std::erase_if(lists_.attributes, [&](const GraphLists::Attribute& attribute) {
      if (has_several[attribute.node] == 0) return false;
      const auto [found, is_new] = seen.try_emplace({attribute.node, attribute.name}, attribute);
      if (!is_new &&
          (found->second.value != attribute.value || found->second.type != attribute.type))
        throw NotForBulk();
      return !is_new;
    });
  }

  void take_claims() {
    std::vector<GraphLists::Claims> parts;
    claims_of_pieces_ = reading_.claims_of_pieces();
    for (BulkRecords& records : records_) parts.push_back(std::move(records.claims));
    lists_.claims =
        parts.size() == 1 ? std::move(parts.front()) : GraphLists::Claims::joined(parts, context_);
  }

  /// Replaces the texts in claims by nodes and documents.
  void resolve_claims() {
    std::vector<std::atomic<char>> wanted(node_of_.size());
    const auto want = [&](StringId id) {
      if (id != none && node_of_[id] == none) wanted[id].store(1, std::memory_order_relaxed);
      return id;
    };
    GraphLists::Claims& claims = lists_.claims;
    const auto each_node = [&](const auto& mapping) {
      for_each_field(claim_fields, [&](auto field) {
        if constexpr (field.form == Form::node) claims[field].map(context_, mapping);
      });
    };
    each_node(want);
    const ListedNodes known(lists_, strings_, node_of_);
    Resolver resolver(known, context_);
    std::vector<std::pair<StringId, NodeId>> meant;
    PeriodicCheck check(context_, 256);
    for (StringId text = 0; text < wanted.size(); ++text)
      if (wanted[text].load() != 0) resolver.look_for_abbreviation(strings_[text]);
    for (StringId text = 0; text < wanted.size(); ++text) {
      if (wanted[text].load() == 0) continue;
      check.count();
      if (const NodeId node = known.exact_spelling(text); node != none) {
        meant.emplace_back(text, node);
        continue;
      }
      const Resolver::Meaning& meaning = resolver.meaning_of(strings_[text]);
      if (meaning.bodies.size() != 1) throw NotForBulk();
      meant.emplace_back(text, node_of(meaning.bodies.front()));
      if (!meaning.exact) not_exact_.insert(text);
    }
    find_places();
    node_of_.resize(strings_.size(), none);
    for (const auto& [text, node] : meant) node_of_[text] = node;
    const auto node = [&](StringId id) { return id == none ? none : node_of_[id]; };
    each_node(node);
    std::vector<DocumentId> document_of(node_of_.size(), none);
    for (DocumentId d = 0; d < lists_.documents.size(); ++d)
      document_of[lists_.documents[d].id] = d;
    std::atomic<bool> all_there = true;
    claims.of<&ClaimValues::document>().map(context_, [&](StringId id) {
      if (document_of[id] == none) all_there = false;
      return document_of[id];
    });
    if (!all_there) throw NotForBulk();
  }

  /// Finds the first place, in order of file and line, of each text that was not resolved exactly
  /// as written. Reads the pieces again that may hold it.
  void find_places() {
    if (not_exact_.empty()) return;
    const std::vector<std::size_t> order = reading_.order_of_pieces();
    std::unordered_map<StringId, std::size_t> first_piece;
    for (std::size_t i = 0; i < claims_of_pieces_.size(); ++i) {
      context_.check();
      const std::size_t piece = claims_of_pieces_[i].piece;
      const std::size_t end =
          i + 1 < claims_of_pieces_.size() ? claims_of_pieces_[i + 1].first : lists_.claims.size();
      for_each_field(claim_fields, [&](auto field) {
        if constexpr (field.form == Form::node)
          for (std::size_t c = claims_of_pieces_[i].first; c < end; ++c) {
            const StringId text = lists_.claims[field][c];
            if (!not_exact_.contains(text)) continue;
            const auto [found, is_new] = first_piece.try_emplace(text, piece);
            if (order[piece] < order[found->second]) found->second = piece;
          }
      });
    }
    std::map<std::size_t, std::set<std::string_view>> texts_in;
    for (const auto& [text, piece] : first_piece) texts_in[piece].insert(strings_[text]);
    for (const auto& [piece, texts] : texts_in) find_places(piece, texts);
  }

  void find_places(std::size_t piece, const std::set<std::string_view>& texts) {
    PieceAgain again = reading_.again(piece);
    again.read([&](const Record& record) {
      if (record.type != RecordType::claim) return;
      for_each_field(claim_fields, [&](auto field) {
        if constexpr (field.form == Form::node) {
          const Value& value = record[field.field];
          const auto text = texts.find(value.text);
          if (text == texts.end()) return;
          const auto [line, column] = record.position_of(value);
          const Place place{reading_.file_of(piece), again.lines_before() + line, column};
          const auto [found, is_new] = place_of_.try_emplace(*text, place);
          const auto in_order = [](const Place& at) { return std::pair(at.line, at.column); };
          if (in_order(place) < in_order(found->second)) found->second = place;
        }
      });
    });
  }

  void tell_read_names() {
    for (const StringId text : not_exact_) {
      const NodeId n = node_of_[text];
      read_names_.push_back({std::string(strings_[text]), std::string(strings_[lists_.node_id[n]]),
                             std::string(strings_[lists_.node_name[n]]),
                             place_of_.at(strings_[text])});
    }
  }

  NodeId node_of(const Body& body) {
    return body.entry == nullptr ? body.node : node_of(*body.entry);
  }
  /// The node of a gazetteer entry; creates it when the graph has none yet.
  NodeId node_of(const GazetteerEntry& entry) {
    if (const NodeId n = find(entry.id); n != none) return n;
    const StringId id = strings_.intern(entry.id);
    node_of_.resize(strings_.size(), none);
    node_of_[id] = static_cast<NodeId>(lists_.node_id.size());
    add_node(id, strings_.intern(entry.name), entry.kind);
    return node_of_[id];
  }

  void check_claims() {
    const auto& from = lists_.claims.of<&ClaimValues::from>();
    const auto& relation = lists_.claims.of<&ClaimValues::relation>();
    const auto& to = lists_.claims.of<&ClaimValues::to>();
    const auto& through = lists_.claims.of<&ClaimValues::via>();
    const auto kind = [&](NodeId n) { return lists_.node_kind[n]; };
    std::atomic<bool> fine = true;
    constexpr std::size_t grain = std::size_t{1} << 16U;
    parallel_ranges(lists_.claims.size(), grain, context_,
                    [&](std::size_t first, std::size_t last, unsigned) {
                      for (std::size_t c = first; c < last; ++c) {
                        const NodeId via = through[c];
                        if (check_ends(relation[c], kind(from[c]), kind(to[c]),
                                       via == none ? std::nullopt : std::optional(kind(via))))
                          fine = false;
                      }
                    });
    if (!fine) throw NotForBulk();
  }

  /// Adds the gazetteer's facts where the input leaves them out.
  void complete_nodes() {
    const Gazetteer& gazetteer = Gazetteer::instance();
    // What an agency pays counts for its State, so that State must be in the graph.
    std::vector<char> pays(lists_.node_id.size(), 0);
    std::vector<std::pair<NodeId, const GazetteerEntry*>> known;
    for (const GazetteerEntry& entry : gazetteer.entries()) {
      const NodeId n = find(entry.id);
      if (n == none) continue;
      known.emplace_back(n, &entry);
    }
    if (known.empty()) return;
    const auto& from = lists_.claims.of<&ClaimValues::from>();
    const auto& relation = lists_.claims.of<&ClaimValues::relation>();
    for (std::size_t c = 0; c < lists_.claims.size(); ++c)
      if (relation[c] == Relation::funds) pays[from[c]] = 1;
    std::vector<const GazetteerEntry*> states;
    for (const auto& [n, entry] : known)
      if (const auto* state = gazetteer.state_of(*entry); pays[n] != 0 && state != nullptr)
        states.push_back(state);
    for (const GazetteerEntry* state : states)
      if (find(state->id) == none) known.emplace_back(node_of(*state), state);
    std::map<NodeId, std::vector<StringId>> has;
    for (const auto& [n, entry] : known) has[n];
    for (const GraphLists::Attribute& attribute : lists_.attributes)
      if (const auto found = has.find(attribute.node); found != has.end())
        found->second.push_back(attribute.name);
    for (const auto& [n, entry] : known) complete(n, *entry, has[n]);
  }

  [[nodiscard]] NodeId find(std::string_view id) {
    const StringId text = strings_.intern(id);
    return text < node_of_.size() ? node_of_[text] : none;
  }

  void complete(NodeId n, const GazetteerEntry& entry, const std::vector<StringId>& has) {
    const GazetteerFacts facts = facts_of(entry);
    if (lists_.node_name[n] == 0) lists_.node_name[n] = strings_.intern(entry.name);
    if (strings_[lists_.node_name[n]] != entry.name)
      lists_.aliases.push_back({n, strings_.intern(entry.name)});
    for (const std::string_view name : facts.other_names)
      lists_.aliases.push_back({n, strings_.intern(name)});
    for (const auto& [name, value] : facts.attributes) {
      const StringId key = strings_.intern(name);
      if (std::ranges::count(has, key) == 0)
        lists_.attributes.push_back({n, key, strings_.intern(value), AttributeType::text});
    }
  }

  Reading& reading_;
  StringTable& strings_;
  std::vector<BulkRecords>& records_;
  const Context& context_;
  GraphLists lists_;
  std::vector<Reading::Claims> claims_of_pieces_;
  std::unordered_set<StringId> not_exact_;
  std::map<std::string_view, Place> place_of_;  ///< by text of not_exact_
  std::vector<Loaded::ReadName> read_names_;
  std::vector<NodeId> node_of_;  ///< by number of the id's string
  std::vector<NodeId> repeated_;
};

Loaded load_all(const std::vector<std::string>& files, const LoadOptions& options,
                bool may_read_again) {
  std::vector<Input> inputs;
  std::uint64_t total = 0;
  for (const std::string& file : files) {
    inputs.push_back(open_input(file));
    total += inputs.back().file.size();
  }
  if (total < options.bulk.from) throw NotForBulk();
  Reading reading(inputs, options, may_read_again);
  reading.run();
  Loaded loaded;
  loaded.sources = reading.sources();
  Joining joining(reading, options.context);
  loaded.graph = joining.run();
  loaded.read_names = joining.take_read_names();
  return loaded;
}

}  // namespace

std::optional<Loaded> bulk_load(const std::vector<std::string>& files, const LoadOptions& options,
                                const Problems& problems) {
  try {
    return load_all(files, options, !problems.collects());
  } catch (const NotForBulk&) {
    return std::nullopt;
  } catch (const std::length_error&) {
    return std::nullopt;
  }
}

}  // namespace oscegraph
