// SPDX-License-Identifier: Apache-2.0
//
// Beside the picture: the clicked node or edge with all that is said of it and by whom; when nothing
// is clicked, what the picture holds and where to begin.
import { TimeSpan } from "../core/dates";
import { type FundingLink, claimsOfLink, nodesOf } from "../core/funding";
import { type Relation, relations } from "../core/vocabulary";
import { claimsOfEdge, disagreements, ledgerWords, periodText, rangeText } from "./claims";
import { type Context, fundingOf, inverseWord, kindWord, relationWord } from "./context";
import { h } from "./dom";

export function drawer(context: Context): Node[] {
  const { state, graph } = context;
  const node = state.node === undefined ? undefined : graph.findNode(state.node);
  const edge = state.edge === undefined ? undefined : graph.findEdge(state.edge);
  if (edge !== undefined) return edgePage(context, edge);
  if (node !== undefined) return nodePage(context, node);
  return overview(context);
}

function closeButton({ t, select }: Context): Node {
  return h("button", { key: "close", type: "button", class: "round close", "aria-label": t("drawer.close"),
                       title: t("drawer.close"), on: { click: () => select({}) } }, "×");
}

export function nodeButton(context: Context, n: number, text?: string): Node {
  const { graph, select } = context;
  return h("button", { type: "button", class: "link", key: `node ${graph.node(n).id}`,
                       on: { click: () => select({ node: n }) } }, text ?? graph.nameOf(n));
}

function mainFigures(context: Context): Node {
  const { graph, scope, t } = context;
  const span = new TimeSpan();
  for (const c of scope.claimList()) span.add(graph.timeOf(c));
  return h("p", { class: "lede" }, t("overview.figures", {
    nodes: t("count.nodes", { n: scope.nodeList().length }),
    claims: t("count.claims", { n: scope.claimList().length }),
    documents: t("count.documents", { n: scope.documents().length }),
  }), " ", span.first ? h("span", { class: "quiet" }, periodText(context, span.first, span.last)) : null);
}

function overview(context: Context): Node[] {
  const { t, scope, graph, leftOut } = context;
  const answer = fundingOf(scope, "state_office");
  const ranked = (choose: (link: FundingLink) => number | undefined): [number, number][] =>
    nodesOf(scope, answer.links, choose)
      .map((n): [number, number] => [n, nodesOf(scope,
        answer.links.filter((link) => choose(link) === n), (link) => link.project).length])
      .sort((a, b) => b[1] - a[1] || graph.byName(a[0], b[0])).slice(0, 6);
  const list = (title: string, items: [number, number][]): Node | null => items.length === 0 ? null
    : h("section", {}, h("h3", {}, title), h("ol", { class: "ranking" }, items.map(([n, projects]) =>
      h("li", {}, nodeButton(context, n), " ",
        h("span", { class: "quiet" },
          projects > 0 ? t("count.projects", { n: projects }) : t("funding.direct"))))));
  return [
    h("h2", {}, t("overview.title")),
    mainFigures(context),
    leftOut ? h("p", { class: "flag" }, t("overview.left_out", {
      nodes: leftOut.nodes, edges: leftOut.edges, claims: leftOut.claims })) : null,
    scope.undated > 0 ? h("p", { class: "note" }, t("overview.undated", { n: scope.undated })) : null,
    list(t("overview.states"), ranked((link) => link.payer)),
    list(t("overview.offices"), ranked((link) => link.office)),
    h("p", { class: "note" }, t("overview.hint")),
    graph.source.notes?.map((note) => h("p", { class: "note" }, note)),
    h("p", { class: "note" }, t("overview.independent")),
  ].flat().filter((child): child is HTMLElement => child instanceof Node);
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

function nodePage(context: Context, n: number): Node[] {
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
      context.leftOut ? h("button", { type: "button", key: "around", on: { click: () =>
        context.set({ view: "network", around: id }) } }, t("node.around")) : null),
    fundersOf(context, n),
    fundedBy(context, n),
    ...edgeGroups(context, n),
    attributeList(context, n),
  ].filter((child): child is HTMLElement => child instanceof Node);
}

/** Who funds the office or project, through which projects, each with its claims. */
function fundersOf(context: Context, n: number): Node | null {
  const { graph, scope, t } = context;
  if (!["office", "project"].includes(graph.node(n).kind)) return null;
  const links = fundingOf(scope, "donor").links
    .filter((link) => link.office === n || link.project === n);
  return fundingSection(context, t("node.funders"), links, (link) => link.funder,
                        (link) => link.project === n ? undefined : link.project);
}

/** What a State, donor or agency funds. */
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
    h("h3", {}, title, " ", h("span", { class: "quiet" }, String(nodes.length))),
    h("ul", { class: "plain" }, nodes.map((other) => {
      const theirs = links.filter((link) => who(link) === other);
      const edges = [...new Set(theirs.map((link) => link.edge))];
      const documents = new Set(theirs.flatMap((link) =>
        claimsOfLink(scope, link).map((c) => graph.claim(c).document)));
      const through = nodesOf(scope, theirs, via);
      const flagged = edges.some((e) => disagreements(context, e).length > 0);
      return h("li", {}, evidence(context, `funder ${graph.node(other).id}`, [
        h("strong", {}, graph.nameOf(other)),
        through.length > 0 ? h("span", { class: "quiet" }, ` ${t("node.through", {
          names: through.map((p) => graph.nameOf(p)).join("; ") })}`) : null,
      ], documents.size, flagged, edges));
    })));
}

/** A line that opens to the claims behind it. */
function evidence(context: Context, key: string, label: (Node | string | null)[], documents: number,
                  flagged: boolean, edges: number[]): Node {
  const { t, graph } = context;
  const several = edges.length > 1;
  return h("details", { class: "evidence" },
    h("summary", { key }, h("span", {}, label), " ",
      h("span", { class: flagged ? "count flagged" : "count" },
        t("count.documents", { n: documents }), flagged ? ` · ${t("claims.flag")}` : "")),
    edges.map((e) => {
      const { from, relation, to } = graph.edge(e);
      return [
        several ? h("p", { class: "sentence" }, graph.nameOf(from), ` ${relationWord(t, relation)} `,
                    graph.nameOf(to)) : null,
        claimsOfEdge(context, e),
        h("p", { class: "quiet onward" }, nodeButton(context, from), " · ", nodeButton(context, to), " · ",
          h("button", { type: "button", class: "link", key: `edge ${graph.edgeKey(e)}`,
                        on: { click: () => context.select({ edge: e }) } }, t("edge.open"))),
      ];
    }));
}

/** All edges of the node, by relation and direction. */
function edgeGroups(context: Context, n: number): Node[] {
  const { graph, scope, t } = context;
  const group = (title: string, edges: number[], other: (e: number) => number): Node | null => {
    if (edges.length === 0) return null;
    const ordered = [...edges].sort((a, b) => graph.byName(other(a), other(b)));
    return h("section", {},
      h("h3", {}, title, " ", h("span", { class: "quiet" }, String(edges.length))),
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
    scope.edges[e] === 1 ? claimsOfEdge(context, e)
      : h("p", { class: "note" }, t("edge.filtered")),
  ].filter((child): child is HTMLElement => child instanceof Node);
}

function edgeMoney(context: Context, e: number): Node | null {
  const { graph, scope, t } = context;
  const link = fundingOf(scope, "donor").links.find((candidate) => candidate.edge === e);
  if (!link) return null;
  const row = fundingOf(scope, "donor").rows.find((r) => r.links.includes(link));
  const sums = row?.sum.money.entries() ?? [];
  const only = row?.links.every((l) => l.edge === e);
  if (!only || sums.length === 0)
    return graph.edge(e).relation === "funds" && sums.length === 0
      ? h("p", { class: "note" }, t("money.unknown")) : null;
  return h("ul", { class: "plain sums" }, sums.map(({ key, amount }) => h("li", {},
    h("strong", {}, rangeText(context, key.currency, amount)), " ",
    h("span", { class: "quiet" }, ledgerWords(context, key)))));
}
