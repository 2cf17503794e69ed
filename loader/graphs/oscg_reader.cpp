// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/oscg_reader.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>

#include "oscegraph/graph/columns/id_set.hpp"
#include "oscegraph/graph/graph_file.hpp"
#include "oscegraph/graph/record_text.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/graphs/graph_readers.hpp"

namespace oscegraph {
namespace {

/// The bytes of a regular file, mapped; nullptr when it cannot be mapped (a pipe, an empty file).
std::shared_ptr<const std::string_view> map_file(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info {};
  void* address = MAP_FAILED;
  std::size_t size = 0;
  if (descriptor >= 0 && ::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode)) {
    size = static_cast<std::size_t>(info.st_size);
    if (size > 0) address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
  }
  if (descriptor >= 0) ::close(descriptor);
  if (address == MAP_FAILED) return nullptr;
  return {new std::string_view(static_cast<const char*>(address), size),
          [](const std::string_view* bytes) {
            ::munmap(const_cast<char*>(bytes->data()), bytes->size());
            delete bytes;
          }};
}

Value text_value(std::string_view text) {
  return text.empty() ? Value{} : Value{text, ValueType::text};
}

/// Turns the documents, nodes and claims of one graph into records, field by field.
class Records {
 public:
  Records(const Graph& graph, std::uint32_t source) : graph_(graph), text_(graph) {
    record_.source = source;
  }

  const Record& document(DocumentId d) {
    begin(RecordType::document);
    set(document_fields, text_.read_document(d));
    return record_;
  }

  const Record& node(NodeId n) {
    begin(RecordType::node);
    set(node_fields, text_.read_node(n));
    for (const std::string_view alias : graph_.aliases(n))
      record_.aliases.push_back(text_value(alias));
    constexpr std::array types{ValueType::text, ValueType::number, ValueType::boolean};
    for (const Attribute& attribute : graph_.attributes(n))
      record_.attributes.push_back(
          {attribute.name, {attribute.value, types.at(static_cast<std::size_t>(attribute.type))}});
    return record_;
  }

  const Record& claim(ClaimId c) {
    begin(RecordType::claim);
    set(claim_fields, text_.read_claim(c));
    return record_;
  }

 private:
  void begin(RecordType type) {
    record_.clear();
    record_.from_graph_file = true;
    record_.type = type;
  }
  template <typename Fields>
  void set(const Fields& fields, const RecordText& text) {
    for_each_field(fields,
                   [&](auto field) { record_[field.field] = text_value(text[field.field]); });
  }

  const Graph& graph_;
  RecordText text_;
  Record record_;
};

}  // namespace

Graph open_graph_file(const std::string& path, const Context& context) {
  if (path != "-" && !path.ends_with(".gz"))
    if (const auto bytes = map_file(path)) return read_graph_file(*bytes, bytes, path);
  Source source = open_source(path, context);
  return open_graph_file(source);
}

Graph open_graph_file(Source& source) {
  const auto bytes = std::make_shared<const std::string>(std::string(source.bytes.rest()));
  return read_graph_file(*bytes, bytes, source.name);
}

bool is_replaced(const Document& theirs, std::string_view checksum) {
  return !theirs.checksum.empty() && !checksum.empty() && theirs.checksum != checksum;
}

Replaced push_records(const Graph& graph, std::uint32_t source,
                      const std::function<bool(const Document&)>& replaced, RecordSink& sink,
                      const Context& context) {
  graph.verify(context);
  Records records(graph, source);
  IdSet left_out(graph.document_count());
  Replaced result;
  for (const DocumentId d : graph.documents()) {
    const Document document = graph.document(d);
    if (!replaced(document)) {
      sink.accept(records.document(d));
      continue;
    }
    left_out.insert(d);
    ++result.documents;
  }
  for (const NodeId n : graph.nodes()) sink.accept(records.node(n));
  for (const ClaimId c : graph.claims())
    if (!left_out.contains(graph.claim_document(c))) sink.accept(records.claim(c));
    else ++result.claims;
  return result;
}

void read_oscg(Source& source, ReadContext& context) {
  const Graph graph = open_graph_file(source);
  (void)push_records(
      graph, context.source, [](const Document&) { return false; }, context.sink);
}

}  // namespace oscegraph
