// SPDX-License-Identifier: Apache-2.0
//
// Tests a graph too large for a page, served by the program. The picture shows a part of the graph,
// but all numbers, lists and files are about the whole graph, under any filters. The results are
// compared with those of the command line.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parseCsv } from "../web/compare_files.mjs";
import { generatedRecords, writeRecords } from "../web/generated.mjs";
import { answered, done, download, folder, go, open, pictures, program, root, serve, texts } from "./harness.mjs";

let made;
function beyondInput() {
  if (made) return made;
  const records = writeRecords(join(folder, "beyond.jsonl"),
                               generatedRecords(21, { projects: 26_000, documents: 4000, agencies: 60 }));
  const file = join(folder, "beyond.oscg"); // opens quickly, since the command line is called often
  program.run("export", ...records, "-o", file);
  return made = ["-i", file];
}

const number = (text) => Number(text.replaceAll(",", "").replace("−", "-"));
const first = (text) => number(/-?[\d,]+/.exec(text)[0]);
const encoded = (id) => encodeURIComponent(id);
const options = (filters) => Object.entries(filters).flatMap(([name, value]) =>
  [value].flat().flatMap((one) => [`--${name.replaceAll("_", "-")}`, String(one)]));
const hashOf = (filters) => Object.entries(filters).flatMap(([name, value]) =>
  [value].flat().map((one) => `&${name}=${encoded(one)}`)).join("");

/** The numbers in the drawer and the rankings. */
async function overview(page, input, filters) {
  const words = [...input, ...options(filters)];
  const { facts } = program.ask("info", ...words);
  await go(page, `view=funding${hashOf(filters)}`);
  const [, nodes, claims, documents] = /^([\d,]+) actors?.* joined by ([\d,]+) claims? from ([\d,]+)/
    .exec((await texts(page, ".drawer .lede"))[0]);
  assert.deepEqual([nodes, claims, documents].map(number), [facts.nodes, facts.claims, facts.documents]);
  for (const [by, place] of [["state", 1], ["office", 2]]) {
    const expected = program.ask("funding", ...words, "--by", by).rows
      .map((row) => [row[by], row.projects?.length ?? 0]).sort((a, b) => b[1] - a[1]).slice(0, 6);
    const ranking = (await texts(page, `.drawer section:nth-of-type(${place}) .ranking li`));
    assert.deepEqual(ranking.map((text) => [/^(.*) [\d,]+ projects?$/.exec(text)?.[1], number(/([\d,]+) project/.exec(text)?.[1] ?? "0")]),
                     expected);
  }
}

/** A node's page: who pays it or whom it pays, and its edges by relation. */
async function node(page, input, filters, id) {
  const words = [...input, ...options(filters)];
  await go(page, `view=funding&node=${encoded(id)}${hashOf(filters)}`);
  const shown = program.ask("show", id, ...words);
  if (!shown) {
    assert.match((await texts(page, ".drawer .flag"))[0], /filter/, `${id} is left out, with a sentence`);
    page.expected += 1;
    return;
  }
  const paid = /^(office|project):/.test(id);
  const by = id.startsWith("state:") ? "state" : "donor";
  const rows = program.ask("funding", ...words, paid ? "--to" : "--from", id, "--by", paid ? "donor" : by)?.rows ?? [];
  const expected = paid ? rows.map((row) => row.funder) : rows.flatMap((row) => row.offices ?? []);
  assert.deepEqual((await texts(page, ".drawer .funders strong")).sort(), [...new Set(expected)].map((name) =>
    name.replace(/\s+/g, " ").trim()).sort(), `funding of ${id}`);
  const edges = new Set(shown.rows.map((row) => `${row.relation} ${row.node_id}`));
  const headings = (await texts(page, ".drawer section:not(.funders):not(.document) > h3")).filter((text) => /\d$/.test(text));
  assert.equal(headings.reduce((sum, text) => sum + number(/([\d,]+)$/.exec(text)[1]), 0), edges.size, `edges of ${id}`);
  assert.equal(await page.locator(".drawer .part-mark").count(), 0);
}

/** A cell's page: its sums, and all claims of all steps. */
async function cell(page, input, filters, row) {
  const words = [...input, ...options(filters)];
  await go(page, `view=funding&cell=${encoded(`${row.state_id} ${row.office_id}`)}${hashOf(filters)}`);
  const money = Object.entries(row).filter(([name, value]) => /_[A-Z]{3}$/.test(name) && value !== null);
  const sums = (await texts(page, ".drawer .sums strong")).map((text) => /^([A-Z]{3}) ([−-]?[\d,.]+)/.exec(text))
    .map(([, currency, low]) => `${currency} ${number(low)}`);
  assert.deepEqual(sums.sort(), money.map(([name, value]) => `${name.slice(-3)} ${Number(value)}`).sort(),
                   `${row.state} and ${row.office}`);
  const why = program.run("why", ...words, row.state_id, row.office_id, "--as", "csv");
  assert.equal(await page.locator(".drawer .claim").count(), parseCsv(why).length - 1);
  assert.deepEqual(parseCsv(readFileSync(await download(page, "csv"), "utf8")), parseCsv(why));
}

async function map(page, input, filters) {
  const rows = program.ask("funding", ...input, ...options(filters)).rows;
  for (const count of ["projects", "committed_EUR"]) {
    await go(page, `view=map&count=${count}${hashOf(filters)}`);
    const known = rows.some((row) => count in row);
    const named = (list) => list.length === 0 ? "outside any project" : list.slice(0, 12).join("; ") +
      (list.length > 12 ? ` and ${(list.length - 12).toLocaleString("en")} more` : "");
    assert.deepEqual((await texts(page, ".arc title")).sort(),
                     rows.filter((row) => count === "projects" || !known || row[count] !== null)
                       .map((row) => `${row.state} to ${row.office}: ${named(row.projects ?? [])}`.replace(/\s+/g, " ").trim())
                       .sort(), count);
  }
  assert.doesNotMatch(readFileSync(await download(page, "svg"), "utf8"), /part of the graph/);
}

/** The bars do not depend on the time filters. */
async function time(page, input, filters) {
  const { at, since, until, ...others } = filters;
  await go(page, `view=funding${hashOf(filters)}`);
  const bars = await page.$$eval(".histogram rect", (list) => list.map((bar) => [bar.dataset.step, Number(bar.dataset.count)]));
  assert.ok(bars.length > 40, "there are bars");
  for (const [step, count] of bars.filter((_, i) => i % 40 === 7)) {
    const info = program.ask("info", ...input, ...options({ ...others, at: step }));
    assert.equal(count, info?.facts.claims ?? 0, `claims on ${step}`);
  }
  assert.equal(await page.locator(".time .part-mark").count(), 0);
}

async function tables(page, input, filters) {
  const { facts } = program.ask("info", ...input, ...options(filters));
  for (const of of ["nodes", "edges", "claims", "documents"]) {
    await go(page, `view=table&table=${of}${hashOf(filters)}`);
    assert.equal(first((await texts(page, ".data .controls"))[0].replace(/^.*CSV/, "")), facts[of], of);
    const [header, ...rows] = parseCsv(readFileSync(await download(page, "csv"), "utf8"));
    assert.equal(rows.length, facts[of], of);
    assert.ok(!header.includes("part_of_graph"));
  }
  await go(page, `view=table&table=edges&contains=Bishkek+norway&sort=-documents${hashOf(filters)}`);
  const [, ...rows] = parseCsv(readFileSync(await download(page, "csv"), "utf8"));
  const both = program.run("export", ...input, ...options(filters), "--as", "jsonl").split("\n").filter(Boolean).map(JSON.parse)
    .filter(({ type, from, to }) => type === "claim" && [from, to].sort().join() === "office:bishkek,state:NO");
  assert.equal(rows.length, new Set(both.map(({ from, relation, to }) => `${from} ${relation} ${to}`)).size);
  assert.ok(rows.length > 0 && rows.every((row, i) => i === 0 || Number(rows[i - 1].at(-1)) >= Number(row.at(-1))));
}

/** The legend, and the files saved from the network and the funding views. */
async function files(page, input, filters) {
  const words = [...input, ...options(filters)];
  const { facts, rows } = program.ask("info", ...words);
  await go(page, `view=network${hashOf(filters)}`);
  const counts = Object.fromEntries(rows.filter((row) => row.of === "node").map((row) => [row.what, row.count]));
  assert.deepEqual((await texts(page, ".legend ul:first-child li")).map((text) => number(/([\d,]+)$/.exec(text)[1])),
                   ["state", "office", "donor", "project", "agency"].map((kind) => counts[kind]).filter(Boolean));
  for (const format of ["json", "gexf", "graphml"]) {
    const saved = program.ask("info", "-i", await download(page, format)).facts;
    for (const fact of ["edges", "claims"]) assert.equal(saved[fact], facts[fact], `${fact} of ${format}`);
  }
  const tablesFolder = join(folder, "beyond-tables");
  mkdirSync(tablesFolder, { recursive: true });
  program.run("export", ...words, "-o", `${tablesFolder}/`);
  assert.equal(readFileSync(await download(page, "csv"), "utf8"), readFileSync(join(tablesFolder, "claims.csv"), "utf8"));
  for (const [hash, ...more] of [["view=funding"], ["view=funding&picture=rows&by=project", "--by", "project"],
                                 ["view=table&table=funding&by=donor", "--by", "donor"], ["view=map"]]) {
    await go(page, `${hash}${hashOf(filters)}`);
    assert.deepEqual(parseCsv(readFileSync(await download(page, "csv"), "utf8")),
                     parseCsv(program.run("funding", ...words, ...more, "--as", "csv")), hash);
  }
}

/** Ignores complaints of Chromium about 404: the program answers so for a node that the filters leave out. */
function forgiveMissing(page) {
  const missing = page.complaints.filter((text) => text.includes("404"));
  assert.ok(missing.length <= page.expected, missing.join("\n"));
  page.complaints = page.complaints.filter((text) => !text.includes("404"));
}

export async function wholeBeyondThePage() {
  const input = beyondInput();
  const page = await open(await serve(...input));
  page.expected = 0;
  await answered(page);
  assert.match((await texts(page, ".drawer .flag"))[0], /^Too much to draw: [\d,]+ nodes/);
  const part = new Set(await page.evaluate(async () =>
    (await (await fetch("api/v1/graph?limit=20000")).json()).nodes.map(({ id }) => id)));
  const missing = Array.from({ length: 26_000 }, (_, i) => `project:g${i}`).filter((id) => !part.has(id));
  assert.ok(missing.length > 100, "the page holds a part");
  const sets = [{}, { relation: "funds", until: "2022" }, { flow: ["disbursed", "committed"] }, { min_documents: 2 },
                { basis: "stated", kind: ["state", "project", "office"] },
                { document: Array.from({ length: 2500 }, (_, i) => `doc-${i}`) }];
  for (const [i, filters] of sets.entries()) {
    await overview(page, input, filters);
    for (const id of ["office:dushanbe", "state:NO", "agency:g2", "donor:fund", missing[i], missing[i + 30]])
      await node(page, input, filters, id);
    const { rows } = program.ask("funding", ...input, ...options(filters));
    for (const row of rows.filter((_, r) => r % 23 === i)) await cell(page, input, filters, row);
    await map(page, input, filters);
    await time(page, input, filters);
  }
  await page.screenshot({ path: join(pictures, "beyond.png") });
  for (const filters of [sets[0], sets[5]]) {
    await tables(page, input, filters);
    await files(page, input, filters);
  }
  forgiveMissing(page);
  await done(page);
}

/** What the page shows while the program is asked, when it refuses, and when filters change. */
export async function beyondMeanwhile() {
  const input = beyondInput();
  const address = await serve(...input);
  const page = await open(address, "view=funding&relation=part_of");
  page.expected = 0;
  await answered(page);
  const { facts } = program.ask("info", ...input, "--relation", "part_of");
  assert.equal(first((await texts(page, ".drawer .lede"))[0]), facts.nodes);

  // A part for other filters is marked as such until the program has sent the part for these.
  let release;
  const held = new Promise((go_on) => { release = go_on; });
  await page.route("**/api/v1/graph?*", async (route) => { await held; await route.continue().catch(() => {}); });
  await page.evaluate(() => { location.hash = "view=funding"; });
  await page.waitForFunction(() => location.hash === "#view=funding" && document.querySelector(".drawer .flag"));
  assert.match((await texts(page, ".drawer .flag"))[0], /^Too much to draw/);
  release();
  await page.unroute("**/api/v1/graph?*");
  await answered(page);

  // A refusal is shown as a sentence, and the question is asked again at the user's next action.
  await page.route("**/api/v1/rows?*", (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>no" }));
  await go(page, "view=table&table=edges");
  assert.deepEqual(await texts(page, ".stage .flag"), ["502 Bad Gateway"]);
  assert.ok(await page.locator('[data-key="contains"]').isVisible());
  await page.unroute("**/api/v1/rows?*");
  page.complaints = page.complaints.filter((text) => !text.includes("502"));
  await go(page, "view=table&table=edges&sort=-amount"); // a column of claims
  assert.equal((await texts(page, ".stage .flag")).length, 0);
  assert.equal(await page.locator("table.rows tbody tr").count(), 300);

  // An edge that the filters leave out, and a cell without funding.
  const edge = program.run("export", ...input, "--relation", "funds", "--as", "jsonl").split("\n").filter(Boolean)
    .map(JSON.parse).find(({ from, to }) => from === "state:NO" && to?.startsWith("project:"));
  const key = `state:NO funds ${edge.to}`;
  await go(page, `view=funding&edge=${encoded(key)}`);
  assert.ok(await page.locator(".drawer .claim").count() > 0);
  await go(page, `view=funding&edge=${encoded(key)}&relation=implements&relation=assists`);
  assert.match((await texts(page, ".drawer"))[0], /filters/);
  await go(page, "view=funding&cell=state%3ANO+office%3Adushanbe&relation=implements&relation=assists");
  page.expected += 4;
  const [, ...steps] = parseCsv(readFileSync(await download(page, "csv"), "utf8"));
  assert.equal(steps.length, 0, "ways that are no funding");
  forgiveMissing(page);

  // A file is dropped while the program is asked for a part.
  await go(page, "view=funding");
  await page.evaluate(() => { location.hash = "view=funding&relation=funds"; });
  await page.setInputFiles("input[type=file]", join(root, "tests/golden/data/money.jsonl"));
  const small = program.ask("info", "-i", join(root, "tests/golden/data/money.jsonl")).facts;
  await page.waitForFunction((n) => document.querySelector(".drawer .lede")?.textContent.startsWith(`${n} `), small.nodes);
  await page.waitForTimeout(1500); // a late answer would take its place
  assert.equal(first((await texts(page, ".drawer .lede"))[0]), small.nodes);
  await done(page);
}
