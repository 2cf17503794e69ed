// SPDX-License-Identifier: Apache-2.0
//
// Saves what is on screen as files: the graph for other tools, the rows for a spreadsheet, the
// picture. On a served page the program writes the files of the graph, since its writers write more
// than the page's. If the file holds only a part of the graph, it says so.
import { csvOfPart } from "../core/csv";
import { idsOf } from "../core/graph";
import { type Answer, claimsOfSteps, stepsBetween, stepsOfPaths } from "../core/evidence";
import { type NodeLook, gexf, graphml } from "../core/graph_files";
import { claimsCsv, nativeJson } from "../core/records";
import { themeOf } from "./colours";
import { type Context, fundingOf } from "./context";
import { type Rows, currentTable, fundingTable, tableCsv, visibleRows } from "./data_table";
import { h } from "./dom";
import { cellOf } from "./drawer";
import { currentList } from "./lists";
import { drawnSentence, partSentence } from "./part";
import { waysOf } from "./path_view";
import { answeredRows, asksProgram, fundingQuestion, pathQuestion } from "./server_table";
import { within } from "./subject";

export function save(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = h("a", { href: address, download: name, class: "off-screen" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * The rows of what is shown: of the open cell, the table, the funding, or the steps of the paths; else the
 * claims behind the picture. Where the program answers, the rows are the program's.
 */
async function screenCsv(context: Context): Promise<string> {
  const { state, scope, shown } = context;
  const part = partSentence(context);
  const { server } = context;
  const whole = server !== undefined && context.beyond; // then the program writes the file, of the whole graph
  if (state.cell !== undefined && (state.view === "funding" || state.view === "map")) {
    const [payer = "", office = ""] = idsOf(state.cell);
    const theirs = whole ? within(context, await server.why(payer, office, state.filters)) : context;
    const cell = cellOf(theirs);
    if (cell) return csvOf(claimsOfSteps(theirs.scope, stepsBetween(theirs.scope, ...cell)), whole ? undefined : part);
  }
  switch (state.view) {
    case "table":
      if (whole && state.table !== "funding")
        return server.rowsFile(currentList(context, state.table));
      return rowsOnScreen(context, state.table === "funding" ? state.by : undefined);
    case "funding": return rowsOnScreen(context, state.picture === "rows" ? state.by : "state_office");
    case "map":
      if (whole) return wholeTable(await answeredRows(context, fundingQuestion(context, "state_office")), undefined);
      return wholeTable(fundingTable(context, fundingOf(scope, "state_office")), part);
    case "path": {
      if (state.from !== undefined && state.to !== undefined && asksProgram(context))
        return wholeTable(await answeredRows(context, pathQuestion(context, state.from, state.to)), undefined);
      return csvOf(stepsOfPaths(scope, waysOf(context)), part);
    }
    case "network":
      if (state.around !== undefined) return claimsCsv(shown, drawnSentence(context));
      return whole ? server.claimsFile(state.filters) : claimsCsv(scope, part);
  }
}

function csvOf({ columns, rows }: Answer, part: string | undefined): string {
  return csvOfPart(columns, rows, part);
}

function wholeTable(table: Rows, part: string | undefined): string {
  return tableCsv(table, table.rows, part);
}

/** The rows of a table, or of a form of funding. If they are on screen, in the order and selection seen there. */
async function rowsOnScreen(context: Context, by: Context["state"]["by"] | undefined): Promise<string> {
  const { state, scope } = context;
  const asked = by !== undefined && asksProgram(context);
  const table = asked ? await answeredRows(context, fundingQuestion(context, by))
    : by === undefined ? currentTable(context) : fundingTable(context, fundingOf(scope, by));
  const seen = asked || state.view === "table" || state.picture === "rows";
  return tableCsv(table, seen ? visibleRows(context, table) : table.rows, asked ? undefined : partSentence(context));
}

/** The picture with its styles written into it, so that it does not need the style sheet. */
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

/** The picture with a line below that says of what it is a part, if there is a sentence. */
function withCaption(svg: SVGSVGElement, sentence: string | undefined): SVGSVGElement {
  if (sentence === undefined) return svg;
  const [x = 0, y = 0, width = 1, height = 1] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const size = Math.max(width / 75, width < 400 ? 4 : 9);
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const line = document.createElementNS("http://www.w3.org/2000/svg", "text");
  line.textContent = sentence;
  for (const [name, value] of Object.entries({ x: x + size, y: y + height + 1.5 * size, class: "caption" }))
    line.setAttribute(name, String(value));
  line.style.setProperty("font-size", `${size}px`);
  copy.append(line);
  copy.setAttribute("viewBox", `${x} ${y} ${width} ${height + 2.5 * size}`);
  return copy;
}

/** The buttons for everything that can be saved now. */
export function downloadButtons(context: Context, picture: () => SVGSVGElement | undefined,
                                hasPicture: boolean, look: () => Promise<NodeLook>): Node[] {
  const { t, server, state } = context;
  const title = context.graph.source.title ?? "";
  const scope = state.around === undefined ? context.scope : context.shown;
  const part = state.around === undefined ? partSentence(context) : drawnSentence(context);
  const button = (format: string, press: () => void): Node => {
    const label = t(`save.${format as "gexf"}`);
    return h("li", {}, h("button", { type: "button", key: `save ${format}`, on: { click: press } }, label));
  };
  const saveAs = (ending: string, content: string, type: string, of: string | undefined = part): void =>
    save(of === undefined ? `oscegraph.${ending}` : `oscegraph-part.${ending}`, content, type);
  const complain = (error: Error): void => context.complain(error.message);
  // The program's file is of the whole graph, even if the page holds only a part.
  const graphFile = (format: "gexf" | "graphml" | "json", type: string, write: () => Promise<string>): void => {
    if (server && state.around === undefined && server.takes(state.filters))
      void server.graphFile(format, state.filters).then((file) => save(`oscegraph.${format}`, file), complain);
    else void write().then((text) => saveAs(format, text, type));
  };
  const savePicture = (take: (svg: string) => void): void => {
    const svg = picture();
    if (!svg) return;
    const sentence = state.view === "network" ? drawnSentence(context)
      : context.beyond ? undefined : partSentence(context); // the program computed the map from the whole graph
    take(standAlone(withCaption(svg, sentence), context));
  };
  return [
    button("gexf", () => graphFile("gexf", "application/xml", async () => gexf(scope, title, await look(), part))),
    button("graphml", () => graphFile("graphml", "application/xml", async () => graphml(scope, part))),
    button("json", () => graphFile("json", "application/json", async () => nativeJson(scope, part))),
    button("csv", () => void screenCsv(context).then(
      (text) => saveAs("csv", text, "text/csv", /^[^\r\n]*,part_of_graph\r/.test(text) ? "part" : undefined),
      complain)),
    ...hasPicture ? [
      button("svg", () => savePicture((svg) => save("oscegraph.svg", svg, "image/svg+xml"))),
      button("png", () => savePicture((svg) => void savePng(svg))),
    ] : [],
  ];
}
