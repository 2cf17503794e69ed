// SPDX-License-Identifier: Apache-2.0
//
// Chooses the part of a large graph that a picture can show, as graph/best_connected.cpp does: the
// nodes with the most edges, and the edges between them. Also chooses the surroundings of one node.
import { type Graph, Scope } from "./graph";

const claimsPerNode = 25;

function degrees(scope: Scope): Uint32Array {
  const degree = new Uint32Array(scope.graph.nodes.length);
  for (const e of scope.edgeList()) {
    const { from, to } = scope.graph.edge(e);
    degree[from]! += 1;
    degree[to]! += 1;
  }
  return degree;
}

/** A scope of the listed nodes and the edges of `scope` between them. */
export function partOf(scope: Scope, nodes: readonly number[]): Scope {
  const part = new Scope(scope.graph);
  part.undated = scope.undated;
  for (const n of nodes) part.nodes[n] = 1;
  for (const n of nodes)
    for (const e of scope.outEdges(n)) {
      if (part.nodes[scope.graph.edge(e).to] !== 1) continue;
      part.edges[e] = 1;
      for (const c of scope.claimsOf(e)) part.claims[c] = 1;
    }
  return part;
}

/** Whether a picture of at most so many nodes can hold the graph. */
export function fits({ inView, claims }: Graph, mostNodes: number): boolean {
  return inView <= mostNodes && claims.length <= mostNodes * claimsPerNode;
}

/** The scope itself when it fits. With `steps` (distances from a node) the nearest nodes come first. */
export function bestConnected(scope: Scope, mostNodes: number, steps?: Int32Array): Scope {
  const all = scope.nodeList();
  const mostClaims = mostNodes * claimsPerNode;
  if (all.length <= mostNodes && scope.claimList().length <= mostClaims) return scope;
  const degree = degrees(scope);
  const ranked = all.sort((a, b) => (steps ? steps[a]! - steps[b]! : 0) || degree[b]! - degree[a]! || a - b);
  const kept = new Uint8Array(scope.graph.nodes.length);
  const taken: number[] = [];
  let claims = 0;
  for (const n of ranked) {
    if (taken.length === mostNodes) break;
    let more = 0;
    for (const e of new Set([...scope.outEdges(n), ...scope.inEdges(n)])) {
      const { from, to } = scope.graph.edge(e);
      const other = from === n ? to : from;
      if (other === n || kept[other] === 1) more += scope.graph.claimsOf[e]!.length;
    }
    if (claims + more > mostClaims) continue;
    claims += more;
    kept[n] = 1;
    taken.push(n);
  }
  return partOf(scope, taken);
}

/** The part within `depth` steps of the node, edge directions ignored; the nearest nodes come first. */
export function surroundings(scope: Scope, node: number, depth: number, mostNodes: number): Scope {
  const steps = new Int32Array(scope.graph.nodes.length).fill(-1);
  const near = [node];
  steps[node] = 0;
  for (let i = 0; i < near.length; ++i) {
    const n = near[i]!;
    if (steps[n] === depth) continue;
    for (const e of [...scope.outEdges(n), ...scope.inEdges(n)]) {
      const { from, to } = scope.graph.edge(e);
      const other = from === n ? to : from;
      if (steps[other] !== -1) continue;
      steps[other] = steps[n]! + 1;
      near.push(other);
    }
  }
  return bestConnected(partOf(scope, near), mostNodes, steps);
}
