// SPDX-License-Identifier: Apache-2.0
//
// Sends questions about a graph too large for the page to the program, and shows its tables as the
// program prints them.
import { listSeparator } from "../core/evidence";
import type { FundingBy } from "../core/funding";
import { keyOf } from "../core/graph";
import { type LedgerKey, ledgerKeyOf } from "../core/ledger";
import { parseAmount } from "../core/money";
import type { Server, Table } from "../server";
import { ledgerWords, moneyText, namesText } from "./claims";
import type { Context } from "./context";
import { dataTable, type Rows } from "./data_table";
import { h } from "./dom";
import { type Asked, answerOf, ask, inItsPlace } from "./questions";

/** A question to the program; `words` identify it. */
export interface Question {
  words: string;
  ask: (server: Server) => Promise<Table>;
}

/** Whether the program answers questions about funding and paths, since the graph is too large to be drawn. */
export function asksProgram({ server, tooLarge, leftOut, state }: Context): boolean {
  return server !== undefined && tooLarge && (leftOut !== undefined || server.takes(state.filters));
}

export function fundingQuestion({ state }: Context, by: FundingBy): Question {
  return { words: `funding ${by} ${JSON.stringify(state.filters)}`,
           ask: (server) => server.funding(state.filters, by) };
}

/** Asks the question. Call it while the page is drawn. */
export function askQuestion(context: Context, question: Question): Asked<Table> {
  return ask(context, question.words, question.ask);
}

export function pathQuestion({ state }: Context, from: string, to: string): Question {
  return { words: `path ${from} ${to} ${JSON.stringify(state.filters)}`,
           ask: (server) => server.path(from, to, state.filters) };
}

/** The program's numbers of what the filters keep, when they have come. undefined: count in the page. */
export function askInfo(context: Context): Table | undefined {
  const { server, leftOut, state } = context;
  if (!server || !leftOut) return undefined;
  return answerOf(ask(context, `info ${JSON.stringify(state.filters)}`, (now) => now.info(state.filters)));
}

/** The rows of the program's answer, for a file. */
export async function answeredRows(context: Context, question: Question): Promise<Rows> {
  return rowsOf(context, await question.ask(context.server!));
}

/** The program's rows as a table, or a note that it is being asked. */
export function askServer(context: Context, question: Question): Node {
  const { t, server } = context;
  if (!server) return h("p", { class: "note" }, t("server.none"));
  const known = askQuestion(context, question);
  const table = answerOf(known);
  if (!table) return inItsPlace(context, known);
  return h("div", {},
    h("p", { class: "note" }, t("server.answered")),
    dataTable(context, rowsOf(context, table)),
    table.notes.map((note) => h("p", { class: "note" }, note)));
}

/** Makes rows from the program's table. Columns of ids are in the file only, not on screen. */
function rowsOf(context: Context, { columns, rows }: Table): Rows {
  const isId = (name: string): boolean => name.endsWith("_id");
  const ledger = (name: string): LedgerKey | undefined => ledgerKeyOf(name.replace(/_max$/, ""));
  const word = (name: string): string => {
    const key = ledger(name);
    if (!key) return name.replaceAll("_", " ");
    const words = ledgerWords(context, key);
    return name.endsWith("_max") ? context.t("money.highest", { ledger: words }) : words;
  };
  const sumText = (name: string, value: string): string | undefined => {
    const key = ledger(name);
    if (!key) return undefined;
    const { minor, decimals } = parseAmount(value);
    return moneyText(context, key.currency, minor, decimals);
  };
  return {
    name: "server",
    columns: columns.map(({ name, type }) => ({
      name, word: word(name), numeric: ["integer", "number", "money"].includes(type),
      ...isId(name) ? { fileOnly: true } : {},
    })),
    rows: rows.map((row) => {
      const id = columns.filter(({ name }) => isId(name)).map(({ name }) => row[name])
        .find((value) => typeof value === "string");
      const [state, office] = [row["state_id"], row["office_id"]];
      const cell = typeof state === "string" && typeof office === "string" ? keyOf(state, office) : undefined;
      const values = columns.map(({ name }) => row[name] ?? undefined);
      return {
        cells: values.map((value) => Array.isArray(value) ? value.join(listSeparator) : value),
        shown: values.map((value, i) => Array.isArray(value) ? namesText(context, value)
          : typeof value === "string" && columns[i]!.type === "money" ? sumText(columns[i]!.name, value) : undefined),
        open: cell !== undefined ? () => context.set({ cell, node: undefined, edge: undefined })
          : typeof id === "string" ? () => openById(context, id) : undefined,
      };
    }),
  };
}

/** Opens a node that is drawn; for another node, draws its surroundings. */
export function openById(context: Context, id: string): void {
  const { graph, scope, shown } = context;
  const n = graph.findNode(id);
  const opened = { node: id, edge: undefined, cell: undefined };
  if (n !== undefined && (shown.nodes[n] === 1 || scope.nodes[n] !== 1)) context.set(opened);
  else context.set({ view: "network", around: id, ...opened });
}
