// SPDX-License-Identifier: Apache-2.0
//
// Computes measures of a node's importance: those of `oscegraph centrality` (parallel edges count
// as one, loops and edge directions are ignored), the number of documents about the node, and the
// scores that the view document contains. Values are by node number, and NaN where a measure is
// undefined. Measures that need a search from every node are offered only up to `mostForSearches`
// nodes.
import type { Scope } from "./graph";
import { adjacency } from "./paths";

export const measureNames =
  ["degree", "in_degree", "out_degree", "documents", "betweenness", "harmonic", "pagerank", "core"] as
  const;
export type MeasureName = (typeof measureNames)[number];

export const mostForSearches = 3000;
const needsSearches: ReadonlySet<string> = new Set(["betweenness", "harmonic"]);

/** The measures that are offered for this scope, the view document's scores last. */
export function measuresOf(scope: Scope): string[] {
  const size = scope.nodeList().length;
  const own: string[] = measureNames.filter(
    (name) => size <= mostForSearches || !needsSearches.has(name));
  const given = new Set<string>();
  for (const node of scope.graph.nodes)
    for (const name of Object.keys(node.scores ?? {})) given.add(name);
  return [...own, ...[...given].filter((name) => !own.includes(name)).sort()];
}

export function measure(scope: Scope, name: string): Float64Array {
  const { graph } = scope;
  switch (name) {
    case "degree": return counts(adjacency(scope), scope);
    case "in_degree": return incoming(adjacency(scope, true), scope);
    case "out_degree": return counts(adjacency(scope, true), scope);
    case "documents": return documents(scope);
    case "betweenness": return betweenness(scope);
    case "harmonic": return harmonic(scope);
    case "pagerank": return pageRank(scope);
    case "core": return coreNumbers(scope);
    default:
      return Float64Array.from(graph.nodes, (node) => node.scores?.[name] ?? NaN);
  }
}

function counts(adjacent: readonly number[][], scope: Scope): Float64Array {
  return Float64Array.from(adjacent, (list, n) => scope.nodes[n] === 1 ? list.length : NaN);
}

function incoming(adjacent: readonly number[][], scope: Scope): Float64Array {
  const values = Float64Array.from(adjacent, (_, n) => scope.nodes[n] === 1 ? 0 : NaN);
  for (const list of adjacent) for (const n of list) values[n]! += 1;
  return values;
}

function documents(scope: Scope): Float64Array {
  const sets = scope.graph.nodes.map(() => new Set<number>());
  for (const c of scope.claimList()) {
    const { edge, document } = scope.graph.claim(c);
    const { from, to } = scope.graph.edge(edge);
    sets[from]!.add(document);
    sets[to]!.add(document);
  }
  return Float64Array.from(sets, (set, n) => scope.nodes[n] === 1 ? set.size : NaN);
}

/** Breadth-first search from a node: nodes in order of distance, distances, numbers of paths, predecessors. */
function search(adjacent: readonly number[][], source: number): {
  order: number[];
  distance: Int32Array;
  ways: Float64Array;
} {
  const distance = new Int32Array(adjacent.length).fill(-1);
  const ways = new Float64Array(adjacent.length);
  const order = [source];
  distance[source] = 0;
  ways[source] = 1;
  for (let i = 0; i < order.length; ++i) {
    const n = order[i]!;
    for (const m of adjacent[n]!) {
      if (distance[m] === -1) {
        distance[m] = distance[n]! + 1;
        order.push(m);
      }
      if (distance[m] === distance[n]! + 1) ways[m]! += ways[n]!;
    }
  }
  return { order, distance, ways };
}

/** Betweenness by Brandes (2001), as a share of the pairs of other nodes. */
function betweenness(scope: Scope): Float64Array {
  const adjacent = adjacency(scope);
  const members = scope.nodeList();
  const sum = new Float64Array(adjacent.length);
  for (const source of members) {
    const { order, distance, ways } = search(adjacent, source);
    const dependency = new Float64Array(adjacent.length);
    for (let i = order.length - 1; i > 0; --i) {
      const n = order[i]!;
      for (const m of adjacent[n]!)
        if (distance[m] === distance[n]! - 1)
          dependency[m]! += ways[m]! / ways[n]! * (1 + dependency[n]!);
      sum[n]! += dependency[n]!;
    }
  }
  const pairs = (members.length - 1) * (members.length - 2);
  return onlyMembers(scope, sum.map((value) => pairs > 0 ? value / pairs : 0));
}

/** Harmonic centrality: the mean of 1 / distance to all other nodes. */
function harmonic(scope: Scope): Float64Array {
  const adjacent = adjacency(scope);
  const others = scope.nodeList().length - 1;
  return Float64Array.from(adjacent, (_, n) => {
    if (scope.nodes[n] !== 1) return NaN;
    const { order, distance } = search(adjacent, n);
    let sum = 0;
    for (const m of order) if (m !== n) sum += 1 / distance[m]!;
    return others > 0 ? sum / others : 0;
  });
}

/** PageRank with damping 0.85; nodes without neighbours distribute their rank to all nodes. */
function pageRank(scope: Scope): Float64Array {
  const adjacent = adjacency(scope);
  const members = scope.nodeList();
  const size = members.length;
  let rank = new Float64Array(adjacent.length);
  for (const n of members) rank[n] = 1 / size;
  for (let pass = 0; pass < 200; ++pass) {
    const next = new Float64Array(adjacent.length);
    let loose = 0;
    for (const n of members) {
      const list = adjacent[n]!;
      if (list.length === 0) loose += rank[n]!;
      for (const m of list) next[m]! += rank[n]! / list.length;
    }
    let change = 0;
    for (const n of members) {
      next[n] = 0.15 / size + 0.85 * (next[n]! + loose / size);
      change += Math.abs(next[n] - rank[n]!);
    }
    rank = next;
    if (change < 1e-12) break;
  }
  return onlyMembers(scope, rank);
}

/** Core numbers: removes the node with the fewest remaining connections, again and again. */
function coreNumbers(scope: Scope): Float64Array {
  const adjacent = adjacency(scope);
  const left = adjacent.map((list) => list.length);
  const core = new Float64Array(adjacent.length);
  const buckets: number[][] = [];
  for (const n of scope.nodeList()) (buckets[left[n]!] ??= []).push(n);
  const done = new Uint8Array(adjacent.length);
  let level = 0;
  for (let degree = 0; degree < buckets.length; ++degree) {
    const bucket = buckets[degree] ?? [];
    for (let n = bucket.pop(); n !== undefined; n = bucket.pop()) {
      if (done[n] === 1 || left[n] !== degree) continue;
      done[n] = 1;
      level = Math.max(level, degree);
      core[n] = level;
      for (const m of adjacent[n]!)
        if (done[m] === 0 && left[m]! > degree) (buckets[--left[m]!] ??= []).push(m);
    }
  }
  return onlyMembers(scope, core);
}

function onlyMembers(scope: Scope, values: Float64Array): Float64Array {
  return values.map((value, n) => scope.nodes[n] === 1 ? value : NaN);
}
