// SPDX-License-Identifier: Apache-2.0
//
// The licences of what the page is made of: every package of which esbuild has put a file into the page,
// and the outlines of land, with the text that the package itself brings. They travel inside the page.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Read when the page is built, and in it as what they say. */
const data = ["world-atlas"];

/** "node_modules/d3-path/src/path.js" -> "d3-path". */
function packageOf(path) {
  const names = [...path.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)];
  return names.at(-1)?.[1];
}

/** The packages whose files are among the inputs, in order. */
export function bundledPackages(inputs) {
  const names = new Set(data);
  for (const path of inputs) {
    const name = packageOf(path);
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}

function textOf(folder, name) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file)).sort();
  if (files.length === 0) throw new Error(`${name} brings no licence: the page cannot carry it`);
  return files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
}

/** A heading and the text of each. `modules` is the folder node_modules. */
export function licenceTexts(inputs, modules) {
  const parts = ["This page contains the following, each under its own licence."];
  for (const name of bundledPackages(inputs)) {
    const folder = join(modules, name);
    const file = join(folder, "package.json");
    if (!existsSync(file)) throw new Error(`${name} is in the page and not in ${modules}`);
    const { version, license } = JSON.parse(readFileSync(file, "utf8"));
    if (typeof license !== "string") throw new Error(`${name} names no licence`);
    parts.push(`${name} ${version} (${license})`, textOf(folder, name));
  }
  parts.push("Natural Earth (public domain)",
             "The outlines of land are made with Natural Earth, https://www.naturalearthdata.com/, " +
             "and come with world-atlas.");
  return parts.join("\n\n") + "\n";
}
