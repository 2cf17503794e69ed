// SPDX-License-Identifier: Apache-2.0
//
// Gives the vocabulary of the graph (kinds, relations, flows) in the order in which it is shown,
// with the properties that the page needs. The lists and colours are generated from the program's
// tables.
import { type Relation, relations } from "./schema.generated";

export {
  type Basis, type Flow, type Kind, type Relation, bases, englishWords, flows, kindColours, kinds,
  relationColours, relations,
} from "./schema.generated";

export function isRelation(word: string): word is Relation {
  return relations.some((relation) => relation === word);
}

/** Whether claims of the relation can have a flow. A flow filter ignores all other relations. */
export function carriesMoney(relation: Relation): boolean {
  return relation === "funds" || relation === "channels_to";
}
