// SPDX-License-Identifier: Apache-2.0
//
// From what the rules found in one item to claims, when the item ends: each funder, implementer and partner
// is joined to the project it belongs to. Somebody who carries a project out is inferred where nobody is said
// to: who organised an event of it, else the only OSCE structure (inferences.csv).
//
// Cost: at most the square of what was found, of which is_full() sets the bound.
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

#include "oscegraph/loader/press/actor.hpp"
#include "oscegraph/loader/press/block.hpp"
#include "oscegraph/loader/press/extract.hpp"
#include "oscegraph/loader/press/knowledge.hpp"
#include "oscegraph/loader/press/project_finder.hpp"

namespace oscegraph::press {

/// Why an actor counts: the rule, its words, and what stood beside them.
struct Evidence {
  std::string_view rule;
  Flow flow = Flow::unknown;  ///< of the rule
  ByteSpan words;
  /// The words say it by themselves: a sum in them may be another's, as the rest of the sentence shows.
  bool words_suffice = false;
  ByteSpan sentence;
  std::optional<std::size_t> project;  ///< as ItemClaims::sentence_project() numbers them
  std::optional<Money> amount;
  ByteSpan sum;  ///< where the amount stands
  Period period;
  bool in_kind = false;                ///< the words beside it say so, whatever the rule
  std::optional<std::int32_t> office;  ///< of "hosts": the structure that stands beside it
};

class ItemClaims {
 public:
  explicit ItemClaims(const ItemFacts& facts) : facts_(facts) {}

  /// `begin`: its place in the item; `on_new_line`: whether a line begins with it.
  void begin_sentence(std::string_view text, std::size_t begin, bool on_new_line);
  void add_project(const ProjectMention& project, ByteSpan words);
  /// The item's number for the n-th project of the current sentence.
  [[nodiscard]] std::size_t sentence_project(std::size_t n) const { return sentence_projects_ + n; }
  /// Whether the n-th project of the current sentence is another than those the item has named.
  [[nodiscard]] bool is_another(std::size_t n) const;
  /// Whether the sentence before, in the same paragraph, spoke of another project.
  [[nodiscard]] bool follows_another() const { return another_before_; }
  /// The current sentence speaks of another project: the structures it names are no sign of who carries the
  /// item's own out.
  void set_another() { another_here_ = true; }
  void add(const PatternRow& row, const Actor& actor, const std::optional<Actor>& channel,
           const Evidence& evidence);
  void add_implementer(const Actor& actor, const Evidence& evidence);
  void add_office(std::int32_t entry, ByteSpan words, ByteSpan sentence);
  void add_organization() { organization_ = true; }
  /// No item is this long: what goes on is a file of many texts, read piece by piece.
  [[nodiscard]] bool is_full() const { return parts_.size() > 400 || projects_.size() > 400; }
  /// Whether what has been said explains these letters as the short form of one project.
  [[nodiscard]] bool explains(std::string_view letters) const;
  [[nodiscard]] bool explains_any() const { return !short_forms_.empty(); }
  /// Whether a project has been named, which "the programme" may mean.
  [[nodiscard]] bool names_project() const {
    return std::ranges::any_of(projects_,
                               [](const Project& p) { return p.naming == Naming::named; });
  }

  /// What is to come may be another item: it is joined to nothing that was said before, but what was said
  /// before still speaks against what would be inferred.
  void begin_segment() { ++segment_; }

  /// Turns what was collected into claims and begins anew.
  void finish(Found& found);

 private:
  /// Where in the item something was said.
  struct Spot {
    std::uint32_t segment = 0;  ///< places in doubt before it
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
    bool in_list = false;  ///< on a line of a list, which goes on with another
    bool implemented = false;
    bool used = false;
  };
  /// An actor in a role, as ids: the tokens it came from are gone by the end of the item.
  struct Part {
    Says says = Says::funds;
    std::string id;
    std::int32_t state = nobody;
    bool weak = false;  ///< the words alone do not mean money
    Evidence evidence;
    bool hands_on = false;  ///< gives in kind, which somebody else may have paid for
    bool in_headline = false;
    Spot spot{};
    bool is_recipient = false;   ///< of money: nothing without a payer or a project
    bool needs_project = false;  ///< nothing without one that is named or described
  };
  /// Where a structure is named: first, and below the headline if it is.
  struct Named {
    ByteSpan words;
    ByteSpan sentence;
    bool in_headline = false;
  };
  /// A claim that was made, by its place in the list.
  struct Said {
    std::size_t claim = 0;
    bool in_headline = false;
  };

  /// What a short form stands for.
  struct FullName {
    std::string id;
    std::string name;
  };

  void name_once(Project& project);
  void add_part(Says says, const Actor& actor, const Evidence& evidence, bool as_payer, bool weak);
  std::string id_of(const Actor& actor, bool as_payer);
  std::string node_id(Kind kind, const std::string& name, std::int32_t state);
  std::optional<std::size_t> project_of(const Part& part);
  std::size_t default_project();
  void use_project(std::size_t project, Found& found);
  void claim(const Part& part, Relation relation, std::string from, std::string to, Basis basis,
             Found& found);
  [[nodiscard]] bool somebody_else_pays(const Part& part) const;
  [[nodiscard]] bool is_host(std::int32_t state) const;
  void let_partners_pay();
  void infer_implementers(Found& found);
  void name_organization(Found& found);
  void join_beneficiaries(Found& found);
  void join_hosts(Found& found);
  void join_partners(std::size_t first_claim, Found& found);
  [[nodiscard]] bool has_project(const Part& part) const;
  [[nodiscard]] bool tells_project(const Part& part) const;
  [[nodiscard]] bool has_any_project() const;
  [[nodiscard]] std::vector<std::size_t> organizers_of(const Project& project) const;
  static std::optional<std::int32_t> only_one_of(const std::set<std::int32_t>& offices);
  [[nodiscard]] std::optional<std::int32_t> only_office_near(const Spot& spot) const;
  void infer_only_office(std::size_t number, Found& found);
  [[nodiscard]] bool is_parent_of_another(const Part& part) const;

  ItemFacts facts_;
  std::vector<Project> projects_;
  /// By the id that the short form alone would have; for the whole text. Nothing: of two projects.
  std::map<std::string, std::optional<FullName>> short_forms_;
  std::size_t sentence_projects_ = 0;
  std::vector<Part> parts_;
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
  bool in_headline_ = true;  ///< nothing of the item has ended in a full stop yet
  std::map<std::string, std::vector<Said>> said_;  ///< by the two ends and the relation
};

}  // namespace oscegraph::press
