// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/read_context.hpp"

namespace oscegraph {

std::string document_name_of(const Source& source, const ReadContext& context) {
  if (!context.document_name.empty()) return context.document_name;
  return source.name.substr(source.name.rfind('/') + 1);
}

void tell_what_it_says(const Source& source, std::string_view sentence, ReadContext& context) {
  context.warnings.push_back({{source.name}, "the file says of itself: " + std::string(sentence)});
}

}  // namespace oscegraph
