// SPDX-License-Identifier: Apache-2.0
//
// Searches names, aliases and ids while the user types. Case, diacritics and punctuation are
// ignored, and every typed word must be the beginning of a word of the name. Names that begin with
// the typed text come first, then names before aliases, then shorter before longer ones.
import type { Graph } from "./graph";

/** Letters that Unicode normalisation does not split into a base letter and a mark. */
const letters: Record<string, string> = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ə: "a", ħ: "h",
};

export function normalise(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[ßæœøđðþłıəħ]/g, (letter) => letters[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

interface Entry {
  node: number;
  text: string;
  isAlias: boolean;
  shown: string;
}

export interface Hit {
  node: number;
  /** The alias that matched, when the name did not. */
  alias: string | undefined;
}

export class SearchIndex {
  private readonly entries: Entry[] = [];

  constructor(readonly graph: Graph) {
    graph.nodes.slice(0, graph.inView).forEach((node, n) => {
      this.add(n, graph.nameOf(n), false);
      this.add(n, node.id, true);
      for (const alias of node.aliases ?? []) this.add(n, alias, true);
    });
  }

  /** At most `most` nodes, the best first, each once. */
  find(query: string, most: number, wanted: (node: number) => boolean = () => true): Hit[] {
    const typed = normalise(query);
    if (typed === "") return [];
    const words = typed.split(" ");
    const best = new Map<number, { rank: number; entry: Entry }>();
    for (const entry of this.entries) {
      if (!wanted(entry.node)) continue;
      const rank = rankOf(entry, typed, words);
      if (rank === undefined) continue;
      const known = best.get(entry.node);
      if (!known || rank < known.rank) best.set(entry.node, { rank, entry });
    }
    return [...best.values()]
      .sort((a, b) => a.rank - b.rank || this.graph.byName(a.entry.node, b.entry.node))
      .slice(0, most)
      .map(({ entry }) => ({ node: entry.node, alias: entry.isAlias ? entry.shown : undefined }));
  }

  private add(node: number, name: string, isAlias: boolean): void {
    this.entries.push({ node, text: normalise(name), isAlias, shown: name });
  }
}

function rankOf(entry: Entry, typed: string, words: readonly string[]): number | undefined {
  const padded = ` ${entry.text}`;
  if (!words.every((word) => padded.includes(` ${word}`))) return undefined;
  const order = entry.text === typed ? 0 : entry.text.startsWith(typed) ? 1 : 2;
  return order * 10_000 + (entry.isAlias ? 1_000 : 0) + Math.min(entry.text.length, 999);
}
