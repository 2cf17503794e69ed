// SPDX-License-Identifier: Apache-2.0
//
// Gets the view document of an input, from the page that the program exports.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const data = /<script type="application\/json" id="oscegraph-data">([^]*?)<\/script>/;

export function viewDocument(program, input) {
  const folder = mkdtempSync(join(tmpdir(), "oscegraph-view-"));
  try {
    const file = join(folder, "view.html");
    program.run("export", ...input, "-o", file);
    return JSON.parse(data.exec(readFileSync(file, "utf8"))[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
