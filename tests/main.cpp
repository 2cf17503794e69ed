// SPDX-License-Identifier: Apache-2.0
//
// main() of every unit test program; the tests register themselves.
#define BOOST_TEST_MODULE oscegraph
#include <boost/test/unit_test.hpp>
