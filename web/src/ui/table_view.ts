// SPDX-License-Identifier: Apache-2.0
//
// Shows the tables, which have the same content as the pictures.
import { fundingViews } from "../core/funding";
import { tables } from "../state";
import { type Context, type ViewPart } from "./context";
import { currentTable, dataTable } from "./data_table";
import { h, replaceChildren } from "./dom";
import { askList } from "./lists";
import { partMark } from "./part";
import { asksProgram, askServer, fundingQuestion } from "./server_table";

export class TableView implements ViewPart {
  render(root: HTMLElement, context: Context): void {
    const { t, state } = context;
    const { table } = state;
    const fromServer = table === "funding" ? asksProgram(context) : context.beyond;
    replaceChildren(root, h("div", { class: "page" },
      h("h2", { class: "picture-title" }, t("table.title"), fromServer ? null : partMark(context)),
      h("div", { class: "controls" },
        h("div", { class: "segments", role: "group", "aria-label": t("table.which") },
          tables.map((name) => h("button", { type: "button", class: "segment", key: `table ${name}`,
            "aria-pressed": name === table, on: { click: () => context.set({ table: name, sort: "" }) } },
            t(`table.${name}`)))),
        table === "funding"
          ? h("label", {}, t("funding.by"), " ", h("select", { key: "by", on: { change: (event: Event) =>
              context.set({ by: (event.target as HTMLSelectElement).value as typeof state.by, sort: "" }) } },
              fundingViews.map((by) => h("option", { value: by, selected: by === state.by },
                t(`funding.by_${by}`)))))
          : null),
      !fromServer ? dataTable(context, currentTable(context))
        : table === "funding" ? askServer(context, fundingQuestion(context, state.by))
        : askList(context, table, (rows) => dataTable(context, rows))));
  }
}
