// SPDX-License-Identifier: Apache-2.0
//
// Questions to the program, each asked once: a part of the page that needs an answer asks for it while
// it draws, shows that it waits, and draws again when the answer is there. A question that the newest
// drawing does not ask any more is given up.
import type { Server } from "../server";
import type { Context } from "./context";
import { h } from "./dom";

export type Asked<Answer> = { answer: Answer } | { error: string } | "waiting";

interface Question {
  known: Asked<unknown>;
  /** Gives it up. */
  stop: AbortController;
}

const mostKept = 30;
const questions = new Map<string, Question>(); // the one asked for last is the last
const wanted = new Set<string>();
let parts = 0; // of the graph that are being fetched

/** `words`: what tells this question from every other. The server must be there. */
export function ask<Answer>(context: Context, words: string, question: (server: Server) => Promise<Answer>):
    Asked<Answer> {
  wanted.add(words);
  const asked = questions.get(words);
  if (asked) {
    questions.delete(words);
    questions.set(words, asked);
    return asked.known as Asked<Answer>;
  }
  if (questions.size >= mostKept) questions.delete(questions.keys().next().value!);
  const stop = new AbortController();
  const own: Question = { known: "waiting", stop };
  questions.set(words, own);
  void question(context.server!.until(stop.signal)).then(
    (answer) => { own.known = { answer }; },
    (error: Error) => { own.known = { error: error.message }; }).finally(() => {
      if (!stop.signal.aborted) context.refresh();
    });
  return "waiting";
}

/** The answer, once it is there. */
export function answerOf<Answer>(known: Asked<Answer>): Answer | undefined {
  return known !== "waiting" && "answer" in known ? known.answer : undefined;
}

/** Why the answer is not there: it is being asked for, or was refused. undefined: it is there. */
export function whyNot({ t }: Context, known: Asked<unknown>): string | undefined {
  if (known === "waiting") return t("server.asking");
  return "error" in known ? known.error : undefined;
}

/** Stands where the answer will, or would. */
export function inItsPlace(context: Context, known: Asked<unknown>): HTMLElement {
  return h("p", known === "waiting" ? { class: "note", role: "status" } : { class: "flag" }, whyNot(context, known));
}

/** Before the page is drawn. */
export function beginDrawing(): void {
  wanted.clear();
}

/** After it: what nobody asked for is not waited for. */
export function endDrawing(): void {
  for (const [words, { known, stop }] of questions) {
    if (known !== "waiting" || wanted.has(words)) continue;
    stop.abort();
    questions.delete(words);
  }
}

/** Whether some answer is still awaited. */
export function isWaiting(): boolean {
  return parts > 0 || [...questions.values()].some(({ known }) => known === "waiting");
}

/** While a part of the graph itself is fetched. */
export async function whileWaiting<Answer>(answer: Promise<Answer>): Promise<Answer> {
  ++parts;
  try {
    return await answer;
  } finally {
    --parts;
  }
}

/** A refusal holds until the reader does something; then the program is asked again. */
export function forgetRefusals(): void {
  for (const [words, { known }] of questions)
    if (known !== "waiting" && "error" in known) questions.delete(words);
}

/** What was answered about another graph is no answer any more. */
export function forgetAnswers(): void {
  for (const { stop } of questions.values()) stop.abort();
  questions.clear();
}
