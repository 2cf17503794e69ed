// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/exports/pictures/graphviz/dot_names.hpp"

#include <functional>
#include <map>
#include <string_view>
#include <vector>

namespace oscegraph {
namespace {

/// The numbers of names: even numbers for objects with a name, odd numbers for those without.
class DotNames {
 public:
  explicit DotNames(Agraph_t* graph) : graph_(graph) {}

  bool find(char* name, IDTYPE& number, bool create) {
    if (name == nullptr) {
      number = 2 * unnamed_++ + 1;
      return create;
    }
    if (const auto known = numbers_.find(name); known != numbers_.end()) {
      number = known->second;
      return true;
    }
    if (!create) return false;
    number = 2 * names_.size();
    numbers_.emplace(names_.emplace_back(agstrdup(graph_, name)), number);
    return true;
  }

  [[nodiscard]] char* name(IDTYPE number) const {
    return number % 2 == 0 && number / 2 < names_.size() ? names_[number / 2] : nullptr;
  }

 private:
  Agraph_t* graph_;
  std::vector<char*> names_;  ///< the graph's own copies: with them cgraph keeps whether it is HTML
  std::map<std::string_view, IDTYPE, std::less<>> numbers_;
  IDTYPE unnamed_ = 0;
};

DotNames& names_of(void* state) { return *static_cast<DotNames*>(state); }

Agiddisc_t numbers_in_order{
    .open = [](Agraph_t* graph, Agdisc_t*) noexcept -> void* { return new DotNames(graph); },
    .map = [](void* state, int, char* name, IDTYPE* number, int create) noexcept -> long {
      return names_of(state).find(name, *number, create != 0) ? 1 : 0;
    },
    .alloc = [](void*, int, IDTYPE) -> long { return 0; },  // callers may not choose a number
    .free = [](void*, int, IDTYPE) {},
    .print = [](void* state, int, IDTYPE number) { return names_of(state).name(number); },
    .close = [](void* state) { delete &names_of(state); },
    .idregister = [](void*, int, void*) {}};

Agdisc_t disciplines{.mem = nullptr, .id = &numbers_in_order, .io = nullptr};

}  // namespace

Agdisc_t* dot_disciplines() { return &disciplines; }

}  // namespace oscegraph
