// SPDX-License-Identifier: Apache-2.0
//
// Tests that the same text is read from every encoding.
#include <boost/test/unit_test.hpp>
#include <string>

#include "oscegraph/loader/inputs/encoding/code_page.hpp"
#include "oscegraph/loader/press/text/decode.hpp"

using namespace oscegraph;
using namespace oscegraph::press;

namespace {

/// The text in UTF-16 or UTF-32 (`bytes` is 2 or 4); its characters must be below U+10000.
std::string wide(std::u16string_view text, std::size_t bytes, bool big_endian) {
  std::string result;
  for (const char16_t c : text) {
    std::string unit(bytes, '\0');
    unit[big_endian ? bytes - 1 : 0] = static_cast<char>(c & 0xFFU);
    unit[big_endian ? bytes - 2 : 1] = static_cast<char>(c >> 8U);
    result += unit;
  }
  return result;
}

/// The text in a code page; characters that it does not have become '?'.
std::string in_code_page(std::u16string_view text, std::string_view name) {
  const CodePage& page = *find_code_page(name);
  std::string result;
  for (const char16_t c : text) {
    char found = '?';
    for (unsigned byte = 0; byte < 256; ++byte)
      if (page.character(static_cast<unsigned char>(byte)) == c) found = static_cast<char>(byte);
    result += found;
  }
  return result;
}

std::string utf8(std::u16string_view text) {
  Decoded decoded;
  decode("\xFE\xFF" + wide(text, 2, true), decoded);
  return std::string(decoded.text);
}

struct Read {
  std::string text;
  std::string name;
  Encoding encoding = Encoding::utf8;
  std::size_t replaced = 0;
};

Read read(const std::string& bytes, Markup markup = Markup::none) {
  Decoded decoded;
  decode(bytes, decoded, markup);
  return {std::string(decoded.text), decoded.name, decoded.encoding, decoded.replaced};
}

constexpr std::u16string_view iceland = u"Исландия финансирует проект «Зимняя дорога».";
constexpr std::u16string_view serbia = u"Норвешка финансира пројекат „Чисте реке“ Мисије у Србији.";
constexpr std::u16string_view ukraine = u"Швеція та Канада фінансують проєкт «Чисті ріки» Місії.";
constexpr std::u16string_view greece =
    u"Η Νορβηγία χρηματοδοτεί το έργο «Καθαρά ποτάμια» της αποστολής στη Σερβία.";
constexpr std::u16string_view geneva = u"Été à Genève : la Türkiye finance « Forêts propres ».";

}  // namespace

BOOST_AUTO_TEST_SUITE(press_decode)

BOOST_AUTO_TEST_CASE(wide_units_with_and_without_a_mark) {
  for (const auto text : {iceland, serbia, greece, geneva}) {
    for (const std::size_t bytes : {2U, 4U})
      for (const bool big_endian : {false, true}) {
        const std::string plain = wide(text, bytes, big_endian);
        BOOST_TEST(read(plain).text == utf8(text));
        BOOST_TEST(read(wide(u"\uFEFF", bytes, big_endian) + plain).text == utf8(text));
        BOOST_TEST((read(plain).encoding == (bytes == 2 ? Encoding::utf16 : Encoding::utf32)));
      }
  }
}

BOOST_AUTO_TEST_CASE(undeclared_code_pages_by_their_letters) {
  for (const std::string_view page : {"windows-1251", "koi8-u", "iso-8859-5"})
    BOOST_TEST(read(in_code_page(ukraine, page)).name == page);
  for (const std::string_view page : {"windows-1251", "koi8-r", "iso-8859-5", "ibm866"}) {
    // Guillemets and dashes are not in all code pages.
    const std::u16string text = u"Исландия финансирует проект Зимняя дорога. Мальта тоже.";
    BOOST_TEST(read(in_code_page(text, page)).text == utf8(text), page);
  }
  BOOST_TEST(read(in_code_page(iceland, "windows-1251")).text == utf8(iceland));
  BOOST_TEST(read(in_code_page(serbia, "windows-1251")).text == utf8(serbia));
  BOOST_TEST(read(in_code_page(greece, "windows-1253")).text == utf8(greece));
}

BOOST_AUTO_TEST_CASE(western_texts_stay_western) {
  for (const std::u16string_view text :
       {geneva, std::u16string_view(u"Das Geld für die Brücken übergab Österreich – 5 €."),
        std::u16string_view(u"España aportó fondos; también Perú. ¿Cuánto? ½ millón."),
        std::u16string_view(u"«À»"), std::u16string_view(u"ÉTÉ ÀÉÈ"),
        std::u16string_view(u"Ísland greiðir fyrir «Hreinar ár» í Serbíu.")}) {
    const Read western = read(in_code_page(text, "windows-1252"));
    BOOST_TEST(western.text == utf8(text));
    BOOST_TEST((western.encoding == Encoding::windows1252));
  }
}

BOOST_AUTO_TEST_CASE(what_a_page_or_feed_declares) {
  const std::string_view xml_start = "<?xml version='1.0' encoding='";
  for (const std::string_view page : {"windows-1250", "iso-8859-2", "iso-8859-16"}) {
    const std::u16string known = u"żółć";
    const std::string bytes = in_code_page(known, page);
    const std::string name(page);
    const std::string feed = std::string(xml_start) + name + "'?><rss>" + bytes;
    BOOST_TEST(read(feed, Markup::xml).text.ends_with(utf8(known)), page);
    for (const std::string& head :
         {"<meta charset=" + name + ">", "<META CHARSET=\"" + name + "\"/>",
          "<meta http-equiv='Content-Type' content='text/html; charset=" + name + "'>",
          "<meta content=\"text/html;charset = " + name + "\" http-equiv=content-type>",
          "<!-- <meta charset=koi8-r> --><meta name=x content=y><meta charset='" + name + "'>"})
      BOOST_TEST(
          read("<html><head>" + head + "</head>" + bytes, Markup::html).text.ends_with(utf8(known)),
          head);
  }
  BOOST_TEST(
      read(std::string(xml_start) + "ISO-8859-9'?>" + in_code_page(u"İyi ağaç", "windows-1254"),
           Markup::xml)
          .text.ends_with(utf8(u"İyi ağaç")));
  // Half of a Cyrillic page is markup; with a declaration no letter statistics are needed.
  BOOST_TEST(read("<meta charset=windows-1251>" + in_code_page(u"ЕС", "windows-1251"), Markup::html)
                 .text.ends_with(utf8(u"ЕС")));
}

BOOST_AUTO_TEST_CASE(a_declaration_against_the_bytes) {
  const std::string text = utf8(geneva);
  for (const std::string name : {"iso-8859-1", "windows-1251", "utf-16", "shift_jis"}) {
    const std::string page = "<meta charset=" + name + "><p>" + text;
    BOOST_TEST(read(page, Markup::html).text == page);
    BOOST_TEST(read(page, Markup::html).replaced == 0U);
  }
  // The page declares UTF-8 but is in another encoding.
  const Read latin =
      read("<meta charset=utf-8>" + in_code_page(geneva, "windows-1252"), Markup::html);
  BOOST_TEST(latin.text.ends_with(text));
  const Read cyrillic =
      read("<meta charset=iso-8859-1>" + in_code_page(iceland, "windows-1251"), Markup::html);
  BOOST_TEST(cyrillic.text.ends_with(utf8(iceland)));
  // One broken byte in a page that is UTF-8 otherwise.
  const Read broken = read("<meta charset=latin1>" + text + "\xFF", Markup::html);
  BOOST_TEST(broken.text.ends_with(text + "\uFFFD"));
  BOOST_TEST(broken.replaced == 1U);
}

BOOST_AUTO_TEST_CASE(a_declared_encoding_without_a_table) {
  const Read japanese =
      read("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><rss>\x83\x6D\x83\x8B", Markup::xml);
  BOOST_TEST((japanese.encoding == Encoding::unknown));
  BOOST_TEST(japanese.name == "Shift_JIS");
  BOOST_TEST(japanese.text.empty());
  // Only ASCII characters: the same in all encodings.
  BOOST_TEST(read("<meta charset=gb2312>Norway", Markup::html).text.ends_with("Norway"));
}

BOOST_AUTO_TEST_CASE(binary_files) {
  BOOST_TEST(
      (read(std::string("\xFF\xFE\x01\x00\x02\x00\x03\x00", 8)).encoding == Encoding::binary));
  BOOST_TEST((read(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0", 20)).encoding ==
              Encoding::binary));
  BOOST_TEST((read(std::string("a\0b", 3)).encoding == Encoding::binary));
}

BOOST_AUTO_TEST_CASE(names_of_code_pages) {
  const auto name = [](std::string_view label) {
    const CodePage* page = find_code_page(label);
    return page == nullptr ? std::string_view("none") : page->name;
  };
  BOOST_TEST(name("CP1251") == "windows-1251");
  BOOST_TEST(name("x-cp1250") == "windows-1250");
  BOOST_TEST(name("win-1251") == "windows-1251");
  BOOST_TEST(name("ISO_8859-1:1987") == "windows-1252");
  BOOST_TEST(name("latin9") == "iso-8859-15");
  BOOST_TEST(name("KOI8_R") == "koi8-r");
  BOOST_TEST(name("big5") == "none");
  BOOST_TEST(name("") == "none");
  for (const std::string_view page :
       {"windows-1250", "windows-1253", "windows-1254", "windows-1257", "iso-8859-3", "iso-8859-4",
        "iso-8859-7", "iso-8859-10", "iso-8859-13", "iso-8859-14", "macintosh", "x-mac-cyrillic"}) {
    BOOST_REQUIRE_EQUAL(name(page), page);
    BOOST_TEST(find_code_page(page)->upper.size() == 128U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
