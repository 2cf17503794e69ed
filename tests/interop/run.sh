#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests our files with the programs for which they are made: tests/interop/run.sh BINARY [WORK]
#
# Installs the programs (missing Debian packages if that is allowed, the others below WORK,
# build/interop unless given). Compares our measures with theirs (measures.sh), then exports, reads
# and compares files (run.py). A program that cannot be installed is reported and skipped; with
# CI=true that is a failure. UPDATE=1 rewrites docs/interop.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(realpath "$1")
work=${2:-$here/../../build/interop}
mkdir -p "$work"
work=$(cd "$work" && pwd)

root=()
if [[ $(id -u) != 0 ]] && command -v sudo > /dev/null; then root=(sudo -n); fi
missing=()
for package in python3-venv python3-graph-tool python3-icu graphviz nodejs npm maven \
  default-jdk-headless; do
  command -v dpkg-query > /dev/null || break
  case $package in  # a program that is installed in another way is kept
    nodejs | npm) command -v "${package/nodejs/node}" > /dev/null && continue ;;
    maven) command -v mvn > /dev/null && continue ;;
    default-jdk-headless) command -v javac > /dev/null && continue ;;
  esac
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null) == installed ]] || missing+=("$package")
done
if ((${#missing[@]})); then
  echo "Installing ${missing[*]}"
  "${root[@]}" apt-get update -qq || true
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
    "${missing[@]}" > "$work/apt.log" 2>&1 || true
fi

# Debian's Python, since graph-tool is built for it.
python() {
  [[ -x $work/python/bin/python ]] || /usr/bin/python3 -m venv --system-site-packages "$work/python"
  "$work/python/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
}

graphology() {
  mkdir -p "$work/graphology"
  cp "$here"/graphology/{package.json,package-lock.json,read.mjs} "$work/graphology"
  (cd "$work/graphology" && npm ci --silent --no-audit --no-fund)
}

# A separate environment, since it has many dependencies. ICU comes from Debian: pip would compile
# it.
ftm() {
  [[ -x $work/ftm/bin/python ]] || /usr/bin/python3 -m venv --system-site-packages "$work/ftm" &&
    "$work/ftm/bin/pip" install -q --disable-pip-version-check --only-binary :all: \
      -r "$here/requirements-ftm.txt"
}

classpath() {  # NAME: the class path of the Java programs that its pom names
  [[ -s $work/$1.classpath && $work/$1.classpath -nt $here/$1/pom.xml ]] ||
    mvn -q -B -f "$here/$1/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/$1.classpath"
}

neo4j() {
  local version
  version=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
  [[ ${version%%.*} -ge 17 ]] || { echo "Neo4j needs Java 17, this is ${version:-none}"; return 1; }
  classpath neo4j
}
gephi() { classpath gephi; }

install() {  # NAME: if it fails, the reason is in its log
  rm -f "$work/$1.ready"
  "$1" > "$work/install-$1.log" 2>&1 && touch "$work/$1.ready"
}
failed=()
ready() { [[ -e $work/$1.ready ]] || { failed+=("$1"); return 1; }; }  # NAME

echo "Installing the programs below $work"
install python & install ftm & install graphology &
{ install gephi || true; install neo4j; } &  # one after the other: they share Maven's store
wait

readers=()
have() { readers+=("\"$1\":{\"python\":\"$work/python/bin/python\"${2:-}}"); }  # NAME [MORE]
with_classpath() { printf ',"classpath":"%s"' "$(cat "$work/$1.classpath")"; }

if ready python; then
  have json && have csv && have sqlite
  for module in networkx igraph graph_tool; do
    if "$work/python/bin/python" -c "import $module" 2> /dev/null; then have "$module"
    else failed+=("$module"); fi
  done
  if command -v gvpr > /dev/null; then have graphviz; else failed+=(graphviz); fi
fi
if ready graphology; then have graphology; fi
if ready gephi; then have gephi "$(with_classpath gephi)"; fi
if ready neo4j; then
  have neo4j "$(with_classpath neo4j)"
  have cypher-shell "$(with_classpath neo4j)"
fi
if ready ftm; then readers+=("\"ftm\":{\"python\":\"$work/ftm/bin/python\"}"); fi
(IFS=,; echo "{${readers[*]}}") > "$work/readers.json"

if ((${#failed[@]})); then
  echo "Not installed: ${failed[*]} (see $work/install-*.log)"
  [[ ${CI:-} != true ]] || { tail -n 20 "$work"/install-*.log; exit 1; }
fi
interpreter=python3
if ready python; then
  interpreter=$work/python/bin/python
  bash "$here/measures.sh" "$binary" "$work"
else
  echo "skipped: our measures by NetworkX and igraph: not installed"
fi
exec "$interpreter" "$here/run.py" "$binary" "$work"
