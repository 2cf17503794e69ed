// SPDX-License-Identifier: Apache-2.0
//
// Reads a corpus of texts in parts and calls a function with the graph of each part. This is
// possible because claims found in a text depend on that text alone. In memory are only the list of
// files and one part; a part is so large that the cost of starting it does not matter.
#include <algorithm>
#include <filesystem>
#include <iterator>

#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/input_files.hpp"
#include "oscegraph/loader/load.hpp"

namespace oscegraph {
namespace {

constexpr std::uint64_t part_size = std::uint64_t{4} << 20U;

/// The end of the part that begins at `begin`: at least one file, and further files up to the
/// part's size.
std::size_t part_end(const std::vector<std::string>& files, std::size_t begin,
                     std::uint64_t& size) {
  constexpr std::uint64_t each = 512;  // so that many empty files count too
  size = 0;
  std::size_t end = begin;
  for (; end < files.size() && (end == begin || size + each * (end - begin) < part_size); ++end) {
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(files[end], error);
    size += error ? 0 : bytes;
  }
  return end;
}

}  // namespace

bool only_texts(const LoadOptions& options) {
  if (!options.format.empty() || options.inputs.empty()) return false;
  return std::ranges::all_of(options.inputs, [&](const std::string& path) {
    if (is_folder(path)) return options.texts_only;
    const InputFormat* format = input_format_for_path(path);
    return format != nullptr && format->running_text;
  });
}

Loaded load_in_parts(const LoadOptions& options, Problems& problems,
                     const std::function<void(const Graph&)>& part) {
  InputFiles inputs;
  for (const std::string& path : options.inputs) list_input(path, options, inputs);
  std::ranges::sort(inputs.files);
  Loaded all;
  all.skipped = std::move(inputs.skipped);
  const InputSize size_of_all = input_size(inputs.files);
  if (options.on_size) options.on_size(size_of_all);
  const std::uint64_t total = total_of(size_of_all);
  std::uint64_t done = 0;
  bool any = false;
  LoadOptions some = options;
  some.is_chunk = true;
  some.on_size = nullptr;
  if (const Report& report = options.context.report)
    some.context.report = [&](std::uint64_t bytes, std::uint64_t /*of this part*/) {
      report(done + bytes, total);
    };
  for (std::size_t begin = 0; begin < inputs.files.size();) {
    std::uint64_t size = 0;
    const std::size_t end = part_end(inputs.files, begin, size);
    some.inputs.assign(inputs.files.begin() + static_cast<std::ptrdiff_t>(begin),
                       inputs.files.begin() + static_cast<std::ptrdiff_t>(end));
    Loaded loaded = load(some, problems);
    std::ranges::move(loaded.warnings, std::back_inserter(all.warnings));
    any = any || gave_something(loaded);
    part(loaded.graph);
    done += size;
    begin = end;
  }
  if (!any) refuse_left_out(all.warnings, problems);
  return all;
}

}  // namespace oscegraph
