// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes exact amounts of money: integers of minor units (cents) as BigInt. The view
// document writes every amount with all decimals of its currency, so the number of decimals is read
// from the text.
export interface Amount {
  minor: bigint;
  decimals: number;
}

/** Precondition: a plain decimal, as the program writes it. */
export function parseAmount(text: string): Amount {
  const point = text.indexOf(".");
  const decimals = point < 0 ? 0 : text.length - point - 1;
  return { minor: BigInt(text.replace(".", "")), decimals };
}

/** "1200000.00" */
export function decimalText(amount: Amount): string {
  const negative = amount.minor < 0n;
  const digits = (negative ? -amount.minor : amount.minor).toString()
    .padStart(amount.decimals + 1, "0");
  const point = digits.length - amount.decimals;
  const text = amount.decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}

/** The amount as a rounded number, for widths in a picture. */
export function approximate(amount: Amount): number {
  return Number(amount.minor) / 10 ** amount.decimals;
}
