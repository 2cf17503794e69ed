#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Configures and builds a preset, quietly: build.sh PRESET [TARGET...]. The output of the tools goes
# to build/PRESET/build.log, and is shown when something fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=$1
shift
log=build/$preset/build.log
mkdir -p "build/$preset"

progress() {  # a line with the number of steps done, on a terminal only
  local line
  while IFS= read -r line; do
    if [[ -t 2 && $line =~ ^\[[0-9]+/[0-9]+\] ]]; then printf '\r  %s ' "${BASH_REMATCH[0]}" >&2; fi
  done
  if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
}

echo "Building $preset (log: $log)"
start=$SECONDS
targets=()
for target in "$@"; do targets+=(--target "$target"); done
{
  cmake --preset "$preset" && cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}"
} 2>&1 | tee "$log" | progress || {
  # Without the lines of steps that succeeded.
  grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking|Embedding)|^-- ' "$log" | tail -n 100 >&2
  echo "Building $preset failed; all of it is in $log" >&2
  exit 1
}
echo "Built $preset in $((SECONDS - start)) s"
