// SPDX-License-Identifier: Apache-2.0
//
// Writes the sentences that explain why an amount is missing. Unknown is not zero. "No document
// states one" is shown only where it is true: not where filters hide the amount, and not where
// there is an amount of another flow or currency.
import type { Funding, FundingRow } from "../core/funding";
import type { Graph } from "../core/graph";
import { columnName } from "../core/ledger";
import { anyFilter } from "../core/narrow";
import { ledgerWords, rangeText } from "./claims";
import type { Context } from "./context";

/** Whether some claim of the edges states an amount, in scope or not. */
function anyAmount(graph: Graph, edges: readonly number[]): boolean {
  return edges.some((e) => graph.claimsOf[e]!.some((c) => graph.claim(c).amount !== undefined));
}

/** The reason for edges whose claims in scope state no amount. */
export function noAmount(context: Context, edges: readonly number[]): string {
  const { graph, t } = context;
  if (anyAmount(graph, edges)) return t("money.filtered");
  // Of a graph too large for the page, claims that the filters leave out are not in the page.
  return context.beyond && anyFilter(context.state.filters) ? t("money.kept_none") : t("money.unknown");
}

/** The reason for a row without a sum of this flow and currency: its other sums, or that it has none. */
export function noSuchAmount(context: Context, answer: Funding, row: FundingRow, count: string): string {
  const { t } = context;
  const others = row.sum.money.entries();
  const asked = answer.ledgers.find(({ key }) => columnName(key) === count);
  if (others.length === 0 || !asked) return noAmount(context, row.links.map((link) => link.edge));
  return t("money.other", {
    ledger: ledgerWords(context, asked.key),
    others: others.map(({ key, amount }) => t("money.flow", {
      flow: t(`flow.${key.flow}`), amount: rangeText(context, key.currency, amount) })).join("; "),
  });
}

/** The reason for a whole view without any sum; "" when it has no rows. */
export function noAmountCounted(context: Context, answer: Funding): string {
  const { graph, scope, t, leftOut } = context;
  if (answer.rows.length === 0) return "";
  if (scope.claimList().some((c) => graph.claim(c).amount !== undefined)) return t("rule.no_amount_counted");
  if (graph.claims.some(({ amount }) => amount !== undefined)) return t("rule.no_amount_filtered");
  if (context.beyond && anyFilter(context.state.filters)) return t("money.kept_none");
  return leftOut ? t("rule.no_amount_part") : t("rule.no_amount");
}
