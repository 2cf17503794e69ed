// SPDX-License-Identifier: Apache-2.0
//
// From State through project to office, as ribbons. The first hop is what documents state. What a
// project hands to each of several offices no document here says, so the second hop is drawn in equal
// parts; the page says so below.
import { sankey as layOut, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";

import { type Funding, type FundingLink, sumUp } from "../core/funding";
import { approximate } from "../core/money";
import { kindColours } from "../core/vocabulary";
import { compactMoney } from "./claims";
import { mix, themeOf } from "./colours";
import type { Context } from "./context";
import { pressable, s } from "./dom";
import { short } from "./network_picture";

interface Stop {
  id: string;
  node: number | undefined;
  column: number;
}
interface Ribbon {
  source: string;
  target: string;
  value: number;
  edge: number | undefined;
  label: string;
}
type Node_ = SankeyNode<Stop, Ribbon>;
type Link_ = SankeyLink<Stop, Ribbon>;

function ribbonsOf(context: Context, answer: Funding, count: string): { stops: Stop[]; ribbons: Ribbon[] } {
  const { scope, graph, t } = context;
  const stops = new Map<string, Stop>();
  const ribbons = new Map<string, Ribbon>();
  const stop = (node: number | undefined, column: number): string => {
    const id = `${column} ${node ?? "direct"}`;
    stops.set(id, { id, node, column });
    return id;
  };
  const pour = (source: string, target: string, value: number, edge: number | undefined, label: string): void => {
    const key = `${source}>${target}`;
    const ribbon = ribbons.get(key);
    if (ribbon) ribbon.value += value;
    else ribbons.set(key, { source, target, value, edge, label });
  };
  for (const links of byEdgeAndProject(answer.links)) {
    const head = links[0]!;
    const sum = count === "projects" ? undefined : sumUp(scope, [head]).money.find(count);
    const value = count === "projects" ? 1
      : sum ? approximate({ minor: sum.low, decimals: sum.decimals }) : 0;
    if (value <= 0) continue;
    const offices = links.map((link) => link.office).filter((n) => n !== undefined);
    const payer = stop(head.payer, 0);
    const project = stop(head.project, 1);
    const name = (n: number | undefined): string => n === undefined ? t("funding.direct") : graph.nameOf(n);
    const money = sum ? `: ${compactMoney(context, sum)}` : "";
    pour(payer, project, value, head.edge, `${name(head.payer)} → ${name(head.project)}${money}`);
    for (const office of offices)
      pour(project, stop(office, 2), value / offices.length, undefined,
           `${name(head.project)} → ${name(office)}`);
  }
  return { stops: [...stops.values()], ribbons: [...ribbons.values()] };
}

function byEdgeAndProject(links: readonly FundingLink[]): FundingLink[][] {
  const groups = new Map<string, FundingLink[]>();
  for (const link of links) {
    const key = `${link.edge} ${link.project ?? "-"}`;
    groups.set(key, [...groups.get(key) ?? [], link]);
  }
  return [...groups.values()];
}

/** `room`: how wide it may be; narrower than readable it is not drawn. */
export function sankey(context: Context, answer: Funding, count: string, room: number): SVGSVGElement {
  const { graph, t } = context;
  const { stops, ribbons } = ribbonsOf(context, answer, count);
  const theme = themeOf(context.dark);
  const columns = [0, 1, 2].map((column) => stops.filter((stop) => stop.column === column).length);
  const width = Math.min(Math.max(room, 700), 1400);
  const right = Math.min(270, width * 0.25);
  const height = Math.max(260, 34 * Math.max(...columns) + 40);
  const svg = s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width,
                         height, class: "picture sankey", role: "group",
                         "aria-label": t("funding.title_sankey") });
  if (ribbons.length === 0) {
    svg.append(s("text", { x: width / 2, y: height / 2, "text-anchor": "middle", class: "ink" },
                 t("funding.nothing")));
    return svg;
  }
  const layout = layOut<Stop, Ribbon>().nodeId((node) => node.id)
    .nodeAlign((node) => node.column).nodeWidth(10).nodePadding(14).iterations(24)
    .extent([[120, 34], [width - right, height - 10]]);
  const { nodes, links } = layout({ nodes: stops, links: ribbons });
  const colourOf = (node: Node_): string => node.node === undefined ? theme.muted
    : kindColours[graph.node(node.node).kind];
  const line = sankeyLinkHorizontal<Stop, Ribbon>();
  const selected = context.state.node === undefined ? undefined : graph.findNode(context.state.node);
  const touches = (link: Link_): boolean => selected === undefined ||
    (link.source as Node_).node === selected || (link.target as Node_).node === selected ||
    context.state.edge !== undefined;
  svg.append(
    s("g", { class: "heads" }, ([[0, "funding.column_states", 180, "end"], [1, "funding.column_projects", 0, "start"],
      [2, "funding.column_offices", 0, "start"]] as const).map(([column, key]) => {
      const x = nodes.find((node) => node.column === column)?.x0 ?? 0;
      return s("text", { x: column === 0 ? x - 8 : x + 16, y: 16, class: "quiet",
                         "text-anchor": column === 0 ? "end" : "start" }, t(key));
    })),
    s("g", {}, links.map((link) => {
      // Towards the offices in their colour: the projects' is loud in wide bands.
      const { source, target } = link as { source: Node_; target: Node_ };
      const colour = colourOf(source.column === 0 ? source : target);
      const open = link.edge === undefined ? {} : pressable(link.label,
        () => context.select({ edge: link.edge! }));
      return s("path", { d: line(link) ?? "", fill: "none", class: link.edge === undefined ? "ribbon" : "ribbon hit",
                         stroke: mix(colour, theme.paper, touches(link) ? 0.55 : 0.14),
                         "stroke-width": Math.max(link.width ?? 1, 1.5).toFixed(1), ...open },
        s("title", {}, link.label));
    })),
    s("g", {}, nodes.map((node) => stopMark(context, node, colourOf(node),
      [18, (width - right - 120) / 2 / 7.5, right / 6.8][node.column]!))));
  return svg;
}

/** `most`: letters of a name that fit. */
function stopMark(context: Context, node: Node_, colour: string, most: number): SVGGElement {
  const { graph, t } = context;
  const name = node.node === undefined ? t("funding.direct") : graph.nameOf(node.node);
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [node.x0, node.x1, node.y0, node.y1];
  const open = node.node === undefined ? {} : pressable(name, () => context.select({ node: node.node! }));
  return s("g", { class: "hit", ...open },
    s("title", {}, name),
    s("rect", { x: x0, y: y0, width: x1 - x0, height: Math.max(y1 - y0, 2), fill: colour,
                stroke: mix(colour, "#000000", 0.6), "stroke-width": 0.6 }),
    s("text", { x: node.column === 0 ? x0 - 8 : x1 + 6, y: (y0 + y1) / 2 + 4, class: "halo",
                "text-anchor": node.column === 0 ? "end" : "start" },
      short(name, Math.floor(most))));
}
