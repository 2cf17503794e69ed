// SPDX-License-Identifier: Apache-2.0
//
// Shows the libraries in the page and their licences; the texts are in the page's HTML.
import { h } from "./dom";
import type { Translate } from "./messages";

function show(t: Translate): void {
  const text = document.getElementById("oscegraph-licences")?.textContent ?? "";
  const dialog = h("dialog", { class: "licences", "aria-label": t("licences.title"), on: {
    close: () => dialog.remove() } },
    h("form", { method: "dialog", class: "licences-head" }, h("h2", {}, t("licences.title")),
      h("button", { class: "round", "aria-label": t("licences.close") }, "×")),
    h("pre", { tabindex: 0 }, text));
  document.body.append(dialog);
  dialog.showModal();
}

export function licencesButton(t: Translate): HTMLElement {
  return h("button", { type: "button", class: "round", key: "licences", "aria-label": t("licences.title"),
                       title: t("licences.title"), on: { click: () => show(t) } }, "§");
}
