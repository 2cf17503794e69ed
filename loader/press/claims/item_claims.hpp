// SPDX-License-Identifier: Apache-2.0
//
// Turns the findings of one item into claims at the end of the item: joins each funder, implementer
// and partner to its project. If no sentence says who implements a project, the implementer is
// inferred: the body that organised an event of the project, or else the only OSCE structure in the
// item (inferences.csv).
//
// Cost: at most quadratic in the number of findings, which is_full() limits.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/sentences/actor.hpp"
#include "oscegraph/loader/press/sentences/block.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/sentences/project_finder.hpp"

namespace oscegraph::press {

/// The evidence for an actor's role: the rule, the words, and what stood beside them.
struct Evidence {
  std::string_view rule;
  Flow flow = Flow::unknown;  ///< flow of the rule
  ByteSpan words;
  /// Whether the words alone show it. A sum in them may be somebody else's; the rest of the
  /// sentence shows that.
  bool words_prove_it = false;
  ByteSpan sentence;
  std::optional<std::size_t> project;  ///< a number from ItemClaims::sentence_project()
  std::optional<Money> amount;
  ByteSpan sum;  ///< where the amount is
  Period period;
  bool in_kind = false;                ///< words beside it say "in kind", whatever the rule says
  std::optional<std::int32_t> office;  ///< for "hosts": the structure named beside it
};

class ItemClaims {
 public:
  explicit ItemClaims(const ItemFacts& facts) : facts_(facts) {}

  /// Begins a sentence at offset `begin` of the item; `on_new_line`: whether it begins a line.
  void begin_sentence(std::string_view text, std::size_t begin, bool on_new_line);
  void add_project(const ProjectMention& project, ByteSpan words);
  /// The number within the item of the n-th project in the current sentence.
  [[nodiscard]] std::size_t sentence_project(std::size_t n) const { return sentence_projects_ + n; }
  /// Whether the n-th project of the current sentence differs from those that the item has named.
  [[nodiscard]] bool is_another(std::size_t n) const;
  /// Whether the sentence before, in the same paragraph, was about another project.
  [[nodiscard]] bool follows_another() const { return another_before_; }
  /// Marks the current sentence as being about another project: the structures in it say nothing
  /// about who implements the item's own project.
  void set_another() { another_here_ = true; }
  void add(const PatternRow& row, const Actor& actor, const std::optional<Actor>& channel,
           const Evidence& evidence);
  void add_implementer(const Actor& actor, const Evidence& evidence);
  void add_office(std::int32_t entry, ByteSpan words, ByteSpan sentence);
  void add_organization() { organization_ = true; }
  /// No single item has so many findings: the text is a file of many texts and is processed in
  /// parts.
  [[nodiscard]] bool is_full() const { return roles_.size() > 400 || projects_.size() > 400; }
  /// Whether the text so far explains these letters as the short form of exactly one project.
  [[nodiscard]] bool explains(std::string_view letters) const;
  [[nodiscard]] bool explains_any() const { return !short_forms_.empty(); }
  /// Whether a project has been named that "the programme" may mean.
  [[nodiscard]] bool names_project() const {
    return std::ranges::any_of(projects_,
                               [](const Project& p) { return p.naming == Naming::named; });
  }

  /// What follows may be another item: it is joined to nothing said before, but what was said
  /// before still counts against inferences.
  void begin_segment() { ++segment_; }

  /// Turns the findings into claims and starts again.
  void finish(Found& found);

 private:
  /// Where in the item something is said.
  struct Spot {
    std::uint32_t segment = 0;  ///< number of places in doubt before it
    std::uint32_t paragraph = 0;
    std::uint32_t sentence = 0;
  };
  struct Project {
    Naming naming = Naming::unnamed;
    std::string id;
    std::string name;
    std::string abbreviation;
    ByteSpan words;
    Spot spot;
    Refers refers = Refers::back;
    bool in_headline = false;
    bool in_list = false;  ///< on a line of a list
    bool implemented = false;
    bool used = false;
  };
  /// An actor in a role, with ids, since the tokens it came from are gone when the item ends.
  struct Role {
    Says says = Says::funds;
    std::string id;
    std::int32_t state = nobody;
    bool money_uncertain = false;  ///< the words alone do not mean money
    Evidence evidence;
    bool gives_in_kind = false;  ///< goods that somebody else may have paid for
    bool in_headline = false;
    Spot spot{};
    bool is_recipient = false;   ///< receives money: no claim without a payer or a project
    bool needs_project = false;  ///< no claim without a project that is named or described
  };
  /// The first place where a structure is named; below the headline, if there is one.
  struct Named {
    ByteSpan words;
    ByteSpan sentence;
    bool in_headline = false;
  };
  /// A claim that was made, by its position in the list of claims.
  struct MadeClaim {
    std::size_t claim = 0;
    bool in_headline = false;
  };

  /// What a short form stands for.
  struct FullName {
    std::string id;
    std::string name;
  };

  void name_once(Project& project);
  void add_role(Says says, const Actor& actor, const Evidence& evidence, bool as_payer,
                bool money_uncertain);
  std::string id_of(const Actor& actor, bool as_payer);
  std::string node_id(Kind kind, const std::string& name, std::int32_t state);
  std::optional<std::size_t> project_of(const Role& role);
  std::size_t default_project();
  void use_project(std::size_t project, Found& found);
  void claim(const Role& role, Relation relation, std::string from, std::string to, Basis basis,
             Found& found);
  [[nodiscard]] bool somebody_else_pays(const Role& role) const;
  [[nodiscard]] bool is_host(std::int32_t state) const;
  void let_partners_pay();
  void infer_implementers(Found& found);
  void name_organization(Found& found);
  void join_beneficiaries(Found& found);
  void join_hosts(Found& found);
  void join_partners(std::size_t first_claim, Found& found);
  [[nodiscard]] bool has_project(const Role& role) const;
  [[nodiscard]] bool tells_project(const Role& role) const;
  [[nodiscard]] bool has_any_project() const;
  [[nodiscard]] std::vector<std::size_t> organizers_of(const Project& project) const;
  static std::optional<std::int32_t> only_one_of(const std::set<std::int32_t>& offices);
  [[nodiscard]] std::optional<std::int32_t> only_office_near(const Spot& spot) const;
  void infer_only_office(std::size_t number, Found& found);
  [[nodiscard]] bool is_parent_of_another(const Role& role) const;

  ItemFacts facts_;
  std::vector<Project> projects_;
  /// By the id that the short form alone would get, for the whole text. nullopt: it stands for two
  /// projects.
  std::map<std::string, std::optional<FullName>> short_forms_;
  std::size_t sentence_projects_ = 0;
  std::vector<Role> roles_;
  std::set<std::int32_t> offices_;
  std::map<std::pair<std::uint32_t, std::int32_t>, Named> named_;  ///< by segment and office
  bool organization_ = false;
  std::map<std::string, FoundNode> nodes_;
  std::string opening_;
  std::uint32_t segment_ = 0;
  std::uint32_t paragraph_ = 0;
  std::uint32_t sentence_ = 0;
  bool in_list_ = false;
  bool another_before_ = false;
  bool another_here_ = false;
  bool in_headline_ = true;  ///< no sentence with a full stop has ended yet
  std::map<std::string, std::vector<MadeClaim>> made_claims_;  ///< by the two ends and the relation
};

}  // namespace oscegraph::press
