// SPDX-License-Identifier: Apache-2.0
//
// Makes names of columns for GraphML and GEXF, as the program does (exports/model/property.cpp).
// ASCII letters become lower case; ASCII characters other than letters and digits become "_". A
// name that is taken already, or has a special meaning in some reader, gets a prefix, then a
// number. So every column has its own name and no attribute hides another.

/** Names with a special meaning in Gephi, NetworkX, igraph, graphology or Cytoscape. */
const reserved: ReadonlySet<string> = new Set([
  "b", "color", "colour", "edge_label", "edge_weight", "edgelabel", "end", "g", "id", "key", "label",
  "name", "nodelabel", "r", "size", "source", "spells", "start", "target", "timeset", "weight", "x",
  "xpos", "y", "ypos", "z", "zpos",
]);

function lowered(wanted: string): string {
  return wanted.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[\u0000-\u002f\u003a-\u0060\u007b-\u007f]+/g, "_").replace(/_$/, "");
}

export class PropertyNames {
  private readonly taken: Set<string>;

  /** `taken`: our own column names, which need no change. */
  constructor(private readonly prefix: string, taken: readonly string[]) {
    this.taken = new Set(taken);
  }

  /** Returns a fit name and marks it as taken. */
  fit(wanted: string): string {
    let name = lowered(wanted);
    if (!this.isFree(name)) name = this.prefix + (name === "" || name.startsWith("_") ? "" : "_") + name;
    let numbered = name;
    for (let n = 2; !this.isFree(numbered); ++n) numbered = `${name}_${n}`;
    this.taken.add(numbered);
    return numbered;
  }

  private isFree(name: string): boolean {
    return name !== "" && !this.taken.has(name) && !reserved.has(name);
  }
}
