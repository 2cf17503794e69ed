// SPDX-License-Identifier: Apache-2.0
//
// The data that every part of the page gets: the graph, the part of it that the filters keep, the
// state, and the functions that change the state.
import { type Funding, type FundingBy, funding } from "../core/funding";
import { type Graph, type Scope, keyOf } from "../core/graph";
import type { FilterChange } from "../core/narrow";
import type { SearchIndex } from "../core/search";
import type { LeftOut } from "../core/view_document";
import type { Kind, Relation } from "../core/vocabulary";
import type { Server } from "../server";
import type { State } from "../state";
import type { Language, Translate } from "./messages";

export interface Context {
  graph: Graph;
  /** The part that the filters keep; all figures are about it. */
  scope: Scope;
  /** The part of the scope that the network draws: the scope itself, unless it is too large, or the
   *  surroundings of one node. */
  shown: Scope;
  /** The graph is too large to be drawn whole. */
  tooLarge: boolean;
  index: SearchIndex;
  state: State;
  language: Language;
  dark: boolean;
  t: Translate;
  /** undefined: the page contains its data and there is no server. */
  server: Server | undefined;
  /** The size of the part of the graph that this page does not hold; undefined: it holds everything. */
  leftOut: LeftOut | undefined;
  /** The program's graph is too large for a page: what the filters leave out is not in the page either. */
  beyond: boolean;
  set(patch: Partial<State>): void;
  setFilters(change: FilterChange): void;
  /** Shows the node, the edge or the cell [State, office] with its claims in the drawer, or nothing. */
  select(what: { node?: number; edge?: number; cell?: readonly [number, number] }): void;
  /** Lets screen readers read the text. */
  announce(text: string): void;
  /** Shows a sentence until the user closes it. */
  complain(text: string): void;
  /** Draws again, when something outside the state has changed. */
  refresh(): void;
}

/** Context.select() over the numbers of this graph. */
export function selectIn(graph: Graph, set: Context["set"]): Context["select"] {
  return ({ node, edge, cell }) => set({
    node: node === undefined ? undefined : graph.node(node).id,
    edge: edge === undefined ? undefined : graph.edgeKey(edge),
    cell: cell && keyOf(...cell.map((n) => graph.node(n).id)),
  });
}

/** A part of the page that draws itself into an element, and again after every change. */
export interface ViewPart {
  render(root: HTMLElement, context: Context): void;
  /** The picture on screen, to be saved; undefined when the view is no picture. */
  picture?(context: Context): SVGSVGElement | undefined;
  /** Called when another view takes its place. */
  leave?(): void;
}

const known = new WeakMap<Scope, Map<FundingBy, Funding>>();

/** The funding of the scope; computed once for each scope. */
export function fundingOf(scope: Scope, by: FundingBy): Funding {
  let answers = known.get(scope);
  if (!answers) known.set(scope, answers = new Map());
  let answer = answers.get(by);
  if (!answer) answers.set(by, answer = funding(scope, by));
  return answer;
}

export function kindWord(t: Translate, kind: Kind): string {
  return t(`kind.${kind}`);
}
export function relationWord(t: Translate, relation: Relation): string {
  return t(`relation.${relation}`);
}
export function inverseWord(t: Translate, relation: Relation): string {
  return t(`inverse.${relation}`);
}
