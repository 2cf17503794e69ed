// SPDX-License-Identifier: Apache-2.0
//
// Tests the example in docs/explorer.md: three clicks lead from the first page to "who funds the
// Programme Office in Dushanbe, and which document says so". UPDATE=1 renews the pictures there.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { done, open, pictures, root, serve, texts } from "./harness.mjs";

const folder = process.env.UPDATE ? join(root, "docs/images") : pictures;
mkdirSync(folder, { recursive: true });

async function picture(page, name) {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(folder, `explorer-${name}.png`) });
}

export async function threeClicks() {
  const page = await open(await serve(), "", { width: 1200, height: 750 });
  await picture(page, "network");
  await page.click('.tabs button:has-text("Funding")');
  await picture(page, "funding");
  await page.click('.matrix thead button:has-text("Programme Office in Dushanbe")');
  assert.deepEqual(await texts(page, ".funders strong"), ["France", "Germany", "United States"]);
  await page.click('.funders summary:has-text("Germany")');
  assert.deepEqual(await texts(page, ".funders details[open] h4"),
                   ["Thirteen Tajik border officers finish a course for instructors"]);
  assert.match((await texts(page, ".funders details[open] .facts"))[0], /stated.*paragraph 5/);
  await picture(page, "says-so");
  await done(page);

  for (const [name, hash] of [["sankey", "view=funding&picture=sankey"], ["map", "view=map"],
                              ["path", "view=path&from=state%3ADE&to=state%3ATJ"]]) {
    const other = await open(await serve(), hash, { width: 1200, height: 750 });
    await picture(other, name);
    await done(other);
  }
}
