// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/press/claims/item_claims.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "oscegraph/graph/text/fnv.hpp"
#include "oscegraph/graph/text/names.hpp"
#include "oscegraph/loader/press/items/item_head.hpp"
#include "oscegraph/loader/press/sentences/body_type.hpp"
#include "oscegraph/loader/press/sentences/knowledge.hpp"
#include "oscegraph/loader/press/words/short_form.hpp"

namespace oscegraph::press {
namespace {

constexpr std::string_view organization_id = "office:osce";

/// A part of an id that is equal for names that are equal after normalising, and only for those.
std::string slug(std::string_view name) {
  constexpr std::size_t longest = 96;
  std::string result = normalise_name(name);
  if (result.size() > longest) {
    const std::string whole = hex_digits(fnv_32(result));  // tells long names apart
    std::size_t cut = result.rfind(' ', longest);
    if (cut == std::string::npos || cut == 0) cut = longest;
    result.resize(cut);
    result += ' ' + whole;
  }
  std::ranges::replace(result, ' ', '-');
  return result.empty() ? "unnamed" : result;
}

/// Whether States give money through this body; not so for a police or a ministry that takes part.
bool gives_money(std::string_view name) {
  const Knowledge& knowledge = Knowledge::instance();
  std::vector<Token> tokens;
  knowledge.lexicon().tokens(name, tokens);
  return std::ranges::any_of(
      tokens, [&](const Token& token) { return knowledge.is(token.word, WordClass::donor_place); });
}

std::string id_of_project(std::string_view name) {
  return std::string(name_of(Kind::project)) + ':' + slug(name);
}

/// Whether an id belongs to a node of one of the kinds.
bool is_of(std::initializer_list<Kind> kinds, std::string_view id) {
  const auto kind = parse_kind(id.substr(0, id.find(':')));
  return kind && std::ranges::find(kinds, *kind) != kinds.end();
}

std::string one_line(std::string_view text) { return tidy(text, text.size()); }

/// Whether the text ends in a full stop or the like, perhaps followed by a bracket or quotation
/// mark.
bool ends_like_a_sentence(std::string_view text) {
  constexpr std::size_t with_a_mark = 4;
  text.remove_prefix(text.size() - std::min(text.size(), with_a_mark));
  return text.find_first_of(".!?") != std::string_view::npos;
}

}  // namespace

void ItemClaims::begin_sentence(std::string_view text, std::size_t begin, bool on_new_line) {
  ++sentence_;
  if (on_new_line) ++paragraph_;
  another_before_ = another_here_ && !on_new_line;
  another_here_ = false;
  in_list_ = text.ends_with(';');
  sentence_projects_ = projects_.size();
  in_headline_ = in_headline_ && !ends_like_a_sentence(text);
  if (opening_.empty() && begin >= facts_.first_words && !text.ends_with(':')) {
    opening_ = one_line(text.substr(0, 120));
    if (text.size() > 120)
      if (const std::size_t cut = opening_.rfind(' '); cut != std::string::npos)
        opening_.resize(cut);
  }
}

void ItemClaims::add_office(std::int32_t entry, ByteSpan words, ByteSpan sentence) {
  offices_.insert(entry);
  if (another_here_) return;
  const auto [named, is_new] = named_.try_emplace({segment_, entry});
  if (is_new || (named->second.in_headline && !in_headline_))
    named->second = {words, sentence, in_headline_};
}

void ItemClaims::add_project(const ProjectMention& mention, ByteSpan words) {
  Project project;
  project.naming = mention.naming;
  project.name = one_line(mention.name);
  project.abbreviation = mention.abbreviation;
  project.words = words;
  project.spot = {segment_, paragraph_, sentence_};
  project.refers = mention.refers;
  project.in_headline = in_headline_;
  project.in_list = in_list_;
  if (!project.name.empty()) name_once(project);
  projects_.push_back(std::move(project));
}

bool ItemClaims::is_another(std::size_t n) const {
  const std::size_t number = sentence_project(n);
  const Project& project = projects_[number];
  if (project.refers == Refers::back || project.refers == Refers::elsewhere)
    return project.refers == Refers::elsewhere;
  if (project.in_list) return false;
  // "A project funded by Norway" below a headline that names a project means that project.
  return std::any_of(projects_.begin(), projects_.begin() + static_cast<std::ptrdiff_t>(number),
                     [&](const Project& other) {
                       return !other.name.empty() &&
                              (!other.in_headline || project.refers == Refers::several) &&
                              other.spot.segment == project.spot.segment;
                     });
}

/// Gives a project one id for all its names in the text: with and without the short form in
/// brackets, and the short form alone, before or after it is explained.
void ItemClaims::name_once(Project& project) {
  NameParts parts = take_short_form(project.name);
  if (parts.short_form.empty() && is_short_for(project.abbreviation, project.name))
    parts.short_form = project.abbreviation;
  project.id = id_of_project(parts.name);
  if (const auto full = short_forms_.find(project.id); full != short_forms_.end()) {
    if (full->second) project.id = full->second->id, project.name = full->second->name;
    return;
  }
  const std::string short_id = id_of_project(parts.short_form);
  if (parts.short_form.empty()) return;
  if (short_id == project.id) {
    project.name = parts.name;  // "PFCB (PFCB)"
    return;
  }
  const auto [known, is_new] =
      short_forms_.try_emplace(short_id, FullName{project.id, project.name});
  if (!is_new && known->second && known->second->id != project.id) known->second.reset();
  if (!known->second) return;  // a short form of two projects stands for neither
  for (Project& other : projects_)
    if (other.id == short_id) other.id = project.id, other.name = project.name;
}

bool ItemClaims::explains(std::string_view letters) const {
  const auto full = short_forms_.find(id_of_project(letters));
  return full != short_forms_.end() && full->second.has_value();
}

std::string ItemClaims::node_id(Kind kind, const std::string& name, std::int32_t state) {
  const std::string id = std::string(name_of(kind)) + ':' + slug(one_line(name));
  FoundNode node{id, kind, one_line(name), {}};
  if (state >= 0) node.state = gazetteer_entry(state).id;
  nodes_.try_emplace(id, std::move(node));
  return id;
}

std::string ItemClaims::id_of(const Actor& actor, bool as_payer) {
  const std::int32_t entry = as_payer ? paying_entry(actor) : actor.entry;
  if (entry == the_organization) {
    nodes_.try_emplace(std::string(organization_id),
                       FoundNode{std::string(organization_id), Kind::office, "OSCE", {}});
    return std::string(organization_id);
  }
  if (entry >= 0) return std::string(gazetteer_entry(entry).id);
  if (actor.name.empty()) return {};
  return node_id(Kind::agency, actor.name, actor.state);
}

void ItemClaims::add_role(Says says, const Actor& actor, const Evidence& evidence, bool as_payer,
                          bool money_uncertain) {
  Role role{
      says,         id_of(actor, as_payer),           actor.state, money_uncertain, evidence, false,
      in_headline_, {segment_, paragraph_, sentence_}};
  if (!role.id.empty()) roles_.push_back(std::move(role));
}

void ItemClaims::add(const PatternRow& row, const Actor& actor, const std::optional<Actor>& channel,
                     const Evidence& evidence) {
  if (actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::project) return;
  if (row.says != Says::funds) {
    const bool is_state = actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::state;
    const bool is_donor = actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::donor;
    const bool recipient = row.who == Who::recipient || row.who == Who::given;
    if ((row.who == Who::office || recipient) && (is_state || is_donor || actor.pays_for_state) &&
        row.says != Says::partners)
      return;
    if (row.who == Who::body && (is_state || is_donor)) return;
    const bool is_office = actor.entry == the_organization ||
                           (actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::office);
    if (row.who == Who::osce && !is_office) return;
    // An OSCE structure as a partner of the organiser counts as an organiser too.
    if (row.says == Says::partners && is_office)
      add_role(Says::organizes, actor, evidence, false, false);
    const std::size_t before = roles_.size();
    add_role(row.says, actor, evidence, false, false);
    if (roles_.size() > before) {
      roles_.back().is_recipient = recipient;
      roles_.back().needs_project = row.who == Who::given;
    }
    return;
  }
  const std::int32_t payer = paying_entry(actor);
  const bool pays = payer >= 0 && (gazetteer_entry(payer).kind == Kind::state ||
                                   gazetteer_entry(payer).kind == Kind::donor);
  const bool money_uncertain = row.who == Who::donor;
  if (row.who == Who::payer && !pays) {
    Evidence same = evidence;
    same.amount.reset();
    return add_implementer(actor, same);
  }
  if (money_uncertain) {
    if (!pays) return;
    const bool body = actor.entry != payer;
    const std::string_view name =
        actor.entry >= 0 ? gazetteer_entry(actor.entry).name : std::string_view(actor.name);
    if (body && !gives_money(name)) return;
  }
  // What an OSCE structure gives in kind was mostly paid for by others: see finish().
  const bool gives_in_kind =
      row.flow == Flow::in_kind && payer >= 0 && gazetteer_entry(payer).kind == Kind::office;
  if (gives_in_kind) add_role(Says::organizes, actor, evidence, false, false);
  const std::size_t before = roles_.size();
  add_role(Says::funds, actor, evidence, true, money_uncertain);
  if (roles_.size() > before) roles_.back().gives_in_kind = gives_in_kind;
  const bool own_body = channel && channel->pays_for_state;
  if (channel && !own_body) {
    Evidence same = evidence;
    same.amount.reset();
    add_implementer(*channel, same);
  }
}

void ItemClaims::add_implementer(const Actor& actor, const Evidence& evidence) {
  const bool is_state = actor.entry >= 0 && gazetteer_entry(actor.entry).kind == Kind::state;
  if (!is_state) add_role(Says::implements, actor, evidence, false, false);
}

/// Whether the State hosts an OSCE field operation that the item names.
bool ItemClaims::is_host(std::int32_t state) const {
  return state >= 0 && std::ranges::any_of(offices_, [&](std::int32_t office) {
           const GazetteerEntry& entry = gazetteer_entry(office);
           return body_type(entry).is_field_operation && !entry.country.empty() &&
                  entry.country == gazetteer_entry(state).country;
         });
}

bool ItemClaims::somebody_else_pays(const Role& role) const {
  return std::ranges::any_of(roles_, [&](const Role& other) {
    return other.says == Says::funds && other.id != role.id && !other.gives_in_kind;
  });
}

/// The project that an actor with a role is about: the one named in the same sentence, else the
/// last one named before, else the next one. Without any, the work that the item reports. nullopt
/// when that is not certain, as after a place in doubt.
std::optional<std::size_t> ItemClaims::project_of(const Role& role) {
  const auto has_name = [&](std::size_t i) {
    return !projects_[i].name.empty() && projects_[i].spot.segment == role.spot.segment;
  };
  std::size_t at = projects_.size();
  if (role.evidence.project) {
    at = *role.evidence.project;
    if (has_name(at)) return at;
    // "Norway funds many projects" does not mean a project named further down.
    if (projects_[at].refers == Refers::several)
      for (std::size_t i = at; i < projects_.size(); ++i)
        if (has_name(i) && projects_[i].naming != Naming::unnamed) return std::nullopt;
  } else {
    for (std::size_t i = 0; i < projects_.size(); ++i)
      if (projects_[i].words.begin > role.evidence.sentence.end) {
        at = i;
        break;
      }
  }
  for (std::size_t i = at; i-- > 0;)
    if (has_name(i)) return i;
  for (std::size_t i = at; i < projects_.size(); ++i)
    if (has_name(i)) return i;
  if (role.spot.segment > 0) return std::nullopt;
  return default_project();
}

/// A project for work without a name, identified by the item that reports it.
std::size_t ItemClaims::default_project() {
  Project project;
  project.naming = Naming::unnamed;
  project.name = "Work reported in: " + (facts_.title.empty() ? opening_ : one_line(facts_.title));
  project.id = id_of_project(project.name);
  projects_.push_back(std::move(project));
  return projects_.size() - 1;
}

void ItemClaims::use_project(std::size_t number, Found& found) {
  Project& project = projects_[number];
  project.used = true;
  for (Project& other : projects_)
    if (other.id == project.id) other.used = true;
  found.nodes.push_back({project.id, Kind::project, project.name, {}});
}

void ItemClaims::claim(const Role& role, Relation relation, std::string from, std::string to,
                       Basis basis, Found& found) {
  if (from == to) return;
  const std::optional<Money> amount =
      relation == Relation::funds ? role.evidence.amount : std::nullopt;
  // A claim that is repeated, with the same sum or without one, adds nothing. A claim from a
  // headline is replaced when a sentence repeats it or adds the sum.
  std::vector<MadeClaim>& all =
      made_claims_[from + ' ' + std::string(name_of(relation)) + ' ' + to];
  const auto amount_of = [&](const MadeClaim& made) { return found.claims[made.claim].amount; };
  auto same = std::ranges::find(all, amount, amount_of);
  if (same == all.end() && !amount) same = all.begin();
  const bool again = same != all.end();
  if (!again) same = std::ranges::find(all, std::optional<Money>(), amount_of);
  // A headline rounds its sum, or converts it to another currency: it is the same money.
  if (same == all.end() && amount && !role.in_headline)
    same = std::ranges::find_if(all, &MadeClaim::in_headline);
  const bool gives_way = same != all.end() && same->in_headline && !role.in_headline &&
                         found.claims[same->claim].basis == basis && (amount || !amount_of(*same));
  if (again && !gives_way) return;
  if (!gives_way) same = all.insert(all.end(), {found.claims.size(), false});
  same->in_headline = role.in_headline;
  if (const auto node = nodes_.find(from); node != nodes_.end())
    found.nodes.push_back(node->second);
  if (const auto node = nodes_.find(to); node != nodes_.end()) found.nodes.push_back(node->second);
  FoundClaim claim;
  claim.from = std::move(from);
  claim.relation = relation;
  claim.to = std::move(to);
  claim.basis = basis;
  claim.rule = role.evidence.rule;
  claim.begin = role.evidence.words.begin;
  claim.end = role.evidence.words.end;
  claim.sentence_begin = role.evidence.sentence.begin;
  claim.sentence_end = role.evidence.sentence.end;
  claim.words_prove_it = role.evidence.words_prove_it && !role.in_headline;
  claim.amount = amount;
  if (relation == Relation::funds) {
    claim.flow = role.evidence.in_kind ? Flow::in_kind : role.evidence.flow;
    claim.period = role.evidence.period;
  }
  if (amount) {
    claim.sum_begin = role.evidence.sum.begin;
    claim.sum_end = role.evidence.sum.end;
    claim.words_prove_it = false;
  }
  if (gives_way) found.claims[same->claim] = std::move(claim);
  else found.claims.push_back(std::move(claim));
}

/// The organisers of what belongs to a project. All in one sentence act together. When several
/// sentences name different ones, those in the project's own sentence count, else those in its
/// paragraph; if these still differ, nobody.
std::vector<std::size_t> ItemClaims::organizers_of(const Project& project) const {
  std::vector<std::size_t> fitting;
  int nearest = 3;  // 0: the same sentence, 1: the same paragraph, 2: elsewhere in the segment
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const Role& role = roles_[i];
    if (role.says != Says::organizes || role.spot.segment != project.spot.segment) continue;
    const int distance = role.spot.sentence == project.spot.sentence     ? 0
                         : role.spot.paragraph == project.spot.paragraph ? 1
                                                                         : 2;
    if (distance > nearest) continue;
    if (distance < nearest) fitting.clear();
    nearest = distance;
    fitting.push_back(i);
  }
  // Every sentence must name the same ones or a subset of them.
  std::map<std::uint32_t, std::set<std::string>> by_sentence;
  for (const std::size_t i : fitting) by_sentence[roles_[i].spot.sentence].insert(roles_[i].id);
  const auto most = std::ranges::max_element(
      by_sentence, {}, [](const auto& sentence) { return sentence.second.size(); });
  for (const auto& [sentence, ids] : by_sentence)
    if (!std::ranges::includes(most->second, ids)) return {};
  return fitting;
}

void ItemClaims::infer_implementers(Found& found) {
  for (std::size_t i = 0; i < projects_.size(); ++i) {
    Project& project = projects_[i];
    const bool known = std::ranges::any_of(projects_, [&](const Project& other) {
      return other.id == project.id && other.implemented;
    });
    if (project.name.empty() || known) continue;
    if (!project.used && project.naming != Naming::named && project.naming != Naming::described)
      continue;
    const std::vector<std::size_t> organizers = organizers_of(project);
    if (!organizers.empty()) use_project(i, found);
    for (const std::size_t role : organizers)
      claim(roles_[role], Relation::implements, roles_[role].id, project.id, Basis::inferred,
            found);
    project.implemented = !organizers.empty();
    const bool somebody_organizes = std::ranges::any_of(roles_, [&](const Role& role) {
      return role.says == Says::organizes && role.spot.segment == project.spot.segment;
    });
    if (!somebody_organizes) infer_only_office(i, found);
  }
}

/// The OSCE structure, among several, that an item is about: the only field operation; without any,
/// the only one at work in a State; else the only one at all.
std::optional<std::int32_t> ItemClaims::only_one_of(const std::set<std::int32_t>& offices) {
  const auto only = [&](auto wanted) -> std::optional<std::int32_t> {
    const auto first = std::ranges::find_if(offices, wanted);
    if (first == offices.end() || std::ranges::count_if(offices, wanted) > 1) return std::nullopt;
    return *first;
  };
  const auto in_the_field = [](std::int32_t office) {
    return body_type(gazetteer_entry(office)).is_field_operation;
  };
  if (std::ranges::any_of(offices, in_the_field)) return only(in_the_field);
  const auto in_a_state = [](std::int32_t office) {
    return !gazetteer_entry(office).country.empty();
  };
  if (std::ranges::any_of(offices, in_a_state)) return only(in_a_state);
  return only([](std::int32_t) { return true; });
}

std::optional<std::int32_t> ItemClaims::only_office_near(const Spot& spot) const {
  std::set<std::int32_t> offices;
  for (const auto& [place, named] : named_)
    if (place.first == spot.segment) offices.insert(place.second);
  return only_one_of(offices);
}

/// When nobody is said to implement the project or to organise anything: infers the only OSCE
/// structure, if it is the only one both in the whole item and in the segment that names the
/// project.
void ItemClaims::infer_only_office(std::size_t number, Found& found) {
  Project& project = projects_[number];
  const std::optional<std::int32_t> only = only_office_near(project.spot);
  if (!only || only != only_one_of(offices_) || !project.used) return;
  const auto named = named_.find({project.spot.segment, *only});
  Role role;
  role.says = Says::implements;
  role.id = std::string(gazetteer_entry(*only).id);
  role.evidence.rule = Knowledge::instance().rule(Inference::only_office).name;
  role.evidence.words = named->second.words;
  role.evidence.sentence = named->second.sentence;
  use_project(number, found);
  claim(role, Relation::implements, role.id, project.id, Basis::inferred, found);
  project.implemented = true;
}

/// Whether the actor of `role` is the parent of another actor in the same sentence: "the Office of
/// the Co-ordinator, OSCE Secretariat" is one implementer.
bool ItemClaims::is_parent_of_another(const Role& role) const {
  return std::ranges::any_of(roles_, [&](const Role& other) {
    if (other.says != role.says || other.evidence.sentence.begin != role.evidence.sentence.begin)
      return false;
    const GazetteerEntry* child = Gazetteer::instance().find_id(other.id);
    return child != nullptr && !child->parent.empty() && child->parent == role.id;
  });
}

/// "An OSCE project": the OSCE as a whole implements it when no unit of it is known to.
void ItemClaims::name_organization(Found& found) {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const Role role = roles_[i];
    if (role.says != Says::implements || role.id != organization_id) continue;
    const std::optional<std::size_t> project = project_of(role);
    if (!project) continue;
    const bool known = std::ranges::any_of(projects_, [&](const Project& other) {
      return other.id == projects_[*project].id && other.implemented;
    });
    if (known) continue;
    use_project(*project, found);
    // When one structure is named nearby, that structure may implement it; if this is uncertain,
    // nobody does.
    if (only_office_near(projects_[*project].spot)) infer_only_office(*project, found);
    else claim(role, Relation::implements, role.id, projects_[*project].id, Basis::stated, found);
  }
}

/// Whether there is a project in the same segment that the role could be about.
bool ItemClaims::has_project(const Role& role) const {
  return std::ranges::any_of(projects_, [&](const Project& project) {
    return project.spot.segment == role.spot.segment &&
           (project.used || project.naming == Naming::named || project.naming == Naming::described);
  });
}

/// Whether that project is named or described.
bool ItemClaims::tells_project(const Role& role) const {
  return std::ranges::any_of(projects_, [&](const Project& project) {
    return project.spot.segment == role.spot.segment &&
           (project.naming == Naming::named || project.naming == Naming::described);
  });
}

bool ItemClaims::has_any_project() const {
  return std::ranges::any_of(projects_, [](const Project& project) {
    return project.used || project.naming == Naming::named || project.naming == Naming::described;
  });
}

/// Joins partners to the item's project; without a project, to the OSCE structure that organises.
void ItemClaims::join_partners(std::size_t first_claim, Found& found) {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const Role role = roles_[i];
    if (role.says != Says::partners) continue;
    const bool implements_too =
        std::any_of(found.claims.begin() + static_cast<std::ptrdiff_t>(first_claim),
                    found.claims.end(), [&](const FoundClaim& claim) {
                      return claim.relation == Relation::implements && claim.from == role.id;
                    });
    if (implements_too) continue;
    if (has_project(role)) {
      if (const std::optional<std::size_t> project = project_of(role)) {
        use_project(*project, found);
        claim(role, Relation::partners, role.id, projects_[*project].id, Basis::stated, found);
      }
      continue;
    }
    // After a place in doubt there may be a project after all.
    if (role.spot.segment > 0 || has_any_project()) continue;
    for (const Role& other : roles_) {
      const bool office = other.says == Says::organizes && is_of({Kind::office}, other.id);
      if (!office || other.evidence.sentence.begin != role.evidence.sentence.begin) continue;
      claim(role, Relation::partners, role.id, other.id, Basis::stated, found);
    }
  }
}

/// Joins beneficiaries to the item's project; without a project, no claim is made.
void ItemClaims::join_beneficiaries(Found& found) {
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const Role role = roles_[i];
    const bool gains = is_of({Kind::state, Kind::agency}, role.id);
    if (role.says != Says::assists || !gains) continue;
    if (!has_project(role)) continue;
    const std::optional<std::size_t> number = project_of(role);
    if (!number) continue;
    const Project& project = projects_[*number];
    found.nodes.push_back({project.id, Kind::project, project.name, {}});
    claim(role, Relation::assists, project.id, role.id, Basis::stated, found);
  }
}

/// Joins a host State to the structure at work in it; anybody else who "hosts" one only has it as a
/// guest.
void ItemClaims::join_hosts(Found& found) {
  for (const Role& role : roles_) {
    if (role.says != Says::hosts || !role.evidence.office || role.state == nobody) continue;
    const GazetteerEntry& office = gazetteer_entry(*role.evidence.office);
    const GazetteerEntry& state = gazetteer_entry(role.state);
    if (office.country.empty() || office.country != state.country) continue;
    claim(role, Relation::hosts, std::string(state.id), std::string(office.id), Basis::stated,
          found);
  }
}

/// "Cyprus finances it together with Malta": a State beside a paying State pays too, and the sum is
/// given by both.
void ItemClaims::let_partners_pay() {
  const auto is_payer = [](const Role& role) { return is_of({Kind::state, Kind::donor}, role.id); };
  constexpr std::size_t gap = 4;  // a comma and a blank, " in "
  for (Role& role : roles_) {
    if (role.says != Says::partners || !is_payer(role)) continue;
    const ByteSpan& with = role.evidence.words;
    for (Role& payer : roles_) {
      if (payer.says != Says::funds || !is_payer(payer) ||
          payer.evidence.sentence.begin != role.evidence.sentence.begin)
        continue;
      const ByteSpan& pays = payer.evidence.words;
      if (with.begin > pays.end + gap || pays.begin > with.end + gap) continue;
      role.says = Says::funds;
      role.evidence.project = payer.evidence.project;
      role.money_uncertain = payer.money_uncertain;
      if (payer.id != role.id) payer.evidence.amount.reset();
    }
    role.evidence.amount.reset();
  }
}

void ItemClaims::finish(Found& found) {
  let_partners_pay();
  const std::size_t first_claim = found.claims.size();
  const auto first_node = static_cast<std::ptrdiff_t>(found.nodes.size());
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    const Role role = roles_[i];
    if (role.says != Says::funds && role.says != Says::implements) continue;    // see below
    if (role.says == Says::implements && role.id == organization_id) continue;  // see below
    if (role.money_uncertain && is_host(role.state)) continue;
    if (role.gives_in_kind && somebody_else_pays(role)) continue;
    if (role.needs_project && !tells_project(role)) continue;
    if (role.is_recipient && projects_.empty() && !somebody_else_pays(role)) continue;
    if (role.says == Says::implements && is_parent_of_another(role)) continue;
    const std::optional<std::size_t> project = project_of(role);
    if (!project) continue;
    use_project(*project, found);
    const std::string to = projects_[*project].id;
    if (role.says == Says::funds) claim(role, Relation::funds, role.id, to, Basis::stated, found);
    if (role.says == Says::implements) {
      claim(role, Relation::implements, role.id, to, Basis::stated, found);
      for (Project& other : projects_) other.implemented = other.implemented || other.id == to;
    }
  }
  infer_implementers(found);
  name_organization(found);
  join_partners(first_claim, found);
  join_beneficiaries(found);
  join_hosts(found);
  std::stable_sort(found.claims.begin() + static_cast<std::ptrdiff_t>(first_claim),
                   found.claims.end(),
                   [](const FoundClaim& a, const FoundClaim& b) { return a.begin < b.begin; });
  // Keeps each new node once; a file may hold many items.
  std::ranges::sort(found.nodes.begin() + first_node, found.nodes.end(), {}, &FoundNode::id);
  const auto repeated =
      std::ranges::unique(found.nodes.begin() + first_node, found.nodes.end(), {}, &FoundNode::id);
  found.nodes.erase(repeated.begin(), repeated.end());
  projects_.clear();
  roles_.clear();
  offices_.clear();
  named_.clear();
  organization_ = false;
  sentence_projects_ = 0;
  made_claims_.clear();
}

}  // namespace oscegraph::press
