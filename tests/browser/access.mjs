// SPDX-License-Identifier: Apache-2.0
//
// Tests accessibility. The checker axe finds nothing serious in any view, theme or width; the page
// can be used with the keyboard alone, with a visible focus. Also saves pictures at three widths,
// for people to check.
import assert from "node:assert/strict";
import { join } from "node:path";

import { axeSource, done, go, open, pictures, serve, texts } from "./harness.mjs";

const views = ["network", "funding", "funding&picture=sankey", "funding&picture=rows&by=donor", "map",
               "path&from=state%3ADE&to=state%3ATJ", "table&table=claims",
               "funding&node=office%3Adushanbe", "network&edge=state%3ADE+funds+project%3Apfcb-2"];

async function seriousFindings(page) {
  await page.evaluate((source) => {
    if (!window.axe) (0, window.eval)(source);
  }, axeSource).catch(() => page.addScriptTag({ content: axeSource }));
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(" | ")}`);
  });
}

export async function axe() {
  const address = await serve();
  const findings = new Set();
  const look = async (page, where) => {
    await page.waitForTimeout(120);
    for (const finding of await seriousFindings(page)) findings.add(`${where}: ${finding}`);
  };
  for (const dark of [false, true])
    for (const width of [1440, 375]) {
      const page = await open(address, "", { dark, width, height: width < 500 ? 740 : 900, bypassCSP: true });
      for (const view of views) {
        await go(page, `view=${view}`);
        await look(page, `${view}, ${dark ? "dark" : "light"}, ${width}`);
      }
      await go(page, "view=funding");
      await page.click('[data-key="filters"]');
      await look(page, `filters, ${dark ? "dark" : "light"}, ${width}`);
      await done(page);
    }
  assert.deepEqual([...findings], []);
}

/** From the first page to the sentence that answers a question, without a pointer. */
export async function keyboard() {
  const page = await open(await serve());
  const seen = new Set();
  const press = async (key, until) => {
    for (let i = 0; i < 90; ++i) {
      await page.keyboard.press(key);
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        const style = getComputedStyle(element);
        return { key: element.getAttribute("data-key") ?? element.className, tag: element.tagName,
                 name: element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.textContent,
                 visible: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 };
      });
      if (focus.tag === "BODY") continue;
      assert.ok(focus.visible, `the focus on ${focus.key} cannot be seen`);
      assert.ok(focus.name.trim() !== "", `${focus.key} has no name`);
      seen.add(focus.key);
      if (until(focus)) return;
    }
    assert.fail(`not reached; the focus was on ${[...seen].join(", ")}`);
  };
  await press("Tab", ({ key }) => key === "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "stage");
  await press("Tab", ({ key }) => key === "network-stage");
  for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "+", "-", "0"]) await page.keyboard.press(key);
  assert.match((await texts(page, "[aria-live=polite]"))[0], /edges?$/);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".drawer.open h2");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");

  await press("Shift+Tab", ({ key }) => key === "view funding");
  await page.keyboard.press("Enter");
  await press("Tab", ({ key }) => key === "head office:dushanbe");
  await page.keyboard.press("Enter");
  assert.deepEqual(await texts(page, ".drawer h2"), ["Programme Office in Dushanbe"]);
  await press("Tab", ({ key }) => key === "funder state:DE");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".funders details[open] .document h4");
  assert.deepEqual(await texts(page, ".funders details[open] h4"),
                   ["Thirteen Tajik border officers finish a course for instructors"]);
  await press("Tab", ({ key }) => key === "play");
  await press("Tab", ({ key }) => key === "time");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => location.hash.includes("until="));
  await done(page);
}

export async function widths() {
  const address = await serve();
  for (const [width, height] of [[375, 740], [1280, 800], [2560, 1440]])
    for (const view of views) {
      const page = await open(address, `view=${view}`, { width, height });
      await page.waitForTimeout(300);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${view} is ${wide} wide at ${width}`);
      await page.screenshot({ path: join(pictures, `${width}-${view.replace(/\W+/g, "-")}.png`) });
      await done(page);
    }
}

export { licences } from "./licences.mjs";
