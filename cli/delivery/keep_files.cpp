// SPDX-License-Identifier: Apache-2.0
//
// Compares the output with the files that would be read, and reads the file that would be replaced
// to count the reviews in it.
#include "oscegraph/cli/delivery/keep_files.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <vector>

#include "oscegraph/graph/values/error.hpp"
#include "oscegraph/loader/formats/input_files.hpp"
#include "oscegraph/loader/formats/recorded_reviews.hpp"

namespace oscegraph::cli {
namespace {

bool is_same(const std::filesystem::path& one, const std::string& other) {
  std::error_code error;
  return !other.empty() && std::filesystem::equivalent(one, other, error);
}

bool into_folder(const Delivery& delivery) {
  return delivery.graph != nullptr && delivery.graph->folder();
}

/// The table of a folder that holds claims, as load() reads it back.
std::string claims_in(const Delivery& delivery) {
  const bool gephi = delivery.graph->name == "csv-gephi";
  return delivery.path + (delivery.path.ends_with('/') ? "" : "/") +
         (gephi ? "evidence.csv" : "claims.csv");
}

/// The files that the output replaces in which claims may stand.
std::vector<std::string> replaced_files(const Delivery& delivery) {
  std::vector<std::string> files;
  if (into_folder(delivery)) files.push_back(claims_in(delivery));
  else if (!delivery.path.empty()) files.push_back(delivery.path);
  if (!delivery.loss_report.empty()) files.push_back(delivery.loss_report);
  return files;
}

/// The report of losses is written after the output, and must not be the output or in its folder.
void keep_output(const Delivery& delivery) {
  if (delivery.loss_report.empty() || delivery.path.empty()) return;
  std::error_code unknown;
  const auto whole = [&](const std::filesystem::path& path) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path), unknown);
  };
  const std::filesystem::path report = whole(delivery.loss_report);
  std::filesystem::path output = whole(delivery.path);
  if (output.filename().empty()) output = output.parent_path();
  if (report == output || (into_folder(delivery) && report.parent_path() == output))
    throw UsageError("--loss-report " + delivery.loss_report +
                         " would be written over the output " + delivery.path,
                     {}, "give the report another name");
}

constexpr const char* perhaps = " may hold reviewed claims, and a part of it cannot be read";

}  // namespace

void keep_inputs(const Delivery& delivery, std::span<const std::string> inputs, bool may_rewrite) {
  if (delivery.path.empty() && delivery.loss_report.empty()) return;
  keep_output(delivery);
  InputFiles read;
  for (const std::string& input : inputs) try {
      list_input(input, {}, read);
    } catch (const Error&) {
      // What cannot be read is said when it is read.
    }
  for (const std::string& file : read.files) {
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    if (!may_rewrite && into_folder(delivery) &&
        is_same(folder.empty() ? "." : folder, delivery.path))
      throw Error(delivery.path + " holds what is read, which could be replaced by the answer", {},
                  "write to another folder");
    for (const std::string& target :
         {may_rewrite ? std::string() : delivery.path, delivery.loss_report})
      if (is_same(file, target))
        throw Error(target + " is what is read, and would be replaced by the answer", {},
                    "write to another file");
  }
}

void keep_refusals(const Delivery& delivery) {
  for (const std::string& file : replaced_files(delivery)) {
    const RecordedReviews reviews = recorded_reviews(file);
    if (reviews.refused == 0 && !reviews.unsure) continue;
    const std::string what = reviews.refused > 0
                                 ? " holds claims that a review refused, which would be forgotten"
                                 : perhaps;
    throw Error(file + what, {}, "write to another file; 'extract -i " + file + "' keeps them");
  }
}

void keep_reviews(const Delivery& delivery, std::span<const std::string> kept) {
  for (const std::string& file : replaced_files(delivery)) {
    const auto same = [&](const std::string& input) { return is_same(input, file); };
    if (std::ranges::any_of(kept, same)) continue;
    const RecordedReviews reviews = recorded_reviews(file);
    if (!reviews.any()) continue;
    const bool surely = reviews.refused + reviews.accepted > 0;
    throw Error(file + (surely ? " holds reviewed claims, which would be lost" : perhaps), "",
                "add '-i " + file + "' to keep them, or write to another file");
  }
}

}  // namespace oscegraph::cli
