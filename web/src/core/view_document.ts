// SPDX-License-Identifier: Apache-2.0
//
// The types of the view document: a graph, or the part of it that a page can draw, as one JSON
// object. The program writes it (into the offline page, or as the answer to api/v1/graph), and the
// page computes everything from it. An absent member means unknown. Edges and claims refer to
// records by their positions in the lists. Nodes and documents are in order of id, edges in order
// of (from, relation, to), and the claims of an edge are adjacent, in order of document. `outside`
// lists nodes that are not in the view but are needed for sums; the `inside` of a claim is a
// position in that list.
import type { ClaimFields, DocumentFields, NodeFields, Relation } from "./schema.generated";

export type Attribute = string | number | boolean | null;

export interface ViewNode extends NodeFields {
  aliases?: string[];
  attributes?: Record<string, Attribute>;
  scores?: Record<string, number | null>;
}

export type ViewDocumentRecord = DocumentFields;

export interface ViewEdge {
  from: number;
  relation: Relation;
  to: number;
}

export interface ViewClaim extends ClaimFields {
  edge: number;
  document: number;
  via?: number;
  inside?: number;
}

export interface LeftOut {
  nodes: number;
  edges: number;
  claims: number;
}

export interface ViewDocument {
  oscegraph_view: 1;
  title?: string;
  source?: string;
  nodes: ViewNode[];
  outside?: ViewNode[];
  documents: ViewDocumentRecord[];
  edges: ViewEdge[];
  claims: ViewClaim[];
  left_out?: LeftOut;
  notes?: string[];
}

/** Whether the value is a view document of the version this page reads. */
export function isViewDocument(value: unknown): value is ViewDocument {
  if (typeof value !== "object" || value === null) return false;
  const candidate = value as Partial<ViewDocument>;
  return candidate.oscegraph_view === 1 && Array.isArray(candidate.nodes) &&
    Array.isArray(candidate.documents) && Array.isArray(candidate.edges) &&
    Array.isArray(candidate.claims);
}
