// SPDX-License-Identifier: Apache-2.0
//
// Tests which format an input has, by content and by name. Each line is a small realistic file.
#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "gzip.hpp"
#include "load_text.hpp"
#include "oscegraph/loader/formats/format_decision.hpp"
#include "oscegraph/loader/inputs/json_outline.hpp"
#include "oscegraph/loader/inputs/source.hpp"
#include "oscegraph/loader/tables/table_shape.hpp"

using namespace oscegraph;
using namespace oscegraph::testing;
using namespace std::literals;

namespace {

/// The name of the format, or the reason why there is none.
std::string decided(const std::string& path, const std::string& text, bool table_map = false) {
  const FormatDecision decision = decide_format(path, text, {"", table_map});
  return decision.format != nullptr ? std::string(decision.format->name) : decision.problem->what;
}

std::string note(const std::string& path, const std::string& text) {
  const FormatDecision decision = decide_format(path, text, {});
  return decision.note ? decision.note->what : "";
}

const std::string spreadsheet = "this is a spreadsheet file";

std::string number(std::size_t value, int bytes) {
  std::string result;
  for (int i = 0; i < bytes; ++i, value >>= 8U) result += static_cast<char>(value & 0xFFU);
  return result;
}

/// A zip file of empty files with these names; the content of the first may be given.
std::string zip(const std::vector<std::string>& names, const std::string& first = "") {
  std::string files;
  std::string directory;
  for (const std::string& name : names) {
    const std::string content = &name == &names.front() ? first : "";
    const std::string sizes =
        number(content.size(), 4) + number(content.size(), 4) + number(name.size(), 2);
    directory += "PK\x01\x02" + std::string(16, '\0') + sizes + std::string(12, '\0') +
                 number(files.size(), 4) + name;
    files += "PK\x03\x04" + std::string(14, '\0') + sizes + std::string(2, '\0') + name + content;
  }
  return files + directory + "PK\x05\x06" + std::string(8, '\0') + number(directory.size(), 4) +
         number(files.size(), 4) + std::string(2, '\0');
}

}  // namespace

BOOST_AUTO_TEST_SUITE(format)

BOOST_AUTO_TEST_CASE(spreadsheets_whatever_they_are_called) {
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(100, '\0');
  for (const std::string& file : std::vector<std::string>{
           zip({"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}), zip({"xl/workbook.bin"}),
           zip({"[Content_Types].xml", "xl/workbook.xml"}).substr(0, 90),
           zip({"mimetype", "content.xml"}, "application/vnd.oasis.opendocument.spreadsheet"),
           compound + "W\0o\0r\0k\0b\0o\0o\0k\0"s, compound + "B\0o\0o\0k\0"s,
           "\x09\x08\x10\x00\x00\x06\x05\x00 and more"s, "ID;PWXL;N;E\r\nP;PGeneral\r\n",
           "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook "
           "xmlns=\"x\"/>",
           "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
           "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table></table></html>",
           "<office:document xmlns:office='urn:oasis:names:tc:opendocument' "
           "office:mimetype='application/vnd.oasis.opendocument.spreadsheet'/>"})
    for (const std::string name :
         {"a.xlsx", "a.csv", "a.txt", "a.json", "standard input", "a.xml", "a.ods"})
      BOOST_TEST(decided(name, file) == spreadsheet, name << ": " << file.substr(0, 40));
  // Only the name tells the format.
  BOOST_TEST(decided("a.xls", "\x01\x02\x03\x04") == spreadsheet);
  // Many .xls files are tables in plain text.
  BOOST_TEST(decided("a.xls", "Donor\tProject\nMalta\tMill\n") == "csv");
  BOOST_TEST(sentence(*decide_format("a.xlsx", zip({"xl/workbook.xml"}), {"csv", false}).problem) ==
             "a.xlsx: this is a spreadsheet file; save the sheet as CSV");
}

BOOST_AUTO_TEST_CASE(other_files_of_other_programs) {
  const std::string zeros(300, '\0');
  BOOST_TEST(decided("a.txt", "%PDF-1.7\n%\xE2\xE3\xCF\xD3") == "this is a PDF");
  BOOST_TEST(decided("-", "{\\rtf1\\ansi Malta}") == "this is a document of a word processor");
  BOOST_TEST(decided("a", zip({"[Content_Types].xml", "word/document.xml"})) ==
             "this is a document of a word processor");
  BOOST_TEST(decided("a", zip({"mimetype"}, "application/vnd.oasis.opendocument.text")) ==
             "this is a document of a word processor");
  BOOST_TEST(decided("a", zip({"ppt/presentation.xml"})) == "this is a presentation");
  // Tables in an archive; one of them has a name like a part of a workbook.
  BOOST_TEST(decided("a.zip", zip({"nodes.csv", "old/xl/x.csv"})) == "this is an archive of files");
  BOOST_TEST(decided("a.csv", "\x89PNG\r\n\x1A\n" + zeros) == "this is a picture");
  BOOST_TEST(decided("a.html", "\xFF\xD8\xFF\xE0" + zeros) == "this is a picture");
  BOOST_TEST(decided("a", "SQLite format 3\0"s + zeros) == "this is a database file");
  BOOST_TEST(decided("a", gzip("twice")) == "this is a packed file of a kind that is not read");
  BOOST_TEST(
      decided("a.html", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n") ==
      "this is a web page saved with its pictures in one file");
  for (const std::string encoded :
       {"Content-Transfer-Encoding: base64", "Content-type: multipart/mixed"})
    BOOST_TEST(
        decided("a.eml", "From: a@b.org\r\nSubject: Mill\r\n" + encoded + "\r\n\r\nTWFsdGE=\r\n") ==
        "this is a saved mail whose text is encoded");
  BOOST_TEST(decided("a.txt",
                     "From: a@b.org\nSubject: Mill\n\nWrite 'Content-Type: multipart/mixed'.\n") ==
             "text");
  for (const std::string gml : {"graph [ node [ id 1 ] ]", "Creator \"x\"\ngraph\n[\n"})
    BOOST_TEST(decided("a.gml", gml) == "this is a graph in GML");
}

BOOST_AUTO_TEST_CASE(xml_by_its_first_element) {
  const std::string graphml =
      "<?xml version='1.0'?>\n<!-- <rss> -->\n<graphml xmlns='x'></graphml>";
  const std::string gexf = "<gexf version='1.3'><graph/></gexf>";
  const std::string rss = "\xEF\xBB\xBF \n<rss version='2.0'><channel/></rss>";
  const std::string atom = "<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>";
  const std::string rdf =
      "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><item/></rdf:RDF>";
  const std::string page = "<!DOCTYPE html [ <!ENTITY x '>'> ]>\n<p>x";
  for (const std::string name : {"a.xml", "a.html", "a.rss", "a.txt", "a.md", "standard input"}) {
    BOOST_TEST(decided(name, graphml) == "graphml", name);
    BOOST_TEST(decided(name, gexf) == "gexf", name);
    BOOST_TEST(decided(name, rss) == "feed", name);
    BOOST_TEST(decided(name, atom) == "feed", name);
    BOOST_TEST(decided(name, rdf) == "feed", name);
    BOOST_TEST(decided(name, page) == "html", name);
    BOOST_TEST(decided(name, "<HTML lang=en><body>x") == "html", name);
  }
  BOOST_TEST(decided("a.graphml", gexf) == "gexf");
  for (const std::string root : {"iati-activities", "iati-organisations"})
    for (const std::string name : {"a.xml", "a.txt", "a", "a.rss"})
      BOOST_TEST(
          decided(name, "<?xml version='1.0'?>\n<" + root + " version='2.03'><x/></" + root + ">")
              .starts_with("this is IATI"),
          name);
  BOOST_TEST(decided("a.xml", "<catalogue><item/></catalogue>") ==
             "this XML begins with <catalogue>: it is no RSS or Atom feed, page or graph");
  BOOST_TEST(decided("a.xml", "<svg xmlns='x'/>") == "this is a drawing in SVG");
  // A mere mention of a format does not count.
  BOOST_TEST(decided("a.html", "<html><body>how to write &lt;rss> and <graphml>") == "html");
  BOOST_TEST(decided("a", "<div><p>Malta pays for the mill.</p></div>") == "html");
  BOOST_TEST(decided("a.md", "<p align=center>Malta</p>\n\nMalta pays for the mill.") == "text");
  // A wrong ending does not lead to a guess.
  BOOST_TEST(decided("a.csv", "<!doctype html><title>Please log in</title>") ==
             "by its name this is csv, and by its content html");
  BOOST_TEST(decided("a.jsonl", graphml) ==
             "by its name this is jsonl, and by its content graphml");
}

BOOST_AUTO_TEST_CASE(json_by_its_outermost_keys) {
  const std::string node = R"({"id":"project:x","kind":"project","name":"X","type":"node"})";
  for (const std::string name : {"a.json", "a.jsonl", "a.txt", "standard input"}) {
    BOOST_TEST(decided(name, node) == "jsonl", name);
    BOOST_TEST(decided(name, node + "\n" + node) == "jsonl", name);
    BOOST_TEST(
        decided(name, R"({"nodes":[{"type":"node","attributes":{"type":"mission"}}]})") == "json",
        name);
    BOOST_TEST(decided(name, R"({"oscegraph":1,"nodes":[{"a":"{\"type\":\"node\"}"}]})") == "json",
               name);
    BOOST_TEST(decided(name, "{\n \"claims\": [\n  {\"type\":\"claim\"} ] }") == "json", name);
    for (const std::string graph :
         {R"({"directed":true,"multigraph":false,"graph":{},"nodes":[{"id":1}],"links":[]})",
          R"({"nodes":[{"id":"claims"}],"edges":[{"source":1,"target":2}]})",
          R"({"elements":{"nodes":[],"edges":[]}})", R"({"graph":{"nodes":{}}})"})
      BOOST_TEST(decided(name, graph) ==
                     "this JSON is a graph of nodes and links in another program's form",
                 name << graph);
    BOOST_TEST(decided(name, " [ {\"Donor\":\"Malta\"} ]") ==
                   "this JSON is a list, not oscegraph's own records",
               name);
    BOOST_TEST(decided(name, R"({"type":"FeatureCollection","features":[]})") ==
                   "this JSON is a map (GeoJSON)",
               name);
    BOOST_TEST(decided(name, R"({"version":"https://jsonfeed.org/version/1.1","items":[]})") ==
                   "this is a feed in JSON",
               name);
    BOOST_TEST(decided(name, R"({"@context":"https://schema.org","@graph":[]})") ==
                   "this JSON is linked data (JSON-LD)",
               name);
  }
  BOOST_TEST(decided("a", R"({"donor":"Malta","sum":5})") == "json");
  BOOST_TEST(decided("a", "[Skopje, 2 May] Malta pays for the mill.") == "text");
  BOOST_TEST(decided("a", "[1] Malta pays for the mill of the Mission.") == "text");
  BOOST_TEST(decided("a.csv", "[{\"Donor\":\"Malta\"}]").starts_with("this JSON is a list"));
  // Looking at a truncated text always ends.
  const std::string whole = R"({"a":{"b":[1,"x\"y",true,{"c":null}]},"type":"node"})";
  for (std::size_t size = 0; size <= whole.size(); ++size)
    (void)json_outline(whole.substr(0, size));
  BOOST_TEST(json_outline(whole).keys.size() == 2U);
}

BOOST_AUTO_TEST_CASE(tables_and_sentences_without_a_name) {
  for (const std::string text :
       {"Norway funds the project \"Stone Bridges\" of the OSCE Mission to Serbia.",
        "Malta, Cyprus pay for mill\nSKOPJE, 2 May 2024 - Malta, Cyprus and Andorra pay for it.\n",
        "Malta, Cyprus pay\nSKOPJE, the money of both States has arrived here.\n",
        "Malta pays for the mill; Cyprus for the road.\nAndorra pays; Monaco does not.\n",
        "Le projet, dit-on, est financé par Andorre, Chypre et Malte.\nIl prend fin en mai, à "
        "Tirana.\n",
        "Исландия финансирует проект «Зимняя дорога», Мальта тоже.\n",
        "# Mill opens\n\nThe **Mill** project is funded by **Malta**.\n\n| Donor | EUR "
        "|\n|---|---|\n| Malta | 5 |\n",
        "Thanks go to our donors, as ever, for all they give:\nMalta\nCyprus\n"})
    BOOST_TEST(decided("standard input", text) == "text", text);
  // Cyrillic in the code page of old editors, and UTF-16.
  BOOST_TEST(
      decided("a",
              "\xC8\xF1\xEB\xE0\xED\xE4\xE8\xFF \xF4\xE8\xED\xE0\xED\xF1\xE8\xF0\xF3\xE5\xF2 "
              "\xEF\xF0\xEE\xE5\xEA\xF2 \xC7\xE8\xEC\xED\xFF\xFF \xE4\xEE\xF0\xEE\xE3\xE0.") ==
      "text");
  for (const std::string table :
       {"Donor,Project,Amount\nMalta,Mill,5\n", "Donor,Project\nMalta,Mill\nCyprus,Road\n",
        "Donor|Project\nMalta|Mill\n", "Donor;Projekt;Betrag\nMalta;M\xC3\xBChle;5,50\n",
        "Donor\tProject\nMalta\tMill\n", "Donor, Project\nMalta, Mill\n", "Donor,Project\n",
        "Donor,Project,Text\nMalta,Mill,\"It pays for all of it, and "
        "more.\"\nCyprus,Road,\"Two\nlines. And so on it goes for ever.\"\n",
        "Donor,Project,Text\nMalta,Mill,It pays for all of it.\nCyprus,Road\nMonaco,Road,It pays "
        "for nothing at all.\nMalta,Lake,-\nMalta,Hill,-\n",
        "\"Name of the donor\",\"Sum\"\n\"Malta\",\"5\"\n"})
    BOOST_TEST(decided("standard input", table) == "csv", table);
  BOOST_TEST(decided("standard input",
                     "Donor,Project\nMalta,The road is paid for by Malta alone.\n", true) == "csv");
  BOOST_TEST(decided("a.dat", "hello\n") == "the format of this file is not known");
  BOOST_TEST(decided("a", "/* a */ digraph \"x y\" { a -> b }") == "dot");
  BOOST_TEST(decided("a", "strict graph{}") == "dot");
  BOOST_TEST(decided("a", "graphs of money {as drawn} are hard to read at first.") == "text");
}

BOOST_AUTO_TEST_CASE(a_table_named_as_a_text_is_told) {
  for (const std::string table :
       {"Year|Donor|Project\n2021|Malta|Mill\n", "Donor\tProject\nMalta\tMill\n",
        "Donor;Project\nMalta;Mill\nCyprus;Road\n",
        "Donor,Project,Sum\nMalta,Mill,5\nCyprus,Road,6\n",
        "Donor;Project;Sum\n;;\nMalta;Mill;5\nCyprus;Road;6\n",
        "Donor;Project;Remark\nMalta;Mill;\"said \"\"yes\"\"; by phone\"\nCyprus;Road;\n",
        "Year|Donor|Text\r\n2021|Malta|\"a | b\"\r\n2022|Cyprus|\r\n"}) {
    BOOST_TEST(decided("a.txt", table) == "text", table);
    BOOST_TEST(note("a.txt", table).starts_with("this looks like a table separated by "), table);
    BOOST_TEST(decided("a.txt", table, true) == "csv", table);
  }
  for (
      const std::string text :
      {"Malta, Cyprus and Andorra pay.\nMonaco, San Marino and others do not.\nSo, here, we are.\n",
       "Malta pays; Cyprus does not.\nAndorra pays; Monaco does not.\nNobody asks; nobody tells.\n",
       "Skopje, 2 May\nTirana, 3 May\n", "| Donor | EUR |\n|---|---|\n| Malta | 5 |\n",
       "Malta | Cyprus\nThe mill opens.\n", "One line | of two\n",
       "Funded by Malta, Cyprus.\nFunded by Monaco, Andorra.\nFunded by Spain, Italy.\n"})
    BOOST_TEST(note("a.txt", text).empty(), text);
}

BOOST_AUTO_TEST_CASE(what_does_not_stop_the_others) {
  const Folder folder;
  folder.write("a.txt", "The project \"Clean Rivers\" is funded by Norway.");
  folder.write("iati.xml", "<iati-activities/>");
  folder.write("b.html", zip({"xl/workbook.xml"}));
  LoadOptions options;
  options.inputs = {folder.path()};
  Problems problems;
  const Loaded loaded = load(options, problems);
  BOOST_TEST(loaded.graph.claim_count() == 1U);
  BOOST_TEST(loaded.warnings.size() == 2U);
  // A graph file in a folder may be an export of that folder, whatever its ending.
  folder.write("graph.xml", "<graphml/>");
  BOOST_TEST(load(options, problems).skipped.size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
