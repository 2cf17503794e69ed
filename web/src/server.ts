// SPDX-License-Identifier: Apache-2.0
//
// The program behind a served page: the same questions as at the terminal, as JSON. A refusal is an
// error whose message is the program's own sentence.
import type { Filters } from "./core/narrow";
import type { ViewDocument } from "./core/view_document";
import { filterParameters } from "./state";

/** As `--as json` prints it. */
export interface Table {
  title: string;
  columns: { name: string; type: string }[];
  rows: Record<string, string | number | boolean | string[] | null>[];
  notes: string[];
}

interface Problem {
  file?: string;
  line?: number;
  column?: number;
  what: string;
  allowed?: string;
  next?: string;
}

const mostNodes = 5000; // that a page can draw and people can look at

export class Server {
  graph(filters: Filters, around: string | undefined): Promise<ViewDocument> {
    const surroundings: [string, string][] = around ? [["around", around], ["depth", "2"]] : [];
    return this.get("graph", [["limit", String(mostNodes)], ...surroundings,
                              ...filterParameters(filters)]);
  }

  funding(filters: Filters, by: string): Promise<Table> {
    const view: [string, string][] = by === "state_office" ? [] : [["by", by]];
    return this.get("funding", [...view, ...filterParameters(filters)]);
  }

  path(from: string, to: string, filters: Filters): Promise<Table> {
    return this.get("path", [["from", from], ["to", to], ["k", "7"], ...filterParameters(filters)]);
  }

  search(text: string): Promise<Table> {
    return this.get("nodes", [["q", text], ["limit", "12"]]);
  }

  /** The file's bytes, read by the program's own readers and kept in memory only. */
  async load(file: File): Promise<ViewDocument> {
    const answer = await fetch(`api/v1/load?name=${encodeURIComponent(file.name)}`,
                               { method: "POST", body: file });
    return read(answer);
  }

  /** Where the program's own file of what is on screen comes from. */
  exportAddress(format: string, filters: Filters): string {
    return `api/v1/export?${query([["format", format], ...filterParameters(filters)])}`;
  }

  private async get<Answer>(what: string, parameters: [string, string][]): Promise<Answer> {
    return read<Answer>(await fetch(`api/v1/${what}?${query(parameters)}`));
  }
}

function query(parameters: [string, string][]): string {
  return new URLSearchParams(parameters).toString();
}

async function read<Answer>(answer: Response): Promise<Answer> {
  const body = await answer.json() as Answer & { problems?: Problem[] };
  if (answer.ok && !body.problems) return body;
  const problems = body.problems ?? [{ what: `${answer.status} ${answer.statusText}` }];
  throw new Error(problems.slice(0, 5).map(sentence).join("\n"));
}

function sentence({ file, line, column, what, allowed, next }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return [place && `${place}:`, [what, allowed, next].filter(Boolean).join("; ")]
    .filter(Boolean).join(" ");
}
