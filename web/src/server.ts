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
  facts?: Record<string, string | number>;
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

const mostNodes = 20_000; // that a page can hold; it draws fewer
const longestAddress = 12_000; // that the program reads for certain

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

  /** How much there is of what the filters keep. */
  info(filters: Filters): Promise<Table> {
    return this.get("info", filterParameters(filters));
  }

  path(from: string, to: string, filters: Filters): Promise<Table> {
    return this.get("path", [["from", from], ["to", to], ["k", "7"], ...filterParameters(filters)]);
  }

  search(text: string): Promise<Table> {
    return this.get("nodes", [["q", text], ["limit", "12"]]);
  }

  /** The file's bytes, read by the program's own readers and kept in memory only. */
  async load(file: File): Promise<ViewDocument> {
    const answer = await fetch(`api/v1/load?limit=${mostNodes}&name=${encodeURIComponent(file.name)}`,
                               { method: "POST", body: file });
    return read(answer);
  }

  /** Whether so many filters fit into a question. */
  takes(filters: Filters): boolean {
    return query(filterParameters(filters)).length <= longestAddress;
  }

  /** Where the program's own file of what the filters keep comes from; undefined: too many filters. */
  exportAddress(format: string, filters: Filters): string | undefined {
    const address = `api/v1/export?${query([["format", format], ...filterParameters(filters)])}`;
    return address.length <= longestAddress ? address : undefined;
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
