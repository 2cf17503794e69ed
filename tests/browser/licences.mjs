// SPDX-License-Identifier: Apache-2.0
//
// Tests that the licences of the libraries in the page can be read in the page with the keyboard
// alone.
import assert from "node:assert/strict";

import { done, open, serve } from "./harness.mjs";

export async function licences() {
  const page = await open(await serve(), "view=funding");
  const button = page.locator('[data-key="licences"]');
  await button.focus();
  await page.keyboard.press("Enter");
  const text = await page.locator("dialog.licences pre").innerText();
  for (const name of ["sigma", "graphology", "d3-sankey", "world-atlas", "Natural Earth", "Permission is hereby granted"])
    assert.ok(text.includes(name), `the licences name ${name}`);
  await page.keyboard.press("Escape");
  await page.waitForSelector("dialog", { state: "detached" }); // it is removed after the event
  assert.ok(await button.evaluate((element) => element === document.activeElement), "the focus is back");
  await done(page);
}
