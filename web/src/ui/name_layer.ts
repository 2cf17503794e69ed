// SPDX-License-Identifier: Apache-2.0
//
// Draws the names of nodes on the network, the largest nodes first. A name is drawn next to its
// node only where it covers no other name and no larger node. The names are on a canvas above
// sigma's canvases, which ignores clicks.
import type { Theme } from "./colours";
import { h } from "./dom";

export interface Named {
  x: number;
  y: number;
  radius: number;
  name: string;
  /** Draw it even where it covers something. */
  must: boolean;
  /** Draw the full name, with its own background. */
  over: boolean;
}

type Box = readonly [left: number, top: number, right: number, bottom: number];

const mostNames = 120;
const mostObstacles = 400;

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

export class NameLayer {
  readonly canvas = h("canvas", { class: "names", "aria-hidden": "true" });

  /** Precondition: `nodes` are in order of importance. */
  draw(nodes: readonly Named[], width: number, height: number, theme: Theme): void {
    const ratio = devicePixelRatio || 1;
    const { canvas } = this;
    if (canvas.width !== width * ratio) canvas.width = width * ratio;
    if (canvas.height !== height * ratio) canvas.height = height * ratio;
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.lineJoin = "round";
    const taken: Box[] = nodes.length > mostObstacles ? [] : nodes.map(({ x, y, radius }): Box =>
      [x - radius * 0.8, y - radius * 0.8, x + radius * 0.8, y + radius * 0.8]);
    let named = 0;
    for (const node of nodes) {
      if (node.over || named >= mostNames) continue;
      pen.font = "500 12px system-ui, sans-serif";
      const box = placeOf(node, pen.measureText(node.name).width, taken, width);
      if (!box) continue;
      taken.push(box);
      ++named;
      pen.lineWidth = 3.5;
      pen.strokeStyle = theme.paper;
      pen.fillStyle = theme.ink;
      pen.strokeText(node.name, box[0], box[3] - 4);
      pen.fillText(node.name, box[0], box[3] - 4);
    }
    for (const node of nodes) if (node.over) drawOver(pen, node, width, theme);
  }
}

function placeOf({ x, y, radius, must }: Named, length: number, taken: readonly Box[],
                 width: number): Box | undefined {
  const right: Box = [x + radius + 4, y - 8, x + radius + 4 + length, y + 8];
  const spots: Box[] = [
    right,
    [x - radius - 4 - length, y - 8, x - radius - 4, y + 8],
    [x - length / 2, y + radius + 2, x + length / 2, y + radius + 17],
    [x - length / 2, y - radius - 18, x + length / 2, y - radius - 3],
  ];
  const free = spots.find((spot) => spot[0] > 2 && spot[2] < width - 2 &&
    !taken.some((box) => overlap(spot, box)));
  return free ?? (must ? right : undefined);
}

function drawOver(pen: CanvasRenderingContext2D, { x, y, radius, name }: Named, width: number,
                  theme: Theme): void {
  pen.font = "600 12.5px system-ui, sans-serif";
  const length = pen.measureText(name).width;
  const left = Math.max(4, x + radius + length + 18 > width ? x - radius - length - 16 : x + radius + 6);
  pen.fillStyle = theme.paper;
  pen.strokeStyle = theme.muted;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left, y - 12, length + 12, 24, 4);
  pen.fill();
  pen.stroke();
  pen.fillStyle = theme.ink;
  pen.fillText(name, left + 6, y + 4.5);
}
