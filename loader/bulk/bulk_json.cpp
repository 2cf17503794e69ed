// SPDX-License-Identifier: Apache-2.0
#include "oscegraph/loader/bulk/bulk_json.hpp"

// RapidJSON's vectorised scanning reads up to one register beyond the text. Only this file leaves
// room for that, so it compiles a RapidJSON of its own, in another namespace.
#define RAPIDJSON_NAMESPACE rapidjson_bulk
#define RAPIDJSON_NAMESPACE_BEGIN namespace rapidjson_bulk {
#define RAPIDJSON_NAMESPACE_END }
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#define RAPIDJSON_NEON
#endif
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/records/json_escapes.hpp"

namespace oscegraph {
namespace {

/// The first quote, backslash or control character at or after `p`; there must be one. May read up
/// to 16 bytes beyond it.
const char* end_of_plain(const char* p) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i backslash = _mm_set1_epi8('\\');
  const __m128i last_control = _mm_set1_epi8(0x1F);
  for (;; p += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i control = _mm_cmpeq_epi8(_mm_max_epu8(bytes, last_control), last_control);
    const __m128i ends = _mm_or_si128(
        control, _mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)));
    const auto mask = static_cast<unsigned>(_mm_movemask_epi8(ends));
    if (mask != 0) return p + std::countr_zero(mask);
  }
#else
  while (*p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
  return p;
#endif
}

/// As pass_string(), for a string whose first escape is at `end`.
const char* pass_escaped(const char* p, const char* end, const char* last, std::string_view& text,
                         BulkRecords& records) {
  while (*end == '\\' && last - end >= 2) end = end_of_plain(end + 2);
  if (*end != '"' || end >= last) return nullptr;
  std::optional<std::string> meant = without_escapes({p, end});
  if (!meant) return nullptr;
  text = records.keep(*std::move(meant));
  return end + 1;
}

/// Reads the rest of a JSON string from `p` on into `text`. Returns the position after its closing
/// quote; nullptr when it does not end before `last` or has an invalid escape. May read beyond the
/// string like end_of_plain().
inline const char* pass_string(const char* p, const char* last, std::string_view& text,
                               BulkRecords& records) {
  const char* end = end_of_plain(p);
  if (*end == '\\') return pass_escaped(p, end, last, text, records);
  if (*end != '"' || end >= last) return nullptr;
  text = {p, static_cast<std::size_t>(end - p)};
  return end + 1;
}

/// The text `,"name":"` of each field of a claim, in the order in which we write them.
struct Opening {
  Field field;
  std::string text;
  std::uint32_t beginning;  ///< its first four bytes, for a quick comparison
};
std::uint32_t four_bytes(const char* p) {
  std::uint32_t bytes = 0;
  std::memcpy(&bytes, p, sizeof bytes);
  return bytes;
}
std::vector<Opening> claim_openings() {
  std::vector<Opening> openings;
  for (const FieldRow& row : row_of(RecordType::claim).fields) {
    const std::string text = ",\"" + std::string(row.name) + "\":\"";
    openings.push_back({row.field, text, four_bytes(text.data())});
  }
  return openings;
}

struct KnownKey {
  std::string_view name;
  Field field;
};
/// Known field names, indexed by length.
using KeysByLength = std::array<std::vector<KnownKey>, 16>;
KeysByLength keys_by_length() {
  KeysByLength keys;
  for (const RecordRow& type : record_types())
    for (const FieldRow& row : type.fields)
      if (std::ranges::count(keys.at(row.name.size()), row.field, &KnownKey::field) == 0)
        keys.at(row.name.size()).push_back({row.name, row.field});
  return keys;
}

/// The fields that a record of each type may have, a bit each.
std::array<std::uint32_t, 3> allowed_fields() {
  std::array<std::uint32_t, 3> allowed{};
  for (const RecordRow& type : record_types())
    for (const FieldRow& row : type.fields)
      allowed.at(static_cast<std::size_t>(type.type)) |= 1U << static_cast<unsigned>(row.field);
  return allowed;
}

/// Receives RapidJSON's events for one line. Returns false, which ends the parsing, for anything
/// unusual.
class LineHandler {
 public:
  /// `escapes`: whether RapidJSON decoded escapes in the texts, which may then hold characters that
  /// are not allowed.
  LineHandler(BulkRecord& record, bool escapes) : record_(record), escapes_(escapes) {}

  bool Null() {
    if (level_ == Level::aliases) return false;
    if (level_ == Level::record && list_ == Level::record && !is_type_) seen_ |= bit_;
    return level_ != Level::outside && !is_type_ && !repeated_;
  }
  bool Bool(bool value) {
    return level_ == Level::attributes && add(value ? "true" : "false", AttributeType::boolean);
  }
  bool RawNumber(const char* text, rapidjson_bulk::SizeType length, bool /*copy*/) {
    const std::string_view number(text, length);
    if (level_ == Level::attributes) return add(number, AttributeType::number);
    const bool allowed = field_ == Field::amount || field_ == Field::share;
    return level_ == Level::record && list_ == Level::record && !is_type_ && allowed && set(number);
  }
  bool String(const char* text, rapidjson_bulk::SizeType length, bool /*copy*/) {
    const std::string_view value(text, length);
    if (!is_text(value)) return false;
    switch (level_) {
      case Level::outside: return false;
      case Level::aliases: record_.aliases.push_back(value); return true;
      case Level::attributes: return add(value, AttributeType::text);
      case Level::record: break;
    }
    if (list_ != Level::record) return false;
    return is_type_ ? set_type(value) : set(value);
  }
  bool Key(const char* text, rapidjson_bulk::SizeType length, bool /*copy*/) {
    const std::string_view key(text, length);
    if (level_ == Level::attributes) {
      key_ = key;
      return is_text(key) &&
             std::ranges::count(record_.attributes, key, &BulkRecord::Attribute::name) == 0;
    }
    list_ = Level::record;
    is_type_ = key == "type";
    if (is_type_) return true;
    if (key == "aliases" || key == "attributes") {
      list_ = key == "aliases" ? Level::aliases : Level::attributes;
      return !std::exchange(list_ == Level::aliases ? has_aliases_ : has_attributes_, true);
    }
    static const KeysByLength keys = keys_by_length();
    if (length >= keys.size()) return false;
    for (const KnownKey& known : keys[length])
      if (known.name == key) {
        field_ = known.field;
        bit_ = 1U << static_cast<unsigned>(field_);
        repeated_ = (seen_ & bit_) != 0;
        return !repeated_;
      }
    return false;
  }
  bool StartObject() {
    if (level_ == Level::outside && !done_) {
      level_ = Level::record;
      return true;
    }
    if (level_ != Level::record || list_ != Level::attributes) return false;
    level_ = Level::attributes;
    return true;
  }
  bool EndObject(rapidjson_bulk::SizeType /*members*/) {
    done_ = level_ == Level::record;
    level_ = done_ ? Level::outside : Level::record;
    list_ = Level::record;
    return true;
  }
  bool StartArray() {
    if (level_ != Level::record || list_ != Level::aliases) return false;
    level_ = Level::aliases;
    return true;
  }
  bool EndArray(rapidjson_bulk::SizeType /*elements*/) {
    level_ = Level::record;
    list_ = Level::record;
    return true;
  }
  // With numbers as strings RapidJSON never calls these.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

  /// Whether the record has a type, and only the fields of that type.
  [[nodiscard]] bool complete() const {
    static const auto allowed = allowed_fields();
    const bool is_node = record_.type == RecordType::node;
    return has_type_ && (seen_ & ~allowed.at(static_cast<std::size_t>(record_.type))) == 0 &&
           (is_node || (!has_aliases_ && !has_attributes_));
  }

 private:
  enum class Level : std::uint8_t { outside, record, aliases, attributes };

  [[nodiscard]] bool is_text(std::string_view text) const {
    return !escapes_ || (text.find('\0') == std::string_view::npos &&
                         invalid_utf8(text) == std::string_view::npos);
  }
  bool set_type(std::string_view name) {
    if (has_type_) return false;
    for (const RecordRow& row : record_types())
      if (row.name == name) {
        record_.type = row.type;
        has_type_ = true;
      }
    return has_type_;
  }
  bool set(std::string_view value) {
    record_[field_] = value;
    seen_ |= bit_;
    return true;
  }
  bool add(std::string_view value, AttributeType type) {
    record_.attributes.push_back({key_, value, type});
    return true;
  }

  BulkRecord& record_;
  bool escapes_;
  Level level_ = Level::outside;
  Level list_ = Level::record;  ///< what kind of value the last key must have
  std::string_view key_;
  Field field_ = Field::id;
  std::uint32_t bit_ = 0;
  std::uint32_t seen_ = 0;
  bool is_type_ = false;
  bool has_type_ = false;
  bool has_aliases_ = false;
  bool has_attributes_ = false;
  bool repeated_ = false;
  bool done_ = false;
};

/// Produces RapidJSON's events for a line in which every value is in quotes, as in nearly all
/// records. Returns false when there is anything else, or when the handler returns false.
class PlainLine {
 public:
  PlainLine(const char* first, const char* last, LineHandler& handler, BulkRecords& records)
      : p_(first),
        last_(last),
        handler_(handler),
        records_(records) {}

  bool read() { return read_members(true) && p_ == last_; }

 private:
  /// The next byte that is not a space; '\0' at the end of the line.
  char next() {
    while (*p_ == ' ') ++p_;
    return p_ < last_ ? *p_ : '\0';
  }
  /// Skips the byte if it is the next one.
  bool take(char byte) {
    if (next() != byte) return false;
    ++p_;
    return true;
  }

  bool read_string(std::string_view& text) {
    if (!take('"')) return false;
    const char* next = pass_string(p_, last_, text, records_);
    if (next == nullptr) return false;
    p_ = next;
    return true;
  }

  bool string_event() {
    std::string_view text;
    return read_string(text) && handler_.String(text.data(), length(text), false);
  }

  bool read_members(bool of_record) {
    if (!take('{') || !handler_.StartObject()) return false;
    if (take('}')) return handler_.EndObject(0);
    do {
      std::string_view key;
      if (!read_string(key) || !handler_.Key(key.data(), length(key), false) || !take(':'))
        return false;
      if (!read_value(of_record)) return false;
    } while (take(','));
    return take('}') && handler_.EndObject(0);
  }

  bool read_value(bool of_record) {
    switch (next()) {
      case '"': return string_event();
      case '[': return of_record && read_strings();
      case '{': return of_record && read_members(false);
      default: return false;
    }
  }

  bool read_strings() {
    if (!take('[') || !handler_.StartArray()) return false;
    if (take(']')) return handler_.EndArray(0);
    do {
      if (!string_event()) return false;
    } while (take(','));
    return take(']') && handler_.EndArray(0);
  }

  static rapidjson_bulk::SizeType length(std::string_view text) {
    return static_cast<rapidjson_bulk::SizeType>(text.size());
  }

  const char* p_;
  const char* last_;
  LineHandler& handler_;
  BulkRecords& records_;
};

}  // namespace

/// Returns false when the line is not a claim with its fields in our own order.
bool BulkJson::read_claim(const char* p, const char* last) {
  constexpr std::string_view start = R"({"type":"claim")";
  if (static_cast<std::size_t>(last - p) < start.size() ||
      std::memcmp(p, start.data(), start.size()) != 0)
    return false;
  p += start.size();
  record_.type = RecordType::claim;
  static const std::vector<Opening> openings = claim_openings();
  for (const Opening& opening : openings) {
    // May read into the padding after the line. The closing brace checked below tells where the
    // record ends.
    if (four_bytes(p) != opening.beginning) continue;
    if (std::memcmp(p, opening.text.data(), opening.text.size()) != 0) continue;
    p = pass_string(p + opening.text.size(), last, record_[opening.field], *records_);
    if (p == nullptr) return false;
  }
  return p == last - 1 && *p == '}';
}

bool BulkJson::read_line(char* first, char* last) {
  while (first < last && (last[-1] == ' ' || last[-1] == '\t' || last[-1] == '\r')) --last;
  if (first == last) return false;
  record_.clear();
  if (read_claim(first, last)) {
    records_->accept(record_);
    return true;
  }
  record_.clear();
  while (first < last && (*first == ' ' || *first == '\t' || *first == '\r')) ++first;
  if (first == last) return false;
  if (LineHandler plain(record_, false);
      PlainLine(first, last, plain, *records_).read() && plain.complete()) {
    records_->accept(record_);
    return true;
  }
  record_.clear();
  // RapidJSON's vectorised scanning accepts these control characters, which a string must not
  // contain.
  if (std::any_of(first, last, [](char c) { return c >= 0x1A && c <= 0x1F; })) throw NotForBulk();
  *last = '\0';
  rapidjson_bulk::InsituStringStream stream(first);
  LineHandler handler(record_, true);
  rapidjson_bulk::Reader reader;
  constexpr unsigned flags =
      rapidjson_bulk::kParseInsituFlag | rapidjson_bulk::kParseNumbersAsStringsFlag;
  if (reader.Parse<flags>(stream, handler).IsError() || !handler.complete()) throw NotForBulk();
  records_->accept(record_);
  return true;
}

}  // namespace oscegraph
