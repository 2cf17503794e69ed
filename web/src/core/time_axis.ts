// SPDX-License-Identifier: Apache-2.0
//
// Computes the time axis at the bottom of every view: each day, month or year from the first date
// to the last, with the number of claims that hold on it. Claims are counted under all filters
// except those on time. The number is the number of claims that the filter `at` would keep.
import { dateFromDays, firstDay, isKnown, lastDay } from "./dates";
import type { Graph } from "./graph";
import { type Filters, narrow } from "./narrow";

const mostSteps = 400; // with more days the axis has months, with more months years

/** The steps, all of one precision: "2024-11-22", "2024-11" or "2024"; none when no claim has a date. */
export function timeSteps(graph: Graph): string[] {
  let [first, last] = [Infinity, -Infinity];
  graph.claims.forEach((_, c) => {
    const { start, end } = graph.timeOf(c);
    for (const date of [start, end]) if (date !== undefined) {
      first = Math.min(first, firstDay(date));
      last = Math.max(last, lastDay(date));
    }
  });
  if (first > last) return [];
  if (last - first <= mostSteps)
    return Array.from({ length: last - first + 1 }, (_, i) => dateFromDays(first + i));
  const [firstYear = 1, firstMonth = 1] = dateFromDays(first).split("-").map(Number);
  const [lastYear = 1, lastMonth = 12] = dateFromDays(last).split("-").map(Number);
  const padded = (number: number, length: number): string => String(number).padStart(length, "0");
  const months = (lastYear - firstYear) * 12 + lastMonth - firstMonth + 1;
  if (months > mostSteps)
    return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => padded(firstYear + i, 4));
  return Array.from({ length: months }, (_, i) => {
    const month = firstMonth - 1 + i;
    return `${padded(firstYear + Math.floor(month / 12), 4)}-${padded(month % 12 + 1, 2)}`;
  });
}

/** Binary search for the first position where `holds` is true. Precondition: it is true for all after it. */
function firstWhere(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** For each step the number of claims that hold then and pass all filters except those on time. */
export function countsAt(graph: Graph, steps: readonly string[], filters: Filters): number[] {
  const { at, since, until, ...others } = filters;
  const scope = narrow(graph, { ...others, min_documents: 1 });
  const firsts = steps.map(firstDay);
  const lasts = steps.map(lastDay);
  const spans = (c: number): [number, number] | undefined => {
    const period = graph.timeOf(c);
    if (!isKnown(period)) return undefined;
    const from = period.start === undefined ? -Infinity : firstDay(period.start);
    const to = period.end === undefined ? Infinity : lastDay(period.end);
    const low = firstWhere(steps.length, (i) => lasts[i]! >= from);
    const beyond = firstWhere(steps.length, (i) => firsts[i]! > to);
    return low < beyond ? [low, beyond] : undefined;
  };
  const changes = new Array<number>(steps.length + 1).fill(0);
  for (const e of scope.edgeList()) {
    const held = scope.claimsOf(e).flatMap((c) => {
      const span = spans(c);
      return span ? [{ span, document: graph.claim(c).document }] : [];
    });
    addEdge(held, filters.min_documents, changes);
  }
  let sum = 0;
  return steps.map((_, i) => sum += changes[i]!);
}

interface Held {
  span: [number, number];
  document: number;
}

/** Counts the claims of an edge for the times at which enough documents state the edge. */
function addEdge(held: readonly Held[], least: number, changes: number[]): void {
  if (least <= 1) {
    for (const { span: [low, beyond] } of held) {
      changes[low]! += 1;
      changes[beyond]! -= 1;
    }
    return;
  }
  const bounds = [...new Set(held.flatMap(({ span }) => span))].sort((a, b) => a - b);
  bounds.slice(1).forEach((beyond, i) => {
    const low = bounds[i]!;
    const now = held.filter(({ span }) => span[0] <= low && beyond <= span[1]);
    if (new Set(now.map(({ document }) => document)).size < least) return;
    changes[low]! += now.length;
    changes[beyond]! -= now.length;
  });
}
