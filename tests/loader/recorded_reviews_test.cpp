// SPDX-License-Identifier: Apache-2.0
//
// Tests how recorded reviews are counted: a decision is found in every form of its file, and other
// text is not taken for a decision.
#include "oscegraph/loader/formats/recorded_reviews.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace oscegraph;

class File {
 public:
  File(const std::string& name, const std::string& text)
      : folder_(std::filesystem::temp_directory_path() /
                ("recorded-reviews-" + std::to_string(counter++))),
        path_(folder_ / name) {
    std::filesystem::create_directories(folder_);
    std::ofstream(path_, std::ios::binary) << text;
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::filesystem::remove_all(folder_); }
  [[nodiscard]] RecordedReviews reviews() const { return recorded_reviews(path_.string()); }

 private:
  static inline int counter = 0;
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

std::size_t refused(const std::string& name, const std::string& text) {
  return File(name, text).reviews().refused;
}

const std::string start =
    R"({"type":"claim","from":"a","relation":"funds","to":"b","document":"d")";

BOOST_AUTO_TEST_SUITE(recorded_reviews_of_a_file)

BOOST_AUTO_TEST_CASE(json_lines_in_any_spelling) {
  for (const char* said : {R"("reviewed":"no")", R"("reviewed": "no")", R"("reviewed" : "no")",
                           "\"reviewed\"\t:\t\"no\"", R"("reviewed"  :"no")",
                           R"("r\u0065viewed":"no")", R"("reviewed":"\u006eo")",
                           R"("\u0072\u0065\u0076\u0069\u0065\u0077\u0065\u0064":"\u006E\u006F")"})
    BOOST_TEST(refused("r.jsonl", start + "," + said + "}\n") == 1U, said);
  // The key "reviewed" may come before "type".
  BOOST_TEST(refused("r.jsonl", "{ \"reviewed\" : \"no\" , " + start.substr(1) + "}") == 1U);
  BOOST_TEST(refused("r.jsonl", "\xEF\xBB\xBF" + start + R"(, "reviewed" : "no"}
)") == 1U);
}

BOOST_AUTO_TEST_CASE(one_json_object) {
  const std::string claim = R"({"from":"a","relation":"funds","to":"b","document":"d",)"
                            "\n   \"reviewed\"\n   :\n   \"no\"}";
  BOOST_TEST(refused("r.json", "{\"oscegraph\": 1,\n \"claims\": [" + claim + "]}") == 1U);
  BOOST_TEST(refused("r.json", "{\"claims\" : [" + claim + "," + claim + "],\"nodes\":[]}") == 2U);
}

BOOST_AUTO_TEST_CASE(tables) {
  const std::string header = "from,relation,to,document,reviewed\n";
  BOOST_TEST(refused("claims.csv", header + "a,funds,b,d,no\nc,funds,d,d,yes\n") == 1U);
  BOOST_TEST(refused("claims.csv", "reviewed;from;relation;to;document\n\"no\";a;funds;b;d\n") ==
             1U);
  BOOST_TEST(refused("grants 2024.csv", header + "a,funds,b,d,no\n") == 1U);
  // Tables for Gephi: one of them contains the claims.
  BOOST_TEST(refused("evidence.csv",
                     "edge_id,from,relation,to,document,title,reviewed\n"
                     "e1,a,funds,b,d,T,yes\ne1,a,funds,b,e,T,no\n") == 1U);
  BOOST_TEST(refused("claims.csv", header + "a,funds,b,d,\nc,funds,d,d,corrected\n") == 0U);
  for (const char* name : {"answer.csv", "claims.csv"}) {
    const File other(name, "name,:LABEL,reviewed\nNorway,x,no\n");
    BOOST_TEST(!other.reviews().any(), name);
  }
  BOOST_TEST(File("claims.csv", header + "a,funds,b,d,yes\nc,funds\n").reviews().unsure);
}

BOOST_AUTO_TEST_CASE(the_name_of_the_file_does_not_matter) {
  const std::string line = start + R"(, "reviewed": "no"})"
                                   "\n";
  for (const char* name : {"r.jsonl", "r.json", "r.ndjson", "r.txt", "review", "r.md", "r.graphml",
                           "r.svg", "r.html", "r.oscg"})
    BOOST_TEST(refused(name, line) == 1U, name);
}

BOOST_AUTO_TEST_CASE(what_is_no_refusal) {
  const auto of = [](const std::string& end) {
    return File("r.jsonl", start + end + "}\n").reviews();
  };
  BOOST_TEST(of("").any() == false);
  BOOST_TEST(of(R"(,"reviewed":"")").any() == false);
  BOOST_TEST(of(R"(,"quote":"\"reviewed\":\"no\"")").any() == false);
  BOOST_TEST(of(R"(,"reviewed" : "yes")").accepted == 1U);
  BOOST_TEST(of(R"(,"reviewed":"corrected")").refused == 0U);
  const File node(
      "r.jsonl",
      R"({"type":"node","id":"a","kind":"agency","name":"A","attributes":{"reviewed":"no"}})");
  BOOST_TEST(!node.reviews().any());
  BOOST_TEST(!recorded_reviews("there/is/no/such.jsonl").any());
  BOOST_TEST(!recorded_reviews("/").any());
}

BOOST_AUTO_TEST_CASE(a_word_that_is_none_is_no_consent) {
  BOOST_TEST(refused("r.jsonl", start + R"(,"reviewed":"No"})") == 1U);
  BOOST_TEST(refused("r.jsonl", start + R"(,"reviewed":"nein"})") == 1U);
  BOOST_TEST(File("r.jsonl", start + R"(,"reviewed":false})").reviews().unsure);
}

BOOST_AUTO_TEST_CASE(damage_hides_nothing) {
  const std::string no = start + R"(,"reviewed": "no"})"
                                 "\n";
  BOOST_TEST(refused("r.jsonl", "{\"type\":\n" + no) == 1U);
  BOOST_TEST(File("r.jsonl", start + R"(,"reviewed": "no)"
                                     "\n")
                 .reviews()
                 .unsure);
  BOOST_TEST(File("r.json", R"({"claims":[{"from":"a","reviewed":)").reviews().unsure);
  // Rows of an answer are not records, so the file may be overwritten.
  const File rows("flows.json", R"([{"reviewed": "no", "name": "\u00e4"}])");
  BOOST_TEST(!rows.reviews().any());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
