// SPDX-License-Identifier: Apache-2.0
//
// Shows lists of nodes, edges, claims and documents, with the columns of the program's listing
// (queries/claims/listing.hpp). The page makes the rows from its data; for a graph too large for
// the page, the program makes them.
import type { Cell } from "../core/csv";
import { type Scope, keyOf } from "../core/graph";
import type { Basis, Flow, Kind, Relation } from "../core/vocabulary";
import type { List, Table } from "../server";
import { type Context, kindWord, relationWord } from "./context";
import { type Column, type Rows, mostShown } from "./data_table";
import { h } from "./dom";
import { answerOf, ask, inItsPlace } from "./questions";

type Listed = List["of"];
/** The cells of a row, by the name of the column. */
type Item = Partial<Record<string, Cell>>;

function columnsOf({ t }: Context, of: Listed): Column[] {
  const from: Column[] = [{ name: "from", word: t("column.from") }, { name: "from_id", word: t("column.id"), fileOnly: true },
    { name: "relation", word: t("column.relation") },
    { name: "to", word: t("column.to") }, { name: "to_id", word: t("column.id"), fileOnly: true }];
  const counts: Column[] = [{ name: "claims", word: t("column.claims"), numeric: true },
                            { name: "documents", word: t("column.documents"), numeric: true }];
  switch (of) {
    case "nodes": return [
      { name: "name", word: t("column.name") }, { name: "kind", word: t("column.kind") },
      { name: "id", word: t("column.id") },
      { name: "edges", word: t("column.edges"), numeric: true },
      { name: "documents", word: t("column.documents"), numeric: true },
    ];
    case "edges": return [...from, ...counts];
    case "claims": return [...from,
      { name: "document", word: t("column.document") }, { name: "document_id", word: t("column.id"), fileOnly: true },
      { name: "date", word: t("column.date") }, { name: "place", word: t("claim.place") },
      { name: "basis", word: t("column.basis") }, { name: "start", word: t("column.start") },
      { name: "end", word: t("column.end") }, { name: "flow", word: t("claim.flow") },
      { name: "currency", word: t("column.currency") },
      { name: "amount", word: t("claim.amount"), numeric: true }, { name: "quote", word: t("column.quote") },
    ];
    case "documents": return [
      { name: "title", word: t("column.title") }, { name: "publisher", word: t("column.publisher") },
      { name: "date", word: t("column.date") }, { name: "claims", word: t("column.claims"), numeric: true },
      { name: "url", word: t("column.url") }, { name: "id", word: t("column.id") },
    ];
  }
}

/** The word on screen for a word of the program's vocabulary. */
function shown({ t }: Context, column: string, cell: Cell): string | undefined {
  if (cell === undefined) return undefined;
  switch (column) {
    case "kind": return kindWord(t, cell as Kind);
    case "relation": return relationWord(t, cell as Relation);
    case "basis": return t(`basis.${cell as Basis}`);
    case "flow": return t(`flow.${cell as Flow}`);
    default: return undefined;
  }
}

function open(context: Context, of: Listed, item: Item): void {
  const nothing = { node: undefined, edge: undefined, cell: undefined };
  switch (of) {
    case "nodes": return context.set({ ...nothing, node: String(item["id"]) });
    case "edges": case "claims":
      return context.set({ ...nothing,
        edge: keyOf(String(item["from_id"]), String(item["relation"]), String(item["to_id"])) });
    case "documents": return context.setFilters({ document: [String(item["id"])] });
  }
}

function rowsOf(context: Context, of: Listed, items: readonly Item[]): Rows {
  const columns = columnsOf(context, of);
  return { name: of, columns, rows: items.map((item) => ({
    cells: columns.map(({ name }) => item[name]),
    shown: columns.map(({ name }) => shown(context, name, item[name])),
    open: () => open(context, of, item),
  })) };
}

/** The rows of a list, from the data in the page. */
export function listRows(context: Context, of: Listed): Rows {
  const items = { nodes, edges, claims, documents };
  return rowsOf(context, of, items[of](context.scope));
}

function nodes(scope: Scope): Item[] {
  const { graph } = scope;
  return scope.nodeList().map((n) => {
    const { kind, id } = graph.node(n);
    const own = [...new Set([...scope.outEdges(n), ...scope.inEdges(n)])];
    return { name: graph.nameOf(n), kind, id, edges: own.length,
             documents: new Set(own.flatMap((e) => scope.documentsOf(e))).size };
  });
}

function ends({ graph }: Scope, e: number): Item {
  const { from, relation, to } = graph.edge(e);
  return { from: graph.nameOf(from), from_id: graph.node(from).id, relation,
           to: graph.nameOf(to), to_id: graph.node(to).id };
}

function edges(scope: Scope): Item[] {
  return scope.edgeList().map((e) => ({
    ...ends(scope, e), claims: scope.claimsOf(e).length, documents: scope.documentsOf(e).length }));
}

function claims(scope: Scope): Item[] {
  const { graph } = scope;
  return scope.claimList().map((c) => {
    const { edge, document, locator, basis = "stated", start, end, flow, currency, amount, quote } = graph.claim(c);
    const { id, date } = graph.document(document);
    return { ...ends(scope, edge), document: graph.titleOf(document), document_id: id, date, place: locator, basis,
             start, end, flow: flow ?? (amount === undefined ? undefined : "unknown"), currency, amount, quote };
  });
}

function documents(scope: Scope): Item[] {
  const { graph } = scope;
  const counts = new Map<number, number>();
  for (const c of scope.claimList()) {
    const { document } = graph.claim(c);
    counts.set(document, (counts.get(document) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => a[0] - b[0]).map(([d, count]) => {
    const { id, publisher, date, url } = graph.document(d);
    return { title: graph.titleOf(d), publisher, date, claims: count, url, id };
  });
}

/** The last answer, and the question it belongs to. */
let before: { key: string; table: Table } | undefined;

/** Asks the program for the first rows that contain the typed words, in the chosen order. */
export function askList(context: Context, of: Listed, draw: (table: Rows) => Node): Node {
  const { t, state } = context;
  const list = currentList(context, of);
  const asked = ask(context, `rows ${JSON.stringify(list)}`, (server) => server.rows(list, mostShown));
  const key = JSON.stringify([of, state.filters]);
  const answer = answerOf(asked);
  if (answer) before = { key, table: answer };
  // While the user types, the rows of the previous text stay on screen, and so does the input.
  const { facts, rows } = before?.key === key ? before.table : { facts: { rows: 0, matching: 0 }, rows: [] };
  const items = rows.map((row): Item => Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, (value ?? undefined) as Cell])));
  return h("div", {},
    answer ? h("p", { class: "note" }, t("server.answered")) : inItsPlace(context, asked),
    draw({ ...rowsOf(context, of, items), asked: {
      all: Number(facts?.["rows"]), matching: Number(facts?.["matching"]),
      csv: () => context.server!.rowsFile(list) } }));
}

/** The list that the state selects. A sort column of another list is ignored. */
export function currentList(context: Context, of: Listed): List {
  const { contains, sort, filters } = context.state;
  const known = columnsOf(context, of).some(({ name }) => name === sort.replace(/^-/, ""));
  return { of, contains, sort: known ? sort : "", filters };
}
