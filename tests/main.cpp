// SPDX-License-Identifier: Apache-2.0
//
// The main() function of every unit test program. The tests register themselves.
#define BOOST_TEST_MODULE oscegraph
#include <boost/test/unit_test.hpp>
