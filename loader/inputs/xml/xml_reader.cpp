// SPDX-License-Identifier: Apache-2.0
//
// Handles what is not left to libxml2: encodings, lines and columns (XmlText), and limits. libxml2
// needs quadratic time to check names for duplicates, so the number of names is limited.
#include "oscegraph/loader/inputs/xml/xml_reader.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <utility>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/loader/inputs/xml/xml_faults.hpp"
#include "oscegraph/loader/inputs/xml/xml_library.hpp"
#include "oscegraph/loader/inputs/xml/xml_text.hpp"

namespace oscegraph {
namespace {

/// libxml2 gets the text in pieces of this size and parses each as far as it can.
constexpr std::size_t piece = std::size_t{1} << 16U;
/// Below libxml2's own limit of 10 MB, whose message is different.
constexpr std::size_t longest_tag = std::size_t{8} << 20U;
constexpr std::size_t most_attributes = 1000;
constexpr std::size_t most_declared_attributes = 100;
constexpr int most_names = 50'000;

/// Counts the attributes of a tag while it arrives, by its quotes; each byte is looked at once.
class AttributeCount {
 public:
  /// `tag` is the part of it received so far; it begins at `position`.
  std::size_t of(std::uint64_t position, std::string_view tag) {
    if (position != position_) *this = {};
    position_ = position;
    while (!closed_) {
      const std::size_t found =
          quote_ == '\0' ? tag.find_first_of("\"'>", seen_) : tag.find(quote_, seen_);
      if (found == std::string_view::npos) break;
      closed_ = quote_ == '\0' && tag[found] == '>';
      count_ += quote_ == '\0' && !closed_ ? 1 : 0;
      quote_ = quote_ == '\0' ? tag[found] : '\0';
      seen_ = found + 1;
    }
    seen_ = tag.size();
    return count_;
  }

 private:
  std::uint64_t position_ = 0;
  std::size_t seen_ = 0;
  std::size_t count_ = 0;
  char quote_ = '\0';  ///< the quote of the current value
  bool closed_ = false;
};

}  // namespace

/// Calls the handler for libxml2's events. libxml2 is C code: an exception from the handler is kept
/// until it has returned.
class XmlReader::Parser {
 public:
  Parser(std::string file, XmlHandler& handler, XmlOptions options)
      : handler_(handler),
        options_(options),
        text_(file, options.encoding == XmlOptions::Encoding::utf8 ? XmlText::Encoding::utf8
                                                                   : XmlText::Encoding::unknown) {
    element_.place.file = std::move(file);
    xmlSAXHandler events{};
    events.initialized = XML_SAX2_MAGIC;
    events.startElementNs = on_start;
    events.endElementNs = on_end;
    events.characters = on_text;
    events.ignorableWhitespace = on_text;
    events.entityDecl = on_entity;
    events.unparsedEntityDecl = on_unparsed_entity;
    events.attributeDecl = on_attribute;
    events.reference = on_reference;
    events.serror = on_error;
    // `this` and not the parser as user data: otherwise libxml2 would look up entities itself.
    context_ = xml_.xml_context(&events, this, nullptr, 0, nullptr);
    if (context_ == nullptr) throw std::bad_alloc();
    // NOENT: "&amp;" in an attribute becomes '&', not "&#38;". There are no entities to expand.
    xml_.xml_options(context_, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOENT);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (context_->myDoc != nullptr) xml_.free_document(context_->myDoc);
    context_->myDoc = nullptr;
    xml_.xml_free(context_);
  }

  void read(std::string_view bytes) {
    while (!bytes.empty()) {
      const std::string_view now = bytes.substr(0, piece);
      bytes.remove_prefix(now.size());
      text_.release_before(position());
      parse(text_.add(now, false));
      text_.check();
      check_what_waits();
    }
  }

  void finish() {
    text_.release_before(position());
    parse(text_.add({}, true));
    text_.check();
    // libxml2 does not begin to parse with fewer bytes.
    constexpr std::string_view blanks = "    ";
    if (text_.end() < blanks.size()) parse(blanks);
    const std::uint64_t begins = position();
    const std::string_view part = unfinished_part(text_.from(begins));
    if (!part.empty())
      refuse(begins, "the XML is damaged: " + std::string(part) + " does not end", "", cut_short);
    has_all_ = true;
    xml_.xml_parse(context_, nullptr, 0, 1);
    throw_what_waits();
    if (!has_root_ || depth_ > 0) fail_at_end();
  }

 private:
  static constexpr const char* cut_short = "is the file cut short?";

  static Parser& self(void* data) { return *static_cast<Parser*>(data); }

  void parse(std::string_view text) {
    if (text.empty()) return;
    const int result = xml_.xml_parse(context_, text.data(), static_cast<int>(text.size()), 0);
    throw_what_waits();
    if (result == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  }

  void throw_what_waits() {
    if (thrown_) std::rethrow_exception(thrown_);
    if (fault_) fail(*fault_);
  }

  /// Runs the action; after the first exception or fault there are no more events.
  template <typename Action>
  void guarded(Action action) {
    if (!thrown_ && !fault_) {
      try {
        return action();
      } catch (...) {
        thrown_ = std::current_exception();
      }
    }
    xml_.xml_stop(context_);
  }

  static void on_start(void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* space,
                       int spaces, const xmlChar**, int attributes, int, const xmlChar** fields) {
    self(data).guarded([&] {
      self(data).element_.name = text_of(name);
      self(data).element_.prefix = text_of(prefix);
      self(data).element_.space = text_of(space);
      self(data).start(static_cast<std::size_t>(spaces), static_cast<std::size_t>(attributes),
                       fields);
    });
  }
  static void on_end(void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
    self(data).guarded([&] { self(data).end(); });
  }
  static void on_text(void* data, const xmlChar* text, int length) {
    self(data).guarded([&] {
      if (self(data).skipping_ == 0)
        self(data).handler_.text(
            {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }
  static void on_entity(void* data, const xmlChar* name, int, const xmlChar*, const xmlChar*,
                        xmlChar*) {
    self(data).guarded([&] { self(data).refuse_entity(text_of(name)); });
  }
  static void on_unparsed_entity(void* data, const xmlChar* name, const xmlChar*, const xmlChar*,
                                 const xmlChar*) {
    self(data).guarded([&] { self(data).refuse_entity(text_of(name)); });
  }
  static void on_attribute(void* data, const xmlChar*, const xmlChar*, int, int, const xmlChar*,
                           xmlEnumerationPtr values) {
    Parser& parser = self(data);
    parser.xml_.xml_free_enumeration(values);
    parser.guarded([&] {
      if (++parser.declared_attributes_ > most_declared_attributes)
        parser.refuse(parser.position(),
                      "the document type declares more than " +
                          to_text(std::uint64_t{most_declared_attributes}) + " attributes",
                      "", "remove it: nothing of it is needed");
    });
  }
  /// An undefined entity in a file whose external document type may define it.
  static void on_reference(void* data, const xmlChar* name) {
    Parser& parser = self(data);
    parser.guarded([&] {
      XmlFault fault;
      fault.code = XML_ERR_UNDECLARED_ENTITY;
      fault.first = text_of(name);
      fault.position = parser.position();
      parser.fail(fault);
    });
  }

  /// A template, since the error is const in some versions of libxml2 only.
  template <typename LibraryError>
  static void on_error(void* data, LibraryError* error) {
    Parser& parser = self(data);
    const bool is_fault =
        error->level == XML_ERR_FATAL || (error->level == XML_ERR_ERROR && parser.counts(*error));
    if (!is_fault || parser.thrown_ || parser.fault_) return;
    try {
      parser.note(*error);
    } catch (...) {
      parser.thrown_ = std::current_exception();
    }
  }

  /// Whether an error after which the parser could continue counts as a fault.
  [[nodiscard]] bool counts(const xmlError& error) const {
    if (error.code == XML_WAR_UNDECLARED_ENTITY) return true;
    // That a namespace is no proper URI is left to callers, who know which ones they accept.
    return error.domain == XML_FROM_NAMESPACE && options_.prefixes == XmlOptions::Prefixes::bound &&
           error.code != XML_WAR_NS_URI && error.code != XML_WAR_NS_URI_RELATIVE;
  }

  void note(const xmlError& error) {
    if (error.code == XML_ERR_NO_MEMORY) throw std::bad_alloc();
    const auto text = [](const char* chars) { return chars == nullptr ? "" : chars; };
    XmlFault fault;
    fault.code = error.code;
    fault.message = text(error.message);
    fault.first = text(error.str1);
    fault.second = text(error.str2);
    if (error.int1 > 0) fault.line = static_cast<std::uint64_t>(error.int1);
    fault.position = position();
    constexpr std::uint64_t looked_at = 16;
    const std::uint64_t from = fault.position - std::min(fault.position, looked_at);
    const std::string_view rest = text_.from(from);
    fault.before = rest.substr(0, rest.size() - text_.from(fault.position).size());
    fault_ = std::move(fault);
  }

  void start(std::size_t spaces, std::size_t attributes, const xmlChar** fields) {
    // The tag begins at the last '<', since a tag contains no other.
    text_.move_to(text_.last_before(position(), "<"), element_.place.line, element_.place.column);
    has_root_ = true;
    if (++depth_ > options_.deepest)
      refuse_element("elements are nested more than " + to_text(options_.deepest) + " deep",
                     "does something begin again and again, and never end?");
    declare(spaces);
    if (attributes + spaces > most_attributes)
      refuse_element("an element with more than " + grouped(most_attributes) + " attributes", "");
    if (skipping_ > 0) {
      ++skipping_;
      return;
    }
    element_.attributes.clear();
    for (std::size_t i = 0; i < attributes; ++i, fields += 5) {
      const auto* begin = reinterpret_cast<const char*>(fields[3]);
      const auto* end = reinterpret_cast<const char*>(fields[4]);
      element_.attributes.push_back({text_of(fields[2]),
                                     text_of(fields[1]),
                                     text_of(fields[0]),
                                     {begin, static_cast<std::size_t>(end - begin)}});
    }
    if (!handler_.start(element_)) skipping_ = 1;
  }

  void end() {
    while (!declared_.empty() && declared_.back().depth == depth_) {
      spaces_in_force_ -= declared_.back().count;
      declared_.pop_back();
    }
    --depth_;
    if (skipping_ > 1) {
      --skipping_;
      return;
    }
    skipping_ = 0;
    handler_.end();
  }

  /// Counts the namespaces in force, which libxml2 searches linearly.
  void declare(std::size_t spaces) {
    if (spaces == 0) return;
    declared_.push_back({depth_, spaces});
    spaces_in_force_ += spaces;
    if (spaces_in_force_ > most_attributes)
      refuse_element("more than " + grouped(most_attributes) + " namespaces in force", "");
  }

  void check_what_waits() {
    const std::uint64_t begins = position();
    const std::string_view rest = text_.from(begins);
    if (rest.size() > longest_tag)
      refuse(begins, part_that_waits(rest) + " of more than 8 MB", "", "does it end?");
    const bool is_tag = rest.size() > 1 && rest[0] == '<' && rest[1] != '!' && rest[1] != '?';
    if (is_tag && attribute_count_.of(begins, rest) > most_attributes)
      refuse(begins, "an element with more than " + grouped(most_attributes) + " attributes", "",
             "");
    if (xml_.dictionary_size(context_->dict) > most_names)
      refuse(begins,
             "more than " + grouped(most_names) +
                 " different names of elements, attributes "
                 "and namespaces",
             "", "is the file made by a program that numbers them?");
  }

  [[nodiscard]] std::string part_that_waits(std::string_view rest) const {
    const std::string_view part = unfinished_part(rest);
    if (!part.empty()) return std::string(part);
    return has_root_ ? "a CDATA section" : "a document type";
  }

  /// libxml2's current position in the text.
  [[nodiscard]] std::uint64_t position() const {
    return static_cast<std::uint64_t>(std::max(xml_.xml_consumed(context_), 0L));
  }

  [[noreturn]] void refuse(std::uint64_t position, std::string what, std::string allowed,
                           std::string next) {
    throw Error(Problem{text_.at(position), std::move(what), std::move(allowed), std::move(next)});
  }
  [[noreturn]] void refuse_element(std::string what, std::string next) {
    throw Error(Problem{element_.place, std::move(what), "", std::move(next)});
  }
  [[noreturn]] void refuse_entity(std::string_view name) {
    refuse(text_.last_before(position(), "<!ENTITY"),
           "the file declares an entity, " + in_quotes(name),
           "a few of them can fill any memory, so none is read", "write out what it stands for");
  }

  [[noreturn]] void fail(const XmlFault& fault) {
    if (fault.code == XML_ERR_DOCUMENT_END || fault.code == XML_ERR_DOCUMENT_EMPTY ||
        (has_all_ && fault.code == XML_ERR_TAG_NOT_FINISHED)) {
      if (has_all_ && (depth_ > 0 || text_.from(fault.position).empty())) fail_at_end();
      refuse(fault.position,
             has_root_ ? "the XML is damaged: something follows the element that is the document"
                       : "the XML is damaged: text before the first element",
             "", has_root_ ? "were two files joined?" : "");
    }
    XmlFaultWords words = words_of(fault);
    if (has_all_ && text_.from(fault.position).empty()) words.next = cut_short;
    refuse(text_.last_before(fault.position, words.begins_with), std::move(words.what),
           std::move(words.allowed), std::move(words.next));
  }

  [[noreturn]] void fail_at_end() {
    refuse(text_.end(),
           has_root_ ? "the XML is damaged: the file ends within " +
                           counted(depth_, "element that is", "elements that are") + " not closed"
                     : "the XML is damaged: there is no element in it",
           "", cut_short);
  }

  struct Declared {
    std::size_t depth;
    std::size_t count;
  };

  const XmlLibrary& xml_ = xml_library();
  XmlHandler& handler_;
  XmlOptions options_;
  XmlText text_;
  xmlParserCtxtPtr context_ = nullptr;
  XmlElement element_;
  std::size_t depth_ = 0;
  std::size_t skipping_ = 0;  ///< depth inside a skipped element; 0: none
  bool has_root_ = false;
  bool has_all_ = false;
  AttributeCount attribute_count_;
  std::size_t declared_attributes_ = 0;
  std::vector<Declared> declared_;
  std::size_t spaces_in_force_ = 0;
  std::optional<XmlFault> fault_;
  std::exception_ptr thrown_;
};

const std::string_view* XmlElement::find(std::string_view attribute) const {
  for (const XmlAttribute& candidate : attributes)
    if (candidate.space.empty() && candidate.prefix.empty() && candidate.name == attribute)
      return &candidate.value;
  return nullptr;
}

std::string_view XmlElement::value(std::string_view with_prefix, std::string_view attribute) const {
  for (const XmlAttribute& candidate : attributes)
    if (candidate.name == attribute && candidate.prefix == with_prefix) return candidate.value;
  return {};
}

XmlReader::XmlReader(std::string file, XmlHandler& handler, XmlOptions options)
    : parser_(std::make_unique<Parser>(std::move(file), handler, options)) {}

XmlReader::~XmlReader() = default;

void XmlReader::read(std::string_view bytes) { parser_->read(bytes); }

void XmlReader::finish() { parser_->finish(); }

void read_xml(Source& source, XmlHandler& handler,
              const std::function<void(std::uint64_t)>& progressed, XmlOptions options) {
  XmlReader reader(source.name, handler, options);
  constexpr std::size_t between_reports = std::size_t{1} << 20U;
  for (;;) {
    const std::string_view bytes = source.bytes.peek(1).substr(0, between_reports);
    if (bytes.empty()) break;
    if (progressed) progressed(source.bytes.taken());
    reader.read(bytes);
    source.bytes.take(bytes.size());
  }
  reader.finish();
}

}  // namespace oscegraph
