// SPDX-License-Identifier: Apache-2.0
//
// Adds up money by the rules of graph/ledger.hpp. Each pair of flow (pledged, committed, disbursed,
// spent, in kind, unknown) and currency is a separate ledger. The lines of a transfer within one
// document are added. Two documents about a transfer report the same money; if they differ, the
// transfer has a lowest and a highest amount. An amount that no document states is unknown and adds
// nothing.
import { compareDates } from "./dates";
import type { Scope } from "./graph";
import { type Amount, parseAmount } from "./money";
import { type Flow, flows } from "./vocabulary";

/** Which ledger an amount belongs to: "committed EUR". */
export interface LedgerKey {
  flow: Flow;
  currency: string;
}

export interface Range {
  low: bigint;
  high: bigint;
  decimals: number;
}

/** One transfer of money along an edge, as the documents report it. */
export interface Transfer {
  edge: number;
  via: number | undefined;
  key: LedgerKey;
  start: string | undefined;
  end: string | undefined;
  amount: Range;
  documents: number[];
}

export function isDisputed(transfer: Transfer): boolean {
  return transfer.amount.low !== transfer.amount.high;
}

/** Orders by flow (pledged, committed, disbursed, spent, in kind, unknown), then by currency code. */
export function compareKeys(a: LedgerKey, b: LedgerKey): number {
  const place = (flow: Flow): number => flow === "unknown" ? flows.length : flows.indexOf(flow);
  return place(a.flow) - place(b.flow) ||
    (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0);
}

/** "committed_EUR", as the program names the column. */
export function columnName(key: LedgerKey): string {
  return `${key.flow === "unknown" ? "unknown_flow" : key.flow}_${key.currency}`;
}

/** The ledger of that column; undefined for a column without money, or of highest amounts. */
export function ledgerKeyOf(column: string): LedgerKey | undefined {
  const [, flow, currency = ""] = /^(\w+)_([A-Z]{3})$/.exec(column) ?? [];
  const found = flow === "unknown_flow" ? "unknown" : flows.find((name) => name === flow);
  return found && { flow: found, currency };
}

interface Line {
  via: number | undefined;
  key: LedgerKey;
  start: string | undefined;
  end: string | undefined;
  document: number;
  amount: Amount;
}

function linesOf(scope: Scope, edge: number): Line[] {
  const lines: Line[] = [];
  for (const c of scope.claimsOf(edge)) {
    const claim = scope.graph.claim(c);
    if (claim.amount === undefined || claim.currency === undefined) continue;
    lines.push({
      via: claim.via,
      key: { flow: claim.flow ?? "unknown", currency: claim.currency },
      start: claim.start,
      end: claim.end,
      document: claim.document,
      amount: parseAmount(claim.amount),
    });
  }
  return lines.sort((a, b) => compareTransfers(a, b) || a.document - b.document);
}

/** Orders lines; a line without a project comes last, as in the program. */
function compareTransfers(a: Line, b: Line): number {
  const viaOf = (line: Line): number => line.via ?? Infinity;
  if (viaOf(a) !== viaOf(b)) return viaOf(a) < viaOf(b) ? -1 : 1;
  return compareKeys(a.key, b.key) || compareDates(a.start, b.start) || compareDates(a.end, b.end);
}

const known = new WeakMap<Scope, Map<number, readonly Transfer[]>>();

/** The transfers stated by the edge's claims in scope, in order of (via, key, period); cached. */
export function transfersOf(scope: Scope, edge: number): readonly Transfer[] {
  let ofScope = known.get(scope);
  if (!ofScope) known.set(scope, ofScope = new Map());
  let transfers = ofScope.get(edge);
  if (!transfers) ofScope.set(edge, transfers = readTransfers(scope, edge));
  return transfers;
}

function readTransfers(scope: Scope, edge: number): Transfer[] {
  const lines = linesOf(scope, edge);
  const transfers: Transfer[] = [];
  for (let i = 0; i < lines.length;) {
    const head = lines[i]!;
    const readings = new Map<number, bigint>();
    for (; i < lines.length && compareTransfers(head, lines[i]!) === 0; ++i) {
      const line = lines[i]!;
      readings.set(line.document, (readings.get(line.document) ?? 0n) + line.amount.minor);
    }
    transfers.push({
      edge,
      via: head.via,
      key: head.key,
      start: head.start,
      end: head.end,
      amount: rangeOf([...readings.values()], head.amount.decimals),
      documents: [...readings.keys()],
    });
  }
  return transfers;
}

function rangeOf(values: bigint[], decimals: number): Range {
  let [low, high] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high, decimals };
}

/** Sums by flow and currency. */
export class Ledger {
  private readonly sums = new Map<string, { key: LedgerKey; amount: Range }>();

  add(transfer: Transfer): void {
    const name = columnName(transfer.key);
    const sum = this.sums.get(name);
    if (sum === undefined) {
      this.sums.set(name, { key: transfer.key, amount: { ...transfer.amount } });
      return;
    }
    sum.amount.low += transfer.amount.low;
    sum.amount.high += transfer.amount.high;
  }

  get empty(): boolean {
    return this.sums.size === 0;
  }
  find(name: string): Range | undefined {
    return this.sums.get(name)?.amount;
  }
  /** The sums, in order of key. */
  entries(): { key: LedgerKey; amount: Range }[] {
    return [...this.sums.values()].sort((a, b) => compareKeys(a.key, b.key));
  }
}

/** The sums of the edge's claims in scope. */
export function edgeLedger(scope: Scope, edge: number): Ledger {
  const ledger = new Ledger();
  for (const transfer of transfersOf(scope, edge)) ledger.add(transfer);
  return ledger;
}

/** Whether two transfers may be the same money: they differ only in the period and come from different documents. */
export function mayBeTheSame(a: Transfer, b: Transfer): boolean {
  return a.edge === b.edge && a.via === b.via && compareKeys(a.key, b.key) === 0 &&
    a.documents.join() !== b.documents.join();
}
