// SPDX-License-Identifier: Apache-2.0
//
// The words of the graph, in the order people are shown them, and what the page asks of them. The lists
// and colours are made from the program's own tables.
import { type Relation, relations } from "./schema.generated";

export {
  type Basis, type Flow, type Kind, type Relation, bases, englishWords, flows, kindColours, kinds,
  relationColours, relations,
} from "./schema.generated";

export function isRelation(word: string): word is Relation {
  return relations.some((relation) => relation === word);
}

/** A flow filter has nothing to say about who implements or hosts what. */
export function carriesMoney(relation: Relation): boolean {
  return relation === "funds" || relation === "channels_to";
}
