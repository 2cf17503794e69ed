// SPDX-License-Identifier: Apache-2.0
//
// Tests the reader of XML: it gives the same events for any cut of the bytes. Also tests places,
// encodings, and hostile files.
#include "oscegraph/loader/inputs/xml/xml_reader.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "oscegraph/graph/text/text.hpp"
#include "oscegraph/graph/threads/context.hpp"

using namespace oscegraph;

namespace {

/// Records the events as text: "<a@1:1 x=1>text</>".
class Script : public XmlHandler {
 public:
  bool start(const XmlElement& element) override {
    script += "<" + std::string(element.prefix) + (element.prefix.empty() ? "" : ":");
    script += std::string(element.name) + "@" + to_text(element.place.line) + ":" +
              to_text(element.place.column);
    if (!element.space.empty()) script += " {" + std::string(element.space) + "}";
    for (const XmlAttribute& attribute : element.attributes)
      script += " " + std::string(attribute.name) + "=" + std::string(attribute.value);
    script += ">";
    if (element.name == "stop") throw Stopped(StopReason::interrupted);
    if (element.name == "number") throw 42;
    return element.name != "skipped";
  }
  void end() override { script += "</>"; }
  void text(std::string_view piece) override {
    if (piece.size() > 1000) texts += piece.size();
    else script += piece;
  }

  std::string script;
  std::size_t texts = 0;
};

/// The events, then the fault if there is one.
std::string events(std::string_view xml, std::size_t cut = std::string::npos,
                   XmlOptions options = {}) {
  Script script;
  try {
    XmlReader reader("f", script, options);
    for (std::size_t at = 0; at < xml.size(); at += std::min(cut, xml.size()))
      reader.read(xml.substr(at, cut));
    reader.finish();
  } catch (const Error& error) {
    return script.script + " " + sentence(error.problem());
  }
  return script.script;
}

/// The fault, without the events before it.
std::string fault(std::string_view xml, XmlOptions options = {}) {
  const std::string all = events(xml, std::string::npos, options);
  const std::size_t at = all.rfind(" f:");
  return at == std::string::npos ? "" : all.substr(at + 1);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// "a0 a1 a2 ...", each followed by `behind`.
std::string numbered(std::string_view before, std::size_t count, std::string_view behind) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i)
    result.append(" ").append(before).append(to_text(i)).append(behind);
  return result;
}

std::string utf16(std::u16string_view text, bool big) {
  std::string result;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFFU);
    const char high = static_cast<char>(c >> 8U);
    result += big ? high : low;
    result += big ? low : high;
  }
  return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_reader)

BOOST_AUTO_TEST_CASE(any_cut_gives_the_same_events) {
  const std::string xml =
      "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?>\r\n<!DOCTYPE a SYSTEM 'x.dtd'>\n<!-- <b> "
      "-->"
      "<a xmlns='u' xmlns:p='v'>\r\n <p:b c='1 &lt; 2 > &amp;1' p:d='\"&#233;'>t\xC3\xA9xt &amp; "
      "\xF0\x9F\x98\x80"
      "</p:b><![CDATA[<x>]] >]]><?pi <y?>\n<skipped><z/>no</skipped>  <e\n f='2'/></a>\n<!-- end "
      "-->";
  const std::string whole =
      "<a@3:13 {u}>\n <p:b@4:2 {v} c=1 < 2 > &1 d=\"\xC3\xA9>t\xC3\xA9xt & "
      "\xF0\x9F\x98\x80</><x>]] "
      ">\n"
      "<skipped@5:1 {u}></>  <e@5:28 {u} f=2></></>";
  BOOST_TEST(events(xml) == whole);
  for (std::size_t cut = 1; cut < 70; ++cut) BOOST_TEST(events(xml, cut) == whole, cut);
}

BOOST_AUTO_TEST_CASE(any_cut_gives_the_same_fault) {
  for (const std::string_view bad :
       {"<a>\n <b x='1' x='2'/></a>", "<a>\n<b></c></a>", "<a>\n\xE2\x82</a>", "<a>\n<b",
        "<a>\n&x;</a>", "<a/>\n<b/>", "\n<?xml version='1.0'?><a/>", "<a>\n\xFF</a>",
        "<a>\n<p:b/></a>", "<a>\n"}) {
    const std::string whole = fault(bad);
    BOOST_TEST(whole.starts_with("f:2:"), whole);
    for (std::size_t cut = 1; cut < bad.size(); ++cut) {
      const std::string pieces = events(bad, cut);
      BOOST_TEST(pieces.ends_with(whole), pieces << " is not " << whole << " cut at " << cut);
    }
  }
}

BOOST_AUTO_TEST_CASE(places_far_down_and_far_right) {
  const std::string lines = "<a>" + repeated("\n", 100'000) + "\xC3\xA9 <b/>";
  BOOST_TEST(events(lines + "</a>").ends_with("<b@100001:4></></>"));
  BOOST_TEST(
      fault(lines + "</c>") ==
      "f:100001:8: the XML is damaged: </c> stands where <a>, begun in line 1, must end first; "
      "write </a> before it, or correct the name");
  BOOST_TEST(fault("<a>" + repeated("\n", 70'000) + "<b>\n</c>") ==
             "f:70002:1: the XML is damaged: </c> stands where <b>, begun in line 70001, must end "
             "first; write </b> before it, or correct the name");
  BOOST_TEST(events("<a>" + repeated(" ", 300'000) + "<b/></a>").ends_with("<b@1:300004></></>"));
  // A tag that is longer than the pieces given to the parser.
  BOOST_TEST(
      fault("<a>\n<b c='" + repeated("x", 200'000) + "'><d/></c></a>") ==
      "f:2:200013: the XML is damaged: </c> stands where <b>, begun in line 2, must end first; "
      "write </b> before it, or correct the name");
}

BOOST_AUTO_TEST_CASE(encodings) {
  const auto declared = [](const std::string& name, const std::string& text) {
    return events("<?xml version=\"1.0\" encoding=\"" + name + "\"?>\n<a>" + text + "<b/></a>");
  };
  BOOST_TEST(declared("ISO-8859-1", "T\xFCrk") == "<a@2:1>T\xC3\xBCrk<b@2:8></></>");
  BOOST_TEST(declared("windows-1251", "\xC4\xE0") == "<a@2:1>\xD0\x94\xD0\xB0<b@2:6></></>");
  BOOST_TEST(declared("windows-1256", "\xC8") == "<a@2:1>\xD8\xA8<b@2:5></></>");
  BOOST_TEST(declared("cp437", "\x81") == "<a@2:1>\xC3\xBC<b@2:5></></>");
  BOOST_TEST(declared("utf8", "\xC3\xBC") == "<a@2:1>\xC3\xBC<b@2:6></></>");
  BOOST_TEST(declared("US-ASCII", "u") == "<a@2:1>u<b@2:5></></>");
  BOOST_TEST(declared("US-ASCII", "\xFC")
                 .ends_with("f:2:4: the XML is damaged: a byte that is not UTF-8; XML is UTF-8 "
                            "unless its first line names "
                            "another encoding; save the file again as UTF-8"));
  BOOST_TEST(declared("windows-1253", "\xAA")
                 .ends_with("f:2:4: the XML is damaged: what follows is no character of "
                            "windows-1253; the file says that it "
                            "is in this encoding; save it again as UTF-8"));
  BOOST_TEST(
      declared("Shift_JIS", "x") ==
      " f:1:31: the encoding 'Shift_JIS', which the file declares, is not known here; save it "
      "again as UTF-8");
  BOOST_TEST(
      declared("UTF-16", "x") ==
      " f:1:31: the file declares the encoding 'UTF-16', and is in another; its first line would "
      "have a NUL beside each letter; correct the name");
  BOOST_TEST(events("<?xml version='1.0' encoding='UTF-16'?><a>\xC3\xA9</a>", 7,
                    {XmlOptions::Encoding::utf8}) == "<a@1:40>\xC3\xA9</>");
}

BOOST_AUTO_TEST_CASE(wide_encodings) {
  const std::u16string text =
      u"<?xml version='1.0' encoding='UTF-16'?>\n<a>\u0164\U0001F600<b/></a>";
  for (const bool big : {false, true}) {
    // Columns count bytes of the file. The second byte of a line break may belong to the next line.
    const std::string column = big ? "15" : "16";
    const std::string all = std::string(big ? "<a@2:1" : "<a@2:2") +
                            ">\xC5\xA4\xF0\x9F\x98\x80<b@2:" + (big ? "13" : "14") + "></></>";
    const std::string bytes = utf16(text, big);
    const std::string mark = utf16(u"\uFEFF", big);
    for (std::size_t cut = 1; cut < 9; ++cut) {
      BOOST_TEST(events(mark + bytes, cut) == all);
      BOOST_TEST(events(bytes, cut) == all);
    }
    BOOST_TEST(fault(bytes.substr(0, bytes.size() - 1))
                   .ends_with("the file ends within a character; is the file cut short?"));
    BOOST_TEST(fault(utf16(u"<a>\xDC00</a>", big)).starts_with("f:1:7: the XML is damaged: "));
  }
  BOOST_TEST(fault(std::string("\xFF\xFE\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0", 20)) ==
             "f:1:3: the XML is damaged: a NUL byte in the text; XML has none; is the file cut, or "
             "copied badly?");
}

BOOST_AUTO_TEST_CASE(entities_are_refused_however_they_come) {
  const std::string refused =
      "a few of them can fill any memory, so none is read; write out what it stands for";
  for (const std::string_view declaration :
       {"<!ENTITY x 'y'>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY x PUBLIC 'p' 'http://localhost:1/'>", "<!ENTITY % x 'y'>",
        "<!ENTITY % x SYSTEM 'http://localhost:1/'> %x;",
        "<!NOTATION n SYSTEM 's'>\n<!ENTITY x SYSTEM 's' NDATA n>"}) {
    const std::string said = fault("<!DOCTYPE a [\n" + std::string(declaration) + "]><a>&x;</a>");
    BOOST_TEST(said.ends_with(":1: the file declares an entity, 'x'; " + refused), said);
  }
  std::string laughs = "<!DOCTYPE a [<!ENTITY a0 'ha'>";
  for (std::size_t i = 1; i < 30; ++i)
    laughs += "<!ENTITY a" + to_text(i) + " '" + repeated("&a" + to_text(i - 1) + ";", 10) + "'>";
  BOOST_TEST(fault(laughs + "]><a>&a29;</a>") ==
             "f:1:14: the file declares an entity, 'a0'; " + refused);
  const std::string undefined =
      "the entity 'x' is not defined in this file; nothing outside of the file is read; write out "
      "what it stands for";
  BOOST_TEST(fault("<a>1 &x; 2</a>") == "f:1:6: " + undefined);
  BOOST_TEST(fault("<a b='&x;'/>") == "f:1:7: " + undefined);
  BOOST_TEST(fault("<!DOCTYPE a SYSTEM 'http://localhost:1/'><a>&x;</a>") ==
             "f:1:45: " + undefined);
  BOOST_TEST(fault("<!DOCTYPE a SYSTEM 'http://localhost:1/'><a b='&x;'/>") ==
             "f:1:48: " + undefined);
  BOOST_TEST(events("<!DOCTYPE a [<!ATTLIST a b CDATA 'c'>]><a/>") == "<a@1:40 b=c></>");
}

BOOST_AUTO_TEST_CASE(what_grows_without_end) {
  BOOST_TEST(
      fault(repeated("<a>", 200'000)) ==
      "f:1:301: elements are nested more than 100 deep; does something begin again and again, "
      "and never end?");
  BOOST_TEST(
      fault(repeated("<a>", 200), {.deepest = 150}).starts_with("f:1:451: elements are nested"));
  BOOST_TEST(fault("<a>\n<b" + numbered("x", 1001, "=''") + "/></a>") ==
             "f:2:1: an element with more than 1,000 attributes");
  BOOST_TEST(fault("<a" + numbered("x", 1'000'000, "=''") + "/>") ==
             "f:1:1: an element with more than 1,000 attributes");
  BOOST_TEST(fault("<a" + numbered("xmlns:x", 500'000, "='u'") + "/>") ==
             "f:1:1: an element with more than 1,000 attributes");
  const std::string spaces = "<a" + numbered("xmlns:x", 300, "='u'") + ">";
  BOOST_TEST(fault(repeated(spaces, 50)).ends_with(": more than 1,000 namespaces in force"));
  // Namespaces of siblings are not in scope at the same time.
  BOOST_TEST(fault("<b>" + repeated(spaces + "</a>", 50) + "</b>").empty());
  BOOST_TEST(
      fault("<!DOCTYPE a [<!ATTLIST a" + numbered("x", 100'000, " CDATA ''") + ">]><a>" +
            repeated("<a/>", 100'000) + "</a>")
          .ends_with(": the document type declares more than 100 attributes; remove it: nothing "
                     "of it is needed"));
  const std::string large(10'000'000, 'x');
  BOOST_TEST(fault("<a>\n<b c='" + large + "'/></a>") ==
             "f:2:1: a tag of more than 8 MB; does it end?");
  BOOST_TEST(fault("<a>\n<!--" + large + "--></a>") ==
             "f:2:1: a comment of more than 8 MB; does it end?");
  BOOST_TEST(fault("<a>\n<?p " + large + "?></a>") ==
             "f:2:1: a processing instruction of more than 8 MB; does it end?");
  BOOST_TEST(fault("<a><![CDATA[" + large + "]]></a>")
                 .ends_with(": a CDATA section of more than 8 MB; does it end?"));
  BOOST_TEST(fault("<a><" + std::string(60'000, 'x') + "/></a>")
                 .ends_with("the XML is damaged: a name of more than 50,000 characters"));
  std::string names = "<a>";
  for (std::size_t i = 0; i < 100'000; ++i) names += "<b" + to_text(i) + "/>";
  BOOST_TEST(fault(names + "</a>").find(": more than 50,000 different names") != std::string::npos);
  Script script;
  XmlReader reader("f", script);
  reader.read("<a>");
  for (int i = 0; i < 30; ++i) reader.read(large);
  reader.read("</a>");
  reader.finish();
  BOOST_TEST(script.script == "<a@1:1></>");
  BOOST_TEST(script.texts == 30U * large.size());
}

BOOST_AUTO_TEST_CASE(what_is_damaged) {
  const auto damaged = [](std::string_view xml, const std::string& said) {
    BOOST_TEST(fault(xml) == "f:" + said, fault(xml) << " is not " << said);
  };
  const std::string is = ": the XML is damaged: ";
  damaged("", "1:1" + is + "there is no element in it; is the file cut short?");
  damaged("<a", "1:1" + is + "a tag does not end; is the file cut short?");
  damaged("<a>",
          "1:4" + is + "the file ends within 1 element that is not closed; is the file cut short?");
  damaged("<a><b>t", "1:8" + is +
                         "the file ends within 2 elements that are not closed; is the file cut "
                         "short?");
  damaged("<a>\n<!-- ", "2:1" + is + "a comment does not end; is the file cut short?");
  damaged("<a>\n<![CDATA", "2:1" + is + "the document type does not end; is the file cut short?");
  damaged("<a/>t", "1:5" + is +
                       "something follows the element that is the document; were two files "
                       "joined?");
  damaged("t<a/>", "1:1" + is + "text before the first element");
  damaged("<a>&</a>", "1:4" + is + "an '&' that begins no reference; &amp; is the sign itself");
  damaged("<a>1 < 2</a>", "1:6" + is + "a '<' that begins no tag; &lt; is the sign itself");
  damaged("<a b='<'/>", "1:7" + is + "a '<' in the value of an attribute; &lt; is the sign itself");
  damaged("<a b=c/>", "1:6" + is + "the value of an attribute has no quotes");
  damaged("<a b/>", "1:5" + is + "the attribute 'b' has no value");
  damaged("<a b='' b=''/>",
          "1:1" + is + "the attribute 'b' stands twice in a tag; remove one of them");
  damaged("<a xmlns:p='u' xmlns:q='u' p:b='' q:b=''/>",
          "1:1" + is + "the attribute 'b' stands twice in a tag; remove one of them");
  damaged("<a>t\x01</a>",
          "1:5" + is + "a character that XML does not have; control characters are none");
  damaged("<a>t&#1;</a>",
          "1:5" + is + "a character that XML does not have; control characters are none");
  damaged("<a>]]></a>", "1:4" + is + "']]>' in a text; ]]&gt; is the same");
  damaged("<a p:b=''/>",
          "1:1" + is + "the prefix 'p' has no namespace; declare it with xmlns:p=\"...\"");
  damaged(std::string_view("<a>\0</a>", 8),
          "1:4" + is + "a NUL byte in the text; XML has none; is the file cut, or copied badly?");
  BOOST_TEST(events("<p:a q:b='1'/>", std::string::npos, {.prefixes = XmlOptions::Prefixes::any}) ==
             "<p:a@1:1 b=1></>");
  BOOST_TEST(events("<a xmlns='not a URI'/>") == "<a@1:1 {not a URI}></>");
}

BOOST_AUTO_TEST_CASE(whatever_a_handler_throws_comes_out) {
  for (const std::size_t cut : {1U, 5U, 1000U}) {
    BOOST_CHECK_THROW(events("<a><b/><stop/><c/></a>", cut), Stopped);
    BOOST_CHECK_THROW(events("<a><b x='&lt;'/><number y='&amp;'/><c/></a>", cut), int);
  }
}

BOOST_AUTO_TEST_CASE(no_byte_of_damage_is_fatal_to_us) {
  const std::string sound =
      "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE a [<!ATTLIST b c (d|e) 'd'>]><a xmlns:p='u'>"
      "<b p:x='1'>t&amp;<![CDATA[ ]]></b><!-- c --></a>";
  for (std::size_t at = 0; at < sound.size(); ++at)
    for (const char other : {'<', '>', '&', '\'', '\0', '\xFF', ' ', ']', '!', ';'}) {
      std::string bad = sound;
      bad[at] = other;
      const std::string said = events(bad, 3);
      const std::string whole = events(bad);
      BOOST_TEST(said == whole, bad << '\n' << said << '\n' << whole);
      bad.erase(at, 1);
      events(bad, 11);
      events(bad.substr(0, at), 2);
    }
}

BOOST_AUTO_TEST_SUITE_END()
