// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/resolve/resolver.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

#include "oscegraph/graph/text/misspelling.hpp"
#include "oscegraph/graph/threads/parallel.hpp"

namespace oscegraph {
namespace {

using Means = NameReading::Means;

void add_once(Bodies& bodies, const Body& body) {
  if (std::ranges::find(bodies, body) == bodies.end()) bodies.push_back(body);
}

std::uint64_t hash_of(const std::string& text) { return std::hash<std::string>()(text); }

/// Whether the text has two or three capitals and nothing else.
bool is_alpha_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

// --- what is known ------------------------------------------------------------------------------

const NameIndex& Resolver::names() {
  if (names_) return *names_;
  names_.emplace();
  names_->reserve(nodes_.count());
  for (NodeId n = 0; n < nodes_.count(); ++n)
    for_each_name({n, nullptr}, [&](std::string_view name) { names_->add(name, n); });
  return *names_;
}

void Resolver::index_references() {
  if (of_references_) return;
  of_references_.emplace();
  for (NodeId n = 0; n < nodes_.count(); ++n)
    for_each_reference(nodes_.references(n), [&](std::string_view reference) {
      add_once((*of_references_)[std::string(reference)], {n, nullptr});
    });
}

void Resolver::index_folded_names() {
  if (folded_) return;
  using Hashed = std::pair<std::uint64_t, NodeId>;
  std::vector<std::vector<Hashed>> parts(thread_count(context_.threads));
  constexpr std::size_t grain = 4096;
  parallel_ranges(nodes_.count(), grain, context_,
                  [&](std::size_t first, std::size_t last, unsigned thread) {
                    for (auto n = static_cast<NodeId>(first); n < last; ++n)
                      for_each_name({n, nullptr}, [&](std::string_view name) {
                        const std::string folded = normalise_name(name);
                        if (!folded.empty()) parts[thread].emplace_back(hash_of(folded), n);
                      });
                  });
  std::size_t count = 0;
  for (const auto& part : parts) count += part.size();
  // At least one bucket per name, so that few other names share a bucket.
  const std::size_t bound = std::bit_ceil(count + 1);
  folded_ = group_pairs<NodeId>(bound, [&](const auto& put) {
    for (const auto& part : parts)
      for (const auto& [hash, n] : part) put(static_cast<std::uint32_t>(hash & (bound - 1)), n);
  });
}

std::vector<NodeId> Resolver::named(std::string_view text) {
  const NodeId spelt = nodes_.spelt(text);
  const bool is_spelt = spelt != none;
  if (is_spelt && spelt != Spellings::several) return {spelt};
  const std::string folded = normalise_name(text);
  std::vector<NodeId> result;
  const auto add_if_named = [&](NodeId n) {
    bool same = false;
    for_each_name({n, nullptr}, [&](std::string_view name) {
      same = same || (is_spelt ? name == text : normalise_name(name) == folded);
    });
    if (same) result.push_back(n);
  };
  if (folded.empty()) {
    // A name without letters or digits ("-") is only found by its exact spelling.
    for (NodeId n = 0; is_spelt && !text.empty() && n < nodes_.count(); ++n) add_if_named(n);
    return result;
  }
  index_folded_names();
  for (const NodeId n : folded_->of(hash_of(folded) & (folded_->size() - 1))) add_if_named(n);
  std::ranges::sort(result);
  const auto again = std::ranges::unique(result);
  result.erase(again.begin(), again.end());
  return result;
}

std::optional<Body> Resolver::own(std::string_view id) const {
  const auto node = nodes_.find(id);
  return node ? std::optional(Body{*node, nullptr}) : std::nullopt;
}

Body Resolver::body_of(const GazetteerEntry& entry) const {
  return own(entry.id).value_or(Body{none, &entry});
}

Kind Resolver::kind_of(const Body& body) const {
  return body.entry != nullptr ? body.entry->kind : nodes_.kind(body.node);
}

std::string_view Resolver::id_of(const Body& body) const {
  return body.entry != nullptr ? body.entry->id : nodes_.id(body.node);
}

std::string_view Resolver::name_of(const Body& body) const {
  const auto* entry =
      body.entry != nullptr ? body.entry : Gazetteer::instance().find_id(id_of(body));
  if (body.node != none && !nodes_.name(body.node).empty()) return nodes_.name(body.node);
  return entry != nullptr ? entry->name : id_of(body);
}

template <typename Visit>
void Resolver::for_each_name(const Body& body, const Visit& visit) const {
  if (body.entry != nullptr) {
    visit(body.entry->name);
    for (const GazetteerName& name : body.entry->names)
      if (name.form != NameForm::adjective) visit(name.name);
    return;
  }
  visit(nodes_.name(body.node));
  nodes_.for_each_alias(body.node, visit);
}

template <typename Visit>
void Resolver::for_each_known(const Visit& visit) {
  for (NodeId n = 0; n < nodes_.count(); ++n)
    if (!nodes_.named_by_text(n)) visit(Body{n, nullptr});
  for (const GazetteerEntry& entry : Gazetteer::instance().entries()) visit(Body{none, &entry});
}

/// The gazetteer entry of a node of the input, by its id or its names.
const GazetteerEntry* Resolver::known_as(const Body& body) {
  if (body.entry != nullptr) return body.entry;
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (const auto* entry = gazetteer.find_id(id_of(body))) return entry;
  const GazetteerEntry* known = nullptr;
  bool one = true;
  for_each_name(body, [&](std::string_view name) {
    const auto entries = gazetteer.find_name(name);
    if (entries.size() != 1) return;
    one = one && (known == nullptr || known == entries.front());
    known = entries.front();
  });
  return one && known != nullptr && known->kind == kind_of(body) ? known : nullptr;
}

bool Resolver::belongs_to(const Body& body, const Body& state) {
  const auto* entry = known_as(body);
  const auto* owner = entry == nullptr ? nullptr : Gazetteer::instance().state_of(*entry);
  return owner != nullptr && owner->id == id_of(state);
}

std::vector<std::string_view> Resolver::nearest(std::string_view text, KindSet allowed,
                                                std::size_t most) {
  constexpr std::size_t looked_at = 12;
  const auto is_allowed = [&](Kind kind) { return allowed.test(static_cast<std::size_t>(kind)); };
  std::vector<std::string_view> result;
  const auto add = [&](std::string_view name, bool fits, std::size_t& left) {
    if (left == 0 || !fits || are_two_codes(text, name)) return;
    result.push_back(name);
    --left;
  };
  std::size_t left = most;
  for (const std::string_view name : names().nearest(text, looked_at))
    add(name,
        std::ranges::any_of(named(name), [&](NodeId n) { return is_allowed(nodes_.kind(n)); }),
        left);
  const Gazetteer& gazetteer = Gazetteer::instance();
  left = most;
  for (const std::string_view name : gazetteer.nearest(text, looked_at))
    add(name,
        std::ranges::any_of(gazetteer.find_name(name),
                            [&](const GazetteerEntry* entry) { return is_allowed(entry->kind); }),
        left);
  return result;
}

// --- resolving a text ---------------------------------------------------------------------------

const Resolver::Meaning& Resolver::meaning_of(std::string_view text) {
  const auto [found, is_new] = meanings_.try_emplace(text);
  if (is_new) {
    Meaning meaning = read(text);
    return meanings_[text] = std::move(meaning);
  }
  return found->second;
}

/// The nodes of the input with this name or reference.
Bodies Resolver::by_own_name(std::string_view text) {
  std::vector<NodeId> own = named(text);
  const auto from_text = [&](NodeId n) { return nodes_.named_by_text(n); };
  if (!std::ranges::all_of(own, from_text)) std::erase_if(own, from_text);
  Bodies bodies;
  for (const NodeId n : own) add_once(bodies, {n, nullptr});
  index_references();
  if (const auto referred = of_references_->find(text); referred != of_references_->end())
    for (const Body& body : referred->second) add_once(bodies, body);
  return bodies;
}

/// Whether the text names the OSCE and the body is not of the OSCE: "OSCE Moldova" is not Moldova.
/// The organisation's name is dropped when names are normalised, so it has to be checked here.
bool Resolver::is_other_than(const Body& body, std::string_view text) {
  const GazetteerEntry* entry = known_as(body);
  const bool may_be = kind_of(body) == Kind::state || entry != nullptr;
  if (!may_be || kind_of(body) == Kind::office || !says_organisation(text)) return false;
  bool says_so = false;
  const auto look_at = [&](std::string_view name) { says_so = says_so || says_organisation(name); };
  for_each_name(body, look_at);
  if (entry != nullptr) for_each_name({none, entry}, look_at);
  return !says_so;
}

Bodies Resolver::by_name(std::string_view text) {
  Bodies bodies = by_own_name(text);
  if (bodies.empty())
    for (const GazetteerEntry* entry : Gazetteer::instance().find_name(text))
      add_once(bodies, body_of(*entry));
  std::erase_if(bodies, [&](const Body& body) { return is_other_than(body, text); });
  return bodies;
}

Bodies Resolver::exactly(std::string_view text) {
  if (const auto body = own(text)) return {*body};
  if (const auto* entry = Gazetteer::instance().find_id(text)) return {body_of(*entry)};
  return by_name(text);
}

Bodies Resolver::by_code(std::string_view text) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (is_alpha_code(text)) {
    const auto* entry =
        gazetteer.find_code(text.size() == 2 ? CodeList::iso_alpha_2 : CodeList::iso_alpha_3, text);
    // Two letters are ambiguous, so they do not stand for territories.
    if (entry != nullptr && entry->kind == Kind::state &&
        (text.size() > 2 || entry->status.empty()))
      return {body_of(*entry)};
  }
  // A number alone is ambiguous.
  if (text.find('-') != std::string_view::npos)
    if (const auto* entry = gazetteer.find_reference(text)) return {body_of(*entry)};
  return {};
}

/// No body when the lists of the column do not agree on one.
Resolver::Meaning Resolver::read_code(const CodeText& code) {
  if (const auto body = own(code.text)) return {{*body}, true};
  if (Bodies bodies = by_own_name(code.text); !bodies.empty()) return {std::move(bodies), true};
  if (const auto* body = body_of_code(code.text, code.of)) return {{body_of(*body)}, false};
  return has_letters(code.text) ? read(code.text) : Meaning{{}, false};
}

void Resolver::look_for_abbreviation(std::string_view text) {
  const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  if (!has("(") && !has(" - ") && !has("\xE2\x80")) return;  // the first bytes of a dash
  for (const NameReading& reading : readings_of(text)) {
    const auto pair = full_and_short(reading);
    if (!pair || !is_alpha_code(pair->second)) continue;
    const Bodies coded = by_code(pair->second);
    if (!coded.empty() && exactly(pair->first) != coded) abbreviations_.insert(pair->second);
  }
}

Resolver::Meaning Resolver::read(std::string_view text) {
  if (const auto code = parse_marked_code(text)) return read_code(*code);
  if (Bodies bodies = exactly(text); !bodies.empty()) return {std::move(bodies), true};
  if (!abbreviations_.contains(text))
    if (Bodies bodies = by_code(text); !bodies.empty()) return {std::move(bodies), false};
  if (text.find('&') != std::string_view::npos)
    if (Bodies bodies = exactly(with_and(text)); !bodies.empty()) return {std::move(bodies), false};
  Meaning unknown{{}, false};
  for (const NameReading& reading : readings_of(text)) {
    Bodies bodies;
    switch (reading.means) {
      case Means::state:
        if (const auto state = first_state(reading.names)) bodies.push_back(*state);
        break;
      case Means::body_of_state:
      case Means::known_body_of_state: {
        const auto state = owner_of(reading);
        if (!state) break;
        bodies = of_state(*state, reading.body);
        const bool may_be_new = reading.means == Means::body_of_state && !unknown.state;
        if (bodies.empty() && may_be_new) {
          unknown.state = state;
          unknown.body_of_state = reading.body;
        }
        break;
      }
      case Means::one_body:
        if (!unknown.state) bodies = of_one_body(reading);
        break;
      case Means::without_legal_form:
        if (!unknown.state) bodies = without_legal_form(reading.names.front(), reading.body);
        break;
    }
    if (!bodies.empty()) return {std::move(bodies), false};
  }
  if (!unknown.state) unknown.bodies = without_legal_form(text, "");
  return unknown;
}

std::optional<Body> Resolver::first_state(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    Bodies bodies = exactly(name);
    if (bodies.empty() && is_alpha_code(name)) bodies = by_code(name);
    if (bodies.size() > 1) return std::nullopt;
    if (!bodies.empty())
      return kind_of(bodies.front()) == Kind::state ? std::optional(bodies.front()) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Body> Resolver::owner_of(const NameReading& reading) {
  if (const auto state = first_state(reading.names)) return state;
  if (reading.names.empty() || reading.means != Means::body_of_state) return std::nullopt;
  const auto* entry = Gazetteer::instance().find_adjective(reading.names.front());
  return entry == nullptr ? std::nullopt : std::optional(body_of(*entry));
}

/// The body of the State with this name, alone or together with the State's.
Bodies Resolver::of_state(const Body& state, std::string_view body) {
  Bodies bodies = known_part(body);
  std::erase_if(bodies, [&](const Body& known) { return !belongs_to(known, state); });
  if (!bodies.empty()) return bodies;
  if (!names_a_body_of_state(body)) return {};
  index_bodies_of_states();
  const auto found = bodies_of_states_->find(key_of(id_of(state), body));
  return found == bodies_of_states_->end() ? Bodies() : found->second;
}

/// What a part of a name means; it may have two names itself: "Development Programme (UNDP)".
Bodies Resolver::known_part(std::string_view text) {
  Bodies bodies = exactly(text);
  if (!bodies.empty()) return bodies;
  for (const NameReading& reading : readings_of(text))
    if (reading.means == Means::one_body)
      for (const Body& body : of_one_body(reading)) add_once(bodies, body);
  return bodies;
}

Bodies Resolver::of_one_body(const NameReading& reading) {
  const std::string& left = reading.names.front();
  const std::string& right = reading.names.back();
  const Bodies by_left = exactly(left);
  const Bodies by_right = exactly(right);
  if (by_left.empty() && by_right.empty()) return {};
  if (by_left.empty()) return the_known_half(right, left, by_right);
  if (by_right.empty()) return the_known_half(left, right, by_left);
  Bodies both;
  for (const Body& body : by_left)
    if (std::ranges::find(by_right, body) != by_right.end()) both.push_back(body);
  if (!both.empty() || by_left.size() > 1 || by_right.size() > 1)
    return both.size() == 1 ? both : Bodies();
  // The input may have a node for the body that the gazetteer knows by the other half.
  const auto* one = known_as(by_left.front());
  const bool same = one != nullptr && one == known_as(by_right.front());
  if (!same) return {};
  return by_left.front().node != none && by_right.front().node != none ? Bodies()
         : by_left.front().node != none                                ? by_left
                                                                       : by_right;
}

/// Only one of two names is known: the other must be its abbreviation or, if the known one is the
/// abbreviation, a shortened form of the body's name.
Bodies Resolver::the_known_half(std::string_view known, std::string_view other,
                                const Bodies& bodies) {
  if (bodies.size() != 1) return {};
  const Body& body = bodies.front();
  if (kind_of(body) == Kind::state) {
    const Bodies coded = is_alpha_code(other) ? by_code(other) : Bodies();
    const bool fits = coded == bodies || (coded.empty() && is_abbreviation_of(other, known));
    return fits ? bodies : Bodies();
  }
  if (is_abbreviation_of(other, known)) return bodies;
  if (!by_code(other).empty()) return {};
  if (known.find(' ') != std::string_view::npos) return {};
  bool same = false;
  for_each_name(body, [&](std::string_view name) { same = same || shortens(other, name); });
  if (const auto* entry = known_as(body); entry != nullptr && !same)
    for_each_name({none, entry},
                  [&](std::string_view name) { same = same || shortens(other, name); });
  return same ? bodies : Bodies();
}

// --- indexes that few inputs need ---------------------------------------------------------------

std::string Resolver::key_of(std::string_view state, std::string_view body) {
  return std::string(state) + ' ' + name_key(body);
}

void Resolver::index_bodies_of_states() {
  if (bodies_of_states_) return;
  bodies_of_states_.emplace();
  std::map<std::string, Bodies, std::less<>> of_gazetteer;
  for_each_known([&](const Body& body) {
    if (kind_of(body) == Kind::state || kind_of(body) == Kind::project) return;
    for_each_name(body, [&](std::string_view name) {
      if (!names_a_body_of_state(name)) return;
      for (const NameReading& reading : readings_of(name)) {
        const auto state = reading.means == Means::body_of_state ? owner_of(reading) : std::nullopt;
        if (!state) continue;
        if (body.entry != nullptr && !belongs_to(body, *state)) return;
        auto& index = body.entry != nullptr ? of_gazetteer : *bodies_of_states_;
        return add_once(index[key_of(id_of(*state), reading.body)],
                        body.entry != nullptr ? body_of(*body.entry) : body);
      }
    });
  });
  // The names in the input have priority.
  bodies_of_states_->merge(of_gazetteer);
}

void Resolver::index_legal_forms() {
  if (with_forms_) return;
  with_forms_.emplace();
  for_each_known([&](const Body& body) {
    if (kind_of(body) == Kind::state || kind_of(body) == Kind::office) return;
    for_each_name(body, [&](std::string_view name) {
      if (body.node != none) index_halves(body, name);
      const auto bare = name_without_legal_form(name);
      const bool has_and = name.find('&') != std::string_view::npos;
      if (!bare && !has_and) return;
      const Body known = body.entry != nullptr ? body_of(*body.entry) : body;
      if (has_and) (*with_forms_)[name_key(name)].push_back({known, ""});
      if (bare) (*with_forms_)[name_key(bare->names.front())].push_back({known, bare->body});
    });
  });
}

/// A record may name its node "Orchard Trust Fund (OTF)": indexes both parts.
void Resolver::index_halves(const Body& body, std::string_view name) {
  if (name.find_first_of("(-") == std::string_view::npos &&
      name.find("\u2013") == std::string_view::npos)
    return;
  for (const NameReading& reading : readings_of(name)) {
    const auto pair = full_and_short(reading);
    if (!pair) continue;
    (*with_forms_)[name_key(pair->first)].push_back({body, ""});
    if (is_long_enough(pair->second)) (*with_forms_)[name_key(pair->second)].push_back({body, ""});
  }
}

/// Bodies whose names differ only by a legal form that one of them lacks. Never a State: "Georgia
/// Ltd" is none.
Bodies Resolver::without_legal_form(std::string_view name, std::string_view form) {
  Bodies bodies;
  const auto add = [&](const Body& body) {
    if (kind_of(body) != Kind::state && kind_of(body) != Kind::office) add_once(bodies, body);
  };
  if (!form.empty())
    for (const Body& body : by_name(name)) add(body);
  if (const std::string spelt = name_key(name); bodies.empty() && spelt != normalise_name(name))
    for (const Body& body : by_name(spelt)) add(body);
  if (!bodies.empty()) return bodies;
  index_legal_forms();
  if (const auto found = with_forms_->find(name_key(name)); found != with_forms_->end())
    for (const WithForm& known : found->second)
      if (form.empty() || known.form.empty() || known.form == form) add(known.body);
  return bodies;
}

std::string Resolver::key_of_unknown(std::string_view text) {
  const Meaning& meaning = meaning_of(text);
  if (!meaning.state) {
    // Different spellings of a legal form are equal: "Acme S.A." is "Acme SA".
    const auto bare = name_without_legal_form(text);
    return bare ? name_key(bare->names.front()) + ' ' + bare->body : name_key(text);
  }
  return name_key(std::string(meaning.body_of_state) + ' ' + std::string(name_of(*meaning.state)));
}

}  // namespace oscegraph
