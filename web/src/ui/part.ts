// SPDX-License-Identifier: Apache-2.0
//
// A page that holds a part of the graph says so: beside each figure, and in each file it saves. And
// what is drawn of a graph that the page holds whole.
import type { LeftOut } from "../core/view_document";
import type { Context } from "./context";
import { h } from "./dom";

/** "Part of the graph", to stand beside a figure; nothing when the page holds the whole. */
export function partMark(context: Context): Node | null {
  const { t, leftOut } = context;
  return leftOut === undefined ? null
    : h("span", { class: "part-mark", title: leftOutText(context, leftOut) }, ` ${t("part.mark")}`);
}

function leftOutText({ t }: Context, { nodes, edges, claims }: LeftOut): string {
  return t("part.left_out", { nodes, edges, claims });
}

/** For a file of everything that the page holds and the filters keep; undefined: it is whole. */
export function partSentence(context: Context): string | undefined {
  const { t, leftOut } = context;
  return leftOut && `${t("part.mark")}: ${leftOutText(context, leftOut)}`;
}

/** For a file or picture of what is drawn; undefined: all is. */
export function drawnSentence(context: Context): string | undefined {
  const { t, graph, scope, shown, state } = context;
  if (shown === scope) return partSentence(context);
  const around = state.around === undefined ? undefined : graph.findNode(state.around);
  const figures = { n: shown.nodeList().length, of: scope.nodeList().length };
  const drawn = around === undefined ? t("part.drawn", figures)
    : t("part.around", { ...figures, name: graph.nameOf(around) });
  return [`${t("part.mark")}: ${drawn}`, leftOut(context)].filter(Boolean).join(" ");
}

function leftOut(context: Context): string {
  return context.leftOut ? leftOutText(context, context.leftOut) : "";
}
