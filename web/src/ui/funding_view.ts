// SPDX-License-Identifier: Apache-2.0
//
// Shows the views of funding: a matrix with a row for each State and a column for each office,
// where each cell has the number of projects or the money; a Sankey diagram from State through
// project to office; and a table of rows.
import { type Funding, type FundingRow, fundingCount, fundingViews } from "../core/funding";
import { keyOf } from "../core/graph";
import { columnName } from "../core/ledger";
import { anyFilter } from "../core/narrow";
import { approximate } from "../core/money";
import { fundingPictures } from "../state";
import { noAmountCounted, noSuchAmount } from "./amounts";
import { compactMoney, ledgerWords, rangeText } from "./claims";
import { type Context, type ViewPart, fundingOf } from "./context";
import { h, replaceChildren } from "./dom";
import { dataTable, fundingTable } from "./data_table";
import { matrixPicture } from "./matrix_picture";
import { partMark } from "./part";
import { notDrawn, sankey } from "./sankey";
import { asksProgram, askServer, fundingQuestion } from "./server_table";

/** The quantities that cells can show: projects, or one of the ledgers that occur. */
export function countsOf(context: Context, answer: Funding): { value: string; word: string }[] {
  return [{ value: "projects", word: context.t("funding.projects") },
          ...answer.ledgers.map(({ key }) =>
            ({ value: columnName(key), word: ledgerWords(context, key) }))];
}

/** The quantity that the state names, if this answer has it. */
export function countOf(context: Context, answer: Funding): string {
  const wanted = context.state.count;
  return countsOf(context, answer).some(({ value }) => value === wanted) ? wanted : "projects";
}

/** A row's number for widths and colours; undefined: unknown, which is not zero. */
export function figure(row: FundingRow, count: string): number | undefined {
  if (count === "projects") return fundingCount(row);
  const sum = row.sum.money.find(count);
  return sum && approximate({ minor: sum.low, decimals: sum.decimals });
}

export class FundingView implements ViewPart {
  private shown: SVGSVGElement | undefined;

  render(root: HTMLElement, context: Context): void {
    const { t, state } = context;
    const answer = fundingOf(context.scope, state.picture === "rows" ? state.by : "state_office");
    const tab = (picture: (typeof fundingPictures)[number]): Node =>
      h("button", { type: "button", key: `picture ${picture}`, "aria-pressed": state.picture === picture,
                    class: "segment", on: { click: () => context.set({ picture }) } },
        t(`funding.${picture}`));
    const counts = countsOf(context, answer);
    const controls = h("div", { class: "controls" },
      h("div", { class: "segments", role: "group", "aria-label": t("funding.picture") },
        fundingPictures.map(tab)),
      state.picture === "rows"
        ? h("label", {}, t("funding.by"), " ", h("select", { key: "by", on: { change: (event: Event) =>
            context.set({ by: (event.target as HTMLSelectElement).value as typeof state.by, sort: "" }) } },
            fundingViews.map((by) => h("option", { value: by, selected: by === state.by },
              t(`funding.by_${by}`)))))
        : counts.length > 1 && !asksProgram(context)
          ? h("label", {}, t("funding.count"), " ", h("select", { key: "count", on: {
              change: (event: Event) => context.set({ count: (event.target as HTMLSelectElement).value }) } },
              counts.map(({ value, word }) => h("option",
                { value, selected: value === countOf(context, answer) }, word))))
          : null);
    this.shown = undefined;
    replaceChildren(root, h("div", { class: "funding page" },
      h("h2", { class: "picture-title" }, t(`funding.title_${state.picture}`),
        asksProgram(context) ? null : partMark(context)),
      controls,
      asksProgram(context)
        ? askServer(context, fundingQuestion(context, state.picture === "rows" ? state.by : "state_office"))
        : answer.rows.length === 0 ? h("p", { class: "note" }, t("funding.nothing"))
          : this.body(context, answer, root.clientWidth - 40),
      notes(context, answer)));
  }

  private body(context: Context, answer: Funding, room: number): Node {
    switch (context.state.picture) {
      case "matrix": return matrix(context, answer);
      case "sankey":
        return h("div", { class: "scroll", "data-scroll": "sankey" },
                 this.shown = sankey(context, answer, countOf(context, answer), room));
      case "rows": return dataTable(context, fundingTable(context, answer));
    }
  }

  picture(context: Context): SVGSVGElement | undefined {
    if (this.shown) return this.shown;
    if (context.state.picture !== "matrix") return undefined;
    const answer = fundingOf(context.scope, "state_office");
    return matrixPicture(context, answer, countOf(context, answer));
  }
}

/** Rows and columns of the matrix in the chosen order: by name, or the largest first. */
export function matrixAxes(context: Context, answer: Funding, count: string):
    { payers: number[]; offices: number[]; cell: (payer: number, office: number) => FundingRow | undefined } {
  const { graph, state } = context;
  const cells = new Map(answer.rows.map((row) => [`${row.payer} ${row.office}`, row]));
  const cell = (payer: number, office: number): FundingRow | undefined => cells.get(`${payer} ${office}`);
  const payers = [...new Set(answer.rows.map((row) => row.payer!))];
  const offices = [...new Set(answer.rows.map((row) => row.office!))];
  const total = (rows: FundingRow[]): number =>
    rows.reduce((sum, row) => sum + (figure(row, count) ?? 0), 0);
  const by = (part: "payer" | "office") => (a: number, b: number): number =>
    total(answer.rows.filter((row) => row[part] === b)) -
      total(answer.rows.filter((row) => row[part] === a)) || graph.byName(a, b);
  payers.sort(state.sort === "name" ? graph.byName : by("payer"));
  offices.sort(state.sort === "name" ? graph.byName : by("office"));
  // The order may be by one State's row or by one office's column.
  const office = state.sort.startsWith("office ") ? graph.findNode(state.sort.slice(7)) : undefined;
  const payer = state.sort.startsWith("state ") ? graph.findNode(state.sort.slice(6)) : undefined;
  // Known numbers come first, then unknown ones, then those without a cell.
  const value = (row: FundingRow | undefined): number =>
    row === undefined ? -Number.MAX_VALUE : figure(row, count) ?? -Number.MAX_VALUE / 2;
  if (office !== undefined) payers.sort((a, b) => value(cell(b, office)) - value(cell(a, office)));
  if (payer !== undefined) offices.sort((a, b) => value(cell(payer, b)) - value(cell(payer, a)));
  return { payers, offices, cell };
}

/** A cell's share of the largest cell, for its colour; 0 for a negative sum (paid back). */
export function heat(answer: Funding, count: string): (row: FundingRow) => number {
  const most = Math.max(...answer.rows.map((row) => figure(row, count) ?? 0), 0);
  return (row) => most > 0 ? Math.max(figure(row, count) ?? 0, 0) / most : 0;
}

export function cellText(context: Context, row: FundingRow, count: string): string {
  if (count === "projects") return String(fundingCount(row));
  const sum = row.sum.money.find(count);
  return sum ? compactMoney(context, sum) : context.t("money.unknown_short");
}

function matrix(context: Context, answer: Funding): Node {
  const { t, graph, state } = context;
  const count = countOf(context, answer);
  const { payers, offices, cell } = matrixAxes(context, answer, count);
  const warmth = heat(answer, count);
  const sorter = (label: string, sort: string): Node =>
    h("button", { type: "button", class: "sorter", key: `sort ${sort}`, "aria-pressed": state.sort === sort,
                  "aria-label": label, title: label,
                  on: { click: () => context.set({ sort: state.sort === sort ? "" : sort }) } }, "⇅");
  const named = (n: number): Node => h("button", { type: "button", class: "link", key: `head ${graph.node(n).id}`,
    on: { click: () => context.select({ node: n }) } }, graph.nameOf(n));
  const selected = state.node === undefined ? undefined : graph.findNode(state.node);
  const chosen = (n: number): string | undefined => n === selected ? "chosen" : undefined;
  return h("div", { class: "scroll", "data-scroll": "matrix", tabindex: 0, role: "region",
                    "aria-label": t("funding.title_matrix") },
    h("table", { class: "matrix" },
      h("thead", {}, h("tr", {},
        h("td", { class: "corner" },
          h("button", { type: "button", class: "plain-button", key: "sort name",
                        "aria-pressed": state.sort === "name",
                        on: { click: () => context.set({ sort: state.sort === "name" ? "" : "name" }) } },
            t("funding.sort_name"))),
        offices.map((n) => h("th", { scope: "col", class: chosen(n) }, h("div", {}, named(n), " ",
          sorter(t("funding.sort_by", { name: graph.nameOf(n) }), `office ${graph.node(n).id}`)))))),
      h("tbody", {}, payers.map((payer) => h("tr", {},
        h("th", { scope: "row", class: chosen(payer) }, named(payer), " ",
          sorter(t("funding.sort_by", { name: graph.nameOf(payer) }), `state ${graph.node(payer).id}`)),
        offices.map((office) => {
          const row = cell(payer, office);
          if (!row) return h("td", { class: "empty" });
          const share = warmth(row);
          const open = state.cell === keyOf(graph.node(payer).id, graph.node(office).id);
          return h("td", { style: { "--heat": `${Math.round(12 + 76 * share)}%` }, class: `${share > 0.62 ? "hot" : "warm"}${open ? " open" : ""}` },
            h("button", { type: "button", key: `cell ${payer} ${office}`,
              "aria-label": cellLabel(context, answer, row, count), title: cellLabel(context, answer, row, count),
              on: { click: () => context.select({ cell: [payer, office] }) } },
              cellText(context, row, count)));
        }))))));
}

function cellLabel(context: Context, answer: Funding, row: FundingRow, count: string): string {
  const { graph, t } = context;
  const entry = row.sum.money.entries().find(({ key }) => columnName(key) === count);
  return t("funding.cell", {
    state: graph.nameOf(row.payer!), office: graph.nameOf(row.office!),
    figure: count === "projects" ? t("count.projects", { n: fundingCount(row) })
      : entry ? rangeText(context, entry.key.currency, entry.amount) : noSuchAmount(context, answer, row, count),
    projects: row.projects.map((p) => graph.nameOf(p)).join("; "),
  });
}

/** Notes below the view: how it was counted, the totals, and what is left out. */
function notes(context: Context, answer: Funding): Node | null {
  const { t, graph } = context;
  if (asksProgram(context)) return null; // the program's notes are shown below its answer
  const { total, leftOut } = answer;
  const names = (nodes: number[]): string => nodes.slice(0, 3).map((n) => graph.nameOf(n)).join(", ") +
    (nodes.length > 3 ? ` ${t("and_more", { n: nodes.length - 3 })}` : "");
  const sums = total.money.entries();
  const missing = context.state.picture === "sankey" ? notDrawn(context, answer, countOf(context, answer)) : 0;
  const sentences = [
    t(`rule.${answer.by === "office" ? "state_office" : answer.by}`),
    sums.length > 0 ? t("rule.money") : noAmountCounted(context, answer),
    sums.length > 0 && ["state_office", "office"].includes(answer.by) ? t("rule.offices") : "",
    sums.length > 0 ? t(context.leftOut ? "rule.total_part" : "rule.total", { sums: sums.map(({ key, amount }) =>
      t("money.flow", { flow: t(`flow.${key.flow}`), amount: rangeText(context, key.currency, amount) }))
      .join("; ") }) : "",
    sums.length > 0 && total.withoutAmount > 0
      ? t(anyFilter(context.state.filters) ? "rule.without_amount_kept" : "rule.without_amount",
          { n: total.withoutAmount, of: total.fundings }) : "",
    total.doubts > 0 ? t("rule.doubts", { n: total.doubts }) : "",
    total.partsLeftOut > 0 ? t("rule.parts", { n: total.partsLeftOut }) : "",
    leftOut.funders.length > 0
      ? t("rule.left_funders", { n: leftOut.funders.length, names: names(leftOut.funders) }) : "",
    leftOut.projects.length > 0
      ? t("rule.left_projects", { n: leftOut.projects.length, names: names(leftOut.projects) }) : "",
    leftOut.otherPayments > 0 ? t("rule.left_payments", { n: leftOut.otherPayments }) : "",
    leftOut.passedOn > 0 ? t("rule.passed_on", { n: leftOut.passedOn }) : "",
    ...context.state.picture === "sankey" ? [t("rule.sankey"), missing > 0 ? t("rule.sankey_missing", { n: missing }) : ""] : [],
  ].filter(Boolean);
  return h("div", { class: "rules" }, sentences.map((sentence) => h("p", { class: "note" }, sentence)));
}

