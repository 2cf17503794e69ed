// SPDX-License-Identifier: Apache-2.0
//
// Tests a graph with more nodes than a page can draw. On a served page, the program helps, and all
// numbers and files are about the whole graph. A page from disk contains a part of the graph, and
// says so next to each number and in each file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { parseCsv } from "../web/compare_files.mjs";
import { generatedRecords, writeRecords } from "../web/generated.mjs";
import { answered, done, download, folder, go, open, pictures, program, serve, texts } from "./harness.mjs";

/** The file with more projects than a page draws, with money, agencies and several offices. */
let made;
function largeInput() {
  made ??= writeRecords(join(folder, "large.jsonl"), generatedRecords(11, { projects: 5300, documents: 40, agencies: 30 }));
  return made;
}

const number = (text) => Number(text.replaceAll(",", ""));
const funding = (...words) => program.ask("funding", ...largeInput(), ...words);

export async function wholeWhenServed() {
  const input = largeInput();
  const page = await open(await serve(...input));
  const { facts } = program.ask("info", ...input);
  const [, nodes, claims, documents] = /^([\d,]+) actors and projects, joined by ([\d,]+) claims from ([\d,]+)/
    .exec((await texts(page, ".drawer .lede"))[0]);
  assert.deepEqual([nodes, claims, documents].map(number), [facts.nodes, facts.claims, facts.documents]);
  assert.equal(await page.locator(".part-mark").count(), 0);
  assert.match((await texts(page, ".drawer .flag"))[0], /the network shows the 5,000 best-connected of/);
  await page.screenshot({ path: join(pictures, "large-served.png") });

  for (const [by, place] of [["state", 1], ["office", 2]])
    assert.deepEqual(await texts(page, `.drawer section:nth-of-type(${place}) .ranking li`),
                     funding("--by", by).rows.map((row) => [row[by], row.projects?.length ?? 0])
                       .sort((a, b) => b[1] - a[1]).slice(0, 6)
                       .map(([name, count]) => `${name} ${count.toLocaleString("en")} projects`));

  // The legend, the drawer, the map.
  const counts = Object.fromEntries(program.ask("info", ...input).rows.filter((row) => row.of === "node")
    .map((row) => [row.what, row.count]));
  const legend = (await texts(page, ".legend ul:first-child li")).map((text) => number(/([\d,]+)$/.exec(text)[1]));
  assert.deepEqual(legend, ["state", "office", "donor", "project", "agency"].map((kind) => counts[kind]).filter(Boolean));
  await go(page, "node=office%3Adushanbe");
  const funders = funding("--to", "office:dushanbe", "--by", "donor").rows.map((row) => row.funder);
  assert.deepEqual(new Set(await texts(page, ".drawer .funders strong")), new Set(funders));
  await go(page, "view=map");
  const arcs = (await texts(page, ".arc title")).map((text) => text.split(":")[0]).sort();
  assert.deepEqual(arcs, funding().rows.map((row) => `${row.state} to ${row.office}`).sort());
  await page.screenshot({ path: join(pictures, "large-map.png") });

  // Also with filters, for which the program is not asked again.
  await go(page, "relation=funds&until=2022");
  const narrowed = program.ask("info", ...input, "--relation", "funds", "--until", "2022").facts;
  await page.waitForFunction((n) => document.querySelector(".drawer .lede").textContent.replaceAll(",", "").startsWith(`${n} `),
                             narrowed.nodes);

  // Files.
  await go(page, "view=network");
  for (const format of ["json", "gexf", "graphml"]) {
    const saved = program.ask("info", "-i", await download(page, format)).facts;
    for (const fact of ["nodes", "edges", "claims"]) assert.equal(saved[fact], facts[fact], `${fact} of ${format}`);
  }
  assert.equal(parseCsv(readFileSync(await download(page, "csv"), "utf8")).length, facts.claims + 1);
  for (const [hash, ...words] of [["view=funding"], ["view=funding&picture=rows&by=project", "--by", "project"],
                                  ["view=table&table=funding&by=donor", "--by", "donor"], ["view=map"]]) {
    await go(page, hash);
    await page.waitForFunction(() => !document.querySelector(".stage").textContent.includes("Asking the program"));
    const rows = parseCsv(readFileSync(await download(page, "csv"), "utf8"));
    assert.deepEqual(rows, parseCsv(program.run("funding", ...input, ...words, "--as", "csv")), hash);
  }
  // The lists equal the program's lists.
  for (const of of ["nodes", "edges", "claims", "documents"]) {
    await go(page, `view=table&table=${of}`);
    const theirs = await page.evaluate(async (what) => (await fetch(`api/v1/rows?of=${what}&as=csv`)).text(), of);
    assert.deepEqual(parseCsv(readFileSync(await download(page, "csv"), "utf8")), parseCsv(theirs), of);
  }
  await go(page, "view=funding&cell=state%3ATR+office%3Adushanbe");
  assert.deepEqual(parseCsv(readFileSync(await download(page, "csv"), "utf8")),
                   parseCsv(program.run("why", ...input, "state:TR", "office:dushanbe", "--as", "csv")));
  await done(page);
}

/** Thousands of filters fit into a request. */
export async function thousandsOfFilters() {
  const input = writeRecords(join(folder, "many-documents.jsonl"),
                             generatedRecords(3, { projects: 5600, documents: 4000, agencies: 5 }));
  const wanted = Array.from({ length: 3000 }, (_, i) => `doc-${i}`);
  const hash = `view=funding&${wanted.map((id) => `document=${id}`).join("&")}`;
  const page = await open(await serve(...input), hash);
  await answered(page);
  assert.deepEqual(await texts(page, ".chip"), ["3,000 documents ×"]);
  const words = wanted.flatMap((id) => ["--document", id]);
  const rows = program.ask("funding", ...input, ...words).rows;
  assert.equal(await page.locator("table.rows tbody tr").count(), rows.length);
  assert.deepEqual(parseCsv(readFileSync(await download(page, "csv"), "utf8")),
                   parseCsv(program.run("funding", ...input, ...words, "--as", "csv")));
  const { facts } = program.ask("info", ...input, ...words);
  const saved = program.ask("info", "-i", await download(page, "json")).facts;
  assert.equal(saved.claims, facts.claims);
  await done(page);
}

export async function partWhenExported() {
  const input = largeInput();
  const file = join(folder, "part.html");
  program.run("export", "-o", file, ...input);
  const page = await open(pathToFileURL(file).href, "", { offline: true });
  const said = /part of the graph/;
  const { facts } = program.ask("info", ...input);
  assert.match((await texts(page, ".drawer .flag"))[0], /This page holds a part of the graph: [\d,]+ nodes/);
  const left = number(/([\d,]+) nodes/.exec((await texts(page, ".drawer .flag"))[0])[1]);
  const here = number(/^[\d,]+/.exec((await texts(page, ".drawer .lede"))[0])[0]);
  assert.equal(here + left, facts.nodes);
  // The mark is beside each number, in every view.
  for (const [hash, ...places] of [
    ["", ".drawer .lede", ".drawer h3", ".legend", ".network-controls", ".time-now", ".titles"],
    ["view=funding", ".picture-title"], ["view=funding&count=committed_EUR", ".picture-title", ".rules"],
    ["view=funding&picture=sankey", ".picture-title"], ["view=funding&picture=rows", ".picture-title", ".data .controls"],
    ["view=map", ".picture-title"], ["view=path&from=state%3ATR&to=state%3ANO", ".ways"],
    ["view=table&table=claims", ".picture-title", ".data .controls"],
    ["view=funding&node=office%3Adushanbe", ".drawer .funders h3"], ["view=funding&node=state%3ATR", ".drawer .funders h3"],
    ["view=funding&cell=state%3ATR+office%3Adushanbe", ".drawer"],
  ]) {
    await go(page, hash);
    await page.waitForTimeout(150);
    assert.ok(await page.locator(".stage > *").count() > 0);
    for (const place of places) assert.match((await texts(page, place)).join(" "), said, `${place} of ${hash}`);
  }
  await page.screenshot({ path: join(pictures, "part.png") });
  // The mark is in each file.
  await go(page, "view=network");
  await page.waitForSelector('.network-stage[data-layout="done"]', { timeout: 60_000 });
  for (const format of ["gexf", "graphml", "json", "csv", "svg"]) {
    const saved = await download(page, format);
    assert.match(readFileSync(saved, "utf8"), /part of the graph: [\d,]+ nodes/, format);
    if (["gexf", "graphml", "json"].includes(format)) {
      program.run("check", "-i", saved);
      const { nodes } = program.ask("info", "-i", saved).facts;
      // Native records also contain the projects that claims run inside.
      assert.ok(nodes === here || (format === "json" && nodes > here && nodes < facts.nodes), format);
    }
  }
  for (const hash of ["view=funding", "view=funding&picture=rows&by=donor", "view=map", "view=path&from=state%3ATR&to=state%3ANO",
                      "view=table&table=nodes", "view=funding&cell=state%3ATR+office%3Adushanbe"]) {
    await go(page, hash);
    const [head, ...rows] = parseCsv(readFileSync(await download(page, "csv"), "utf8"));
    assert.equal(head.at(-1), "part_of_graph", hash);
    assert.ok(rows.length > 0 && rows.every((row) => said.test(row.at(-1))), hash);
  }
  for (const hash of ["view=funding", "view=funding&picture=sankey", "view=map"]) {
    await go(page, hash);
    await page.waitForTimeout(150);
    assert.match(readFileSync(await download(page, "svg"), "utf8"), said, hash);
  }
  await done(page);

  // A page with a small graph holds all of it and has no such mark.
  const whole = join(folder, "whole.html");
  program.run("export", "-o", whole);
  const other = await open(pathToFileURL(whole).href, "", { offline: true });
  assert.doesNotMatch(await other.locator("#app").textContent(), said);
  for (const format of ["gexf", "graphml", "json", "csv", "svg"])
    assert.doesNotMatch(readFileSync(await download(other, format), "utf8"), said, format);
  await done(other);
}
