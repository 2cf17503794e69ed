// SPDX-License-Identifier: Apache-2.0
//
// The fields of records, the words of the graph and their looks, as the program has them: made from
// graph/columns/schema.hpp, graph/values/vocabulary.hpp, exports/model/kind_forms.cpp and exports/model/palette.cpp. A test compares;
// UPDATE=1 build/dev/tests/test_exports --run_test=generated_files writes it anew.
export const kinds = ["state", "office", "donor", "project", "agency"] as const;
export type Kind = (typeof kinds)[number];

export const relations = ["funds", "implements", "partners", "assists", "hosts", "part_of",
  "channels_to"] as const;
export type Relation = (typeof relations)[number];

export const flows = ["unknown", "pledged", "committed", "disbursed", "spent", "in_kind"] as const;
export type Flow = (typeof flows)[number];

export const bases = ["stated", "inferred"] as const;
export type Basis = (typeof bases)[number];

export const reviews = ["yes", "no", "corrected"] as const;
export type Review = (typeof reviews)[number];

export const kindColours = {
  state: "#56b4e9",
  office: "#009e73",
  donor: "#e69f00",
  project: "#f0e442",
  agency: "#cc79a7",
} as const;

export const kindShapes = {
  state: "circle",
  office: "square",
  donor: "hexagon",
  project: "diamond",
  agency: "triangle",
} as const;

export const relationColours = {
  funds: "#0072b2",
  implements: "#009e73",
  partners: "#cc79a7",
  assists: "#e69f00",
  hosts: "#787878",
  part_of: "#000000",
  channels_to: "#d55e00",
} as const;

export const englishWords = {
  "kind.state": "State",
  "kind.office": "Office",
  "kind.donor": "Donor",
  "kind.project": "Project",
  "kind.agency": "Agency",
  "kinds.state": "States",
  "kinds.office": "Offices",
  "kinds.donor": "Donors",
  "kinds.project": "Projects",
  "kinds.agency": "Agencies",
  "relation.funds": "funds",
  "relation.implements": "implements",
  "relation.partners": "partners",
  "relation.assists": "assists",
  "relation.hosts": "hosts",
  "relation.part_of": "part of",
  "relation.channels_to": "channels to",
  "inverse.funds": "funded by",
  "inverse.implements": "implemented by",
  "inverse.partners": "partnered by",
  "inverse.assists": "assisted by",
  "inverse.hosts": "hosted by",
  "inverse.part_of": "has part",
  "inverse.channels_to": "receives through",
  "flow.unknown": "unknown",
  "flow.pledged": "pledged",
  "flow.committed": "committed",
  "flow.disbursed": "disbursed",
  "flow.spent": "spent",
  "flow.in_kind": "in kind",
  "basis.stated": "stated",
  "basis.inferred": "inferred",
};

export const claimFields = ["from", "relation", "to", "document", "via", "amount", "currency",
  "flow", "start", "end", "share", "locator", "quote", "basis", "rule", "reviewed"] as const;

export interface DocumentFields {
  id: string;
  title?: string;
  publisher?: string;
  date?: string;
  url?: string;
  file?: string;
  checksum?: string;
}

export interface NodeFields {
  id: string;
  kind: Kind;
  name?: string;
}

/** What a claim says beside whom and which document it is about. */
export interface ClaimFields {
  /** An exact decimal; always with a currency. */
  amount?: string;
  /** ISO 4217. */
  currency?: string;
  flow?: Flow;
  start?: string;
  end?: string;
  /** A percentage from 0 to 100. */
  share?: string;
  /** Where in the document: line, row, paragraph, XPath, text offset. */
  locator?: string;
  /** The document's own words. */
  quote?: string;
  basis?: Basis;
  /** What found the claim in a text. */
  rule?: string;
  /** What a person decided about it. */
  reviewed?: Review;
}
