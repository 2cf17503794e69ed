// SPDX-License-Identifier: Apache-2.0
//
// Builds the frame around the views: head, tabs, filters, the picture, the drawer next to the
// picture, and the timeline at the bottom. The frame is built once; each part draws itself again
// after a change.
import { type State, views } from "../state";
import type { Context, ViewPart } from "./context";
import { downloadButtons } from "./downloads";
import { h, replaceChildren } from "./dom";
import { drawer } from "./drawer";
import { filterChips, filtersPanel } from "./filters_panel";
import { FundingView } from "./funding_view";
import { MapView } from "./map_view";
import { licencesButton } from "./licences";
import { languages } from "./messages";
import { NetworkView } from "./network";
import { partMark } from "./part";
import { PathView } from "./path_view";
import { beginDrawing, endDrawing, isWaiting } from "./questions";
import { comboBox } from "./search_box";
import { asksProgram, openById } from "./server_table";
import { TableView } from "./table_view";
import { Timeline } from "./timeline";

export class Shell {
  private readonly network = new NetworkView();
  private readonly parts: Record<State["view"], ViewPart> = {
    network: this.network, funding: new FundingView(), map: new MapView(), path: new PathView(),
    table: new TableView(),
  };
  private readonly timeline = new Timeline();
  private readonly head = h("header", { class: "head" });
  private readonly tabs = h("nav", { class: "tabs" });
  private readonly tools = h("div", { class: "tools" });
  private readonly panel = h("aside", { class: "panel", hidden: true, id: "filters" });
  private readonly stage = h("main", { class: "stage", id: "stage", tabindex: -1 });
  private readonly aside = h("aside", { class: "drawer", "data-scroll": "drawer" });
  private readonly time = h("section", { class: "time" });
  private readonly live = h("div", { class: "off-screen", role: "status", "aria-live": "polite" });
  private readonly alert = h("div", { class: "alert", role: "alert", hidden: true });
  private readonly picker = h("input", { type: "file", class: "off-screen", tabindex: -1, "aria-hidden": "true" });
  private search: HTMLElement | undefined;
  private language = "";
  private selected = "";
  private told = "";
  private shownView: State["view"] | undefined;

  constructor(private readonly getContext: () => Context, private readonly open: (file: File) => Promise<void>) {
    const skip = h("button", { type: "button", class: "skip", on: { click: () => this.stage.focus() } });
    this.stage.dataset["skip"] = "";
    document.getElementById("app")!.replaceChildren(skip, this.head, this.tabs, this.tools,
      h("div", { class: "body" }, this.panel, this.stage, this.aside), this.time, this.live, this.alert,
      this.picker);
    this.picker.addEventListener("change", () => {
      const file = this.picker.files?.[0];
      if (file) void this.open(file);
      this.picker.value = "";
    });
    this.listenForFiles();
    document.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("resize", () => this.render());
    // For tests and measurements, since the content of a canvas cannot be read.
    (window as unknown as { oscegraph: object }).oscegraph = {
      timeFrame: (anew: boolean) => this.network.timeFrame(anew), whereIs: (id: string) => this.network.whereIs(id),
      isLit: (id: string) => this.network.isLit(id) };
  }

  private listenForFiles(): void {
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      document.body.classList.add("dropping");
    });
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) document.body.classList.remove("dropping");
    });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (file) void this.open(file);
    });
  }

  private onKey(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      this.search?.querySelector("input")?.focus();
    } else if (event.key === "Escape" && !typing) {
      const { state, select } = this.getContext();
      if (!this.panel.hidden) this.toggleFilters();
      else if (state.node !== undefined || state.edge !== undefined || state.cell !== undefined) select({});
    }
  }

  announce(text: string): void {
    this.live.textContent = text;
  }

  /** Shows a sentence until the user closes it. */
  complain(text: string): void {
    const { t } = this.getContext();
    this.alert.hidden = false;
    this.alert.replaceChildren(h("p", {}, text), h("button", { type: "button", class: "round",
      "aria-label": t("alert.close"), on: { click: () => { this.alert.hidden = true; } } }, "×"));
  }

  render(): void {
    beginDrawing();
    const context = this.getContext();
    const { state, t } = context;
    document.title = t("title.page", { view: t(`view.${state.view}`) });
    if (this.language !== context.language) {
      this.language = context.language;
      this.search = undefined;
      document.querySelector(".skip")!.textContent = t("skip");
    }
    this.renderHead(context);
    this.renderTabs(context);
    this.renderTools(context);
    // Draw the timeline first: the view takes the room that is left.
    this.time.setAttribute("aria-label", t("time.region"));
    this.timeline.render(this.time, context);
    this.renderView(context);
    this.renderDrawer(context);
    if (!this.panel.hidden) replaceChildren(this.panel, filtersPanel(context));
    endDrawing();
    document.getElementById("app")!.dataset["asking"] = String(isWaiting()); // for tests
  }

  private renderHead(context: Context): void {
    const { t, graph, dark } = context;
    this.search ??= comboBox(this.getContext, "search", t("search.label"), t("search.placeholder"), "", (id) => {
      const now = this.getContext();
      openById(now, id);
      const input = this.search?.querySelector("input");
      if (input) input.value = "";
    });
    const title = graph.source.title || t("title.default");
    if (!this.search.isConnected) this.head.replaceChildren(h("div", { class: "titles" }), this.search,
                                                            h("div", { class: "settings" }));
    const [titles, , settings] = this.head.children;
    replaceChildren(titles!, h("h1", {}, title),
      graph.source.source || context.leftOut ? h("p", { class: "quiet" }, graph.source.source ?? "",
        context.beyond ? null : partMark(context)) : null);
    replaceChildren(settings!,
      h("button", { type: "button", class: "plain-button open-file", key: "open", title: t("open.hint"),
                    on: { click: () => this.picker.click() } }, t("open.button")),
      h("label", {}, h("span", { class: "off-screen" }, t("settings.language")),
        h("select", { key: "language", lang: context.language, on: { change: (event: Event) =>
          context.set({ language: (event.target as HTMLSelectElement).value }) } },
          Object.entries(languages).map(([code, name]) =>
            h("option", { value: code, lang: code, selected: code === context.language }, name)))),
      h("button", { type: "button", class: "round", key: "theme", "aria-label": t("settings.dark"),
                    "aria-pressed": dark, title: t("settings.dark"),
                    on: { click: () => context.set({ theme: dark ? "light" : "dark" }) } }, dark ? "☀" : "☾"),
      licencesButton(t));
  }

  private renderTabs({ t, state, set }: Context): void {
    this.tabs.setAttribute("aria-label", t("view.which"));
    replaceChildren(this.tabs, views.map((view) => h("button", {
      type: "button", key: `view ${view}`, "aria-current": view === state.view ? "page" : undefined,
      on: { click: () => set({ view, contains: "", sort: "" }) } }, t(`view.${view}`))));
  }

  private renderTools(context: Context): void {
    const { t, state, set } = context;
    const chips = filterChips(context);
    const picture = this.parts[state.view].picture;
    const onlyRows = state.view === "funding" && (state.picture === "rows" || asksProgram(context));
    const hasPicture = picture !== undefined && !onlyRows;
    const open = this.tools.querySelector("details")?.open ?? false;
    replaceChildren(this.tools,
      h("button", { type: "button", class: "plain-button", key: "filters", "aria-expanded": !this.panel.hidden,
                    "aria-controls": "filters", on: { click: () => this.toggleFilters() } },
        t("filter.button"), chips.length > 0 ? ` (${chips.length})` : ""),
      chips,
      h("span", { class: "spacer" }),
      state.view === "table" ? null : h("button", { type: "button", class: "plain-button", key: "as-table",
        on: { click: () => set({ view: "table", contains: "", sort: "",
          table: state.view === "network" || state.view === "path" ? "edges" : "funding",
          by: "state_office" }) } }, t("table.alternative")),
      h("details", { class: "menu", open },
        h("summary", { key: "save" }, t("save.button")),
        h("ul", { class: "plain" }, downloadButtons(context,
          () => this.parts[this.getContext().state.view].picture?.(this.getContext()), hasPicture,
          () => this.network.look(this.getContext())))));
  }

  private toggleFilters(): void {
    this.panel.hidden = !this.panel.hidden;
    const context = this.getContext();
    this.panel.setAttribute("aria-label", context.t("filter.title"));
    if (!this.panel.hidden) replaceChildren(this.panel, filtersPanel(context));
    this.renderTools(context);
    this.renderView(context);
    if (!this.panel.hidden) this.panel.querySelector("input")?.focus();
    else this.tools.querySelector<HTMLElement>('[data-key="filters"]')?.focus();
  }

  private renderView(context: Context): void {
    const { view } = context.state;
    if (this.shownView !== view) {
      if (this.shownView !== undefined) this.parts[this.shownView].leave?.();
      this.stage.replaceChildren();
      this.stage.scrollTo(0, 0);
      this.stage.dataset["view"] = view;
      this.stage.setAttribute("aria-label", context.t(`view.${view}`));
      this.shownView = view;
    }
    this.parts[view].render(this.stage, context);
  }

  private renderDrawer(context: Context): void {
    const { state, t } = context;
    const key = state.edge ?? state.cell ?? state.node ?? "";
    this.aside.setAttribute("aria-label", t("drawer.region"));
    this.aside.classList.toggle("open", key !== "");
    const opened = this.selected !== key ? new Set<string>() : new Set(
      [...this.aside.querySelectorAll("details[open] > summary")].map((s) => s.getAttribute("data-key") ?? ""));
    replaceChildren(this.aside, drawer(context));
    for (const summary of this.aside.querySelectorAll("summary"))
      if (opened.has(summary.getAttribute("data-key") ?? "")) (summary.parentElement as HTMLDetailsElement).open = true;
    if (this.selected !== key) this.aside.scrollTo(0, 0);
    this.selected = key;
    const name = this.aside.querySelector("h2")?.textContent ?? "";
    // While the program is being asked, the selection has no name yet.
    if (this.told === key || (key !== "" && name === "")) return;
    this.told = key;
    if (key !== "") this.announce(t("drawer.shows", { name }));
  }
}
