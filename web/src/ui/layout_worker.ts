// SPDX-License-Identifier: Apache-2.0
//
// Runs the layout in a worker. The worker receives one graph, and sends positions from time to time
// and at the end.
import { type LayoutInput, layOut } from "./layout";

const scope = globalThis as unknown as {
  onmessage: (event: { data: LayoutInput }) => void;
  postMessage: (message: { positions: Float32Array; done: boolean }) => void;
};

scope.onmessage = ({ data }) => {
  const positions = layOut(data, (some) => scope.postMessage({ positions: some, done: false }));
  scope.postMessage({ positions, done: true });
};
