// SPDX-License-Identifier: Apache-2.0
//
// Tests what only a served page can do: read a file that is dropped on the page, and show a graph
// that is too large to draw, by sending questions to the program.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { done, folder, open, program, root, serve, tableRows, texts } from "./harness.mjs";

export async function dropAFile() {
  const page = await open(await serve());
  const file = join(root, "tests/golden/data/money.jsonl");
  await page.setInputFiles("input[type=file]", file);
  const { facts } = program.ask("info", "-i", file);
  await page.waitForFunction((n) => document.querySelector(".drawer .lede")?.textContent.startsWith(`${n} `),
                             facts.nodes);
  await page.click('[data-key="view funding"]');
  assert.equal(await page.locator(".matrix tbody td button").count(),
               program.ask("funding", "-i", file).rows.length);

  // A file with a mistake is refused with the program's sentence, and the page stays as it was.
  const broken = join(folder, "broken.jsonl");
  writeFileSync(broken, '{"type":"node","id":"state:FR","kind":"stat"}\n');
  await page.setInputFiles("input[type=file]", broken);
  await page.waitForSelector(".alert:not([hidden])");
  const [said] = await texts(page, ".alert p");
  assert.match(said, /broken\.jsonl:1:\d+.*stat/);
  assert.ok(await page.locator(".matrix").isVisible());
  page.complaints = page.complaints.filter((text) => !text.includes("422")); // Chromium reports the status
  await done(page);
}

/** Makes twice as many nodes as a page gets; every third project has an office and a State. */
function tooLargeInput() {
  const lines = [{ type: "document", id: "d", title: "Invented", date: "2024-01-01" }];
  const states = ["Norway", "Germany", "Sweden", "France"];
  for (let i = 0; i < 11_000; ++i) {
    lines.push({ type: "node", id: `project:${i}`, kind: "project", name: `Undertaking ${i}` });
    lines.push({ type: "claim", from: states[i % 4], relation: "funds", to: `project:${i}`, document: "d" });
    if (i % 3 === 0)
      lines.push({ type: "claim", from: "Programme Office in Dushanbe", relation: "implements",
                   to: `project:${i}`, document: "d" });
  }
  const file = join(folder, "too-large.jsonl");
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join("\n") + "\n");
  return ["-i", file];
}

export async function tooLarge() {
  const input = tooLargeInput();
  const page = await open(await serve(...input));
  const { facts } = program.ask("info", ...input);
  const [flag] = await texts(page, ".drawer .flag");
  assert.match(flag, /the network shows the 5,000 best-connected of 11,0/);
  assert.ok((await texts(page, ".drawer .lede"))[0].replace(",", "").startsWith(`${facts.nodes} `), "counts are whole");

  // Funding comes from the program and is about the whole graph.
  await page.click('[data-key="view funding"]');
  await page.waitForSelector("table.rows");
  const table = program.ask("funding", ...input);
  const rows = await tableRows(page);
  assert.deepEqual(rows.map((row) => row.state), table.rows.map((row) => row.state));
  assert.deepEqual(rows.map((row) => Number(row.documents)), table.rows.map((row) => row.documents));

  // A node that is not in the page is found by its name, and shown with its surroundings.
  const missing = await page.evaluate(async () => {
    const { nodes } = await (await fetch("api/v1/graph?limit=5000")).json();
    const shown = new Set(nodes.map(({ id }) => id));
    return Array.from({ length: 11_000 }, (_, i) => i).find((i) => i % 4 === 1 && !shown.has(`project:${i}`));
  });
  const name = `Undertaking ${missing}`;
  await page.fill('[data-key="search"]', name);
  await page.waitForFunction((text) => document.querySelector(".head .choices li")?.textContent.includes(text), name);
  await page.press('[data-key="search"]', "Enter");
  await page.waitForFunction((text) => document.querySelector(".drawer h2")?.textContent === text, name);
  assert.match(page.url(), new RegExp(`around=project%3A${missing}\\b`));
  assert.deepEqual(await texts(page, ".drawer .funders strong"), ["Germany"]);
  await page.click('[data-key="chip around"]');
  await page.waitForFunction(() => !location.hash.includes("around"));
  await done(page);
}
