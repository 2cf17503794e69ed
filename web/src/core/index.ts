// SPDX-License-Identifier: Apache-2.0
//
// Exports all computations of the page. They need only a view document, and neither the DOM nor the
// network.
export * from "./best_connected";
export * from "./csv";
export * from "./dates";
export * from "./evidence";
export * from "./funding";
export * from "./graph";
export * from "./graph_files";
export * from "./ledger";
export * from "./measures";
export * from "./money";
export * from "./narrow";
export * from "./paths";
export * from "./property_names";
export * from "./records";
export * from "./search";
export * from "./time_axis";
export * from "./vocabulary";
