// SPDX-License-Identifier: Apache-2.0
//
// Shows the drawer next to the picture: the selected node, edge or cell with all claims about it.
// When nothing is selected, the drawer has an overview of the picture and suggests where to begin.
import { TimeSpan } from "../core/dates";
import { type Graph, idsOf } from "../core/graph";
import { implementingSteps, stepsBetween } from "../core/evidence";
import { type FundingLink, type FundingRow, claimsOfLink, nodesOf } from "../core/funding";
import { type Ledger, edgeLedger } from "../core/ledger";
import { anyFilter } from "../core/narrow";
import { type Relation, carriesMoney, isRelation, relations } from "../core/vocabulary";
import type { ViewDocument } from "../core/view_document";
import { noAmount } from "./amounts";
import { claimsOfEdges, disagreements, ledgerWords, namesText, periodText, rangeText, stepSentence } from "./claims";
import { type Context, fundingOf, inverseWord, kindWord, relationWord } from "./context";
import { h } from "./dom";
import { partMark } from "./part";
import type { Table } from "../server";
import { type Asked, answerOf, inItsPlace } from "./questions";
import { askInfo, askQuestion, fundingQuestion } from "./server_table";
import { askFundingOf, askNode, askSteps, within } from "./subject";

const mostRanked = 6;

export function drawer(context: Context): Node[] {
  const { state } = context;
  if (context.beyond) {
    if (state.edge !== undefined) {
      const [from = "", , to = ""] = idsOf(state.edge);
      return answered(context, from === to ? askNode(context, from) : askSteps(context, from, to), edgeOf);
    }
    if (state.cell !== undefined) {
      const [payer = "", office = ""] = idsOf(state.cell);
      return answered(context, askSteps(context, payer, office), drawerOf);
    }
    const { node } = state;
    if (node !== undefined)
      return answered(context, askNode(context, node), (theirs) => askedNodePage(theirs, context, node));
  }
  return drawerOf(context);
}

/** The page of an edge. If the answer has both ends but not the edge, the filters leave the edge out. */
function edgeOf(context: Context): Node[] {
  const { state, graph, t } = context;
  const [from = "", relation = "", to = ""] = idsOf(state.edge ?? "");
  const [a, b] = [graph.findNode(from), graph.findNode(to)];
  const isThere = graph.findEdge(state.edge ?? "") !== undefined;
  if (isThere || a === undefined || b === undefined || !isRelation(relation) || !anyFilter(state.filters))
    return drawerOf(context);
  return [closeButton(context), h("p", { class: "kind" }, relationWord(t, relation)),
          h("h2", {}, nodeButton(context, a), h("span", { class: "quiet" }, ` ${relationWord(t, relation)} `),
            nodeButton(context, b)),
          h("p", { class: "note" }, t("edge.filtered"))];
}

function drawerOf(context: Context): Node[] {
  const { state, graph } = context;
  const node = state.node === undefined ? undefined : graph.findNode(state.node);
  const edge = state.edge === undefined ? undefined : graph.findEdge(state.edge);
  const cell = cellOf(context);
  if (edge !== undefined) return edgePage(context, edge);
  if (cell !== undefined) return cellPage(context, ...cell);
  if (node !== undefined) return nodePage(context, node);
  const unknown = state.edge ?? state.cell ?? state.node;
  return unknown === undefined ? overview(context) : unknownPage(context, unknown);
}

/** Draws the program's answer; before it comes, a note that it is asked for, or why there is none. */
function answered(context: Context, asked: Asked<ViewDocument>, draw: (theirs: Context) => Node[]): Node[] {
  const view = answerOf(asked);
  return view ? draw(within(context, view)) : [closeButton(context), inItsPlace(context, asked)];
}

/** A node's page; its funding comes from a second question. */
function askedNodePage(theirs: Context, context: Context, id: string): Node[] {
  const n = theirs.graph.findNode(id);
  if (n === undefined) return unknownPage(context, id);
  const paid = ["office", "project"].includes(theirs.graph.node(n).kind);
  const money = (by: "state" | "donor", draw: (theirs: Context, n: number) => Node | null): Node[] => {
    const asked = askFundingOf(context, id, paid ? "to" : "from", by);
    const view = answerOf(asked);
    if (!view) return [inItsPlace(context, asked)];
    const inner = within(context, view);
    const at = inner.graph.findNode(id);
    const drawn = at === undefined ? null : draw(inner, at);
    return drawn === null ? [] : [drawn];
  };
  // For a State, payments of its agencies count too; for another funder, only its own payments.
  const by = !paid && theirs.graph.node(n).kind === "state" ? "state" : "donor";
  return nodePage(theirs, n, money(by, paid ? fundersOf : fundedBy));
}

/** The State and the office of the selected cell. */
export function cellOf({ state, graph }: Context): [number, number] | undefined {
  const [payer, office] = idsOf(state.cell ?? "").map((id) => graph.findNode(id));
  return payer === undefined || office === undefined ? undefined : [payer, office];
}

/** The page for an id that the address names but this graph does not have. */
function unknownPage(context: Context, id: string): Node[] {
  const { t, leftOut } = context;
  return [closeButton(context), h("h2", {}, t("drawer.unknown_title")),
          h("p", { class: "flag" }, t("drawer.unknown", { id })),
          ...leftOut ? [h("p", { class: "note" }, t("drawer.unknown_part"))] : []];
}

function closeButton({ t, select }: Context): Node {
  return h("button", { key: "close", type: "button", class: "round close", "aria-label": t("drawer.close"),
                       title: t("drawer.close"), on: { click: () => select({}) } }, "×");
}

export function nodeButton(context: Context, n: number, text?: string): Node {
  return idButton(context, context.graph.node(n).id, text ?? context.graph.nameOf(n));
}

function idButton({ set }: Context, id: string, text: string): Node {
  return h("button", { type: "button", class: "link", key: `node ${id}`,
                       on: { click: () => set({ node: id, edge: undefined, cell: undefined }) } }, text);
}

function mainFigures(context: Context): Node {
  const { graph, scope, t } = context;
  const facts = askInfo(context)?.facts;
  const whole = (name: string): number | undefined => typeof facts?.[name] === "number" ? facts[name] : undefined;
  const span = new TimeSpan();
  for (const c of scope.claimList()) span.add(graph.timeOf(c));
  if (facts) span.first = facts["first date"]?.toString(), span.last = facts["last date"]?.toString();
  return h("p", { class: "lede" }, t("overview.figures", {
    nodes: t("count.nodes", { n: whole("nodes") ?? scope.nodeList().length }),
    claims: t("count.claims", { n: whole("claims") ?? scope.claimList().length }),
    documents: t("count.documents", { n: whole("documents") ?? scope.documents().length }),
  }), " ", span.first ? h("span", { class: "quiet" }, periodText(context, span.first, span.last)) : null,
    facts ? null : partMark(context));
}

function overview(context: Context): Node[] {
  const { t, scope, graph, leftOut } = context;
  return [
    h("h2", {}, t("overview.title")),
    mainFigures(context),
    leftOut ? h("p", { class: "flag" }, t(context.server ? "overview.left_out" : "overview.left_out_alone", {
      nodes: leftOut.nodes, edges: leftOut.edges, claims: leftOut.claims })) : null,
    !leftOut && context.shown !== scope && context.state.around === undefined
      ? h("p", { class: "flag" }, t("overview.drawn", {
          n: context.shown.nodeList().length, of: scope.nodeList().length })) : null,
    scope.undated > 0 && !context.beyond ? h("p", { class: "note" }, t("overview.undated", { n: scope.undated })) : null,
    ...rankings(context),
    ...(askInfo(context)?.notes ?? graph.source.notes ?? []).map((note) => h("p", { class: "note" }, note)),
    h("p", { class: "note" }, t("overview.hint")),
    h("p", { class: "note" }, t("overview.independent")),
  ].flat().filter((child): child is HTMLElement => child instanceof Node);
}

interface Ranked {
  id: string;
  name: string;
  projects: number;
}

/** Lists of States and offices, those with the most projects first; for a part, the program's numbers. */
function rankings(context: Context): (Node | null)[] {
  const { t, scope, graph, leftOut } = context;
  const list = (title: string, items: readonly Ranked[]): Node | null => items.length === 0 ? null
    : h("section", {}, h("h3", {}, title, context.beyond ? null : partMark(context)),
      h("ol", { class: "ranking" }, items.slice(0, mostRanked).map(({ id, name, projects }) => h("li", {},
        idButton(context, id, name), " ",
        h("span", { class: "quiet" },
          projects > 0 ? t("count.projects", { n: projects }) : t("funding.direct"))))));
  if (context.beyond && leftOut)
    return (["state", "office"] as const).map((by) => {
      const asked = askQuestion(context, fundingQuestion(context, by));
      const table = answerOf(asked);
      return table ? list(t(`overview.${by}s`), byProjects(rowsByProjects(table, by))) : inItsPlace(context, asked);
    });
  return [list(t("overview.states"), byProjects(fundingOf(scope, "state").rows.map((row) =>
            ({ ...named(graph, row.payer!), projects: row.projects.length })))),
          list(t("overview.offices"), byProjects(fundingOf(scope, "office").rows.map((row) =>
            ({ ...named(graph, row.office!), projects: row.projects.length }))))];
}

function named(graph: Graph, n: number): { id: string; name: string } {
  return { id: graph.node(n).id, name: graph.nameOf(n) };
}

/** Sorts by falling number of projects; ties stay in the order of names in which they come. */
function byProjects(items: Ranked[]): Ranked[] {
  return items.sort((a, b) => b.projects - a.projects);
}

/** Ranked items from a table. A row with very many projects has their number instead of their names. */
function rowsByProjects({ rows }: Table, by: "state" | "office"): Ranked[] {
  return rows.map((row) => ({
    id: String(row[`${by}_id`]), name: String(row[by]),
    projects: Array.isArray(row["projects"]) ? row["projects"].length : Number(row["projects"] ?? 0),
  }));
}

function attributeList(context: Context, n: number): Node | null {
  const { graph, t } = context;
  const node = graph.node(n);
  const entries = Object.entries(node.attributes ?? {}).filter(([, value]) => value !== null && value !== "");
  const scores = Object.entries(node.scores ?? {}).filter(([, value]) => value !== null);
  if (entries.length === 0 && scores.length === 0 && !node.aliases?.length) return null;
  return h("section", {}, h("h3", {}, t("node.attributes")), h("dl", { class: "attributes" },
    node.aliases?.length ? [h("dt", {}, t("node.aliases")), h("dd", {}, node.aliases.join(" · "))] : null,
    entries.map(([name, value]) => [h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, String(value))]),
    scores.map(([name, value]) => [h("dt", {}, name.replaceAll("_", " ")), h("dd", {}, String(value))])));
}

function nodePage(context: Context, n: number, money?: readonly Node[]): Node[] {
  const { graph, scope, t } = context;
  const { kind, id } = graph.node(n);
  if (scope.nodes[n] !== 1)
    return [closeButton(context), h("h2", {}, graph.nameOf(n)),
            h("p", { class: "note" }, t("node.filtered"))];
  return [
    closeButton(context),
    h("p", { class: `kind ${kind}` }, kindWord(t, kind)),
    h("h2", {}, graph.nameOf(n)),
    h("p", { class: "quiet id" }, id),
    h("p", { class: "actions" },
      h("button", { type: "button", key: "way-from", on: { click: () =>
        context.set({ view: "path", from: id }) } }, t("node.path_from")), " ",
      context.tooLarge ? h("button", { type: "button", key: "around", on: { click: () =>
        context.set({ view: "network", around: id }) } }, t("node.around")) : null),
    ...money ?? [fundersOf(context, n), fundedBy(context, n)],
    ...edgeGroups(context, n),
    attributeList(context, n),
  ].filter((child): child is HTMLElement => child instanceof Node);
}

/** The funders of the office or project, through which projects they pay, each with its claims. */
function fundersOf(context: Context, n: number): Node | null {
  const { graph, scope, t } = context;
  if (!["office", "project"].includes(graph.node(n).kind)) return null;
  const links = fundingOf(scope, "donor").links
    .filter((link) => link.office === n || link.project === n);
  return fundingSection(context, t("node.funders"), links, (link) => link.funder,
                        (link) => link.project === n ? undefined : link.project);
}

/** The projects and bodies that a State, donor or agency funds. */
function fundedBy(context: Context, n: number): Node | null {
  const { graph, scope, t } = context;
  if (["office", "project"].includes(graph.node(n).kind)) return null;
  const links = fundingOf(scope, "state").links.concat(fundingOf(scope, "donor").links)
    .filter((link) => (link.payer === n || link.funder === n) && link.office !== undefined);
  return fundingSection(context, t("node.funds_offices"), links, (link) => link.office,
                        (link) => link.project);
}

function fundingSection(context: Context, title: string, links: FundingLink[],
                        who: (link: FundingLink) => number | undefined,
                        via: (link: FundingLink) => number | undefined): Node | null {
  const { graph, scope, t } = context;
  const nodes = nodesOf(scope, links, who);
  if (nodes.length === 0) return null;
  return h("section", { class: "funders" },
    h("h3", {}, title, " ", h("span", { class: "quiet" }, String(nodes.length)), partMark(context)),
    h("ul", { class: "plain" }, nodes.map((other) => {
      const theirs = links.filter((link) => who(link) === other);
      const edges = [...new Set(theirs.map((link) => link.edge))];
      const documents = new Set(theirs.flatMap((link) =>
        claimsOfLink(scope, link).map((c) => graph.claim(c).document)));
      const through = nodesOf(scope, theirs, via);
      const flagged = edges.some((e) => disagreements(context, e).length > 0);
      const steps = [...new Set(theirs.flatMap((link) => [link.edge, ...implementingSteps(scope, link)]))];
      return h("li", {}, evidence(context, `funder ${graph.node(other).id}`, [
        h("strong", {}, graph.nameOf(other)),
        through.length > 0 ? h("span", { class: "quiet" }, ` ${t("node.through", {
          names: namesText(context, through.map((p) => graph.nameOf(p))) })}`) : null,
      ], documents.size, flagged, steps));
    })));
}

/** A line that opens to show the claims behind it, step by step when there are several steps. */
function evidence(context: Context, key: string, label: (Node | string | null)[], documents: number,
                  flagged: boolean, edges: number[]): Node {
  const { t } = context;
  return h("details", { class: "evidence" },
    h("summary", { key }, h("span", {}, label), " ",
      h("span", { class: flagged ? "count flagged" : "count" },
        t("count.documents", { n: documents }), flagged ? ` · ${t("claims.flag")}` : "")),
    claimsOfEdges(context, edges), edges.map((e) => onward(context, e)));
}

/** Links to the ends of an edge and to the edge itself. */
function onward(context: Context, e: number): Node {
  const { graph, t } = context;
  const { from, to } = graph.edge(e);
  return h("p", { class: "quiet onward" }, nodeButton(context, from), " · ", nodeButton(context, to), " · ",
    h("button", { type: "button", class: "link", key: `edge ${graph.edgeKey(e)}`,
                  on: { click: () => context.select({ edge: e }) } }, t("edge.open")));
}

/** The page of a matrix cell: its figures, then every step with its claims. */
function cellPage(context: Context, payer: number, office: number): Node[] {
  const { scope, t } = context;
  const row = fundingOf(scope, "state_office").rows
    .find((candidate) => candidate.payer === payer && candidate.office === office);
  const steps = stepsBetween(scope, payer, office);
  return [
    closeButton(context),
    h("p", { class: "kind" }, t("relation.funds")),
    h("h2", {}, nodeButton(context, payer), h("span", { class: "quiet" }, ` ${t("relation.funds")} `),
      nodeButton(context, office)),
    partMark(context),
    ...row ? cellFigures(context, row) : [h("p", { class: "note" }, t("cell.filtered"))],
    ...steps.length > 0 ? [h("h3", {}, t("edge.who_says")), h("ol", { class: "plain steps" },
      steps.map((e) => h("li", {}, stepButton(context, e))))] : [],
    claimsOfEdges(context, steps),
  ].filter((child): child is HTMLElement => child instanceof Node);
}

function stepButton(context: Context, e: number): Node {
  return h("button", { type: "button", class: "link", key: `edge ${context.graph.edgeKey(e)}`,
                       on: { click: () => context.select({ edge: e }) } }, stepSentence(context, e, "span"));
}

function cellFigures(context: Context, row: FundingRow): (Node | null)[] {
  const { t, graph } = context;
  const { sum } = row;
  return [
    row.projects.length > 0 ? h("p", {}, t("count.projects", { n: row.projects.length }), ": ",
      namesText(context, row.projects.map((p) => graph.nameOf(p)))) : null,
    row.direct ? h("p", {}, t("funding.direct")) : null,
    sums(context, sum.money) ?? h("p", { class: "note" }, noAmount(context, row.links.map((l) => l.edge))),
    !sum.money.empty && sum.withoutAmount > 0
      ? h("p", { class: "note" }, t(
        anyFilter(context.state.filters) ? "rule.without_amount_kept" : "rule.without_amount",
        { n: sum.withoutAmount, of: sum.fundings })) : null,
  ];
}

function sums(context: Context, money: Ledger): Node | null {
  if (money.empty) return null;
  return h("ul", { class: "plain sums" }, money.entries().map(({ key, amount }) => h("li", {},
    h("strong", {}, rangeText(context, key.currency, amount)), " ",
    h("span", { class: "quiet" }, ledgerWords(context, key)))));
}

/** All edges of the node, by relation and direction. */
function edgeGroups(context: Context, n: number): Node[] {
  const { graph, scope, t } = context;
  const group = (title: string, edges: number[], other: (e: number) => number): Node | null => {
    if (edges.length === 0) return null;
    const ordered = [...edges].sort((a, b) => graph.byName(other(a), other(b)));
    return h("section", {},
      h("h3", {}, title, " ", h("span", { class: "quiet" }, String(edges.length)), partMark(context)),
      h("ul", { class: "plain" }, ordered.slice(0, 200).map((e) => h("li", {},
        evidence(context, `relation ${graph.edgeKey(e)}`, [
          graph.nameOf(other(e)), " ",
          h("span", { class: "quiet" }, kindWord(t, graph.node(other(e)).kind)),
        ], scope.documentsOf(e).length, disagreements(context, e).length > 0, [e])))),
      edges.length > 200 ? h("p", { class: "note" }, t("table.more", { n: edges.length - 200 })) : null);
  };
  const of = (list: number[], relation: Relation): number[] =>
    list.filter((e) => graph.edge(e).relation === relation);
  return relations.flatMap((relation) => [
    group(relationWord(t, relation), of(scope.outEdges(n), relation), (e) => graph.edge(e).to),
    group(inverseWord(t, relation), of(scope.inEdges(n), relation), (e) => graph.edge(e).from),
  ]).filter((section): section is HTMLElement => section !== null);
}

function edgePage(context: Context, e: number): Node[] {
  const { graph, scope, t } = context;
  const { from, relation, to } = graph.edge(e);
  return [
    closeButton(context),
    h("p", { class: "kind" }, relationWord(t, relation)),
    h("h2", {}, nodeButton(context, from), h("span", { class: "quiet" }, ` ${relationWord(t, relation)} `),
      nodeButton(context, to)),
    edgeMoney(context, e),
    h("h3", {}, t("edge.who_says")),
    scope.edges[e] === 1 ? claimsOfEdges(context, [e])
      : h("p", { class: "note" }, t("edge.filtered")),
  ].filter((child): child is HTMLElement => child instanceof Node);
}

/** The sums of this edge's claims alone. */
function edgeMoney(context: Context, e: number): Node | null {
  const { graph, scope } = context;
  if (scope.edges[e] !== 1) return null; // the filters leave it out; a note below says so
  const stated = sums(context, edgeLedger(scope, e));
  if (stated || !carriesMoney(graph.edge(e).relation)) return stated;
  return h("p", { class: "note" }, noAmount(context, [e]));
}
