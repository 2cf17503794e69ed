// SPDX-License-Identifier: Apache-2.0
//
// Writes rows as comma-separated values by RFC 4180, in the form that spreadsheets read.
export type Cell = string | number | boolean | undefined;

export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => row.map(field).join(",") + "\r\n").join("");
}

/** As `csv`; if the rows are only a part, `part` says of what and is added to each row. */
export function csvOfPart(header: readonly string[], rows: readonly (readonly Cell[])[],
                          part: string | undefined): string {
  if (part === undefined) return csv(header, rows);
  return csv([...header, "part_of_graph"], rows.map((row) => [...row, part]));
}

function field(cell: Cell): string {
  const text = cell === undefined ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
