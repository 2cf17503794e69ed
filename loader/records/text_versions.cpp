// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/text_versions.hpp"

#include <set>
#include <string_view>

#include "oscegraph/graph/text/text.hpp"

namespace oscegraph {

void TextVersions::note(const Record& record) {
  if (!record.from_text || record.type != RecordType::document) return;
  if (!source_of_.try_emplace(std::string(record[Field::id].text), record.source).second)
    ++repeated_[record.source];
}

void TextVersions::tell(const Graph& graph, const std::deque<Source>& sources,
                        std::vector<Problem>& warnings) const {
  for (const auto& [source, count] : repeated_)
    warnings.push_back(
        {{sources[source].name},
         counted(count, "text") +
             " of it had been read already, word for word, in another file; it counts once"});
  if (!source_of_.empty()) tell_edits(graph, warnings);
}

/// Reports versions of one text. The id of a text ends in its checksum; what is before that is
/// equal for versions of one text. Texts of the same source are no versions, since a file may hold
/// several.
void TextVersions::tell_edits(const Graph& graph, std::vector<Problem>& warnings) const {
  constexpr std::uint32_t of_records = ~std::uint32_t{0};
  std::unordered_map<std::string, std::set<std::uint32_t>> sources_of;
  for (const DocumentId d : graph.documents()) {
    const Document document = graph.document(d);
    const std::string_view digits = document.checksum.substr(document.checksum.find(':') + 1);
    const std::string ending = '-' + std::string(digits.substr(0, 8));
    if (document.checksum.empty() || !document.id.ends_with(ending)) continue;
    const auto text = source_of_.find(std::string(document.id));
    const std::uint32_t source = text == source_of_.end() ? of_records : text->second;
    std::set<std::uint32_t>& sources =
        sources_of[std::string(document.id.substr(0, document.id.size() - ending.size()))];
    if (!sources.insert(source).second || sources.size() != 2) continue;
    warnings.push_back({{std::string(document.file)},
                        "this text is here twice, before and after an edit: what both "
                        "versions say counts as said by two documents",
                        "",
                        "leave out the claims of the old version, and review the new one"});
  }
}

}  // namespace oscegraph
