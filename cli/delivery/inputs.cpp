// SPDX-License-Identifier: Apache-2.0
//
// Fills the options of the loader from the command line, loads, and prints notes about what was
// loaded: warnings, files that were passed over, nodes that were created or merged, names that were
// read in another way.
#include "oscegraph/cli/delivery/inputs.hpp"

#include <algorithm>

#include "oscegraph/cli/delivery/costs.hpp"
#include "oscegraph/cli/options/shared_options.hpp"
#include "oscegraph/cli/terminal/progress.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/formats/format.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/tables/csv_reader.hpp"

namespace oscegraph::cli {
namespace {

std::vector<std::string> paths_in(std::string_view list) {
  std::vector<std::string> paths;
  while (!list.empty()) {
    const std::size_t colon = std::min(list.find(':'), list.size());
    if (colon > 0) paths.emplace_back(list.substr(0, colon));
    list.remove_prefix(std::min(colon + 1, list.size()));
  }
  return paths;
}

/// Refuses what would take too long to read.
void limit_size(LoadOptions& options, const Terminal& terminal) {
  // Who looks for what is called the same looks at all of a graph file.
  const bool verifies = options.most_same_names > 0;
  options.on_size = [verifies, context = terminal.context()](const InputSize& size) {
    std::vector<Cost> costs = costs_of_reading(size);
    if (verifies) costs.push_back({Work::verifying, static_cast<double>(size.graphs)});
    require_patience(costs, extent_of(size), context);
  };
}

void fill(LoadOptions& options, const Values& values, const Terminal& terminal) {
  if (options.inputs.empty()) options.inputs = input_paths(values, terminal);
  options.format = values[option::format].value_or("");
  options.map = values[option::map].value_or("");
  options.create_missing = values[option::create_missing];
  limit_size(options, terminal);
}

/// What says how to read inputs does nothing without any.
void require_inputs(const Values& values) {
  for (const Option* option : values.options())
    if (option->about_inputs)
      throw UsageError(
          "'--" + std::string(option->name) + "' means nothing to the built-in example",
          "it says how to read what -i names");
}

Loaded example(const LoadOptions& options, const Values& values, Terminal& terminal) {
  require_inputs(values);
  Loaded loaded = load_example(options.most_same_names);
  terminal.note("no input given: using the " + loaded.origin + "; -i FILE reads yours");
  return loaded;
}

/// "a, b, c, d, e and 12 more".
std::string first_few(const std::vector<std::string>& names) {
  constexpr std::size_t most_named = 5;
  const std::size_t named = std::min(names.size(), most_named);
  const std::vector<std::string> few(names.begin(),
                                     names.begin() + static_cast<std::ptrdiff_t>(named));
  const std::string rest =
      names.size() > named ? " and " + grouped(names.size() - named) + " more" : "";
  return join(few, ", ") + rest;
}

/// What people keep beside data on purpose.
bool is_expected_beside_data(const std::string& path) {
  return path.ends_with(".md") || path.ends_with(".map") || path.ends_with("LICENSE") ||
         path.ends_with("/edges.csv");  // what it adds up is in the evidence.csv beside it
}

bool is_graph(const std::string& path) {
  const InputFormat* format = input_format_of_file(path);
  return format != nullptr && format->graph_file;
}

/// The first few, each on a line of its own; a folder of bad files must not flood the terminal.
void tell_warnings(const Loaded& loaded, Terminal& terminal) {
  constexpr std::size_t most_told = 10;
  const std::size_t told = std::min(loaded.warnings.size(), most_told);
  for (std::size_t i = 0; i < told; ++i) terminal.note(sentence(loaded.warnings[i]));
  if (told < loaded.warnings.size())
    terminal.note("and " + counted(loaded.warnings.size() - told, "more warning") +
                  " of this kind");
}

/// A slip of the pen has made a node of its own: said first, each with its place.
void tell_misspellings(const std::vector<Loaded::Created>& created, Terminal& terminal) {
  constexpr std::size_t most_told = 10;
  std::size_t found = 0;
  for (const Loaded::Created& made : created) {
    if (made.meant.empty() || ++found > most_told) continue;
    terminal.note(sentence(
        {made.place,
         "made " + in_quotes(made.id) + ", since nothing is called " + in_quotes(made.name), "",
         "did you mean " + in_quotes(made.meant) + "?"}));
  }
  if (found > most_told)
    terminal.note("and " + counted(found - most_told, "more name") + " that may be misspelt");
}

void tell_created(const std::vector<Loaded::Created>& created, Terminal& terminal) {
  if (created.empty()) return;
  tell_misspellings(created, terminal);
  std::vector<std::string> ids;
  for (const Loaded::Created& made : created) ids.push_back(made.id);
  std::string note = "made " + counted(ids.size(), "node or document", "nodes and documents") +
                     " that no record defines: " + first_few(ids);
  if (ids.size() > Loaded::most_hinted_at) note += "; too many to look for misspelt names";
  terminal.note(note);
}

/// What joins names must not do so in silence.
void tell_names(const Loaded& loaded, Terminal& terminal) {
  constexpr std::size_t most_named = 3;
  if (const auto& read = loaded.read_names; !read.empty()) {
    std::vector<std::string> few;
    for (std::size_t i = 0; i < std::min(read.size(), most_named); ++i)
      few.push_back(in_quotes(read[i].text) + " as " + in_quotes(read[i].name));
    const bool one = read.size() == 1;
    terminal.note(counted(read.size(), "name") +
                  (one ? " was read as a body that is" : " were read as bodies that are") +
                  " known under another writing: " + join(few, ", ") +
                  (read.size() > most_named ? ", ..." : "") + "; 'check' lists " +
                  (one ? "it" : "them"));
  }
  if (const auto& spelt = loaded.spelt; !spelt.empty()) {
    const Loaded::Spelt& first = spelt.front();
    terminal.note(
        counted(spelt.size(), "node") + (spelt.size() == 1 ? " has" : " have") +
        " several names in the input, of which the first is the name and the others are aliases: " +
        first.id + " is " + in_quotes(first.name) + " and " + in_quotes(first.others.front()) +
        (spelt.size() > 1 ? ", ..." : ""));
  }
  if (const auto& joined = loaded.joined; !joined.empty()) {
    const Loaded::Joined& first = joined.front();
    terminal.note(counted(joined.size(), "node") + " of texts or graph files " +
                  (joined.size() == 1 ? "was" : "were") + " merged with a node of the same name: " +
                  in_quotes(first.name) + " (" + first.id + ") is " + first.into +
                  (joined.size() > 1 ? ", ...; 'check' lists them" : ""));
  }
}

bool is_records(const std::string& path) {
  const InputFormat* format = input_format_for_path(path);
  return format != nullptr && !format->graph_file && !format->running_text &&
         (!format->table || type_of_table(path));
}

/// Removes the paths for which `passes` holds, and returns them.
std::vector<std::string> taken_out(std::vector<std::string>& paths,
                                   bool (*passes)(const std::string&)) {
  const auto others =
      std::ranges::stable_partition(paths, [&](const std::string& path) { return !passes(path); });
  std::vector<std::string> taken(others.begin(), others.end());
  paths.erase(others.begin(), others.end());
  return taken;
}

void tell_what_was_made_of_it(const Loaded& loaded, Terminal& terminal) {
  tell_warnings(loaded, terminal);
  std::vector<std::string> skipped = loaded.skipped;
  // Only who reads nothing but texts passes records over: mostly claims that came of the texts.
  if (const auto records = taken_out(skipped, is_records); !records.empty())
    terminal.note("passed over " + counted(records.size(), "file") +
                  " of records, since a folder is read for its texts here: " + first_few(records) +
                  "; -i FILE reads one, with what was reviewed in it");
  if (const auto graphs = taken_out(skipped, is_graph); !graphs.empty())
    terminal.note("passed over " + counted(graphs.size(), "graph file") +
                  " in a folder, which may be exports of it: " + first_few(graphs) +
                  "; -i FILE reads one");
  std::erase_if(skipped, is_expected_beside_data);
  if (!skipped.empty())
    terminal.note("passed over " + counted(skipped.size(), "file") +
                  " in no format it reads: " + first_few(skipped));
  for (const Loaded::Refreshed& of : loaded.refreshed)
    terminal.note(counted(of.documents, "document") + " of " + of.file +
                  (of.documents == 1 ? " is" : " are") + " stated again: " +
                  counted(of.claims, "claim") + " kept there gave way to what is stated now");
  tell_names(loaded, terminal);
  tell_created(loaded.created, terminal);
}

/// Shows how far `read` is, and tells what there was to tell.
Loaded with_progress(LoadOptions& options, Terminal& terminal, auto read) {
  Progress progress(terminal);
  options.context = terminal.context();
  options.context.report = [&progress](std::uint64_t done, std::uint64_t total) {
    progress.update(done, total);
  };
  Loaded loaded = read();
  progress.finish();
  tell_what_was_made_of_it(loaded, terminal);
  return loaded;
}

}  // namespace

std::vector<std::string> input_paths(const Values& values, const Terminal& terminal) {
  std::vector<std::string> given = values[option::input];
  return given.empty() ? paths_in(terminal.inputs) : given;
}

Loaded load_inputs(const Values& values, Terminal& terminal, Problems& problems,
                   LoadOptions options) {
  fill(options, values, terminal);
  if (options.inputs.empty()) return example(options, values, terminal);
  return with_progress(options, terminal, [&] { return load(options, problems); });
}

Loaded load_file(const std::string& path, Terminal& terminal) {
  Problems stop_at_first;
  LoadOptions options;
  options.inputs = {path};
  return with_progress(options, terminal, [&] { return load(options, stop_at_first); });
}

bool load_inputs_in_parts(const Values& values, Terminal& terminal, Problems& problems,
                          LoadOptions options, const std::function<void(const Graph&)>& part) {
  fill(options, values, terminal);
  if (!only_texts(options)) return false;
  (void)with_progress(options, terminal, [&] { return load_in_parts(options, problems, part); });
  return true;
}

}  // namespace oscegraph::cli
