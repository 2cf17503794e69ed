// SPDX-License-Identifier: Apache-2.0
//
// Press releases in, claims to review out. The claims are those that -i FILE puts into the graph of
// any other command; here they come with their words, as rows, as records (-o claims.jsonl), or
// sentence by sentence beside the text (--review).
#include <algorithm>
#include <map>

#include "oscegraph/cli/commands.hpp"
#include "oscegraph/cli/deliver.hpp"
#include "oscegraph/cli/filters.hpp"
#include "oscegraph/cli/inputs.hpp"
#include "oscegraph/cli/run.hpp"
#include "oscegraph/cli/shared_options.hpp"
#include "oscegraph/exports/terminal_text.hpp"
#include "oscegraph/graph/answer.hpp"
#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/gazetteer.hpp"
#include "oscegraph/loader/press/extract.hpp"

namespace oscegraph::cli {
namespace {

/// Writes one text's sentences with the words that made claims marked, and the claims below.
class ReviewWriter {
 public:
  ReviewWriter(Terminal& terminal, bool explain)
      : out_(terminal.out),
        colour_(terminal.table_style.colour),
        explain_(explain) {}

  void write(const TextSeen& seen) {
    if (seen.found.claims.empty()) return;
    names_.clear();
    for (const press::FoundNode& node : seen.found.nodes) names_[node.id] = node.name;
    out_.append(bold(harmless(seen.document) + ": " + harmless(seen.title)) + "\n");
    auto claims = seen.found.claims;
    std::ranges::stable_sort(claims, {}, &press::FoundClaim::sentence_begin);
    for (std::size_t i = 0; i < claims.size();) {
      std::size_t end = i;
      while (end < claims.size() && claims[end].sentence_begin == claims[i].sentence_begin) ++end;
      sentence_with(seen.text, {claims.begin() + static_cast<std::ptrdiff_t>(i),
                                claims.begin() + static_cast<std::ptrdiff_t>(end)});
      i = end;
    }
  }

 private:
  [[nodiscard]] std::string bold(const std::string& text) const {
    return colour_ ? "\x1b[1m" + text + "\x1b[0m" : text;
  }

  void sentence_with(std::string_view text, const std::vector<press::FoundClaim>& claims) {
    const std::size_t begin = claims.front().sentence_begin;
    const std::size_t end = claims.front().sentence_end;
    std::vector<bool> marked(end - begin);
    for (const press::FoundClaim& claim : claims)
      for (std::size_t i = std::max(claim.begin, begin); i < std::min(claim.end, end); ++i)
        marked[i - begin] = true;
    out_.append("\n  ");
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i;
      while (next < end && marked[next - begin] == marked[i - begin]) ++next;
      mark(harmless(text.substr(i, next - i)), marked[i - begin]);
      i = next;
    }
    out_.append("\n");
    for (const press::FoundClaim& claim : claims) line_for(claim);
  }

  void mark(const std::string& words, bool is_evidence) {
    if (!is_evidence) out_.append(words);
    else if (colour_) out_.append("\x1b[30;43m" + words + "\x1b[0m");
    else out_.append("[" + words + "]");
  }

  void line_for(const press::FoundClaim& claim) {
    std::string line = "    " + name(claim.from) + ' ' + std::string(name_of(claim.relation)) +
                       ' ' + name(claim.to);
    if (claim.amount)
      line +=
          ", " + std::string(claim.amount->currency.code()) + ' ' + claim.amount->grouped_decimal();
    line += " (" + std::string(name_of(claim.basis));
    if (explain_) line += ", rule " + std::string(claim.rule);
    out_.append(line + ")\n");
  }

  [[nodiscard]] std::string name(const std::string& id) const {
    if (const auto own = names_.find(id); own != names_.end()) return harmless(own->second);
    const GazetteerEntry* entry = Gazetteer::instance().find_id(id);
    return entry == nullptr ? id : std::string(entry->name);
  }

  Output& out_;
  bool colour_;
  bool explain_;
  std::map<std::string, std::string, std::less<>> names_;
};

Table rows_of(const Subset& scope, bool explain) {
  const Graph& graph = scope.graph();
  Table table;
  table.columns = {{"document"}, {"from"}, {"relation"}, {"to"}, {"amount", ColumnType::money},
                   {"basis"}};
  if (explain) table.columns.push_back({"rule"});
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
    if (explain) row.push_back(text_cell(claim.rule));
    row.push_back(text_cell(claim.quote));
    table.add_row(std::move(row));
  }
  table.notes.push_back(
      counted(claims.size(), "claim") + " in " + counted(graph.document_count(), "document") +
      "; review them before you believe them: -o claims.jsonl, then set \"reviewed\"");
  return table;
}

/// Whether the output can be read as reviewed records again: then it keeps each "no", so that writing
/// over the file of a review forgets nothing.
bool remembers_reviews(const Delivery& delivery) {
  const GraphFormat* format = delivery.graph;
  return format != nullptr &&
         (format->name == "jsonl" || format->name == "json" || format->name == "csv");
}

int run_extract(const Invocation& invocation, Terminal& terminal) {
  const Delivery delivery = plan_delivery(*invocation.command, invocation.values);
  const bool explain = invocation.values.has("explain");
  const bool review = invocation.values.has("review");
  if (!invocation.values.has("input") && terminal.inputs.empty())
    throw UsageError("extract has nothing to read",
                     "it reads press releases: .txt, .md, .html, feeds and folders of them",
                     "name them with -i");
  LoadOptions options;
  options.texts_only = true;
  options.keep_refused = remembers_reviews(delivery);
  ReviewWriter writer(terminal, explain);
  if (review) options.on_text = [&](const TextSeen& seen) { writer.write(seen); };
  Problems stop_at_first;
  const Loaded loaded = load_inputs(invocation.values, terminal, stop_at_first, options);
  if (review) {
    terminal.out.commit();
    return done;
  }
  const Subset scope = narrowed(loaded.graph, invocation.values);
  deliver({rows_of(scope, explain), scope}, scope, delivery, terminal);
  return done;
}

constexpr std::array options{
    Option{.name = "review", .help = "print each sentence that says something, its words marked"},
    Option{.name = "explain", .help = "name the rule that found each claim"},
};

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
        "together with the texts: what a person decided wins over what a rule found.",
    .options = options,
    .groups = groups_of_a_question,
    .examples = examples,
    .says_no = "the texts cannot be read",
    .run = run_extract,
};

}  // namespace oscegraph::cli
