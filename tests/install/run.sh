#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs, moves what was installed, and builds another project on it:
# run.sh CMAKE BUILD_DIR COMPILER
set -euo pipefail

cmake=$1 build=$2 compiler=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$cmake" --install "$build" --prefix "$scratch/first" > "$scratch/log"
mv "$scratch/first" "$scratch/moved"
if grep -rIlF -e "$build/" -e "$scratch/first" "$scratch/moved/lib"*; then
  echo "these installed files name the folder they were built or first installed in"
  exit 1
fi

"$scratch/moved/bin/oscegraph" --version
"$cmake" -G Ninja -S "$here" -B "$scratch/build" -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_PREFIX_PATH="$scratch/moved" > "$scratch/log" || { cat "$scratch/log"; exit 1; }
"$cmake" --build "$scratch/build" > "$scratch/log" || { cat "$scratch/log"; exit 1; }
"$scratch/build/consumer"
