// SPDX-License-Identifier: Apache-2.0
//
// What the page shows, kept in the address after `#`, so that a view can be shared, bookmarked and
// gone back to. What has its usual value is not written.
import { isDate } from "./core/dates";
import { type FundingBy, fundingViews } from "./core/funding";
import { type Filters, noFilters } from "./core/narrow";
import { bases, flows, kinds, relations } from "./core/vocabulary";

export const views = ["network", "funding", "map", "path", "table"] as const;
export type View = (typeof views)[number];

export const fundingPictures = ["matrix", "sankey", "rows"] as const;
export const tables = ["nodes", "edges", "claims", "documents", "funding"] as const;

export interface State {
  view: View;
  filters: Filters;
  /** A node's id. */
  node: string | undefined;
  /** An edge's key, "from relation to". */
  edge: string | undefined;
  from: string | undefined;
  to: string | undefined;
  picture: (typeof fundingPictures)[number];
  by: FundingBy;
  /** What cells and ribbons show: "projects", or a ledger such as "committed_EUR". */
  count: string;
  size: string;
  table: (typeof tables)[number];
  contains: string;
  /** A column's name, "-" before it when descending. */
  sort: string;
  /** Of a graph too large to draw: the node whose surroundings are shown. */
  around: string | undefined;
  language: string | undefined;
  theme: "light" | "dark" | undefined;
}

export function defaultState(): State {
  return {
    view: "network", filters: noFilters(), node: undefined, edge: undefined, from: undefined,
    to: undefined, picture: "matrix", by: "state_office", count: "projects", size: "degree",
    table: "nodes", contains: "", sort: "", around: undefined, language: undefined,
    theme: undefined,
  };
}

const listFilters = { relation: relations, kind: kinds, flow: flows } as const;
const texts = ["node", "edge", "from", "to", "count", "size", "contains", "sort", "around"] as const;
const choices = { view: views, picture: fundingPictures, by: fundingViews, table: tables,
                  theme: ["light", "dark"] } as const;

export function writeState(state: State): string {
  const usual = defaultState();
  const out = new URLSearchParams();
  for (const name of ["view", ...texts, "picture", "by", "table", "theme"] as const) {
    const value = state[name];
    if (value !== undefined && value !== usual[name]) out.set(name, value);
  }
  if (state.language !== undefined) out.set("lang", state.language);
  for (const [name, value] of filterParameters(state.filters)) out.append(name, value);
  return out.toString();
}

/** The filters as the program's own parameters. */
export function filterParameters(filters: Filters): [string, string][] {
  const pairs: [string, string][] = [];
  for (const name of ["at", "since", "until", "basis"] as const)
    if (filters[name] !== undefined) pairs.push([name, filters[name]]);
  for (const name of ["relation", "kind", "flow", "document"] as const)
    for (const value of filters[name]) pairs.push([name, value]);
  if (filters.min_documents > 1) pairs.push(["min_documents", String(filters.min_documents)]);
  return pairs;
}

/** What is not understood is left at its usual value: an old link still opens. */
export function readState(hash: string): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = defaultState();
  const target = state as unknown as Record<string, unknown>;
  for (const name of texts) if (given.get(name)) target[name] = given.get(name);
  for (const [name, allowed] of Object.entries(choices))
    if ((allowed as readonly string[]).includes(given.get(name) ?? "")) target[name] = given.get(name);
  state.language = given.get("lang") ?? undefined;
  for (const name of ["at", "since", "until"] as const) {
    const value = given.get(name);
    if (value && isDate(value)) state.filters[name] = value;
  }
  for (const [name, allowed] of Object.entries(listFilters))
    (state.filters as unknown as Record<string, string[]>)[name] =
      given.getAll(name).filter((value) => (allowed as readonly string[]).includes(value));
  state.filters.document = given.getAll("document");
  const fewest = Number(given.get("min_documents"));
  if (Number.isInteger(fewest) && fewest > 1) state.filters.min_documents = fewest;
  const basis = bases.find((value) => value === given.get("basis"));
  if (basis) state.filters.basis = basis;
  return state;
}
