// SPDX-License-Identifier: Apache-2.0
//
// What is on screen, as files: the graph for other tools, the rows for a spreadsheet, the picture for
// a page. A served page lets the program write the graph's files; it says more than the page can.
import { gexf, graphml } from "../core/graph_files";
import { claimsCsv, nativeJson } from "../core/records";
import { themeOf } from "./colours";
import type { Context } from "./context";
import { currentTable, fundingTable, tableCsv } from "./data_table";
import { fundingOf } from "./context";
import { h } from "./dom";

export function save(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  follow(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function follow(address: string, name: string): void {
  const link = h("a", { href: address, download: name, class: "off-screen" });
  document.body.append(link);
  link.click();
  link.remove();
}

/** The rows of what is shown: the table's, the funding's, else the claims behind the picture. */
function screenCsv(context: Context): string {
  const { state, scope } = context;
  if (state.view === "table") return tableCsv(context, currentTable(context));
  if (state.view === "funding" || state.view === "map") {
    const by = state.view === "funding" && state.picture === "rows" ? state.by : "state_office";
    return tableCsv(context, fundingTable(context, fundingOf(scope, by)));
  }
  return claimsCsv(scope);
}

/** The elements of the style sheet's doing, written into the picture, which then stands alone. */
export function standAlone(picture: SVGSVGElement, context: Context): string {
  const here = picture.isConnected;
  const holder = h("div", { class: "off-screen" });
  if (!here) {
    holder.append(picture);
    document.body.append(holder);
  }
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  copies.forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const name of ["fill", "stroke", "stroke-width", "font-family", "font-size", "font-weight",
                        "text-anchor", "paint-order", "opacity", "stroke-linejoin"])
      if (["path", "rect", "text", "line", "g"].includes(element.tagName))
        element.setAttribute(name, style.getPropertyValue(name));
    for (const name of ["class", "tabindex", "role", "data-key", "aria-label", "aria-hidden"])
      element.removeAttribute(name);
  });
  holder.remove();
  const [x = 0, y = 0, width = 1, height = 1] = (picture.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const scale = Math.max(1, 1000 / width);
  copy.setAttribute("width", String(Math.round(width * scale)));
  copy.setAttribute("height", String(Math.round(height * scale)));
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x, y, width, height, fill: themeOf(context.dark).paper }))
    ground.setAttribute(name, String(value));
  copy.prepend(ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

async function savePng(svg: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = h("canvas", { width: image.width * 2, height: image.height * 2 });
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
    if (blob) save("oscegraph.png", blob);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The buttons, and only those that have something to save. */
export function downloadButtons(context: Context, picture: () => SVGSVGElement | undefined,
                                hasPicture: boolean, positionOf?: (n: number) => { x: number; y: number } | undefined):
    Node[] {
  const { t, scope, server, leftOut, state } = context;
  const title = context.graph.source.title ?? "";
  const button = (format: string, press: () => void): Node => {
    const label = t(`save.${format as "gexf"}`);
    return h("li", {}, h("button", { type: "button", key: `save ${format}`, on: { click: press } }, label));
  };
  const graphFile = (format: "gexf" | "graphml", write: () => string): void =>
    server && !leftOut && state.around === undefined ? follow(server.exportAddress(format, state.filters), `oscegraph.${format}`)
      : save(`oscegraph.${format}`, write(), "application/xml");
  return [
    button("gexf", () => graphFile("gexf", () => gexf(scope, title, positionOf))),
    button("graphml", () => graphFile("graphml", () => graphml(scope))),
    button("json", () => save("oscegraph.json", nativeJson(scope), "application/json")),
    button("csv", () => save("oscegraph.csv", screenCsv(context), "text/csv")),
    ...hasPicture ? [
      button("svg", () => {
        const svg = picture();
        if (svg) save("oscegraph.svg", standAlone(svg, context), "image/svg+xml");
      }),
      button("png", () => {
        const svg = picture();
        if (svg) void savePng(standAlone(svg, context));
      }),
    ] : [],
  ];
}
