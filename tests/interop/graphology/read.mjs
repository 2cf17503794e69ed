// SPDX-License-Identifier: Apache-2.0
//
// Reads a file with graphology, which Gephi Lite and sigma.js use: read.mjs FLAVOUR IN OUT.json.
import { readFileSync, writeFileSync } from "node:fs";
import Graph from "graphology";
import gexf from "graphology-gexf";
import graphml from "graphology-graphml";

const [flavour, input, output] = process.argv.slice(2);
const text = readFileSync(input, "utf8");

function parse() {
  if (flavour === "graphology") return Graph.from(JSON.parse(text));
  return (flavour.startsWith("gexf") ? gexf : graphml).parse(Graph, text, { addMissingNodes: false });
}

const colour = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
const rgb = (value) =>
  value.startsWith("#") ? colour(value) : value.match(/[\d.]+/g).slice(0, 3).map(Number);

const graph = parse();
const nodes = graph.mapNodes((id, { label, color, size, x, y, ...columns }) => ({
  id, label, colour: color === undefined ? undefined : rgb(color), size, x, y, columns,
}));
const edges = graph.mapEdges((id, { label, ...columns }, from, to) => ({ id, from, to, label, columns }));
writeFileSync(output, JSON.stringify({ nodes, edges }));
