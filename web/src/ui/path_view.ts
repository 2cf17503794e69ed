// SPDX-License-Identifier: Apache-2.0
//
// Shows paths: the user picks two nodes and sees the shortest paths between them, each step with
// its claims.
import { type NodePath, edgesBetween, shortestPaths } from "../core/paths";
import { kindColours } from "../core/vocabulary";
import { claimsOfEdge } from "./claims";
import { mix } from "./colours";
import { type Context, type ViewPart, kindWord, relationWord } from "./context";
import { h, replaceChildren, s } from "./dom";
import { nodeButton } from "./drawer";
import { mark } from "./network_picture";
import { partMark } from "./part";
import { pickNode } from "./search_box";
import { asksProgram, askServer, pathQuestion } from "./server_table";
import { shapeOfKind } from "./shape_program";

const mostWays = 7;

export class PathView implements ViewPart {
  render(root: HTMLElement, context: Context): void {
    const { t, state, graph } = context;
    const name = (id: string | undefined): string => {
      const n = id === undefined ? undefined : graph.findNode(id);
      return n === undefined ? id ?? "" : graph.nameOf(n);
    };
    replaceChildren(root, h("div", { class: "paths page" },
      h("h2", { class: "picture-title" }, t("path.title")),
      h("div", { class: "controls path-ends" },
        pickNode(context, "path-from", t("path.from"), name(state.from), (id) => context.set({ from: id })),
        h("button", { type: "button", class: "round", key: "swap", "aria-label": t("path.swap"),
                      title: t("path.swap"),
                      on: { click: () => context.set({ from: state.to, to: state.from }) } }, "⇄"),
        pickNode(context, "path-to", t("path.to"), name(state.to), (id) => context.set({ to: id }))),
      h("div", { class: "ways", role: "status" }, this.ways(context))));
  }

  private ways(context: Context): Node | Node[] {
    const { t, state, graph } = context;
    const { from, to } = state;
    if (from === undefined || to === undefined) return h("p", { class: "note" }, t("path.pick"));
    if (from === to) return h("p", { class: "note" }, t("path.same"));
    if (asksProgram(context)) return askServer(context, pathQuestion(context, from, to));
    const [a, b] = [graph.findNode(from), graph.findNode(to)];
    if (a === undefined || b === undefined) return h("p", { class: "flag" }, t("path.unknown"));
    const found = waysOf(context);
    if (found.length === 0)
      return h("p", { class: "note" }, partMark(context), " ", t("path.none", { from: graph.nameOf(a), to: graph.nameOf(b) }));
    return [
      h("p", { class: "lede" }, partMark(context), " ", t("path.found", { n: found.length, steps: t("count.steps",
        { n: found[0]!.length - 1 }) })),
      h("ol", { class: "way-list" }, found.map((path) => h("li", {}, way(context, path)))),
    ];
  }
}

/** The paths between the two nodes that the state names; none while one is missing. */
export function waysOf({ state, graph, scope }: Context): NodePath[] {
  const [a, b] = [state.from, state.to].map((id) => id === undefined ? undefined : graph.findNode(id));
  return a === undefined || b === undefined || a === b ? [] : shortestPaths(scope, a, b, mostWays);
}

function way(context: Context, path: NodePath): Node {
  const { t } = context;
  return h("section", { class: "way", "aria-label": t("count.steps", { n: path.length - 1 }) },
    h("ol", { class: "hops" }, path.map((n, i) => h("li", {}, stop(context, n),
      i + 1 < path.length ? hop(context, n, path[i + 1]!) : null))));
}

function stop(context: Context, n: number): Node {
  const { graph, dark, t } = context;
  const { kind } = graph.node(n);
  return h("div", { class: "stop" },
    s("svg", { width: 18, height: 18, "aria-hidden": "true" },
      s("path", { d: mark(shapeOfKind[kind], { x: 9, y: 9, radius: 6 }), fill: kindColours[kind],
                  stroke: mix(kindColours[kind], dark ? "#14171b" : "#000000", 0.6) })),
    nodeButton(context, n), " ", h("span", { class: "quiet" }, kindWord(t, kind)));
}

/** The relations that make the step, each with its claims. */
function hop(context: Context, a: number, b: number): Node {
  const { graph, scope, t } = context;
  return h("div", { class: "hop" }, edgesBetween(scope, a, b).map((e) => {
    const { from, relation } = graph.edge(e);
    const word = relationWord(t, relation);
    const documents = scope.documentsOf(e).length;
    return h("details", { class: "evidence" },
      h("summary", { key: `hop ${graph.edgeKey(e)}` }, from === a ? `${word} ↓` : `↑ ${word}`, " ",
        h("span", { class: "count" }, t("count.documents", { n: documents }))),
      claimsOfEdge(context, e));
  }));
}
