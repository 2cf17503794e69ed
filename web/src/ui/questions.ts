// SPDX-License-Identifier: Apache-2.0
//
// Questions to the program, each asked once: a part of the page that needs an answer asks for it while
// it draws, shows that it waits, and draws again when the answer is there.
import type { Server } from "../server";
import type { Context } from "./context";

export type Asked<Answer> = { answer: Answer } | { error: string } | "waiting";

const mostKept = 60;
const asked = new Map<string, Asked<unknown>>();
let waiting = 0;
let generation = 0;

/** `words`: what tells this question from every other. The server must be there. */
export function ask<Answer>(context: Context, words: string, question: (server: Server) => Promise<Answer>):
    Asked<Answer> {
  const known = asked.get(words);
  if (known !== undefined) return known as Asked<Answer>;
  if (asked.size >= mostKept) asked.delete(asked.keys().next().value!);
  asked.set(words, "waiting");
  const now = generation;
  const keep = (answer: Asked<Answer>): void => {
    if (now === generation) asked.set(words, answer);
  };
  void whileWaiting(question(context.server!).then((answer) => keep({ answer }),
                                                   (error: Error) => keep({ error: error.message })))
    .finally(() => context.refresh());
  return "waiting";
}

/** The answer, once it is there. */
export function answerOf<Answer>(known: Asked<Answer>): Answer | undefined {
  return known !== "waiting" && "answer" in known ? known.answer : undefined;
}

/** Whether some answer is still awaited. */
export function isWaiting(): boolean {
  return waiting > 0;
}

export async function whileWaiting<Answer>(answer: Promise<Answer>): Promise<Answer> {
  ++waiting;
  try {
    return await answer;
  } finally {
    --waiting;
  }
}

/** What was answered about another graph is no answer any more. */
export function forgetAnswers(): void {
  ++generation;
  asked.clear();
}
