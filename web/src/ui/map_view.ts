// SPDX-License-Identifier: Apache-2.0
//
// Shows funding on a map: States at their capitals, offices at their seats, and an arc from each
// State to each office that it funds. The map shows land only, without borders, since the page
// takes no position on borders.
import { graticule, land } from "map:land";

import { compareBytes, keyOf } from "../core/graph";
import { places } from "../geo/places";
import { project } from "../geo/projection";
import { ledgerKeyOf } from "../core/ledger";
import { type Kind, kindColours } from "../core/vocabulary";
import type { Table } from "../server";
import { ledgerWords, namesText } from "./claims";
import { mix, themeOf } from "./colours";
import { type Context, type ViewPart, fundingOf } from "./context";
import { h, pressable, replaceChildren, s } from "./dom";
import { countOf, countsOf, figure } from "./funding_view";
import { mark, short } from "./network_picture";
import { partMark } from "./part";
import { answerOf, inItsPlace } from "./questions";
import { askQuestion, fundingQuestion } from "./server_table";
import { shapeOfKind } from "./shape_program";

interface End {
  id: string;
  name: string;
  kind: Kind;
}

/** A State that funds an office; `value`: undefined is unknown, which is not zero. */
interface Arc {
  state: End;
  office: End;
  value: number | undefined;
  /** The names of the projects, or their number. */
  projects: string;
}

interface Flows {
  arcs: Arc[];
  /** The quantities that widths can show; `count` is the one they show. */
  counts: { value: string; word: string }[];
  count: string;
}

/** The arcs, computed by the page or by the program; or a note why they are not there yet. */
function flowsOf(context: Context): Flows | Node {
  const { t, graph, scope } = context;
  if (context.beyond) {
    const asked = askQuestion(context, fundingQuestion(context, "state_office"));
    const table = answerOf(asked);
    return table ? flowsOfTable(context, table) : inItsPlace(context, asked);
  }
  const answer = fundingOf(scope, "state_office");
  const count = countOf(context, answer);
  const end = (n: number): End => ({ id: graph.node(n).id, name: graph.nameOf(n), kind: graph.node(n).kind });
  return { counts: countsOf(context, answer), count, arcs: answer.rows.map((row) => ({
    state: end(row.payer!), office: end(row.office!), value: figure(row, count),
    projects: row.projects.length > 0 ? namesText(context, row.projects.map((p) => graph.nameOf(p))) : t("funding.direct"),
  })) };
}

function flowsOfTable(context: Context, { columns, rows }: Table): Flows {
  const { t, state } = context;
  const counts = [{ value: "projects", word: t("funding.projects") }, ...columns.flatMap(({ name }) => {
    const key = ledgerKeyOf(name);
    return key ? [{ value: name, word: ledgerWords(context, key) }] : [];
  })];
  const count = counts.some(({ value }) => value === state.count) ? state.count : "projects";
  return { counts, count, arcs: rows.map((row) => {
    const { projects } = row;
    const many = Array.isArray(projects) ? projects.length : Number(projects ?? 0);
    const sum = row[count];
    return {
      state: { id: String(row["state_id"]), name: String(row["state"]), kind: "state" },
      office: { id: String(row["office_id"]), name: String(row["office"]), kind: "office" },
      value: count === "projects" ? Math.max(many, 1) : sum === null || sum === undefined ? undefined : Number(sum),
      projects: Array.isArray(projects) ? namesText(context, projects)
        : many > 0 ? t("count.projects", { n: many }) : t("funding.direct"),
    };
  }) };
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class MapView implements ViewPart {
  private shown: SVGSVGElement | undefined;
  private box: Box | undefined;
  private graph: unknown;
  private context: Context | undefined;
  private redraw: number | undefined;

  render(root: HTMLElement, context: Context): void {
    const { t, graph } = context;
    this.shown = undefined;
    const flows = flowsOf(context);
    if (flows instanceof Node) {
      replaceChildren(root, h("div", { class: "map page" }, h("h2", { class: "picture-title" }, t("map.title")), flows));
      return;
    }
    if (this.graph !== graph) this.box = undefined;
    this.graph = graph;
    const { arcs, counts, count } = flows;
    const unknown = arcs.filter(({ value }) => value === undefined).length;
    const ends = new Map(arcs.flatMap(({ state, office }) => [[state.id, state], [office.id, office]]));
    const placed = new Map([...ends.keys()].flatMap((id) => {
      const place = places[id];
      return place ? [[id, project(place)] as const] : [];
    }));
    const missing = [...ends.values()].filter(({ id }) => !placed.has(id)).map(({ name }) => name).sort(compareBytes);
    this.box ??= boxAround([...placed.values()]);
    this.context = context;
    this.shown = drawMap(context, arcs, ends, placed, this.box, this.box.width / Math.max(root.clientWidth - 30, 300));
    this.listen(this.shown);
    replaceChildren(root, h("div", { class: "map page" },
      h("h2", { class: "picture-title" }, t("map.title"), context.beyond ? null : partMark(context)),
      h("div", { class: "controls" },
        counts.length > 1 ? h("label", {}, t("funding.count"), " ", h("select", { key: "count", on: {
          change: (event: Event) => context.set({ count: (event.target as HTMLSelectElement).value }) } },
          counts.map(({ value, word }) => h("option",
            { value, selected: value === count }, word)))) : null,
        this.button("map-in", t("zoom.in"), "+", () => this.zoom(1 / 1.4)),
        this.button("map-out", t("zoom.out"), "−", () => this.zoom(1.4)),
        this.button("map-fit", t("zoom.fit"), "⤢", () => this.setBox(boxAround([...placed.values()])))),
      h("div", { class: "map-stage" }, this.shown),
      h("p", { class: "note" }, t("map.note"), " ",
        missing.length > 0 ? t("map.missing", { names: missing.join(", ") }) : "", " ",
        unknown > 0 ? t("map.unknown", { n: unknown }) : "")));
  }

  private button(key: string, label: string, sign: string, press: () => void): Node {
    return h("button", { type: "button", class: "round", key, "aria-label": label, title: label,
                         on: { click: press } }, sign);
  }

  private setBox(box: Box): void {
    this.box = box;
    this.shown?.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    // Marks and names are drawn again in their size on screen when the movement has stopped.
    window.clearTimeout(this.redraw);
    this.redraw = window.setTimeout(() => {
      if (this.shown?.isConnected) this.context?.refresh();
    }, 150);
  }

  private zoom(factor: number, at?: [number, number]): void {
    const { x, y, width, height } = this.box!;
    const scale = Math.min(Math.max(width * factor, 60), 2400) / width;
    const [cx, cy] = at ?? [x + width / 2, y + height / 2];
    this.setBox({ x: cx - (cx - x) * scale, y: cy - (cy - y) * scale, width: width * scale,
                  height: height * scale });
  }

  private listen(svg: SVGSVGElement): void {
    const at = (event: MouseEvent): [number, number] => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()!.inverse());
      return [point.x, point.y];
    };
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at(event));
    }, { passive: false });
    let grip: [number, number] | undefined;
    svg.addEventListener("pointerdown", (event) => { grip = at(event); });
    svg.addEventListener("pointermove", (event) => {
      if (!grip || event.buttons === 0) return;
      const [x, y] = at(event);
      this.setBox({ ...this.box!, x: this.box!.x + grip[0] - x, y: this.box!.y + grip[1] - y });
    });
    svg.addEventListener("pointerup", () => { grip = undefined; });
  }

  picture(): SVGSVGElement | undefined {
    return this.shown;
  }
}

function boxAround(points: readonly (readonly [number, number])[]): Box {
  if (points.length === 0) return { x: -500, y: -350, width: 1000, height: 600 };
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs) - 50, Math.max(...xs) + 150];
  const [top, bottom] = [Math.min(...ys) - 50, Math.max(...ys) + 50];
  const width = Math.max(right - left, (bottom - top) * 1.4, 250);
  const height = Math.max(bottom - top, width / 2.2);
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}

/** Puts nodes with the same position on a ring around it. */
function spread(placed: Map<string, readonly [number, number]>, unit: number): Map<string, [number, number]> {
  const groups = new Map<string, string[]>();
  for (const [n, [x, y]] of placed) {
    const key = `${Math.round(x / 2)} ${Math.round(y / 2)}`;
    groups.set(key, [...groups.get(key) ?? [], n]);
  }
  const result = new Map<string, [number, number]>();
  for (const group of groups.values())
    group.forEach((n, i) => {
      const [x, y] = placed.get(n)!;
      const angle = 2 * Math.PI * i / group.length;
      const radius = group.length === 1 ? 0 : unit * (7 + 1.5 * group.length);
      result.set(n, [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);
    });
  return result;
}

/** The path of an arc, which bends to the left of its direction. */
function arc([x0, y0]: [number, number], [x1, y1]: [number, number]): string {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const [mx, my] = [(x0 + x1) / 2 + dy * 0.18, (y0 + y1) / 2 - Math.abs(dx) * 0.18];
  return `M${x0.toFixed(1)},${y0.toFixed(1)}Q${mx.toFixed(1)},${my.toFixed(1)} ${x1.toFixed(1)},${y1.toFixed(1)}`;
}

/** `unit`: map units in a pixel, so that marks and letters keep their size on screen. */
function drawMap(context: Context, arcs: readonly Arc[], ends: ReadonlyMap<string, End>,
                 placed: Map<string, readonly [number, number]>, box: Box, unit: number): SVGSVGElement {
  const at = spread(placed, unit);
  const { t, state: { node: selected, cell } } = context;
  const theme = themeOf(context.dark);
  const most = Math.max(...arcs.map(({ value }) => value ?? 0), 1);
  const isOn = (a: End, b: End): boolean => cell !== undefined ? cell === keyOf(a.id, b.id)
    : selected === undefined || !ends.has(selected) || a.id === selected || b.id === selected;
  const open = (patch: { node?: string; cell?: string }): void =>
    context.set({ node: undefined, edge: undefined, cell: undefined, ...patch });
  const lines = arcs.flatMap(({ state, office, value, projects }) => {
    const [from, to] = [at.get(state.id), at.get(office.id)];
    if (!from || !to || value === undefined) return [];
    const label = t("map.arc", { state: state.name, office: office.name, projects });
    return [s("path", {
      d: arc(from, to), fill: "none", class: "hit arc", "stroke-linecap": "round",
      "stroke-width": (unit * (1.2 + 4 * Math.sqrt(Math.max(value, 0) / most))).toFixed(2),
      stroke: theme.accent, "stroke-opacity": isOn(state, office) ? 0.5 : 0.07,
      ...pressable(label, () => open({ cell: keyOf(state.id, office.id) })),
    }, s("title", {}, label))];
  });
  const marks = [...at].map(([id, [x, y]]) => {
    const { kind, name } = ends.get(id)!;
    return s("path", {
      d: mark(shapeOfKind[kind], { x, y, radius: unit * 6 }), fill: kindColours[kind],
      stroke: mix(kindColours[kind], "#000000", 0.5), "stroke-width": unit, class: "hit",
      ...pressable(name, () => open({ node: id })),
    }, s("title", {}, name));
  });
  return s("svg", { xmlns: "http://www.w3.org/2000/svg", class: "picture map-picture", role: "group",
                    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`, "aria-label": t("map.title"),
                    preserveAspectRatio: "xMidYMid meet" },
    s("path", { d: graticule, class: "graticule" }),
    s("path", { d: land, class: "land" }),
    s("g", {}, lines), s("g", {}, marks),
    s("g", { class: "labels", "font-size": (unit * 13).toFixed(2) }, labels(arcs, ends, at, unit)));
}

/** Names where there is room; the States and offices with the most arcs come first. */
function labels(arcs: readonly Arc[], ends: ReadonlyMap<string, End>, at: Map<string, [number, number]>,
                unit: number): SVGTextElement[] {
  const links = new Map<string, number>();
  for (const { state, office } of arcs)
    for (const { id } of [state, office]) links.set(id, (links.get(id) ?? 0) + 1);
  const taken: Box[] = [];
  return [...at].sort((a, b) => links.get(b[0])! - links.get(a[0])!).flatMap(([id, [x, y]]) => {
    const text = short(ends.get(id)!.name, 36);
    const size = { width: text.length * 6.6 * unit, height: 15 * unit };
    const spots: Box[] = [
      { x: x + 9 * unit, y: y - 7 * unit, ...size }, { x: x - 9 * unit - size.width, y: y - 7 * unit, ...size },
      { x: x - size.width / 2, y: y - 23 * unit, ...size }, { x: x - size.width / 2, y: y + 9 * unit, ...size },
    ];
    const spot = spots.find((box) => !taken.some((other) => box.x < other.x + other.width &&
      other.x < box.x + box.width && box.y < other.y + other.height && other.y < box.y + box.height));
    if (!spot) return [];
    taken.push(spot);
    return [s("text", { x: spot.x.toFixed(1), y: (spot.y + 11 * unit).toFixed(1), class: "halo",
                        "stroke-width": (3 * unit).toFixed(2), "aria-hidden": "true" }, text)];
  });
}
