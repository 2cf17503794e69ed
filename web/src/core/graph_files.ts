// SPDX-License-Identifier: Apache-2.0
//
// Writes the part of the graph on screen as GEXF 1.2 for Gephi and as GraphML. A page without a
// server uses it; a served page lets the program write the file, since the program's writers write
// more. Edges have their relation, the number of claims as weight, documents, sums and the period,
// under the same names as in the program's own files, so that the program can read the file. GEXF
// also has the days on which the dated claims of an edge hold, and the positions of nodes on
// screen.
import { type Period, compareDates, dateFromDays, firstDay, isKnown, lastDay } from "./dates";
import { listSeparator } from "./evidence";
import { type Graph, type Scope, compareBytes } from "./graph";
import { decimalText } from "./money";
import { type Ledger, type LedgerKey, columnName, compareKeys, edgeLedger } from "./ledger";
import { PropertyNames } from "./property_names";
import type { Attribute } from "./view_document";
import { kindColours } from "./vocabulary";

export interface Position {
  x: number;
  y: number;
}

/** How a node looks on screen. */
export interface NodeLook {
  positionOf?: ((n: number) => Position | undefined) | undefined;
  sizeOf?: ((n: number) => number | undefined) | undefined;
}

/** Text escaped for XML; characters that XML 1.0 cannot hold become U+FFFD. */
export function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"\n\r\t]/g, (c) => `&#${c.charCodeAt(0)};`);
}

interface Column {
  name: string;
  type: "string" | "integer" | "double" | "boolean";
}

/** Columns, and for each node or edge its values in the order of columns. */
interface Properties {
  columns: Column[];
  values: (item: number) => (string | undefined)[];
}

/** The columns that every node has; GraphML also has a key for the name. */
const ownColumns: readonly Column[] =
  [{ name: "kind", type: "string" }, { name: "aliases", type: "string" }];

function typeOf(value: Attribute): Column["type"] {
  return typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string";
}

/** Each attribute name with the common type of its values; text when the types differ. */
function attributeTypes(graph: Graph, nodes: readonly number[]): [string, Column["type"]][] {
  const types = new Map<string, Column["type"]>();
  for (const n of nodes)
    for (const [name, value] of Object.entries(graph.node(n).attributes ?? {})) {
      if (value === null) continue;
      const type = typeOf(value);
      types.set(name, (types.get(name) ?? type) === type ? type : "string");
    }
  return [...types].sort((a, b) => compareBytes(a[0], b[0]));
}

/** The columns of scores, then of attributes, each under a unique name. */
function nodeProperties(graph: Graph, nodes: readonly number[]): Properties {
  const names = new PropertyNames("attribute", ownColumns.map(({ name }) => name));
  const scores = new Set(nodes.flatMap((n) => Object.keys(graph.node(n).scores ?? {})));
  const extra: [Column, (n: number) => Attribute | undefined][] = [
    ...[...scores].map((name): [Column, (n: number) => Attribute | undefined] =>
      [{ name: names.fit(name), type: "double" }, (n) => own(graph.node(n).scores, name)]),
    ...attributeTypes(graph, nodes).map(([name, type]): [Column, (n: number) => Attribute | undefined] =>
      [{ name: names.fit(name), type }, (n) => own(graph.node(n).attributes, name)]),
  ];
  return {
    columns: [...ownColumns, ...extra.map(([column]) => column)],
    values: (n) => {
      const node = graph.node(n);
      return [node.kind, node.aliases?.join(listSeparator), ...extra.map(([, valueOf]) => {
        const value = valueOf(n);
        return value === undefined || value === null || value === "" ? undefined : String(value);
      })];
    },
  };
}

/** The record's own value of that name. Names come from documents, so "constructor" may be one. */
function own<Value>(record: Record<string, Value> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The program's name for the column, so that the program reads the amounts back. */
function amountColumn({ flow, currency }: LedgerKey): string {
  return `amount_${currency}_${flow}`.toLowerCase();
}

/** The period from the earliest stated start to the latest stated end. */
function statedPeriod(scope: Scope, edge: number): Period {
  const whole: Period = {};
  for (const c of scope.claimsOf(edge)) {
    const { start, end } = scope.graph.claim(c);
    if (start !== undefined && (whole.start === undefined || compareDates(start, whole.start) < 0))
      whole.start = start;
    if (end !== undefined && (whole.end === undefined || lastDay(end) > lastDay(whole.end)))
      whole.end = end;
  }
  return whole;
}

function edgeProperties(scope: Scope, edges: readonly number[]): Properties {
  const { graph } = scope;
  const ledgers = new Map<number, Ledger>();
  const money = new Map<string, LedgerKey>();
  for (const e of edges) {
    const ledger = edgeLedger(scope, e);
    for (const { key } of ledger.entries()) money.set(amountColumn(key), key);
    ledgers.set(e, ledger);
  }
  const sums = [...money].sort((a, b) => compareKeys(a[1], b[1]));
  const text = (name: string): Column => ({ name, type: "string" });
  return {
    columns: [
      text("relation"), text("basis"), { name: "claim_count", type: "integer" },
      { name: "document_count", type: "integer" }, text("documents"), text("document_dates"),
      text("start"), text("end"), ...sums.map(([name]): Column => ({ name, type: "double" })),
    ],
    values: (e) => {
      const claims = scope.claimsOf(e);
      const documents = scope.documentsOf(e).map((d) => graph.document(d));
      const dated = documents.some(({ date }) => date !== undefined);
      const { start, end } = statedPeriod(scope, e);
      return [
        graph.edge(e).relation,
        claims.some((c) => graph.claim(c).basis !== "inferred") ? "stated" : "inferred",
        String(claims.length),
        String(documents.length),
        documents.map(({ id }) => id).join(listSeparator),
        dated ? documents.map(({ date }) => date ?? "-").join(listSeparator) : undefined,
        start,
        end,
        ...sums.map(([, key]) => {
          const sum = ledgers.get(e)!.find(columnName(key));
          return sum && decimalText({ minor: sum.low, decimals: sum.decimals });
        }),
      ];
    },
  };
}

/** The spans of days on which a dated claim of the edge holds; spans that touch are joined. */
function spellsOf(scope: Scope, edge: number, last: number): [number, number][] {
  const spells = scope.claimsOf(edge)
    .map((c) => scope.graph.timeOf(c))
    .filter(isKnown)
    .map(({ start, end }): [number, number] => {
      const stops = end === undefined ? Math.max(last, firstDay(start!)) : lastDay(end);
      return [start === undefined ? stops : firstDay(start), stops];
    })
    .filter(([from, to]) => from <= to)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const spell of spells) {
    const before = joined[joined.length - 1];
    if (before && spell[0] <= before[1] + 1) before[1] = Math.max(before[1], spell[1]);
    else joined.push([...spell]);
  }
  return joined;
}

function lastDayOf(scope: Scope): number {
  let last = -Infinity;
  for (const c of scope.claimList()) {
    const { start, end } = scope.graph.timeOf(c);
    for (const date of [start, end]) if (date !== undefined) last = Math.max(last, lastDay(date));
  }
  return last;
}

/** The number rounded to a tenth, without exponent, as the program writes positions and sizes. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** `part`: a sentence that says of what the scope is a part, if it is only a part. */
export function gexf(scope: Scope, title: string, { positionOf, sizeOf }: NodeLook = {}, part?: string): string {
  const { graph } = scope;
  const nodes = scope.nodeList();
  const edges = scope.edgeList();
  const ofNodes = nodeProperties(graph, nodes);
  const ofEdges = edgeProperties(scope, edges);
  const last = lastDayOf(scope);
  const dynamic = last > -Infinity ? ' mode="dynamic" timeformat="date"' : ' mode="static"';
  const attributes = (what: string, { columns }: Properties): string =>
    `<attributes class="${what}" mode="static">\n${columns.map(({ name, type }) =>
      `<attribute id="${xml(name)}" title="${xml(name)}" type="${type}"/>\n`).join("")}</attributes>\n`;
  const values = ({ columns, values }: Properties, item: number): string =>
    `<attvalues>${values(item).map((value, i) => value === undefined ? "" :
      `<attvalue for="${xml(columns[i]!.name)}" value="${xml(value)}"/>`).join("")}</attvalues>`;
  const node = (n: number): string => {
    const { id, kind } = graph.node(n);
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(kindColours[kind].slice(at, at + 2), 16));
    const at = positionOf?.(n);
    const size = sizeOf?.(n);
    const look = (size === undefined ? "" : `<viz:size value="${tenth(size)}"/>`) +
      (at ? `<viz:position x="${tenth(at.x)}" y="${tenth(at.y)}" z="0"/>` : "");
    return `<node id="${xml(id)}" label="${xml(graph.nameOf(n))}">${values(ofNodes, n)}` +
      `${look}<viz:color r="${r}" g="${g}" b="${b}"/></node>\n`;
  };
  const edge = (e: number): string => {
    const { from, relation, to } = graph.edge(e);
    const spells = spellsOf(scope, e, last).map(([start, end]) =>
      `<spell start="${dateFromDays(start)}" end="${dateFromDays(end)}"/>`).join("");
    return `<edge id="e${e + 1}" source="${xml(graph.node(from).id)}" target="${xml(graph.node(to).id)}" ` +
      `kind="${relation}" label="${relation}" weight="${scope.claimsOf(e).length}">` +
      values(ofEdges, e) + (spells ? `<spells>${spells}</spells>` : "") + "</edge>\n";
  };
  return '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" ' +
    `version="1.2">\n<meta><creator>oscegraph</creator><description>${xml([title, part].filter(Boolean).join("\n"))}</description>` +
    `</meta>\n<graph defaultedgetype="directed"${dynamic}>\n` +
    attributes("node", ofNodes) + attributes("edge", ofEdges) +
    `<nodes>\n${nodes.map(node).join("")}</nodes>\n<edges>\n${edges.map(edge).join("")}</edges>\n` +
    "</graph>\n</gexf>\n";
}

export function graphml(scope: Scope, part?: string): string {
  const { graph } = scope;
  const nodes = scope.nodeList();
  const edges = scope.edgeList();
  const ofNodes = nodeProperties(graph, nodes);
  const ofEdges = edgeProperties(scope, edges);
  const keys = (what: string, prefix: string, { columns }: Properties): string =>
    columns.map(({ name, type }) => `<key id="${prefix}${xml(name)}" for="${what}" ` +
      `attr.name="${xml(name)}" attr.type="${type === "integer" ? "int" : type}"/>\n`).join("");
  const data = (prefix: string, { columns, values }: Properties, item: number): string =>
    values(item).map((value, i) => value === undefined ? "" :
      `<data key="${prefix}${xml(columns[i]!.name)}">${xml(value)}</data>`).join("");
  return '<?xml version="1.0" encoding="UTF-8"?>\n' +
    (part === undefined ? "" : `<!-- ${xml(part).replaceAll("--", "- -")} -->\n`) +
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n' +
    '<key id="n_label" for="node" attr.name="label" attr.type="string"/>\n' +
    keys("node", "n_", ofNodes) +
    '<key id="e_weight" for="edge" attr.name="weight" attr.type="int"/>\n' +
    keys("edge", "e_", ofEdges) + '<graph edgedefault="directed">\n' +
    nodes.map((n) => `<node id="${xml(graph.node(n).id)}"><data key="n_label">` +
      `${xml(graph.nameOf(n))}</data>${data("n_", ofNodes, n)}</node>\n`).join("") +
    edges.map((e) => {
      const { from, to } = graph.edge(e);
      return `<edge id="e${e + 1}" source="${xml(graph.node(from).id)}" ` +
        `target="${xml(graph.node(to).id)}"><data key="e_weight">${scope.claimsOf(e).length}</data>` +
        `${data("e_", ofEdges, e)}</edge>\n`;
    }).join("") + "</graph>\n</graphml>\n";
}
