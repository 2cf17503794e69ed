#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Builds oscegraph and shows what it does, on the example that comes with it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

bash cmake/install-dependencies.sh
bash cmake/build.sh release product
export PATH="$PWD/build/release/bin:$PATH"

show() {  # prints a command as one would type it, and runs it
  printf '\n$ %s\n' "$*"
  "$@"
}
mkdir -p demo
show oscegraph funding -i examples/osce-2024
show oscegraph funding -i examples/osce-2024 -o demo/funding.svg
for format in graphml gexf; do
  show oscegraph export -i examples/osce-2024 -o "demo/osce-2024.$format"
done

cat << END

In $PWD:
  demo/funding.svg         the same as flows, from States to offices; any browser shows it
  demo/osce-2024.graphml   for NetworkX, igraph, graph-tool
  demo/osce-2024.gexf      for Gephi
  build/release/bin        holds oscegraph; put it on your PATH, then try: oscegraph help
END
