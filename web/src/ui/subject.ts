// SPDX-License-Identifier: Apache-2.0
//
// What the drawer is about, whole. Of a graph beyond the page the program is asked for all that concerns a
// node, an edge or a cell. The drawer draws the small graph of its answer instead of the page's.
import { Graph, Scope } from "../core/graph";
import type { ViewDocument } from "../core/view_document";
import { type Context, selectIn } from "./context";
import { type Asked, ask } from "./questions";

const graphs = new WeakMap<ViewDocument, Scope>();

/** The context with the program's small graph in place of the page's. */
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

/** Who pays the node, or whom it pays: for its State, and as documents name it. */
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
