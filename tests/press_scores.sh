#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests that extraction reaches its scores: press_scores.sh BINARY. The scores are measured first on
# the items of tests/press_items, and then on the press items in the folder next to the repository,
# if it exists.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python3 "$here/press_items_test.py" "$1"

press=$(cd "$here/../.." && pwd)/shared/press
if [[ ! -e $press/score.py ]]; then
  echo "the press items at ../shared/press are not there, and are left out"
  exit 0
fi
claims=$(mktemp --suffix .jsonl)
trap 'rm -f "$claims"' EXIT
"$1" extract -q -i "$press" -o "$claims"
python3 "$press/score.py" "$claims" --gold "$press" --min-funds 0.95 --min-implements 0.90
python3 "$press/score.py" "$claims" --gold "$press/more" --min-funds 0.88 --min-implements 0.70
