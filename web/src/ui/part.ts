// SPDX-License-Identifier: Apache-2.0
//
// Writes the sentences that say that the page holds only a part of the graph (next to each figure,
// and in each saved file), or that the picture shows only a part of it.
import type { LeftOut } from "../core/view_document";
import type { Context } from "./context";
import { h } from "./dom";

/** "Part of the graph", for a place beside a figure; null when the page holds the whole graph. */
export function partMark(context: Context): Node | null {
  const { t, leftOut } = context;
  return leftOut === undefined ? null
    : h("span", { class: "part-mark", title: leftOutText(context, leftOut) }, ` ${t("part.mark")}`);
}

function leftOutText({ t }: Context, { nodes, edges, claims }: LeftOut): string {
  return t("part.left_out", { nodes, edges, claims });
}

/** The sentence for a file of all that the filters keep in the page; undefined: the page holds everything. */
export function partSentence(context: Context): string | undefined {
  const { t, leftOut } = context;
  return leftOut && `${t("part.mark")}: ${leftOutText(context, leftOut)}`;
}

/** The sentence for a file or picture of what is drawn; undefined: everything is drawn. */
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
