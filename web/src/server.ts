// SPDX-License-Identifier: Apache-2.0
//
// Sends requests to the program that serves the page, and returns its JSON answers. The questions
// are the same as at the terminal. A refusal is thrown as an error whose message is the program's
// sentence.
import type { Filters } from "./core/narrow";
import type { ViewDocument } from "./core/view_document";
import { filterParameters } from "./state";

/** A table in the form of `--as json`. */
export interface Table {
  title: string;
  facts?: Record<string, string | number>;
  columns: { name: string; type: string }[];
  rows: Record<string, string | number | boolean | string[] | null>[];
  notes: string[];
}

/** A question for rows of nodes, edges, claims or documents. */
export interface List {
  of: "nodes" | "edges" | "claims" | "documents";
  contains: string;
  /** A column's name, "-" before it when descending. */
  sort: string;
  filters: Filters;
}

interface Problem {
  file?: string;
  line?: number;
  column?: number;
  what: string;
  allowed?: string;
  next?: string;
}

const mostNodes = 20_000; // the most nodes that a page holds; it draws fewer
const onlyView: [string, string][] = [["subset", "only"], ["limit", String(mostNodes)]];
const longestAddress = 250_000; // an address of this length is always accepted by the program

export class Server {
  constructor(private readonly signal?: AbortSignal) {}

  /** The same server, whose requests are aborted by the signal. */
  until(signal: AbortSignal): Server {
    return new Server(signal);
  }

  graph(filters: Filters, around: string | undefined): Promise<ViewDocument> {
    const surroundings: [string, string][] = around ? [["around", around], ["depth", "2"]] : [];
    return this.get("graph", [["limit", String(mostNodes)], ...surroundings,
                              ...filterParameters(filters)]);
  }

  funding(filters: Filters, by: string): Promise<Table> {
    const view: [string, string][] = by === "state_office" ? [] : [["by", by]];
    return this.get("funding", [...view, ...filterParameters(filters)]);
  }

  /** The numbers of nodes, edges, claims and documents that the filters keep. */
  info(filters: Filters): Promise<Table> {
    return this.get("info", filterParameters(filters));
  }

  /** The part of the graph that shows who pays the node, or whom it pays. */
  fundingOf(id: string, side: "from" | "to", by: "state" | "donor", filters: Filters): Promise<ViewDocument> {
    return this.get("funding", [[side, id], ["by", by], ...onlyView, ...filterParameters(filters)]);
  }

  /** A node with all its edges. */
  show(id: string, filters: Filters): Promise<ViewDocument> {
    return this.get(`nodes/${encodeURIComponent(id)}`, [...onlyView, ...filterParameters(filters)]);
  }

  /** The part of the graph with every step between two nodes. */
  why(from: string, to: string, filters: Filters): Promise<ViewDocument> {
    return this.get("why", [["from", from], ["to", to], ...onlyView, ...filterParameters(filters)]);
  }

  /** The number of claims that hold on each day, month or year. */
  times(filters: Filters): Promise<Table> {
    return this.get("times", filterParameters(filters));
  }

  /** The first rows of a list, of those that contain the typed words. */
  rows(list: List, most: number): Promise<Table> {
    return this.get("rows", [["limit", String(most)], ...listParameters(list)]);
  }

  /** All rows, as a CSV file. */
  rowsFile(list: List): Promise<string> {
    return this.text("rows", [["as", "csv"], ...listParameters(list)]);
  }

  /** The table of claims as native records. */
  claimsFile(filters: Filters): Promise<string> {
    return this.text("claims.csv", filterParameters(filters));
  }

  path(from: string, to: string, filters: Filters): Promise<Table> {
    return this.get("path", [["from", from], ["to", to], ["k", "7"], ...filterParameters(filters)]);
  }

  search(text: string): Promise<Table> {
    return this.get("nodes", [["q", text], ["limit", "12"]]);
  }

  /** Lets the program read the file with its own readers; the program keeps it in memory only. */
  async load(file: File): Promise<ViewDocument> {
    const answer = await fetch(`api/v1/load?limit=${mostNodes}&name=${encodeURIComponent(file.name)}`,
                               { method: "POST", body: file });
    return read(answer);
  }

  /** Whether the filters fit into the address of a request. */
  takes(filters: Filters): boolean {
    return query(filterParameters(filters)).length <= longestAddress;
  }

  /** A file that the program writes, of the part that the filters keep. */
  async graphFile(format: string, filters: Filters): Promise<Blob> {
    const parameters: [string, string][] = [["format", format], ...filterParameters(filters)];
    return (await accepted(await this.fetch("export", parameters))).blob();
  }

  private async get<Answer>(what: string, parameters: [string, string][]): Promise<Answer> {
    return read<Answer>(await this.fetch(what, parameters));
  }
  private async text(what: string, parameters: [string, string][]): Promise<string> {
    return (await accepted(await this.fetch(what, parameters))).text();
  }
  private fetch(what: string, parameters: [string, string][]): Promise<Response> {
    return fetch(`api/v1/${what}?${query(parameters)}`, this.signal ? { signal: this.signal } : {});
  }
}

function listParameters({ of, contains, sort, filters }: List): [string, string][] {
  const given = ([["of", of], ["contains", contains], ["sort", sort]] as [string, string][]).filter(([, value]) => value !== "");
  return [...given, ...filterParameters(filters)];
}

/** Returns the answer, or throws if it is a refusal. */
async function accepted(answer: Response): Promise<Response> {
  if (!answer.ok) await read(answer);
  return answer;
}

function query(parameters: [string, string][]): string {
  return new URLSearchParams(parameters).toString();
}

async function read<Answer>(answer: Response): Promise<Answer> {
  const isJson = answer.headers.get("Content-Type")?.includes("json") === true;
  // The answer may come from a proxy between the page and the program, and then it is not JSON.
  if (!isJson) throw new Error(`${answer.status} ${answer.statusText}`);
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
