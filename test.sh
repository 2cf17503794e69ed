#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds with every check on and runs all tests: test.sh [CTEST_OPTIONS...]
#   ./test.sh -L golden          only the golden tests
#   ./test.sh -R loader -V       only tests with "loader" in their name, with all they print
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

bash cmake/install-dependencies.sh
bash cmake/build.sh dev
ctest --preset dev -j "$(nproc)" --no-label-summary "$@"
