// SPDX-License-Identifier: Apache-2.0
//
// Tests the page in one file, opened from disk without a network: it shows the same as a served
// page and sends no requests.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { done, download, folder, go, open, program, texts } from "./harness.mjs";

function exportPage(name, ...words) {
  const file = join(folder, name);
  program.run("export", "-o", file, ...words);
  return pathToFileURL(file).href;
}

export async function oneFile() {
  const page = await open(exportPage("net.html"), "", { offline: true });
  assert.equal((await texts(page, ".legend ul:first-child li")).length, 4);
  await go(page, "view=funding");
  assert.equal(await page.locator(".matrix tbody td button").count(), program.ask("funding").rows.length);
  await go(page, "view=map");
  assert.ok(await page.locator(".arc").count() > 0);
  await go(page, "");
  const json = await download(page, "json");
  assert.equal(program.ask("info", "-i", json).facts.claims, program.ask("info").facts.claims);
  for (const format of ["gexf", "graphml"])
    assert.equal(program.ask("info", "-i", await download(page, format)).facts.claims,
                 program.ask("info").facts.claims, format);
  for (const format of ["svg", "png"]) await download(page, format);

  // When a file is dropped here, there is a message.
  await page.setInputFiles("input[type=file]", json);
  await page.waitForSelector(".alert:not([hidden])");
  assert.match((await texts(page, ".alert p"))[0], /no program behind it/);
  await done(page);
}

/** The worker that lays out larger graphs also starts in a page from disk. */
export async function offlineLayout() {
  const input = join(folder, "ring.jsonl");
  const names = Array.from({ length: 400 }, (_, i) => `agency:${i}`);
  writeFileSync(input, [
    { type: "document", id: "d" },
    ...names.map((id) => ({ type: "node", id, kind: "agency", name: id })),
    ...names.map((id, i) => ({ type: "claim", from: id, relation: "part_of", to: names[(i + 1) % 400], document: "d" })),
  ].map((record) => JSON.stringify(record)).join("\n") + "\n");
  const page = await open(exportPage("ring.html", "-i", input), "", { offline: true });
  await page.waitForSelector('.network-stage[data-layout="done"]', { timeout: 60_000 });
  const places = await page.evaluate(() => [0, 100, 200, 300].map((i) => window.oscegraph.whereIs(`agency:${i}`)));
  const across = Math.hypot(places[0].x - places[2].x, places[0].y - places[2].y);
  assert.ok(across > 100, "the ring is laid out");
  await done(page);
}

/** Texts of documents are shown as text, even if they look like markup. */
export async function hostileData() {
  const input = join(folder, "hostile.jsonl");
  const bad = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
  writeFileSync(input, [
    { type: "document", id: "d", title: bad, publisher: bad, url: "javascript:alert(3)" },
    { type: "node", id: "project:x", kind: "project", name: bad, aliases: [bad], attributes: { note: bad } },
    { type: "claim", from: "Norway", relation: "funds", to: "project:x", document: "d", quote: bad, locator: bad },
  ].map((record) => JSON.stringify(record)).join("\n") + "\n");
  const page = await open(exportPage("hostile.html", "-i", input),
                          "edge=state%3ANO+funds+project%3Ax", { offline: true });
  page.on("dialog", () => page.complaints.push("a dialog opened"));
  assert.deepEqual(await texts(page, ".drawer blockquote"), [bad]);
  assert.equal(await page.locator(".drawer .document a").count(), 0, "only the web is linked");
  for (const view of ["network", "funding", "table", "path&from=state%3ANO&to=project%3Ax"]) {
    await go(page, `view=${view}`);
    await page.waitForTimeout(100);
  }
  assert.equal(await page.locator("img").count(), 0);
  await done(page);
}
