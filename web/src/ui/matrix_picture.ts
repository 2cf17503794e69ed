// SPDX-License-Identifier: Apache-2.0
//
// Draws the matrix of funding as an SVG picture that can be saved. On the page, the matrix is a
// table.
import type { Funding } from "../core/funding";
import { mix, themeOf } from "./colours";
import type { Context } from "./context";
import { s } from "./dom";
import { cellText, heat, matrixAxes } from "./funding_view";
import { short } from "./network_picture";

const side = 34;

export function matrixPicture(context: Context, answer: Funding, count: string): SVGSVGElement {
  const { graph } = context;
  const theme = themeOf(context.dark);
  const { payers, offices, cell } = matrixAxes(context, answer, count);
  const warmth = heat(answer, count);
  const [left, top] = [180, 190];
  const width = left + offices.length * side + 120;
  const height = top + payers.length * side + 20;
  return s("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height,
                    class: "picture" },
    offices.map((n, i) => s("text", {
      transform: `translate(${left + (i + 0.6) * side},${top - 8}) rotate(-50)`, class: "ink",
    }, short(graph.nameOf(n), 30))),
    payers.map((n, i) => s("text", { x: left - 8, y: top + (i + 0.62) * side, "text-anchor": "end",
                                     class: "ink" }, short(graph.nameOf(n), 24))),
    payers.flatMap((payer, i) => offices.flatMap((office, j) => {
      const row = cell(payer, office);
      if (!row) return [];
      const share = warmth(row);
      return [
        s("rect", { x: left + j * side + 1, y: top + i * side + 1, width: side - 2, height: side - 2,
                    rx: 3, fill: mix(theme.accent, theme.paper, 0.12 + 0.76 * share) }),
        s("text", { x: left + (j + 0.5) * side, y: top + (i + 0.62) * side, "text-anchor": "middle",
                    class: share > 0.62 ? "paper" : "ink" }, cellText(context, row, count)),
      ];
    })));
}
