// SPDX-License-Identifier: Apache-2.0
//
// Reads the colours of the style sheet, for code that paints on a canvas, and mixes them.
import { type Relation, relationColours } from "../core/vocabulary";

export interface Theme {
  paper: string;
  ink: string;
  muted: string;
  accent: string;
  dark: boolean;
}

export function themeOf(dark: boolean): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return { paper: colour("--paper"), ink: colour("--ink"), muted: colour("--muted"),
           accent: colour("--accent"), dark };
}

/** A mixture: `share` of the first colour, the rest of the second; both as #rrggbb. */
export function mix(first: string, second: string, share: number): string {
  const part = (colour: string, at: number): number => parseInt(colour.slice(at, at + 2), 16);
  return "#" + [1, 3, 5].map((at) =>
    Math.round(part(first, at) * share + part(second, at) * (1 - share))
      .toString(16).padStart(2, "0")).join("");
}

/** The colour of the relation. It is lighter in the dark theme, where black lines would be invisible. */
export function relationColour(relation: Relation, dark: boolean): string {
  const colour = relationColours[relation];
  if (!dark) return colour;
  return relation === "part_of" ? "#c8ccd2" : mix(colour, "#ffffff", 0.75);
}
