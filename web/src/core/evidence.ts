// SPDX-License-Identifier: Apache-2.0
//
// Explains why a State counts as funding an office, by the steps that documents state: the path
// from the agency up to its State, who pays the project or the office, and which office implements
// the project. The steps, and the rows with their claims, are the same as those of `oscegraph why`.
import type { Cell } from "./csv";
import { type FundingLink, fundingLinks } from "./funding";
import type { Graph, Scope } from "./graph";
import { edgesBetween } from "./paths";
import { RollUp } from "./roll_up";

/** The columns and rows of one of the program's own tables. */
export interface Answer {
  columns: string[];
  rows: Cell[][];
}

/** The separator of a list's items in one field, as the program writes it. */
export const listSeparator = " | ";

const inferred = new WeakMap<Scope, Map<number, boolean>>();

/** Whether the edge has only inferred claims. Cached for each scope, since a picture asks at every frame. */
export function isInferred(scope: Scope, edge: number): boolean {
  let known = inferred.get(scope);
  if (!known) inferred.set(scope, known = new Map());
  let answer = known.get(edge);
  if (answer === undefined)
    known.set(edge, answer = scope.claimsOf(edge).every((c) => scope.graph.claim(c).basis === "inferred"));
  return answer;
}

/** The `implements` edges that connect the link's project with its office; none for other links. */
export function implementingSteps(scope: Scope, link: FundingLink): number[] {
  const { graph } = scope;
  const { office, project } = link;
  if (office === undefined || project === undefined) return [];
  // A project has few implementers; an office may have thousands of projects.
  return scope.inEdges(project).filter((e) =>
    graph.edge(e).from === office && graph.edge(e).relation === "implements");
}

/** The edges behind "this State funds this office", each once, in the order in which they are shown. */
export function stepsBetween(scope: Scope, state: number, office: number): number[] {
  const rollUp = new RollUp(scope);
  const steps = new Set(edgesBetween(scope, state, office));
  for (const link of fundingLinks(scope)) {
    if (link.payer !== state || link.office !== office) continue;
    for (const e of rollUp.wayUp(link.funder)) steps.add(e);
    steps.add(link.edge);
    for (const e of implementingSteps(scope, link)) steps.add(e);
  }
  return [...steps];
}

const stepColumns = ["step", "from_id", "relation", "to_id"];
const claimColumns = ["document", "document_id", "date", "publisher", "place", "basis", "period", "via",
  "flow", "amount", "currency", "share", "quote", "review"];

function periodWords(start: string | undefined, end: string | undefined): string | undefined {
  if (end === undefined) return start && `from ${start}`;
  if (start === undefined) return `until ${end}`;
  return start === end ? start : `${start} to ${end}`;
}

function claimCells(graph: Graph, c: number): Cell[] {
  const claim = graph.claim(c);
  const { id, date, publisher } = graph.document(claim.document);
  return [graph.titleOf(claim.document), id, date, publisher, claim.locator, claim.basis ?? "stated",
          periodWords(claim.start, claim.end), claim.via === undefined ? undefined : graph.nameOf(claim.via),
          claim.flow, claim.amount, claim.currency, claim.share, claim.quote, claim.reviewed];
}

/** A row for each claim of the edges; columns without any value are left out. */
export function claimsOfSteps(scope: Scope, edges: readonly number[]): Answer {
  const { graph } = scope;
  const rows = edges.flatMap((e) => {
    const { from, relation, to } = graph.edge(e);
    const step = [`${graph.nameOf(from)} → ${graph.nameOf(to)}`, graph.node(from).id,
                  relation.replaceAll("_", " "), graph.node(to).id];
    return scope.claimsOf(e).map((c): Cell[] => [...step, ...claimCells(graph, c)]);
  });
  const columns = [...stepColumns, ...claimColumns];
  const said = columns.map((_, i) => i < stepColumns.length ||
    rows.some((row) => row[i] !== undefined && row[i] !== ""));
  const keep = <Value>(list: readonly Value[]): Value[] => list.filter((_, i) => said[i]);
  return { columns: keep(columns), rows: rows.map(keep) };
}

/** A row for each step of each path, as in the table of `oscegraph path`. */
export function stepsOfPaths(scope: Scope, paths: readonly (readonly number[])[]): Answer {
  const { graph } = scope;
  const rows = paths.flatMap((path, p) => path.slice(1).map((to, i): Cell[] => {
    const from = path[i]!;
    const edges = edgesBetween(scope, from, to);
    const arrows = edges.map((e) => {
      const words = graph.edge(e).relation.replaceAll("_", " ");
      return graph.edge(e).from === from ? `${words} →` : `← ${words}`;
    });
    const documents = new Set(edges.flatMap((e) => scope.documentsOf(e)));
    return [p + 1, i + 1, graph.nameOf(from), graph.node(from).id, arrows.join(listSeparator),
            graph.nameOf(to), graph.node(to).id, documents.size];
  }));
  return { columns: ["path", "step", "from", "from_id", "relation", "to", "to_id", "documents"], rows };
}
