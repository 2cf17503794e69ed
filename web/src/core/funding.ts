// SPDX-License-Identifier: Apache-2.0
//
// Computes which States fund which offices, through which projects, with how much money, and from
// how many documents. It counts as queries/funding/funding*.cpp does, and a test compares the two
// for many filters. A State funds an office if it funds a project that the office implements, or
// pays the office itself. What an agency pays counts for its State. Every claim counts once in a
// sum. When a sum contains a funder's payment to a project, it leaves out what the same funder pays
// to an office, an agency or a State for that project (the claim's `via`) with the same flow and
// currency, since that money is taken to be a part of the payment to the project.
import { TimeSpan } from "./dates";
import { type Scope, distinct } from "./graph";
import { Ledger, type LedgerKey, type Transfer, columnName, compareKeys, mayBeTheSame, transfersOf }
  from "./ledger";
import { RollUp } from "./roll_up";

/** One payment edge on its way from a payer to an office, with the project and the office. */
export interface FundingLink {
  /** The node that the payment counts for: the State of an agency, else the funder itself. */
  payer: number;
  /** The funder that the documents name. */
  funder: number;
  /** undefined: paid outside any project. */
  project: number | undefined;
  /** undefined: no office is named. */
  office: number | undefined;
  /** funder -funds-> project, office, agency or State. */
  edge: number;
  /** The receiver is an agency of the same payer, which passes the money on: one step of a chain. */
  passedOn: boolean;
}

/** All links of the scope, in order of edge, then project, then office. */
export function fundingLinks(scope: Scope): FundingLink[] {
  const { graph } = scope;
  const rollUp = new RollUp(scope);
  const links: FundingLink[] = [];
  for (const edge of scope.edgeList()) {
    const { from: funder, relation, to } = graph.edge(edge);
    if (relation !== "funds") continue;
    const payer = rollUp.payerOf(funder);
    if (graph.node(to).kind === "project") {
      const offices = implementingOffices(scope, to);
      for (const office of offices.length > 0 ? offices : [undefined])
        links.push({ payer, funder, project: to, office, edge, passedOn: false });
    } else {
      const office = graph.node(to).kind === "office" ? to : undefined;
      const passedOn = rollUp.payerOf(to) === payer;
      for (const project of projectsPaidInside(scope, edge))
        links.push({ payer, funder, project, office, edge, passedOn });
    }
  }
  return links;
}

function implementingOffices(scope: Scope, project: number): number[] {
  const { graph } = scope;
  return scope.inEdges(project)
    .filter((e) => graph.edge(e).relation === "implements" &&
      graph.node(graph.edge(e).from).kind === "office")
    .map((e) => graph.edge(e).from);
}

/** The different `via` of the edge's claims; undefined (outside any project) last. */
function projectsPaidInside(scope: Scope, edge: number): (number | undefined)[] {
  const vias = scope.claimsOf(edge).map((c) => scope.graph.claim(c).via);
  const inside: (number | undefined)[] = distinct(vias.filter((v) => v !== undefined));
  if (vias.includes(undefined)) inside.push(undefined);
  return inside;
}

/** The claims for this link: of a payment inside projects, only those inside the link's project. */
export function claimsOfLink(scope: Scope, link: FundingLink): number[] {
  const claims = scope.claimsOf(link.edge);
  if (scope.graph.edge(link.edge).to === link.project) return claims;
  return claims.filter((c) => scope.graph.claim(c).via === link.project);
}

export interface FundingSum {
  money: Ledger;
  transfers: Transfer[];
  /** The number of different pairs (edge, project). */
  fundings: number;
  /** Fundings for which no document states an amount. */
  withoutAmount: number;
  /** Payments inside a project that are not counted, since the payment for the whole project is. */
  partsLeftOut: number;
  documents: number[];
  time: TimeSpan;
  /** Transfers that differ from another only in the period; they may be the same money. */
  doubts: number;
}

/** Adds up the links; links that differ only in the office have the same claims, which count once. */
export function sumUp(scope: Scope, links: readonly FundingLink[]): FundingSum {
  const { graph } = scope;
  const paysWhole = (edge: number): boolean => graph.node(graph.edge(edge).to).kind === "project";
  const wholeKey = (funder: number, project: number | undefined, key: LedgerKey): string =>
    `${funder} ${project ?? "-"} ${columnName(key)}`;
  const documents: number[] = [];
  const wholes = new Set<string>();
  const time = new TimeSpan();
  let transfers: Transfer[] = [];
  let withoutAmount = 0;
  const ordered = onePerClaim(links);
  for (const link of ordered) {
    for (const c of claimsOfLink(scope, link)) {
      documents.push(graph.claim(c).document);
      time.add(graph.timeOf(c));
    }
    const whole = paysWhole(link.edge);
    const stated = transfersOf(scope, link.edge).filter((t) => whole || t.via === link.project);
    if (whole)
      for (const t of stated) wholes.add(wholeKey(link.funder, link.project, t.key));
    transfers.push(...stated);
    if (stated.length === 0) ++withoutAmount;
  }
  const before = transfers.length;
  transfers = transfers.filter((t) => paysWhole(t.edge) || t.via === undefined ||
    !wholes.has(wholeKey(graph.edge(t.edge).from, t.via, t.key)));
  const money = new Ledger();
  for (const transfer of transfers) money.add(transfer);
  return {
    money,
    transfers,
    fundings: ordered.length,
    withoutAmount,
    partsLeftOut: before - transfers.length,
    documents: distinct(documents),
    time,
    doubts: transfers.filter((t, i) => i > 0 && mayBeTheSame(transfers[i - 1]!, t)).length,
  };
}

function onePerClaim(links: readonly FundingLink[]): FundingLink[] {
  const seen = new Map<string, FundingLink>();
  for (const link of links) {
    const key = `${link.edge} ${link.project ?? "-"}`;
    if (!seen.has(key)) seen.set(key, link);
  }
  return [...seen.values()].sort(
    (a, b) => a.edge - b.edge || (a.project ?? Infinity) - (b.project ?? Infinity));
}

export const fundingViews = ["state_office", "state", "office", "project", "donor"] as const;
export type FundingBy = (typeof fundingViews)[number];
type Part = "payer" | "project" | "office";

/** For each form of the table: there is a row for each combination of `keys`, which lists its `lists`. */
export const fundingShapes: Record<FundingBy, { keys: Part[]; lists: Part[] }> = {
  state_office: { keys: ["payer", "office"], lists: ["project"] },
  state: { keys: ["payer"], lists: ["office", "project"] },
  office: { keys: ["office"], lists: ["payer", "project"] },
  project: { keys: ["project"], lists: ["payer", "office"] },
  donor: { keys: ["payer"], lists: ["office", "project"] },
};

export interface FundingRow {
  links: FundingLink[];
  payer?: number;
  project?: number;
  office?: number;
  payers: number[];
  projects: number[];
  offices: number[];
  /** Agencies through which the State pays. */
  through: number[];
  /** Agencies and States that receive money themselves. */
  otherRecipients: number[];
  /** Some money is paid to the office directly, outside any project. */
  direct: boolean;
  sum: FundingSum;
}

export interface Funding {
  by: FundingBy;
  /** The links that the rows contain. */
  links: FundingLink[];
  rows: FundingRow[];
  total: FundingSum;
  /** The ledgers that occur in some row, each with whether documents disagree in some row. */
  ledgers: { key: LedgerKey; disputed: boolean }[];
  leftOut: { funders: number[]; projects: number[]; otherPayments: number; passedOn: number };
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The funding, with rows in order of the names of their keys. Rows and sums are computed on demand. */
export function funding(scope: Scope, by: FundingBy): Funding {
  const { graph } = scope;
  const chosen: FundingLink[] = [];
  const incomplete: FundingLink[] = [];
  const otherFunders: FundingLink[] = [];
  let passedOn = 0;
  for (const link of fundingLinks(scope)) {
    if (by === "donor") link.payer = link.funder;
    if (by !== "donor" && graph.node(link.payer).kind !== "state") otherFunders.push(link);
    else if (by !== "donor" && link.passedOn) ++passedOn;
    else if (isWhole(by, link)) chosen.push(link);
    else incomplete.push(link);
  }
  const rows = once(() => gather(scope, fundingShapes[by].keys, chosen)
    .map((links) => makeRow(scope, by, links)));
  const total = once(() => sumUp(scope, chosen));
  const ledgers = once(() => ledgersOf(rows()));
  return {
    by,
    links: chosen,
    get rows() { return rows(); },
    get total() { return total(); },
    get ledgers() { return ledgers(); },
    leftOut: {
      funders: nodesOf(scope, otherFunders, (link) => link.payer),
      projects: by === "project" ? [] : nodesOf(scope, incomplete, (link) => link.project),
      otherPayments: by === "project"
        ? incomplete.length
        : incomplete.filter((link) => link.project === undefined).length,
      passedOn,
    },
  };
}

function isWhole(by: FundingBy, link: FundingLink): boolean {
  if (by === "donor") return true;
  if (by === "state") return link.project !== undefined || link.office !== undefined;
  return by === "project" ? link.project !== undefined : link.office !== undefined;
}

/** The nodes that `choose` returns for the links, each once, in order of name. */
export function nodesOf(scope: Scope, links: readonly FundingLink[],
                        choose: (link: FundingLink) => number | undefined): number[] {
  return distinct(links.map(choose).filter((n) => n !== undefined)).sort(scope.graph.byName);
}

/** The links of each row, the rows in order. */
function gather(scope: Scope, keys: Part[], links: readonly FundingLink[]): FundingLink[][] {
  const rows = new Map<string, FundingLink[]>();
  for (const link of links) {
    const key = keys.map((part) => link[part]).join();
    const row = rows.get(key);
    if (row) row.push(link);
    else rows.set(key, [link]);
  }
  return [...rows.values()].sort((a, b) => {
    for (const part of keys) {
      const order = scope.graph.byName(a[0]![part]!, b[0]![part]!);
      if (order !== 0) return order;
    }
    return 0;
  });
}

function makeRow(scope: Scope, by: FundingBy, links: FundingLink[]): FundingRow {
  const { graph } = scope;
  const head = links[0]!;
  const row: FundingRow = {
    links,
    payers: nodesOf(scope, links, (link) => link.payer),
    projects: nodesOf(scope, links, (link) => link.project),
    offices: nodesOf(scope, links, (link) => link.office),
    through: nodesOf(scope, links, (link) => link.funder === link.payer ? undefined : link.funder),
    otherRecipients: nodesOf(scope, links, (link) => {
      const { to } = graph.edge(link.edge);
      return ["agency", "state"].includes(graph.node(to).kind) ? to : undefined;
    }),
    direct: links.some((link) => link.project === undefined && link.office !== undefined),
    sum: sumUp(scope, links),
  };
  for (const part of fundingShapes[by].keys) {
    const node = head[part];
    if (node !== undefined) row[part] = node;
  }
  return row;
}

function ledgersOf(rows: readonly FundingRow[]): { key: LedgerKey; disputed: boolean }[] {
  const found = new Map<string, { key: LedgerKey; disputed: boolean }>();
  for (const { sum } of rows)
    for (const { key, amount } of sum.money.entries()) {
      const disputed = amount.low !== amount.high;
      const seen = found.get(columnName(key));
      if (seen) seen.disputed ||= disputed;
      else found.set(columnName(key), { key, disputed });
    }
  return [...found.values()].sort((a, b) => compareKeys(a.key, b.key));
}

/** The number of projects of a state_office row; 1 for a row of direct payments only. */
export function fundingCount(row: FundingRow): number {
  return Math.max(row.projects.length, 1);
}
