// SPDX-License-Identifier: Apache-2.0
//
// Finds the k shortest simple paths between two nodes, by Yen's algorithm over breadth-first
// searches. Edge directions are ignored or followed, and parallel edges are one step. The paths are
// in the same order as the program's: by length, then by the node numbers along the path.
import type { Scope } from "./graph";

export type NodePath = number[];

/** For each node its neighbours in scope, by number, each once, without loops. */
export function adjacency(scope: Scope, directed = false): number[][] {
  const { graph } = scope;
  const sets: Set<number>[] = graph.nodes.map(() => new Set<number>());
  for (const e of scope.edgeList()) {
    const { from, to } = graph.edge(e);
    if (from === to) continue;
    sets[from]!.add(to);
    if (!directed) sets[to]!.add(from);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

function reversed(adjacent: readonly number[][]): number[][] {
  const back: number[][] = adjacent.map(() => []);
  adjacent.forEach((list, n) => list.forEach((m) => back[m]!.push(n)));
  return back;
}

/** The distance from each node to `target`; -1 where there is no path. */
function distancesTo(back: readonly number[][], target: number, barred: Uint8Array): Int32Array {
  const distance = new Int32Array(back.length).fill(-1);
  if (barred[target] === 1) return distance;
  distance[target] = 0;
  const queue = [target];
  for (let i = 0; i < queue.length; ++i)
    for (const m of back[queue[i]!]!)
      if (distance[m] === -1 && barred[m] === 0) {
        distance[m] = distance[queue[i]!]! + 1;
        queue.push(m);
      }
  return distance;
}

/** The shortest path whose first step is not in `barredSteps`; of several, the first by node numbers. */
function firstShortest(adjacent: readonly number[][], back: readonly number[][], from: number,
                       to: number, barred: Uint8Array,
                       barredSteps: ReadonlySet<number>): NodePath | undefined {
  barred[from] = 1; // a path must not return to its start
  const distance = distancesTo(back, to, barred);
  barred[from] = 0;
  let step: number | undefined;
  for (const m of adjacent[from]!) {
    if (barredSteps.has(m) || distance[m]! < 0) continue;
    if (step === undefined || distance[m]! < distance[step]!) step = m;
  }
  if (step === undefined) return undefined;
  const path = [from, step];
  while (step !== to) {
    const next: number = adjacent[step]!.find((m) => distance[m] === distance[step!]! - 1)!;
    path.push(next);
    step = next;
  }
  return path;
}

function comparePaths(a: NodePath, b: NodePath): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}

/** At most k paths; empty when there is none. Cost: k times the path's length times (nodes + edges). */
export function shortestPaths(scope: Scope, from: number, to: number, k: number,
                              directed = false): NodePath[] {
  if (from === to || scope.nodes[from] !== 1 || scope.nodes[to] !== 1) return [];
  const adjacent = adjacency(scope, directed);
  const back = reversed(adjacent);
  const barred = new Uint8Array(adjacent.length);
  const first = firstShortest(adjacent, back, from, to, barred, new Set());
  if (!first) return [];
  const found = [first];
  const candidates = new Map<string, NodePath>();
  while (found.length < k) {
    const last = found[found.length - 1]!;
    barred.fill(0);
    for (let i = 0; i + 1 < last.length; ++i) {
      const root = last.slice(0, i + 1);
      const taken = new Set(found.filter((path) => root.every((n, at) => path[at] === n))
        .map((path) => path[i + 1]!));
      const spur = firstShortest(adjacent, back, last[i]!, to, barred, taken);
      if (spur) {
        const path = [...root.slice(0, -1), ...spur];
        candidates.set(path.join(), path);
      }
      barred[last[i]!] = 1;
    }
    const [key, next] = [...candidates].sort((a, b) => comparePaths(a[1], b[1]))[0] ?? [];
    if (key === undefined || next === undefined) break;
    candidates.delete(key);
    found.push(next);
  }
  return found;
}

/** The edges in scope behind a step from a to b: those from a to b, then, unless `directed`, from b to a. */
export function edgesBetween(scope: Scope, a: number, b: number, directed = false): number[] {
  const along = scope.outEdges(a).filter((e) => scope.graph.edge(e).to === b);
  const against = scope.inEdges(a).filter((e) => scope.graph.edge(e).from === b);
  return directed ? along : [...along, ...against.filter((e) => !along.includes(e))];
}
