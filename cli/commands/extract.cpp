// SPDX-License-Identifier: Apache-2.0
//
// The command `extract`: finds the claims in press releases and writes them for a person to review.
// It writes them as rows, as records (-o claims.jsonl), or below the sentences in which they were
// found (--review). Other commands put the same claims into the graph when they read the same
// texts.
//
// JSON Lines are written while the texts are read, so the size of the input does not matter. This
// is not possible if some claims are reviewed already or the answer is narrowed: then all claims
// are loaded first.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "oscegraph/cli/commands/commands.hpp"
#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/delivery/flow.hpp"
#include "oscegraph/cli/delivery/review_writer.hpp"
#include "oscegraph/cli/options/filters.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/exports/graphs/json/jsonl_parts.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph::cli {
namespace {

constexpr std::array<const OptionGroup*, 2> not_reviewed{&narrowing_options, &output_options};
constexpr Flag review({.name = "review",
                       .help = "print each sentence that says something, its words marked",
                       .excludes_groups = not_reviewed});
constexpr Flag explain({.name = "explain",
                        .help = "name the rule that found each claim",
                        .shown_by = ShownBy::rows});

std::string found_note(std::size_t claims, std::size_t documents) {
  return counted(claims, "claim") + " in " + counted(documents, "document") +
         "; review them before you believe them: -o claims.jsonl, then set \"reviewed\"";
}

/// Counts the texts that are read. If there are none, a note says so, since rules find nothing in
/// records.
class TextCount {
 public:
  void watch(LoadOptions& options) {
    options.on_text = [this, then = std::move(options.on_text)](const TextSeen& seen) {
      ++count_;
      if (then) then(seen);
    };
  }
  [[nodiscard]] bool none() const { return count_ == 0; }
  [[nodiscard]] static std::string note() {
    return "there is no running text in the input; extract finds claims in .txt, .md, .html, RSS "
           "and Atom files and in folders of them";
  }

 private:
  std::size_t count_ = 0;
};

Table rows_of(const Subset& scope, bool explains, const TextCount& texts) {
  const Graph& graph = scope.graph();
  Table table;
  table.columns = {{"document"}, {"from"}, {"relation"}, {"to"}, {"amount", ColumnType::money},
                   {"basis"}};
  if (explains) table.columns.push_back({"rule"});
  table.columns.push_back({"quote"});
  std::vector<ClaimId> claims;
  for (const ClaimId c : scope.claims())
    if (!graph.claim(c).rule.empty() && graph.claim(c).review != Review::no) claims.push_back(c);
  std::ranges::stable_sort(claims, {}, [&](ClaimId c) { return graph.claim_document(c); });
  for (const ClaimId c : claims) {
    const Claim claim = graph.claim(c);
    std::vector<Cell> row{text_cell(graph.document_id(claim.document)),
                          text_cell(graph.node_name(graph.edge_from(claim.edge))),
                          text_cell(name_of(graph.edge_relation(claim.edge))),
                          text_cell(graph.node_name(graph.edge_to(claim.edge))),
                          claim.amount ? Cell(*claim.amount) : Cell(),
                          text_cell(name_of(claim.basis))};
    if (explains) row.push_back(text_cell(claim.rule));
    row.push_back(text_cell(claim.quote));
    table.add_row(std::move(row));
  }
  if (texts.none()) table.notes.push_back(TextCount::note());
  if (!texts.none() || !claims.empty())
    table.notes.push_back(found_note(claims.size(), graph.document_count()));
  return table;
}

/// Whether the output can be read as reviewed records again: then it keeps each "no", so that writing
/// over the file of a review forgets nothing.
bool remembers_reviews(const Delivery& delivery) {
  return delivery.graph != nullptr && delivery.graph->records;
}

/// Whether it may write over what it reads: a file of claims, all of which come back with their reviews.
bool updates_claims(const Invocation& invocation, const Delivery& delivery) {
  return remembers_reviews(delivery) && graph_format_for(delivery.path) == delivery.graph &&
         !narrows(invocation.values);
}

LoadOptions of_texts() {
  LoadOptions options;
  options.texts_only = true;
  return options;
}

/// Prints while it reads. Decisions are on record files among the inputs, which are read first.
int print_review(const Values& values, Terminal& terminal) {
  const bool explains = values[explain];
  Problems stop_at_first;
  TextCount texts;
  const auto printing = [&](Decisions decisions) {
    LoadOptions options = of_texts();
    const auto writer = std::make_shared<ReviewWriter>(terminal, explains, std::move(decisions));
    options.on_text = [writer](const TextSeen& seen) { writer->write(seen); };
    texts.watch(options);
    return options;
  };
  const auto nothing = [](const Graph&) {};
  if (!load_inputs_in_parts(values, terminal, stop_at_first, printing({}), nothing)) {
    LoadOptions options = of_texts();
    options.keep_refused = true;
    Decisions decisions(load_inputs(values, terminal, stop_at_first, options).graph);
    const bool was_quiet = std::exchange(terminal.quiet, true);  // it has all been said
    (void)load_inputs(values, terminal, stop_at_first, printing(std::move(decisions)));
    terminal.quiet = was_quiet;
  }
  if (texts.none()) terminal.note(TextCount::note());
  terminal.out.commit();
  return done;
}

/// Writes JSON Lines while it reads, so that a corpus of any size fits; false, and nothing done, when
/// the claims have to be seen together: some are reviewed already, or the answer is to be narrowed.
bool write_in_parts(const Values& values, const Delivery& delivery, Terminal& terminal) {
  if (narrows(values) || delivery.graph == nullptr || !delivery.graph->in_parts) return false;
  Problems stop_at_first;
  std::optional<Output> file;
  if (!delivery.path.empty()) file = Output::to_file(delivery.path, terminal.context());
  Output& out = file ? *file : terminal.out;
  JsonlParts parts(out);
  const auto write = [&](const Graph& graph) { parts.write(graph); };
  TextCount texts;
  LoadOptions options = of_texts();
  texts.watch(options);
  if (!load_inputs_in_parts(values, terminal, stop_at_first, options, write)) return false;
  out.commit();
  terminal.note(texts.none() ? TextCount::note() : found_note(parts.claims(), parts.documents()));
  if (file)
    terminal.note("wrote " + delivery.path + ": " + counted(parts.nodes(), "node") + ", " +
                  counted(parts.claims(), "claim"));
  return true;
}

int run_extract(const Invocation& invocation, Terminal& terminal) {
  const Values& values = invocation.values;
  Flow flow(
      invocation, terminal,
      {.paths = input_paths(values, terminal), .rewrites = updates_claims, .keeps_reviews = true});
  if (input_paths(values, terminal).empty())
    throw UsageError("extract has nothing to read",
                     "it reads press releases: .txt, .md, .html, feeds and folders of them",
                     "name them with -i");
  if (values[review]) return print_review(values, terminal);
  if (write_in_parts(values, flow.delivery(), terminal)) return done;
  TextCount texts;
  LoadOptions options = of_texts();
  options.keep_refused = remembers_reviews(flow.delivery());
  texts.watch(options);
  const Loaded loaded = flow.load(std::move(options));
  const Subset scope = flow.narrow(loaded.graph);
  const std::array<Cost, 1> costs{{{Work::look, size_of(scope)}}};
  Table table = flow.ask(costs, extent_of(scope), [&](const Context& /*context*/) {
    return rows_of(scope, values[explain], texts);
  });
  return flow.deliver({std::move(table), scope}, scope);
}

constexpr auto options = option_list(review, explain);

constexpr std::array examples{
    Example{"oscegraph extract -i press/ -o claims.jsonl",
            "a folder of texts into records to review"},
    Example{"oscegraph extract -i release.txt --review --explain",
            "one text, sentence by sentence"},
};

}  // namespace

constinit const Command extract_command{
    .name = "extract",
    .summary = "What press releases say: claims with their words, as records to review",
    .description =
        "Reads running text (.txt, .md, .html, RSS and Atom; folders of them) and finds who funds, "
        "carries "
        "out and joins in what. Each claim has the document, the place, the quoted words, the rule "
        "that found it, and whether it is stated or inferred.\n\n"
        "-o claims.jsonl writes records. Set \"reviewed\" to yes, no or corrected and load the "
        "file "
        "together with the texts: what a person decided wins over what a rule found. A corrected "
        "claim takes the place of what a rule found with the same document, relation and locator. "
        "What no rule found, add as a line with from, relation, to, document and "
        "\"reviewed\":\"yes\".",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the texts cannot be read",
    .run = run_extract,
};

}  // namespace oscegraph::cli
