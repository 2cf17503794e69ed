// SPDX-License-Identifier: Apache-2.0
//
// Answers to questions about a graph too large for the page: asked of the program, shown as it
// prints them.
import type { Server, Table } from "../server";
import type { Context } from "./context";
import { dataTable, type Rows } from "./data_table";
import { h } from "./dom";

type Answer = { table: Table } | { error: string } | "waiting";
const answers = new Map<string, Answer>();
const mostKept = 40;

/** The program's answer to the question, or that it is being asked; draws again when it is there. */
export function askServer(context: Context, question: string,
                          ask: (server: Server) => Promise<Table>): Node {
  const { t, server } = context;
  if (!server) return h("p", { class: "note" }, t("server.none"));
  const answer = answers.get(question);
  if (answer === undefined) {
    if (answers.size >= mostKept) answers.delete(answers.keys().next().value!);
    answers.set(question, "waiting");
    ask(server).then((table) => answers.set(question, { table }),
                     (error: Error) => answers.set(question, { error: error.message }))
      .finally(() => context.refresh());
  }
  const known = answers.get(question)!;
  if (known === "waiting") return h("p", { class: "note", role: "status" }, t("server.asking"));
  if ("error" in known) return h("p", { class: "flag" }, known.error);
  return h("div", {},
    h("p", { class: "note" }, t("server.answered")),
    dataTable(context, rowsOf(context, known.table)),
    known.table.notes.map((note) => h("p", { class: "note" }, note)));
}

/** A table of another graph is not the answer any more. */
export function forgetAnswers(): void {
  answers.clear();
}

function rowsOf(context: Context, table: Table): Rows {
  const shown = table.columns.filter(({ name }) => !name.endsWith("_id"));
  const ids = table.columns.filter(({ name }) => name.endsWith("_id"));
  return {
    name: "server",
    columns: shown.map(({ name, type }) => ({
      name, word: name.replaceAll("_", " "), numeric: ["integer", "number", "money"].includes(type),
    })),
    rows: table.rows.map((row) => {
      const id = ids.map(({ name }) => row[name]).find((value) => typeof value === "string");
      return {
        cells: shown.map(({ name }) => {
          const value = row[name];
          return value === null || value === undefined ? undefined
            : Array.isArray(value) ? value.join("; ") : value;
        }),
        open: typeof id === "string" ? () => openById(context, id) : undefined,
      };
    }),
  };
}

/** A node the page has is opened; another is fetched with what surrounds it. */
export function openById(context: Context, id: string): void {
  if (context.graph.findNode(id) !== undefined) context.set({ node: id, edge: undefined });
  else context.set({ view: "network", around: id, node: id, edge: undefined });
}
