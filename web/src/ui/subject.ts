// SPDX-License-Identifier: Apache-2.0
//
// Gets all data about the node, edge or cell that the drawer shows. For a graph too large for the
// page, these come from the program: it is asked for everything about the node, edge or cell, and
// the drawer uses the small graph of the answer instead of the page's graph.
import { Graph, Scope } from "../core/graph";
import type { ViewDocument } from "../core/view_document";
import { type Context, selectIn } from "./context";
import { type Asked, ask } from "./questions";

const graphs = new WeakMap<ViewDocument, Scope>();

/** The context with the small graph of the program's answer instead of the page's graph. */
export function within(context: Context, view: ViewDocument): Context {
  let scope = graphs.get(view);
  if (!scope) graphs.set(view, scope = Scope.whole(new Graph(view)));
  const { graph } = scope;
  const left = view.left_out;
  return { ...context, graph, scope, shown: scope, select: selectIn(graph, context.set),
           leftOut: left && left.nodes + left.edges + left.claims > 0 ? left : undefined };
}

export function askNode(context: Context, id: string): Asked<ViewDocument> {
  const { filters } = context.state;
  return ask(context, `node ${id} ${JSON.stringify(filters)}`, (server) => server.show(id, filters));
}

/** Asks who pays the node, or whom it pays; `by` chooses between the payers' States and the named donors. */
export function askFundingOf(context: Context, id: string, side: "from" | "to", by: "state" | "donor"):
    Asked<ViewDocument> {
  const { filters } = context.state;
  return ask(context, `funding ${side} ${id} by ${by} ${JSON.stringify(filters)}`,
             (server) => server.fundingOf(id, side, by, filters));
}

export function askSteps(context: Context, from: string, to: string): Asked<ViewDocument> {
  const { filters } = context.state;
  return ask(context, `steps ${from} ${to} ${JSON.stringify(filters)}`, (server) => server.why(from, to, filters));
}
