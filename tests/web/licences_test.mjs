// SPDX-License-Identifier: Apache-2.0
//
// Checks the licences of the libraries in the page: licences_test.mjs OSCEGRAPH PAGE_FOLDER. The
// page, the .html files that the program writes, NOTICE and `oscegraph --version` must name the
// same packages, in the versions of the lock file, and the page must have the full text of each
// licence.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { bundledPackages } from "../../web/licences.mjs";

const [, , binary, folder] = process.argv;
const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (...path) => readFileSync(join(...path), "utf8");
const heading = /^ *((?:@[\w.-]+\/)?[\w.-]+ \d+\.\d+\.\d+ \([\w. -]+\))/gm;

/** Packages that only declare types: the page contains nothing of them. */
const typesOnly = ["graphology-types"];

const lock = Object.entries(JSON.parse(read(root, "web/package-lock.json")).packages)
  .filter(([path]) => path !== "")
  .map(([path, facts]) => ({ name: path.replace(/^.*node_modules\//, ""), ...facts }));

function textIn(html) {
  const start = '<script type="text/plain" id="oscegraph-licences">';
  assert.equal(html.split(start).length, 2, "the page has its licences once");
  return html.split(start)[1].split("</script>")[0];
}

function namedIn(text) {
  return [...text.matchAll(heading)].map(([, named]) => named);
}

function run(...words) {
  const { status, stdout, stderr } = spawnSync(binary, words, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}

const page = textIn(read(folder, "index.html"));
const inPage = namedIn(page);

// The packages that the page names are in the lock file, in the same versions.
for (const named of inPage) {
  const [name] = named.split(" ");
  const facts = lock.find((entry) => entry.name === name);
  assert.ok(facts, `${name} is in the page and not in the lock file`);
  assert.equal(named, `${name} ${facts.version} (${facts.license})`);
}

// All packages that are fetched for the page are named, and so are the outlines of land.
for (const { name, dev } of lock)
  if (!dev && !typesOnly.includes(name))
    assert.ok(inPage.some((named) => named.startsWith(`${name} `)), `the page has no licence of ${name}`);
assert.ok(inPage.some((named) => named.startsWith("world-atlas ")));
assert.match(page, /Natural Earth \(public domain\)/);

// The full text of each licence, as in its package.
for (const named of inPage) {
  const [name] = named.split(" ");
  const modules = join(folder, "node_modules", name);
  const files = ["LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE", "COPYING"];
  const file = files.find((one) => { try { return read(modules, one); } catch { return false; } });
  assert.ok(file, `${name} brings a licence`);
  assert.ok(page.includes(read(modules, file).trim()), `the page has the whole licence of ${name}`);
  assert.match(read(modules, file), /copyright/i);
}

// NOTICE and the program name the same packages.
assert.deepEqual(namedIn(read(root, "NOTICE")), inPage, "NOTICE names what the page contains");
assert.deepEqual(namedIn(run("--version")), inPage);
assert.match(run("--version"), /^oscegraph \d+\.\d+\.\d+\n/);
assert.equal(textIn(run("export", "-q", "--as", "html")), page);

// A package is recognised by its last folder; our own files do not count.
assert.deepEqual(
  bundledPackages(["src/main.ts", "node_modules/a/x.js", "../node_modules/b/node_modules/@c/d/e/f.js"]),
  ["@c/d", "a", "world-atlas"]);
console.log(`${inPage.length} packages`);
