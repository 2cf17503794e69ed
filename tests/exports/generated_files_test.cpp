// SPDX-License-Identifier: Apache-2.0
//
// Tests that the files in the repository that are made from the program's tables are up to date.
#include "oscegraph/tests/exports/generated_files.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace oscegraph::test;

BOOST_AUTO_TEST_SUITE(generated_files)

BOOST_AUTO_TEST_CASE(files_made_from_the_tables_are_as_the_tables_say) {
  const char* update = std::getenv("UPDATE");
  const bool writes = update != nullptr && std::string_view(update) == "1";
  for (const GeneratedFile& made : oscegraph::test::generated_files()) {
    const std::string path = OSCEGRAPH_SOURCE "/" + std::string(made.path);
    if (writes) std::ofstream(path, std::ios::binary) << made.text;
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    BOOST_TEST((text == made.text),
               "graph/columns/schema.hpp, graph/values/vocabulary.hpp or the looks in exports/ no "
               "longer say what "
                   << made.path
                   << " says; UPDATE=1 test_exports --run_test=generated_files writes it");
  }
}

BOOST_AUTO_TEST_SUITE_END()
