// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/model/node_score.hpp"

#include <vector>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"

namespace oscegraph {

const Score& node_score(const Subset& subset, const std::string& name, std::string_view use) {
  std::vector<std::string_view> names;
  for (const Score& score : subset.scores()) {
    if (score.of != ScoreOf::node) continue;
    if (score.name == name) return score;
    names.push_back(score.name);
  }
  throw Error("there is no node score " + in_quotes(name) + " to " + std::string(use) + " by",
              names.empty() ? "this graph has no scores" : "the scores are " + join_or(names),
              did_you_mean(name, names));
}

}  // namespace oscegraph
