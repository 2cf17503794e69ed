// SPDX-License-Identifier: Apache-2.0
//
// Finds the payer for whom a payment counts, as queries/funding/roll_up.cpp does. The payments of
// an agency count for the State that it is part of. The relation `part_of` is followed upwards over
// any number of levels; without it, the attribute `state` decides. An agency that leads to no
// State, or to several, counts for itself.
import type { Scope } from "./graph";

/** A node that an agency is part of, and the edge and node from which it was reached. */
interface Above {
  node: number;
  by: number | undefined;
  below: Above | undefined;
}

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
    const states = this.statesAbove(funder);
    if (states.length === 1) return states[0]!.node;
    if (states.length > 1) return funder;
    const id = graph.attribute(funder, "state");
    const state = typeof id === "string" ? graph.findNode(id) : undefined;
    return state !== undefined && graph.node(state).kind === "state" ? state : funder;
  }

  /** The `part_of` edges from an agency up to the single State it reaches; none for other funders. */
  wayUp(funder: number): number[] {
    if (this.scope.graph.node(funder).kind !== "agency") return [];
    const [state, another] = this.statesAbove(funder);
    const way: number[] = [];
    if (another !== undefined) return way;
    for (let step = state; step?.by !== undefined; step = step.below) way.unshift(step.by);
    return way;
  }

  private statesAbove(agency: number): Above[] {
    return this.allAbove(agency).filter(({ node }) => this.scope.graph.node(node).kind === "state");
  }

  /** The agency and everything it is part of, nearest first. */
  private allAbove(agency: number): Above[] {
    const { graph } = this.scope;
    const above: Above[] = [{ node: agency, by: undefined, below: undefined }];
    for (let i = 0; i < above.length; ++i) {
      const below = above[i]!;
      if (graph.node(below.node).kind !== "agency") continue;
      for (const by of this.scope.outEdges(below.node)) {
        const { relation, to } = graph.edge(by);
        if (relation === "part_of" && !above.some(({ node }) => node === to))
          above.push({ node: to, by, below });
      }
    }
    return above;
  }
}
