#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Holds extraction to its scores on the press items beside the repository: press_scores.sh BINARY
# Exit 77 (skipped) where the items are not.
set -euo pipefail

press=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)/shared/press
if [[ ! -e $press/score.py ]]; then
  echo "skipped: the press items are not at ../shared/press"
  exit 77
fi
claims=$(mktemp --suffix .jsonl)
trap 'rm -f "$claims"' EXIT
"$1" extract -q -i "$press" -o "$claims"
python3 "$press/score.py" "$claims" --gold "$press" --min-funds 0.95 --min-implements 0.90
python3 "$press/score.py" "$claims" --gold "$press/more" --min-funds 0.88 --min-implements 0.70
