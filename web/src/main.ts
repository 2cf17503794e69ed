// SPDX-License-Identifier: Apache-2.0
//
// Starts the page: the data inside it, or the program's answer, becomes a graph; the address becomes
// the state; every change of either draws what it changed.
import { Graph, type Scope } from "./core/graph";
import { type Filters, anyFilter, narrow } from "./core/narrow";
import { SearchIndex } from "./core/search";
import { type ViewDocument, isViewDocument } from "./core/view_document";
import { Server } from "./server";
import { type State, readState, writeState } from "./state";
import type { Context } from "./ui/context";
import { h } from "./ui/dom";
import { type Language, isLanguage, translator } from "./ui/messages";
import { forgetAnswers } from "./ui/server_table";
import { Shell } from "./ui/shell";

class Page {
  private state: State = readState(location.hash);
  private graph: Graph;
  private index: SearchIndex;
  private scope: Scope;
  private narrowed = "";
  private asked = 0;
  /** Whom to ask about the graph on screen; reads files too, whatever is on screen. */
  private server: Server | undefined;
  private readonly shell: Shell;

  constructor(document_: ViewDocument, private readonly reader: Server | undefined) {
    this.server = reader;
    this.graph = new Graph(document_);
    this.index = new SearchIndex(this.graph);
    this.scope = this.narrowNow();
    this.shell = new Shell(() => this.context(), (file) => this.open(file));
    window.addEventListener("hashchange", () => {
      if (location.hash.replace(/^#/, "") !== writeState(this.state)) this.take(readState(location.hash));
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
    this.draw();
  }

  private context(): Context {
    const language = this.language();
    return {
      graph: this.graph, scope: this.scope, index: this.index, state: this.state, language,
      dark: this.dark(), t: translator(language), server: this.server, leftOut: this.leftOut(),
      set: (patch) => this.change({ ...this.state, ...patch }),
      setFilters: (patch) =>
        this.change({ ...this.state, filters: { ...this.state.filters, ...patch } as Filters }),
      select: ({ node, edge }) => this.change({
        ...this.state,
        node: node === undefined ? undefined : this.graph.node(node).id,
        edge: edge === undefined ? undefined : this.graph.edgeKey(edge),
      }),
      announce: (text) => this.shell.announce(text),
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

  private leftOut(): Context["leftOut"] {
    const leftOut = this.graph.source.left_out;
    return leftOut && leftOut.nodes + leftOut.edges + leftOut.claims > 0 ? leftOut : undefined;
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
    const elsewhere = before.around !== next.around;
    const filtered = JSON.stringify(before.filters) !== JSON.stringify(next.filters);
    if (this.server && (elsewhere || (filtered && this.leftOut()))) void this.fetchAgain();
    this.scope = this.narrowNow();
    this.draw();
  }

  private narrowNow(): Scope {
    const key = JSON.stringify(this.state.filters);
    if (this.scope?.graph === this.graph && this.narrowed === key) return this.scope;
    this.narrowed = key;
    return narrow(this.graph, this.state.filters);
  }

  /** A part of a large graph: the program narrows it. */
  private async fetchAgain(): Promise<void> {
    const turn = ++this.asked;
    try {
      const answer = await this.server!.graph(this.state.filters, this.state.around);
      if (turn === this.asked) this.show(answer);
    } catch (error) {
      this.shell.complain((error as Error).message);
    }
  }

  private show(document_: ViewDocument): void {
    this.graph = new Graph(document_);
    this.index = new SearchIndex(this.graph);
    this.scope = this.narrowNow();
    this.draw();
  }

  private async open(file: File): Promise<void> {
    const { t } = this.context();
    const reader = this.reader;
    if (!reader) return this.shell.complain(t("open.offline"));
    try {
      const document_ = await reader.load(file);
      forgetAnswers();
      this.server = undefined; // it knows nothing of this file
      this.change({ ...readState(""), language: this.state.language, theme: this.state.theme });
      this.show({ ...document_, source: document_.source || file.name });
      this.shell.announce(t("open.done", { name: file.name }));
    } catch (error) {
      this.shell.complain(t("open.refused", { name: file.name, why: (error as Error).message }));
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

async function start(): Promise<void> {
  const root = document.getElementById("app")!;
  try {
    const inside = embedded();
    if (inside) {
      new Page(inside, undefined);
      return;
    }
    const server = new Server();
    const state = readState(location.hash);
    let answer = await server.graph(readState("").filters, state.around);
    if ((answer.left_out?.nodes ?? 0) > 0 && anyFilter(state.filters))
      answer = await server.graph(state.filters, state.around);
    new Page(answer, server);
  } catch (error) {
    const preferred = navigator.languages.map((name) => name.slice(0, 2)).find(isLanguage);
    root.replaceChildren(h("main", { class: "failed" },
      h("h1", {}, "oscegraph"),
      h("p", {}, translator(preferred ?? "en")("start.failed")),
      h("pre", {}, (error as Error).message)));
  }
}

void start();
