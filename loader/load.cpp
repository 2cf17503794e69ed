// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/load.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <tuple>
#include <utility>

#include "embedded/example.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/bulk/bulk_load.hpp"
#include "oscegraph/loader/formats/csv_file.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/formats/input_files.hpp"
#include "oscegraph/loader/graphs/graph_element.hpp"
#include "oscegraph/loader/graphs/oscg_reader.hpp"
#include "oscegraph/loader/inputs/excerpts.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/records/text_versions.hpp"
#include "oscegraph/loader/resolve/builder.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"
#include "oscegraph/loader/tables/mapping.hpp"

namespace oscegraph {
namespace {

/// Counts the records of each source on their way to the builder, and checks for a stop.
class CountingSink : public RecordSink {
 public:
  CountingSink(RecordSink& next, std::vector<Loaded::Source>& counts, TextVersions& texts,
               const Context& context)
      : check_(context, 256),
        next_(next),
        counts_(counts),
        texts_(texts) {}
  void accept(const Record& record) override {
    check_.count();
    if (!record.unread) count(record, counts_[record.source]);
    next_.accept(record);
  }

 private:
  void count(const Record& record, Loaded::Source& of) {
    switch (record.type) {
      case RecordType::document: ++of.documents; break;
      case RecordType::node: ++of.nodes; break;
      case RecordType::claim: ++of.claims; break;
    }
    texts_.note(record);
  }

  PeriodicCheck check_;
  RecordSink& next_;
  std::vector<Loaded::Source>& counts_;
  TextVersions& texts_;
};

/// Closes the stream, also when reading ends by an exception.
class CloseAtEnd {
 public:
  explicit CloseAtEnd(ByteStream& bytes) : bytes_(bytes) {}
  CloseAtEnd(const CloseAtEnd&) = delete;
  CloseAtEnd& operator=(const CloseAtEnd&) = delete;
  ~CloseAtEnd() { bytes_.close(); }

 private:
  ByteStream& bytes_;
};

class Loading {
 public:
  Loading(const LoadOptions& options, Problems& problems)
      : options_(options),
        problems_(problems),
        excerpts_(options.context),
        builder_(sources_, options.create_missing, problems),
        sink_(builder_, loaded_.sources, texts_, options.context) {
    builder_.keep_refused(options.keep_refused);
    builder_.keep_places(options.most_same_names > 0);
    problems_.set_excerpts([this](const Place& place) { return excerpt_of(place); });
  }
  Loading(const Loading&) = delete;
  Loading& operator=(const Loading&) = delete;
  ~Loading() { problems_.set_excerpts(nullptr); }

  void add_mapping(const std::string& path) {
    if (path.empty()) return;
    map_given_ = true;
    attempt([&] {
      map_text_ = text_of_file(path, options_.context);
      map_ = parse_mapping(path, map_text_, problems_);
    });
  }

  void add_paths(const std::vector<std::string>& paths) {
    InputFiles inputs;
    for (const std::string& path : paths) attempt([&] { list_input(path, options_, inputs); });
    loaded_.skipped = std::move(inputs.skipped);
    std::vector<std::string>& files = inputs.files;
    std::ranges::stable_partition(files, std::not_fn(is_gephi_edge_table));
    const auto graphs = std::ranges::stable_partition(
        files, [this](const std::string& file) { return !holds_a_graph(file); });
    document_names_ = document_names(files);
    InputSize size = input_size({files.begin(), graphs.begin()});
    size.graphs = input_size({graphs.begin(), graphs.end()}).records;
    if (options_.on_size) options_.on_size(size);
    if (files.size() == 1 && graphs.size() == 1 && !map_ && options_.in_memory.empty()) {
      attempt([&] { open_alone(files.front()); });
      return;
    }
    if (load_in_bulk(files)) return;
    bytes_in_all_ = total_of(size);
    for (const std::string& file : std::ranges::subrange(files.begin(), graphs.begin()))
      attempt([&] { add_source(open_source(file, options_.context, options_.block)); });
    // A graph file has a lower priority than all that was read before it, and an earlier graph file
    // than a later one.
    documents_of_records_ = builder_.records().documents().size();
    for (const std::string& file : std::views::reverse(graphs)) attempt([&] { add_graph(file); });
  }

  void add_source(Source source) {
    const auto position = static_cast<std::uint32_t>(sources_.size());
    sources_.push_back(std::move(source));
    loaded_.sources.push_back({sources_.back().name});
    const CloseAtEnd closing(sources_[position].bytes);
    read(position);
  }

  Loaded finish() {
    if (!options_.is_chunk && !gave_something(loaded_))
      refuse_left_out(loaded_.warnings, problems_);
    if (!ready_) build();
    texts_.tell(loaded_.graph, sources_, loaded_.warnings);
    if (options_.most_same_names > 0 && !same_names_told_) tell_same_names();
    std::ranges::sort(loaded_.read_names, {}, [](const Loaded::ReadName& read) {
      return std::tie(read.place.file, read.place.line, read.place.column, read.text);
    });
    const std::string first = loaded_.sources.empty() ? "" : loaded_.sources.front().file;
    loaded_.origin = loaded_.sources.size() == 1 ? first.substr(first.rfind('/') + 1)
                                                 : counted(loaded_.sources.size(), "file");
    return std::move(loaded_);
  }

 private:
  void tell_same_names() {
    const Graph& graph = loaded_.graph;
    const auto place_of = [&](NodeId n) -> Place {
      if (ready_) return {loaded_.sources.empty() ? "" : loaded_.sources.front().file};
      const auto made =
          std::ranges::lower_bound(loaded_.created, graph.node_id(n), {}, &Loaded::Created::id);
      if (made != loaded_.created.end() && made->id == graph.node_id(n)) return made->place;
      return builder_.place_of(n);
    };
    loaded_.same_names =
        find_same_names(graph, place_of, options_.most_same_names, options_.context);
  }

  void build() {
    if (map_ && !map_used_)
      problems_.report(
          {{},
           "--map " + map_->file + " has no " + (map_->graph ? "graph" : "table") + " to apply to",
           map_->graph ? "a mapping of a graph is for GraphML, GEXF, DOT and Gephi's tables"
                       : "a mapping without 'records = graph' is for CSV tables that are not named "
                         "documents, nodes "
                         "or claims"});
    loaded_.graph = builder_.finish(options_.context);
    loaded_.created = builder_.take_created();
    loaded_.read_names = builder_.take_read_names();
    loaded_.spelt = builder_.take_spelt();
    loaded_.joined = builder_.take_joined();
    std::ranges::move(builder_.take_warnings(), std::back_inserter(loaded_.warnings));
  }

  [[nodiscard]] bool holds_a_graph(const std::string& file) const {
    return options_.format.empty()
               ? is_graph_file(file)
               : find_input_format(options_.format) == input_format(InputFormatId::oscg);
  }

  /// A single graph file is used as it is; nothing is resolved.
  void open_alone(const std::string& file) {
    loaded_.graph = open_graph_file(file, options_.context);
    if (problems_.collects()) loaded_.graph.verify(options_.context);
    loaded_.sources.push_back({file, loaded_.graph.document_count(), loaded_.graph.node_count(),
                               loaded_.graph.claim_count()});
    ready_ = true;
  }

  /// Returns false when the files must be read one by one.
  bool load_in_bulk(const std::vector<std::string>& files) {
    if (map_ || options_.texts_only || !options_.format.empty() || !options_.in_memory.empty())
      return false;
    std::optional<Loaded> loaded;
    try {
      loaded = bulk_load(files, options_, problems_);
    } catch (const Error& error) {
      problems_.report(error.problem());  // adds the line and throws again
    }
    if (!loaded) return false;
    // The usual loader reports more about shared names.
    if (options_.most_same_names > 0) {
      const auto nowhere = [](NodeId) { return Place(); };
      if (find_same_names(loaded->graph, nowhere, 0, options_.context).count > 0) return false;
      same_names_told_ = true;
    }
    loaded_.graph = std::move(loaded->graph);
    loaded_.sources = std::move(loaded->sources);
    loaded_.read_names = std::move(loaded->read_names);
    ready_ = true;
    return true;
  }

  void add_graph(const std::string& file) {
    const Graph graph = open_graph_file(file, options_.context);
    const auto position = static_cast<std::uint32_t>(sources_.size());
    sources_.push_back({file, ByteStream::of_text("")});
    loaded_.sources.push_back({file});
    const auto replaced = [this](const Document& document) {
      return builder_.records().is_among_first(document.id, documents_of_records_) ||
             is_replaced(document, builder_.records().checksum_of(document.id));
    };
    const Replaced left_out = push_records(graph, position, replaced, sink_, options_.context);
    if (left_out.documents > 0)
      loaded_.refreshed.push_back({file, left_out.documents, left_out.claims});
  }

  /// While problems are collected, a missing file is one of them.
  template <typename Work>
  void attempt(Work work) {
    try {
      work();
    } catch (const UsageError&) {
      throw;
    } catch (const Error& error) {
      if (!problems_.collects()) throw;
      problems_.report(error.problem());
    }
  }

  static bool wants_mapping(const InputFormat& format, std::string_view path) {
    return format.graph_file || (format.table && !type_of_table(path));
  }

  void read(std::uint32_t position) {
    Source& source = sources_[position];
    const bool empty = only_blanks(source.bytes);
    const InputFormat* format = empty ? input_format_for_path(source.name) : format_of(source);
    if (empty) {
      Problem problem{
          {source.name}, "the file is empty", "", "give a file with records, or leave it out"};
      if (format == nullptr || !format->running_text) return problems_.report(std::move(problem));
      return loaded_.warnings.push_back(std::move(problem));
    }
    if (format == nullptr) return;
    // The problems of the mapping have been reported.
    if (map_given_ && !map_ && wants_mapping(*format, source.name)) return;
    const auto progressed = [this](std::uint64_t offset) {
      options_.context.check();
      if (const Report& report = options_.context.report)
        report(bytes_read_ + offset, bytes_in_all_);
    };
    ReadContext context{position,
                        map_ ? &*map_ : nullptr,
                        false,
                        sink_,
                        problems_,
                        loaded_.warnings,
                        progressed,
                        options_.on_text,
                        table_nodes_of(source.name)};
    if (const auto name = document_names_.find(source.name); name != document_names_.end())
      context.document_name = name->second;
    format->read(source, context);
    map_used_ = map_used_ || context.map_used;
    progressed(source.bytes.taken());
    bytes_read_ += source.bytes.taken();
  }

  /// The nodes for a Gephi table of edges: those of the tables beside it; if there are none, those
  /// of the only other folder that has some.
  GraphNodes& table_nodes_of(const std::string& file) {
    GraphNodes& beside = table_nodes_[file.substr(0, file.rfind('/') + 1)];
    if (!beside.empty() || !is_gephi_edge_table(file)) return beside;
    const auto has_nodes = [](const auto& folder) { return !folder.second.empty(); };
    if (std::ranges::count_if(table_nodes_, has_nodes) != 1) return beside;
    return std::ranges::find_if(table_nodes_, has_nodes)->second;
  }

  static bool only_blanks(ByteStream& bytes) {
    constexpr std::size_t enough = std::size_t{1} << 20U;
    const std::string_view text = bytes.peek(enough);
    return bytes.ends_here() && text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  /// nullptr when the file is not read; the reason has been reported.
  const InputFormat* format_of(Source& source) {
    FormatDecision decision = decide_format(source, {options_.format, map_ && !map_->graph});
    if (decision.note) loaded_.warnings.push_back(std::move(*decision.note));
    if (!decision.problem) return decision.format;
    map_used_ = true;  // the input that it may apply to is not read
    if (decision.running_text) loaded_.warnings.push_back(std::move(*decision.problem));
    else problems_.report(std::move(*decision.problem));
    return nullptr;
  }

  std::string excerpt_of(const Place& place) {
    if (place.file == options_.map) return excerpt_at(map_text_, place);
    const auto source = std::ranges::find(sources_, place.file, &Source::name);
    // The bulk load keeps no sources, since it reads only files.
    const auto kept = source == sources_.end() ? std::nullopt : source->bytes.kept();
    return kept ? excerpt_at(*kept, place) : excerpts_.of_file(place);
  }

  const LoadOptions& options_;
  Problems& problems_;
  bool map_given_ = false;
  Excerpts excerpts_;
  std::string map_text_;
  std::optional<Mapping> map_;
  Loaded loaded_;
  std::deque<Source> sources_;
  TextVersions texts_;
  Builder builder_;
  CountingSink sink_;
  std::map<std::string, GraphNodes> table_nodes_;  ///< by folder
  std::map<std::string, std::string> document_names_;
  bool map_used_ = false;
  bool same_names_told_ = false;  ///< they were searched, and there are none
  /// number of documents before the first graph file was read
  std::size_t documents_of_records_ = 0;
  bool ready_ = false;  ///< the graph is complete without the builder
  std::uint64_t bytes_read_ = 0;
  std::uint64_t bytes_in_all_ = 0;
};

}  // namespace

Loaded load(const LoadOptions& options, Problems& problems) {
  Loading loading(options, problems);
  try {
    loading.add_mapping(options.map);
    loading.add_paths(options.inputs);
    for (const InputBytes& input : options.in_memory)
      loading.add_source(
          {input.name,
           ByteStream::of_bytes(input.name, input.bytes, options.most_unpacked, options.context)});
    return loading.finish();
  } catch (const TooManyProblems&) {
    return {};
  }
}

Loaded load_example(std::size_t most_same_names) {
  LoadOptions options;
  options.most_same_names = most_same_names;
  Problems problems;
  Loading loading(options, problems);
  for (const embedded::File& file : embedded::example)
    loading.add_source({std::string(file.path), ByteStream::of_text(std::string(file.text))});
  Loaded loaded = loading.finish();
  loaded.origin =
      "built-in example (" + to_text(loaded.graph.document_count()) + " OSCE press items of 2024)";
  return loaded;
}

std::vector<std::string_view> input_formats() { return input_format_names(); }

}  // namespace oscegraph
