// SPDX-License-Identifier: Apache-2.0
//
// Shows the network: sigma draws it with WebGL, and ForceAtlas2 lays it out (in a worker when the
// graph is large). Filters only hide nodes and edges, so that nothing moves when the time filter
// changes. The same nodes can be reached with the keyboard, and the table has the same rows.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeArrowProgram, EdgeLineProgram } from "sigma/rendering";
import workerSource from "worker:./layout_worker.ts";

import { implementingSteps, isInferred } from "../core/evidence";
import type { Graph } from "../core/graph";
import type { NodeLook } from "../core/graph_files";
import { measure, measuresOf } from "../core/measures";
import { kindColours, kinds, relations } from "../core/vocabulary";
import { type Theme, mix, relationColour, themeOf } from "./colours";
import type { Context, ViewPart } from "./context";
import { fundingOf, kindWord, relationWord } from "./context";
import { DashedArrowProgram, DashedLineProgram } from "./dashed_edges";
import { h, replaceChildren, s } from "./dom";
import { type LayoutInput, layOut } from "./layout";
import { type Named, NameLayer } from "./name_layer";
import { mark, networkPicture, short } from "./network_picture";
import { drawnSentence, partMark } from "./part";
import { askInfo } from "./server_table";
import { type ShapeData, ShapeProgram, shapeOfKind } from "./shape_program";

const mostConsidered = 2500; // the most nodes in view that may get a name
const slowestFrame = 70; // milliseconds; with more between two frames a movement is not smooth
const mostPlacedAtOnce = 300; // up to so many nodes are laid out before the first picture

type Drawn = MultiDirectedGraph<{ x: number; y: number; size: number; label: string }>;

/** How nodes and edges are drawn now, by number; made again when the scope changes. */
interface Look {
  sizes: Float64Array;
  near: ReadonlySet<number> | undefined;
  /** Edges to nearby nodes, besides the edges of the focus itself. */
  ways: ReadonlySet<number>;
  focus: number | undefined;
  edge: number | undefined;
}

class Network {
  private readonly drawn: Drawn = new MultiDirectedGraph();
  private sigma: Sigma | undefined;
  private worker: Worker | undefined;
  private look: Look = { sizes: new Float64Array(0), near: undefined, ways: new Set(), focus: undefined,
                         edge: undefined };
  /** The nodes with a position, also those that filters hide; the layout uses positions in this list. */
  private readonly placed: number[];
  private layoutEnds: () => void = () => {};
  /** Resolves when every node has its final position. */
  readonly laidOut = new Promise<void>((done) => { this.layoutEnds = done; });
  private theme: Theme;
  private hovered: number | undefined;
  private readonly names = new NameLayer();
  private readonly resized = new ResizeObserver(() => {
    this.sigma?.resize();
    this.sigma?.refresh({ skipIndexation: true });
  });
  /** Nodes in scope, the largest first. */
  private order: number[] = [];
  private focused: number | undefined;
  private shownNode: string | undefined;
  readonly stage = h("div", { class: "network-stage" });

  constructor(public context: Context) {
    this.theme = themeOf(context.dark);
    this.placed = placedNodes(context);
    this.build(context.graph);
  }

  private build(graph: Graph): void {
    const place = new Map(this.placed.map((n, i) => [n, i]));
    for (const n of this.placed) this.drawn.addNode(n, { x: 0, y: 0, size: 4, label: graph.nameOf(n) });
    const ends: number[] = [];
    graph.edges.forEach(({ from, to }, e) => {
      const [a, b] = [place.get(from), place.get(to)];
      if (from === to || a === undefined || b === undefined) return;
      this.drawn.addDirectedEdgeWithKey(e, from, to);
      ends.push(a, b);
    });
    const input: LayoutInput = { nodes: this.placed.length, edges: Int32Array.from(ends) };
    if (this.placed.length > mostPlacedAtOnce) return this.layOutBesides(input);
    this.place(layOut(input));
    this.layoutEnds();
  }

  private layOutBesides(input: LayoutInput): void {
    this.place(Float32Array.from({ length: 2 * input.nodes }, (_, i) =>
      Math.sqrt(i >> 1) * (i % 2 === 0 ? Math.cos(2.4 * (i >> 1)) : Math.sin(2.4 * (i >> 1)))));
    const address = URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    this.worker = new Worker(address);
    URL.revokeObjectURL(address);
    this.stage.dataset["layout"] = "running";
    this.worker.onmessage = ({ data }: MessageEvent<{ positions: Float32Array; done: boolean }>) => {
      this.place(data.positions);
      if (!data.done) return;
      this.stopLayout();
    };
    this.worker.postMessage(input);
  }

  private stopLayout(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.stage.dataset["layout"] = "done";
    this.layoutEnds();
  }

  private place(positions: Float32Array): void {
    const place = new Map(this.placed.map((n, i) => [n, i]));
    this.drawn.updateEachNodeAttributes((key, attributes) => ({
      ...attributes, x: positions[2 * place.get(Number(key))!]!, y: positions[2 * place.get(Number(key))! + 1]!,
    }), { attributes: ["x", "y"] });
  }

  /** The node's position in the layout, y upwards; undefined: it is not drawn. */
  positionOf(n: number): { x: number; y: number } | undefined {
    if (!this.drawn.hasNode(n)) return undefined;
    return { x: this.drawn.getNodeAttribute(n, "x"), y: this.drawn.getNodeAttribute(n, "y") };
  }

  /** Call it after the stage is in the page, since sigma measures the stage. */
  start(): void {
    if (this.sigma) {
      this.sigma.resize();
      return;
    }
    try {
      this.sigma = this.makeSigma();
    } catch {
      this.stage.classList.add("without-webgl");
      return;
    }
    this.listen(this.sigma);
    this.resized.observe(this.stage);
  }

  private makeSigma(): Sigma {
    const small = this.drawn.order <= 1000;
    return new Sigma(this.drawn, this.stage, {
      allowInvalidContainer: true,
      nodeProgramClasses: { shape: ShapeProgram },
      defaultNodeType: "shape",
      defaultEdgeType: small ? "arrow" : "thin",
      edgeProgramClasses: { arrow: EdgeArrowProgram, thin: EdgeLineProgram,
                            dashed: small ? DashedArrowProgram : DashedLineProgram },
      renderLabels: false, // NameLayer draws them
      enableEdgeEvents: small,
      zIndex: small, stagePadding: 40, minCameraRatio: 0.02, maxCameraRatio: 4,
      nodeReducer: (key) => this.nodeLook(Number(key)),
      edgeReducer: (key) => this.edgeLook(Number(key)),
      defaultDrawNodeHover: () => {},
    });
  }

  private listen(sigma: Sigma): void {
    let dragged: string | undefined;
    let moved = false;
    this.stage.append(this.names.canvas);
    sigma.on("afterRender", () => this.drawNames(sigma));
    this.watchPace(sigma);
    sigma.on("enterNode", ({ node }) => this.hover(Number(node)));
    sigma.on("leaveNode", () => this.hover(undefined));
    sigma.on("clickNode", ({ node }) => {
      if (!moved) this.context.select({ node: Number(node) });
    });
    sigma.on("clickEdge", ({ edge }) => this.context.select({ edge: Number(edge) }));
    sigma.on("enterEdge", () => this.stage.classList.add("over-edge"));
    sigma.on("leaveEdge", () => this.stage.classList.remove("over-edge"));
    sigma.on("clickStage", () => {
      if (!moved) this.context.select({});
    });
    sigma.on("downNode", ({ node }) => {
      dragged = node;
      moved = false;
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    const drop = (): void => {
      dragged = undefined;
      setTimeout(() => { moved = false; }, 0);
    };
    const drag = (at: { x: number; y: number }): void => {
      moved = true;
      this.stopLayout();
      this.drawn.mergeNodeAttributes(dragged, sigma.viewportToGraph(at));
    };
    sigma.getMouseCaptor().on("mousemovebody", (event) => {
      // On a touch screen a tap elsewhere arrives as a mouse movement without a pressed button.
      if (dragged !== undefined && "buttons" in event.original && (event.original.buttons & 1) === 0) drop();
      if (dragged === undefined) return;
      drag(event);
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    sigma.getMouseCaptor().on("mouseup", drop);
    sigma.getTouchCaptor().on("touchmove", (event) => {
      const [finger, another] = event.touches;
      if (another !== undefined) drop();
      if (dragged === undefined || finger === undefined) return;
      drag(finger);
      event.preventSigmaDefault();
    });
    sigma.getTouchCaptor().on("touchup", drop);
    sigma.getMouseCaptor().on("mousedown", () => { moved = false; });
  }

  /** When movements are slow (no graphics card, very many edges), hides edges until the movement ends. */
  private watchPace(sigma: Sigma): void {
    let last = 0;
    let slow = 0;
    const watch = (): void => {
      const now = performance.now();
      const gap = now - last;
      if (gap < 4) return; // the same frame
      last = now;
      if (gap <= slowestFrame) slow = 0;
      else if (gap < 2000) ++slow;
      if (slow < 3) return;
      sigma.getCamera().off("updated", watch); // first, since a new setting also updates the camera
      sigma.setSetting("hideEdgesOnMove", true);
      sigma.setSetting("dragTimeout", 500); // so that a slow frame does not end the movement
    };
    sigma.getCamera().on("updated", watch);
  }

  private hover(n: number | undefined): void {
    this.hovered = n;
    this.stage.classList.toggle("over-node", n !== undefined);
    this.update();
  }

  /** Draws after a change of the state, the theme or the node under the pointer. */
  render(context: Context): void {
    this.context = context;
    this.theme = themeOf(context.dark);
    const sizes = sizesOf(context, this.stage.clientWidth);
    this.look = { ...this.look, sizes };
    this.order = context.shown.nodeList().sort((a, b) => sizes[b]! - sizes[a]! || a - b);
    this.update();
    if (!this.sigma) return this.drawWithoutWebGl();
    const { node } = context.state;
    if (node !== undefined && node !== this.shownNode) this.bringIntoView(node);
    this.shownNode = node;
  }

  private update(): void {
    const { graph, shown, state } = this.context;
    const selected = state.node === undefined ? undefined : graph.findNode(state.node);
    const edge = state.edge === undefined ? undefined : graph.findEdge(state.edge);
    const focus = this.hovered ?? this.focused ?? selected;
    let near: Set<number> | undefined;
    let ways = new Set<number>();
    if (focus !== undefined) {
      ways = fundingWays(this.context, focus);
      near = new Set([focus]);
      for (const e of [...shown.outEdges(focus), ...shown.inEdges(focus), ...ways])
        near.add(graph.edge(e).from).add(graph.edge(e).to);
    } else if (edge !== undefined) {
      near = new Set([graph.edge(edge).from, graph.edge(edge).to]);
    }
    this.look = { ...this.look, near, ways, focus, edge };
    this.sigma?.refresh({ skipIndexation: true });
  }

  private nodeLook(n: number): Partial<ShapeData> {
    const { graph, shown } = this.context;
    const at = { x: this.drawn.getNodeAttribute(n, "x"), y: this.drawn.getNodeAttribute(n, "y") };
    if (shown.nodes[n] !== 1) return { ...at, hidden: true };
    const { near, focus, sizes } = this.look;
    const colour = kindColours[graph.node(n).kind];
    const away = near !== undefined && !near.has(n);
    const dark = this.theme.dark;
    return {
      ...at,
      size: sizes[n]!,
      shape: shapeOfKind[graph.node(n).kind],
      color: away ? mix(colour, this.theme.paper, 0.18) : colour,
      outline: away ? mix(colour, this.theme.paper, 0.3)
        : n === focus ? this.theme.ink : mix(colour, dark ? this.theme.paper : "#000000", 0.6),
      zIndex: away ? 0 : n === focus ? 2 : 1,
    } as Partial<ShapeData>;
  }

  private edgeLook(e: number): { hidden?: boolean; color?: string; size?: number; zIndex?: number; type?: string } {
    const { graph, shown } = this.context;
    if (shown.edges[e] !== 1) return { hidden: true };
    const { from, relation, to } = graph.edge(e);
    const { near, ways, focus, edge } = this.look;
    const on = e === edge || ways.has(e) || (focus !== undefined && (from === focus || to === focus));
    const colour = relationColour(relation, this.theme.dark);
    const share = near === undefined ? 0.62 : on ? 0.95 : 0.09;
    return { color: mix(colour, this.theme.paper, share), size: on ? 2.4 : relation === "funds" ? 2 : 1.3,
             zIndex: on ? 1 : 0, ...isInferred(shown, e) ? { type: "dashed" } : {} };
  }

  /** Draws the names of the nodes in view, the largest first, on the layer of names. */
  private drawNames(sigma: Sigma): void {
    const { graph } = this.context;
    const { near, focus } = this.look;
    const { width, height } = sigma.getDimensions();
    const named: Named[] = [];
    for (const n of this.order) {
      const data = sigma.getNodeDisplayData(String(n));
      if (!data || data.hidden) continue;
      const away = near !== undefined && !near.has(n);
      const { x, y } = sigma.framedGraphToViewport(data);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const name = graph.nameOf(n);
      named.push({ x, y, radius: sigma.scaleSize(data.size), name: away ? "" : short(name, 38),
                   must: near !== undefined && near.size <= 14, over: n === (this.hovered ?? focus) });
      if (named[named.length - 1]!.over) named[named.length - 1]!.name = name;
      if (named.length > mostConsidered) break;
    }
    this.names.draw(named, width, height, this.theme);
  }

  private bringIntoView(id: string): void {
    const n = this.context.graph.findNode(id);
    const at = n === undefined ? undefined : this.sigma?.getNodeDisplayData(String(n));
    if (!at || !this.sigma) return;
    const { width, height } = this.sigma.getDimensions();
    const { x, y } = this.sigma.framedGraphToViewport(at);
    if (x > 60 && y > 40 && x < width - 160 && y < height - 40) return;
    void this.sigma.getCamera().animate({ x: at.x, y: at.y }, { duration: motion(350) });
  }

  /** Moves the camera so that the nodes that the filters keep fill the stage. */
  fit(): void {
    if (!this.sigma) return;
    const shown = this.context.shown.nodeList()
      .map((n) => this.sigma!.getNodeDisplayData(String(n))).filter((data) => data !== undefined);
    if (shown.length === 0) return;
    const [left, right] = extent(shown.map((data) => data.x));
    const [bottom, top] = extent(shown.map((data) => data.y));
    const ratio = Math.min(1, Math.max(right - left, top - bottom, 0.1) * 1.1);
    void this.sigma.getCamera().animate(
      { x: (left + right) / 2, y: (bottom + top) / 2, ratio, angle: 0 }, { duration: motion(300) });
  }

  zoom(factor: number): void {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) },
                        { duration: motion(150) });
  }

  pan(dx: number, dy: number): void {
    if (!this.sigma) return;
    const camera = this.sigma.getCamera();
    camera.setState({ x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio });
  }

  /** Moves the focus to the next node in the direction of an arrow key, by positions. */
  step(dx: number, dy: number): void {
    const { graph, shown } = this.context;
    const at = (n: number): [number, number] =>
      [this.drawn.getNodeAttribute(n, "x"), this.drawn.getNodeAttribute(n, "y")];
    const nodes = shown.nodeList();
    const start = this.focused ?? (this.context.state.node === undefined ? undefined
      : graph.findNode(this.context.state.node));
    let best: number | undefined;
    if (start === undefined || shown.nodes[start] !== 1) {
      const { sizes } = this.look;
      best = nodes.reduce<number | undefined>(
        (top, n) => top === undefined || sizes[n]! > sizes[top]! ? n : top, undefined);
    } else {
      const [x, y] = at(start);
      let nearest = Infinity;
      for (const n of nodes) {
        const [along, across] = [(at(n)[0] - x) * dx + (at(n)[1] - y) * dy,
                                 Math.abs((at(n)[0] - x) * dy - (at(n)[1] - y) * dx)];
        if (n === start || along <= 0 || along + 2 * across >= nearest) continue;
        nearest = along + 2 * across;
        best = n;
      }
    }
    if (best === undefined) return;
    this.focused = best;
    this.update();
    this.bringIntoView(graph.node(best).id);
    const links = shown.outEdges(best).length + shown.inEdges(best).length;
    this.context.announce(`${graph.nameOf(best)}, ${kindWord(this.context.t, graph.node(best).kind)}. ` +
      this.context.t("count.edges", { n: links }));
  }

  open(): void {
    if (this.focused !== undefined) this.context.select({ node: this.focused });
  }
  unfocus(): void {
    this.focused = undefined;
    this.update();
  }

  picture(): SVGSVGElement {
    const { width, height } = this.stage.getBoundingClientRect();
    if (!this.sigma) return this.pictureOf(width, height);
    const sigma = this.sigma;
    return networkPicture(this.context, width, height, (n) => {
      const data = sigma.getNodeDisplayData(String(n));
      if (!data) return undefined;
      const { x, y } = sigma.framedGraphToViewport(data);
      const inside = x > -20 && y > -20 && x < width + 20 && y < height + 20;
      return inside ? { x, y, radius: sigma.scaleSize(data.size) } : undefined;
    }, 60);
  }

  private pictureOf(width: number, height: number): SVGSVGElement {
    const nodes = this.context.shown.nodeList();
    const value = (n: number, name: "x" | "y"): number => this.drawn.getNodeAttribute(n, name);
    const [left, right] = extent(nodes.map((n) => value(n, "x")));
    const [bottom, top] = extent(nodes.map((n) => value(n, "y")));
    const unit = Math.min((width - 160) / (right - left || 1), (height - 80) / (top - bottom || 1));
    return networkPicture(this.context, width, height, (n) => ({
      x: width / 2 + (value(n, "x") - (left + right) / 2) * unit,
      y: height / 2 - (value(n, "y") - (bottom + top) / 2) * unit,
      radius: this.look.sizes[n]!,
    }), 40);
  }

  private drawWithoutWebGl(): void {
    const { width, height } = this.stage.getBoundingClientRect();
    if (width > 0) replaceChildren(this.stage, this.pictureOf(width, height));
  }

  whereIs(id: string): { x: number; y: number } | undefined {
    const n = this.context.graph.findNode(id);
    const data = n === undefined ? undefined : this.sigma?.getNodeDisplayData(String(n));
    if (!data) return undefined;
    const { x, y } = this.sigma!.framedGraphToViewport(data);
    const { left, top } = this.stage.getBoundingClientRect();
    return { x: left + x, y: top + y };
  }

  /** Whether the node is not faded. */
  isLit(id: string): boolean {
    const n = this.context.graph.findNode(id);
    return n !== undefined && (this.look.near === undefined || this.look.near.has(n));
  }

  /** Milliseconds that the main thread needs for a frame: as when panning, or with everything made again. */
  timeFrame(anew: boolean): number {
    const start = performance.now();
    this.sigma?.refresh(anew ? { skipIndexation: true }
      : { skipIndexation: true, partialGraph: { nodes: [], edges: [] } });
    return performance.now() - start;
  }

  stop(): void {
    this.stopLayout();
    this.resized.disconnect();
    this.sigma?.kill();
  }
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** The duration of an animation in milliseconds; 0 for users who prefer reduced motion. */
function motion(duration: number): number {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration;
}

/** The nodes that filters may show: all, unless the graph is too large or only surroundings are shown. */
function placedNodes({ graph, shown, tooLarge, state }: Context): number[] {
  if (tooLarge || state.around !== undefined) return shown.nodeList();
  return Array.from({ length: graph.inView }, (_, n) => n);
}

/** The edges by which a node funds or is funded, also through projects: an office's funders are two steps away. */
function fundingWays({ scope, shown }: Context, n: number): Set<number> {
  const ways = new Set<number>();
  for (const by of ["state_office", "donor"] as const)
    for (const link of fundingOf(scope, by).links)
      if (link.office === n || ((link.payer === n || link.funder === n) && link.office !== undefined))
        for (const e of [link.edge, ...implementingSteps(scope, link)]) ways.add(e);
  return new Set([...ways].filter((e) => shown.edges[e] === 1));
}

/** The values of the chosen measure, or of the degree if this scope does not have it. */
function sizeValues({ shown, state }: Context): Float64Array {
  return measure(shown, measuresOf(shown).includes(state.size) ? state.size : "degree");
}

/** Sizes for other programs, from 10 to 50, by the root of the measure, since people compare areas. */
function fileSizes(context: Context): (n: number) => number | undefined {
  const values = sizeValues(context).map((value) => value >= 0 ? Math.sqrt(value) : NaN);
  const [least, most] = extent([...values].filter((value) => !Number.isNaN(value)));
  return (n) => {
    const value = values[n]!;
    return Number.isNaN(value) ? undefined : 10 + (most > least ? 40 * (value - least) / (most - least) : 0);
  };
}

/** Radii in pixels; the areas are proportional to the measure. */
function sizesOf(context: Context, width: number): Float64Array {
  const values = sizeValues(context);
  let most = 0;
  for (const value of values) if (value > most) most = value;
  const count = context.shown.nodeList().length;
  const largest = count > 1500 ? 10 : count > 300 ? 13 : 17;
  const smallest = count > 1500 ? 2 : 4;
  const room = Math.min(Math.max((width || 900) / 900, 0.6), 1.3);
  return values.map((value) =>
    room * (smallest + (largest - smallest) * Math.sqrt(most > 0 && value > 0 ? value / most : 0)));
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
};

/** The view part. It keeps the network, its camera and its positions as long as the graph is the same. */
export class NetworkView implements ViewPart {
  private network: Network | undefined;
  private drawnOf: unknown;
  private controls = h("div", { class: "network-controls" });
  private legend = h("div", { class: "legend" });

  render(root: HTMLElement, context: Context): void {
    const network = this.networkFor(context);
    if (!root.contains(network.stage)) {
      root.replaceChildren(h("div", { class: "network" }, network.stage, this.controls, this.legend));
      network.context = context;
      network.start();
    }
    const { stage } = network;
    stage.setAttribute("tabindex", "0");
    stage.setAttribute("role", "application");
    stage.setAttribute("aria-label", context.t("network.keys", {
      nodes: context.shown.nodeList().length, edges: context.shown.edgeList().length }));
    network.render(context);
    replaceChildren(this.controls, this.buttons(context));
    replaceChildren(this.legend, legend(context));
  }

  /** The current network, or a new one when the nodes it must be able to show have changed. */
  private networkFor(context: Context): Network {
    const movable = context.tooLarge || context.state.around !== undefined;
    const asked: unknown = movable ? context.shown : context.graph;
    if (this.network && this.drawnOf === asked) return this.network;
    this.network?.stop();
    this.drawnOf = asked;
    this.network = new Network(context);
    this.network.stage.addEventListener("keydown", (event) => this.onKey(event));
    return this.network;
  }

  /** Positions and sizes of the drawn nodes, when the layout has ended. */
  async look(context: Context): Promise<NodeLook> {
    const network = this.networkFor(context);
    await network.laidOut;
    return { positionOf: (n) => network.positionOf(n), sizeOf: fileSizes(context) };
  }

  private buttons(context: Context): Node[] {
    const { t } = context;
    const button = (key: string, label: string, sign: string, press: () => void): Node =>
      h("button", { key, type: "button", class: "round", "aria-label": label, title: label,
                    on: { click: press } }, sign);
    const measures = measuresOf(context.shown);
    return [
      button("zoom-in", t("zoom.in"), "+", () => this.network?.zoom(1.5)),
      button("zoom-out", t("zoom.out"), "−", () => this.network?.zoom(1 / 1.5)),
      button("fit", t("zoom.fit"), "⤢", () => this.network?.fit()),
      h("label", { class: "size" }, t("network.size"), " ",
        h("select", { key: "size", on: { change: (event: Event) =>
          context.set({ size: (event.target as HTMLSelectElement).value }) } },
        measures.map((name) => h("option", { value: name, selected: name === context.state.size },
          measureWord(context, name)))), partMark(context)),
      context.leftOut === undefined && context.shown !== context.scope
        ? h("span", { class: "drawn quiet" }, drawnSentence(context) ?? "") : null,
    ].filter((child): child is HTMLElement => child instanceof Node);
  }

  private onKey(event: KeyboardEvent): void {
    const network = this.network;
    if (!network || event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (arrow && event.shiftKey) network.pan(arrow[0] * 0.1, arrow[1] * 0.1);
    else if (arrow) network.step(...arrow);
    else if (event.key === "Enter" || event.key === " ") network.open();
    else if (event.key === "+" || event.key === "=") network.zoom(1.5);
    else if (event.key === "-") network.zoom(1 / 1.5);
    else if (event.key === "0") network.fit();
    else if (event.key === "Escape") network.unfocus();
    else return;
    if (event.key !== "Escape") event.preventDefault();
  }

  picture(): SVGSVGElement | undefined {
    return this.network?.picture();
  }

  timeFrame(anew: boolean): number {
    return this.network?.timeFrame(anew) ?? NaN;
  }
  /** The node's position on the page. */
  whereIs(id: string): { x: number; y: number } | undefined {
    return this.network?.whereIs(id);
  }
  isLit(id: string): boolean {
    return this.network?.isLit(id) ?? false;
  }
}

export function measureWord({ t }: Context, name: string): string {
  switch (name) {
    case "degree": case "in_degree": case "out_degree": case "documents": case "betweenness":
    case "harmonic": case "pagerank": case "core": return t(`measure.${name}`);
    default: return name.replaceAll("_", " ");
  }
}

/** The kinds and relations on screen; a click on one hides or shows it. */
function legend(context: Context): Node[] {
  const { graph, scope, shown, t, dark } = context;
  const told = askInfo(context);
  const kindCounts = new Map<unknown, number>(told?.rows.filter((row) => row["of"] === "node")
    .map((row) => [row["what"], Number(row["count"])]));
  if (!told) for (const n of scope.nodeList()) {
    const { kind } = graph.node(n);
    kindCounts.set(kind, (kindCounts.get(kind) ?? 0) + 1);
  }
  const shownRelations = new Set(scope.edgeList().map((e) => graph.edge(e).relation));
  return [
    h("ul", { "aria-label": t("legend.kinds") }, kinds.filter((kind) => kindCounts.has(kind)).map((kind) =>
      h("li", {},
        s("svg", { width: 16, height: 16, "aria-hidden": "true" },
          s("path", { d: mark(shapeOfKind[kind], { x: 8, y: 8, radius: 5.5 }), fill: kindColours[kind],
                      stroke: mix(kindColours[kind], dark ? "#14171b" : "#000000", 0.6) })),
        t(`kinds.${kind}`), " ", h("span", { class: "quiet" }, String(kindCounts.get(kind)))))),
    h("ul", { "aria-label": t("legend.relations") },
      relations.filter((relation) => shownRelations.has(relation)).map((relation) =>
        h("li", {},
          s("svg", { width: 18, height: 10, "aria-hidden": "true" },
            s("line", { x1: 0, y1: 5, x2: 18, y2: 5, "stroke-width": 2.5,
                        stroke: relationColour(relation, dark) })),
          relationWord(t, relation))),
      shown.edgeList().some((e) => isInferred(shown, e)) ? h("li", {},
        s("svg", { width: 18, height: 10, "aria-hidden": "true" },
          s("line", { x1: 0, y1: 5, x2: 18, y2: 5, "stroke-width": 2, "stroke-dasharray": "4 3",
                      stroke: dark ? "#c8ccd2" : "#5b626b" })),
        t("basis.inferred")) : null),
    ...context.leftOut && !told ? [h("p", {}, partMark(context))] : [],
  ];
}
