// SPDX-License-Identifier: Apache-2.0
//
// Makes the graph of a view document, with its adjacency, and scopes: the parts of the graph that
// filters keep. Nodes, edges, documents and claims are numbers: their positions in the lists of the
// view document.
import type { Period } from "./dates";
import type { Attribute, ViewClaim, ViewDocument, ViewDocumentRecord, ViewEdge, ViewNode }
  from "./view_document";

/** Ids joined with blanks; a blank inside an id is percent-encoded. */
export function keyOf(...ids: readonly string[]): string {
  return ids.map((id) => id.replaceAll("%", "%25").replaceAll(" ", "%20")).join(" ");
}
export function idsOf(key: string): string[] {
  return key.split(" ").map((id) => id.replaceAll("%20", " ").replaceAll("%25", "%"));
}

export class Graph {
  /** The nodes of the view, then those outside of it, which are in no scope. */
  readonly nodes: readonly ViewNode[];
  /** The number of nodes in the view. */
  readonly inView: number;
  readonly documents: readonly ViewDocumentRecord[];
  readonly edges: readonly ViewEdge[];
  readonly claims: readonly ViewClaim[];
  readonly outEdges: readonly (readonly number[])[];
  readonly inEdges: readonly (readonly number[])[];
  /** By edge: its claims, in order of document. */
  readonly claimsOf: readonly (readonly number[])[];
  private readonly numberOfId = new Map<string, number>();

  constructor(readonly source: ViewDocument) {
    this.inView = source.nodes.length;
    this.nodes = [...source.nodes, ...source.outside ?? []];
    this.documents = source.documents;
    this.edges = source.edges;
    // One list holds all nodes, so that a claim's project has a number also when it is outside the
    // view.
    this.claims = source.outside === undefined ? source.claims : source.claims.map(({ inside, ...claim }) =>
      inside === undefined ? claim : { ...claim, via: this.inView + inside });
    const lists = (count: number): number[][] => Array.from({ length: count }, () => []);
    const outEdges = lists(this.nodes.length);
    const inEdges = lists(this.nodes.length);
    const claimsOf = lists(this.edges.length);
    this.nodes.forEach((node, n) => this.numberOfId.set(node.id, n));
    this.edges.forEach((edge, e) => {
      outEdges[edge.from]!.push(e);
      inEdges[edge.to]!.push(e);
    });
    this.claims.forEach((claim, c) => claimsOf[claim.edge]!.push(c));
    this.outEdges = outEdges;
    this.inEdges = inEdges;
    this.claimsOf = claimsOf;
  }

  findNode(id: string): number | undefined {
    return this.numberOfId.get(id);
  }

  node(n: number): ViewNode {
    return this.nodes[n]!;
  }
  edge(e: number): ViewEdge {
    return this.edges[e]!;
  }
  claim(c: number): ViewClaim {
    return this.claims[c]!;
  }
  document(d: number): ViewDocumentRecord {
    return this.documents[d]!;
  }
  attribute(n: number, name: string): Attribute | undefined {
    return this.nodes[n]!.attributes?.[name];
  }

  /** The node's name, or its id when it has none. */
  nameOf(n: number): string {
    return this.nodes[n]!.name || this.nodes[n]!.id;
  }
  titleOf(d: number): string {
    return this.documents[d]!.title || this.documents[d]!.id;
  }

  /** When the claim holds: its stated period, else its document's day. */
  timeOf(c: number): Period {
    const { start, end, document } = this.claims[c]!;
    if (start !== undefined || end !== undefined) return { start, end };
    const date = this.documents[document]!.date;
    return { start: date, end: date };
  }

  /** A key of the edge that does not depend on positions, for links: "state:FR funds project:x". */
  edgeKey(e: number): string {
    const { from, relation, to } = this.edges[e]!;
    return keyOf(this.nodes[from]!.id, relation, this.nodes[to]!.id);
  }
  findEdge(key: string): number | undefined {
    const [from = "", relation, to = ""] = idsOf(key);
    const source = this.findNode(from);
    const target = this.findNode(to);
    if (source === undefined) return undefined;
    return this.outEdges[source]!.find(
      (e) => this.edges[e]!.relation === relation && this.edges[e]!.to === target);
  }

  /** Orders nodes by the bytes of their names, as the program does; equal names by number. */
  readonly byName = (a: number, b: number): number =>
    compareBytes(this.nameOf(a), this.nameOf(b)) || a - b;
}

/** Compares by UTF-8 bytes, which is the order of code points. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; ++i) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates stand for code points above all code points of one unit.
    const surrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
    if (surrogate(x) !== surrogate(y)) return surrogate(x) ? 1 : -1;
    return x - y;
  }
  return a.length - b.length;
}

/** A part of a graph. An edge is in it only with both ends and at least one claim, a claim only with its edge. */
export class Scope {
  readonly nodes: Uint8Array;
  readonly edges: Uint8Array;
  readonly claims: Uint8Array;
  /** The number of claims that a time filter left out because they have no date. */
  undated = 0;

  constructor(readonly graph: Graph) {
    this.nodes = new Uint8Array(graph.nodes.length);
    this.edges = new Uint8Array(graph.edges.length);
    this.claims = new Uint8Array(graph.claims.length);
  }

  static whole(graph: Graph): Scope {
    const scope = new Scope(graph);
    scope.nodes.fill(1, 0, graph.inView);
    scope.edges.fill(1);
    scope.claims.fill(1);
    return scope;
  }

  insertClaim(c: number): void {
    const e = this.graph.claim(c).edge;
    const { from, to } = this.graph.edge(e);
    this.claims[c] = 1;
    this.edges[e] = 1;
    this.nodes[from] = 1;
    this.nodes[to] = 1;
  }

  nodeList(): number[] {
    return members(this.nodes);
  }
  edgeList(): number[] {
    return members(this.edges);
  }
  claimList(): number[] {
    return members(this.claims);
  }
  claimsOf(e: number): number[] {
    return this.graph.claimsOf[e]!.filter((c) => this.claims[c] === 1);
  }
  outEdges(n: number): number[] {
    return this.graph.outEdges[n]!.filter((e) => this.edges[e] === 1);
  }
  inEdges(n: number): number[] {
    return this.graph.inEdges[n]!.filter((e) => this.edges[e] === 1);
  }
  documentsOf(e: number): number[] {
    return distinct(this.claimsOf(e).map((c) => this.graph.claim(c).document));
  }
  /** The documents of the scope's claims, in order. */
  documents(): number[] {
    return distinct(this.claimList().map((c) => this.graph.claim(c).document));
  }
}

function members(set: Uint8Array): number[] {
  const list: number[] = [];
  for (let i = 0; i < set.length; ++i) if (set[i] === 1) list.push(i);
  return list;
}

/** The different numbers, ascending. */
export function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
