#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Runs one golden test: run.sh CASE_DIR BINARY        (UPDATE=1 rewrites what it expects)
#
#   CASE_DIR/cmd      a few lines for sh, with `oscegraph` on the PATH
#   CASE_DIR/stdout   the exact bytes it must print; no file: nothing
#   CASE_DIR/stderr   the same for standard error
#   CASE_DIR/exit     the exit code; no file: 0
#   CASE_DIR/*        all other files are input
#
# The command runs in a copy of the folder, so that it may write there, and so that inputs have
# relative names and no path of this machine gets into an expected output. Data that several cases
# share is in the folder of all cases, which is ../golden ($TESTDATA); the repository's examples are
# ../examples.
set -euo pipefail

case_dir=$(cd "$1" && pwd)
binary=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
golden=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/got" "$scratch/home"
ln -s "$binary" "$scratch/bin/oscegraph"
ln -s "$golden" "$scratch/golden"
ln -s "$golden/../../examples" "$scratch/examples"
cp -R "$case_dir" "$scratch/case"
(cd "$scratch/case" && rm -f cmd stdout stderr exit)

code=0
(
  cd "$scratch/case"
  # A clean environment, so that the developer's settings have no effect.
  env -i PATH="$scratch/bin:/usr/local/bin:/usr/bin:/bin" HOME="$scratch/home" TESTDATA=../golden \
    NO_COLOR=1 COLUMNS=100 LC_ALL=C.UTF-8 TZ=UTC LSAN_OPTIONS="${LSAN_OPTIONS:-}" \
    sh "$case_dir/cmd" < /dev/null > "$scratch/got/stdout" 2> "$scratch/got/stderr"
) || code=$?
echo "$code" > "$scratch/got/exit"

if [[ ${UPDATE:-} == 1 ]]; then
  for stream in stdout stderr exit; do cp "$scratch/got/$stream" "$case_dir/$stream"; done
  # Empty output and exit code 0 are the defaults and need no file.
  for stream in stdout stderr; do [[ -s $case_dir/$stream ]] || rm "$case_dir/$stream"; done
  [[ $code != 0 ]] || rm "$case_dir/exit"
  exit 0
fi

failed=0
compare() {  # STREAM DEFAULT
  local want=$case_dir/$1
  if [[ ! -e $want ]]; then
    want=$scratch/want
    printf '%s' "$2" > "$want"
  fi
  diff -u --label "$1 (expected)" --label "$1 (got)" "$want" "$scratch/got/$1" || failed=1
}
compare exit $'0\n'
compare stderr ''
compare stdout ''
if [[ $failed != 0 ]]; then
  echo
  echo "The command, from ${case_dir#"$golden/"}/cmd:"
  sed 's/^/  /' "$case_dir/cmd"
fi
exit "$failed"
