// SPDX-License-Identifier: Apache-2.0
//
// Shows the filters that all views share, with the same names and meaning as at the terminal. The
// filters that are set are chips, which can be removed one by one.
import { isDate } from "../core/dates";
import type { FilterChange, Filters } from "../core/narrow";
import { bases, flows, kinds, relations } from "../core/vocabulary";
import type { Context } from "./context";
import { h } from "./dom";

const mostChips = 10; // for one filter; only documents can be more, and they then share one chip

type ListFilter = "relation" | "kind" | "flow" | "document";

export function filtersPanel(context: Context): Node {
  const { t, graph, state, setFilters } = context;
  const { filters } = state;
  const boxes = (name: ListFilter, values: readonly string[], word: (value: string) => string): Node =>
    h("fieldset", {}, h("legend", {}, t(`filter.${name}`)),
      h("div", { class: name === "document" ? "boxes tall" : "boxes", "data-scroll": `boxes-${name}` },
        values.map((value) => h("label", {},
          h("input", { type: "checkbox", key: `filter ${name} ${value}`, checked: (filters[name] as string[])
            .includes(value), on: { change: () => setFilters(toggled(filters, name, value)) } }),
          " ", word(value)))));
  const date = (name: "since" | "until"): Node => {
    const input = h("input", { type: "text", inputmode: "numeric", placeholder: t("filter.date_form"),
      value: filters[name] ?? "", key: `filter ${name}`, size: 10, maxlength: 10 });
    input.addEventListener("change", () => {
      const text = input.value.trim();
      input.setAttribute("aria-invalid", String(text !== "" && !isDate(text)));
      if (text === "" || isDate(text)) setFilters({ [name]: text === "" ? undefined : text });
    });
    return h("label", {}, t(`filter.${name}`), " ", input);
  };
  return h("div", { class: "filters" },
    h("h2", {}, t("filter.title")),
    boxes("relation", relations, (value) => t(`relation.${value as (typeof relations)[number]}`)),
    boxes("kind", kinds, (value) => t(`kinds.${value as (typeof kinds)[number]}`)),
    boxes("flow", flows, (value) => t(`flow.${value as (typeof flows)[number]}`)),
    h("fieldset", { class: "row" }, h("legend", {}, t("filter.period")), date("since"), date("until"),
      h("p", { class: "note" }, t("filter.period_note"))),
    h("fieldset", { class: "row" }, h("legend", {}, t("filter.evidence")),
      h("label", {}, t("filter.min_documents"), " ",
        h("input", { type: "number", min: 1, max: 99, value: filters.min_documents, key: "filter min",
                     on: { change: (event: Event) => {
                       const value = Math.floor(Number((event.target as HTMLInputElement).value));
                       setFilters({ min_documents: value >= 1 ? value : 1 });
                     } } })),
      h("label", {}, t("filter.basis"), " ",
        h("select", { key: "filter basis", on: { change: (event: Event) => {
          const basis = bases.find((b) => b === (event.target as HTMLSelectElement).value);
          setFilters({ basis });
        } } },
        h("option", { value: "" }, t("filter.any")),
        bases.map((basis) => h("option", { value: basis, selected: basis === filters.basis },
          t(`basis.${basis}`)))))),
    boxes("document", graph.documents.map((d) => d.id).slice(0, 500),
          (id) => graph.titleOf(graph.documents.findIndex((d) => d.id === id))));
}

function toggled(filters: Filters, name: ListFilter, value: string): FilterChange {
  const list = filters[name] as string[];
  return { [name]: list.includes(value) ? list.filter((v) => v !== value) : [...list, value] };
}

/** The filters that are set, each as a button that removes it. */
export function filterChips(context: Context): Node[] {
  const { t, graph, state, setFilters } = context;
  const { filters } = state;
  const chips: Node[] = [];
  const chip = (text: string, without: FilterChange): void => {
    chips.push(h("button", { type: "button", class: "chip", key: `chip ${text}`,
      "aria-label": t("filter.remove", { filter: text }), on: { click: () => setFilters(without) } },
      text, h("span", { "aria-hidden": "true" }, " ×")));
  };
  for (const name of ["at", "since", "until"] as const)
    if (filters[name] !== undefined)
      chip(`${t(`filter.${name}`)} ${filters[name]}`, { [name]: undefined });
  const words: Record<ListFilter, (value: string) => string> = {
    relation: (value) => t(`relation.${value as (typeof relations)[number]}`),
    kind: (value) => t(`kinds.${value as (typeof kinds)[number]}`),
    flow: (value) => t(`flow.${value as (typeof flows)[number]}`),
    document: (id) => {
      const at = graph.documents.findIndex((d) => d.id === id);
      return at < 0 ? id : graph.titleOf(at);
    },
  };
  for (const name of ["relation", "kind", "flow", "document"] as const)
    if (filters[name].length > mostChips) chip(t("count.documents", { n: filters[name].length }), { [name]: [] });
    else for (const value of filters[name]) chip(words[name](value), toggled(filters, name, value));
  if (filters.min_documents > 1)
    chip(t("filter.at_least", { n: filters.min_documents }), { min_documents: 1 });
  if (filters.basis !== undefined)
    chip(t(`basis.${filters.basis}`), { basis: undefined });
  if (state.around !== undefined) {
    const n = graph.findNode(state.around);
    chips.push(h("button", { type: "button", class: "chip", key: "chip around",
      on: { click: () => context.set({ around: undefined }) } },
      t("filter.around", { name: n === undefined ? state.around : graph.nameOf(n) }),
      h("span", { "aria-hidden": "true" }, " ×")));
  }
  return chips;
}
