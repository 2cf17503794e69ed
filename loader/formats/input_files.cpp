// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/formats/input_files.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/graphs/gephi_tables.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"

namespace oscegraph {
namespace {

/// Whether a file in a folder is an input. A README beside records is not, and a table with other
/// columns needs a mapping.
bool belongs(std::string_view path, const LoadOptions& options) {
  const InputFormat* format = input_format_of_file(path);
  if (format == nullptr || (options.texts_only && !format->running_text)) return false;
  if (format->graph_file) return false;
  if (format->table)
    return !options.map.empty() || type_of_table(path) || is_gephi_table_to_read(path);
  if (!format->running_text) return true;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::ranges::none_of(
      std::array<std::string_view, 6>{"README", "LICENSE", "NOTICE", "CHANGELOG", "CONTRIBUTING",
                                      "CMakeLists"},
      [&](std::string_view about) { return name.starts_with(about); });
}

std::string extensions() {
  std::vector<std::string> all;
  for (const InputFormat& format : input_format_table())
    for (const std::string_view extension : format.extensions)
      if (!format.graph_file) all.push_back("*" + std::string(extension));
  return join_or(all) + " files, plain or .gz";
}

bool is_table(std::string_view path) {
  const InputFormat* format = input_format_for_path(path);
  return format != nullptr && format->table;
}

/// Whether a file found in a folder is also named as an input of its own.
bool is_named(const std::string& file, const LoadOptions& options) {
  const auto same = [&](const std::string& named) {
    std::error_code error;
    return std::filesystem::equivalent(file, named, error);
  };
  return std::ranges::any_of(options.inputs, same) ||
         std::ranges::any_of(options.read_elsewhere, same);
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code error;
  return path != "-" && std::filesystem::is_directory(path, error);
}

void list_input(const std::string& path, const LoadOptions& options, InputFiles& inputs) {
  if (!is_folder(path)) return inputs.files.push_back(path);
  FolderListing listing =
      list_folder(path, [&](std::string_view file) { return belongs(file, options); });
  if (listing.files.empty())
    throw Error(Problem{
        {path},
        "the folder holds no records",
        "records are in " + extensions(),
        !options.texts_only && options.map.empty() && std::ranges::any_of(listing.skipped, is_table)
            ? "say what the columns of its tables are with --map FILE"
            : ""});
  // Tables of edges go last, since they need the nodes of the other tables.
  std::ranges::stable_partition(
      listing.files, [](std::string_view file) { return !file.ends_with("/edges.csv"); });
  std::ranges::move(listing.files, std::back_inserter(inputs.files));
  std::ranges::copy_if(listing.skipped, std::back_inserter(inputs.skipped),
                       [&](const std::string& file) { return !is_named(file, options); });
}

bool gave_something(const Loaded& loaded) {
  return std::ranges::any_of(loaded.sources, [](const Loaded::Source& source) {
    return source.documents + source.nodes + source.claims > 0;
  });
}

void refuse_left_out(std::vector<Problem>& warnings, Problems& problems) {
  for (Problem& warning : std::exchange(warnings, {})) problems.report(std::move(warning));
}

InputSize input_size(const std::vector<std::string>& files) {
  InputSize size;
  for (const std::string& file : files) {
    std::error_code error;
    const std::uint64_t bytes = std::filesystem::file_size(file, error);
    if (error || file.ends_with(".gz")) size.complete = false;
    if (error) continue;
    const InputFormat* format = input_format_for_path(file);
    (format != nullptr && format->running_text ? size.texts : size.records) += bytes;
  }
  return size;
}

std::uint64_t total_of(const InputSize& size) {
  return size.complete ? size.records + size.texts : 0;
}

std::map<std::string, std::string> document_names(const std::vector<std::string>& files) {
  const auto last_parts = [](const std::string& file, std::size_t parts) {
    std::size_t begin = file.size() + 1;
    for (; parts > 0 && begin > 0; --parts) begin = begin < 2 ? 0 : file.rfind('/', begin - 2) + 1;
    return std::string_view(file).substr(begin);
  };
  std::map<std::string, std::string> names;
  std::set<std::string> left(files.begin(), files.end());
  for (std::size_t parts = 1; !left.empty(); ++parts) {
    std::map<std::string_view, std::size_t> count;
    for (const std::string& file : left) ++count[last_parts(file, parts)];
    std::set<std::string> again;
    for (const std::string& file : left) {
      const std::string_view name = last_parts(file, parts);
      if (count[name] == 1 || name.size() == file.size()) names.emplace(file, name);
      else again.insert(file);
    }
    left = std::move(again);
  }
  return names;
}

}  // namespace oscegraph
