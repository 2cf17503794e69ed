// SPDX-License-Identifier: Apache-2.0
//
// The view document: a graph, or as much of one as a page can draw, as one JSON object. The program
// writes it (into the offline page, or in answer to api/v1/graph); everything the page shows is
// computed from it. Absent means unknown. Positions in the lists are the numbers edges and claims
// point with; nodes and documents are in order of id, edges in order of (from, relation, to), and
// an edge's claims follow each other in order of document. `outside` are nodes that the view leaves out
// and that sums are counted by all the same; a claim's `inside` is a position among them.
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
