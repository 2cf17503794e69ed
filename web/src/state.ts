// SPDX-License-Identifier: Apache-2.0
//
// The state of the page. It is kept in the address after `#`, so that people can share a view,
// bookmark it and go back to it. Default values are not written.
import { isDate } from "./core/dates";
import { type FundingBy, fundingViews } from "./core/funding";
import { type Filters, noFilters } from "./core/narrow";
import { bases, flows, kinds, relations } from "./core/vocabulary";
import { languages } from "./ui/messages";

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
  /** A cell of the matrix, the ids "state office". */
  cell: string | undefined;
  from: string | undefined;
  to: string | undefined;
  picture: (typeof fundingPictures)[number];
  by: FundingBy;
  /** What cells and ribbons count: "projects", or a ledger such as "committed_EUR". */
  count: string;
  size: string;
  table: (typeof tables)[number];
  contains: string;
  /** A column's name, "-" before it when descending. */
  sort: string;
  /** The node whose surroundings are shown, in a graph too large to draw. */
  around: string | undefined;
  language: string | undefined;
  theme: "light" | "dark" | undefined;
}

export function defaultState(): State {
  return {
    view: "network", filters: noFilters(), node: undefined, edge: undefined, cell: undefined,
    from: undefined, to: undefined, picture: "matrix", by: "state_office", count: "projects", size: "degree",
    table: "nodes", contains: "", sort: "", around: undefined, language: undefined,
    theme: undefined,
  };
}

const listFilters = { relation: relations, kind: kinds, flow: flows } as const;
const texts = ["node", "edge", "cell", "from", "to", "count", "size", "contains", "sort", "around"] as const;
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

/** A part of an address that has no meaning here. */
export interface Misread {
  name: string;
  value: string;
  /** The allowed values; undefined: there is no parameter of that name. */
  allowed: readonly string[] | undefined;
}

const dates = ["2024", "2024-11", "2024-11-22"];

/**
 * Reads the state from an address. Values that are not understood get their defaults, so that an old link
 * still opens. They are reported to `misread`, since a missing filter shows more than the link asks for.
 */
export function readState(hash: string, misread: (what: Misread) => void = () => {}): State {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = defaultState();
  const target = state as unknown as Record<string, unknown>;
  const list = (name: string, allowed: readonly string[]): string[] => [...new Set(given.getAll(name))].filter((value) => {
    const known = allowed.includes(value);
    if (!known) misread({ name, value, allowed });
    return known;
  });
  const one = (name: string, allowed: readonly string[]): string | undefined => list(name, allowed)[0];
  for (const name of texts) if (given.get(name)) target[name] = given.get(name);
  for (const [name, allowed] of Object.entries(choices)) target[name] = one(name, allowed) ?? target[name];
  state.language = one("lang", Object.keys(languages));
  for (const name of ["at", "since", "until"] as const) {
    const value = given.get(name);
    if (value && isDate(value)) state.filters[name] = value;
    else if (value !== null) misread({ name, value, allowed: dates });
  }
  for (const [name, allowed] of Object.entries(listFilters))
    (state.filters as unknown as Record<string, string[]>)[name] = list(name, allowed);
  state.filters.document = [...new Set(given.getAll("document"))];
  const fewest = given.get("min_documents");
  if (fewest !== null && /^[1-9]\d{0,5}$/.test(fewest)) state.filters.min_documents = Number(fewest);
  else if (fewest !== null) misread({ name: "min_documents", value: fewest, allowed: ["1", "2", "3"] });
  const basis = one("basis", bases);
  if (basis) state.filters.basis = basis as (typeof bases)[number];
  for (const name of new Set(given.keys()))
    if (!names.has(name)) misread({ name, value: given.get(name)!, allowed: undefined });
  return state;
}

const names: ReadonlySet<string> = new Set([
  ...texts, ...Object.keys(choices), ...Object.keys(listFilters), "lang", "at", "since", "until", "document",
  "min_documents", "basis",
]);
