// SPDX-License-Identifier: Apache-2.0
//
// Time, under every view: how many claims speak of each day (or month), and a slider that keeps what
// holds up to a date, or on it. Play moves it on.
import { dateFromDays, firstDay, isKnown, lastDay } from "../core/dates";
import type { Graph } from "../core/graph";
import type { Context } from "./context";
import { h, replaceChildren, s } from "./dom";

const mostDays = 400; // beyond these the slider moves by months

interface Axis {
  /** Dates the slider can stand at, "2024-11-22" or "2024-11". */
  steps: string[];
  /** Claims that hold at each. */
  counts: number[];
}

/** Every day, or every month, from the first claim to the last; empty when none has a date. */
export function axisOf(graph: Graph): Axis {
  let [first, last] = [Infinity, -Infinity];
  graph.claims.forEach((_, c) => {
    const { start, end } = graph.timeOf(c);
    for (const date of [start, end]) if (date !== undefined) {
      first = Math.min(first, firstDay(date));
      last = Math.max(last, lastDay(date));
    }
  });
  if (first > last) return { steps: [], counts: [] };
  const length = last - first > mostDays ? 7 : 10;
  const steps: string[] = [];
  for (let day = first; day <= last; ++day) {
    const step = dateFromDays(day).slice(0, length);
    if (steps[steps.length - 1] !== step) steps.push(step);
  }
  return { steps, counts: countAt(graph, steps) };
}

function countAt(graph: Graph, steps: string[]): number[] {
  const counts = new Array<number>(steps.length).fill(0);
  const firsts = steps.map(firstDay);
  const lasts = steps.map(lastDay);
  graph.claims.forEach((_, c) => {
    const period = graph.timeOf(c);
    if (!isKnown(period)) return;
    const from = period.start === undefined ? -Infinity : firstDay(period.start);
    const to = period.end === undefined ? Infinity : lastDay(period.end);
    for (let i = 0; i < steps.length; ++i)
      if (from <= lasts[i]! && to >= firsts[i]!) counts[i]! += 1;
  });
  return counts;
}

export class Timeline {
  private graph: Graph | undefined;
  private axis: Axis = { steps: [], counts: [] };
  private timer: number | undefined;
  private mode: "until" | "at" = "until";
  private context: Context | undefined;

  render(root: HTMLElement, context: Context): void {
    if (this.graph !== context.graph) {
      this.graph = context.graph;
      this.axis = axisOf(context.graph);
    }
    this.context = context;
    const { filters } = context.state;
    if (filters.at !== undefined) this.mode = "at";
    else if (filters.until !== undefined) this.mode = "until";
    root.hidden = this.axis.steps.length < 2;
    if (!root.hidden) replaceChildren(root, this.contents(context));
  }

  /** The step the slider stands at; the number of steps when time is not filtered. */
  private position(): number {
    const { steps } = this.axis;
    const value = this.context?.state.filters[this.mode];
    if (value === undefined) return steps.length - 1;
    const exact = steps.indexOf(value);
    if (exact >= 0) return exact;
    const beyond = steps.findIndex((step) => firstDay(step) > lastDay(value));
    return beyond < 0 ? steps.length - 1 : Math.max(beyond - 1, 0);
  }

  private contents(context: Context): Node[] {
    const { t } = context;
    const { steps } = this.axis;
    const at = this.position();
    const on = context.state.filters.at !== undefined || context.state.filters.until !== undefined;
    const words = on ? t(`time.${this.mode}`, { date: steps[at]! }) : t("time.all");
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
      h("div", { class: "time-axis" }, this.histogram(on, at), slider,
        h("div", { class: "time-ends quiet", "aria-hidden": "true" },
          h("span", {}, steps[0]!), h("span", {}, steps[steps.length - 1]!))),
      h("output", { class: "time-now" }, words),
      h("button", { type: "button", key: "time-all", class: "plain-button", disabled: !on,
                    on: { click: () => { this.stop(); this.clear(); } } }, t("time.reset")),
    ];
  }

  private histogram(on: boolean, at: number): Node {
    const { steps, counts } = this.axis;
    const most = Math.max(...counts, 1);
    const width = 1000 / steps.length;
    return s("svg", { viewBox: "0 0 1000 40", preserveAspectRatio: "none", "aria-hidden": "true",
                      class: "histogram" },
      counts.map((count, i) => s("rect", {
        x: (i * width).toFixed(2), width: Math.max(width - 1, 0.6).toFixed(2),
        y: (40 - 38 * count / most).toFixed(2), height: (38 * count / most).toFixed(2),
        class: !on || (this.mode === "until" ? i <= at : i === at) ? "in" : "out",
      })));
  }

  private moveTo(at: number): void {
    const step = this.axis.steps[at]!;
    // At the far end everything has been said, undated claims too.
    if (this.mode === "until" && at === this.axis.steps.length - 1) return this.clear();
    this.context?.setFilters({ at: undefined, until: undefined, [this.mode]: step });
  }

  private clear(): void {
    this.context?.setFilters({ at: undefined, until: undefined });
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
    const last = this.axis.steps.length - 1;
    let at = this.position() === last ? 0 : this.position();
    const pause = Math.max(120, Math.min(700, 15_000 / this.axis.steps.length));
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
