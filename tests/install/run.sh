#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs the program and its libraries, moves the installed folder, builds the example programs on
# it, and runs them: run.sh CMAKE BUILD_DIR COMPILER
set -euo pipefail

cmake=$1 build=$2 compiler=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
moved=$scratch/moved

fail() {
  echo "$1"
  exit 1
}

"$cmake" --install "$build" --prefix "$scratch/first" > "$scratch/log"
mv "$scratch/first" "$moved"
if grep -rIlF -e "$build/" -e "$scratch/first" "$moved/lib"* "$moved/include"; then
  fail "these installed files name the folder they were built or first installed in"
fi

# The headers of the interface compile together, without anything that is not installed.
(cd "$moved/include" && find oscegraph -name '*.hpp' -not -path '*/detail/*' | sort) |
  sed 's/.*/#include "&"/' > "$scratch/all.cpp"
"$compiler" -std=c++20 -fsyntax-only -I "$moved/include" "$scratch/all.cpp" ||
  fail "the installed headers do not compile"

"$moved/bin/oscegraph" --version
"$cmake" -G Ninja -S "$moved/share/oscegraph/examples/library" -B "$scratch/build" \
  -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_PREFIX_PATH="$moved" \
  > "$scratch/log" || { cat "$scratch/log"; exit 1; }
"$cmake" --build "$scratch/build" > "$scratch/log" || { cat "$scratch/log"; exit 1; }

# What each says of the example, as the program itself says it.
"$scratch/build/who_funds" > "$scratch/funds"
wanted=$("$moved/bin/oscegraph" funding --as csv 2> "$scratch/log" | tail -n +2 | wc -l)
[ "$(wc -l < "$scratch/funds")" = "$wanted" ] ||
  fail "who_funds has $(wc -l < "$scratch/funds") rows, and oscegraph funding has $wanted"
"$moved/bin/oscegraph" export -o "$scratch/example.jsonl" 2> "$scratch/log"
"$scratch/build/who_funds" "$scratch/example.jsonl" | cmp - "$scratch/funds" ||
  fail "who_funds says another thing of the example read from a file"

from=Norway to="OSCE Presence in Albania"
wanted=$("$moved/bin/oscegraph" why "$from" "$to" --since 2020 --as csv 2> "$scratch/log" | tail -n +2 | wc -l)
"$scratch/build/who_says_so" "$from" "$to" "$scratch/why.gexf" > "$scratch/says"
[ "$(grep -c '^  in "' "$scratch/says")" = "$wanted" ] || fail "who_says_so does not tell $wanted claims"
"$moved/bin/oscegraph" info -i "$scratch/why.gexf" > "$scratch/log" 2>&1 ||
  { cat "$scratch/log"; fail "what who_says_so writes cannot be read"; }

"$scratch/build/trusted_routes" "$from" "$scratch/routes.gexf" > "$scratch/routes"
grep -q '^Norway  *state  *0.0$' "$scratch/routes" || fail "trusted_routes does not begin at $from"
grep -q '<attribute id="length"' "$scratch/routes.gexf" || fail "routes.gexf has no column length"
for program in who_says_so trusted_routes; do
  if "$scratch/build/$program" "no such node" "$to" 2> "$scratch/error"; then
    fail "$program finds a node that is not there"
  fi
  grep -q 'no such node' "$scratch/error" || fail "$program does not say what is wrong"
done
