// SPDX-License-Identifier: Apache-2.0
//
// Shows a table. The user can sort it by any column, filter it by typed words, copy it as CSV, and
// open what a row is about. The table of funding is also made here.
import { type Cell, csvOfPart } from "../core/csv";
import { listSeparator } from "../core/evidence";
import { type Funding, type FundingRow, fundingShapes } from "../core/funding";
import { columnName } from "../core/ledger";
import { decimalText } from "../core/money";
import { normalise } from "../core/search";
import { ledgerWords, moneyText, namesText } from "./claims";
import { type Context, fundingOf } from "./context";
import { h } from "./dom";
import { listRows } from "./lists";
import { partMark, partSentence } from "./part";

export interface Column {
  /** The column's name in the program's tables, and in the header of the CSV. */
  name: string;
  word: string;
  numeric?: boolean;
  /** The column is in the file but not on screen: ids, and marks of rows. */
  fileOnly?: boolean;
}

export interface Row {
  cells: Cell[];
  /** By column: the text on screen, where it is not the cell itself. */
  shown?: (string | undefined)[];
  open?: (() => void) | undefined;
}

export interface Rows {
  name: string;
  columns: Column[];
  rows: Row[];
  /** Set when the program has sorted and filtered the rows, and these are the first of them. */
  asked?: { all: number; matching: number; csv: () => Promise<string> };
}

export const mostShown = 300;

/** The rows on screen: those that contain the typed words, in the chosen order. */
export function visibleRows(context: Context, table: Rows): Row[] {
  if (table.asked) return table.rows;
  const { contains, sort } = context.state;
  const words = normalise(contains).split(" ").filter(Boolean);
  const kept = words.length === 0 ? [...table.rows] : table.rows.filter((row) => {
    const text = normalise(row.cells.map((cell, i) =>
      table.columns[i]!.fileOnly ? "" : `${row.shown?.[i] ?? ""} ${cell ?? ""}`).join(" "));
    return words.every((word) => text.includes(word));
  });
  const at = table.columns.findIndex(({ name }) => name === sort.replace(/^-/, ""));
  if (at < 0) return kept;
  const direction = sort.startsWith("-") ? -1 : 1;
  const numeric = table.columns[at]!.numeric === true;
  const collator = new Intl.Collator(context.language);
  return kept.sort((a, b) => {
    const [x, y] = [a.cells[at], b.cells[at]];
    if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
    return direction * (numeric ? Number(x) - Number(y) : collator.compare(String(x), String(y)));
  });
}

/** The given rows as CSV; `part`: a sentence that says of what they are a part. */
export function tableCsv(table: Rows, rows: readonly Row[], part: string | undefined): string {
  return csvOfPart(table.columns.map(({ name }) => name), rows.map((row) => row.cells), part);
}

export function dataTable(context: Context, table: Rows): Node {
  const { t, state } = context;
  const rows = visibleRows(context, table);
  // Columns without any value are not shown; the CSV has all columns.
  const said = table.columns.map(({ fileOnly }, i) =>
    !fileOnly && table.rows.some((row) => row.cells[i] !== undefined));
  const part = table.name === "server" || table.asked ? undefined : partSentence(context);
  const { all, matching, csv } = table.asked ?? { all: table.rows.length, matching: rows.length,
                                                  csv: () => Promise.resolve(tableCsv(table, rows, part)) };
  const header = (column: Column): Node => {
    const ascending = state.sort === column.name;
    const descending = state.sort === `-${column.name}`;
    const first = column.numeric ? `-${column.name}` : column.name;
    const second = column.numeric ? column.name : `-${column.name}`;
    return h("th", { scope: "col", "aria-sort": ascending ? "ascending" : descending ? "descending" : "none",
                     class: column.numeric ? "number" : undefined },
      h("button", { type: "button", class: "sort", key: `column ${column.name}`, on: { click: () =>
        context.set({ sort: state.sort === first ? second : state.sort === second ? "" : first }) } },
        column.word, h("span", { "aria-hidden": "true" }, ascending ? " ↑" : descending ? " ↓" : "")));
  };
  return h("div", { class: "data" },
    h("div", { class: "controls" },
      h("label", {}, t("table.contains"), " ",
        h("input", { type: "search", key: "contains", value: state.contains, on: { input: (event: Event) =>
          context.set({ contains: (event.target as HTMLInputElement).value }) } })),
      h("button", { type: "button", class: "plain-button", key: "copy", on: { click: () => {
        void csv().then(copyText).then(
          () => context.announce(t("table.copied", { n: matching })),
          () => context.announce(t("table.not_copied")));
      } } }, t("table.copy")),
      h("span", { class: "quiet", role: "status" }, matching === all
        ? t("count.rows", { n: all }) : t("table.kept", { n: matching, of: all }), part ? partMark(context) : null)),
    h("div", { class: "scroll", "data-scroll": `table ${table.name}`, tabindex: 0, role: "region",
               "aria-label": t("table.region") },
      h("table", { class: "rows" },
        h("thead", {}, h("tr", {}, table.columns.filter((_, i) => said[i]).map(header))),
        h("tbody", {}, rows.slice(0, mostShown).map((row, r) => h("tr", {},
          row.cells.map((cell, i) => {
            const text = row.shown?.[i] ?? (cell === undefined ? "" : String(cell));
            const open = row.open;
            if (!said[i]) return null;
            const look = table.columns[i]!.numeric ? "number" : text.length <= 12 ? "brief" : undefined;
            return h("td", { class: look },
              i === 0 && open ? h("button", { type: "button", class: "link", key: `row ${r}`,
                                              on: { click: () => open() } }, text) : text);
          }))))),
      matching > mostShown ? h("p", { class: "note" }, t("table.more", { n: matching - mostShown })) : null));
}

async function copyText(text: string): Promise<void> {
  // A page opened from disk may not use the clipboard API; copying a selection still works.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = h("textarea", { class: "off-screen", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}

/** The table that the state selects, made from the data in the page. */
export function currentTable(context: Context): Rows {
  const { table, by } = context.state;
  return table === "funding" ? fundingTable(context, fundingOf(context.scope, by)) : listRows(context, table);
}

export function fundingTable(context: Context, answer: Funding): Rows {
  const { graph, t, select } = context;
  const { keys, lists } = fundingShapes[answer.by];
  const words = {
    payer: answer.by === "donor" ? t("column.funder") : t("column.state"),
    project: t("column.project"), office: t("column.office"),
  };
  const plural = { payer: t("column.states"), project: t("column.projects"), office: t("column.offices") };
  const name = { payer: answer.by === "donor" ? "funder" : "state", project: "project", office: "office" };
  const money = answer.ledgers.flatMap(({ key, disputed }) => [
    { name: columnName(key), word: ledgerWords(context, key), numeric: true },
    ...disputed ? [{ name: `${columnName(key)}_max`, numeric: true,
                     word: t("money.highest", { ledger: ledgerWords(context, key) }) }] : [],
  ]);
  const marks = marksOf(answer);
  const list = (nodes: readonly number[]): ListCell => ({
    cell: nodes.map((n) => graph.nameOf(n)).join(listSeparator) || undefined,
    shown: namesText(context, nodes.map((n) => graph.nameOf(n))) || undefined,
  });
  return {
    name: `funding ${answer.by}`,
    columns: [
      ...keys.flatMap((part) => [
        { name: name[part], word: words[part] }, { name: `${name[part]}_id`, word: t("column.id"), fileOnly: true },
        ...answer.by === "donor" && part === "payer" ? [{ name: "kind", word: t("column.kind"), fileOnly: true }] : [],
      ]),
      ...lists.map((part) => ({ name: `${name[part]}s`, word: plural[part] })),
      ...marks.map((mark) => ({ name: mark.name, word: mark.name, fileOnly: true })),
      ...money,
      { name: "documents", word: t("column.documents"), numeric: true },
      { name: "first", word: t("column.first") }, { name: "last", word: t("column.last") },
    ],
    rows: answer.rows.map((row) => {
      const cells: ListCell[] = [
        ...keys.flatMap((part): ListCell[] => {
          const { id, kind } = graph.node(row[part]!);
          return [{ cell: graph.nameOf(row[part]!) }, { cell: id },
                  ...answer.by === "donor" && part === "payer" ? [{ cell: kind }] : []];
        }),
        ...lists.map((part) => list(row[`${part}s`])),
        ...marks.map(({ of }): ListCell => {
          const value = of(row);
          return typeof value === "boolean" ? { cell: value } : list(value);
        }),
        ...answer.ledgers.flatMap((ledger) => amountCells(context, row, ledger)),
        { cell: row.sum.documents.length }, { cell: row.sum.time.first }, { cell: row.sum.time.last },
      ];
      return {
        cells: cells.map(({ cell }) => cell),
        shown: cells.map(({ shown }) => shown),
        open: () => answer.by === "state_office" ? select({ cell: [row.payer!, row.office!] })
          : select({ node: row[keys[keys.length - 1]!]! }),
      };
    }),
  };
}

interface ListCell {
  cell: Cell;
  shown?: string | undefined;
}

/** Optional columns, in the program's order: only those with a value in some row. */
function marksOf(answer: Funding): { name: string; of: (row: FundingRow) => boolean | number[] }[] {
  return [
    ...answer.rows.some(({ direct }) => direct) ? [{ name: "direct", of: (row: FundingRow) => row.direct }] : [],
    ...answer.rows.some(({ otherRecipients }) => otherRecipients.length > 0)
      ? [{ name: "other_recipients", of: (row: FundingRow) => row.otherRecipients }] : [],
    ...answer.rows.some(({ through }) => through.length > 0)
      ? [{ name: "through", of: (row: FundingRow) => row.through }] : [],
  ];
}

/** The lowest amount, and, if documents disagree in some row, a second column with the highest. */
function amountCells(context: Context, row: FundingRow, { key, disputed }: Funding["ledgers"][number]): ListCell[] {
  const sum = row.sum.money.find(columnName(key));
  if (!sum) return disputed ? [{ cell: undefined }, { cell: undefined }] : [{ cell: undefined }];
  const cell = (minor: bigint): ListCell => ({
    cell: decimalText({ minor, decimals: sum.decimals }),
    shown: moneyText(context, key.currency, minor, sum.decimals),
  });
  return disputed ? [cell(sum.low), cell(sum.high)] : [cell(sum.low)];
}
