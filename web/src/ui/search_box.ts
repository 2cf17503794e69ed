// SPDX-License-Identifier: Apache-2.0
//
// Shows a combo box that searches names and aliases while the user types: arrow keys move, Enter
// selects, Escape closes. For a graph too large for the page, the search is also sent to the
// program.
import type { Context } from "./context";
import { kindWord } from "./context";
import { h } from "./dom";

interface Choice {
  id: string;
  text: string;
  more: string;
}

const mostChoices = 12;
let lists = 0;

function localChoices(context: Context, text: string): Choice[] {
  const { graph, scope, index, t } = context;
  // Nodes that the filters hide are found too, and come last.
  const hits = index.find(text, 60);
  hits.sort((a, b) => scope.nodes[b.node]! - scope.nodes[a.node]!);
  return hits.slice(0, mostChoices).map(({ node, alias }) => ({
    id: graph.node(node).id,
    text: graph.nameOf(node),
    more: [kindWord(t, graph.node(node).kind), alias && alias !== graph.node(node).id ? alias : ""]
      .filter(Boolean).join(" · "),
  }));
}

async function choices(context: Context, text: string): Promise<Choice[]> {
  const local = localChoices(context, text);
  if (!context.server || !(context.leftOut || context.beyond) || text.trim().length < 2) return local;
  const table = await context.server.search(text);
  const found = table.rows.map((row): Choice => ({
    id: String(row["node_id"]), text: String(row["node"]), more: String(row["kind"] ?? "") }));
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...local.filter(({ id }) => !known.has(id))].slice(0, mostChoices);
}

/** An input with its list of hits; `take` gets the chosen id. */
export function comboBox(getContext: () => Context, key: string, label: string, placeholder: string,
                         value: string, take: (id: string) => void): HTMLElement {
  const listId = `choices-${++lists}`;
  const input = h("input", { type: "search", key, value, placeholder, role: "combobox", "aria-label": label,
    "aria-expanded": "false", "aria-controls": listId, "aria-autocomplete": "list", autocomplete: "off",
    spellcheck: "false" });
  const list = h("ul", { id: listId, role: "listbox", class: "choices", "aria-label": label, hidden: true });
  let shown: Choice[] = [];
  let at = -1;
  let asked = 0;

  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (choice: Choice | undefined): void => {
    if (!choice) return;
    close();
    input.value = choice.text;
    take(choice.id);
  };
  const mark = (index: number): void => {
    at = index;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    const item = list.children[at];
    if (item) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const show = (found: Choice[]): void => {
    shown = found;
    const { t } = getContext();
    list.replaceChildren(...found.map((choice, i) => h("li", {
      role: "option", id: `${listId}-${i}`, "aria-selected": "false",
      on: { pointerdown: (event: Event) => { event.preventDefault(); choose(choice); } },
    }, h("span", {}, choice.text), " ", h("span", { class: "quiet" }, choice.more))));
    if (found.length === 0)
      list.append(h("li", { role: "option", "aria-selected": "false", "aria-disabled": "true", class: "quiet" },
                    t("search.nothing")));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(found.length > 0 ? 0 : -1);
  };
  input.addEventListener("input", () => {
    if (input.value.trim() === "") return close();
    const turn = ++asked;
    choices(getContext(), input.value).then((found) => {
      if (turn === asked) show(found);
    }, () => { if (turn === asked) show(localChoices(getContext(), input.value)); });
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (shown.length > 0 && !list.hidden)
        mark((at + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      choose(shown[at]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", close);
  return h("div", { class: "combo" }, input, list);
}

export function pickNode(context: Context, key: string, label: string, value: string,
                         take: (id: string) => void): HTMLElement {
  return h("div", { class: "field" }, h("span", { class: "field-name", "aria-hidden": "true" }, label),
           comboBox(() => context, key, label, context.t("search.placeholder"), value, take));
}
