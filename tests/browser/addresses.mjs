// SPDX-License-Identifier: Apache-2.0
//
// Tests that an address with invalid parts still opens the page, with a message. Also tests the
// touch screen: a tap moves nothing, and dragging a node moves that node.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { browser, done, folder, go, open, pictures, program, serve, texts } from "./harness.mjs";

/** For any address the page opens, and it reports the parts that it does not understand. */
export async function badAddresses() {
  const file = join(folder, "bad-addresses.html");
  program.run("export", "-o", file);
  for (const [every, address] of [[1, await serve()], [3, pathToFileURL(file).href]])
    for (const [hash, alert, drawer] of [
      ["lang=constructor", /lang = "constructor".*en, fr/],
      ["lang=__proto__&theme=toString", /theme = "toString".*\n?.*lang = "__proto__"|lang = "__proto__"/s],
      ["around=nope", /"nope", which is not in this graph/],
      ["around=constructor", /"constructor", which is not in this graph/],
      ["node=nope", undefined, /“nope”, which is not in this graph/],
      ["node=%3Cimg%20src%3Dx%3E", undefined, /“<img src=x>”/],
      ["edge=state%3ADE+funds+nobody", undefined, /“state:DE funds nobody”/],
      ["edge=+", undefined, /which is not in this graph/],
      ["cell=state%3ADE+nowhere&view=funding", undefined, /“state:DE nowhere”/],
      ["view=nope", /view = "nope".*network, funding/],
      ["relation=funds&relation=pays", /relation = "pays".*funds, implements/],
      ["since=2024-13", /since = "2024-13"/], ["until=tomorrow", /until = "tomorrow"/], ["at=", /at = ""/],
      ["min_documents=-1", /min_documents = "-1"/], ["min_documents=1e99", /min_documents/],
      ["basis=guessed", /basis = "guessed".*stated, inferred/], ["relations=funds", /"relations", which means nothing/],
      ["document=nope", /the document "nope"/], ["document=nope&document=nope", /the document "nope"/],
      ["%", /"%"/], ["%E0%A4%A", /means nothing/], [`view=${"x".repeat(5000)}`, /…"/],
      ["kind=a&kind=b&kind=c&kind=d&kind=e&kind=f&kind=g", /and 2 more/],
      ["from=nope&to=state%3ADE&view=path", undefined, undefined, /not in this graph/],
      ["size=constructor&sort=__proto__&count=toString&view=table"], ["sort=office+nope&view=funding&count=constructor"],
    ].filter((_, i) => i % every === 0)) {
      const page = await open(address, hash);
      if (alert === undefined) assert.ok(await page.locator(".alert").isHidden(), hash);
      else assert.match((await texts(page, ".alert p")).join(), alert, hash);
      assert.ok(await page.locator(".tabs button").count() === 5 && !(await page.locator(".failed").count()), hash);
      if (drawer) {
        assert.match((await texts(page, ".drawer .flag")).join(), drawer, hash);
        await page.click(".drawer .close");
        assert.equal((await texts(page, ".drawer h2"))[0], "What this shows");
      }
      await done(page);
    }
  // The same when the address is changed while the page is open.
  const page = await open(await serve());
  await go(page, "relation=nope&view=funding");
  assert.match((await texts(page, ".alert p")).join(), /relation = "nope"/);
  await page.screenshot({ path: join(pictures, "bad-address.png") });
  assert.ok(await page.locator(".matrix").isVisible());
  await done(page);
}

/** A tap opens a node, and closes its sheet, without moving anything; dragging moves the node. */
export async function fingers() {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true,
                                             reducedMotion: "reduce" });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(await serve());
  await page.waitForFunction(() => window.oscegraph?.whereIs("office:odihr"));
  await page.waitForTimeout(300);
  const where = (id) => page.evaluate((name) => window.oscegraph.whereIs(name), id);
  const all = () => page.evaluate(() => ["office:odihr", "state:DE", "state:NO", "office:dushanbe", "state:US"]
    .map((id) => window.oscegraph.whereIs(id)));
  // A node that the sheet does not cover.
  const id = "office:odihr";
  const at = await where(id);
  await page.touchscreen.tap(at.x, at.y);
  await page.waitForFunction(() => location.hash.includes("node="));
  await page.waitForTimeout(400);
  const before = await all();
  await page.waitForSelector(".drawer.open");
  const close = await page.locator(".drawer .close").boundingBox();
  await page.touchscreen.tap(close.x + close.width / 2, close.y + close.height / 2);
  await page.waitForFunction(() => !location.hash.includes("node="));
  await page.mouse.move(200, 500); // some browsers report a tap as a mouse movement
  await page.mouse.move(120, 300);
  await page.waitForTimeout(300);
  const after = await all();
  before.forEach((place, i) => assert.ok(Math.hypot(place.x - after[i].x, place.y - after[i].y) < 2,
    JSON.stringify([place, after[i]])));

  const session = await context.newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  const start = await where(id);
  await touch("touchStart", [start]);
  for (let i = 1; i <= 5; ++i) await touch("touchMove", [{ x: start.x + 8 * i, y: start.y + 6 * i }]);
  await touch("touchEnd", []);
  await page.waitForTimeout(300);
  const moved = await where(id);
  assert.ok(Math.abs(moved.x - start.x - 40) < 4 && Math.abs(moved.y - start.y - 30) < 4, JSON.stringify([start, moved]));
  assert.deepEqual(complaints, []);
  await context.close();
}
