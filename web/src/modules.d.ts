// SPDX-License-Identifier: Apache-2.0
//
// Types for modules that the build provides, and for a file of a library that has no types.
declare module "worker:*" {
  const text: string;
  export default text;
}
declare module "map:land" {
  export const land: string;
  export const graticule: string;
}
declare module "graphology-layout-forceatlas2/iterate" {
  /** One step in place. Nodes: 10 numbers each; edges: 3. See layout.ts. */
  export default function iterate(settings: object, nodes: Float32Array, edges: Float32Array): void;
}
