// SPDX-License-Identifier: Apache-2.0
//
// Shows the claims of an edge, grouped by document: the quote, the place in the document, the money
// and the period of each claim, and a warning where documents disagree.
import { isInferred } from "../core/evidence";
import { isDisputed, mayBeTheSame, transfersOf, type LedgerKey, type Range } from "../core/ledger";
import { approximate, parseAmount } from "../core/money";
import type { ViewClaim } from "../core/view_document";
import type { Context } from "./context";
import { h } from "./dom";

const mostNamed = 12;

/** "EUR 1,200,000.00", in the number format of the page's language; a refund is "EUR -0.50". */
export function moneyText(context: Context, currency: string, minor: bigint, decimals: number): string {
  const format = new Intl.NumberFormat(context.language, { minimumFractionDigits: 1 });
  const sign = (type: string, usual: string): string =>
    format.formatToParts(-0.5).find((part) => part.type === type)?.value ?? usual;
  // A number would round large sums, so BigInt is formatted. Sign, integer part and fraction are
  // formatted separately, since the integer part of -0.50 is 0 and has no sign.
  const size = minor < 0n ? -minor : minor;
  const unit = 10n ** BigInt(decimals);
  const whole = new Intl.NumberFormat(context.language).format(size / unit);
  const rest = decimals === 0 ? ""
    : sign("decimal", ".") + (size % unit).toString().padStart(decimals, "0");
  return `${currency} ${minor < 0n ? sign("minusSign", "-") : ""}${whole}${rest}`;
}

export function rangeText(context: Context, currency: string, { low, high, decimals }: Range): string {
  const text = moneyText(context, currency, low, decimals);
  return low === high ? text
    : context.t("money.range", { low: text, high: moneyText(context, currency, high, decimals) });
}

export function ledgerWords({ t }: Context, { flow, currency }: LedgerKey): string {
  return t("money.ledger", { flow: t(`flow.${flow}`), currency });
}

/** A short form for a cell of a matrix: "1.2 M". */
export function compactMoney(context: Context, range: Range): string {
  const format = new Intl.NumberFormat(context.language,
    { notation: "compact", maximumSignificantDigits: 3 });
  const low = format.format(approximate({ minor: range.low, decimals: range.decimals }));
  if (range.low === range.high) return low;
  const high = format.format(approximate({ minor: range.high, decimals: range.decimals }));
  // A dash before a minus sign would look like two minus signs.
  return range.low < 0n ? context.t("money.range", { low, high }) : `${low}–${high}`;
}

/** A list for people: the first names, and the number of the others. */
export function namesText({ t }: Context, names: readonly string[]): string {
  const more = names.length - mostNamed;
  return names.slice(0, mostNamed).join("; ") + (more > 0 ? ` ${t("and_more", { n: more })}` : "");
}

export function periodText({ t }: Context, start: string | undefined, end: string | undefined): string {
  if (start !== undefined && end !== undefined)
    return start === end ? start : t("period.between", { start, end });
  if (start !== undefined) return t("period.since", { start });
  return end === undefined ? "" : t("period.until", { end });
}

export function disagreements(context: Context, edge: number): string[] {
  const transfers = transfersOf(context.scope, edge);
  const { t } = context;
  return [
    ...transfers.filter(isDisputed).map((transfer) => t("claims.disputed", {
      amounts: t("money.flow", {
        flow: t(`flow.${transfer.key.flow}`),
        amount: rangeText(context, transfer.key.currency, transfer.amount),
      }),
      n: transfer.documents.length,
    })),
    ...transfers.filter((transfer, i) => i > 0 && mayBeTheSame(transfers[i - 1]!, transfer))
      .map((transfer) => t("claims.twice", { ledger: ledgerWords(context, transfer.key) })),
  ];
}

/** The claims in scope of the edges, by document; with several edges each claim names its edge. */
export function claimsOfEdges(context: Context, edges: readonly number[]): Node {
  const { graph, scope } = context;
  const byDocument = new Map<number, number[]>();
  for (const e of edges)
    for (const c of scope.claimsOf(e)) {
      const { document } = graph.claim(c);
      byDocument.set(document, [...byDocument.get(document) ?? [], c]);
    }
  const flags = edges.flatMap((e) => disagreements(context, e));
  return h("div", { class: "claims" },
    flags.map((flag) => h("p", { class: "flag" }, flag)),
    [...byDocument].map(([document, claims]) => documentBlock(context, document, claims, edges.length > 1)));
}

export function claimsOfEdge(context: Context, edge: number): Node {
  return claimsOfEdges(context, [edge]);
}

function documentBlock(context: Context, document: number, claims: number[], named: boolean): Node {
  const { graph } = context;
  const { url, publisher, date, file } = graph.document(document);
  const title = graph.titleOf(document);
  const isNewStep = (i: number): boolean =>
    i === 0 || graph.claim(claims[i]!).edge !== graph.claim(claims[i - 1]!).edge;
  return h("section", { class: "document" },
    h("h4", {}, safeLink(url)
      ? h("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, title)
      : title),
    h("p", { class: "quiet" }, [publisher, date, file].filter(Boolean).join(" · ")),
    claims.map((c, i) => [
      named && isNewStep(i) ? stepSentence(context, graph.claim(c).edge) : null,
      claimBlock(context, graph.claim(c)),
    ]));
}

/** The edge as a sentence: "Office implements project"; pale when it is only inferred. */
export function stepSentence({ graph, scope, t }: Context, edge: number, tag: "p" | "span" = "p"): Node {
  const { from, relation, to } = graph.edge(edge);
  return h(tag, { class: isInferred(scope, edge) ? "sentence inferred" : "sentence" },
    graph.nameOf(from), ` ${t(`relation.${relation}`)} `, graph.nameOf(to));
}

/** Whether the address is safe as a link: only http and https, since documents may contain anything. */
export function safeLink(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url);
}

function claimBlock(context: Context, claim: ViewClaim): Node {
  const { t, graph } = context;
  const facts: [string, string][] = [];
  const add = (label: string, value: string | undefined): void => {
    if (value) facts.push([label, value]);
  };
  if (claim.amount !== undefined && claim.currency !== undefined) {
    const { minor, decimals } = parseAmount(claim.amount);
    add(t("claim.amount"), t("money.flow", {
      flow: t(`flow.${claim.flow ?? "unknown"}`),
      amount: moneyText(context, claim.currency, minor, decimals),
    }));
  } else if (claim.flow !== undefined && claim.flow !== "unknown") {
    add(t("claim.flow"), t(`flow.${claim.flow}`));
  }
  add(t("claim.period"), periodText(context, claim.start, claim.end));
  add(t("claim.share"), claim.share && `${claim.share} %`);
  add(t("claim.via"), claim.via === undefined ? undefined : graph.nameOf(claim.via));
  add(t("claim.place"), claim.locator);
  add(t("claim.rule"), claim.rule);
  add(t("claim.reviewed"), claim.reviewed);
  return h("div", { class: claim.basis === "inferred" ? "claim inferred" : "claim" },
    claim.quote ? h("blockquote", {}, claim.quote) : null,
    h("p", { class: "facts" },
      h("span", { class: `basis ${claim.basis ?? "stated"}` }, t(`basis.${claim.basis ?? "stated"}`)),
      facts.map(([label, value]) => [" ", h("span", {}, h("span", { class: "quiet" }, `${label} `), value)])));
}
