// SPDX-License-Identifier: Apache-2.0
//
// Applies the filters that all commands and views share, with the same meaning as in
// graph/narrow.cpp. A claim stays if it passes all filters. An edge stays if enough documents still
// state it. A node stays if it has one of the chosen kinds and, when claims or edges are filtered,
// still has an edge. A time filter leaves out claims without a date; the result has their number.
import { firstDay, isKnown, lastDay, meets } from "./dates";
import { type Graph, Scope } from "./graph";
import { type Basis, type Flow, type Kind, type Relation, carriesMoney } from "./vocabulary";

export interface Filters {
  at?: string;
  since?: string;
  until?: string;
  relation: Relation[];
  kind: Kind[];
  flow: Flow[];
  /** Ids. */
  document: string[];
  min_documents: number;
  basis?: Basis;
}

/** Filters to set; undefined removes a filter. */
export type FilterChange = { [Name in keyof Filters]?: Filters[Name] | undefined };

export function noFilters(): Filters {
  return { relation: [], kind: [], flow: [], document: [], min_documents: 1 };
}

export function filtersTime(f: Filters): boolean {
  return f.at !== undefined || f.since !== undefined || f.until !== undefined;
}

function filtersClaimsOrEdges(f: Filters): boolean {
  return filtersTime(f) || f.relation.length > 0 || f.flow.length > 0 || f.document.length > 0 ||
    f.min_documents > 1 || f.basis !== undefined;
}

export function anyFilter(f: Filters): boolean {
  return filtersClaimsOrEdges(f) || f.kind.length > 0;
}

/** The days of the time filters, as [first, last]. */
export function windowOf(f: Filters): [number, number] {
  let first = -Infinity;
  let last = Infinity;
  for (const date of [f.at, f.since]) if (date !== undefined) first = Math.max(first, firstDay(date));
  for (const date of [f.at, f.until]) if (date !== undefined) last = Math.min(last, lastDay(date));
  return [first, last];
}

export function narrow(graph: Graph, filters: Filters): Scope {
  if (!anyFilter(filters)) return Scope.whole(graph);
  const scope = new Scope(graph);
  const passes = claimTest(graph, filters, scope);
  const askedKind = (n: number): boolean =>
    filters.kind.length === 0 || filters.kind.includes(graph.node(n).kind);
  graph.edges.forEach((edge, e) => {
    if (filters.relation.length > 0 && !filters.relation.includes(edge.relation)) return;
    if (!askedKind(edge.from) || !askedKind(edge.to)) return;
    const passing = graph.claimsOf[e]!.filter(passes);
    const documents = new Set(passing.map((c) => graph.claim(c).document)).size;
    if (documents < Math.max(filters.min_documents, 1)) return;
    passing.forEach((c) => scope.insertClaim(c));
  });
  if (!filtersClaimsOrEdges(filters))
    graph.nodes.forEach((_, n) => {
      if (n < graph.inView && askedKind(n)) scope.nodes[n] = 1;
    });
  return scope;
}

function claimTest(graph: Graph, filters: Filters, scope: Scope): (c: number) => boolean {
  const [first, last] = windowOf(filters);
  const timed = filtersTime(filters);
  const documents = new Set(filters.document);
  return (c) => {
    const claim = graph.claim(c);
    if (filters.flow.length > 0 && carriesMoney(graph.edge(claim.edge).relation) &&
        !filters.flow.includes(claim.flow ?? "unknown")) return false;
    if (filters.basis !== undefined && (claim.basis ?? "stated") !== filters.basis) return false;
    if (documents.size > 0 && !documents.has(graph.document(claim.document).id)) return false;
    if (!timed) return true;
    const time = graph.timeOf(c);
    if (!isKnown(time)) {
      ++scope.undated;
      return false;
    }
    return meets(time, first, last);
  };
}
