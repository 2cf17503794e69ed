// SPDX-License-Identifier: Apache-2.0
//
// Harder: find nodes by what people call them, narrow the graph, ask, look up claims, write a file.
//
//   who_says_so NODE NODE [FILE.gexf]
//
// prints every claim since 2020 behind the connection of two nodes, with the document that states it and
// the words quoted. With a third argument it writes that part of the graph, in the format of its ending.
#include <cstdio>
#include <string>
#include <utility>

#include "oscegraph/ask/prepared_graph.hpp"
#include "oscegraph/exports/formats/graph_formats.hpp"
#include "oscegraph/graph/narrow.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/load.hpp"
#include "oscegraph/queries/claims/why.hpp"

namespace og = oscegraph;

namespace {

void print(const og::Graph& graph, og::ClaimId id) {
  const og::Claim claim = graph.claim(id);
  const std::string from(graph.node_name(graph.edge_from(claim.edge)));
  const std::string relation(og::name_of(graph.edge_relation(claim.edge)));
  const std::string to(graph.node_name(graph.edge_to(claim.edge)));
  const std::string title(graph.document(claim.document).title);
  const std::string place(claim.locator);
  const std::string quote(claim.quote);
  std::printf("%s %s %s\n  in \"%s\", %s\n  %s\n", from.c_str(), relation.c_str(), to.c_str(),
              title.c_str(), place.c_str(), quote.c_str());
}

/// The file appears whole when commit() returns, or not at all.
void write(const og::Subset& subset, const std::string& path) {
  const og::GraphFormat* format = og::graph_format_for(path);
  if (format == nullptr || format->folder())
    throw og::Error(path + " does not end like a format that is one file");
  og::Output out = og::Output::to_file(path);
  og::LossReport losses;
  format->write(subset, {.title = "Who says so?"}, out, losses);
  out.commit();
}

}  // namespace

int main(int count, char** words) try {
  if (count < 3) {
    std::fprintf(stderr, "usage: who_says_so NODE NODE [FILE.gexf]\n");
    return 2;
  }
  og::Loaded loaded = og::load_example();
  // One graph, many questions: the finder of names is made once.
  const og::PreparedGraph prepared(std::move(loaded.graph), std::move(loaded.origin));
  og::Filters filters;
  filters.since = og::Date::parse("2020").value();
  const og::Subset recent = og::narrow(prepared.graph(), filters);
  const og::WhyAnswer answer = og::why(recent, {.from = prepared.finder().find(words[1], recent),
                                                .to = prepared.finder().find(words[2], recent)});
  for (const og::ClaimId claim : answer.claims) print(prepared.graph(), claim);
  if (count > 3) write(answer.subset, words[3]);
  return 0;
} catch (const og::Error& error) {  // no node has the name, nothing joins the two, ...
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
