// SPDX-License-Identifier: Apache-2.0
//
// The words of the graph, in the order people are shown them. The program's own table is
// graph/vocabulary.cpp; a test holds these lists to the JSON Schema it publishes, and the colours to
// exports/palette.cpp.
export const kinds = ["state", "office", "donor", "project", "agency"] as const;
export const relations =
  ["funds", "implements", "partners", "assists", "hosts", "part_of", "channels_to"] as const;
export const flows =
  ["unknown", "pledged", "committed", "disbursed", "spent", "in_kind"] as const;
export const bases = ["stated", "inferred"] as const;

export type Kind = (typeof kinds)[number];
export type Relation = (typeof relations)[number];
export type Flow = (typeof flows)[number];
export type Basis = (typeof bases)[number];

export function isRelation(word: string): word is Relation {
  return relations.some((relation) => relation === word);
}

/** A flow filter has nothing to say about who implements or hosts what. */
export function carriesMoney(relation: Relation): boolean {
  return relation === "funds" || relation === "channels_to";
}

/** Okabe and Ito's set, which stays apart for colour-blind readers. */
export const kindColours: Record<Kind, string> = {
  state: "#56b4e9",
  office: "#009e73",
  donor: "#e69f00",
  project: "#f0e442",
  agency: "#cc79a7",
};

export const relationColours: Record<Relation, string> = {
  funds: "#0072b2",
  implements: "#009e73",
  partners: "#cc79a7",
  assists: "#e69f00",
  hosts: "#787878",
  part_of: "#000000",
  channels_to: "#d55e00",
};
