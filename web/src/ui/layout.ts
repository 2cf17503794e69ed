// SPDX-License-Identifier: Apache-2.0
//
// Computes the positions of nodes with ForceAtlas2. The number of steps and the first positions are
// fixed, so that the same graph always looks the same, also after a reload. A last phase pushes
// overlapping nodes apart. The worker uses this file; small graphs are laid out directly.
import iterate from "graphology-layout-forceatlas2/iterate";

export interface LayoutInput {
  nodes: number;
  /** Pairs of node numbers. */
  edges: Int32Array;
}

const perNode = 10; // x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed
const perEdge = 3; // source, target, weight

/** A generator of pseudorandom numbers that are the same everywhere (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function matrices(input: LayoutInput): [Float32Array, Float32Array] {
  const random = seeded(20241122);
  const nodes = new Float32Array(input.nodes * perNode);
  const edges = new Float32Array(input.edges.length / 2 * perEdge);
  const reach = 10 * Math.sqrt(input.nodes);
  for (let n = 0; n < input.nodes; ++n) {
    const angle = 2 * Math.PI * random();
    const radius = reach * Math.sqrt(random());
    nodes[n * perNode] = radius * Math.cos(angle);
    nodes[n * perNode + 1] = radius * Math.sin(angle);
    nodes[n * perNode + 6] = 1;
    nodes[n * perNode + 7] = 1;
    nodes[n * perNode + 8] = 4;
  }
  for (let e = 0; 2 * e < input.edges.length; ++e) {
    const source = input.edges[2 * e]! * perNode;
    const target = input.edges[2 * e + 1]! * perNode;
    edges.set([source, target, 1], e * perEdge);
    nodes[source + 6]! += 1;
    nodes[target + 6]! += 1;
  }
  return [nodes, edges];
}

function positions(nodes: Float32Array): Float32Array {
  const result = new Float32Array(nodes.length / perNode * 2);
  for (let n = 0; 2 * n < result.length; ++n) {
    result[2 * n] = nodes[n * perNode]!;
    result[2 * n + 1] = nodes[n * perNode + 1]!;
  }
  return result;
}

export function stepsFor(nodes: number): number {
  return nodes <= 500 ? 600 : nodes <= 2000 ? 400 : 200;
}

/** x and y of each node; `progressed` gets intermediate positions. */
export function layOut(input: LayoutInput,
                       progressed?: (positions: Float32Array) => void): Float32Array {
  const [nodes, edges] = matrices(input);
  const steps = stepsFor(input.nodes);
  const settings = {
    linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false,
    edgeWeightInfluence: 1, scalingRatio: 10, strongGravityMode: true, gravity: 0.12,
    slowDown: 1 + Math.log(Math.max(input.nodes, 1)), barnesHutOptimize: input.nodes > 800,
    barnesHutTheta: 0.6,
  };
  const pause = input.nodes > 2000 ? 700 : 120; // large graphs are drawn less often
  let shown = Date.now();
  for (let step = 0; step < steps; ++step) {
    iterate(settings, nodes, edges);
    if (progressed && Date.now() - shown > pause) {
      progressed(positions(nodes));
      shown = Date.now();
    }
  }
  const result = positions(nodes);
  // Stretch in width, since screens and names are wide.
  for (let i = 0; i < result.length; i += 2) result[i]! *= 1.35;
  if (input.nodes <= 800) makeRoom(result);
  return result;
}

/** Pushes apart nodes that would overlap in a picture about 900 points wide. */
function makeRoom(at: Float32Array): void {
  const xs = at.filter((_, i) => i % 2 === 0);
  const ys = at.filter((_, i) => i % 2 === 1);
  const across = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys), 1);
  const least = across * 30 / 900;
  for (let pass = 0; pass < 80; ++pass) {
    let moved = false;
    for (let a = 0; a < at.length; a += 2)
      for (let b = a + 2; b < at.length; b += 2) {
        const [dx, dy] = [at[b]! - at[a]! || 1e-3, at[b + 1]! - at[a + 1]!];
        const distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        const push = (least - distance) / 2 / distance;
        at[a]! -= dx * push;
        at[a + 1]! -= dy * push;
        at[b]! += dx * push;
        at[b + 1]! += dy * push;
        moved = true;
      }
    if (!moved) return;
  }
}
