// SPDX-License-Identifier: Apache-2.0
//
// Makes the three files of the page: build.mjs [FOLDER]. The types are checked, the scripts and their
// libraries become one file, the layout's worker travels inside it as text, and Natural Earth's land
// is projected into one path. The licences of all that go into the HTML. FOLDER is `dist` unless given.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as esbuild from "esbuild";
import { geoAzimuthalEqualArea, geoGraticule, geoPath } from "d3-geo";
import { feature } from "topojson-client";

import { licenceTexts } from "./licences.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? join(here, "dist");
const resolve = createRequire(import.meta.url).resolve;
const common = {
  bundle: true, minify: true, target: ["es2022"], logLevel: "warning", charset: "ascii",
  legalComments: "none", metafile: true,
};
/** Every file that is in the page, for its licence. */
const inputs = new Set();
const remember = ({ metafile }) => { for (const path of Object.keys(metafile.inputs)) inputs.add(path); };

function checkTypes() {
  const { status } = spawnSync(process.execPath, [resolve("typescript/bin/tsc"), "-p", here],
                               { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}

/** `import text from "worker:./file.ts"`: that script with all it imports, as text to start. */
const workerText = {
  name: "worker-text",
  setup(build) {
    build.onResolve({ filter: /^worker:/ }, ({ path, resolveDir }) =>
      ({ path: join(resolveDir, path.slice("worker:".length)), namespace: "worker" }));
    build.onLoad({ filter: /.*/, namespace: "worker" }, async ({ path }) => {
      const worker = await esbuild.build(
        { ...common, entryPoints: [path], format: "iife", write: false });
      remember(worker);
      return { contents: worker.outputFiles[0].text, loader: "text" };
    });
  },
};

/** `import { land, graticule } from "map:land"`: paths in the page's projection. */
const mapPaths = {
  name: "map-paths",
  setup(build) {
    build.onResolve({ filter: /^map:land$/ }, ({ path }) => ({ path, namespace: "map" }));
    build.onLoad({ filter: /.*/, namespace: "map" }, async () => {
      const { centre, project, scale } = await loadProjection();
      const projection = geoAzimuthalEqualArea()
        .rotate([-centre[0], -centre[1]]).scale(scale).translate([0, 0]).clipAngle(115).precision(0.5);
      for (const place of [[16.4, 48.2], [-77, 38.9], [139.7, 35.7]])
        if (project(place).some((value, i) => Math.abs(value - projection(place)[i]) > 1e-6))
          throw new Error("the page's projection is not the outlines'");
      const world = JSON.parse(readFileSync(resolve("world-atlas/land-50m.json"), "utf8"));
      const path = geoPath(projection).digits(1);
      const land = feature(world, world.objects.land);
      return {
        contents: JSON.stringify({
          land: simplified(path(land)), graticule: path(geoGraticule().step([20, 20])()),
        }),
        loader: "json",
      };
    });
  },
};

/** Islands too small to see go, and points too near the one before: the page zooms in ten times. */
function simplified(path) {
  const nearest = 0.6;
  return path.split("Z").flatMap((ring) => {
    const kept = [];
    for (const point of ring.slice(1).split("L")) {
      const [x, y] = point.split(",").map(Number);
      const last = kept[kept.length - 1];
      if (!last || Math.hypot(x - last[0], y - last[1]) >= nearest) kept.push([x, y]);
    }
    return kept.length > 5 ? [`M${kept.join("L")}Z`] : [];
  }).join("");
}

async function loadProjection() {
  const { outputFiles } = await esbuild.build(
    { entryPoints: [join(here, "src/geo/projection.ts")], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** The licences stand in the page as text that no browser runs. */
function pageWithLicences() {
  const place = '<script type="text/plain" id="oscegraph-licences">';
  const page = readFileSync(join(here, "src/index.html"), "utf8");
  const texts = licenceTexts(inputs, join(dirname(resolve("esbuild/package.json")), ".."));
  if (!page.includes(place)) throw new Error("the page has no place for licences");
  if (/<\/script|<!--/i.test(texts)) throw new Error("a licence would end its element in the page");
  return page.replace(place, () => `${place}\n${texts}`);
}

/** Each can stand inside an HTML file without ending its element. */
function checkInlining() {
  for (const [name, end] of [["app.js", "</script"], ["app.css", "</style"]])
    if (readFileSync(join(folder, name), "utf8").toLowerCase().includes(end))
      throw new Error(`${name} contains ${end}, which would end its element in a page of one file`);
}

mkdirSync(folder, { recursive: true });
if (!process.env.OSCEGRAPH_WEB_QUICK) checkTypes();
remember(await esbuild.build({
  ...common, entryPoints: [join(here, "src/main.ts")], format: "iife",
  outfile: join(folder, "app.js"), plugins: [workerText, mapPaths],
}));
remember(await esbuild.build({
  ...common, entryPoints: [join(here, "src/app.css")], outfile: join(folder, "app.css"),
}));
writeFileSync(join(folder, "index.html"), pageWithLicences());
checkInlining();
