// SPDX-License-Identifier: Apache-2.0
//
// Tests that each view shows the same as the program's answers: on the built-in example, with
// filters, and on examples/grants, which has amounts.
import assert from "node:assert/strict";
import { join } from "node:path";

import { done, download, go, open, program, root, serve, tableRows, texts } from "./harness.mjs";

const grants = ["-i", join(root, "examples/grants")];

function countsOf(info, of) {
  return Object.fromEntries(info.rows.filter((row) => row.of === of).map((row) => [row.what, row.count]));
}

/** Repeats the check for a while, since a busy machine draws late. */
async function eventually(check) {
  for (let tries = 50; ; --tries) {
    try {
      return await check();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }
}

async function legendCounts(page) {
  const words = { States: "state", Offices: "office", Donors: "donor", Projects: "project", Agencies: "agency" };
  return Object.fromEntries((await texts(page, ".legend ul:first-child li")).map((text) => {
    const [, word, count] = /(\w+) (\d+)/.exec(text);
    return [words[word], Number(count)];
  }));
}

async function expectNetwork(page, ...words) {
  const expected = countsOf(program.ask("info", ...words), "node");
  await eventually(async () => assert.deepEqual(await legendCounts(page), expected, words.join(" ")));
}

export async function network() {
  const page = await open(await serve());
  await expectNetwork(page);
  const info = program.ask("info");
  assert.match((await texts(page, ".drawer .lede"))[0], new RegExp(
    `^${info.facts.nodes} actors and projects, joined by ${info.facts.claims} claims from`));
  assert.ok(await page.evaluate(() => window.shifts) < 0.02, "the layout jumps");

  // Over a node the cursor is a pointer; a click opens its page; dragging moves it.
  const where = () => page.evaluate(() => window.oscegraph.whereIs("office:odihr"));
  const before = await where();
  await page.mouse.move(before.x, before.y);
  await page.waitForSelector(".network-stage.over-node");
  await page.mouse.click(before.x, before.y);
  await page.waitForFunction(() => location.hash.includes("node=office%3Aodihr"));
  assert.deepEqual(await texts(page, ".drawer h2"), ["Office for Democratic Institutions and Human Rights"]);
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 30, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => {
    const { x, y } = await where();
    assert.ok(Math.abs(x - before.x - 40) < 3 && Math.abs(y - before.y - 30) < 3, "dragging");
  });
  const after = await where();
  await page.mouse.wheel(0, -300);
  await eventually(async () => assert.notDeepEqual(await where(), after, "zooming"));
  // On a machine that draws slowly the page hides edges during movements.
  await page.evaluate(() => {
    const end = performance.now() + 2500;
    const busy = () => {
      const until = performance.now() + 90;
      while (performance.now() < until);
      if (performance.now() < end) requestAnimationFrame(busy);
    };
    requestAnimationFrame(busy);
  });
  const stage = await page.locator(".network-stage").boundingBox();
  await page.mouse.move(stage.x + 8, stage.y + stage.height - 8);
  await page.mouse.down();
  await page.mouse.move(stage.x + 90, stage.y + stage.height - 50, { steps: 12 });
  await page.mouse.up();
  await page.click('[data-key="fit"]');
  await page.selectOption('[data-key="size"]', "betweenness");
  assert.match(page.url(), /size=betweenness/);
  await page.goBack();
  await done(page);
}

export async function filters() {
  const page = await open(await serve());
  for (const [hash, ...words] of [
    ["kind=state&kind=project", "--kind", "state,project"],
    ["relation=funds&relation=implements", "--relation", "funds,implements"],
    ["document=osce-2024-03", "--document", "osce-2024-03"],
    ["since=2024-11-22", "--since", "2024-11-22"],
    ["until=2024-11-15&basis=stated", "--until", "2024-11-15", "--basis", "stated"],
    ["min_documents=2", "--min-documents", "2"],
    ["flow=in_kind&relation=funds", "--flow", "in_kind", "--relation", "funds"],
  ]) {
    await go(page, hash);
    await expectNetwork(page, ...words);
  }
  // Set and remove the same filter by hand.
  await go(page, "");
  await page.click('[data-key="filters"]');
  await page.check('[data-key="filter relation funds"]');
  await page.fill('[data-key="filter since"]', "2024-11-20");
  await page.press('[data-key="filter since"]', "Enter");
  await page.waitForFunction(() => location.hash.includes("since=2024-11-20"));
  await expectNetwork(page, "--relation", "funds", "--since", "2024-11-20");
  await page.fill('[data-key="filter since"]', "2024-13");
  await page.press('[data-key="filter since"]', "Enter");
  assert.equal(await page.getAttribute('[data-key="filter since"]', "aria-invalid"), "true");
  for (let chips = 2; chips > 0; --chips) await page.click(".chip");
  await expectNetwork(page);
  await done(page);
}

/** The cells of the matrix as {state, office, text}, by names. */
function matrixCells(page) {
  return page.$eval("table.matrix", (table) => {
    const clean = (cell) => cell.textContent.replace(/⇅/g, "").replace(/\s+/g, " ").trim();
    const offices = [...table.tHead.rows[0].cells].slice(1).map(clean);
    return [...table.tBodies[0].rows].flatMap((row) => [...row.cells].slice(1).flatMap((cell, i) =>
      cell.querySelector("button") ? [{ state: clean(row.cells[0]), office: offices[i], text: clean(cell) }] : []));
  });
}

export async function matrix() {
  const page = await open(await serve(), "view=funding");
  const expected = program.ask("funding").rows.map(
    (row) => `${row.state} | ${row.office} | ${Math.max(row.projects?.length ?? 0, 1)}`).sort();
  assert.deepEqual((await matrixCells(page)).map((c) => `${c.state} | ${c.office} | ${c.text}`).sort(), expected);

  // Sorted by one office's column: the States that fund it come first.
  await page.click('[data-key="sort office office:dushanbe"]');
  const first = (await texts(page, ".matrix tbody th")).slice(0, 3).map((t) => t.replace(" ⇅", "")).sort();
  assert.deepEqual(first, ["France", "Germany", "United States"]);
  await page.click('[data-key="sort name"]');
  const names = (await texts(page, ".matrix tbody th")).map((t) => t.replace(" ⇅", ""));
  assert.deepEqual(names, [...names].sort());
  await done(page);

  const money = await open(await serve(...grants), "view=funding&count=committed_EUR");
  const cells = await matrixCells(money);
  assert.ok(cells.some((c) => c.state === "Sweden" && c.text === "350K"), JSON.stringify(cells));
  assert.ok(cells.some((c) => c.state === "Norway" && c.text === "?"), "unknown is not zero");
  const rules = (await texts(money, ".rules .note")).join("\n");
  const notes = program.ask("funding", ...grants).notes.join("\n");
  for (const figure of notes.match(/[\d,]+\.\d\d/g)) assert.ok(rules.includes(figure), figure);
  await go(money, "view=funding&count=pledged_CHF");
  assert.ok((await matrixCells(money)).some((c) => c.state === "Switzerland" && c.text === "90K–95K"));
  await done(money);
}

export async function fundingRows() {
  const heads = { State: "state", Office: "office", Project: "project", Funder: "funder", States: "states",
                  Offices: "offices", Projects: "projects", Documents: "documents", First: "first", Last: "last" };
  const plain = (value) => value === null || value === undefined ? ""
    : Array.isArray(value) ? value.join("; ") : String(value);
  for (const input of [[], grants])
    for (const by of ["state_office", "state", "office", "project", "donor"]) {
      const page = await open(await serve(...input), `view=funding&picture=rows&by=${by}`);
      const table = program.ask("funding", ...input, ...(by === "state_office" ? [] : ["--by", by]));
      const rows = await tableRows(page);
      assert.equal(rows.length, table.rows.length, by);
      rows.forEach((row, i) => {
        for (const [head, name] of Object.entries(heads)) {
          if (!(head in row)) continue;
          const said = table.rows[i][name] ?? table.rows[i][{ state: "funder", states: "funders" }[name]];
          assert.equal(row[head], plain(said), `${by}, row ${i}, ${name}`);
        }
        for (const [head, text] of Object.entries(row)) {
          const [, flow, currency] = /^(pledged|committed|disbursed|spent) ([A-Z]{3})$/i.exec(head) ?? [];
          if (!flow) continue;
          const value = table.rows[i][`${flow.toLowerCase()}_${currency}`];
          assert.equal(text.replace(/[A-Z, ]/g, ""), value ?? "", `${by}, row ${i}, ${head}`);
        }
      });
      await done(page);
    }
}

export async function sankey() {
  const page = await open(await serve(), "view=funding&picture=sankey");
  const byProject = program.ask("funding", "--by", "project").rows.filter((row) => row.offices);
  const pairs = byProject.flatMap((row) => row.states.map((state) => `${state} → ${row.project}`)).sort();
  const shown = (await texts(page, ".ribbon.hit title")).sort();
  assert.deepEqual(shown, pairs);
  assert.equal((await texts(page, ".ribbon title")).length,
               pairs.length + byProject.reduce((sum, row) => sum + row.offices.length, 0));
  await page.click(".ribbon.hit");
  await page.waitForSelector(".drawer .document");
  await done(page);
}

export async function map() {
  const page = await open(await serve(), "view=map");
  const pairs = program.ask("funding").rows.map((row) => `${row.state} to ${row.office}`).sort();
  const arcs = (await texts(page, ".arc title")).map((text) => text.split(":")[0]).sort();
  assert.deepEqual(arcs, pairs);
  assert.ok(!(await texts(page, ".map .note")).join().includes("Not on the map"));
  await page.focus('.map-picture [aria-label="Programme Office in Dushanbe"]');
  await page.keyboard.press("Enter");
  assert.deepEqual(await texts(page, ".drawer h2"), ["Programme Office in Dushanbe"]);
  await page.click('[data-key="map-in"]');
  await done(page);
}

export async function path() {
  const page = await open(await serve(), "view=path");
  for (const [key, typed] of [["path-from", "Germ"], ["path-to", "tajikis"]]) {
    await page.fill(`[data-key="${key}"]`, typed);
    await page.waitForSelector(".choices:not([hidden]) li");
    await page.press(`[data-key="${key}"]`, "Enter");
    await page.waitForFunction((name) => location.hash.includes(`${name.slice(5)}=`), key);
    const name = key === "path-from" ? "Germany" : "Tajikistan";
    await page.waitForFunction(([input, value]) => document.querySelector(`[data-key="${input}"]`).value === value, [key, name]);
  }
  await expectPaths(page, "Germany", "Tajikistan");
  await go(page, "view=path&from=state%3ASE&to=state%3ANO&relation=funds");
  await expectPaths(page, "Sweden", "Norway", "--relation", "funds");
  await page.click(".way summary");
  assert.ok((await texts(page, ".way .document h4")).length > 0);
  await go(page, "view=path&from=state%3ADE&to=state%3AMK");
  assert.match((await texts(page, ".ways"))[0], /^No way leads from Germany to North Macedonia/);
  await done(page);
}

async function expectPaths(page, from, to, ...words) {
  const table = program.ask("path", from, to, "-k", "7", ...words);
  const expected = [];
  for (const row of table.rows) {
    if (row.step === 1) expected.push([row.from]);
    expected[row.path - 1].push(row.to);
  }
  await page.waitForSelector(".way");
  const shown = await page.$$eval(".way", (ways) => ways.map((way) =>
    [...way.querySelectorAll(".stop .link")].map((link) => link.textContent)));
  assert.deepEqual(shown, expected, `${from} to ${to}`);
}

export async function time() {
  const page = await open(await serve());
  const set = (date) => page.$eval('[data-key="time"]', (slider, value) => {
    const first = Date.parse(document.querySelector(".time-ends span").textContent);
    slider.value = String(Math.round((Date.parse(value) - first) / 86_400_000));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }, date);
  await set("2024-11-15");
  await page.waitForFunction(() => location.hash.includes("until=2024-11-15"));
  await expectNetwork(page, "--until", "2024-11-15");
  await page.click('[data-key="view funding"]'); // the time filter applies to every view
  assert.equal((await matrixCells(page)).length,
               program.ask("funding", "--until", "2024-11-15").rows.length);
  await page.click('[data-key="view network"]');
  await page.selectOption('[data-key="time-mode"]', "at");
  await set("2024-11-21");
  await page.waitForFunction(() => location.hash.includes("at=2024-11-21"));
  await expectNetwork(page, "--at", "2024-11-21");
  await page.click('[data-key="time-all"]');
  await expectNetwork(page);
  await page.click('[data-key="play"]');
  await page.waitForFunction(() => /at=2024-\d\d-\d\d/.test(location.hash));
  const began = page.url();
  await page.waitForFunction((url) => location.href !== url, began);
  await page.click('[data-key="play"]');
  await page.waitForTimeout(60);
  const stopped = page.url();
  await page.waitForTimeout(500);
  assert.equal(page.url(), stopped, "pause");
  await done(page);
}

export async function table() {
  const page = await open(await serve(), "view=table&table=claims");
  const { facts } = program.ask("info");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  assert.equal((await tableRows(page)).length, facts.claims);
  await page.fill('[data-key="contains"]', "dushanbe implements");
  await page.waitForFunction((all) => document.querySelectorAll(".rows tbody tr").length < all, facts.claims);
  const kept = await tableRows(page);
  assert.ok(kept.length > 0 && kept.every((row) => /Dushanbe/.test(Object.values(row).join())), "contains");
  await page.click('[data-key="copy"]');
  await page.waitForFunction(() => /copied/.test(document.querySelector("[aria-live=polite]").textContent));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.trim().split(/\r?\n/).length, kept.length + 1);
  assert.match(copied, /^from,from_id,relation,to,to_id,document,/);

  await go(page, "view=table&table=edges&sort=-claims");
  const counts = (await tableRows(page)).map((row) => Number(row.Claims));
  assert.equal(counts.length, facts.edges);
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  await go(page, "view=table&table=nodes");
  assert.equal((await tableRows(page)).length, facts.nodes);
  await page.click(".rows td .link");
  await page.waitForSelector(".drawer.open h2");
  await done(page);
}

export async function search() {
  const page = await open(await serve());
  for (const [typed, name] of [["dushanbe", "Programme Office in Dushanbe"], ["POiD", "Programme Office in Dushanbe"],
                               ["TÜRKMEN", "Turkmenistan"], ["an garda siochana", "An Garda Síochána"]]) {
    await page.keyboard.press("/");
    await page.keyboard.type(typed);
    await page.waitForSelector(".head .choices:not([hidden]) li");
    await page.keyboard.press("Enter");
    await page.waitForFunction((n) => document.querySelector(".drawer h2")?.textContent === n, name);
    await page.evaluate(() => document.activeElement.blur());
  }
  await page.fill('[data-key="search"]', "nobody is called so");
  await page.waitForSelector(".head .choices:not([hidden])");
  assert.deepEqual(await texts(page, ".head .choices li"), ["Nobody here is called so."]);
  await done(page);
}

export async function drawer() {
  const page = await open(await serve("-i", join(root, "tests/golden/data/money.jsonl")));
  await go(page, "edge=state%3ANO+funds+project%3Aborder");
  assert.deepEqual(await texts(page, ".drawer blockquote"), ["Norway gives EUR 1.2 million"]);
  assert.equal(await page.getAttribute(".drawer .document a", "href"), "https://example.org/iati");
  assert.match((await texts(page, ".sums"))[0], /EUR 1,200,000\.00/);
  await go(page, "edge=state%3ADE+funds+project%3Aborder");
  assert.match((await texts(page, ".drawer .flag"))[0], /committed EUR 750,000\.00 to EUR 800,000\.00 in 2 documents/);
  await go(page, "node=project%3Aborder");
  const funders = new Set(program.ask("funding", "-i", join(root, "tests/golden/data/money.jsonl"),
    "--to", "project:border", "--by", "donor").rows.map((row) => row.funder));
  assert.deepEqual(new Set(await texts(page, ".funders strong")), funders);
  await done(page);
}

export async function downloads() {
  const page = await open(await serve(), "since=2024-11-20");
  const info = program.ask("info", "--since", "2024-11-20");
  const json = await download(page, "json");
  const again = program.ask("info", "-i", json);
  for (const fact of ["nodes", "edges", "claims"]) assert.equal(again.facts[fact], info.facts[fact], fact);
  program.run("check", "-i", json); // throws if it finds a problem
  for (const format of ["gexf", "graphml"]) {
    const file = await download(page, format);
    for (const fact of ["nodes", "edges", "claims"])
      assert.equal(program.ask("info", "-i", file).facts[fact], info.facts[fact], `${fact} of ${format}`);
    const text = await readText(file);
    const problems = await page.evaluate((xml) => new DOMParser().parseFromString(xml, "application/xml")
      .querySelector("parsererror")?.textContent ?? "", text);
    assert.equal(problems, "", format);
    assert.equal(text.match(/<node /g).length, info.facts.nodes, format);
    assert.equal(text.match(/<edge /g).length, info.facts.edges, format);
  }
  const csv = await readText(await download(page, "csv"));
  assert.equal(csv.trim().split("\r\n").length, info.facts.claims + 1);
  for (const view of ["network", "funding", "funding&picture=sankey", "map"]) {
    await go(page, `view=${view}`);
    await page.waitForTimeout(200);
    const svg = await readText(await download(page, "svg"));
    assert.match(svg, /^<\?xml[^>]*>\s*<svg/);
    assert.ok(svg.includes("Germany"), `the names are in the picture of ${view}`);
    assert.ok(!/class=|var\(--/.test(svg), "the picture stands alone");
    const png = await readBytes(await download(page, "png"));
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.ok(png.readUInt32BE(16) >= 1000 && png.length > 10_000, `the picture of ${view} is empty`);
  }
  await done(page);
}

async function readText(file) {
  return (await readBytes(file)).toString("utf8");
}
async function readBytes(file) {
  const { readFile } = await import("node:fs/promises");
  return readFile(file);
}

export async function french() {
  const page = await open(await serve(), "view=funding", { locale: "fr-FR" });
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.deepEqual(await texts(page, ".tabs button"), ["Réseau", "Financement", "Carte", "Chemin", "Tableau"]);
  await page.selectOption('[data-key="language"]', "en");
  assert.match(page.url(), /lang=en/);
  assert.deepEqual(await texts(page, ".picture-title"), ["Which States fund which offices"]);
  await page.reload();
  await page.waitForSelector(".picture-title");
  assert.deepEqual(await texts(page, ".picture-title"), ["Which States fund which offices"]);
  await done(page);
}
