// SPDX-License-Identifier: Apache-2.0
//
// Converts dates as documents give them (a day, a month or a year) into days. A month or a year
// stands for every day in it. A day is a number, counted from 1970-01-01, as in
// graph/values/date.cpp.
export interface Period {
  start?: string | undefined;
  end?: string | undefined;
}

const millisecondsPerDay = 86_400_000;
const pattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / millisecondsPerDay);
}

/** Whether the text is a valid date in one of the three forms (day, month, year). */
export function isDate(text: string): boolean {
  const match = pattern.exec(text);
  if (!match || Number(match[1]) === 0) return false;
  if (match[2] === undefined) return true;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return false;
  if (match[3] === undefined) return true;
  const day = Number(match[3]);
  return day >= 1 && day <= lastOfMonth(Number(match[1]), month);
}

function lastOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** Precondition: isDate(text). */
export function firstDay(text: string): number {
  const [year = 1, month = 1, day = 1] = text.split("-").map(Number);
  return dayNumber(year, month, day);
}

/** Precondition: isDate(text). */
export function lastDay(text: string): number {
  const [year = 1, month = 12, day] = text.split("-").map(Number);
  return dayNumber(year, month, day ?? lastOfMonth(year, month));
}

/** The day as YYYY-MM-DD. */
export function dateFromDays(days: number): string {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10);
}

export function isKnown(period: Period): boolean {
  return period.start !== undefined || period.end !== undefined;
}

/** Whether some day of the period lies in [first, last]; an unknown side is open. */
export function meets(period: Period, first: number, last: number): boolean {
  const startsInTime = period.start === undefined || firstDay(period.start) <= last;
  const endsLateEnough = period.end === undefined || lastDay(period.end) >= first;
  return startsInTime && endsLateEnough;
}

/** Orders by first day; with the same first day the less precise date is first. Unknown dates come first. */
export function compareDates(a: string | undefined, b: string | undefined): number {
  // The order of texts gives this: "2024" < "2024-11" < "2024-11-22", and unknown is the empty
  // text.
  return compareText(a ?? "", b ?? "");
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The span from the first to the last date of several periods, each date as precise as stated. */
export class TimeSpan {
  first: string | undefined;
  last: string | undefined;

  add(period: Period): void {
    if (!isKnown(period)) return;
    const start = (period.start ?? period.end)!;
    const end = (period.end ?? period.start)!;
    if (this.first === undefined || firstDay(start) < firstDay(this.first)) this.first = start;
    if (this.last === undefined || lastDay(end) > lastDay(this.last)) this.last = end;
  }
}
