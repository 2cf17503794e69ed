// SPDX-License-Identifier: Apache-2.0
//
// Draws a Sankey diagram from State through project to office. The first step shows what documents
// state. No document says how much a project gives to each of several offices, so the second step
// is drawn in equal parts; a note below the diagram says this.
import { sankey as layOut, sankeyLinkHorizontal, type SankeyNode } from "d3-sankey";

import { implementingSteps, isInferred } from "../core/evidence";
import { type Funding, type FundingLink, sumUp } from "../core/funding";
import { columnName } from "../core/ledger";
import { approximate } from "../core/money";
import { kindColours } from "../core/vocabulary";
import { compactMoney } from "./claims";
import { mix, themeOf } from "./colours";
import type { Context } from "./context";
import { pressable, s } from "./dom";
import { cellOf } from "./drawer";
import { short } from "./network_picture";

const mostSettled = 1000; // with more ribbons the layout is not refined: time grows with their square

interface Stop {
  id: string;
  node: number | undefined;
  column: number;
}
interface Ribbon {
  source: string;
  target: string;
  value: number;
  links: FundingLink[];
  /** The kind of the ribbon's end: a project or an office. */
  into: "project" | "office";
  label: string;
}
type Node_ = SankeyNode<Stop, Ribbon>;

/** What a payer gives to one project, or outside any project; `shares` are the parts of the offices. */
interface Stream {
  links: FundingLink[];
  value: number;
  money: string;
  shares: Map<number, number>;
}

/** The streams. A payment inside a project is part of the funder's payment for the project and counts once. */
function streamsOf(context: Context, answer: Funding, count: string): Stream[] {
  const groups = new Map<string, FundingLink[]>();
  for (const link of answer.links) {
    const key = `${link.payer} ${link.project ?? "-"}`;
    groups.set(key, [...groups.get(key) ?? [], link]);
  }
  return [...groups.values()].map((links) =>
    count === "projects" ? projectStream(links) : moneyStream(context, links, count));
}

function officesOf(links: readonly FundingLink[]): number[] {
  return [...new Set(links.map(({ office }) => office).filter((n) => n !== undefined))];
}

function projectStream(links: FundingLink[]): Stream {
  const offices = officesOf(links);
  const value = links[0]!.project === undefined ? offices.length : 1;
  return { links, value, money: "", shares: new Map(offices.map((n) => [n, value / offices.length])) };
}

function moneyStream(context: Context, links: FundingLink[], count: string): Stream {
  const sum = sumUp(context.scope, links);
  const total = sum.money.find(count);
  const shares = new Map<number, number>();
  for (const { edge, key, amount } of sum.transfers) {
    if (columnName(key) !== count) continue;
    const offices = officesOf(links.filter((link) => link.edge === edge));
    const part = approximate({ minor: amount.low, decimals: amount.decimals }) / offices.length;
    for (const office of offices) shares.set(office, (shares.get(office) ?? 0) + part);
  }
  return {
    links, shares, value: total ? approximate({ minor: total.low, decimals: total.decimals }) : 0,
    money: total ? `: ${compactMoney(context, total)}` : "",
  };
}

/** The number of streams without a width: the amount is unknown, or not more was paid than paid back. */
export function notDrawn(context: Context, answer: Funding, count: string): number {
  return streamsOf(context, answer, count).filter(({ value }) => value <= 0).length;
}

function ribbonsOf(context: Context, answer: Funding, count: string): { stops: Stop[]; ribbons: Ribbon[] } {
  const { graph, t } = context;
  const stops = new Map<string, Stop>();
  const ribbons = new Map<string, Ribbon>();
  const stop = (node: number | undefined, column: number): string => {
    const id = `${column} ${node ?? "direct"}`;
    stops.set(id, { id, node, column });
    return id;
  };
  const pour = (ribbon: Ribbon): void => {
    if (ribbon.value <= 0) return;
    const key = `${ribbon.source}>${ribbon.target}`;
    const known = ribbons.get(key);
    if (!known) return void ribbons.set(key, ribbon);
    known.value += ribbon.value;
    known.links.push(...ribbon.links);
  };
  const name = (n: number | undefined): string => n === undefined ? t("funding.direct") : graph.nameOf(n);
  for (const { links, value, money, shares } of streamsOf(context, answer, count)) {
    if (value <= 0) continue;
    const { payer, project } = links[0]!;
    const middle = stop(project, 1);
    pour({ source: stop(payer, 0), target: middle, value, links: [...links], into: "project",
           label: `${name(payer)} → ${name(project)}${money}` });
    for (const [office, share] of shares)
      pour({ source: middle, target: stop(office, 2), value: share, into: "office",
             links: links.filter((link) => link.office === office), label: `${name(project)} → ${name(office)}` });
  }
  return { stops: [...stops.values()], ribbons: [...ribbons.values()] };
}

/** Whether a link belongs to the selection; if nothing is selected, every link does. */
function chosenLinks(context: Context): (link: FundingLink) => boolean {
  const { graph, state } = context;
  const cell = cellOf(context);
  if (cell) return (link) => link.payer === cell[0] && link.office === cell[1];
  const n = state.node === undefined ? undefined : graph.findNode(state.node);
  if (n === undefined) return () => true;
  return ({ payer, funder, project, office }) => [payer, funder, project, office].includes(n);
}

/** Whether all edges of the ribbon are only inferred. */
function inferredRibbon({ scope }: Context, { links, into }: Ribbon): boolean {
  const edges = links.flatMap((link) => into === "project" ? [link.edge] : implementingSteps(scope, link));
  return edges.length > 0 && edges.every((e) => isInferred(scope, e));
}

/** `room`: the available width; the picture never gets narrower than readable. */
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
    .nodeAlign((node) => node.column).nodeWidth(10).nodePadding(14)
    .iterations(ribbons.length > mostSettled ? 2 : 24)
    .extent([[120, 34], [width - right, height - 10]]);
  const { nodes, links } = layout({ nodes: stops, links: ribbons });
  const colourOf = (node: Node_): string => node.node === undefined ? theme.muted
    : kindColours[graph.node(node.node).kind];
  const line = sankeyLinkHorizontal<Stop, Ribbon>();
  const chosen = chosenLinks(context);
  svg.append(
    s("g", { class: "heads" }, ([[0, "funding.column_states", 180, "end"], [1, "funding.column_projects", 0, "start"],
      [2, "funding.column_offices", 0, "start"]] as const).map(([column, key]) => {
      const x = nodes.find((node) => node.column === column)?.x0 ?? 0;
      return s("text", { x: column === 0 ? x - 8 : x + 16, y: 16, class: "quiet",
                         "text-anchor": column === 0 ? "end" : "start" }, t(key));
    })),
    s("g", {}, links.map((link) => {
      // Bands to offices have the offices' colour, since the projects' colour is too strong in wide
      // bands.
      const { source, target } = link as { source: Node_; target: Node_ };
      const colour = colourOf(source.column === 0 ? source : target);
      const edges = new Set(link.links.map(({ edge }) => edge));
      const open = link.into === "office" ? {} : pressable(link.label, () => context.select(
        edges.size === 1 ? { edge: link.links[0]!.edge } : { node: target.node ?? source.node! }));
      const strength = !link.links.some(chosen) ? 0.14 : inferredRibbon(context, link) ? 0.32 : 0.55;
      return s("path", { d: line(link) ?? "", fill: "none", class: link.into === "office" ? "ribbon" : "ribbon hit",
                         stroke: mix(colour, theme.paper, strength),
                         "stroke-width": Math.max(link.width ?? 1, 1.5).toFixed(1), ...open },
        s("title", {}, link.label));
    })),
    s("g", {}, nodes.map((node) => stopMark(context, node, colourOf(node),
      [18, (width - right - 120) / 2 / 7.5, right / 6.8][node.column]!))));
  return svg;
}

/** `most`: the most letters of a name that fit. */
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
