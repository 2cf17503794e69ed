// SPDX-License-Identifier: Apache-2.0
//
// Tests the explorer page in Chromium: explorer_test.mjs OSCEGRAPH FOLDER [CHECK...]. FOLDER
// contains the modules that package.json names, and receives the files that the checks write.
// Prints a line for each check, and fails if a check failed.
import * as access from "./access.mjs";
import * as addresses from "./addresses.mjs";
import * as beyond from "./beyond.mjs";
import * as figures from "./figures.mjs";
import { close } from "./harness.mjs";
import * as offline from "./offline.mjs";
import * as parts from "./parts.mjs";
import * as served from "./served.mjs";
import * as speed from "./speed.mjs";
import * as views from "./views.mjs";
import * as walk from "./walk.mjs";

const checks = Object.entries({ ...views, ...figures, ...addresses, ...parts, ...beyond, ...served, ...offline, ...access, ...walk, ...speed });
const wanted = process.argv.slice(4);
let failed = 0;
try {
  for (const [name, check] of checks) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const start = Date.now();
    try {
      await check();
      console.log(`ok ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      ++failed;
      console.log(`FAILED ${name}: ${error.stack ?? error}`);
    }
  }
} finally {
  await close();
}
console.log(failed === 0 ? "The explorer page passed every check." : `${failed} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
