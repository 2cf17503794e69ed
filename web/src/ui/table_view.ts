// SPDX-License-Identifier: Apache-2.0
//
// Everything as rows: the alternative to each picture.
import { fundingViews } from "../core/funding";
import { tables } from "../state";
import { type Context, type ViewPart } from "./context";
import { currentTable, dataTable } from "./data_table";
import { h, replaceChildren } from "./dom";
import { partMark } from "./part";
import { asksProgram, askServer, fundingQuestion } from "./server_table";

export class TableView implements ViewPart {
  render(root: HTMLElement, context: Context): void {
    const { t, state } = context;
    const fromServer = state.table === "funding" && asksProgram(context);
    replaceChildren(root, h("div", { class: "page" },
      h("h2", { class: "picture-title" }, t("table.title"), fromServer ? null : partMark(context)),
      h("div", { class: "controls" },
        h("div", { class: "segments", role: "group", "aria-label": t("table.which") },
          tables.map((table) => h("button", { type: "button", class: "segment", key: `table ${table}`,
            "aria-pressed": table === state.table, on: { click: () => context.set({ table, sort: "" }) } },
            t(`table.${table}`)))),
        state.table === "funding"
          ? h("label", {}, t("funding.by"), " ", h("select", { key: "by", on: { change: (event: Event) =>
              context.set({ by: (event.target as HTMLSelectElement).value as typeof state.by, sort: "" }) } },
              fundingViews.map((by) => h("option", { value: by, selected: by === state.by },
                t(`funding.by_${by}`)))))
          : null),
      fromServer
        ? askServer(context, fundingQuestion(context, state.by))
        : dataTable(context, currentTable(context))));
  }
}
