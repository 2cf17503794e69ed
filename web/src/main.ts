// SPDX-License-Identifier: Apache-2.0
//
// Starts the page: makes a graph from the data inside the page or from the program's answer, and
// the state from the address. After every change of the graph or the state, the changed parts are
// drawn again.
import { bestConnected, fits, surroundings } from "./core/best_connected";
import { Graph, type Scope } from "./core/graph";
import { type Filters, anyFilter, narrow, noFilters } from "./core/narrow";
import { SearchIndex } from "./core/search";
import { type LeftOut, type ViewDocument, isViewDocument } from "./core/view_document";
import { Server } from "./server";
import { type Misread, type State, readState, writeState } from "./state";
import { type Context, selectIn } from "./ui/context";
import { h } from "./ui/dom";
import { type Language, isLanguage, translator } from "./ui/messages";
import { forgetAnswers, forgetRefusals, whileWaiting } from "./ui/questions";
import { Shell } from "./ui/shell";

const mostDrawn = 5000; // the most nodes in a picture
const stepsAround = 2;
const mostComplaints = 5;
const longestShown = 60; // letters of an address's part in a message

class Page {
  private state: State;
  private graph: Graph;
  private index: SearchIndex;
  private scope: Scope;
  private shown: Scope;
  private drawn = "";
  private narrowed = "";
  /** For a graph too large for a page: the filters and node for which the program gave this part. */
  private held: string;
  /** Aborts the current fetch of a part or file; a newer fetch aborts the one before. */
  private fetching = new AbortController();
  /** The server for questions about the graph on screen; undefined for an offline page or a dropped file. */
  private server: Server | undefined;
  private readonly shell: Shell;

  /**
   * `reader`: the server, which can read files; `beyond`: the size of the graph when it is too large for a
   * page, so that the program narrows it; `why`: why the program could not use the address's filters.
   */
  constructor(document_: ViewDocument, private readonly reader: Server | undefined,
              private readonly beyond?: LeftOut, why?: string) {
    const misread: Misread[] = [];
    this.state = readState(location.hash, (what) => misread.push(what));
    this.server = reader;
    this.held = why === undefined ? this.wanted() : wantedOf(noFilters(), undefined);
    this.graph = new Graph(document_);
    this.index = new SearchIndex(this.graph);
    this.scope = this.narrowNow();
    this.shown = this.shownNow();
    this.shell = new Shell(() => this.context(), (file) => this.open(file));
    window.addEventListener("hashchange", () => {
      if (location.hash.replace(/^#/, "") === writeState(this.state)) return;
      const wrong: Misread[] = [];
      this.take(readState(location.hash, (what) => wrong.push(what)));
      this.complainOf(wrong);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    this.draw();
    this.complainOf(misread, why);
  }

  private context(): Context {
    const language = this.language();
    const leftOut = this.leftOut();
    const set: Context["set"] = (patch) => this.change({ ...this.state, ...patch });
    return {
      graph: this.graph, scope: this.scope, shown: this.shown, index: this.index, state: this.state, language,
      dark: this.dark(), t: translator(language), server: this.server, leftOut,
      beyond: this.isBeyond(),
      tooLarge: leftOut !== undefined || !fits(this.graph, mostDrawn),
      set,
      setFilters: (patch) =>
        this.change({ ...this.state, filters: { ...this.state.filters, ...patch } as Filters }),
      select: selectIn(this.graph, set),
      announce: (text) => this.shell.announce(text),
      complain: (text) => this.shell.complain(text),
      refresh: () => this.draw(),
    };
  }

  private language(): Language {
    if (isLanguage(this.state.language)) return this.state.language;
    const preferred = navigator.languages.map((name) => name.slice(0, 2)).find(isLanguage);
    return preferred ?? "en";
  }

  private dark(): boolean {
    return this.state.theme === undefined
      ? matchMedia("(prefers-color-scheme: dark)").matches : this.state.theme === "dark";
  }

  private wanted(): string {
    return wantedOf(this.state.filters, this.state.around);
  }

  private isBeyond(): boolean {
    return this.server !== undefined && this.beyond !== undefined;
  }

  private leftOut(): Context["leftOut"] {
    // Until the program has sent the wanted part, the page still shows a part for other filters.
    const leftOut = this.isBeyond() && this.held !== this.wanted()
      ? partOfAll(this.graph.source, this.beyond!).left_out : this.graph.source.left_out;
    return leftOut && leftOut.nodes + leftOut.edges + leftOut.claims > 0 ? leftOut : undefined;
  }

  /** Shows sentences about the parts of the address that have no meaning here. */
  private complainOf(misread: readonly Misread[], why?: string): void {
    const { t } = this.context();
    const brief = (text: string): string => JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
    const sentences = misread.map(({ name, value, allowed }) => allowed === undefined
      ? t("address.name", { name: brief(name) })
      : t("address.value", { name, value: brief(value), allowed: allowed.join(", ") }));
    const { around, filters } = this.state;
    if (why !== undefined) sentences.push(why);
    else if (around !== undefined && !this.isBeyond() && this.graph.findNode(around) === undefined)
      sentences.push(t("address.around", { id: brief(around) }));
    if (!this.leftOut() && !this.isBeyond())
      for (const id of filters.document.filter((d) => !this.graph.documents.some((known) => known.id === d)))
        sentences.push(t("address.document", { id: brief(id) }));
    const more = sentences.length - mostComplaints;
    if (sentences.length > 0)
      this.shell.complain([...sentences.slice(0, mostComplaints), ...more > 0 ? [t("and_more", { n: more })] : []]
        .join("\n"));
  }

  /** Takes a new state from the user: the address is changed, and Back returns to the old one. */
  private change(next: State): void {
    const address = `#${writeState(next)}`;
    // Typing and moving through time make no entries in the history: there would be too many.
    const minor = next.contains !== this.state.contains || next.filters.at !== this.state.filters.at ||
      next.filters.until !== this.state.filters.until;
    if (address !== location.hash) history[minor ? "replaceState" : "pushState"](null, "", address);
    this.take(next);
  }

  private take(next: State): void {
    const before = this.state;
    this.state = next;
    forgetRefusals();
    const elsewhere = before.around !== next.around;
    const filtered = JSON.stringify(before.filters) !== JSON.stringify(next.filters);
    if (this.isBeyond() && (elsewhere || filtered)) void this.fetchAgain();
    this.scope = this.narrowNow();
    this.shown = this.shownNow();
    this.draw();
  }

  /** The part of the scope that the network draws; the same object while the part is the same. */
  private shownNow(): Scope {
    const { around } = this.state;
    const key = JSON.stringify([around, this.state.filters]);
    if (this.shown?.graph === this.graph && this.drawn === key) return this.shown;
    this.drawn = key;
    const node = around === undefined ? undefined : this.graph.findNode(around);
    if (node !== undefined && this.scope.nodes[node] === 1)
      return surroundings(this.scope, node, stepsAround, mostDrawn);
    return bestConnected(this.scope, mostDrawn);
  }

  private narrowNow(): Scope {
    const key = JSON.stringify(this.state.filters);
    if (this.scope?.graph === this.graph && this.narrowed === key) return this.scope;
    this.narrowed = key;
    return narrow(this.graph, this.state.filters);
  }

  /** Fetches another part of a graph that is too large for the page; the program narrows it. */
  private async fetchAgain(): Promise<void> {
    const { signal } = this.fetchAnew();
    const { filters, around } = this.state;
    try {
      const answer = await whileWaiting(this.server!.until(signal).graph(filters, around));
      if (signal.aborted) return;
      this.held = wantedOf(filters, around);
      this.show(around === undefined ? answer : partOfAll(answer, this.beyond!));
    } catch (error) {
      if (signal.aborted) return;
      this.shell.complain((error as Error).message);
      this.draw();
    }
  }

  private fetchAnew(): AbortController {
    this.fetching.abort();
    return this.fetching = new AbortController();
  }

  private show(document_: ViewDocument): void {
    this.graph = new Graph(document_);
    this.index = new SearchIndex(this.graph);
    this.scope = this.narrowNow();
    this.shown = this.shownNow();
    this.draw();
  }

  private async open(file: File): Promise<void> {
    const { t } = this.context();
    const reader = this.reader;
    if (!reader) return this.shell.complain(t("open.offline"));
    const { signal } = this.fetchAnew();
    try {
      const document_ = await reader.load(file);
      if (signal.aborted) return; // another file was dropped meanwhile
      forgetAnswers();
      this.server = undefined; // it cannot answer questions about this file
      this.change({ ...readState(""), language: this.state.language, theme: this.state.theme });
      this.show({ ...document_, source: document_.source || file.name });
      this.shell.announce(t("open.done", { name: file.name }));
    } catch (error) {
      this.shell.complain(t("open.refused", { name: file.name, why: (error as Error).message }));
      if (this.isBeyond() && this.held !== this.wanted()) void this.fetchAgain();
    }
  }

  private draw(): void {
    document.documentElement.lang = this.language();
    document.documentElement.dataset["theme"] = this.dark() ? "dark" : "light";
    this.shell.render();
  }
}

function embedded(): ViewDocument | undefined {
  const text = document.getElementById("oscegraph-data")?.textContent?.trim();
  if (!text) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isViewDocument(value)) throw new Error("the data inside this page is not a view document");
  return value;
}

function wantedOf(filters: Filters, around: string | undefined): string {
  return JSON.stringify([filters, around]);
}

function sizeOf({ nodes, edges, claims }: ViewDocument, leftOut: LeftOut): LeftOut {
  return { nodes: nodes.length + leftOut.nodes, edges: edges.length + leftOut.edges,
           claims: claims.length + leftOut.claims };
}

/** The view with `left_out` counted against the whole graph: the program counts against the surroundings. */
function partOfAll(view: ViewDocument, all: LeftOut): ViewDocument {
  return { ...view, left_out: { nodes: all.nodes - view.nodes.length, edges: all.edges - view.edges.length,
                                claims: all.claims - view.claims.length } };
}

/** Starts with a part of a graph that is too large for a page: the part for the address, if there is one. */
async function startPart(server: Server, best: ViewDocument, all: LeftOut): Promise<void> {
  const { filters, around } = readState(location.hash);
  if (!anyFilter(filters) && around === undefined) return void new Page(best, server, all);
  try {
    const answer = await server.graph(filters, around);
    new Page(around === undefined ? answer : partOfAll(answer, all), server, all);
  } catch (error) {
    new Page(best, server, all, (error as Error).message);
  }
}

async function start(): Promise<void> {
  const root = document.getElementById("app")!;
  try {
    const inside = embedded();
    if (inside) {
      new Page(inside, undefined);
      return;
    }
    const server = new Server();
    const whole = await server.graph(noFilters(), undefined);
    const leftOut = whole.left_out;
    if (leftOut && leftOut.nodes + leftOut.claims > 0) await startPart(server, whole, sizeOf(whole, leftOut));
    else new Page(whole, server);
  } catch (error) {
    const preferred = navigator.languages.map((name) => name.slice(0, 2)).find(isLanguage);
    root.replaceChildren(h("main", { class: "failed" },
      h("h1", {}, "oscegraph"),
      h("p", {}, translator(preferred ?? "en")("start.failed")),
      h("pre", {}, (error as Error).message)));
  }
}

void start();
