// SPDX-License-Identifier: Apache-2.0
//
// Compares the page's core with the program: the files that the core writes, and the numbers of its
// time axis.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function plain(xml) {
  return xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCodePoint(Number(code)) : entities[name]);
}

/** The nodes of a GraphML file: the types of their keys by name, and each node's values by name. */
function nodesOf(graphml) {
  const keys = [...graphml.matchAll(/<key id="([^"]*)" for="node" attr\.name="([^"]*)" attr\.type="(\w+)"\/>/g)]
    .map(([, id, name, type]) => ({ id: plain(id), name: plain(name), type }));
  for (const of of ["id", "name"])
    assert.equal(new Set(keys.map((key) => key[of])).size, keys.length, `each ${of} of a key once`);
  const names = new Map(keys.map(({ id, name }) => [id, name]));
  const nodes = new Map([...graphml.matchAll(/<node id="([^"]*)">([^]*?)<\/node>/g)].map(([, id, inside]) => [plain(id),
    Object.fromEntries([...inside.matchAll(/<data key="([^"]*)">([^]*?)<\/data>/g)].map(([, key, value]) =>
      [names.get(plain(key)), plain(value)]))]));
  return { types: Object.fromEntries(keys.map(({ name, type }) => [name, type])), nodes };
}

/** Every attribute has the same name, type and value as in the program's file. */
export function compareAttributes(core, graph, program, input, folder) {
  const file = join(folder, "attributes.graphml");
  program.run("export", ...input, "-o", file);
  const theirs = nodesOf(readFileSync(file, "utf8"));
  const scope = core.narrow(graph, core.noFilters());
  const ours = nodesOf(core.graphml(scope));
  const looks = ["r", "g", "b", "size", "x", "y", "name"]; // the program's own, not the graph's
  const kept = (record) => Object.fromEntries(Object.entries(record).filter(([name]) => !looks.includes(name)).sort());
  assert.deepEqual(kept(ours.types), kept(theirs.types), `keys for ${input.join(" ")}`);
  for (const [id, values] of theirs.nodes) {
    const [a, b] = [kept(ours.nodes.get(id)), kept(values)];
    for (const [name, type] of Object.entries(theirs.types))
      if (type === "double") for (const record of [a, b]) if (name in record) record[name] = Number(record[name]);
    assert.deepEqual(a, b, id);
  }
  const gexf = core.gexf(scope, "t");
  const ids = [...gexf.split("</attributes>")[0].matchAll(/<attribute id="([^"]*)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length, "each attribute of GEXF once");
  assert.equal(ids.length, Object.keys(ours.types).length - 1, "all but the label");
}

/** The table of claims equals the program's claims.csv. */
export function compareClaims(core, graph, program, input, folder, filters, words) {
  const out = join(folder, "claims-of-program");
  program.run("export", ...input, ...words, "--as", "csv", "-o", out);
  const theirs = readFileSync(join(out, "claims.csv"), "utf8");
  const scope = core.narrow(graph, { ...core.noFilters(), ...filters });
  assert.deepEqual(parseCsv(core.claimsCsv(scope)), parseCsv(theirs), words.join(" "));
}

/** Compares the steps behind every State and office, and those of some paths. */
export function compareEvidence(core, graph, program, input, pairs, filters, words) {
  const scope = core.narrow(graph, { ...core.noFilters(), ...filters });
  const text = ({ columns, rows }) => core.csv(columns, rows).replaceAll("\r\n", "\n");
  const answer = (...question) => {
    try {
      return program.run(...question, ...input, ...words, "--as", "csv").replaceAll("\r\n", "\n");
    } catch (error) {
      if (error.status === 1) return undefined; // no such path
      throw error;
    }
  };
  // A State that only pays through agencies may have no edge left under filters; `why` then refuses.
  const rows = core.funding(scope, "state_office").rows.filter(({ payer }) => scope.nodes[payer] === 1);
  for (const { payer, office } of rows.filter((_, i) => i % Math.ceil(rows.length / 12) === 0))
    assert.equal(text(core.claimsOfSteps(scope, core.stepsBetween(scope, payer, office))),
                 answer("why", graph.node(payer).id, graph.node(office).id), `why, ${words.join(" ")}`);
  for (const [from, to] of pairs) {
    const paths = core.shortestPaths(scope, graph.findNode(from), graph.findNode(to), 3);
    const theirs = answer("path", from, to, "-k", "3");
    if (theirs === undefined) assert.equal(paths.length, 0);
    else assert.equal(text(core.stepsOfPaths(scope, paths)), theirs, `${from} to ${to}, ${words.join(" ")}`);
  }
}

/** A bar of the time axis equals the number of claims that `--at` keeps. */
export function compareTime(core, graph, program, input, filters, words) {
  const steps = core.timeSteps(graph);
  const counts = core.countsAt(graph, steps, { ...core.noFilters(), ...filters });
  const some = steps.map((_, i) => i).filter((i) => i % Math.ceil(steps.length / 7) === 0);
  for (const i of some) {
    const { facts } = program.ask("info", ...input, ...words, "--at", steps[i]);
    assert.equal(counts[i], facts.claims, `${steps[i]} with ${words.join(" ")}`);
  }
}

/** The rows of a CSV text, as lists of fields. */
export function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows[rows.length - 1].push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  while (rows.length > 0 && rows[rows.length - 1].join("") === "") rows.pop();
  return rows;
}
