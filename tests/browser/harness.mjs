// SPDX-License-Identifier: Apache-2.0
//
// Runs the page in a real browser: starts `oscegraph serve` on a free port, and Chromium without
// any other network. Every error that the browser reports on the page, such as an exception or a
// violation of the security policy, is a failure, and so is a request to another address.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { Program } from "../web/program.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const [binary, folder] = process.argv.slice(2);
export const program = new Program(binary);
export const pictures = join(folder, "pictures");
mkdirSync(pictures, { recursive: true });

const modules = createRequire(join(folder, "here.js"));
const { chromium } = modules("playwright-core");
export const axeSource = readFileSync(modules.resolve("axe-core/axe.min.js"), "utf8");

const flags = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader",
               "--disable-background-networking", "--disable-component-update", "--disable-sync"];
export const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });

const servers = [];

/** The address of a page that serves the input; for the same input the server is started once. */
export async function serve(...input) {
  const key = input.join(" ");
  const known = servers.find((server) => server.key === key);
  if (known) return known.address;
  const child = spawn(binary, ["serve", "--port", "0", ...input], { stdio: ["ignore", "pipe", "pipe"] });
  const server = { key, child, address: undefined };
  servers.push(server);
  server.address = await new Promise((found, failed) => {
    let said = "";
    const listen = (bytes) => {
      said += bytes;
      const address = /http:\/\/[\w.:[\]]+\/?/.exec(said)?.[0];
      if (address) found(address.endsWith("/") ? address : `${address}/`);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("exit", (code) => failed(new Error(`serve ended with ${code}: ${said}`)));
  });
  return server.address;
}

export async function close() {
  await browser.close();
  for (const { child } of servers) {
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
  }
}

/** Opens a page at `address#hash`; `page.complaints` collects its complaints. */
export async function open(address, hash = "", options = {}) {
  const { width = 1440, height = 900, dark = false, locale = "en-GB", offline = false,
          bypassCSP = false } = options;
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? "dark" : "light", locale, reducedMotion: "reduce",
    acceptDownloads: true, bypassCSP,
  });
  if (offline) await context.setOffline(true);
  await context.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const page = await context.newPage();
  page.complaints = [];
  page.foreign = [];
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  page.on("pageerror", (error) => page.complaints.push(error.stack ?? error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address.split("#")[0]) && !/^(data|blob|file):/.test(url)) page.foreign.push(url);
  });
  await page.goto(`${address}#${hash}`);
  await page.waitForSelector(".stage > *", { timeout: 60_000 });
  return page;
}

export async function done(page) {
  assert.deepEqual(page.complaints, [], "the page complained");
  assert.deepEqual(page.foreign, [], "the page asked others");
  await page.context().close();
}

/** Texts of all elements that match, spaces joined. */
export function texts(page, selector) {
  return page.$$eval(selector, (elements) =>
    elements.map((element) => element.textContent.replace(/\s+/g, " ").trim()));
}

/** Sets the state in the address and waits until the page has drawn it, with the program's answers. */
export async function go(page, hash) {
  await page.evaluate((h) => new Promise((drawn) => {
    const before = location.hash;
    // The page's own listener was added earlier, so the page has drawn when this one is called.
    addEventListener("hashchange", () => drawn(), { once: true });
    location.hash = h;
    if (location.hash === before) drawn();
  }), hash);
  await answered(page);
}

/** Waits until the page has every answer that it has asked the program for. */
export async function answered(page) {
  await page.waitForFunction(() => document.querySelector("[data-asking=true]") === null);
}

/** The rows of the visible table as objects: header to text. */
export function tableRows(page) {
  return page.$eval("table.rows", (table) => {
    const clean = (cell) => cell.textContent.replace(/[↑↓]/g, "").replace(/\s+/g, " ").trim();
    const names = [...table.querySelectorAll("thead th")].map(clean);
    return [...table.querySelectorAll("tbody tr")].map((row) =>
      Object.fromEntries([...row.cells].map((cell, i) => [names[i], clean(cell)])));
  });
}

export async function download(page, name) {
  await page.click(".menu summary");
  const [saved] = await Promise.all([page.waitForEvent("download"),
                                     page.click(`[data-key="save ${name}"]`)]);
  const file = join(folder, saved.suggestedFilename());
  await saved.saveAs(file);
  await page.click(".menu summary");
  return file;
}
