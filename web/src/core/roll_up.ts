// SPDX-License-Identifier: Apache-2.0
//
// Whose money is it? What an agency pays counts for the State it is part of: part_of is followed
// upwards however many levels; where no document says so, the attribute `state` counts. An agency
// that reaches no State, or two different ones, stands for itself. As queries/roll_up.cpp.
import type { Scope } from "./graph";

export class RollUp {
  private readonly payers = new Map<number, number>();

  constructor(private readonly scope: Scope) {}

  payerOf(funder: number): number {
    const known = this.payers.get(funder);
    if (known !== undefined) return known;
    const payer = this.findPayer(funder);
    this.payers.set(funder, payer);
    return payer;
  }

  private findPayer(funder: number): number {
    const { graph } = this.scope;
    if (graph.node(funder).kind !== "agency") return funder;
    const states = this.allAbove(funder).filter((n) => graph.node(n).kind === "state");
    if (states.length === 1) return states[0]!;
    if (states.length > 1) return funder;
    const id = graph.attribute(funder, "state");
    const state = typeof id === "string" ? graph.findNode(id) : undefined;
    return state !== undefined && graph.node(state).kind === "state" ? state : funder;
  }

  private allAbove(agency: number): number[] {
    const { graph } = this.scope;
    const above = [agency];
    for (let i = 0; i < above.length; ++i) {
      if (graph.node(above[i]!).kind !== "agency") continue;
      for (const e of this.scope.outEdges(above[i]!)) {
        const { relation, to } = graph.edge(e);
        if (relation === "part_of" && !above.includes(to)) above.push(to);
      }
    }
    return above;
  }
}
