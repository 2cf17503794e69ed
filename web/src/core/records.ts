// SPDX-License-Identifier: Apache-2.0
//
// Writes the part of the graph on screen as native records: one JSON object, or the table of its
// claims. The program writes and reads the same formats. If the file holds only a part of a graph,
// it says so.
import { type Cell, csvOfPart } from "./csv";
import type { Graph, Scope } from "./graph";
import { claimFields } from "./schema.generated";

type ClaimRecord = Partial<Record<(typeof claimFields)[number], string>>;

function claimRecord(graph: Graph, c: number): ClaimRecord {
  const { edge, document, via, ...said } = graph.claim(c);
  const { from, relation, to } = graph.edge(edge);
  const ends = {
    from: graph.node(from).id,
    relation,
    to: graph.node(to).id,
    document: graph.document(document).id,
  };
  return via === undefined ? { ...ends, ...said } : { ...ends, via: graph.node(via).id, ...said };
}

export function nativeJson(scope: Scope, part?: string): string {
  const { graph } = scope;
  const claims = scope.claimList();
  // The project that a claim runs inside must be written too, else the claim would refer to no
  // node.
  const inside = claims.map((c) => graph.claim(c).via).filter((n) => n !== undefined);
  const nodes = new Set([...scope.nodeList(), ...inside]);
  return JSON.stringify({
    oscegraph: 1,
    ...part === undefined ? {} : { note: part },
    documents: scope.documents().map((d) => graph.document(d)),
    nodes: [...nodes].sort((a, b) => a - b).map((n) => {
      const { id, kind, name, aliases, attributes } = graph.node(n);
      return { id, kind, name, aliases, attributes };
    }),
    claims: claims.map((c) => claimRecord(graph, c)),
  }, null, 1) + "\n";
}

export function claimsCsv(scope: Scope, part?: string): string {
  const rows = scope.claimList().map((c): Cell[] => {
    const record = claimRecord(scope.graph, c);
    return claimFields.map((field) => record[field]);
  });
  return csvOfPart(claimFields, rows, part);
}
