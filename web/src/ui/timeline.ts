// SPDX-License-Identifier: Apache-2.0
//
// The timeline at the bottom of every view. It has one bar for each day; if the dates of the graph
// span more than about 400 days, one for each month, and if they span more than 400 months, one for
// each year. A bar shows how many claims hold in that time, counted with all filters except those
// on time. The slider sets a time filter, either "claims up to this date" or "claims that hold on
// this date"; the play button moves the slider step by step. The highlighted bars and the text
// beside the slider show all time filters, also those set in other parts of the page.
import { firstDay, lastDay } from "../core/dates";
import type { Graph } from "../core/graph";
import { filtersTime, windowOf } from "../core/narrow";
import { countsAt, timeSteps } from "../core/time_axis";
import type { Context } from "./context";
import { h, replaceChildren, s } from "./dom";
import { partMark } from "./part";
import { answerOf, ask, whyNot } from "./questions";

export class Timeline {
  private graph: Graph | undefined;
  private steps: string[] = [];
  private counts: number[] = [];
  /** The filters for which the counts were made. */
  private counted = "";
  /** The reason why there are no bars. */
  private notCounted: string | undefined;
  private timer: number | undefined;
  private mode: "until" | "at" = "until";
  private context: Context | undefined;

  render(root: HTMLElement, context: Context): void {
    this.context = context;
    if (context.beyond) this.askCounts(context);
    else {
      this.count(context);
      this.notCounted = undefined;
    }
    const { filters } = context.state;
    if (filters.at !== undefined) this.mode = "at";
    else if (filters.until !== undefined) this.mode = "until";
    root.hidden = this.steps.length < 2;
    if (!root.hidden) replaceChildren(root, this.contents(context));
  }

  /** Asks the program for the counts. Until it answers, or if it refuses, there are no bars. */
  private askCounts(context: Context): void {
    this.graph = undefined;
    const { at, since, until, ...others } = context.state.filters;
    const asked = ask(context, `times ${JSON.stringify(others)}`, (server) => server.times(others));
    const table = answerOf(asked);
    if (table) this.steps = table.rows.map((row) => String(row["step"]));
    this.counts = table ? table.rows.map((row) => Number(row["claims"])) : this.steps.map(() => 0);
    this.notCounted = whyNot(context, asked);
  }

  /** Counts again when a filter other than time has changed. */
  private count({ graph, state }: Context): void {
    if (this.graph !== graph) {
      this.graph = graph;
      this.steps = timeSteps(graph);
      this.counted = "";
    }
    const { at, since, until, ...others } = state.filters;
    const key = JSON.stringify(others);
    if (this.counted === key) return;
    this.counted = key;
    this.counts = countsAt(graph, this.steps, state.filters);
  }

  /** The slider's step; the number of steps when time is not filtered. */
  private position(): number {
    const { steps } = this;
    const value = this.context?.state.filters[this.mode];
    if (value === undefined) return steps.length - 1;
    const exact = steps.indexOf(value);
    if (exact >= 0) return exact;
    const beyond = steps.findIndex((step) => firstDay(step) > lastDay(value));
    return beyond < 0 ? steps.length - 1 : Math.max(beyond - 1, 0);
  }

  private contents(context: Context): Node[] {
    const { t } = context;
    const { steps } = this;
    const { filters } = context.state;
    const at = this.position();
    const on = filtersTime(filters);
    const words = (["at", "since", "until"] as const).filter((name) => filters[name] !== undefined)
      .map((name) => t(`time.${name}`, { date: filters[name]! })).join(" · ") || t("time.all");
    const slider = h("input", { type: "range", min: 0, max: steps.length - 1, value: at, key: "time",
      "aria-label": t("time.slider"), "aria-valuetext": words,
      on: { input: (event: Event) => {
        this.stop();
        this.moveTo(Number((event.target as HTMLInputElement).value));
      } } });
    return [
      h("button", { type: "button", class: "round", key: "play",
                    "aria-label": t(this.timer === undefined ? "time.play" : "time.pause"),
                    title: t(this.timer === undefined ? "time.play" : "time.pause"),
                    on: { click: () => this.playOrStop() } }, this.timer === undefined ? "▶" : "❚❚"),
      h("div", { class: "time-mode" },
        h("select", { key: "time-mode", "aria-label": t("time.mode"), on: { change: (event: Event) =>
          this.setMode((event.target as HTMLSelectElement).value === "at" ? "at" : "until") } },
        (["until", "at"] as const).map((mode) =>
          h("option", { value: mode, selected: mode === this.mode }, t(`time.mode_${mode}`))))),
      h("div", { class: "time-axis" }, this.histogram(context), slider,
        h("div", { class: "time-ends quiet", "aria-hidden": "true" },
          h("span", {}, steps[0]!), h("span", {}, steps[steps.length - 1]!))),
      h("output", { class: "time-now" }, words, " ", this.notCounted ?? (context.beyond ? null : partMark(context))),
      h("button", { type: "button", key: "time-all", class: "plain-button", disabled: !on,
                    on: { click: () => { this.stop(); this.clear("since"); } } }, t("time.reset")),
    ];
  }

  private histogram({ state }: Context): Node {
    const { steps, counts } = this;
    const most = Math.max(...counts, 1);
    const width = 1000 / steps.length;
    const [first, last] = windowOf(state.filters);
    const isIn = (step: string): boolean => firstDay(step) <= last && lastDay(step) >= first;
    return s("svg", { viewBox: "0 0 1000 40", preserveAspectRatio: "none", "aria-hidden": "true",
                      class: "histogram" },
      counts.map((count, i) => s("rect", {
        x: (i * width).toFixed(2), width: Math.max(width - 1, 0.6).toFixed(2),
        y: (40 - 38 * count / most).toFixed(2), height: (38 * count / most).toFixed(2),
        class: isIn(steps[i]!) ? "in" : "out", "data-step": steps[i], "data-count": count,
      })));
  }

  private moveTo(at: number): void {
    const step = this.steps[at]!;
    // At the last step nothing is filtered: undated claims are shown too.
    if (this.mode === "until" && at === this.steps.length - 1) return this.clear();
    this.context?.setFilters({ at: undefined, until: undefined, [this.mode]: step });
  }

  /** Removes the time filters of the slider. The filter `since` is removed only by the button. */
  private clear(...more: "since"[]): void {
    this.context?.setFilters({ at: undefined, until: undefined,
                               ...Object.fromEntries(more.map((name) => [name, undefined])) });
  }

  private setMode(mode: "until" | "at"): void {
    const at = this.position();
    this.mode = mode;
    this.moveTo(at);
    this.context?.refresh();
  }

  private playOrStop(): void {
    if (this.timer !== undefined) {
      this.stop();
      this.context?.refresh();
      return;
    }
    const last = this.steps.length - 1;
    let at = this.position() === last ? 0 : this.position();
    const pause = Math.max(120, Math.min(700, 15_000 / this.steps.length));
    const tick = (): void => {
      if (at >= last) this.stop();
      this.moveTo(at);
      ++at;
      this.context?.refresh();
    };
    this.timer = window.setInterval(tick, pause);
    tick();
  }

  private stop(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
  }
}
