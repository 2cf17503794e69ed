#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Installs the packages that the build needs and this machine does not have, on Debian, Ubuntu and
# systems derived from them: install-dependencies.sh [MORE_PACKAGES...]
set -euo pipefail

packages=(
  g++                        # the compiler
  cmake                      # configures the build
  ninja-build                # runs it
  pkg-config                 # finds Graphviz and utf8proc
  libboost-graph-dev         # the concepts our graph models; its algorithms check ours in tests
  libboost-program-options-dev  # the command line
  libboost-test-dev          # unit tests
  rapidjson-dev              # reads JSON
  libgraphviz-dev            # draws pictures
  graphviz                   # the plugins that draw them
  librsvg2-2                 # makes images of flows and heat maps
  libsqlite3-dev             # writes the graph as a database for SQL
  zlib1g-dev                 # reads .gz
  libutf8proc-dev            # compares names whatever their case and accents
  libxxhash-dev              # checksums of graph files
  libxml2-dev                # reads GraphML, GEXF, saved pages and feeds
  python3                    # runs the manual's examples as tests
  groff-base                 # reads the man page as a test
  ccache                     # makes the second build fast; optional
)
command -v npm > /dev/null || packages+=(nodejs npm)  # build the explorer page

missing=()
if command -v dpkg-query > /dev/null && command -v apt-get > /dev/null; then
  for package in "${packages[@]}" "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
    [[ $status == installed ]] || missing+=("$package")
  done
else
  echo "This system has no apt, so nothing was installed. The build needs what Debian calls:" >&2
  echo "${packages[*]} $*" >&2
fi
((${#missing[@]})) || exit 0

root=()
if [[ $(id -u) != 0 ]]; then
  if ! command -v sudo > /dev/null; then
    echo "Please install these packages as root, then run this again: ${missing[*]}" >&2
    exit 1
  fi
  root=(sudo)
fi
echo "Installing ${missing[*]}"
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
  "${missing[@]}" > /dev/null
