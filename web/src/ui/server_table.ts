// SPDX-License-Identifier: Apache-2.0
//
// Answers to questions about a graph too large for the page: asked of the program, shown as it
// prints them.
import { listSeparator } from "../core/evidence";
import type { FundingBy } from "../core/funding";
import type { Server, Table } from "../server";
import type { Context } from "./context";
import { dataTable, type Rows } from "./data_table";
import { h } from "./dom";

type Answer = { table: Table } | { error: string } | "waiting";
const answers = new Map<string, Answer>();
const mostKept = 40;

/** Asked of the program, and known by its words. */
export interface Question {
  words: string;
  ask: (server: Server) => Promise<Table>;
}

/** Whether the program answers about funding and ways, for the graph is too large to be drawn. */
export function asksProgram({ server, tooLarge, leftOut, state }: Context): boolean {
  return server !== undefined && tooLarge && (leftOut !== undefined || server.takes(state.filters));
}

export function fundingQuestion({ state }: Context, by: FundingBy): Question {
  return { words: `funding ${by} ${JSON.stringify(state.filters)}`,
           ask: (server) => server.funding(state.filters, by) };
}

export function pathQuestion({ state }: Context, from: string, to: string): Question {
  return { words: `path ${from} ${to} ${JSON.stringify(state.filters)}`,
           ask: (server) => server.path(from, to, state.filters) };
}

/** The program's figures of what the filters keep, once they are there; where the page holds a part. */
export function askFacts(context: Context): Table["facts"] {
  const { server, leftOut, state } = context;
  if (!server || !leftOut) return undefined;
  const known = answerTo(context, { words: `info ${JSON.stringify(state.filters)}`,
                                    ask: () => server.info(state.filters) });
  return known !== "waiting" && "table" in known ? known.table.facts : undefined;
}

/** The program's answer to the question, or that it is being asked; draws again when it is there. */
function answerTo(context: Context, { words: question, ask }: Question): Answer {
  const answer = answers.get(question);
  if (answer !== undefined) return answer;
  if (answers.size >= mostKept) answers.delete(answers.keys().next().value!);
  answers.set(question, "waiting");
  ask(context.server!).then((table) => answers.set(question, { table }),
                            (error: Error) => answers.set(question, { error: error.message }))
    .finally(() => context.refresh());
  return "waiting";
}

/** The rows of the program's answer, for a file. */
export async function answeredRows(context: Context, { words, ask }: Question): Promise<Rows> {
  const known = answers.get(words);
  const table = known !== undefined && known !== "waiting" && "table" in known ? known.table
    : await ask(context.server!);
  return rowsOf(context, table);
}

/** The program's rows, or that it is being asked. */
export function askServer(context: Context, question: Question): Node {
  const { t, server } = context;
  if (!server) return h("p", { class: "note" }, t("server.none"));
  const known = answerTo(context, question);
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

/** Ids are for programs: in the file, not on screen. */
function rowsOf(context: Context, { columns, rows }: Table): Rows {
  const isId = (name: string): boolean => name.endsWith("_id");
  return {
    name: "server",
    columns: columns.map(({ name, type }) => ({
      name, word: name.replaceAll("_", " "), numeric: ["integer", "number", "money"].includes(type),
      ...isId(name) ? { fileOnly: true } : {},
    })),
    rows: rows.map((row) => {
      const id = columns.filter(({ name }) => isId(name)).map(({ name }) => row[name])
        .find((value) => typeof value === "string");
      const values = columns.map(({ name }) => row[name] ?? undefined);
      return {
        cells: values.map((value) => Array.isArray(value) ? value.join(listSeparator) : value),
        shown: values.map((value) => Array.isArray(value) ? value.join("; ") : undefined),
        open: typeof id === "string" ? () => openById(context, id) : undefined,
      };
    }),
  };
}

/** A node that is drawn is opened; another is drawn with what surrounds it. */
export function openById(context: Context, id: string): void {
  const { graph, scope, shown } = context;
  const n = graph.findNode(id);
  const opened = { node: id, edge: undefined, cell: undefined };
  if (n !== undefined && (shown.nodes[n] === 1 || scope.nodes[n] !== 1)) context.set(opened);
  else context.set({ view: "network", around: id, ...opened });
}
