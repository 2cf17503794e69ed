// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/graph_file/node_bodies.hpp"

#include "oscegraph/graph/text.hpp"
#include "oscegraph/loader/gazetteer.hpp"

namespace oscegraph {
namespace {

constexpr std::size_t most_told = 3;

}  // namespace

std::string_view NodeBodies::body_of(const GraphElement& node, std::string_view name, Kind kind) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  if (gazetteer.find_id(node.id) != nullptr) return {};
  const std::string_view text = name.empty() ? std::string_view(node.id) : name;
  const auto found = gazetteer.find_name(text);
  if (found.size() != 1) return {};
  const GazetteerEntry& body = *found.front();
  if (body.kind == kind) return body.id;
  if (++other_kinds_in_all_ <= most_told)
    other_kinds_.push_back({std::string(text), std::string(body.id), body.kind, kind});
  return {};
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
