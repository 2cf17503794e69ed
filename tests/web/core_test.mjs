// SPDX-License-Identifier: Apache-2.0
//
// Checks that the page computes the same as the program: core_test.mjs OSCEGRAPH NODE_MODULES.
// Funding, paths and measures of the page's core (web/src/core) are compared with the program's
// answers, for many combinations of filters. The data are the built-in example, examples/grants,
// the data of the golden tests and generated records. The files that the page writes and the
// numbers of the time axis are compared too.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { compareAttributes, compareClaims, compareEvidence, compareTime } from "./compare_files.mjs";
import { generatedRecords, writeRecords } from "./generated.mjs";
import { Program } from "./program.mjs";
import { viewDocument } from "./view_document.mjs";

const binary = process.argv[2];
const modules = resolve(process.argv[3]);
const root = fileURLToPath(new URL("../..", import.meta.url));
const program = new Program(binary);
const folder = mkdtempSync(join(tmpdir(), "oscegraph-core-"));

async function loadCore() {
  const esbuild = createRequire(join(modules, "here.js"))("esbuild");
  const outfile = join(folder, "core.mjs");
  await esbuild.build({
    entryPoints: [join(root, "web/src/core/index.ts")], bundle: true, format: "esm", outfile,
    platform: "node", logLevel: "error",
  });
  return import(pathToFileURL(outfile));
}

/** Pairs of command-line options and page filters with the same meaning. */
function filterCombinations(view) {
  const ids = view.documents.map((d) => d.id);
  const dates = [...new Set(view.claims.flatMap((c) => [c.start, c.end])
    .concat(view.documents.map((d) => d.date)).filter(Boolean))].sort();
  const middle = dates[Math.floor(dates.length / 2)] ?? "2024";
  const single = [
    {},
    { at: middle }, { at: middle.slice(0, 7) }, { at: middle.slice(0, 4) },
    { since: middle }, { until: middle }, { since: middle.slice(0, 7), until: middle },
    { until: dates[0] ?? "2024" },
    { relation: ["funds"] }, { relation: ["funds", "implements"] },
    { relation: ["funds", "implements", "part_of"] },
    { kind: ["state", "project", "office"] }, { kind: ["agency", "state"] },
    { flow: ["pledged"] }, { flow: ["disbursed", "committed"] }, { flow: ["unknown"] },
    { document: [ids[0]] }, { document: ids.slice(0, Math.ceil(ids.length / 2)) },
    { document: ids.slice(1) },
    { min_documents: 2 }, { min_documents: 3 }, { basis: "stated" }, { basis: "inferred" },
  ];
  const pairs = [];
  for (const a of single)
    for (const b of single)
      if (Object.keys(a).every((key) => !(key in b))) pairs.push({ ...a, ...b });
  const seen = new Set();
  const different = pairs.filter((f) => {
    const key = JSON.stringify(Object.entries(f).sort());
    return !seen.has(key) && seen.add(key);
  });
  // Each filter alone, and every second pair: enough variety, and fast.
  return different.filter((f, i) => Object.keys(f).length < 2 || i % 2 === 0);
}

function words(filters) {
  return Object.entries(filters).flatMap(([name, value]) =>
    [value].flat().flatMap((v) => [`--${name.replace("_", "-")}`, String(v)]));
}

/** The page's funding in the form of the program's rows, with the columns that both have. */
function fundingRows(core, graph, filters, by) {
  const scope = core.narrow(graph, { ...core.noFilters(), ...filters });
  const answer = core.funding(scope, by);
  const names = (nodes) => nodes.length > 0 ? nodes.map((n) => graph.nameOf(n)) : null;
  const rows = answer.rows.map((row) => {
    const cells = { documents: row.sum.documents.length, first: row.sum.time.first ?? null,
                    last: row.sum.time.last ?? null };
    if (row.payer !== undefined) cells.payer = graph.node(row.payer).id;
    if (row.office !== undefined && core.fundingShapes[by].keys.includes("office"))
      cells.office_id = graph.node(row.office).id;
    if (core.fundingShapes[by].keys.includes("project")) cells.project_id = graph.node(row.project).id;
    for (const part of core.fundingShapes[by].lists)
      cells[`${part}s`] = names(row[`${part}s`]);
    cells.through = names(row.through);
    cells.other_recipients = names(row.otherRecipients);
    cells.direct = row.direct;
    for (const { key, disputed } of answer.ledgers) {
      const sum = row.sum.money.find(core.columnName(key));
      const text = (minor) => sum ? core.decimalText({ minor, decimals: sum.decimals }) : null;
      cells[core.columnName(key)] = text(sum?.low);
      if (disputed) cells[`${core.columnName(key)}_max`] = text(sum?.high);
    }
    return cells;
  });
  return { answer, rows };
}

function programRows(table) {
  return table.rows.map((row) => {
    const cells = {};
    for (const [name, value] of Object.entries(row)) {
      if (["state", "funder", "office", "project", "kind"].includes(name)) continue;
      if (name.endsWith("_currency")) continue;
      if (name === "state_id" || name === "funder_id") cells.payer = value;
      else if (name === "states" || name === "funders") cells.payers = value;
      else cells[name] = value;
    }
    return { through: null, other_recipients: null, direct: false, ...cells };
  });
}

function compareFunding(core, graph, input, filters, views) {
  for (const by of views) {
    const asked = by === "state_office" ? [] : ["--by", by];
    const table = program.ask("funding", ...input, ...asked, ...words(filters));
    const { answer, rows } = fundingRows(core, graph, filters, by);
    const where = `funding by ${by} with ${JSON.stringify(filters)} of ${input.join(" ") || "the example"}`;
    assert.deepEqual(rows, programRows(table), where);
    // The program's notes contain the totals, and what is left out.
    const notes = table.notes.join("\n");
    for (const { key, amount } of answer.total.money.entries()) {
      const grouped = core.decimalText({ minor: amount.low, decimals: amount.decimals })
        .replace(/\B(?=(\d{3})+(?!\d)(?=\.|$))/g, ",").replace(/,(?=\d*$)(?<=\..*)/g, "");
      assert.ok(notes.includes(`${key.currency} ${grouped}`), `${where}: ${key.currency} ${grouped}`);
    }
    for (const [count, sentence] of [
      [answer.leftOut.funders.length, /Left out: ([\d,]+) funders? that/],
      [answer.leftOut.projects.length, /Left out: ([\d,]+) funded projects? that/],
      [answer.leftOut.otherPayments, /Left out: ([\d,]+) payments?/],
      [answer.leftOut.passedOn, /Not counted: ([\d,]+) payments?/],
      [answer.total.doubts, /(?:^|\n)([\d,]+) amounts? (?:is|are) counted as/],
      [answer.total.partsLeftOut, /(?:^|\n)([\d,]+) payments? inside/],
    ]) assert.equal(count, Number(sentence.exec(notes)?.[1] ?? 0), `${where}: ${sentence}`);
  }
}

function compareMatrix(core, graph, input) {
  const table = program.ask("funding", ...input, "--matrix");
  const scope = core.narrow(graph, core.noFilters());
  const counts = new Map(core.funding(scope, "state_office").rows.map(
    (row) => [`${graph.node(row.payer).id} ${graph.node(row.office).id}`, core.fundingCount(row)]));
  let cells = 0;
  for (const row of table.rows)
    for (const [name, value] of Object.entries(row)) {
      if (["state", "state_id"].includes(name) || value === null) continue;
      assert.equal(counts.get(`${row.state_id} office:${name}`), value, `${row.state}, ${name}`);
      ++cells;
    }
  assert.equal(cells, counts.size);
}

function comparePaths(core, graph, input, pairs, filters) {
  const scope = core.narrow(graph, { ...core.noFilters(), ...filters });
  for (const [from, to] of pairs)
    for (const directed of [false, true]) {
      const table = program.ask("path", ...input, from, to, "-k", "7", ...words(filters),
                                ...(directed ? ["--directed"] : []));
      const found = core.shortestPaths(scope, graph.findNode(from), graph.findNode(to), 7, directed);
      const expected = [];
      for (const row of table?.rows ?? []) {
        if (row.step === 1) expected.push([row.from_id]);
        expected[row.path - 1].push(row.to_id);
      }
      assert.deepEqual(found.map((path) => path.map((n) => graph.node(n).id)), expected,
                       `${from} to ${to}, directed ${directed}, ${JSON.stringify(filters)}`);
    }
}

function compareMeasures(core, graph, input, filters) {
  const directed = ["in_degree", "out_degree"];
  const others = core.measureNames.filter((name) => ![...directed, "documents"].includes(name));
  compareRanks(core, graph, input, filters, directed, ["--directed"]);
  compareRanks(core, graph, input, filters, others, []);
}

function compareRanks(core, graph, input, filters, names, more) {
  const table = program.ask("centrality", ...input, "--by", names.join(), "--top", "100000",
                            ...words(filters), ...more);
  const scope = core.narrow(graph, { ...core.noFilters(), ...filters });
  const values = new Map(names.map((name) => [name, core.measure(scope, name)]));
  assert.equal(table?.rows.length ?? 0, scope.nodeList().length);
  for (const row of table?.rows ?? [])
    for (const name of names) {
      const value = values.get(name)[graph.findNode(row.node_id)];
      assert.ok(Math.abs(value - row[name]) <= 1e-6 * Math.max(1, Math.abs(row[name])),
                `${name} of ${row.node_id}: ${value}, the program says ${row[name]}`);
    }
}

/** Every `step`th pair of nodes. */
function somePairs(view, step) {
  const pairs = [];
  let count = 0;
  for (const a of view.nodes)
    for (const b of view.nodes)
      if (a !== b && count++ % step === 0) pairs.push([a.id, b.id]);
  return pairs;
}

/** Every language has all messages, with the same values in braces. */
function checkMessages(core) {
  const read = (language) =>
    JSON.parse(readFileSync(join(root, `web/src/text/${language}.json`), "utf8"));
  const english = { ...core.englishWords, ...read("en") };
  const values = (message) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort();
  const french = read("fr");
  assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
  for (const [key, message] of Object.entries(english)) {
    assert.deepEqual(values(french[key]), values(message), key);
    assert.equal(typeof french[key], typeof message, key);
  }
}

function checkSearch(core) {
  const node = (id, name, aliases = []) => ({ id, kind: "agency", name, aliases });
  const graph = new core.Graph({
    oscegraph_view: 1, documents: [], edges: [], claims: [],
    nodes: [node("a:1", "Türkiye", ["Turkey"]), node("a:2", "Łódź Police Academy"),
            node("a:3", "Academy of Justice", ["École de la magistrature"]),
            node("a:4", "Academy")],
  });
  const index = new core.SearchIndex(graph);
  const found = (text) => index.find(text, 9).map((hit) => graph.node(hit.node).id);
  assert.deepEqual(found("turki"), ["a:1"]);
  assert.deepEqual(found("TÜRK"), ["a:1"]);
  assert.equal(index.find("turkey", 9)[0].alias, "Turkey");
  assert.deepEqual(found("lodz"), ["a:2"]);
  assert.deepEqual(found("ecole magis"), ["a:3"]);
  assert.deepEqual(found("academy"), ["a:4", "a:3", "a:2"]);
  assert.deepEqual(found("cademy"), []);
  assert.deepEqual(found("  "), []);
}

function checkFiles(core, graph, view, input) {
  // The program reads the page's file as the same graph.
  const scope = core.narrow(graph, core.noFilters());
  const file = join(folder, "saved.json");
  writeFileSync(file, core.nativeJson(scope));
  const again = viewDocument(program, ["-i", file]);
  const used = new Set(view.claims.map((c) => c.document));
  assert.equal(again.documents.length, used.size, input.join());
  assert.deepEqual(again.claims.map((c) => ({ ...c, document: again.documents[c.document].id })),
                   view.claims.map((c) => ({ ...c, document: view.documents[c.document].id })));
  assert.deepEqual(again.nodes, view.nodes);
  // Its graph files have the same content as the program's.
  for (const [ending, text] of [["gexf", core.gexf(scope, "A & B <x>")], ["graphml", core.graphml(scope)]]) {
    const [ours, theirs] = ["page", "program"].map((who) => join(folder, `${who}.${ending}`));
    writeFileSync(ours, text);
    program.run("export", ...input, "-o", theirs);
    for (const question of [["info"], ["funding"], ["funding", "--by", "donor"]])
      assert.deepEqual(program.ask(...question, "-i", ours), program.ask(...question, "-i", theirs),
                       `${question.join(" ")} of the page's ${ending} of ${input.join(" ")}`);
  }
}

/** A page exported with filters counts as the program does with the same filters. */
function checkParts(core, input) {
  for (const filters of [{ kind: ["state", "office"] }, { relation: ["funds"] }, { kind: ["agency", "office"] }]) {
    const graph = new core.Graph(viewDocument(program, [...input, ...words(filters)]));
    compareFunding(core, graph, input, filters, core.fundingViews);
  }
}

/** Checks which nodes of a too large graph are drawn: the best-connected ones. */
function checkBestConnected(core, graph, input) {
  const whole = core.narrow(graph, core.noFilters());
  assert.equal(core.bestConnected(whole, 5000), whole);
  const few = core.bestConnected(whole, 20);
  assert.equal(few.nodeList().length, 20, input.join(" "));
  const degree = (n) => whole.outEdges(n).length + whole.inEdges(n).length;
  const least = Math.min(...few.nodeList().map(degree));
  for (const n of whole.nodeList()) assert.ok(few.nodes[n] === 1 || degree(n) <= least);
}

try {
  const core = await loadCore();
  checkSearch(core);
  checkMessages(core);
  let combinations = 0;
  const inputs = [[], ["-i", join(root, "examples/grants")],
                  ["-i", join(root, "tests/golden/data/money.jsonl")],
                  writeRecords(join(folder, "generated.jsonl"), generatedRecords(7))];
  for (const input of inputs) {
    const view = viewDocument(program, input);
    const graph = new core.Graph(view);
    const large = view.nodes.length > 20;
    const all = filterCombinations(view).filter((f, i) => input !== inputs.at(-1) || i % 7 === 0);
    // Every form of funding without filters and with single filters; for pairs of filters one form
    // in turn.
    all.forEach((filters, i) => compareFunding(core, graph, input, filters,
      Object.keys(filters).length < 2 ? core.fundingViews : [core.fundingViews[i % 5]]));
    combinations += all.length;
    compareMatrix(core, graph, input);
    comparePaths(core, graph, input, somePairs(view, large ? 61 : 3), {});
    comparePaths(core, graph, input, somePairs(view, large ? 211 : 5), { basis: "stated" });
    for (const filters of [{}, { basis: "stated" }, { kind: ["state", "project"] }])
      compareMeasures(core, graph, input, filters);
    checkFiles(core, graph, view, input);
    if (large) checkBestConnected(core, graph, input);
    compareAttributes(core, graph, program, input, folder);
    for (const filters of [{}, { basis: "stated" }, { relation: ["funds", "implements"], until: "2024" },
                           { kind: ["state", "office"] }, { min_documents: 2 }]) {
      compareEvidence(core, graph, program, input, somePairs(view, 397), filters, words(filters));
      compareClaims(core, graph, program, input, folder, filters, words(filters));
    }
    for (const filters of [{}, { relation: ["funds"] }, { min_documents: 2 }, { flow: ["committed"], since: "2023" }]) {
      const { since, ...others } = filters;
      compareTime(core, graph, program, input, filters, words(others));
    }
  }
  checkParts(core, inputs.at(-1));
  console.log(`The page's core agrees with the program on ${combinations} combinations of filters.`);
} finally {
  rmSync(folder, { recursive: true });
}
