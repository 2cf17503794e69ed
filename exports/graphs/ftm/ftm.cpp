// SPDX-License-Identifier: Apache-2.0
//
// Writes FollowTheMoney entities, one JSON object a line, as Aleph and `ftm` read them. A State
// becomes a PublicBody, a project a Project, any other body an Organization (an agency of a
// government: a PublicBody), a document a Document. Each claim becomes one or two entities of its
// own, with the publisher and link of its document, and with the document as its proof:
//
//   funds, of a body        Payment from payer to beneficiary, its project the claim's `via`
//   funds, of a project     ProjectParticipant; with an amount also a Payment for the project to
//                           those who implement it, since a Payment must name who receives it
//   implements, partners    ProjectParticipant (of a project), else UnknownLink
//   everything else         UnknownLink
//
// Fields without a property (flow, share, basis, place in the document) are in the summary. Ids may
// hold letters, digits, '-' and '.' only; a claim's id is a hash of its fields, so that the same
// claim exported twice is one entity. FollowTheMoney limits the length of values: longer texts are
// cut, and the full text of a cut name is in the notes.
#include <array>
#include <optional>
#include <vector>

#include "oscegraph/exports/graphs/graph_writers.hpp"
#include "oscegraph/exports/model/claim_key.hpp"
#include "oscegraph/exports/model/kind_forms.hpp"
#include "oscegraph/exports/model/native_records.hpp"
#include "oscegraph/exports/text/json_text.hpp"
#include "oscegraph/exports/text/safe_id.hpp"
#include "oscegraph/exports/text/stable_hash.hpp"
#include "oscegraph/exports/text/terminal_text.hpp"
#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {
namespace {

// The most characters that FollowTheMoney allows.
constexpr std::size_t longest_name = 384;
constexpr std::size_t longest_string = 1024;
constexpr std::size_t longest_text = 65000;
constexpr std::size_t longest_link = 4096;

constexpr IdAlphabet ftm_alphabet{.more = "", .more_inside = "-.", .mark = "osg-", .escape = '.'};

std::string ftm_id(std::string_view id) {
  constexpr std::size_t longest = 192;  // 200 with the prefix of a document
  std::string safe = safe_id(id, ftm_alphabet);
  return safe.size() <= longest ? safe : "osg-long-" + StableHash().add(id).text();
}

/// Cuts the text to `longest` characters, the last of them an ellipsis. Returns whether it was
/// longer.
bool shorten(std::string& text, std::size_t longest) {
  std::size_t characters = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (++characters == longest) last = i;
    if (characters <= longest) continue;
    text.resize(last);
    text += "\u2026";
    return true;
  }
  return false;
}

/// Writes one entity, from its opening to end(). Set each property once, with all its values.
class Entity {
 public:
  Entity(Output& out, std::string_view id, std::string_view schema) : out_(out), object_(out) {
    object_.text("id", id);
    object_.text("schema", schema);
    object_.member("properties");
    properties_.emplace(out);
  }
  void set(std::string_view property, std::string_view value) {
    if (!value.empty()) append_json_strings(properties_->member(property), std::array{value});
  }
  void set_all(std::string_view property, const std::vector<std::string>& values) {
    if (!values.empty()) append_json_strings(properties_->member(property), values);
  }
  void end() {
    properties_->end();
    object_.end();
    out_.append('\n');
  }

 private:
  Output& out_;
  JsonObject object_;
  std::optional<JsonObject> properties_;
};

class FtmWriter {
 public:
  FtmWriter(const Subset& subset, Output& out)
      : subset_(subset),
        graph_(subset.graph()),
        records_(native_records(subset)),
        out_(out),
        implementers_(graph_.node_count()) {
    for (const EdgeId e : subset.edges())
      if (graph_.edge_relation(e) == Relation::implements)
        implementers_[graph_.edge_to(e)].push_back(ftm_id(graph_.node_id(graph_.edge_from(e))));
  }

  void write(LossReport& losses) {
    for (const DocumentId d : records_.documents) write_document(d);
    for (const NodeId n : records_.nodes) write_node(n);
    for (const ClaimId c : records_.claims) write_claim(c);
    report(losses);
  }

 private:
  /// The text without control characters and repeated spaces, as FollowTheMoney would clean it: it
  /// then drops values that are empty.
  std::string clean(std::string_view text, std::size_t longest = longest_string) {
    std::string result;
    for (const std::string& word : wrap(harmless(text), 0)) result += word;
    std::string squeezed;
    for (const char c : result)
      if (c != ' ' || (!squeezed.empty() && squeezed.back() != ' ')) squeezed += c;
    while (squeezed.ends_with(' ')) squeezed.pop_back();
    if (squeezed != text) ++cleaned_;
    if (shorten(squeezed, longest)) ++cut_;
    return squeezed;
  }

  std::string link(std::string_view url) {
    const bool web = url.starts_with("https://") || url.starts_with("http://");
    if (web && url.size() <= longest_link) return std::string(url);
    if (!url.empty()) ++links_;
    return {};
  }

  std::string document_id(DocumentId d) { return "osg-doc-" + ftm_id(graph_.document_id(d)); }

  void write_document(DocumentId d) {
    const Document document = graph_.document(d);
    Entity entity(out_, document_id(d), "Document");
    entity.set("title", clean(document.title));
    entity.set("publisher", clean(document.publisher));
    entity.set("date", document.date.text());
    entity.set("sourceUrl", link(document.url));
    entity.set("fileName", clean(document.file));
    entity.end();
  }

  void write_node(NodeId n) {
    Entity entity(out_, ftm_id(graph_.node_id(n)), schema_of(n));
    std::vector<std::string> notes;
    entity.set("name", name_text(graph_.node_name(n), "name", notes));
    std::vector<std::string> aliases;
    for (const std::string_view alias : graph_.aliases(n))
      aliases.push_back(name_text(alias, "alias", notes));
    entity.set_all("alias", aliases);
    for (const Attribute& attribute : graph_.attributes(n))
      if (attribute.name == "country" && attribute.value.size() == 2)
        set_country(entity, attribute);
      else notes.push_back(note(attribute.name, attribute.value));
    entity.set_all("notes", notes);
    entity.end();
  }

  std::string note(std::string_view name, std::string_view value) {
    return clean(std::string(name) + ": " + std::string(value), longest_text);
  }

  /// The name, cut if too long; then the full name is added to the notes.
  std::string name_text(std::string_view name, std::string_view as,
                        std::vector<std::string>& notes) {
    const std::size_t cut = cut_;
    std::string text = clean(name, longest_name);
    if (cut_ > cut) notes.push_back(note(as, name));
    return text;
  }

  std::string_view schema_of(NodeId n) const {
    const Kind kind = graph_.node_kind(n);
    if (kind == Kind::agency && graph_.attribute(n, "type") == "government agency")
      return forms_of(Kind::state).ftm;
    return forms_of(kind).ftm;
  }

  static void set_country(Entity& entity, const Attribute& country) {
    std::string code(country.value);
    for (char& c : code)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    entity.set("country", code);
  }

  void write_claim(ClaimId c) {
    const EdgeId e = graph_.claim_edge(c);
    const bool about_project = graph_.node_kind(graph_.edge_to(e)) == Kind::project;
    const bool from_body = graph_.node_kind(graph_.edge_from(e)) != Kind::project;
    switch (graph_.edge_relation(e)) {
      case Relation::funds:
        if (!about_project) return write_payment(c, {end_id(graph_.edge_to(e))});
        write_participant(c);
        return write_project_payment(c);
      case Relation::implements:
      case Relation::partners:
        if (about_project && from_body) return write_participant(c);
        break;
      default: break;
    }
    write_link(c);
  }

  std::string end_id(NodeId n) const { return ftm_id(graph_.node_id(n)); }

  std::string claim_id(ClaimId c, std::string_view as) const {
    return "osg-claim-" + claim_key(graph_, c, as);
  }

  void write_project_payment(ClaimId c) {
    if (!graph_.claim_amount(c)) return;
    const std::vector<std::string>& receivers = implementers_[graph_.edge_to(graph_.claim_edge(c))];
    if (receivers.empty()) {
      ++amounts_in_words_;
      return;
    }
    ++payments_for_projects_;
    write_payment(c, receivers);
  }

  void write_payment(ClaimId c, const std::vector<std::string>& receivers) {
    const EdgeId e = graph_.claim_edge(c);
    Entity entity(out_, claim_id(c, "payment"), "Payment");
    entity.set("payer", end_id(graph_.edge_from(e)));
    entity.set_all("beneficiary", receivers);
    const bool for_project = graph_.node_kind(graph_.edge_to(e)) == Kind::project;
    const NodeId project = for_project ? graph_.edge_to(e) : graph_.claim(c).via;
    if (project != none) entity.set("project", end_id(project));
    if (const auto amount = graph_.claim_amount(c)) {
      entity.set("amount", amount->decimal());
      entity.set("currency", amount->currency.code());
    }
    entity.set("purpose", name_of(graph_.claim_flow(c)));
    finish(entity, c);
  }

  void write_participant(ClaimId c) {
    const EdgeId e = graph_.claim_edge(c);
    Entity entity(out_, claim_id(c, "participant"), "ProjectParticipant");
    entity.set("project", end_id(graph_.edge_to(e)));
    entity.set("participant", end_id(graph_.edge_from(e)));
    entity.set("role", name_of(graph_.edge_relation(e)));
    finish(entity, c);
  }

  void write_link(ClaimId c) {
    const EdgeId e = graph_.claim_edge(c);
    Entity entity(out_, claim_id(c, "link"), "UnknownLink");
    entity.set("subject", end_id(graph_.edge_from(e)));
    entity.set("object", end_id(graph_.edge_to(e)));
    entity.set("role", name_of(graph_.edge_relation(e)));
    finish(entity, c);
  }

  /// Writes the properties that every claim has: dates, publisher, document, quote. Ends the
  /// entity.
  void finish(Entity& entity, ClaimId c) {
    RecordText claim(graph_);
    claim.read_claim(c);
    const DocumentId d = graph_.claim_document(c);
    const Document document = graph_.document(d);
    entity.set("startDate", claim[Field::start]);
    entity.set("endDate", claim[Field::end]);
    entity.set("summary", clean(summary_of(c, claim), longest_text));
    entity.set("description", clean(claim[Field::quote], longest_text));
    entity.set("publisher", clean(document.publisher));
    entity.set("sourceUrl", link(document.url));
    entity.set("proof", document_id(d));
    entity.set("recordId", clean(claim[Field::document]));
    entity.end();
    if (!claim[Field::rule].empty()) ++rules_;
    if (!claim[Field::reviewed].empty()) ++reviews_;
  }

  /// "committed EUR 100.00; share 50 %; stated; line 5"
  std::string summary_of(ClaimId c, const RecordText& claim) const {
    std::vector<std::string> words;
    if (const auto amount = graph_.claim_amount(c))
      words.push_back(
          std::string(claim[Field::flow].empty() ? "unknown flow" : claim[Field::flow]) + ' ' +
          std::string(claim[Field::currency]) + ' ' + std::string(claim[Field::amount]));
    else if (!claim[Field::flow].empty()) words.emplace_back(claim[Field::flow]);
    if (!claim[Field::share].empty())
      words.push_back("share " + std::string(claim[Field::share]) + " %");
    words.emplace_back(claim[Field::basis]);
    if (!claim[Field::locator].empty()) words.emplace_back(claim[Field::locator]);
    return join(words, "; ");
  }

  void report(LossReport& losses) const {
    report_native_losses(subset_, losses);
    losses.add({.count = payments_for_projects_,
                .what = "payment",
                .fate = "to those who implement the project",
                .why = "a Payment must name who receives it"});
    losses.add({.count = amounts_in_words_,
                .what = "amount",
                .fate = "in the summary only",
                .why = "a Payment must name who receives it, and nobody implements the project"});
    losses.add({.count = rules_,
                .what = "rule of extraction",
                .fate = "dropped",
                .why = "FollowTheMoney has no place for them"});
    losses.add({.count = reviews_,
                .what = "review",
                .fate = "dropped",
                .why = "FollowTheMoney has no place for them"});
    losses.add({.count = links_,
                .what = "link",
                .fate = "dropped",
                .why = "FollowTheMoney takes web addresses only, of up to 4,096 characters"});
    losses.add({.count = cleaned_,
                .what = "text",
                .fate = "written without line breaks, controls and double spaces",
                .why = "FollowTheMoney would drop them"});
    losses.add({.count = cut_,
                .what = "text",
                .fate = "shortened, a name with the whole in the notes",
                .why = "FollowTheMoney has longest names, titles and texts"});
  }

  const Subset& subset_;
  const Graph& graph_;
  NativeRecords records_;
  Output& out_;
  std::vector<std::vector<std::string>> implementers_;  ///< by project: ids of its implementers
  std::size_t payments_for_projects_ = 0;
  std::size_t amounts_in_words_ = 0;
  std::size_t rules_ = 0;
  std::size_t reviews_ = 0;
  std::size_t links_ = 0;
  std::size_t cleaned_ = 0;
  std::size_t cut_ = 0;
};

}  // namespace

void write_ftm(const Subset& subset, const GraphStyle& /*style*/, Output& out, LossReport& losses) {
  FtmWriter(subset, out).write(losses);
}

}  // namespace oscegraph
