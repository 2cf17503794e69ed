// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/records/json_records.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <deque>

#include "oscegraph/graph/text/nearest.hpp"
#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/text_check.hpp"

namespace oscegraph {

JsonPlaces::Position JsonPlaces::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  while (counted_ < offset) {
    const std::size_t end = text_.find('\n', counted_);
    if (end == std::string_view::npos || end >= offset) break;
    ++line_;
    line_start_ = end + 1;
    counted_ = end + 1;
  }
  return {line_, offset - line_start_ + 1};
}

namespace {

/// A message for each of RapidJSON's syntax errors, for the person who made the file; `byte` is
/// where it stopped.
std::string_view in_words(rapidjson::ParseErrorCode code, char byte = ' ') {
  const bool is_control = static_cast<unsigned char>(byte) < 0x20;
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return "there is no JSON value here";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "text follows the end of the JSON value";
    case rapidjson::kParseErrorValueInvalid:
      return "this is not a JSON value, or the text ends too early";
    case rapidjson::kParseErrorObjectMissName: return "a field name in quotes is missing";
    case rapidjson::kParseErrorObjectMissColon: return "a ':' is missing after the field name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "a ',' or '}' is missing in the object";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "a ',' or ']' is missing in the list";
    case rapidjson::kParseErrorStringMissQuotationMark: return "a string is never closed";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return is_control
                 ? "a line break or another control character in a string, which JSON writes "
                   "with a backslash"
                 : "a backslash that starts no known escape";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return "\\u needs four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "half of a \\u surrogate pair is missing";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "a control character or a byte that is not UTF-8 in a string";
    case rapidjson::kParseErrorNumberMissFraction:
      return "digits are missing after the decimal point";
    case rapidjson::kParseErrorNumberMissExponent: return "digits are missing in the exponent";
    case rapidjson::kParseErrorNumberTooBig: return "the number is too large";
    default: return "the JSON is damaged";
  }
}

constexpr std::string_view jsonl_help =
    "a line is one object {\"type\":\"document\"|\"node\"|\"claim\", ...}";
constexpr std::string_view json_help =
    "the file is {\"oscegraph\":1,\"documents\":[...],\"nodes\":[...],\"claims\":[...]}";

/// A sentence for people about the file, for example that it is a part of a graph.
constexpr std::string_view note_key = "note";

}  // namespace

/// The SAX handler: tracks the nesting of the outer object and its sections (shape `object` only),
/// a record, and the record's two lists. Anything deeper is reported and skipped.
struct JsonRecords::Handler {
  enum class Level : std::uint8_t { outside, file, section, record, aliases, attributes };

  Handler(JsonRecords& owner, rapidjson::InsituStringStream& json, std::string_view text,
          std::uint64_t line)
      : reader(owner),
        stream(json),
        places(text, line),
        shape(owner.shape_) {}

  // --- RapidJSON's events
  bool Null() { return scalar("null", ValueType::absent); }
  bool Bool(bool value) { return scalar(value ? "true" : "false", ValueType::boolean); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return scalar({text, length}, ValueType::number);
  }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    return scalar({text, length}, ValueType::text);
  }
  // With numbers as strings RapidJSON never calls these.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    if (skipping > 0) return true;
    key = {text, length};
    key_place = place_of_string(text);
    if (!is_text(key, key_place)) {
      pass_over_value();
      return true;
    }
    if (level == Level::record) return record_key();
    if (level == Level::file) return file_key();
    return true;
  }

  bool StartObject() {
    if (skipping > 0) return deeper();
    const auto place = place_of_bracket();
    if (level == Level::outside && shape == JsonShape::object) return enter(Level::file);
    if (level == Level::outside || level == Level::section) return start_record(place);
    if (level == Level::record && list == "attributes") return enter(Level::attributes);
    return unexpected(place, "an object");
  }
  bool EndObject(rapidjson::SizeType /*members*/) {
    if (skipping > 0) return shallower();
    if (level == Level::record) end_record();
    level = level == Level::attributes             ? Level::record
            : level == Level::record && in_section ? Level::section
                                                   : Level::outside;
    list = {};
    return true;
  }
  bool StartArray() {
    if (skipping > 0) return deeper();
    const auto place = place_of_bracket();
    if (level == Level::record && list == "aliases") return enter(Level::aliases);
    if (level == Level::file && section) return enter(Level::section);
    return unexpected(place, "a list");
  }
  /// After a syntax error: pushes the record as damaged if its type is known, so that references to
  /// it give no further error.
  void give_up() {
    if (level == Level::outside || level == Level::file || level == Level::section) return;
    if (!type) return;
    record_is_good = false;
    end_record();
  }
  bool EndArray(rapidjson::SizeType /*elements*/) {
    if (skipping > 0) return shallower();
    level = level == Level::aliases ? Level::record : Level::file;
    list = {};
    return true;
  }

 private:
  using Position = JsonPlaces::Position;

  // --- keys
  bool file_key() {
    section.reset();
    if (key == "oscegraph" || key == note_key) return true;
    std::vector<std::string_view> tables{"oscegraph", note_key};
    for (const RecordRow& row : record_types()) {
      if (row.table == key) section = row.type;
      tables.push_back(row.table);
    }
    if (!section) {
      report(key_place, "the file has no section " + in_quotes(key),
             "sections are " + join_and(tables), did_you_mean(key, tables));
      skip_value = true;
    }
    return true;
  }

  bool record_key() {
    field.reset();
    list = {};
    if (key == "type" && shape == JsonShape::line) return true;
    if (!type) {  // keys before "type" are stored until the type is known
      if (key == "aliases" || key == "attributes") return early_list_key();
      early.push_back({std::string(key), {}, key_place});
      waiting = true;
      return true;
    }
    return field_key();
  }

  /// Only nodes have lists, so their values can be stored at once; whether the record is a node is
  /// checked later.
  bool early_list_key() {
    early_lists.push_back({std::string(key), {}, key_place});
    list = early_lists.back().key;
    waiting = false;
    return true;
  }

  bool field_key() {
    waiting = false;
    field.reset();
    list = {};
    if (*type == RecordType::node && key == "aliases") list = "aliases";
    else if (*type == RecordType::node && key == "attributes") list = "attributes";
    else field = find_field(*type, key);
    if (field || !list.empty()) return true;
    const auto names = field_names(*type);
    report(key_place, "a " + std::string(row_of(*type).name) + " has no field " + in_quotes(key),
           "fields are " + join_and(names), did_you_mean(key, names));
    record_is_good = false;
    skip_value = true;
    return true;
  }

  // --- records
  bool start_record(Position place) {
    Record& record = reader.record_;
    record.clear();
    record.source = reader.context_.source;
    record.line = place.line;
    record.column = place.column;
    early.clear();
    early_lists.clear();
    in_section = level == Level::section;
    type = in_section ? section : std::nullopt;
    record_is_good = true;
    return enter(Level::record);
  }

  void end_record() {
    Record& record = reader.record_;
    if (!type) {
      if (record_is_good)
        report({record.line, record.column}, "the record has no \"type\"",
               "a type is document, node or claim");
      return;
    }
    for (Early& one : early) {
      key = one.key;
      key_place = one.place;
      field_key();
      skip_value = false;
      if (field && !store(*field, one.value)) record_is_good = false;
    }
    for (Early& one : early_lists) {
      key = one.key;
      key_place = one.place;
      field_key();
      skip_value = false;
    }
    record.type = *type;
    record.damaged = !record_is_good;
    reader.context_.sink.accept(record);
  }

  // --- values
  bool scalar(std::string_view text, ValueType value_type) {
    if (skipping > 0) return true;
    if (skip_value) {
      skip_value = false;
      return true;
    }
    const Position place = value_type == ValueType::text ? place_of_string(text.data())
                           : value_type == ValueType::number
                               ? place_at(offset_of(text.data()))
                               : place_at(stream.Tell() - text.size());
    const bool is_null = value_type == ValueType::absent;
    const Value value{is_null ? std::string_view() : text, value_type, place.line, place.column};
    if (!is_text(text, place)) return true;
    switch (level) {
      case Level::outside: return fatal(place, "a lone value, where a record should be");
      case Level::section:
        report(place, "a lone value, where a record should be", std::string(help()));
        return true;
      case Level::file: return file_scalar(value);
      case Level::record: return record_scalar(value);
      case Level::aliases: return alias(value);
      case Level::attributes: return attribute(value);
    }
    return true;
  }

  bool file_scalar(const Value& value) {
    if (key == "oscegraph" && value.text == "1") return true;
    if (key == note_key && value.type == ValueType::text) {
      tell_what_it_says(reader.source_, value.text, reader.context_);
      return true;
    }
    if (key == "oscegraph")
      return fatal({value.line, value.column}, "format version " + in_quotes(value.text) +
                                                   " is not known; this program reads version 1");
    report({value.line, value.column}, "'" + std::string(key) + "' should be " +
                                           (key == note_key ? "text" : "a list of records"));
    return true;
  }

  bool record_scalar(const Value& value) {
    if (key == "type" && shape == JsonShape::line) {
      if (!read_type(value)) record_is_good = false;
      return true;
    }
    if (waiting) {
      early.back().text = std::string(value.text);
      early.back().value = value;
      early.back().value.text = early.back().text;
      waiting = false;
      return true;
    }
    if (!field) {  // a list that is null counts as absent
      if (value.type != ValueType::absent) {
        const bool names = list == "aliases";
        wrong_type(value, names ? "a list of texts" : "an object of names and values");
      }
      return true;
    }
    if (!store(*field, value)) record_is_good = false;
    return true;
  }

  bool read_type(const Value& value) {
    if (type) {
      report({value.line, value.column}, "field 'type' is given twice", "", "keep one");
      return false;
    }
    std::vector<std::string_view> names;
    for (const RecordRow& row : record_types()) {
      names.push_back(row.name);
      if (value.text == row.name && value.type == ValueType::text) type = row.type;
    }
    if (type) return true;
    report({value.line, value.column}, "unknown record type " + in_quotes(value.text),
           "a type is " + join_or(names), did_you_mean(value.text, names));
    return false;
  }

  bool store(Field which, const Value& value) {
    Value& slot = reader.record_[which];
    if (slot.present()) {
      report({value.line, value.column},
             "field '" + std::string(name_of(which)) + "' is given twice", "", "keep one");
      return false;
    }
    const bool number_allowed = which == Field::amount || which == Field::share;
    if (value.type == ValueType::boolean || (value.type == ValueType::number && !number_allowed)) {
      wrong_type(value, number_allowed ? "a number or text" : "text in quotes");
      return false;
    }
    slot = value;
    return true;
  }

  void wrong_type(const Value& value, const std::string& wanted) {
    report({value.line, value.column}, "'" + std::string(key) + "' should be " + wanted + ", not " +
                                           std::string(value.text.substr(0, 40)));
    record_is_good = false;
  }

  bool alias(const Value& value) {
    if (value.type == ValueType::text) {
      reader.record_.aliases.push_back(value);
      return true;
    }
    report({value.line, value.column}, "an alias should be text in quotes, not " +
                                           std::string(value.present() ? value.text : "null"));
    record_is_good = false;
    return true;
  }

  bool attribute(const Value& value) {
    auto& attributes = reader.record_.attributes;
    if (value.type == ValueType::absent) return true;
    if (std::ranges::count(attributes, key, &AttributeField::name) > 0) {
      report(key_place, "attribute " + in_quotes(key) + " is given twice", "", "keep one");
      record_is_good = false;
      return true;
    }
    attributes.push_back({key, value});
    return true;
  }

  /// Reports a text with NUL or invalid UTF-8, which escapes can produce.
  bool is_text(std::string_view text, Position place) {
    if (text.find('\0') != std::string_view::npos)
      report(place, "a NUL character in a string", "", "remove \\u0000");
    else if (invalid_utf8(text) != std::string_view::npos)
      report(place, std::string(in_words(rapidjson::kParseErrorStringUnicodeSurrogateInvalid)));
    else return true;
    record_is_good = false;
    return false;
  }

  void pass_over_value() {
    skip_value = true;
    waiting = false;
    list = {};
    field.reset();
    section.reset();
  }

  // --- nesting
  bool enter(Level next) {
    level = next;
    return true;
  }
  bool deeper() {
    constexpr std::size_t deepest = 64;
    if (++skipping > deepest) return fatal(place_of_bracket(), "brackets nested more than 64 deep");
    return true;
  }
  bool shallower() {
    --skipping;
    return true;
  }
  /// A list or object in a wrong place: reported, then skipped.
  bool unexpected(Position place, std::string_view found) {
    if (level == Level::outside)
      return fatal(place, std::string(found) + ", where a record should be");
    if (!skip_value) {
      const std::string what =
          level == Level::section ? std::string(found) + ", where a record should be"
          : level == Level::aliases
              ? std::string("an alias should be text in quotes, not ") + std::string(found)
          : level == Level::attributes
              ? "attribute " + in_quotes(key) + " should be text, a number, true or false, not " +
                    std::string(found)
              : "'" + std::string(key) + "' should not be " + std::string(found);
      report(place, what, level == Level::section ? std::string(help()) : "");
    }
    record_is_good = false;
    skip_value = false;
    waiting = false;
    skipping = 1;
    return true;
  }

  // --- reporting and places
  [[nodiscard]] std::string_view help() const {
    return shape == JsonShape::line ? jsonl_help : json_help;
  }
  bool fatal(Position place, std::string what) {
    report(place, std::move(what), std::string(help()));
    return false;
  }
  void report(Position place, std::string what, std::string allowed = {}, std::string next = {}) {
    reader.context_.problems.report({{reader.source_.name, place.line, place.column},
                                     std::move(what),
                                     std::move(allowed),
                                     std::move(next)});
  }
  [[nodiscard]] std::size_t offset_of(const char* text) const {
    return static_cast<std::size_t>(text - reader.buffer_.data());
  }
  Position place_at(std::size_t offset) { return places.at(offset); }
  Position place_of_string(const char* text) { return place_at(offset_of(text) - 1); }
  /// The place of the bracket that opens here; RapidJSON may or may not have moved past it.
  Position place_of_bracket() {
    const std::size_t here = stream.Tell();
    const char c = here < reader.buffer_.size() ? reader.buffer_[here] : '\0';
    return place_at(c == '{' || c == '[' || here == 0 ? here : here - 1);
  }

  JsonRecords& reader;
  rapidjson::InsituStringStream& stream;
  JsonPlaces places;
  JsonShape shape;
  Level level = Level::outside;
  std::string_view key;
  Position key_place;
  std::optional<RecordType> section;  ///< type of the file's current section
  std::optional<RecordType> type;     ///< type of the current record
  std::optional<Field> field;         ///< the field that the next scalar belongs to
  std::string_view list;              ///< "aliases" or "attributes": what the next list belongs to
  bool in_section = false;
  bool record_is_good = true;
  bool skip_value = false;   ///< skip the value of the last key
  std::size_t skipping = 0;  ///< depth inside a skipped value
  bool waiting = false;      ///< the last key came before "type"
  struct Early {
    std::string key;
    Value value;
    Position place;
    std::string text{};
  };
  std::deque<Early> early;
  std::deque<Early> early_lists;
};

JsonRecords::JsonRecords(const Source& source, ReadContext& context, JsonShape shape)
    : source_(source),
      context_(context),
      shape_(shape) {}

bool JsonRecords::parse(std::string_view text, std::uint64_t first_line) {
  if (!check_text(text, source_.name, first_line, 1, context_.problems)) return false;
  buffer_.assign(text);
  rapidjson::InsituStringStream stream(buffer_.data());
  Handler handler(*this, stream, text, first_line);
  // Iterative parsing: nesting uses heap, not the call stack.
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                             rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag;
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
  if (!result.IsError()) return true;
  if (result.Code() == rapidjson::kParseErrorTermination) return false;  // already reported
  JsonPlaces places(text, first_line);
  const auto place = places.at(result.Offset());
  const char byte = result.Offset() < text.size() ? text[result.Offset()] : '\0';
  context_.problems.report({{source_.name, place.line, place.column},
                            std::string(in_words(result.Code(), byte)),
                            std::string(shape_ == JsonShape::line ? jsonl_help : json_help)});
  handler.give_up();
  return false;
}

}  // namespace oscegraph
