// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/inputs/json_outline.hpp"

#include <algorithm>
#include <array>

namespace oscegraph {
namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Scans the text, one token of the outermost level at a time.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  char next() {
    at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size());
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  void step() { ++at_; }
  void pass(std::size_t bytes) { at_ += bytes; }
  [[nodiscard]] std::size_t place() const { return at_; }

  /// Reads a string, whose opening quote is the current character, and returns what is between the
  /// quotes.
  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, text_.size());
    const std::string_view inside = text_.substr(begin, at_ - begin);
    if (at_ < text_.size()) ++at_;
    return inside;
  }

  /// Skips a value and everything inside it.
  void skip_value() {
    std::size_t depth = 0;
    do {
      const char c = next();
      if (c == '\0') return;
      if (c == '"') {
        string();
      } else if (c == '{' || c == '[') {
        ++depth;
        step();
      } else if (c == '}' || c == ']') {
        if (depth == 0) return;
        --depth;
        step();
      } else if (c == ',' || c == ':') {
        if (depth == 0) return;
        step();
      } else {
        at_ = std::min(text_.find_first_of(",:{}[]\" \t\r\n", at_), text_.size());
      }
    } while (depth > 0);
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// Keys that only native records have: when one is found, the rest need not be read.
bool is_telling(std::string_view key) {
  return key == "oscegraph" || key == "documents" || key == "claims";
}

/// Returns false when it stopped before the end of the object.
bool read_keys(Scanner& scanner, JsonOutline& outline) {
  for (;;) {
    const char c = scanner.next();
    if (c == '}') {
      scanner.step();
      return true;
    }
    if (c == ',') {
      scanner.step();
      continue;
    }
    if (c != '"') return false;
    JsonOutline::Key& key = outline.keys.emplace_back();
    key.name = scanner.string();
    if (scanner.next() != ':') return false;
    scanner.step();
    key.value = scanner.next();
    if (is_telling(key.name)) return false;
    constexpr std::size_t most = 200;
    if (key.value == '"') key.text = scanner.string().substr(0, most);
    else scanner.skip_value();
  }
}

/// `scanner` starts at the beginning of the text and is left where the reading stopped.
JsonOutline outline_of(std::string_view text, Scanner& scanner) {
  JsonOutline outline;
  if (text.starts_with("\xEF\xBB\xBF")) scanner.pass(3);
  const char first = scanner.next();
  if (first != '{' && first != '[') return outline;
  const std::size_t begin = scanner.place();
  scanner.step();
  const char inside = scanner.next();
  if (first == '[') {
    outline.opens = '[';
    outline.first_inside = inside;
    return outline;
  }
  if (inside != '"' && inside != '}') return outline;
  outline.opens = '{';
  if (!read_keys(scanner, outline)) return outline;
  const std::size_t end = scanner.place();
  outline.one_line = text.substr(begin, end - begin).find('\n') == std::string_view::npos;
  const bool another = scanner.next() == '{';
  const std::string_view between = text.substr(end, scanner.place() - end);
  outline.followed = another && between.find('\n') != std::string_view::npos;
  return outline;
}

const JsonOutline::Key* find(const JsonOutline& outline, std::string_view name) {
  const auto found = std::ranges::find(outline.keys, name, &JsonOutline::Key::name);
  return found == outline.keys.end() ? nullptr : &*found;
}

bool has(const JsonOutline& outline, std::string_view name, char value) {
  const JsonOutline::Key* key = find(outline, name);
  return key != nullptr && key->value == value;
}

bool is_record(const JsonOutline& outline) {
  const JsonOutline::Key* type = find(outline, "type");
  return type != nullptr &&
         (type->text == "document" || type->text == "node" || type->text == "claim");
}

bool is_graph_of_others(const JsonOutline& outline) {
  const bool lists =
      has(outline, "nodes", '[') && (has(outline, "links", '[') || has(outline, "edges", '['));
  return lists || has(outline, "elements", '{') || has(outline, "graphs", '[') ||
         (has(outline, "graph", '{') && outline.keys.size() == 1);
}

bool is_map(const JsonOutline& outline) {
  constexpr std::array<std::string_view, 4> kinds{"FeatureCollection", "Feature",
                                                  "GeometryCollection", "Topology"};
  const JsonOutline::Key* type = find(outline, "type");
  return type != nullptr && std::ranges::find(kinds, type->text) != kinds.end();
}

constexpr ForeignFile list{"this JSON is a list, not oscegraph's own records",
                           "save it as CSV and read that with --map FILE"};
constexpr ForeignFile graph{"this JSON is a graph of nodes and links in another program's form",
                            "save it as GraphML and read that with --map FILE"};
constexpr ForeignFile map{"this JSON is a map (GeoJSON)",
                          "save its table as CSV and read that with --map FILE"};
constexpr ForeignFile feed{"this is a feed in JSON", "save its RSS or Atom form"};
constexpr ForeignFile linked_data{"this JSON is linked data (JSON-LD)",
                                  "save it as CSV and read that with --map FILE"};

}  // namespace

JsonOutline json_outline(std::string_view text) {
  Scanner scanner(text);
  return outline_of(text, scanner);
}

JsonOutline json_outline(ByteStream& bytes) {
  for (std::size_t size = std::size_t{1} << 16U;; size *= 2) {
    const std::string_view text = bytes.peek(size);
    Scanner scanner(text);
    JsonOutline outline = outline_of(text, scanner);
    if (bytes.ends_here() || scanner.place() < text.size()) return outline;
  }
}

bool is_native_object(const JsonOutline& outline) {
  if (outline.opens != '{') return false;
  if (std::ranges::any_of(outline.keys, [](const auto& key) { return is_telling(key.name); }))
    return true;
  return has(outline, "nodes", '[') && !is_graph_of_others(outline) && !is_record(outline);
}

bool is_native_lines(const JsonOutline& outline) {
  if (outline.opens != '{' || is_native_object(outline)) return false;
  return is_record(outline) || (outline.one_line && outline.followed);
}

const ForeignFile* foreign_json(const JsonOutline& outline) {
  if (outline.opens == '[') return &list;
  if (outline.opens != '{' || is_native_object(outline) || is_record(outline)) return nullptr;
  if (outline.followed) return nullptr;
  if (is_graph_of_others(outline)) return &graph;
  if (is_map(outline)) return &map;
  const JsonOutline::Key* version = find(outline, "version");
  if (version != nullptr && version->text.find("jsonfeed.org") != std::string_view::npos)
    return &feed;
  const bool linked = find(outline, "@context") != nullptr || find(outline, "@graph") != nullptr;
  return linked ? &linked_data : nullptr;
}

}  // namespace oscegraph
