// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/bench/records.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace oscegraph::bench {
namespace {

constexpr std::array<std::string_view, 12> themes{
    "Border management", "Mine action",       "Local courts",   "Free media",
    "Water governance",  "Police reform",     "Human rights",   "Électrification rurale",
    "Energy security",   "Women in security", "Road transport", "Forstwirtschaft"};
constexpr std::array<std::string_view, 8> forms_of_work{
    "support programme", "training",        "assessment", "technical assistance",
    "equipment",         "legislative aid", "pilot",      "monitoring"};
constexpr std::array<std::string_view, 10> places{
    "Osh", "Łódź", "Gori", "Khujand", "Bălți", "Mitrovicë", "Nukus", "Batumi", "Šabac", "Lviv"};
constexpr std::array<std::string_view, 6> currencies{"EUR", "USD", "GBP", "SEK", "NOK", "CHF"};
constexpr std::array<std::string_view, 4> flows{"committed", "disbursed", "pledged", "spent"};
constexpr std::uint32_t claims_a_document = 5000;

/// One field of a record. `json` is the value in JSON, if it is not `text` in quotes.
struct Member {
  std::string_view name;
  std::string text;
  std::string json{};
};
using Members = std::vector<Member>;

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

/// A form of output (JSON Lines or CSV) that records are written to.
class Form {
 public:
  Form() = default;
  Form(const Form&) = delete;
  Form& operator=(const Form&) = delete;
  virtual ~Form() = default;
  virtual void write(std::string_view type, Members& members) = 0;
  [[nodiscard]] virtual bool finish() = 0;
};

/// A file that is written in large blocks.
class Blocks {
 public:
  explicit Blocks(const std::string& path) : stream_(path, std::ios::binary) {}
  Blocks& operator<<(std::string_view text) {
    block_ += text;
    if (block_.size() > size_t{1} << 20U) flush();
    return *this;
  }
  bool finish() {
    flush();
    return static_cast<bool>(stream_.flush());
  }

 private:
  void flush() {
    stream_.write(block_.data(), static_cast<std::streamsize>(block_.size()));
    block_.clear();
  }
  std::ofstream stream_;
  std::string block_;
};

class JsonLines : public Form {
 public:
  JsonLines(const std::string& path, bool shuffled, std::uint64_t seed)
      : out_(path),
        shuffled_(shuffled),
        random_(seed) {}
  void write(std::string_view type, Members& members) override {
    Members record{{"type", std::string(type)}};
    for (Member& member : members)
      if (!member.text.empty() || !member.json.empty()) record.push_back(std::move(member));
    if (shuffled_) random_.shuffle(record);
    std::string_view before = "{";
    for (const Member& member : record) {
      out_ << before << json_string(member.name) << ":";
      out_ << (member.json.empty() ? json_string(member.text) : member.json);
      before = ",";
    }
    out_ << "}\n";
  }
  bool finish() override { return out_.finish(); }

 private:
  Blocks out_;
  bool shuffled_;
  Random random_;
};

class CsvTables : public Form {
 public:
  explicit CsvTables(std::string folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_);
  }
  /// Precondition: all records of one type are written before those of another.
  void write(std::string_view type, Members& members) override {
    if (type != type_) {
      fine_ = finish();
      type_ = type;
      out_ = std::make_unique<Blocks>(folder_ + '/' + type_ + "s.csv");
      std::string_view before;
      for (const Member& member : members) {
        *out_ << before << member.name;
        before = ",";
      }
      *out_ << "\n";
    }
    std::string_view before;
    for (const Member& member : members) {
      *out_ << before << cell(member.text);
      before = ",";
    }
    *out_ << "\n";
  }
  bool finish() override { return fine_ && (out_ == nullptr || out_->finish()); }

 private:
  static std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\n") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) {
      if (c == '"') result += '"';
      result += c;
    }
    return result + '"';
  }
  std::string folder_;
  std::string type_;
  std::unique_ptr<Blocks> out_;
  bool fine_ = true;
};

std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// Writes the network as records, in the order documents, nodes, claims.
class Speaker {
 public:
  Speaker(const Network& network, std::uint64_t seed, Form& form, bool csv)
      : network_(network),
        random_(mixed(seed)),
        form_(form),
        csv_(csv) {}

  void say_all() {
    const std::size_t documents = network_.edges().size() / claims_a_document + 1;
    for (std::size_t d = 0; d < documents; ++d) say_document(d);
    for (Node n = 0; n < network_.node_count(); ++n) say_node(n);
    for (std::size_t e = 0; e < network_.edges().size(); ++e) say_claim(e);
  }

 private:
  template <std::size_t size>
  std::string_view one_of(const std::array<std::string_view, size>& list) {
    return list[random_.below(size)];
  }
  [[nodiscard]] std::string_view kind(Node n) const {
    const NetworkSize& size = network_.size();
    if (n < size.donors) return n % 4 == 0 ? "state" : "donor";
    return n < size.donors + size.offices ? "office" : "project";
  }
  [[nodiscard]] std::string id(Node n) const { return std::string(kind(n)) + ":x" + padded(n, 6); }
  std::string day() {
    return padded(1995 + random_.below(30), 4) + '-' + padded(1 + random_.below(12), 2) + '-' +
           padded(1 + random_.below(28), 2);
  }
  static std::string document_id(std::size_t d) { return "report-" + padded(d, 5); }

  void say_document(std::size_t d) {
    Members members{{"id", document_id(d)},
                    {"title", "Report " + std::to_string(d)},
                    {"publisher", "Publisher " + std::to_string(d % 97)},
                    {"date", day()}};
    form_.write("document", members);
  }

  void say_node(Node n) {
    std::string name(one_of(themes));
    name += ' ';
    name += one_of(forms_of_work);
    name += random_.below(20) == 0 ? " \"" + std::string(one_of(places)) + '"'
                                   : " " + std::string(one_of(places));
    name += ' ' + std::to_string(n);
    Members members{{"id", id(n)}, {"kind", std::string(kind(n))}, {"name", name}};
    Member aliases{"aliases", ""};
    for (std::uint32_t i = random_.below(3); i > 0; --i) {
      const std::string alias =
          std::string(one_of(places)) + '/' + std::to_string(random_.below(100000));
      aliases.text += (aliases.text.empty() ? "" : "|") + alias;
      aliases.json += (aliases.json.empty() ? "[" : ",") + json_string(alias);
    }
    if (!aliases.json.empty()) aliases.json += ']';
    members.push_back(std::move(aliases));
    say_attributes(members);
    form_.write("node", members);
  }

  void say_attributes(Members& members) {
    const std::string country = std::to_string(random_.below(200));
    const std::string sector = std::to_string(11000 + 10 * random_.below(400));
    const std::string since = day();
    if (csv_) {
      members.push_back({"attributes.country", country});
      members.push_back({"attributes.sector", sector});
      members.push_back({"attributes.since", since});
    } else {
      members.push_back({"attributes", "",
                         "{\"country\":" + json_string(country) + ",\"sector\":" +
                             json_string(sector) + ",\"since\":" + json_string(since) + '}'});
    }
  }

  void say_claim(std::size_t e) {
    const auto [a, b] = network_.edges()[e];
    // An edge goes from a donor or an office to the project.
    const bool related = kind(a) == "project" && kind(b) == "project";
    const Node from = related ? a : std::min(a, b);
    const Node to = related ? b : std::max(a, b);
    const bool channels = related && random_.below(2) == 0;
    const std::string_view relation = related ? channels ? "channels_to" : "part_of"
                                      : kind(from) == "office"                        ? "implements"
                                      : kind(from) == "state" && kind(to) == "office" ? "hosts"
                                                                                      : "funds";
    const bool money = relation == "funds" || relation == "channels_to";
    const double u = random_.unit();
    const auto amount = 1000 + static_cast<std::uint64_t>(1e7 * u * u * u);
    const std::string cents = padded(random_.below(100), 2);
    const std::string_view currency = one_of(currencies);
    const std::string_view flow = one_of(flows);
    const std::string start = day();
    Members members{{"from", id(from)},
                    {"relation", std::string(relation)},
                    {"to", id(to)},
                    {"document", document_id(e / claims_a_document)},
                    {"amount", money ? std::to_string(amount) + '.' + cents : ""},
                    {"currency", money ? std::string(currency) : ""},
                    {"flow", money ? std::string(flow) : ""},
                    {"start", start},
                    {"locator", "row " + std::to_string(e % claims_a_document + 1)},
                    {"basis", "stated"}};
    form_.write("claim", members);
  }

  const Network& network_;
  Random random_;
  Form& form_;
  bool csv_;
};

}  // namespace

bool write_records(const Network& network, std::uint64_t seed, std::string_view form,
                   const std::string& target) {
  std::unique_ptr<Form> out;
  if (form == "csv") out = std::make_unique<CsvTables>(target);
  else if (form == "native" || form == "shuffled")
    out = std::make_unique<JsonLines>(target, form == "shuffled", seed);
  if (out == nullptr) {
    std::cerr << "no form '" << form << "': native, shuffled or csv\n";
    return false;
  }
  Speaker(network, seed, *out, form == "csv").say_all();
  if (out->finish()) return true;
  std::cerr << target << ": cannot be written\n";
  return false;
}

}  // namespace oscegraph::bench
