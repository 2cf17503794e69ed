// SPDX-License-Identifier: Apache-2.0
//
// Tests the amounts on the page and in its files with generated records: amounts paid back, many
// currencies, names with a special meaning in programs. All numbers must equal those of the
// program, on served and on exported pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { parseCsv } from "../web/compare_files.mjs";
import { generatedRecords, hostileAttributes, writeRecords } from "../web/generated.mjs";
import { done, download, folder, go, open, pictures, program, serve, tableRows, texts } from "./harness.mjs";

const generated = writeRecords(join(folder, "generated.jsonl"), generatedRecords(7));

function records(name, list) {
  return writeRecords(join(folder, name), [{ type: "document", id: "d", title: "A report", date: "2024-05-01" },
                                           { type: "document", id: "e", title: "Another", date: "2025-02" }, ...list]);
}

function exportPage(name, ...words) {
  const file = join(folder, name);
  program.run("export", "-o", file, ...words);
  return pathToFileURL(file).href;
}

const read = async (page, format) => readFileSync(await download(page, format), "utf8");
const funds = (from, to, more = {}) => ({ type: "claim", from, relation: "funds", to, document: "d", ...more });
const implement = (from, to, more = {}) => ({ type: "claim", from, relation: "implements", to, document: "d", ...more });
const project = (id, name = id) => ({ type: "node", id: `project:${id}`, kind: "project", name });
const dushanbe = "Programme Office in Dushanbe";

/** Amounts paid back have their minus sign, also below one unit, in every currency and language. */
export async function minus() {
  const input = records("minus.jsonl", [
    project("p"), project("q"),
    funds("Norway", "project:p", { amount: "-0.50", currency: "EUR", flow: "disbursed" }),
    funds("Norway", "project:p", { amount: "-1234567.89", currency: "EUR", flow: "spent" }),
    funds("Norway", "project:p", { amount: "-7", currency: "JPY", flow: "spent" }),
    funds("Sweden", "project:q", { amount: "-0.005", currency: "TND", flow: "committed" }),
    funds("Sweden", "project:q", { amount: "-0.70", currency: "EUR", flow: "disbursed" }),
    funds("Sweden", "project:q", { amount: "-0.20", currency: "EUR", flow: "disbursed", document: "e" }),
    implement(dushanbe, "project:p"), implement(dushanbe, "project:q"),
  ]);
  const page = await open(await serve(...input), "view=funding&picture=rows");
  const words = (await texts(page, "table.rows td")).join(" ");
  for (const amount of ["EUR -0.50", "EUR -1,234,567.89", "JPY -7", "TND -0.005", "EUR -0.70", "EUR -0.20"])
    assert.ok(words.includes(amount), `${amount} in ${words}`);
  const rules = (await texts(page, ".rules .note")).join(" ");
  for (const figure of program.ask("funding", ...input).notes.join(" ").match(/[A-Z]{3} -[\d,.]*\d/g))
    assert.ok(rules.includes(figure), `${figure} in ${rules}`);
  await go(page, "edge=state%3ANO+funds+project%3Ap");
  assert.match((await texts(page, ".drawer .sums")).join(), /EUR -0\.50.*JPY -7/s);
  assert.match((await texts(page, ".drawer .facts")).join(), /disbursed EUR -0\.50/);
  await go(page, "view=funding&count=disbursed_EUR");
  assert.deepEqual(await texts(page, ".matrix tbody td button"), ["-0.5", "-0.7 to -0.2"]);
  for (const picture of ["sankey", "matrix"]) await go(page, `view=funding&picture=${picture}&count=spent_JPY`);
  await go(page, "view=funding&picture=sankey&count=disbursed_EUR");
  assert.match((await texts(page, ".rules")).join(), /Not drawn: 2 fundings/);
  await go(page, "view=map&count=disbursed_EUR");
  assert.ok(!(await page.locator(".arc").evaluateAll((arcs) => arcs.map((a) => a.outerHTML).join())).includes("NaN"));
  await go(page, "view=funding&picture=rows&lang=fr");
  assert.match((await texts(page, "table.rows td")).join(" "), /EUR -1\s234\s567,89/);
  await done(page);
}

/** "No document states an amount" is shown exactly where it is true. */
export async function amountsThatAreThere() {
  const never = /No document states an amount/;
  const input = records("amounts.jsonl", [
    project("a"), project("b"), project("alone"),
    funds("Norway", "project:a", { amount: "90000.00", currency: "CHF", flow: "pledged" }),
    funds("Sweden", "project:b", { amount: "5.00", currency: "EUR", flow: "committed" }),
    funds("Germany", "project:b"),
    funds("France", "project:alone", { amount: "3.00", currency: "EUR", flow: "committed" }),
    implement(dushanbe, "project:a"), implement(dushanbe, "project:b"),
  ]);
  const page = await open(await serve(...input), "view=funding&count=committed_EUR");
  const labels = await page.$$eval(".matrix tbody td button", (cells) =>
    Object.fromEntries(cells.map((cell) => [cell.title.split(",")[0], cell.title])));
  assert.match(labels.Norway, /no amount is stated as committed EUR; stated: pledged CHF 90,000\.00/);
  assert.match(labels.Germany, never);
  assert.match(labels.Sweden, /EUR 5\.00/);
  for (const [hash, expected] of [
    ["view=funding&flow=disbursed", /^$|No claim that the filters keep|No document here/],
    ["view=funding&flow=unknown", /No claim that the filters keep states an amount; others do/],
    ["edge=state%3ANO+funds+project%3Aa", /CHF 90,000\.00/],
    ["edge=state%3ADE+funds+project%3Ab", never],
    ["node=state%3ANO&view=funding&until=2023", /filters/],
  ]) {
    await go(page, hash);
    const said = (await texts(page, ".rules .note, .drawer .note, .drawer .sums, .stage .note")).join("\n");
    assert.match(said, expected, hash);
    if (expected !== never) assert.doesNotMatch(said, never, hash);
  }
  await done(page);
  // The counted claims have no amount, but claims that are left out have.
  const left = records("left-out.jsonl", [
    project("a"), project("alone"), funds("Norway", "project:a"), implement(dushanbe, "project:a"),
    funds("France", "project:alone", { amount: "3.00", currency: "EUR", flow: "committed" }),
  ]);
  const other = await open(await serve(...left), "view=funding");
  assert.match((await texts(other, ".rules")).join(), /No document states an amount for what is counted here; some do for what is left out/);
  await go(other, "view=funding&picture=rows&by=donor");
  assert.match((await texts(other, ".rules")).join(), /Total: committed EUR 3\.00/);
  await done(other);
  const none = records("none.jsonl", [project("a"), funds("Norway", "project:a"), implement(dushanbe, "project:a")]);
  const bare = await open(await serve(...none), "view=funding");
  assert.match((await texts(bare, ".rules")).join(), never);
  await done(bare);
}

/** The saved rows are those on screen: a cell's claims, a path's steps, the rows with the typed words. */
export async function screenCsv() {
  const plain = (text) => parseCsv(text);
  const csvOf = (...words) => plain(program.run(...words, "--as", "csv"));
  for (const [input, state, office] of [[[], "state:DE", "office:dushanbe"], [generated, "state:TR", "office:bishkek"]]) {
    const page = await open(await serve(...input), "view=funding");
    assert.deepEqual(plain(await read(page, "csv")), csvOf("funding", ...input));
    for (const by of ["state", "office", "project", "donor"]) {
      await go(page, `view=funding&picture=rows&by=${by}`);
      assert.deepEqual(plain(await read(page, "csv")), csvOf("funding", ...input, "--by", by), by);
    }
    await go(page, "view=funding");
    const [stateName, officeName] = [state, office].map((id) =>
      program.ask("show", ...input, id).facts.name ?? program.ask("show", ...input, id).title);
    const cell = page.locator(`.matrix td button[title^="${stateName}, ${officeName}"]`);
    await cell.click();
    await page.waitForFunction(() => location.hash.includes("cell="));
    assert.deepEqual(plain(await read(page, "csv")), csvOf("why", ...input, state, office), "the cell");
    await go(page, `view=map&cell=${encodeURIComponent(`${state} ${office}`)}`);
    assert.deepEqual(plain(await read(page, "csv")), csvOf("why", ...input, state, office), "the arc");
    await go(page, "view=path&from=state%3ASE&to=state%3ANO");
    assert.deepEqual(plain(await read(page, "csv")), csvOf("path", ...input, "state:SE", "state:NO", "-k", "7"));
    // Words typed in a table do not filter a picture, where they are not visible.
    await go(page, "view=funding&contains=nothing+has+this");
    assert.deepEqual(plain(await read(page, "csv")), csvOf("funding", ...input));
    await done(page);
  }
}

/** No attribute hides another attribute or a column of the graph in any file. */
export async function reservedAttributes() {
  for (const address of [await serve(...generated), exportPage("attributes.html", ...generated)]) {
    const page = await open(address);
    for (const format of ["graphml", "gexf"]) {
      const text = await read(page, format);
      const wrong = await page.evaluate((xml) => {
        const document_ = new DOMParser().parseFromString(xml, "application/xml");
        if (document_.querySelector("parsererror")) return "not well-formed";
        const ids = [...document_.querySelectorAll("key, attributes[class=node] attribute")].map((key) => key.id);
        return ids.filter((id, i) => ids.indexOf(id) !== i).join();
      }, text);
      assert.equal(wrong, "", format);
      for (const value of Object.values(hostileAttributes).filter((v) => typeof v === "string" && /\w \w/.test(v)))
        assert.ok(text.includes(`>${value}<`) || text.includes(`"${value}"`), `${value} in ${format}`);
    }
    await done(page);
  }
}

/** Bars count the claims that the other filters keep; the highlighted bars and the words show the filters. */
export async function timeBar() {
  const page = await open(await serve(...generated));
  const bars = () => page.$$eval(".histogram rect", (rects) => rects.map((rect) =>
    ({ step: rect.dataset.step, count: Number(rect.dataset.count), lit: rect.classList.contains("in") })));
  for (const [hash, words] of [["", []], ["relation=funds", ["--relation", "funds"]], ["min_documents=2", ["--min-documents", "2"]],
                               ["kind=state&kind=project&basis=stated", ["--kind", "state,project", "--basis", "stated"]]]) {
    await go(page, hash);
    const all = await bars();
    for (let i = 3; i < all.length; i += Math.ceil(all.length / 5)) {
      const { facts } = program.ask("info", ...generated, ...words, "--at", all[i].step);
      assert.equal(all[i].count, facts.claims, `${all[i].step}, ${hash}`);
    }
  }
  for (const [hash, words, lit] of [
    ["since=2022-03", "since 2022-03", (step) => step >= "2022-03"],
    ["since=2020&until=2021-06", "since 2020 · up to 2021-06", (step) => step >= "2020" && step <= "2021-06"],
    ["at=2022-05-07", "on 2022-05-07", (step) => step === "2022-05"],
    ["until=2041", "up to 2041", () => true],
    ["", "all time", () => true],
  ]) {
    await go(page, hash);
    assert.deepEqual(await texts(page, ".time-now"), [words]);
    for (const bar of await bars()) assert.equal(bar.lit, lit(bar.step), `${bar.step} with ${hash}`);
  }
  // The filter `since` stays when the slider moves; the button removes it.
  await go(page, "since=2021");
  await page.$eval('[data-key="time"]', (slider) => {
    slider.value = String(Number(slider.max) - 3);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.waitForFunction(() => /since=2021&until=/.test(location.hash));
  await page.click('[data-key="time-all"]');
  await page.waitForFunction(() => !/since|until/.test(location.hash));
  await done(page);
}

/** A single claim of the year 1024 does not make ten thousand bars. */
export async function longTime() {
  const input = records("long.jsonl", [project("a"), funds("Norway", "project:a", { start: "1024", end: "1024" }),
                                       funds("Sweden", "project:a", { start: "2024-03-05", end: "2024-03-05" })]);
  const page = await open(await serve(...input));
  assert.ok(await page.locator(".histogram rect").count() <= 1100);
  assert.deepEqual(await texts(page, ".time-ends span"), ["1024", "2024"]);
  await done(page);
}

/** Every step from a State to an office is shown; pale and dashed where it is only inferred. */
export async function inferredSteps() {
  const input = records("steps.jsonl", [
    project("p", "A project"), { type: "node", id: "agency:a", kind: "agency", name: "An agency" },
    funds("agency:a", "project:p", { locator: "page 3" }),
    { type: "claim", from: "agency:a", relation: "part_of", to: "Norway", document: "d" },
    implement(dushanbe, "project:p", { basis: "inferred", rule: "some rule", document: "e", locator: "line 9" }),
  ]);
  const page = await open(await serve(...input), "node=office%3Adushanbe");
  await page.click('.funders summary');
  const facts = (await texts(page, ".funders details[open] .claim")).join("\n");
  assert.match(facts, /stated.*page 3/);
  assert.match(facts, /inferred.*line 9/);
  assert.deepEqual(await texts(page, ".funders details[open] .sentence.inferred"), [`${dushanbe} implements A project`]);
  const colour = (selector) => page.$eval(selector, (element) => getComputedStyle(element).color);
  assert.notEqual(await colour(".funders .claim.inferred"), await colour(".funders .claim:not(.inferred)"));
  await page.screenshot({ path: join(pictures, "inferred-step.png") });
  await go(page, "node=state%3ANO");
  await page.click('.funders summary');
  assert.match((await texts(page, ".funders details[open]")).join(), /implements A project/);
  await go(page, "view=funding&cell=state%3ANO+office%3Adushanbe");
  assert.deepEqual(await texts(page, ".drawer .steps li"),
    ["An agency is part of Norway", "An agency funds A project", `${dushanbe} implements A project`]);
  await page.screenshot({ path: join(pictures, "cell.png") });
  await done(page);
}

/** When an office is selected, its funders stay highlighted, in the network and in the flow. */
export async function litFunders() {
  const page = await open(await serve(), "node=office%3Adushanbe");
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, "lit-funders.png") });
  const brightness = (id) => page.evaluate((name) => window.oscegraph.isLit(name), id);
  for (const { state_id: id } of program.ask("funding", "--to", "office:dushanbe").rows)
    assert.equal(await brightness(id), true, id);
  assert.equal(await brightness("state:PL"), false);
  await go(page, "view=funding&picture=sankey&node=office%3Adushanbe");
  const streams = await page.$$eval(".ribbon.hit", (ribbons) => ribbons.map((ribbon) =>
    [ribbon.querySelector("title").textContent, ribbon.getAttribute("stroke")]));
  const lit = new Set(streams.filter(([label]) => /^(France|Germany|United States) → (Patrol|Strength.*Tajik)/.test(label))
    .map(([, stroke]) => stroke));
  const faded = streams.filter(([label]) => label.startsWith("Austria")).map(([, stroke]) => stroke);
  assert.ok(lit.size > 0 && faded.every((stroke) => !lit.has(stroke)), JSON.stringify(streams));
  await page.screenshot({ path: join(pictures, "lit-flow.png") });
  await done(page);
}

/** A payment inside a project is counted once, and the streams of the flow add up to the total. */
export async function flowAddsUp() {
  const input = records("flow.jsonl", [
    project("p", "P"), { type: "node", id: "agency:a", kind: "agency", name: "An agency" },
    { type: "claim", from: "agency:a", relation: "part_of", to: "Norway", document: "d" },
    funds("Norway", "project:p", { amount: "100.00", currency: "EUR", flow: "committed" }),
    funds("Norway", dushanbe, { amount: "40.00", currency: "EUR", flow: "committed", via: "project:p" }),
    funds("agency:a", "project:p", { amount: "7.00", currency: "EUR", flow: "committed" }),
    implement(dushanbe, "project:p"),
  ]);
  const page = await open(await serve(...input), "view=funding&picture=sankey&count=committed_EUR");
  assert.deepEqual(await texts(page, ".ribbon.hit title"), ["Norway → P: 107"]);
  assert.match((await texts(page, ".rules")).join(), /Total: committed EUR 107\.00/);
  await go(page, "view=funding&picture=sankey");
  assert.deepEqual(await texts(page, ".ribbon.hit title"), ["Norway → P"]);
  await done(page);
}

/** GEXF files of a page from disk have the nodes' positions and sizes, whichever view is open. */
export async function offlineGexf() {
  const page = await open(exportPage("places.html", ...generated), "view=table", { offline: true });
  const nodes = program.ask("info", ...generated).facts.nodes;
  for (const hash of ["view=table", "view=network&size=documents"]) {
    await go(page, hash);
    const text = await read(page, "gexf");
    const places = [...text.matchAll(/<viz:position x="(-?[\d.]+)" y="(-?[\d.]+)" z="0"\/>/g)].map(([, x, y]) => `${x} ${y}`);
    const sizes = [...text.matchAll(/<viz:size value="([\d.]+)"\/>/g)].map(([, size]) => Number(size));
    assert.equal(places.length, nodes);
    assert.ok(new Set(places).size > nodes * 0.9, "nodes stand apart");
    assert.equal(sizes.length, nodes);
    assert.ok(Math.min(...sizes) === 10 && Math.max(...sizes) === 50);
    program.run("check", "-i", await download(page, "gexf"));
  }
  // A node that was moved by hand has its new position.
  await page.waitForFunction(() => window.oscegraph.whereIs("office:bishkek"));
  const xOf = async () => Number(/<node id="office:bishkek".*?<viz:position x="(-?[\d.]+)"/s.exec(await read(page, "gexf"))[1]);
  const before = await xOf();
  const at = await page.evaluate(() => window.oscegraph.whereIs("office:bishkek"));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 90, at.y + 10, { steps: 5 });
  await page.mouse.up();
  assert.notEqual(await xOf(), before);
  await done(page);
}
