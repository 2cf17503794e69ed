#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Tests the explorer page in a real browser: run.sh OSCEGRAPH [CHECK...]. Installs Chromium and the
# modules of the test if they are missing. Works in build/browser and leaves its pictures there.
# UPDATE=1 also renews the pictures in docs/images.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
binary=$(realpath "$1")
shift
cd "$here/../.."

command -v chromium > /dev/null && command -v npm > /dev/null \
  || bash cmake/install-dependencies.sh chromium
folder=$PWD/build/browser
mkdir -p "$folder"
if ! cmp -s "$here/package-lock.json" "$folder/fetched"; then
  cp "$here"/package.json "$here"/package-lock.json "$here"/.npmrc "$folder"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error)
  cp "$here/package-lock.json" "$folder/fetched"
fi
node "$here/explorer_test.mjs" "$binary" "$folder" "$@"

if [[ -n ${UPDATE:-} ]]; then
  command -v pngquant > /dev/null || bash cmake/install-dependencies.sh pngquant
  pngquant --force --ext .png --strip 96 docs/images/explorer-*.png
fi
