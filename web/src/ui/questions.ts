// SPDX-License-Identifier: Apache-2.0
//
// Sends questions to the program and keeps the last 30 answers, so that the same question is not
// sent again. When a part of the page needs an answer while it draws, it sends the question, shows
// that it waits, and is drawn again when the answer has come. A question that the newest drawing no
// longer needs is aborted.
import type { Server } from "../server";
import type { Context } from "./context";
import { h } from "./dom";

export type Asked<Answer> = { answer: Answer } | { error: string } | "waiting";

interface Question {
  known: Asked<unknown>;
  /** Aborts the request. */
  stop: AbortController;
}

const mostKept = 30;
const questions = new Map<string, Question>(); // in the order of the last time they were asked
const wanted = new Set<string>();
let parts = 0; // the number of parts of the graph that are being fetched

/** Asks a question, if it has not been asked. `words` identify it. Precondition: there is a server. */
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

/** The answer; undefined while there is none. */
export function answerOf<Answer>(known: Asked<Answer>): Answer | undefined {
  return known !== "waiting" && "answer" in known ? known.answer : undefined;
}

/** Why there is no answer: it is being asked for, or was refused. undefined: there is an answer. */
export function whyNot({ t }: Context, known: Asked<unknown>): string | undefined {
  if (known === "waiting") return t("server.asking");
  return "error" in known ? known.error : undefined;
}

/** A note to show in place of the answer. */
export function inItsPlace(context: Context, known: Asked<unknown>): HTMLElement {
  return h("p", known === "waiting" ? { class: "note", role: "status" } : { class: "flag" }, whyNot(context, known));
}

/** Call it before the page is drawn. */
export function beginDrawing(): void {
  wanted.clear();
}

/** Call it after the page is drawn: aborts the questions that were not asked in this drawing. */
export function endDrawing(): void {
  for (const [words, { known, stop }] of questions) {
    if (known !== "waiting" || wanted.has(words)) continue;
    stop.abort();
    questions.delete(words);
  }
}

/** Whether an answer is still awaited. */
export function isWaiting(): boolean {
  return parts > 0 || [...questions.values()].some(({ known }) => known === "waiting");
}

/** Wraps the fetch of a part of the graph, so that isWaiting() counts it. */
export async function whileWaiting<Answer>(answer: Promise<Answer>): Promise<Answer> {
  ++parts;
  try {
    return await answer;
  } finally {
    --parts;
  }
}

/** Forgets refusals, so that the program is asked again after the user has done something. */
export function forgetRefusals(): void {
  for (const [words, { known }] of questions)
    if (known !== "waiting" && "error" in known) questions.delete(words);
}

/** Forgets all answers and aborts all questions, when the page shows another graph. */
export function forgetAnswers(): void {
  for (const { stop } of questions.values()) stop.abort();
  questions.clear();
}
