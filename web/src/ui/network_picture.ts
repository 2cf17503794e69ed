// SPDX-License-Identifier: Apache-2.0
//
// Draws the network as SVG. The picture can be saved, and is shown where the browser has no WebGL.
import { kindColours } from "../core/vocabulary";
import { mix, relationColour, themeOf } from "./colours";
import type { Context } from "./context";
import { pressable, s } from "./dom";
import { type Shape, shapeOfKind } from "./shape_program";

export interface Placed {
  x: number;
  y: number;
  radius: number;
}

const corners: Record<Exclude<Shape, "circle">, [number, number][]> = {
  square: [[-0.88, -0.88], [0.88, -0.88], [0.88, 0.88], [-0.88, 0.88]],
  diamond: [[0, -1.28], [1.28, 0], [0, 1.28], [-1.28, 0]],
  triangle: [[0, -1.32], [1.14, 0.66], [-1.14, 0.66]],
  hexagon: [[-1.07, 0], [-0.54, -0.93], [0.54, -0.93], [1.07, 0], [0.54, 0.93], [-0.54, 0.93]],
};

/** The SVG path of a kind's shape around a point: the same shapes as in the network. */
export function mark(shape: Shape, { x, y, radius }: Placed): string {
  const at = (value: number): string => value.toFixed(2);
  if (shape === "circle")
    return `M${at(x - radius)},${at(y)}a${at(radius)},${at(radius)} 0 1 0 ${at(2 * radius)},0` +
      `a${at(radius)},${at(radius)} 0 1 0 ${at(-2 * radius)},0Z`;
  return `M${corners[shape].map(([dx, dy]) => `${at(x + dx * radius)},${at(y + dy * radius)}`)
    .join("L")}Z`;
}

export function short(text: string, most = 34): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** `place`: the position of each node of the scope; undefined: outside the picture. */
export function networkPicture(context: Context, width: number, height: number,
                               place: (n: number) => Placed | undefined,
                               labels: number): SVGSVGElement {
  const { graph, shown: scope, dark, t } = context;
  const theme = themeOf(dark);
  const placed = new Map(scope.nodeList().flatMap((n) => {
    const at = place(n);
    return at ? [[n, at] as const] : [];
  }));
  const edges = scope.edgeList().flatMap((e) => {
    const { from, relation, to } = graph.edge(e);
    const [a, b] = [placed.get(from), placed.get(to)];
    if (!a || !b) return [];
    const stated = scope.claimsOf(e).some((c) => graph.claim(c).basis !== "inferred");
    return [s("line", {
      x1: a.x, y1: a.y, x2: b.x, y2: b.y, "stroke-width": 1.2,
      stroke: mix(relationColour(relation, dark), theme.paper, 0.6),
      "stroke-dasharray": stated ? undefined : "4 3",
    })];
  });
  const largest = [...placed].sort((a, b) => b[1].radius - a[1].radius).slice(0, labels);
  return s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width,
                    height, class: "picture", role: "group", "aria-label": t("network.title") },
    s("g", {}, edges),
    s("g", {}, [...placed].map(([n, at]) => s("path", {
      d: mark(shapeOfKind[graph.node(n).kind], at), fill: kindColours[graph.node(n).kind],
      stroke: mix(kindColours[graph.node(n).kind], "#000000", 0.55), class: "hit",
      ...pressable(graph.nameOf(n), () => context.select({ node: n })),
    }, s("title", {}, graph.nameOf(n))))),
    s("g", { class: "labels" }, largest.map(([n, at]) => s("text", {
      x: at.x + at.radius + 4, y: at.y + 4, class: "halo",
    }, short(graph.nameOf(n))))));
}
