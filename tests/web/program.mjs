// SPDX-License-Identifier: Apache-2.0
//
// Runs the program for the tests of the page. Returns its answers as JSON, and the view document.
import { execFileSync } from "node:child_process";

export class Program {
  constructor(path) {
    this.path = path;
  }

  /** Standard output; an exit code other than 0 throws an error with the program's message. */
  run(...words) {
    return execFileSync(this.path, [...words, "-q"], {
      encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, OSCEGRAPH_INPUT: "" },
    });
  }

  /** The answer as JSON; undefined when the data has no answer (exit code 1). */
  ask(...words) {
    try {
      return JSON.parse(this.run(...words, "--as", "json"));
    } catch (error) {
      if (error.status === 1) return undefined;
      throw error;
    }
  }
}
