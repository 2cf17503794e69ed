// SPDX-License-Identifier: Apache-2.0
//
// Starts the page: the data inside it, or the program's answer, becomes a graph; the address becomes
// the state; every change of either draws what it changed.
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

const mostDrawn = 5000; // nodes that a picture can hold and people can look at
const stepsAround = 2;
const mostComplaints = 5;
const longestShown = 60; // letters of what an address says

class Page {
  private state: State;
  private graph: Graph;
  private index: SearchIndex;
  private scope: Scope;
  private shown: Scope;
  private drawn = "";
  private narrowed = "";
  /** What of a graph beyond the page the program was asked for when it gave this part. */
  private held: string;
  /** What is being fetched: the newest part or file, which gives up the one before. */
  private fetching = new AbortController();
  /** Whom to ask about the graph on screen; reads files too, whatever is on screen. */
  private server: Server | undefined;
  private readonly shell: Shell;

  /**
   * `beyond`: the size of a graph that no page can hold, so that the program narrows it; `why`: what
   * the program could not make of the address.
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
    // Until the program has given the part that is asked for now, this is one of another question.
    const leftOut = this.isBeyond() && this.held !== this.wanted()
      ? partOfAll(this.graph.source, this.beyond!).left_out : this.graph.source.left_out;
    return leftOut && leftOut.nodes + leftOut.edges + leftOut.claims > 0 ? leftOut : undefined;
  }

  /** What of the address means nothing here, in sentences. */
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

  /** A step of the reader's: the address follows, and Back returns. */
  private change(next: State): void {
    const address = `#${writeState(next)}`;
    // Typing and moving through time would fill the history with letters and days.
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

  /** What of the scope the network draws; the same object while it is the same. */
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

  /** A part of a graph that the page cannot hold: the program narrows it. */
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
      if (signal.aborted) return; // another was dropped meanwhile
      forgetAnswers();
      this.server = undefined; // it knows nothing of this file
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

/** What surrounds a node is whole in itself; of the graph it is a part. */
function partOfAll(view: ViewDocument, all: LeftOut): ViewDocument {
  return { ...view, left_out: { nodes: all.nodes - view.nodes.length, edges: all.edges - view.edges.length,
                                claims: all.claims - view.claims.length } };
}

/** A graph that no page can hold: the part that the address asks for, when the program knows it. */
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
