#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Our files in the programs they are for: tests/interop/run.sh BINARY [WORK]
#
# Installs the programs (Debian packages where something is missing and we may, the rest below WORK,
# build/interop unless given), exports, reads, compares: run.py. A program that cannot be had is a
# skip with its name; with CI=true it is a failure. UPDATE=1 rewrites docs/interop.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(realpath "$1")
work=${2:-$here/../../build/interop}
mkdir -p "$work"
work=$(cd "$work" && pwd)

root=()
if [[ $(id -u) != 0 ]] && command -v sudo > /dev/null; then root=(sudo -n); fi
missing=()
for package in python3-venv python3-graph-tool graphviz nodejs npm maven default-jdk-headless; do
  command -v dpkg-query > /dev/null || break
  case $package in  # whoever has the program some other way keeps it
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

# Debian's own Python: graph-tool is built for it.
python() {
  [[ -x $work/python/bin/python ]] || /usr/bin/python3 -m venv --system-site-packages "$work/python"
  "$work/python/bin/pip" install -q --disable-pip-version-check -r "$here/requirements.txt"
}

graphology() {
  mkdir -p "$work/graphology"
  cp "$here"/graphology/{package.json,package-lock.json,read.mjs} "$work/graphology"
  (cd "$work/graphology" && npm ci --silent --no-audit --no-fund)
}

gephi() {
  [[ -s $work/gephi.classpath && $work/gephi.classpath -nt $here/gephi/pom.xml ]] ||
    mvn -q -B -f "$here/gephi/pom.xml" dependency:build-classpath \
      -Dmdep.outputFile="$work/gephi.classpath"
}

failed=()
install() {  # NAME COMMAND: its log says why not
  "$@" > "$work/install-$1.log" 2>&1 || { failed+=("$1"); return 1; }
}

readers=()
have() { readers+=("\"$1\":{\"python\":\"$work/python/bin/python\"${2:-}}"); }  # NAME [MORE]

if install python; then
  have json && have csv && have sqlite
  for module in networkx igraph graph_tool; do
    if "$work/python/bin/python" -c "import $module" 2> /dev/null; then have "$module"
    else failed+=("$module"); fi
  done
  if command -v gvpr > /dev/null; then have graphviz; else failed+=(graphviz); fi
fi
if install graphology; then have graphology; fi
if install gephi; then have gephi ",\"classpath\":\"$(cat "$work/gephi.classpath")\""; fi
(IFS=,; echo "{${readers[*]}}") > "$work/readers.json"

if ((${#failed[@]})); then
  echo "Not installed: ${failed[*]} (see $work/install-*.log)"
  [[ ${CI:-} != true ]] || { tail -n 20 "$work"/install-*.log; exit 1; }
fi
interpreter=$work/python/bin/python
[[ -x $interpreter ]] || interpreter=python3
exec "$interpreter" "$here/run.py" "$binary" "$work"
