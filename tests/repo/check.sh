#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Checks the rules of the repository that can be checked automatically: check.sh REPOSITORY. Each
# finding is a line "file:line: text" below the rule that is broken.
set -euo pipefail
cd "$1"

mapfile -t files < <(
  find . \( -name build -o -name .git -o -name node_modules -o -name dist -o -name demo \) -prune \
    -o -type f \( -name '*.cpp' -o -name '*.hpp' -o -name '*.cmake' -o -name CMakeLists.txt \
    -o -name '*.sh' -o -name '*.py' -o -name '*.ts' -o -path './.ci/run' \) -printf '%P\n' | sort
)
of() { printf '%s\n' "${files[@]}" | grep -E "$1" || true; }  # REGEX: the files whose names match
mapfile -t code < <(of '\.(cpp|hpp)$')
mapfile -t silent < <(of '^(graph|loader|queries|ask|exports)/.*\.(cpp|hpp)$')

failed=0
rule() {  # SENTENCE FINDINGS
  [[ -z $2 ]] && return
  printf '%s\n%s\n\n' "$1" "$2"
  failed=1
}
lines() {  # REGEX FILE...: the lines that match outside of // comments
  local regex=$1
  shift
  (($#)) || return 0
  grep -nHP "$regex" "$@" | grep -vP '^[^:]+:\d+:\s*//' || true
}

rule 'The licence belongs into the first three lines: SPDX-License-Identifier: Apache-2.0' "$(
  awk 'FNR <= 3 && /SPDX-License-Identifier: Apache-2\.0/ { said[FILENAME] }
       END { for (i = 1; i < ARGC; ++i) if (!(ARGV[i] in said)) print ARGV[i] }' "${files[@]}"
)"
rule 'Only the cli prints, exits and reads the environment' "$(
  lines '\bstd::(cout|cerr|clog)\b|(?<![\w.>])(v?f?printf|f?puts|putchar|_?exit|quick_exit|abort|(secure_)?getenv|system)\s*\(' \
    "${silent[@]}"
)"
rule 'Headers are included as "oscegraph/<folder>/<name>.hpp"' "$(
  mapfile -t these < <(of '^(graph|loader|queries|ask|exports|cli)/.*\.(cpp|hpp)$')
  lines '#\s*include\s*"(?!oscegraph/|embedded/)' "${these[@]}"
)"
rule 'No include climbs out of its folder' "$(lines '#\s*include\s*"[^"]*\.\./' "${code[@]}")"
rule 'graph includes no other folder' "$(
  mapfile -t these < <(of '^graph/'); lines '#\s*include\s*"oscegraph/(?!graph/)' "${these[@]}"
)"
for folder in loader queries exports; do
  rule "$folder includes itself and graph only" "$(
    mapfile -t these < <(of "^$folder/")
    lines "#\\s*include\\s*\"oscegraph/(?!graph/|$folder/)" "${these[@]}"
  )"
done
rule 'ask includes itself, loader, queries and graph only' "$(
  mapfile -t these < <(of '^ask/')
  lines '#\s*include\s*"oscegraph/(?!ask/|loader/|queries/|graph/)' "${these[@]}"
)"
rule 'Each pitfall in docs/graph-files.md has a test in tests/exports named after it (p18_...)' "$(
  grep -oE '\bP[0-9]+' docs/graph-files.md | sort -uV | while read -r pitfall; do
    grep -rqE "AUTO_TEST_CASE\((p[0-9]+_)*${pitfall,}_" tests/exports || echo "$pitfall"
  done
)"
rule 'A header with integers of a fixed width includes <cstdint>: GCC 14 no longer brings it along' "$(
  mapfile -t these < <(of '\.hpp$')
  grep -lE '\bu?int(8|16|32|64|ptr)_t\b' "${these[@]}" | xargs grep -L '#include <cstdint>' || true
)"
rule 'An unfinished thought goes into an issue, not into the code' "$(
  grep -nHwE 'TO[D]O|FIX[M]E|XX[X]' "${files[@]}" || true
)"
# A placeholder has "x", "<...>" or "NAME" for what is new.
rule 'A file that documentation or a comment names exists' "$(
  mapfile -t these < <(printf '%s\n' *.md docs/*.md docs/manual/*.md "${files[@]}" | grep -v '^CHANGELOG')
  grep -noHP '(?<![\w./-])(graph|loader|queries|exports|cli|ask|cmake|tests|web|bench)/[\w/-]+\.(hpp|cpp|ts|py|sh|csv)(?!\w)' \
    "${these[@]}" | grep -vP '[/_](x|NAME)[._]' | while IFS=: read -r file line path; do
    [[ -e $path || -e $(dirname "$file")/$path ]] || echo "$file:$line: $path"
  done
)"
rule 'A file is named after its idea, never "util"' "$(of '(^|/)[^/]*util[^/]*$')"

exit "$failed"
