// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graphs/node_bodies.hpp"

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/gazetteer/gazetteer.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_told = 3;

}  // namespace

std::string_view NodeBodies::body_of(const GraphElement& node, std::string_view name, Kind kind) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (gazetteer.find_id(node.id) != nullptr) return {};
  const std::string_view text = name.empty() ? std::string_view(node.id) : name;
  const auto found = gazetteer.find_name(text);
  if (found.empty()) {
    const GazetteerEntry* body = read(text, kind);
    if (body == nullptr && kind == Kind::state && ++no_states_in_all_ <= most_told)
      no_states_.push_back(in_quotes(text));
    return body == nullptr ? std::string_view() : body->id;
  }
  if (found.size() != 1) return {};
  const GazetteerEntry& body = *found.front();
  if (body.kind == kind) return body.id;
  if (++other_kinds_in_all_ <= most_told)
    other_kinds_.push_back({std::string(text), std::string(body.id), body.kind, kind});
  return {};
}

/// The body that a name means as in claims: "Spain, Government of", "NOR", "European Union (EU)".
const GazetteerEntry* NodeBodies::read(std::string_view name, Kind kind) {
  if (kind == Kind::project) return nullptr;
  const Resolver::Meaning meaning = resolver_.read(name);
  const bool is_one = meaning.bodies.size() == 1 && meaning.bodies.front().entry->kind == kind;
  if (!is_one) return nullptr;
  const GazetteerEntry* body = meaning.bodies.front().entry;
  if (++read_in_all_ <= most_told)
    read_as_.push_back(in_quotes(name) + " is " + std::string(body->id));
  return body;
}

void NodeBodies::became(const GraphElement& node, const std::string& id) {
  const auto [known, is_new] = first_of_.try_emplace(id, node.id);
  if (is_new) return;
  if (++joined_in_all_ <= most_told)
    joined_.push_back(in_quotes(known->second) + " and " + in_quotes(node.id) + " are " + id);
}

void NodeBodies::tell(const std::string& file, std::vector<Problem>& warnings) const {
  const auto more = [](std::uint64_t in_all) {
    return in_all > most_told ? ", and " + grouped(in_all - most_told) + " more" : std::string();
  };
  if (!joined_.empty())
    warnings.push_back(
        {{file},
         "nodes that are one body are read as one: " + join(joined_, ", ") + more(joined_in_all_)});
  if (!read_as_.empty())
    warnings.push_back({{file},
                        "nodes were read otherwise than they are called: " + join(read_as_, ", ") +
                            more(read_in_all_)});
  if (!no_states_.empty())
    warnings.push_back({{file},
                        "nodes of kind state that are no States known here: " +
                            join(no_states_, ", ") + more(no_states_in_all_),
                        "",
                        "correct the name where a State is meant"});
  std::vector<std::string> apart;
  for (const OtherKind& other : other_kinds_)
    apart.push_back(in_quotes(other.node) + " is " + with_article(name_of(other.node_kind)) +
                    " here, and " + other.body + " is " + with_article(name_of(other.body_kind)));
  if (!apart.empty())
    warnings.push_back({{file},
                        "nodes that are called like a body of another kind stay apart from it: " +
                            join(apart, "; ") + more(other_kinds_in_all_),
                        "",
                        "correct the kind where the body is meant"});
}

}  // namespace oscegraph
