#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Compares our measures with those of NetworkX and igraph: tests/interop/measures.sh BINARY [WORK]
#
# Installs both libraries into a Python environment below WORK (build/interop unless given), then
# runs measures.py.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(realpath "$1")
work=${2:-$here/../../build/interop}
mkdir -p "$work"
if [[ ! -x $work/python/bin/python ]]; then
  bash "$here/../../cmake/install-dependencies.sh" python3-venv
  /usr/bin/python3 -m venv --system-site-packages "$work/python"
fi
# Not NumPy 2: Debian's graph-tool, which run.sh uses in the same environment, was built for 1.
"$work/python/bin/pip" install -q --disable-pip-version-check 'networkx>=3' 'igraph>=0.11' 'numpy>=1.25,<2' \
  'scipy>=1.11.2'
exec "$work/python/bin/python" "$here/measures.py" "$binary"
